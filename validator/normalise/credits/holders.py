"""Who holds a picture, by the form of the name, and the full stop behind which a caption names them."""

from __future__ import annotations

import re

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.lexicons.sentences import SPACED
from validator.normalise.credits.spans import CAPTIONED
from validator.normalise.names import names
from validator.regex import regex

STOP = regex(rf"[{SPACED}»”\"')\]。]\s+|\s[|–—-]\s")
FULL_STOP = regex(
    r"(?:(?<![^\W\d_])[^\W\d_A-Z][^\W\d_]{2,}|(?<![^\W\d_])[^\W\d_]{5,}|\d{4}|[»”\")\]])[.!?…]?[”\")\]]?\s+$"
)
JOINED = regex(r"\s*[/|]\s*")
_OF_STAFF = regex(r"\s*[/|,]\s*")
_SMALL = names.PARTICLES | frozenset("of the and & + für des for via".split())
HELD = 60  # letters that the name of who holds a picture may have
_STAFF = 2  # a photographer and a house
NAME = 4  # words of a name, at most
TOLD = 20  # letters that a caption has at least


def staff(before: str, value: str, words: Vocabulary) -> bool:
    """Whether a sentence is followed by a person and the house they work for: ``… Street. (Jane Roe/The Beacon)``.

    Behind a comma where it says so: ``… Street. Jane Roe, Beacon staff``.
    """
    parts = (_OF_STAFF if value.endswith(" staff") else JOINED).split(value)
    stopped = len(before) <= CAPTIONED and before.rstrip()[-1:] in '.!?…”"'
    return (
        stopped
        and len(parts) == _STAFF
        and names.is_person(parts[0], words)
        and capitalised(parts[1].removesuffix(" staff"))
    )


def names_a_holder(value: str, words: Vocabulary) -> bool:
    """Whether a value is nothing but capitalised words, and no remark on the picture."""
    tokens = value.split()
    if len(value) > HELD or ":" in value or sections(value) or not capitalised(value):
        return False
    if words.words("photo.illustrative").within(level(value)):
        return False
    return len(tokens) > 1 or (value.isupper() and 2 < len(value) < 8)


def capitalised(value: str) -> bool:
    tokens = value.split()
    return value[:1].isupper() and all(one[0].isupper() or one in _SMALL for one in tokens)


def bare_agency(text: str, words: Vocabulary) -> bool:
    """A whole line ``Jane Roe/AFP``, ``AFP/Jane Roe`` or ``Jane Roe / Getty Images``."""
    if len(text) > 80 or "/" not in text or "://" in text:
        return False
    text = text.rstrip(")")
    parts = [part.strip() for part in re.split(r"\s*[/|]\s*", text.strip("() "))]
    known = [bool(agencies.agency(part) or photo_words.platform(part)) for part in parts]
    return any(known) and all(
        one or names.is_person(part, words) or part.isupper() for one, part in zip(known, parts, strict=True)
    )
