"""COR001: from a day on a source's articles lack what they had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.model.report import FIELDS
from validator.rules import chance, outlets
from validator.rules.corpus import turns
from validator.rules.survey import Corpus, CorpusRule

_TEXT = (
    "The council of Brackwater met for the {}th time this year and spoke of the ferry landing, the school roof and "
    "the price of bread, without coming to an end.\n\nThe next meeting is in a week, said the clerk."
)


_PERSON = "a person as author"  # which a desk or the outlet itself is not
_NAMED = "COALESCE(array_length(authors), 0) > 0"
_SIGNED = f"""
SELECT source, published, count(*), count(CASE WHEN {_NAMED} THEN 1 END) FROM articles
WHERE published IS NOT NULL AND proper GROUP BY source, published ORDER BY source, published
"""


def _records(days: int, having: range, name: str = "a", other: str | None = None) -> tuple[dict[str, Any], ...]:
    """An article a day; on the days of ``having`` it has an author, on the others another one or none."""
    first = Day(2025, 1, 6)
    return tuple(
        {
            "id": f"{name}{at}",
            "text": _TEXT.format(at),
            "outlet": "The Brackwater Bell",
            "date": (first + timedelta(at)).isoformat(),
            **({"author": author} if (author := "Nell Harrow" if at in having else other) else {}),
        }
        for at in range(days)
    )


class CompletenessDrop(CorpusRule):
    """A field that a source's articles used to have does not get lost from a day on.

    A page that was rebuilt, or a scraper that broke, loses bylines and credits from one day to the next, and nobody
    sees it in a single article; nor that the outlet signs where its reporters did. Per source and field the day is
    looked for at which the share falls by at least ``points``, with ten articles on either side, and Fisher's exact
    test is held against the number of all looks. Where as many articles a day have the field as before, nothing got
    lost: others came beside them, as briefs or forecasts, that never had it.
    """

    code = "COR001"
    severity = Severity.WARNING
    reads = (*outlets.IDS, "published", "url_day", "fields", "authors")
    judged = "proper AND published IS NOT NULL"
    corpora = (
        Corpus(_records(40, range(40))),
        Corpus(_records(40, range(0, 40, 2))),  # half of them, all the time
        Corpus(_records(12, range(6))),  # too few to tell
        Corpus(_records(60, range(15, 60))),  # it has come to stay
        Corpus(_records(40, range(0, 40, 3), other="Brackwater Press")),  # persons and an agency, all the time
        Corpus((*_records(60, range(60)), *_records(60, range(0), "b")[25:])),  # briefs came beside them
        Corpus(_records(40, range(25)), (frozenset(f"a{at}" for at in range(25, 40)),)),
        Corpus(
            _records(40, range(25), other="The Brackwater Bell"),
            (frozenset(f"a{at}" for at in range(25, 40)),),
        ),
    )

    points: float = Field(default=30, gt=0, le=100, description="By how many points in a hundred the share must fall.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        fallen: dict[tuple[str, str], turns.Turn] = {}
        looks = 0
        for source, name, days in _kept(tables):
            turn, looked = turns.fall(days, self.points / 100)
            looks += looked
            if turn is not None:
                fallen[source, name] = turn
        fallen = {where: turn for where, turn in fallen.items() if turn.chance * looks <= chance.LEVEL}
        ids = outlets.Ids(tables)
        for (source, name), turn in fallen.items():
            if name != _PERSON or (source, "author") not in fallen:
                yield self._finding(source, name, turn, ids)

    def _finding(self, source: str, name: str, turn: turns.Turn, ids: outlets.Ids) -> Finding:
        day = "url_day" if name == "date" else "published"
        has = _NAMED if name == _PERSON else f"list_contains(fields, '{name}')"
        first, last = outlets.literal(turn.first), outlets.literal(turn.last)
        lacking = ids.of(source, f"proper AND NOT {has} AND {day} >= {first} AND {day} <= {last}")
        return self.among(
            f"{outlets.called(source)}: {name} in {turn.after} of {turn.of_after} articles since {turn.first}, "
            f"before in {turn.before} of {turn.of}",
            lacking,
            source=source,
            subject=f"{source} | {name}",
        )


def _kept(tables: Tables) -> Iterator[tuple[str, str, list[tuple[Day, int, int]]]]:
    """Source and field, and on each day the articles and how many of them have a value for it."""
    dated = outlets.per_day(tables, "published")
    addressed = outlets.per_day(tables, "url_day")  # an article without a date is placed by its URL
    for at, name in enumerate(FIELDS, 1):
        for source, days in (addressed if name == "date" else dated).items():
            yield source, name, [(day, one[0], one[at]) for day, one in days.items()]
    signed: dict[str, list[tuple[Day, int, int]]] = {}
    for source, day, articles, persons in tables.rows(_SIGNED):
        signed.setdefault(source, []).append((day, articles, persons))
    for source, line in signed.items():
        yield source, _PERSON, line
