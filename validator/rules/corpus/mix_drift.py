"""COR007: a source's articles are of another kind, or of another number, than in the drop before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from math import sqrt
from statistics import NormalDist, pvariance
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.model.report import FIELDS
from validator.rules import chance, outlets
from validator.rules.survey import Corpus, CorpusRule

_LEAST, _LEAST_DAYS = 30, 10  # articles, and days, in either drop
_STEP = 10  # words: lengths are counted by so many
_STEPS = 5  # by which a median must move, whatever the factor
_TEXT = "The council of Brackwater met for the {}th time this year and spoke of the ferry landing and the school roof."


def _records(days: int, a_day: int = 2, times: int = 1, **extra: Any) -> tuple[dict[str, Any], ...]:
    first = Day(2025, 1, 6)
    return tuple(
        {"id": f"{at}-{one}", "text": " ".join([_TEXT.format(at)] * times), "outlet": "Bell", **extra}
        | {"date": (first + timedelta(at)).isoformat()}
        for at in range(days)
        for one in range(a_day)
    )


def _all(days: int, a_day: int = 2) -> frozenset[str]:
    return frozenset(f"{at}-{one}" for at in range(days) for one in range(a_day))


class MixDrift(CorpusRule):
    """A source's articles are as many, as long, in the same languages and as complete as in the drop before.

    Where one of these jumps, mostly a scraper or a feed has changed and not the paper. Compared per source are the
    shares of languages and of filled fields and the share of articles longer than the median before (Fisher's exact
    test), and the articles a day (a normal test whose variance is that between the days); each is divided by the
    number of all comparisons, and a jump has to be large as well.
    """

    code = "COR007"
    severity = Severity.WARNING
    reads = (*outlets.IDS, "published", "fields", "language", "words")
    corpora = (
        Corpus(_records(30), earlier=_records(40)),
        Corpus(_records(30)),
        Corpus(_records(30, 3), earlier=_records(30, 2)),  # half as many again
        Corpus(_records(6, 1), earlier=_records(30, author="Nell Harrow")),
        Corpus(_records(20, 5), (_all(20, 5),), earlier=_records(30, 2)),
        Corpus(_records(30, times=9), (_all(30),), earlier=_records(30)),
        Corpus(_records(30), (_all(30),), earlier=_records(30, author="Nell Harrow")),
    )

    points: float = Field(default=30, gt=0, le=100, description="By how many points in a hundred a share must change.")
    times: float = Field(default=2, gt=1, description="By what factor the number of articles a day must change.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        seen: list[tuple[float, str, str, str]] = [
            *self._volume(tables),
            *self._fields(tables),
            *self._shares(tables, "language", "language"),
            *self._lengths(tables),
        ]
        ids = outlets.Ids(tables)
        for likely, source, subject, message in seen:
            if message and likely * len(seen) <= chance.LEVEL:
                yield self.among(
                    f"{outlets.called(source)}: {message}",
                    ids.of(source),
                    source=source,
                    subject=f"{source} | {subject}",
                )

    def _volume(self, tables: Tables) -> Iterator[tuple[float, str, str, str]]:
        """Articles a day, days without any among them."""
        now, before = (outlets.per_day(tables, "published", table=table) for table in ("articles", "earlier"))
        for source in sorted(now.keys() & before.keys()):
            new, old = (_daily([*days], [one[0] for one in days.values()]) for days in (now[source], before[source]))
            if min(len(new), len(old)) < _LEAST_DAYS or max(sum(new), sum(old)) < _LEAST:
                continue
            rate, earlier = sum(new) / len(new), sum(old) / len(old)
            spread = max(1.0, pvariance(new) / rate, pvariance(old) / earlier)
            both = (sum(new) + sum(old)) / (len(new) + len(old))
            error = sqrt(spread * both * (1 / len(new) + 1 / len(old)))
            likely = 2 * NormalDist().cdf(-abs(rate - earlier) / error)
            great = max(rate / earlier, earlier / rate) >= self.times
            yield likely, source, "volume", f"{rate:.3g} articles a day, before {earlier:.3g}" if great else ""

    def _fields(self, tables: Tables) -> Iterator[tuple[float, str, str, str]]:
        """A field that fewer articles have."""
        query = f"SELECT source, count(*), {outlets.FILLED} FROM {{}} WHERE proper GROUP BY source"
        now, before = (
            {source: counts for source, *counts in tables.rows(query.format(table))}
            for table in ("articles", "earlier")
        )
        for source in sorted(now.keys() & before.keys()):
            (articles, *filled), (of, *had) = now[source], before[source]
            if min(articles, of) >= _LEAST:
                for name, new, old in zip(FIELDS, filled, had, strict=True):
                    if old / of - new / articles >= self.points / 100:
                        likely = chance.as_few(old, of, new, articles)
                        yield likely, source, name, f"{name} in {new} of {articles} articles, before in {old} of {of}"
                    elif new or old:
                        yield 1.0, source, name, ""

    def _shares(self, tables: Tables, column: str, subject: str) -> Iterator[tuple[float, str, str, str]]:
        """A value of a column that a greater or smaller part of the articles has."""
        now, before = (_counted(tables, column, table) for table in ("articles", "earlier"))
        for source in sorted(now.keys() & before.keys()):
            new, old = now[source], before[source]
            if min(new.total(), old.total()) < _LEAST:
                continue
            for value in sorted(new.keys() | old.keys()):
                great = abs(new[value] / new.total() - old[value] / old.total()) >= self.points / 100
                likely = chance.apart(old[value], old.total(), new[value], new.total()) if great else 1.0
                message = f"{subject} {value} in {new[value]} of {new.total()} articles, "
                message += f"before in {old[value]} of {old.total()}"
                yield likely, source, f"{subject} {value}", message if great else ""

    def _lengths(self, tables: Tables) -> Iterator[tuple[float, str, str, str]]:
        """The share of articles longer than most were before."""
        steps = f"CAST(floor(words / {_STEP}) AS INT)"
        now, before = (_counted(tables, steps, table) for table in ("articles", "earlier"))
        for source in sorted(now.keys() & before.keys()):
            new, old = now[source], before[source]
            if min(new.total(), old.total()) < _LEAST:
                continue
            middle, is_now = _middle(old), _middle(new)
            far = abs(middle - is_now) >= _STEPS
            great = far and max(middle, is_now) + 0.5 >= self.times * (min(middle, is_now) + 0.5)
            longer, was = (sum(count for step, count in one.items() if step > middle) for one in (new, old))
            shorter, had = (sum(count for step, count in one.items() if step < middle) for one in (new, old))
            likely = min(
                chance.apart(was, old.total(), longer, new.total()),
                chance.apart(had, old.total(), shorter, new.total()),
            )
            message = f"a median of about {is_now * _STEP} words, before {middle * _STEP}"
            yield likely, source, "length", message if great else ""


def _daily(days: list[Day], counts: list[int]) -> list[int]:
    """Articles of every day from the first to the last; those without any are 0."""
    return [*counts, *[0] * ((days[-1] - days[0]).days + 1 - len(days))]


def _counted(tables: Tables, column: str, table: str) -> dict[str, Counter[Any]]:
    found: dict[str, Counter[Any]] = {}
    for source, value, count in tables.rows(
        f"SELECT source, {column} AS value, count(*) FROM {table} WHERE proper AND {column} IS NOT NULL "
        f"GROUP BY source, {column}"
    ):
        found.setdefault(source, Counter())[value] += count
    return found


def _middle(counts: Counter[int]) -> int:
    """The median of counted values."""
    half, seen = counts.total() / 2, 0
    for value in sorted(counts):
        seen += counts[value]
        if seen >= half:
            break
    return value
