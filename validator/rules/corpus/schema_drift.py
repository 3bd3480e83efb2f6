"""COR006: a key of a source's records changes its type or its name, or is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from typing import Any

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.corpus import turns
from validator.rules.survey import Corpus, CorpusRule

_LEAST, _NEARLY_ALL, _HARDLY_ANY = 10, 0.9, 0.1
_NO_TYPE = "null"
_NUMBERS = frozenset({"int", "float"})
Types = dict[tuple[str, str], Counter[str]]


def _records(authors: list[Any], **extra: Any) -> tuple[dict[str, Any], ...]:
    first = Day(2025, 1, 6)
    return tuple(
        {"id": f"a{at:02}", "text": "Council meets.", "outlet": "Bell", "author": author, **extra}
        | {"date": (first + timedelta(at)).isoformat()}
        for at, author in enumerate(authors)
    )


def _later(records: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """The same, as of the next month."""
    return tuple(one | {"id": f"b{one['id'][1:]}", "date": f"2025-02-{at:02}"} for at, one in enumerate(records, 1))


_ONE, _LIST = "Nell Harrow", ["Nell Harrow"]


class SchemaDrift(CorpusRule):
    """A key of a source's records keeps its name and its type from day to day and from drop to drop.

    A list where a string was, or a key that is gone, breaks whoever loads the drop, or is dropped in silence. Types
    are counted per source and key; numbers are one type, and null is none. Within a drop the day is looked for from
    which on the old type is rarer by half, or another key stands in the place of one that nearly all records had;
    against the drop before the shares are compared. The test is Fisher's, divided by the number of looks. A source that
    writes now a string and now a list has no day on which it changed, and keys that are left out at times are no drift.
    """

    code = "COR006"
    severity = Severity.ERROR
    reads = (*outlets.IDS, "published", "types")
    judged = "TRUE"
    corpora = (
        Corpus(_records([_ONE] * 40)),
        Corpus(_records([_ONE, _LIST, _ONE, _ONE] * 10)),
        Corpus(_records([_ONE] * 20 + [None] * 20)),
        Corpus(_records([_ONE] * 4 + [_LIST] * 4)),
        Corpus(
            (*_records([_ONE] * 20, byline="Nell"), *_later(_records([_ONE] * 20)))
        ),  # left out, and nothing instead
        Corpus((*_records([_ONE] * 20), *_later(_records([_ONE] * 20, byline="Nell")))),
        Corpus(_records([_ONE] * 20), earlier=_records([_ONE] * 20)),
        Corpus(_records([_ONE] * 20 + [_LIST] * 20), (frozenset(f"a{at}" for at in range(20, 40)),)),
        Corpus(
            (*_records([_ONE] * 20, writer="Nell"), *_later(_records([_ONE] * 20, penned_by="Nell"))),
            (frozenset(f"b{at:02}" for at in range(20)),),
        ),
        Corpus(
            _records([_LIST] * 20),
            (frozenset(f"a{at:02}" for at in range(20)),),
            earlier=_records([_ONE] * 20),
        ),
        Corpus(_records([_ONE] * 20, language="en"), earlier=_records([_ONE] * 20)),
        Corpus(
            _records([_ONE] * 20),
            (frozenset(f"a{at:02}" for at in range(20)),),
            earlier=_records([_ONE] * 20, language="en"),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        ids = outlets.Ids(tables)
        yield from self._within(tables, ids)
        yield from self._renamed(tables, ids)
        yield from self._against(tables, ids)

    def _within(self, tables: Tables, ids: outlets.Ids) -> Iterator[Finding]:
        """The day from which on a key has another type."""
        days: dict[tuple[str, str], dict[Day, Counter[str]]] = {}
        for source, day, declared, count in tables.rows(_TYPES_BY_DAY):
            key, kind = _split(declared)
            if kind != _NO_TYPE:
                days.setdefault((source, key), {}).setdefault(day, Counter())[kind] += count
        fallen: list[tuple[str, str, str, turns.Turn]] = []
        looks = 0
        for (source, key), one in sorted(days.items()):
            for kind in sorted({kind for counts in one.values() for kind in counts}):
                line = [(day, counts.total(), counts[kind]) for day, counts in sorted(one.items())]
                turn, looked = turns.fall(line, 0.5)
                looks += looked
                if turn is not None:
                    fallen.append((source, key, kind, turn))
        for source, key, kind, turn in fallen:
            if turn.chance * looks <= chance.LEVEL:
                since = f"published >= {outlets.literal(turn.first)} AND published <= {outlets.literal(turn.last)}"
                yield self.among(
                    f"{outlets.called(source)}: {key} is {kind} in {turn.after} of {turn.of_after} records since "
                    f"{turn.first}, before in {turn.before} of {turn.of}",
                    ids.of(source, since),
                    source=source,
                    subject=f"{source} | {key} | {kind}",
                )

    def _renamed(self, tables: Tables, ids: outlets.Ids) -> Iterator[Finding]:
        """The day from which on nearly all records have another key where they had one."""
        gone: list[tuple[str, str, turns.Turn]] = []
        come: list[tuple[str, str, turns.Turn]] = []
        looks = 0
        for source, key, line in _kept(tables):
            without = [(day, of, of - having) for day, of, having in line]
            for found, counted in ((gone, line), (come, without)):
                turn, looked = turns.fall(counted, _NEARLY_ALL - _HARDLY_ANY)
                looks += looked
                if turn is not None and _whole(turn, counted):
                    found.append((source, key, turn))
        level = chance.LEVEL / max(1, looks)
        old, new = _by_day(gone, level), _by_day(come, level)
        for (source, day), (keys, of, of_after) in old.items():
            if (source, day) in new:
                went, came = ", ".join(keys), ", ".join(new[source, day][0])
                yield self.among(
                    f"{outlets.called(source)}: since {day}, in {of_after} records, {came} in the place of {went}, "
                    f"which the {of} before had",
                    ids.of(source, f"published >= {outlets.literal(day)}"),
                    source=source,
                    subject=f"{source} | {went} | {came}",
                )

    def _against(self, tables: Tables, ids: outlets.Ids) -> Iterator[Finding]:
        """What differs from the drop before."""
        sizes, old_sizes = (
            dict(tables.rows(f"SELECT source, count(*) FROM {table} GROUP BY source"))
            for table in ("articles", "earlier")
        )
        both = {one for one in sizes.keys() & old_sizes.keys() if min(sizes[one], old_sizes[one]) >= _LEAST}
        now, before = _types(tables, "articles"), _types(tables, "earlier")
        keys = sorted(one for one in now.keys() | before.keys() if one[0] in both)
        level = chance.LEVEL / max(1, len(keys))
        for source, key in keys:
            new, old = now.get((source, key), Counter()), before.get((source, key), Counter())
            told = _changed(new, old, sizes[source], old_sizes[source], level)
            if told:
                yield self.among(
                    f"{outlets.called(source)}: {key} {told}",
                    ids.of(source, "TRUE"),
                    source=source,
                    subject=f"{source} | {key} | earlier",
                )


_UNNESTED = "SELECT source, published, unnest(types) AS declared FROM articles"
_TYPES_BY_DAY = f"""
SELECT source, published, declared, count(*) FROM ({_UNNESTED}) WHERE published IS NOT NULL
GROUP BY source, published, declared
"""


_DAYS = "SELECT source, published, count(*) FROM articles WHERE published IS NOT NULL GROUP BY source, published"


def _kept(tables: Tables) -> Iterator[tuple[str, str, list[tuple[Day, int, int]]]]:
    """Source and key, and on each of the source's days the records and how many of them have the key."""
    totals: dict[str, dict[Day, int]] = {}
    for source, day, count in tables.rows(_DAYS):
        totals.setdefault(source, {})[day] = count
    having: dict[tuple[str, str], Counter[Day]] = {}
    for source, day, declared, count in tables.rows(_TYPES_BY_DAY):
        having.setdefault((source, _split(declared)[0]), Counter())[day] += count
    for (source, key), days in sorted(having.items()):
        yield source, key, [(day, of, days[day]) for day, of in sorted(totals[source].items())]


