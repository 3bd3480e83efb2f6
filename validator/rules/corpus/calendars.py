"""Public holidays of the countries that speak a source's language, as far as the source keeps them."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from datetime import date as Day
from functools import cache

from validator.rules.corpus.pattern import Pattern

_FEAST = 2  # days at least
_KEPT = 0.75  # share of a calendar's days that a source that keeps it has nothing on
# Of the languages in which the holidays' names are given, those that are spoken beside a country's first; the others
# (English, Ukrainian, Thai) are for foreigners.
_SPOKEN = frozenset({"de", "fr", "it", "nl", "sv"})
_ENGLISH = "en"  # of countries that have their names in no other


def free(pattern: Pattern, language: str, asked: Collection[Day]) -> frozenset[Day]:
    """Those of the days that are holidays of a country or a province whose holidays a source keeps.

    It keeps them where it has nothing on most of those that fall on its usual weekdays, in the years that are asked.
    Several days on end that are holidays one and all are a feast (Eid, the lunar New Year), whatever else it keeps.
    """
    years = frozenset(day.year for day in asked)
    found: set[Day] = set()
    for country, province in _speaking(language):
        wanted = _holidays(country, province, years)
        if wanted.isdisjoint(asked):
            continue
        days = [day for day in wanted if pattern.covers(day) and pattern.week.usual(day)]
        kept = days and sum(day not in pattern.counts for day in days) >= _KEPT * len(days)
        if kept or (len(asked) >= _FEAST and wanted.issuperset(asked)):
            found |= wanted.intersection(asked)
    return frozenset(found)


@cache
def _speaking(language: str) -> tuple[tuple[str, str | None], ...]:
    """The countries that speak a language, and their provinces."""
    import holidays

    return tuple(
        (country, province)
        for country, provinces in sorted(holidays.list_supported_countries(include_aliases=False).items())
        if language in _languages(country)
        for province in (None, *provinces)
    )


def _languages(country: str) -> Iterator[str]:
    import holidays

    calendar = holidays.country_holidays(country)
    yield (calendar.default_language or _ENGLISH).split("_")[0]
    yield from _SPOKEN.intersection(one.split("_")[0] for one in calendar.supported_languages)


@cache
def _holidays(country: str, province: str | None, years: frozenset[int]) -> frozenset[Day]:
    import holidays

    with warnings.catch_warnings(action="ignore"):  # of calendars that do not reach back that far, as India's lunar one
        return frozenset(holidays.country_holidays(country, subdiv=province, years=years))
