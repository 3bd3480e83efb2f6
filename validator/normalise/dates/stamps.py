"""Dates as records declare them: ISO 8601 in all its forms, RFC 2822, numbers, or written out as in a text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from validator.model.article import Moment, Precision
from validator.normalise.dates.moments import YEARS, Problem, find, moment_of
from validator.regex import regex

_LENGTHS = (4, 8, 9, 10, 13)  # digits of a year, a compact day, an epoch in seconds or milliseconds
_OF_CALENDAR = (4, 8, 14)  # digits of a number that is a year, a day or a second of it, if there is such a one
_MARGIN = 24  # letters around a declared date: a label, a place, a named time zone
_STAMP = regex(r"(?a)^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d:?\d\d)?$")  # 20260312T081500Z
_WEEK_DAY, _YEAR_DAY = regex(r"\d{4}-W\d{2}-[1-7]"), regex(r"\d{4}-\d{3}")


def read(value: object, language: str = "") -> tuple[Moment | None, Problem]:
    """A declared value as a moment, or why it is none. Numbers are days of the calendar, or seconds since 1970."""
    if isinstance(value, datetime):
        return _of_datetime(value, "iso"), ""
    if isinstance(value, date):
        return Moment(value.isoformat(), Precision.DAY), ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _of_count(value)
    if not isinstance(value, str):
        return None, "unparseable"
    text = _STAMP.sub(r"\1-\2-\3T\4:\5:\6\7", value.strip())
    return _of_number(text) if text.isdecimal() and len(text) in _LENGTHS else _of_text(text, language)


def _of_count(value: float) -> tuple[Moment | None, Problem]:
    """A number, as columns of whole ones hold days (``20260312``); what no calendar has counts seconds."""
    digits = f"{value:.0f}" if value % 1 == 0 else ""
    moment, problem = read(digits) if len(digits) in _OF_CALENDAR else (None, "unparseable")
    return (moment, problem) if moment else _of_epoch(value)


def _of_number(text: str) -> tuple[Moment | None, Problem]:
    if len(text) == 4:
        return (Moment(text, Precision.YEAR), "") if int(text) in YEARS else (None, "unparseable")
    if len(text) == 8:
        return moment_of(int(text[:4]), int(text[4:6]), int(text[6:]), "compact")
    return _of_epoch(int(text))


@lru_cache(maxsize=4096)  # the days of a corpus come again and again
def _of_text(text: str, language: str) -> tuple[Moment | None, Problem]:
    for seen in find(text, language):
        if len(text) - (seen.end - seen.start) <= _MARGIN:
            return seen.moment, seen.problem
    return _of_week_or_day(text) or _of_rfc2822(text)


def _of_week_or_day(text: str) -> tuple[Moment | None, Problem] | None:
    """ISO 8601's other calendars: a day of a week (``2026-W11-2``), a day of a year (``2026-069``)."""
    form = "%G-W%V-%u" if _WEEK_DAY.fullmatch(text) else "%Y-%j" if _YEAR_DAY.fullmatch(text) else ""
    try:
        found = datetime.strptime(text, form).date() if form else None  # noqa: DTZ007
    except ValueError:
        return None, "impossible"
    return (Moment(found.isoformat(), Precision.DAY), "") if found else None


def _of_rfc2822(text: str) -> tuple[Moment | None, Problem]:
    from email.utils import parsedate_to_datetime

    try:
        return _of_datetime(parsedate_to_datetime(text), "rfc2822"), ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, "unparseable"


def _of_epoch(value: float) -> tuple[Moment | None, Problem]:
    seconds = value / 1000 if abs(value) >= 1e11 else value
    try:
        return _of_datetime(datetime.fromtimestamp(seconds, UTC), "epoch"), ""
    except (ValueError, OverflowError, OSError):
        return None, "unparseable"


def _of_datetime(value: datetime, form: str) -> Moment:
    return Moment(value.isoformat(timespec="seconds"), Precision.SECOND, form)