def _whole(turn: turns.Turn, line: list[tuple[Day, int, int]]) -> bool:
    """Whether nearly all records before the turn, from the first on, and hardly any until the last are so."""
    every = turn.of + turn.of_after == sum(of for _, of, _ in line)
    return every and turn.before >= _NEARLY_ALL * turn.of and turn.after <= _HARDLY_ANY * turn.of_after


def _by_day(
    fallen: list[tuple[str, str, turns.Turn]], level: float
) -> dict[tuple[str, Day], tuple[list[str], int, int]]:
    """Source and day of the turn -> the keys, and the records before and after."""
    found: dict[tuple[str, Day], tuple[list[str], int, int]] = {}
    for source, key, turn in fallen:
        if turn.chance <= level:
            found.setdefault((source, turn.first), ([], turn.of, turn.of_after))[0].append(key)
    return found


def _changed(new: Counter[str], old: Counter[str], size: int, old_size: int, level: float) -> str:
    """How a key's types, counted in two drops of so many records, differ; empty where they do not."""
    having, had = new.total(), old.total()
    if had >= _NEARLY_ALL * old_size and having <= _HARDLY_ANY * size:
        likely = chance.as_few(had, old_size, having, size)
        return f"in {having} of {size} records, in the drop before in {had} of {old_size}" if likely <= level else ""
    if min(having, had) < _LEAST:
        return ""
    kind, _ = max(old.items(), key=lambda one: (one[1], one[0]))
    if old[kind] / had - new[kind] / having < 0.5 or chance.as_few(old[kind], had, new[kind], having) > level:
        return ""
    return f"is {kind} in {new[kind]} of {having} records, in the drop before in {old[kind]} of {had}"


def _types(tables: Tables, table: str) -> Types:
    found: Types = {}
    for source, declared, count in tables.rows(
        f"SELECT source, declared, count(*) FROM (SELECT source, unnest(types) AS declared FROM {table}) "
        "GROUP BY source, declared"
    ):
        key, kind = _split(declared)
        if kind != _NO_TYPE:
            found.setdefault((source, key), Counter())[kind] += count
    return found


def _split(declared: str) -> tuple[str, str]:
    """``$.date:str`` as key and type; numbers are one type."""
    key, _, kind = declared.rpartition(":")
    return key, "number" if kind in _NUMBERS else kind
