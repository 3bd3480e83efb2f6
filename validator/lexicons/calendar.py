"""Months, weekdays and countries by their names (CLDR, and newspapers' own spellings)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from validator.lexicons.fold import level
from validator.lexicons.lexicon import LANGUAGES, VOCABULARIES, built, load
from validator.lexicons.phrases import Words

_PERSONS = {"ian"}  # short months that elsewhere are given names: they count in their own language alone


@lru_cache(maxsize=2 * VOCABULARIES)  # months and weekdays
def _table(kind: str, language: str) -> dict[str, int]:
    """Name -> number. What languages disagree on goes to the given one, then English, then the most."""
    cldr: Any = built("cldr")[kind]
    table: dict[str, int] = {}
    for one in LANGUAGES:
        if kind == "months" or not language:
            table |= cldr["own"][one] | _spellings(kind, one)
    table = {name: number for name, number in (table | cldr["any"]).items() if name not in _PERSONS}
    for one in dict.fromkeys(("en", language)):
        table |= cldr["own"].get(one, {}) | _spellings(kind, one)
    return table


def _spellings(kind: str, language: str) -> dict[str, int]:
    """The lexicon's own spellings beside the CLDR's."""
    if language not in LANGUAGES:
        return {}
    listed = load(language)["dates"][kind]
    return {level(name).strip(". "): int(number) for number, names in listed.items() for name in names}


def month(name: str, language: str = "") -> int | None:
    """1 to 12; None where the word is no month's name in any language."""
    return _table("months", language).get(level(name).strip(". "))


def weekday(name: str, language: str = "") -> int | None:
    """1 (Monday) to 7; None where the word is no weekday's name."""
    return _table("weekdays", language).get(level(name).strip(". "))


@lru_cache(maxsize=VOCABULARIES)
def weekday_names(language: str) -> Words:
    """The full weekday names of a language, levelled; those of every language where none is given."""
    cldr: Any = built("cldr")["weekdays"]
    names = cldr["own"].get(language) or cldr["any"]
    return Words(name for name in names if name in cldr["any"])


@cache
def cities() -> frozenset[str]:
    """Folded names of several words of the world's greater cities, as the CLDR has them."""
    return frozenset(built("cities"))


def country(name: str) -> str | None:
    """The ISO 3166-1 code of a country named in one of the lexicons' languages."""
    code = built("countries").get(level(name).strip())
    return code if isinstance(code, str) else None
