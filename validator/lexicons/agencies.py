"""Agencies, picture platforms and account words: who may stand in a credit without being a person."""

from __future__ import annotations

from functools import cache

from validator.lexicons.fold import fold
from validator.lexicons.lexicon import load, vocabulary
from validator.lexicons.phrases import Words


@cache
def _by_alias(kind: str) -> dict[str, str]:
    """Folded alias -> id, of ``agencies`` or ``platforms``."""
    table: dict[str, str] = {}
    for entry in load(kind)[kind]:
        names = {entry["id"], entry.get("name", entry["id"]), *entry["aliases"], *entry.get("hosts", ())}
        for name in sorted(names - set(entry.get("weak", ()))):
            if fold(name) not in {fold(weak) for weak in entry.get("weak", ())}:
                table.setdefault(fold(name), entry["id"])
    return table


@cache
def _weak() -> dict[str, str]:
    return {weak: entry["id"] for entry in load("agencies")["agencies"] for weak in map(fold, entry.get("weak", ()))}


@cache
def _canonical() -> frozenset[str]:
    return frozenset(entry["id"] for entry in load("agencies")["agencies"])


def agency(name: str, *, sure: bool = False) -> str | None:
    """The id of the agency a name stands for.

    Names that are ordinary words as well (``tass``, ``pa``) count when written as the agency writes
    itself, beside a word for agency, or where the place leaves no doubt (``sure``).
    """
    text = name.strip(' .,;:()[]«»"')
    folded = fold(text)
    found = _by_alias("agencies").get(folded)
    if found:
        return found
    bare = without_agency_word(folded)
    if bare != folded:
        return _by_alias("agencies").get(bare) or _weak().get(bare)
    if sure or text in _canonical() or (text.isupper() and len(text) > 1):
        return _weak().get(folded)
    return None


def without_agency_word(folded: str) -> str:
    """A folded name without the noun beside it (``agence tass`` -> ``tass``)."""
    words: Words = vocabulary().words("source.agency_words")
    head = words.opening(folded)
    if head and head < len(folded):
        return folded[head:].strip()
    tail = words.closing(folded)
    if tail and tail < len(folded):
        return folded[:-tail].strip()
    return folded


def cited(printed: str, canonical: str) -> str:
    """An agency as readers of the article's script cite it: its own name there, else the canonical one."""
    name = without_agency_word(printed.strip())
    return canonical if any("a" <= one.lower() <= "z" for one in name) else name


def platform(name: str) -> str | None:
    """The id of the picture platform or social network a name stands for."""
    return _by_alias("platforms").get(fold(name).removeprefix("www.").rstrip("/"))


@cache
def account_words() -> Words:
    """Words that show an institution's account, no photographer."""
    return Words(load("platforms")["accounts_weak"])
