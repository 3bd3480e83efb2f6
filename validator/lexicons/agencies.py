"""Agencies, picture platforms and account words: who may stand in a credit without being a person."""

from __future__ import annotations

from functools import cache, lru_cache

from validator.lexicons.fold import fold
from validator.lexicons.lexicon import built, load
from validator.lexicons.phrases import Words

_PICTURES = 24  # letters of a line that is the name of an agency of pictures
_DESK = 4  # letters of the sign of an agency's desk


def _names(kind: str) -> dict[str, str]:
    """Folded name -> id: ``agencies``, ``platforms``, ``weak`` (a word as well), ``canonical``."""
    table: dict[str, str] = built("names")[kind]
    return table


@lru_cache(maxsize=4096)  # the names of a corpus come again and again
def agency(name: str, *, sure: bool = False) -> str | None:
    """The id of the agency a name stands for.

    Names that are ordinary words as well (``tass``, ``pa``) count when written as the agency writes
    itself, beside a word for agency, or where the place leaves no doubt (``sure``).
    """
    text = name.strip(' .,;:()[]«»"')
    folded = fold(text)
    found = _names("agencies").get(folded)
    if found:
        return found
    bare = without_agency_word(folded)
    if bare != folded:
        return _names("agencies").get(bare) or _names("weak").get(bare)
    if "İ" in text:  # Turkish: the small letters of I and İ are not those of other languages
        return agency(text.replace("I", "ı").replace("İ", "i").lower(), sure=sure)
    if sure or _names("canonical").get(folded) == text or (text.isupper() and len(text) > 1):
        return _names("weak").get(folded)
    return None


def holds_pictures(text: str) -> bool:
    """Whether a text is the name of an agency that sells pictures and writes nothing: ``(Getty Images)``."""
    return len(text) <= _PICTURES and agency(text) in _of_pictures()


@cache
def _of_pictures() -> frozenset[str]:
    return frozenset(one["id"] for one in load("agencies")["agencies"] if one["photo"] and not one["wire"])


def is_sign(text: str) -> bool:
    """Whether a text is an agency's name, several, or one with its desk (``AP/dpa``, ``dpa/lno``)."""
    first, *others = text.split("/")
    known = (agency(one) is not None or (one.islower() and one.isalpha() and len(one) <= _DESK) for one in others)
    return agency(first) is not None and all(known)


def without_agency_word(folded: str) -> str:
    """A folded name without the noun beside it (``agence tass`` -> ``tass``)."""
    words = _agency_words()
    head = words.opening(folded)
    if head and head < len(folded):
        return folded[head:].strip()
    tail = words.closing(folded)
    if tail and tail < len(folded):
        return folded[:-tail].strip()
    return folded


@cache
def _agency_words() -> Words:
    """The nouns beside an agency's name, of all languages at once."""
    return Words(built("names")["agency_words"])


def cited(printed: str, canonical: str) -> str:
    """An agency as readers of the article's script cite it: its own name there, else the canonical one."""
    name = without_agency_word(printed.strip())
    return canonical if any("a" <= one.lower() <= "z" for one in name) else name


def platform(name: str) -> str | None:
    """The id of the picture platform or social network a name stands for."""
    return _names("platforms").get(fold(name).removeprefix("www.").rstrip("/"))


@cache
def account_words() -> Words:
    """Words that show an institution's account, no photographer."""
    return Words(load("platforms")["accounts_weak"])
