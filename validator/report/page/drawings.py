"""Drawings: columns and calendars as plans of rectangles, which the template draws as SVG."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

HEIGHT = 120  # of the columns
_MOST_COLUMNS = 120
_WINDOW = 371  # days of a calendar: 53 weeks
_STEPS = 4
CELL = 10
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Column(Struct, frozen=True):
    """A column of a histogram: what it stands for, how to find it, its count and its height."""

    name: str
    key: str
    count: int
    height: float


class Cell(Struct, frozen=True):
    """A day in a calendar, its place, and how full it is from 0 to 4."""

    day: str
    x: int
    y: int
    count: int
    step: int
    mark: str


class Calendar(Struct, frozen=True):
    """The fullest 53 weeks of a source; ``outside`` counts the articles of other days."""

    cells: tuple[Cell, ...]
    months: tuple[tuple[int, str], ...]
    width: int
    first: str
    last: str
    outside: int


def columns(counts: Mapping[str, int], names: Mapping[str, str] | None = None) -> list[Column]:
    """Columns in the order given; a column that is there is seen."""
    most = max(counts.values(), default=0)
    return [
        Column((names or {}).get(key, key), key, count, max(2.0, round(HEIGHT * count / most, 1)) if count else 0.0)
        for key, count in counts.items()
    ]


def by_month(months: Mapping[str, int], runs: list[list[str]]) -> dict[str, int]:
    """Month -> articles, empty months within a run too; by year where the months are too many to be drawn."""
    if sum(map(len, runs)) <= _MOST_COLUMNS:
        return {month: months.get(month, 0) for run in runs for month in run}
    years: dict[str, int] = {}
    for month, count in sorted(months.items()):
        years[month[:4]] = years.get(month[:4], 0) + count
    return years


def calendar(days: Mapping[str, int], marks: Mapping[str, str]) -> Calendar | None:
    """The calendar of days with their counts; ``marks`` says what is wrong with a day."""
    counts = {dt.date.fromisoformat(day): count for day, count in days.items()}
    if not counts:
        return None
    first, last = _fullest(counts)
    shown = {day: count for day, count in counts.items() if first <= day <= last}
    most = max(shown.values())
    monday = first - dt.timedelta(first.weekday())
    cells = []
    for at in range((last - first).days + 1):
        day = first + dt.timedelta(at)
        week, weekday = divmod((day - monday).days, 7)
        count = shown.get(day, 0)
        step = 0 if not count else max(1, math.ceil(_STEPS * math.log1p(count) / math.log1p(most)))
        cells.append(Cell(day.isoformat(), week * CELL, weekday * CELL, count, step, marks.get(day.isoformat(), "")))
    months = _names(cells)
    width = max(cells[-1].x + CELL, months[-1][0] + 6 * CELL)
    outside = sum(counts.values()) - sum(shown.values())
    return Calendar(tuple(cells), tuple(months), width, first.isoformat(), last.isoformat(), outside)


def _names(cells: Sequence[Cell]) -> list[tuple[int, str]]:
    """Names of months over their first weeks, as many as do not stand on each other."""
    starts = [(one.x, one.day) for one in cells if one.day.endswith("-01")]
    if not starts or starts[0][0] - cells[0].x >= 6 * CELL:
        starts.insert(0, (cells[0].x, cells[0].day))
    names: list[tuple[int, str]] = []
    free = 0
    for x, day in starts:
        if x < free:
            continue
        month, year = _MONTHS[int(day[5:7]) - 1], day[:4]
        names.append((x, f"{month} {year}" if not names else year if day[5:7] == "01" else month))
        free = x + len(names[-1][1]) * CELL * 7 // 10
    return names


def _fullest(counts: Mapping[dt.date, int]) -> tuple[dt.date, dt.date]:
    """First and last day of the window that holds the most articles, the latest of several."""
    days = sorted(counts)
    best, left, held = (0, 0, 0), 0, 0
    for right, day in enumerate(days):
        held += counts[day]
        while (day - days[left]).days >= _WINDOW:
            held -= counts[days[left]]
            left += 1
        best = max(best, (held, right, left))
    return days[best[2]], days[best[1]]


def between(first: str, last: str) -> list[str]:
    """Every day from the first to the last."""
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return [(start + dt.timedelta(at)).isoformat() for at in range((end - start).days + 1)]
