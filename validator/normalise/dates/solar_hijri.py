"""The calendar of Iran and Afghanistan: its months' names, and its days in the common calendar.

Source of the arithmetic: the 33-year cycle of leap years, which holds from 1178 to 1633 (1799 to 2255 CE).
"""

from __future__ import annotations

from datetime import date

YEARS = range(1200, 1600)
# Years that such a date written in numbers has: news is younger, and the lunar calendar is not far.
OF_NEWS = range(1300, 1450)
_LANGUAGES = frozenset({"fa"})
_NAMES = (
    "فروردین حمل|اردیبهشت ثور|خرداد جوزا|تیر سرطان|مرداد امرداد اسد|شهریور سنبله"
    "|مهر میزان|آبان ابان عقرب|آذر اذر قوس|دی جدی|بهمن دلو|اسفند حوت"
)
_MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()}
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u200c": None, "ـ": None})
_LONG = 6  # months of 31 days; those behind them have 30, the last one 29 or 30
_CYCLE, _LEAPS = 33, 8


def month(name: str) -> int | None:
    """1 to 12; None where the word names no month, however its letters are typed."""
    return _MONTHS.get(name.translate(_LETTERS).strip(". "))


def spoken(language: str, year: int) -> bool:
    """Whether a date in numbers with this year is one of the calendar's in a language."""
    return language in _LANGUAGES and year in OF_NEWS


def day(year: int, month: int, day: int) -> date | None:
    """The same day in the common calendar; None where the month has no such day."""
    longest = 31 if month <= _LONG else 30 if month < 12 or _is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        return None
    return date.fromordinal(_new_year(year) + (month - 1) * 30 + min(month - 1, _LONG) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of the first of Farvardin."""
    cycles, rest = divmod(year + 1595, _CYCLE)
    return 365 * (year + 1595) + cycles * _LEAPS + (rest + 3) // 4 - 356_032


def _is_leap(year: int) -> bool:
    return _new_year(year + 1) - _new_year(year) == 366
