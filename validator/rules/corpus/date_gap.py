"""COR002: days are missing on which a source publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date as Day
from datetime import timedelta
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.corpus.holidays import holiday
from validator.rules.corpus.pattern import Gap, Pattern
from validator.rules.survey import Corpus, CorpusRule

_SHORT = 3  # days that many sources may miss together: a holiday that no list knows
_OTHERS, _TOGETHER = 3, 0.5


def _records(days: int, missing: set[int], *, a_day: int = 2, step: int = 1) -> tuple[dict[str, Any], ...]:
    first = Day(2025, 1, 8)
    return tuple(
        {"id": f"{at}-{one}", "text": "Council meets.", "outlet": "Bell", "date": (first + timedelta(at)).isoformat()}
        for at in range(0, days, step)
        for one in range(a_day)
        if at not in missing
    )


def _stray(*days: str) -> tuple[dict[str, Any], ...]:
    return tuple({"id": day, "text": "Council meets.", "outlet": "Bell", "date": day} for day in days)


class DateGap(CorpusRule):
    """On a day on which a source usually publishes there are articles of it.

    Archives lose whole days and months, and no article shows it. Which weekdays a source has, and how many articles on
    them, is learnt from its other days. A gap is a fault where its emptiness is too unlikely among all gaps (Poisson,
    or negative binomial where the days vary more), or where a source that misses next to nothing misses a day
    (binomial against a source without a plan). Holidays, and up to three days that many sources miss, are none, nor is
    the time between a source's own and a few stray dates (1970).
    """

    code = "COR002"
    severity = Severity.INFO
    judged = "published IS NOT NULL"
    corpora = (
        Corpus(_records(60, set())),
        Corpus(_records(60, {at for at in range(60) if at % 7 in (3, 4)})),  # no weekends
        Corpus(_records(200, set(), step=7)),  # a weekly
        Corpus(_records(105, {1, 2, 9, 17, 18, 19, 33, 40, 41, 55, 56, 71, 83})),  # as it comes
        Corpus(_records(110, {100, 102, 103})),  # 18, 20 and 21 April: Easter
        Corpus((*_records(60, set()), *_stray("1970-01-01", "1999-12-31", "2000-01-01", "2038-01-19"))),
        Corpus(_records(60, {29}), (frozenset(),)),
        Corpus((*_records(60, {29}), *_stray("1970-01-01")), (frozenset(),)),
        Corpus(_records(120, set(range(40, 71)), a_day=1), (frozenset(),)),
        Corpus(_records(210, {77}, step=7), (frozenset(),)),
    )

    longer: float = Field(
        default=5, gt=1, description="How many median intervals a gap lasts at least, where no weekday is usual."
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        counts: dict[str, dict[Day, int]] = {}
        for source, day, count in tables.rows(
            "SELECT source, published, count(*) FROM articles WHERE published IS NOT NULL GROUP BY source, published"
        ):
            counts.setdefault(source, {})[day] = count
        found = {source: Pattern(dict(sorted(days.items()))) for source, days in counts.items()}
        patterns = {source: one.settled for source, one in found.items() if one.learnt}
        gaps, sources = sum(len(one.counts) - 1 for one in patterns.values()), len(patterns)
        # Of the level most is for the first of the two tests.
        levels = (chance.LEVEL / max(1, gaps), chance.LEVEL / 10 / max(1, sources))
        shared = _shared(patterns)
        for source, pattern in patterns.items():
            for gap in pattern.gaps:
                finding = self._judged(source, pattern, gap, shared, levels)
                if finding is not None:
                    yield finding

    def _judged(
        self, source: str, pattern: Pattern, gap: Gap, shared: set[Day], levels: tuple[float, float]
    ) -> Finding | None:
        level, regular = levels
        week = pattern.week_without(gap)
        days = [day for day in gap.days if week.mean(day) > 0 and not holiday(day)]
        usual = [day for day in days if week.usual(day)]
        if len(usual) <= _SHORT:
            days = [day for day in days if day not in shared]
            usual = [day for day in usual if day not in shared]
        if not days or not (usual or len(gap.days) > self.longer * pattern.interval):
            return None
        if week.none(days) > level and not (usual and week.regular <= regular):
            return None
        first, last = (usual or days)[0], (usual or days)[-1]
        when = f"on {first:%A} {first}" if first == last else f"from {first} to {last}"
        expected = max(1, round(sum(map(week.mean, days))))
        articles = "1 article is" if expected == 1 else f"{expected} articles are"
        return self.among(
            f"{outlets.called(source)}: nothing {when}, where about {articles} to be expected",
            (),
            source=source,
            subject=f"{source} | {first} | {last}",
        )


def _shared(patterns: Mapping[str, Pattern]) -> set[Day]:
    """Days that at least half of the sources miss which have articles on such days, and three of them."""
    missed = Counter(
        day
        for pattern in patterns.values()
        for gap in pattern.gaps
        if not pattern.long(gap)
        for day in gap.days
        if pattern.week_without(gap).usual(day)
    )
    found: set[Day] = set()
    for day, sources in missed.items():
        if sources >= _OTHERS:
            having = sum(day in one.counts and one.week.usual(day) for one in patterns.values())
            if sources >= _TOGETHER * (sources + having):
                found.add(day)
    return found
