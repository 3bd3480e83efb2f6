"""Months, weekdays and countries by their names (CLDR, and newspapers' own spellings)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from validator.lexicons.fold import level
from validator.lexicons.lexicon import LANGUAGES, VOCABULARIES, built, load
from validator.lexicons.phrases import Words

_PERSONS = {"ian", "marta"}  # months that elsewhere are given names: they count in their own language alone
_SPELLED_OUT = 5  # letters of a weekday; shorter ones are abbreviations, or words of their own (``mer``, ``sex``)
# Cases of a weekday that as often are another word's: the environment, the centre.
_HOMOGRAPHS = frozenset("среду среды среде средой středu středy".split())


@lru_cache(maxsize=2 * VOCABULARIES)  # months and weekdays
def _table(kind: str, language: str) -> dict[str, int]:
    """Name -> number. What languages disagree on goes to the given one, then English, then the most."""
    names: Any = built("times")[kind]
    table: dict[str, int] = {}
    for one in LANGUAGES:
        if kind == "months" or not language:
            table |= names["own"][one] | names["listed"][one]
    table = {name: number for name, number in (table | names["any"]).items() if name not in _PERSONS}
    for one in dict.fromkeys(("en", language)):
        table |= names["own"].get(one, {}) | names["listed"].get(one, {})
    return table


def month(name: str, language: str = "") -> int | None:
    """1 to 12; None where the word is no month's name in any language."""
    return _table("months", language).get(level(name).strip(". "))


def weekday(name: str, language: str = "") -> int | None:
    """1 (Monday) to 7; None where the word is no weekday's name."""
    return _table("weekdays", language).get(level(name).strip(". "))


@lru_cache(maxsize=VOCABULARIES)
def weekday_names(language: str) -> Words:
    """The full weekday names of a language, levelled; those of every language where none is given.

    With their cases (``w środę``, ``szerdán``), and with a part of the day in one word (``Mittwochabend``).
    """
    names: Any = built("times")["weekdays"]
    full = [name for name in names["own"].get(language) or names["any"] if name in names["any"]]
    if language not in LANGUAGES:
        return Words(full)
    dates = load(language)["dates"]
    full += [name for name in _inflected(dates["weekdays"]) if not any(one.startswith(name) for one in full)]
    return Words([*full, *(name + level(part) for name in full for part in dates["day_parts"])])


def _inflected(listed: dict[str, list[str]]) -> list[str]:
    """The lexicon's own spellings of weekdays that are no abbreviations."""
    names = [level(name) for names in listed.values() for name in names if name[-1] != "."]
    return [name for name in names if len(name) >= _SPELLED_OUT and name not in _HOMOGRAPHS]


@cache
def cities() -> frozenset[str]:
    """Folded names of several words of the world's greater cities, as the CLDR has them."""
    return frozenset(built("cities"))


def country(name: str) -> str | None:
    """The ISO 3166-1 code of a country named in one of the lexicons' languages."""
    code = built("countries").get(level(name).strip())
    return code if isinstance(code, str) else None
