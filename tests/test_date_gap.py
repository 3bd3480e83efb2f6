"""`corpus.date_gap` around Christmas: what is a holiday of whom. The corpora are too large for the rule's own page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from validator.rules.corpus.date_gap import DateGap
from validator.rules.survey import Corpus

FIRST = date(2024, 11, 1)
CHRISTMAS, BOXING, FRIDAY, SATURDAY = 54, 55, 56, 57  # days after the first
NEW_YEAR, SECOND = 61, 62
OUTLETS = ("Bell", "Crier", "Dial", "Echo", "Focus", "Globe")


def record(outlet: str, at: int, number: int) -> dict[str, str]:
    day = FIRST + timedelta(at)
    return {"id": f"{outlet} {at}-{number}", "text": "Council meets.", "outlet": outlet, "date": f"{day}"}


def alone(missing: set[int]) -> Iterator[dict[str, str]]:
    """Six to ten articles a day of one outlet, from November to April."""
    for number in range(10):
        lacking = missing | {day for day in range(180) if day * 7 % 5 < number - 5}
        yield from (record("Bell", at, number) for at in range(180) if at not in lacking)


def among(missing: set[int], others: set[int]) -> Iterator[dict[str, str]]:
    """Two to eight articles a day of six outlets; what the first of them lacks, and what the others keep."""
    for outlet in OUTLETS:
        lacking = missing if outlet == OUTLETS[0] else others
        days = (at for at in range(120) if at not in lacking)
        yield from (record(outlet, at, number) for at in days for number in range(2 + at * 4 % 9 % 7))


def told(survey, records: Iterator[dict[str, str]]) -> list[str]:
    return [one.subject for one in survey(DateGap(), Corpus(tuple(records)))]


@pytest.mark.parametrize(
    ("missing", "days"),
    [
        ({CHRISTMAS, BOXING, NEW_YEAR, SECOND}, []),
        ({CHRISTMAS, BOXING}, []),  # nothing but a holiday, of a source that keeps no other
        ({CHRISTMAS, BOXING, FRIDAY, SATURDAY}, ["2024-12-25 | 2024-12-28"]),
    ],
)
def test_of_a_source_alone(missing, days, survey):
    assert told(survey, alone(missing)) == [f"Bell | {one}" for one in days]


@pytest.mark.parametrize(
    ("missing", "others", "days"),
    [
        ({CHRISTMAS, BOXING, NEW_YEAR}, {CHRISTMAS, NEW_YEAR}, []),
        ({CHRISTMAS, BOXING, FRIDAY, SATURDAY, NEW_YEAR}, {CHRISTMAS, BOXING, NEW_YEAR}, []),
        ({CHRISTMAS, BOXING, FRIDAY, SATURDAY, NEW_YEAR}, {CHRISTMAS, NEW_YEAR}, ["2024-12-26 | 2024-12-28"]),
    ],
)
def test_boxing_day_is_a_holiday_where_others_keep_it(missing, others, days, survey):
    assert told(survey, among(missing, others)) == [f"Bell | {one}" for one in days]


def years(missing: set[tuple[int, int, int]], step: int = 1) -> Iterator[dict[str, str]]:
    """Two articles a day, or a number, of one outlet in two years and a half."""
    days = (at for at in range(0, 900, step) if (FIRST + timedelta(at)).timetuple()[:3] not in missing)
    return (record("Bell", at, number) for at in days for number in range(2))


@pytest.mark.parametrize(
    ("missing", "step", "days"),
    [
        ({(2025, 6, 24), (2026, 6, 24)}, 1, []),  # a feast that no calendar knows
        ({(2025, 6, 24)}, 1, ["2025-06-24 | 2025-06-24"]),
        ({(2025, 6, 24), (2026, 6, 25)}, 1, ["2025-06-24 | 2025-06-24", "2026-06-25 | 2026-06-25"]),
        ({(2025, 8, 8), (2025, 8, 15), (2026, 8, 7), (2026, 8, 14)}, 7, []),  # a weekly's two weeks of summer
        ({(2025, 7, 4), (2025, 7, 11)}, 7, ["2025-07-04 | 2025-07-11"]),
    ],
)
def test_what_comes_back_every_year(missing, step, days, survey):
    assert told(survey, years(missing, step)) == [f"Bell | {one}" for one in days]


def test_a_calendar_that_does_not_reach_back_says_so_to_nobody(survey, recwarn):
    records = [one | {"language": "en", "date": one["date"].replace("202", "199")} for one in alone({30, 31, 32})]

    assert told(survey, records) == ["Bell | 1994-12-01 | 1994-12-03"]
    assert not recwarn.list
