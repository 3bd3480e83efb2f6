"""Days on which many papers do not appear: the fixed ones of the Christian calendars, and Easter."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta
from functools import cache

_FIXED = frozenset({(1, 1), (1, 2), (1, 6), (1, 7), (5, 1), (8, 15), (11, 1), (12, 24), (12, 25), (12, 26), (12, 31)})
_EASTER = range(-2, 2)  # Good Friday to Easter Monday


def holiday(day: Day) -> bool:
    """Whether a paper may well not appear on a day."""
    return (day.month, day.day) in _FIXED or any(
        (day - easter).days in _EASTER for easter in (_western(day.year), _eastern(day.year))
    )


def between_years(day: Day) -> bool:
    """Whether a day is from Christmas to New Year, where a paper of one day a week may well leave out a number."""
    return (day.month == 12 and day.day >= 24) or (day.month == 1 and day.day <= 2)


@cache
def _western(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar, after Butcher (1876)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap, ordinary = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * ordinary + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return Day(year, month, day + 1)


@cache
def _eastern(year: int) -> Day:
    """Easter Sunday of the Julian calendar, after Meeus (1991), in the Gregorian one (1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return Day(year, month, day + 1) + timedelta(13)
