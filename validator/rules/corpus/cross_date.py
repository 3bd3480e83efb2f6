"""COR020: articles that tell the same event as of today bear dates weeks apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

_POST = (
    "A freight train left the rails near Millbrook on Tuesday and took 14 cars with it, said Anna Kestrel of the Tarn "
    "Valley railway. Some 320 people of the quarter Oldgate had to leave their houses, and the mayor, Jonas Whitlow, "
    "spoke of great luck."
)
_HERALD = (
    "Great luck in bad luck: when 14 waggons of a goods train derailed close to Millbrook on Tuesday, nobody was hurt. "
    "Police took 320 neighbours from Oldgate to a school. Railway spokeswoman Anna Kestrel did not want to guess at "
    "the cause, and Mayor Jonas Whitlow thanked all helpers of the Tarn Valley."
)
_FOLLOW_UP = (
    "The track near Millbrook was opened again on Monday. On March 11 a goods train had derailed there with 14 "
    "waggons; 320 people had to leave Oldgate. Anna Kestrel of the Tarn Valley railway and Mayor Jonas Whitlow cut "
    "the ribbon."
)
_TRIAL = (
    "The driver of the goods train that derailed near Millbrook with 14 waggons was asked again on Tuesday why the 320 "
    "people of Oldgate had not been warned. Anna Kestrel of the Tarn Valley railway wept. Mayor Jonas Whitlow sat in "
    "the third row."
)
_DAY = len("2025-03-11")
_FEW_DAYS = 3  # within which an event is named by its day


def _record(outlet: str, day: str, text: str) -> dict[str, str]:
    return {"id": outlet[0].lower(), "outlet": f"Millbrook {outlet}", "date": day, "text": text}


class CrossDate(CorpusRule):
    """What happened today was published within days of it, by whomever.

    Where two outlets tell one event as news and their dates lie weeks apart, one of the dates is wrong, as when a
    site's clock or the day of the crawl was taken for it. A follow-up that names the earlier day is in order, and so is
    an anniversary. What is told as of a third day, weeks from either, is a story that runs, as a trial does.
    """

    code = "COR020"
    severity = Severity.WARNING
    reads = ("key", "id", "published", "days", "as_of_today", "proper")
    needs = ("events",)
    judged = "proper AND published IS NOT NULL"
    days: int = Field(14, ge=1, description="how many days after the first report the last one may be published")
    corpora = (
        Corpus((_record("Post", "2025-03-11", _POST), _record("Herald", "2025-03-13", _HERALD))),
        Corpus((_record("Post", "2025-03-11", _POST), _record("Herald", "2025-04-14", _FOLLOW_UP))),
        Corpus((_record("Post", "2025-03-11", _POST), _record("Herald", "2026-03-11", _HERALD))),
        Corpus((_record("Post", "2025-04-14", _FOLLOW_UP), _record("Echo", "2025-09-15", f"{_FOLLOW_UP} Again."))),
        Corpus(
            (
                _record("Post", "2025-03-11", _POST),
                _record("Herald", "2025-05-06", _HERALD),
                _record("Echo", "2025-07-15", _TRIAL),
            )
        ),
        Corpus(
            (
                _record("Post", "2025-03-11", _POST),
                _record("Herald", "2025-03-12", _HERALD),
                _record("Echo", "2025-07-15", _TRIAL),
            ),
            (frozenset({"p", "e"}), frozenset({"h", "e"})),
        ),
        Corpus(
            (_record("Post", "2025-03-11", _POST), _record("Herald", "2025-05-06", _HERALD)),
            (frozenset({"p", "h"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        rows = tables.rows(
            "SELECT x.id, y.id, x.published, y.published, x.days, y.days, "
            "e.figures >= 2 AND 2 * e.figures >= e.numbers "
            "FROM events e JOIN articles x ON e.a = x.key OR e.b = x.key JOIN articles y ON e.a = y.key OR e.b = y.key "
            f"WHERE x.published < y.published AND e.apart > {self.days} AND x.as_of_today AND y.as_of_today"
        )
        linked: dict[str, set[date]] = {}
        for one, other, early, late, *_ in rows:
            linked.setdefault(one, set()).add(late)
            linked.setdefault(other, set()).add(early)
        for one, other, early, late, first, told, alike in rows:
            if alike and not (_named(early, told) or _shared(first, told) or _anniversary(early, late)):
                gap = (late - early).days
                days = linked[one] | linked[other]
                if not any(self._further(day, early) and self._further(day, late) for day in days):
                    yield self.among(
                        f"one event is told as of {early} and as of {late}, {gap} days apart", (one, other)
                    )

    def _further(self, day: date, other: date) -> bool:
        """Whether what is told as of two days is two chapters of a story."""
        return abs((day - other).days) > self.days and not _anniversary(*sorted((day, other)))


def _anniversary(early: date, late: date) -> bool:
    """Whether years lie between two days, give or take a week and a day for each year."""
    gap = (late - early).days
    return min(gap % 365, -gap % 365) <= gap // 365 + 7


def _shared(first: list[str], second: list[str]) -> bool:
    """Whether two texts name one day, in whichever year: they tell of what happened then, each as of its own day."""
    days = [{one[-5:] for one in told if len(one) == _DAY} for told in (first, second)]
    return not days[0].isdisjoint(days[1])


def _named(day: date, told: list[str]) -> bool:
    """Whether a text speaks of a day, of one beside it, or of its month."""
    near = {(day + timedelta(step)).isoformat() for step in range(-_FEW_DAYS * 2, _FEW_DAYS + 1)}
    return any(
        f"{day.year}{one[4:]}" in near if one[0] == "X" else one in near or day.isoformat()[:7] == one for one in told
    )
