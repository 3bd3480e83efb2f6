"""Initials that papers of Eastern Europe and of Indonesia sign with: ``(dor)``, ``(D. R.)``, ``(nft/nft)``."""

from __future__ import annotations

from validator.lexicons import agencies, photo_words
from validator.lexicons.lexicon import Vocabulary, marks
from validator.regex import regex

_LONGEST = 16  # letters of a line that is nothing but initials in brackets
_ONE = r"(?:[^\W\d_]{2,3}|(?:[^\W\d_]\.\s?){2,3})"
_SIGNED = regex(rf"[(/\[]\s*(?P<first>{_ONE})\s*(?:[/,]\s*{_ONE})?\s*[)/\]]\.?")
_DOTTED = regex(r"(?:[^\W\d_]\.\s?){2,3}")
_SIGNING = frozenset("bg bs cs el hr hu id ms pl ru sk sl sr uk".split())  # languages whose papers sign so
# What stands in brackets below a text too: the desk, the press office, a kind of text, nothing.
_NOBODY = frozenset(
    "red ред pr пр adv ap ад нет нема yok nil la pk ok tv тв sd op ed ps пс foto vid vide dp jr st".split()
)


def signed(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where the initials stand in a line that is nothing else, in brackets; of several who edited comes last."""
    match = _SIGNED.fullmatch(text) if len(text) <= _LONGEST and _SIGNING.intersection(words.languages) else None
    return match.span("first") if match and may_sign(match["first"], words) else None


def may_sign(text: str, words: Vocabulary) -> bool:
    """Whether small letters, or capitals with points, are the initials of a person and nothing that is known."""
    text = text.strip()
    form = _DOTTED.fullmatch(text) if "." in text else 2 <= len(text) <= 3 and text.isalpha() and text.islower()
    if not form or text.lower() in _NOBODY or agencies.agency(text) or text in photo_words.labels(words):
        return False
    return not any(language in words.languages for _, language in marks(text))
