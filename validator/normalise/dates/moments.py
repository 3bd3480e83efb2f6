"""Dates as they are written, in any language, read into moments.

Numbers may be written in any script's digits. A date that no calendar holds is impossible, one whose
day and month can be swapped keeps both readings; nothing is ever padded or guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from validator.lexicons import calendar
from validator.model.article import Moment, Precision
from validator.normalise.dates import solar_hijri
from validator.normalise.dates.patterns import (
    ANCHOR,
    ANCHORS,
    DATE,
    DAY_FIRST,
    ERAS,
    NUMERIC_ANCHOR,
    WEEKDAY_AFTER,
    WEEKDAY_APART,
    WEEKDAY_BEFORE,
    WEEKDAY_LAST,
    WORD,
    beyond,
    offset,
    plain_digits,
)
from validator.regex import regex

Problem: TypeAlias = Literal["", "unparseable", "impossible"]

YEARS, _BUDDHIST = range(1500, 2201), range(2443, 2643)
_CENTURIES = {"tha": 2500, "bbs": 2000}  # of years that are written with two numbers: of the Buddhist era, of ours
_YEAR_FIRST = frozenset(("ko", "ja", "zh"))  # languages of ``24.05.12``
_BESIDE = regex(r"\s?[/(]")
_BEFORE, _BEHIND = 48, 64  # letters that a date may have before its year, and behind
_DAY_MONTH = regex(rf"(?<![\w/.\-])(\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s)?({WORD})")
_REPUBLIC = (("roc_y", "roc_y"), ("roc_m", "rok_m"), ("roc_d", "rok_d"))
_CJK_DAYS = {
    one: number
    for number, both in enumerate(("月一월", "火二화", "水三수", "木四목", "金五금", "土六토", "日天일"), 1)
    for one in both
}


class Seen(Struct, frozen=True):
    """A date expression in a text: ``text[start:end]``; ``start`` takes in an adjacent weekday."""

    start: int
    end: int
    moment: Moment | None
    problem: Problem = ""
    date_start: int = 0


def find(text: str, language: str = "", start: int = 0, end: int | None = None) -> Iterator[Seen]:
    """Every date of at least month precision that is written out with its year."""
    at, end = start, len(text) if end is None else end
    text = plain_digits(text)
    anchors = NUMERIC_ANCHOR if text.isascii() else ANCHORS.get(language) or ANCHOR
    for anchor in anchors.finditer(text, start, end):
        # The pattern is costly: it is asked only around what may be the year of a date.
        last = min(end, anchor.end() + _BEHIND)
        first = max(at, anchor.start() - _BEFORE)
        while (match := DATE.search(text, first, last)) is not None and match.start() <= anchor.start():
            seen = _read(text, match, language, start)
            if seen is not None:
                yield seen
                at = max(seen.end, match.start() + 1)
                break
            first = beyond(match)


def day_months(text: str, language: str = "") -> Iterator[tuple[int, int]]:
    """Places of a day and a month without a year (``20 janvier``)."""
    for match in _DAY_MONTH.finditer(text):
        if calendar.month(match[2], language) and not re.match(r"[.,]?\s*(?:de\s)?\d{4}", text[match.end() :]):
            yield match.span()


def moment_of(year: int, month: int, day: int | None, form: str) -> tuple[Moment | None, Problem]:
    if day is None:
        if 1 <= month <= 12:
            return Moment(f"{year:04}-{month:02}", Precision.MONTH, form), ""
        return None, "impossible"
    try:
        return Moment(date(year, month, day).isoformat(), Precision.DAY, form), ""
    except ValueError:
        return None, "impossible"


def _read(text: str, match: re.Match[str], language: str, floor: int) -> Seen | None:
    """The moment of a match; None where it is no date at all (a word that is no month)."""
    read = _calendar_day(match, language)
    if read is None:
        return None
    moment, problem = read
    start, date_start, end = match.start(), match.start(), match.end()
    named = None
    before = WEEKDAY_BEFORE.search(text, max(floor, start - 24), start)
    if before and len(before[1]) > 1 and (named := _weekday(before[1], language)):
        start = before.start()
    after = WEEKDAY_AFTER.match(text, end)
    if named is None and after:
        named, end = _CJK_DAYS[after[1][-1]], after.end()
    elif named is None and (after := WEEKDAY_LAST.get(language, WEEKDAY_APART).match(text, end)):
        named = calendar.weekday(after[1], language)
        end = after.end() if named else end
    if moment is None:
        return Seen(start, end, None, problem, date_start)
    if moment.precision is Precision.DAY:
        moment = _with_time(moment, match)
    if named:
        moment = replace(moment, weekday=named)
    return Seen(start, end, _settled(moment), "", date_start)


def _calendar_day(match: re.Match[str], language: str) -> tuple[Moment | None, Problem] | None:
    group = match.groupdict()
    if group["iso_y"]:
        return _iso(group, language)
    if group["num_y"]:
        return _numeric(group, language)
    if group["cjk_m"]:
        return _cjk(group)
    if group["roc_y"]:
        return _republic(group, language)
    form = next(name for name in ("dot", "ymd", "dmy", "tha", "bbs", "mdy", "thg", "my") if group[f"{name}_m"])
    name = group[f"{form}_m"]
    number = int(name) if form in ("dot", "bbs", "thg") else _month(name, language)
    year = _western(int(group[f"{form}_y"]) + _CENTURIES.get(form, 0), language)
    day = int(group[f"{form}_d"]) if form != "my" else None
    if number is None and day and year in solar_hijri.YEARS and (month := solar_hijri.month(name.removesuffix(" ماه"))):
        return _solar(year, month, day, "text")
    if number is None or year not in YEARS:
        return None
    return moment_of(year, number, day, "numeric" if form in ("dot", "bbs") else "text")


def _month(name: str, language: str) -> int | None:
    return calendar.month(name, language) or calendar.month(_BESIDE.split(name.rstrip("-"))[0], language)


def _weekday(name: str, language: str) -> int | None:
    """The day that a word names; Persian joins its number to it, Thai the word that leads to the day's."""
    joined = name.replace(" ", "").replace("\u200c", "").removesuffix("ที่")
    return calendar.weekday(name, language) or (calendar.weekday(joined, language) if joined != name else None)


