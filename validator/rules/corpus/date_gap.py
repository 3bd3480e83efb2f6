"""COR002: days are missing on which a source publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date as Day
from datetime import timedelta
from typing import Any

from msgspec import Struct
from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.corpus import calendars
from validator.rules.corpus.holidays import between_years, holiday
from validator.rules.corpus.pattern import Gap, Pattern
from validator.rules.survey import Corpus, CorpusRule

_SHORT = 3  # days that many sources may miss together: a holiday that no list knows
_OTHERS, _TOGETHER = 3, 0.5
_KEEPERS, _AT_WORK = 5, 0.9
_ONE_TONGUE = 0.5  # share of articles without an outlet in one language, from which they may be of one source
_NOVEMBER, _APRIL = Day(2024, 11, 1), Day(2025, 4, 25)
_SUMMER = range(42, 91, 7)
_WEEKLY = 6.5  # days from one number to the next, of a source that has one a week or fewer


def _records(
    days: int, missing: set[int], *, a_day: int = 2, step: int = 1, first: Day = Day(2025, 1, 8), **more: str
) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"id": f"{at}-{one}", "text": "Council meets.", "outlet": "Bell", "date": f"{first + timedelta(at)}", **more}
        for at in range(0, days, step)
        for one in range(a_day)
        if at not in missing
    )


def _stray(*days: str) -> tuple[dict[str, Any], ...]:
    return tuple({"id": day, "text": "Council meets.", "outlet": "Bell", "date": day} for day in days)


class _Look(Struct, frozen=True):
    """Days on which a source has nothing, what it should have, and how likely that is by either test."""

    source: str
    days: list[Day]
    expected: float
    likely: float
    regular: float
    weekly: bool


class DateGap(CorpusRule):
    """On a day on which a source usually publishes there are articles of it.

    Archives lose whole days and months, and no article shows it. Which weekdays a source has, and how many articles on
    them, is learnt from its other days. A gap, or one weekday of several weeks on end, is a fault where its emptiness
    is too unlikely (Poisson; binomial or negative binomial where the days vary less or more) among all of them, so that
    no more than one in a hundred of those told is chance, or where a source that misses next to nothing misses a day
    (binomial against a source without a plan). Holidays count of a source that keeps none of the others; and in a gap
    that is unlikely without them where nearly all sources that keep others have articles (Boxing Day, where it is
    none). Public holidays of a country that speaks a source's language are none where it keeps most of them, nor is a
    pause or a day that comes back every year, nor up to three days that many sources miss, nor the number of a weekly
    between Christmas and New Year, nor the time between a source's own and a few stray dates (1970). Articles without
    an outlet are a source where most of them are in one language.
    """

    code = "COR002"
    severity = Severity.INFO
    reads = ("source", "published", "language")
    judged = "published IS NOT NULL"
    corpora = (
        Corpus(_records(60, set())),
        Corpus(_records(60, {at for at in range(60) if at % 7 in (3, 4)})),  # no weekends
        Corpus(_records(200, set(), step=7)),  # a weekly
        Corpus(_records(105, {1, 2, 9, 17, 18, 19, 33, 40, 41, 55, 56, 71, 83})),  # as it comes
        Corpus(_records(110, {100, 102, 103})),  # 18, 20 and 21 April: Easter
        Corpus((*_records(60, set()), *_stray("1970-01-01", "1999-12-31", "2000-01-01", "2038-01-19"))),
        Corpus(_records(140, {at for at in range(33, 105) if at % 7 == 5 and at % 2})),  # every other Monday
        Corpus(_records(140, {at for at in range(33, 80) if at % 7 == 5}, a_day=3), (frozenset(),)),  # seven Mondays
        Corpus(_records(120, {54, 55, 56, 61}, first=_NOVEMBER)),  # the day after Christmas, a Friday, is free as well
        Corpus(_records(140, {at for at in range(90, 140) if at % 7 == 5}, a_day=3)),  # Mondays are given up
        Corpus(_records(60, {29}), (frozenset(),)),
        Corpus(_records(60, {29}, outlet="", language="de"), (frozenset(),)),
        Corpus(tuple(one for tongue in ("de", "fr", "pl") for one in _records(60, {29}, outlet="", language=tongue))),
        Corpus((*_records(60, {29}), *_stray("1970-01-01")), (frozenset(),)),
        Corpus(_records(120, set(range(40, 71)), a_day=1), (frozenset(),)),
        Corpus(_records(210, {77}, step=7), (frozenset(),)),
        Corpus(_records(182, {119}, step=7, first=Day(2024, 9, 1))),  # a weekly without the number of 29 December
        Corpus(_records(182, {112, 119}, step=7, first=Day(2024, 8, 25)), (frozenset(),)),  # two before it
        # Ascension and Whit Monday are holidays in Germany, if it keeps them.
        Corpus(_records(120, {6, 34, 45}, first=_APRIL, language="de")),
        Corpus(_records(120, {42, 43, 44, 45}, first=_APRIL, language="tr")),  # nothing but the feast of sacrifice
        Corpus(_records(120, {6, 34, 45}, first=_APRIL, language="pl"), (frozenset(), frozenset())),
        Corpus(_records(60, {34}, first=_APRIL, language="de"), (frozenset(),)),
        Corpus(_records(490, {*_SUMMER, *(at + 364 for at in _SUMMER)}, step=7)),  # a weekly that pauses every summer
        Corpus(_records(490, set(_SUMMER), step=7), (frozenset(),)),
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
        if "" in counts and _are_many(tables):
            del counts[""]
        found = {source: Pattern(dict(sorted(days.items()))) for source, days in counts.items()}
        patterns = {source: one.settled for source, one in found.items() if one.learnt}
        shared, worked = _shared(patterns), _worked(patterns)
        looked = [
            look
            for source, one in patterns.items()
            for gap in (*one.runs, *one.gaps)
            if (look := self._look(source, one, gap, shared, worked)) is not None
        ]
        # A gap or a run may begin after each day. Of the level most is for the first of the two tests.
        looks = 2 * sum(len(one.counts) - 1 for one in patterns.values())
        likely = chance.threshold((one.likely for one in looked), looks)
        regular = chance.LEVEL / 10 / max(1, len(patterns))
        told: dict[str, set[Day]] = {}
        spoken = self._languages(tables) if looked else {}
        for look in looked:
            known, pattern = told.setdefault(look.source, set()), patterns[look.source]
            unlikely = look.likely <= likely or look.regular <= regular
            if unlikely and not known.issuperset(look.days) and not _yearly(pattern, look.days):
                known.update(look.days)
                if not calendars.free(pattern, spoken[look.source], look.days).issuperset(look.days):
                    yield self._finding(look)

    def _languages(self, tables: Tables) -> dict[str, str]:
        """The language in which each source has most of its articles; none where that is not known."""
        rows = tables.rows("SELECT source, language, count(*) FROM articles GROUP BY source, language")
        return {source: language or "" for source, language, _ in sorted(rows, key=lambda row: (row[2], row[1] or ""))}

    def _look(self, source: str, pattern: Pattern, gap: Gap, shared: set[Day], worked: set[Day]) -> _Look | None:
        """How unlikely a source's gap is by the days in it that count; None where none of them do.

        A free day does not, unless the source keeps none, or a gap that is unlikely anyway holds one on which other
        sources ``worked``; nor, in a short gap, does a day that many sources miss (``shared``).
        """
        week = pattern.week_without(gap)
        days = [day for day in gap.days if week.mean(day) > 0 and not _free(pattern, day)]
        if days:  # a gap of nothing but holidays tells nothing
            none, counted = pattern.keeps_none(gap), worked if week.none(days) <= chance.LEVEL else ()
            days = [day for day in gap.days if week.mean(day) > 0 and (none or not _free(pattern, day, counted))]
        usual = [day for day in days if week.usual(day)]
        if len(usual) <= _SHORT:
            days = [day for day in days if day not in shared]
            usual = [day for day in usual if day not in shared]
        if not days or not (usual or len(gap.days) > self.longer * pattern.interval):
            return None
        kept = sum(_free(pattern, day) and week.mean(day) > 0 for day in gap.days if day not in days)
        regular = week.regular if len(usual) > kept else 1.0  # days between holidays are free as well
        least = min(map(week.mean, usual)) / 2 if usual else 0
        shown = [day for day in days if week.mean(day) >= least]
        return _Look(source, shown, sum(map(week.mean, days)), week.none(days), regular, gap.step > 1)

    def _finding(self, look: _Look) -> Finding:
        first, last = look.days[0], look.days[-1]
        when = f"on {first:%A} {first}" if first == last else f"from {first} to {last}"
        if look.weekly:
            when = f"on {len(look.days)} {first:%A}s {when}"
        expected = max(1, round(look.expected))
        articles = "1 article is" if expected == 1 else f"{expected} articles are"
        return self.among(
            f"{outlets.called(look.source)}: nothing {when}, where about {articles} to be expected",
            (),
            source=look.source,
            subject=f"{look.source} | {first} | {last}{' | weekly' if look.weekly else ''}",
        )


def _are_many(tables: Tables) -> bool:
    """Whether articles without an outlet are in so many languages that they are no source with days of its own."""
    rows = tables.rows("SELECT language, count(*) FROM articles WHERE source = '' GROUP BY language")
    counts = [count for language, count in rows if language]
    return bool(counts) and max(counts) < _ONE_TONGUE * sum(counts)


def _yearly(pattern: Pattern, days: list[Day]) -> bool:
    """Whether a source has nothing at that time in other years either."""
    return pattern.pauses(days[0]) or pattern.every_year(days)


def _free(pattern: Pattern, day: Day, worked: Collection[Day] = ()) -> bool:
    """Whether a source may well have nothing on a day because of what day it is, none of the holidays ``worked`` on."""
    return (holiday(day) and day not in worked) or (pattern.interval >= _WEEKLY and between_years(day))


def _worked(patterns: Mapping[str, Pattern]) -> set[Day]:
    """Holidays on which nearly all sources have articles that usually have on such weekdays, and keep others.

    All but the one that is asked about, which has none.
    """
    asked, having = Counter[Day](), Counter[Day]()
    for pattern in patterns.values():
        for day in pattern.holidays:
            if any(kept != day for kept in pattern.kept):
                asked[day] += 1
                having[day] += day in pattern.counts
    return {day for day, number in having.items() if number >= max(_KEEPERS, _AT_WORK * (asked[day] - 1))}


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