def _solar(year: int, month: int, day: int, form: str) -> tuple[Moment | None, Problem]:
    found = solar_hijri.day(year, month, day)
    return (Moment(found.isoformat(), Precision.DAY, form), "") if found else (None, "impossible")


def _western(year: int, language: str) -> int:
    """The year of the common era: Thailand counts its years from the Buddha's death, also in ISO's order."""
    return year - 543 if language == "th" and year in _BUDDHIST else year


def _iso(group: dict[str, str | None], language: str) -> tuple[Moment | None, Problem] | None:
    year, month = _western(int(group["iso_y"] or 0), language), int(group["iso_m"] or 0)
    day, separator = group["iso_d"], group["iso_sep"]
    if day and solar_hijri.spoken(language, year):
        return _solar(year, month, int(day), "numeric")
    if year not in YEARS or (
        day is None and (separator != "-" or len(group["iso_m"] or "") != 2 or not 1 <= month <= 12)
    ):
        return None
    form = "iso" if separator == "-" and len(group["iso_m"] or "") == 2 else "numeric"
    return moment_of(year, month, int(day) if day else None, form)


def _numeric(group: dict[str, str | None], language: str) -> tuple[Moment | None, Problem] | None:
    """Day and month in numbers: by their points, their language or their size in this order; else in either one."""
    first, second, separator = int(group["num_a"] or 0), int(group["num_b"] or 0), (group["num_sep"] or "").strip()
    year = int(group["num_y"] or 0)
    if len(group["num_y"] or "") == 2:
        if separator == "-" and language != "nl":  # ``24-03-25, 11:18``
            return None
        if language in _YEAR_FIRST:
            return moment_of(2000 + first, second, year, "numeric")
        year += 2000 if year < 70 else 1900
    year = _western(year, language)
    if solar_hijri.spoken(language, year):
        return _solar(year, second, first, "numeric")
    if year not in YEARS:
        return None
    if separator == "." or language in DAY_FIRST:
        return moment_of(year, second, first, "dotted" if separator == "." else "numeric")
    if second > 12 >= first:
        return moment_of(year, first, second, "numeric")
    moment, problem = moment_of(year, second, first, "numeric")
    if moment is not None and first <= 12 and first != second:
        swapped, _ = moment_of(year, first, second, "numeric")
        moment = replace(moment, other=swapped.value if swapped else None)
    return moment, problem


def _cjk(group: dict[str, str | None]) -> tuple[Moment | None, Problem]:
    if group["era"]:
        year = ERAS[group["era"]] + (1 if group["era_y"] == "元" else int(group["era_y"] or 0))
    else:
        year = int(group["cjk_y"] or 0)
    day = group["cjk_d"]
    return moment_of(year, int(group["cjk_m"] or 0), int(day) if day else None, "text")


def _republic(group: dict[str, str | None], language: str) -> tuple[Moment | None, Problem] | None:
    """A day of Taiwan's years, which are told by their language alone (``114年5月7日``, ``114/05/07``)."""
    if language != "zh":
        return None
    year, month, day = (int(group[one] or group[other] or 0) for one, other in _REPUBLIC)
    return moment_of(ERAS["民國"] + year, month, day, "numeric")


def _with_time(moment: Moment, match: re.Match[str]) -> Moment:
    if match["hour"] is None:
        return moment
    hour, minute, second = int(match["hour"]), int(match["minute"]), match["second"]
    half = "ap"[noon == "오후" or noon[0] in "pPم"] if (noon := match["noon"] or match["half"]) else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == 0:
        following = date.fromisoformat(moment.value) + timedelta(days=1)
        moment, hour = replace(moment, value=following.isoformat()), 0
    if hour > 23:
        return moment
    value = f"{moment.value}T{hour:02}:{minute:02}" + (f":{int(second):02}" if second else "")
    return replace(
        moment, value=value + offset(match["zone"]), precision=Precision.SECOND if second else Precision.MINUTE
    )


def _settled(moment: Moment) -> Moment:
    """A weekday decides between two readings of a numeric date."""
    if moment.other is None or moment.weekday is None:
        return moment
    days = [date.fromisoformat(value[:10]) for value in (moment.value, moment.other)]
    fitting = [day for day in days if day.isoweekday() == moment.weekday]
    if len(fitting) != 1:
        return moment
    return replace(moment, value=fitting[0].isoformat() + moment.value[10:], other=None)
