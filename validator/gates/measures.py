"""What gates are held against: for all of them one query counts the articles judged and in order, by source."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from validator.config.gates import Gate
from validator.model.corpus import Tables

SHOWN_ARTICLES = 100
_COUNTS = {"articles": "1", "findings": "errors + warnings + infos"}


class Measure(Struct, frozen=True):
    """``of`` are the articles there are, ``judged`` those that could be, ``passed`` those in order.

    ``source`` is None for all articles; ``number`` is the sum of what a gate counts.
    """

    source: str | None
    of: int
    judged: int
    passed: int
    number: int | None = None

    def value(self, gate: Gate) -> float | None:
        """What is held against the gate's limits; None where too little is there to be judged."""
        if self.judged < gate.minimum:
            return None
        if self.number is not None:
            return self.number
        return self.passed / self.judged if gate.is_share else self.judged - self.passed


class Column(Struct, frozen=True):
    """A gate as SQL over ``articles``: which of them can be judged, which are in order, and what is summed up."""

    judged: str
    in_order: str
    summed: str | None = None


def column(gate: Gate, rule: str | None) -> Column:
    """A gate's columns; ``rule`` is the full name of the rule that it names."""
    if gate.count is not None:
        summed = _COUNTS.get(gate.count, gate.count)
        return Column("TRUE", "TRUE" if gate.count == "articles" else f"({summed}) = 0", summed)
    if rule is not None:
        return Column(f"NOT list_contains(skipped, {_quoted(rule)})", f"NOT list_contains(failed, {_quoted(rule)})")
    return Column("TRUE", f"list_contains(fields, {_quoted(gate.subject)})")


def query(columns: Sequence[Column], *, by_source: bool) -> str:
    """The query that counts for all gates at once; a row for every source (``whole`` is 0), and one for all articles.

    After ``whole``, ``source`` and the number of articles come three columns a gate: judged, in order, summed up.
    """
    counted = [
        f"count_if({one.judged}), count_if({one.judged} AND {one.in_order}), "
        + (f"coalesce(sum({one.summed}), 0)::BIGINT" if one.summed else "NULL")
        for one in columns
    ]
    return _over_articles(["count(*)", *counted], by_source=by_source)


def shares(gates: Sequence[tuple[Gate, Column]]) -> str:
    """The query that makes the frame of an exported suite: a row a scope, a column a gate, empty where it is not held.

    All articles are the row ``all articles``, as in the frame of a run.
    """
    columns = []
    for gate, one in gates:
        judged, fine = f"count_if({one.judged})", f"count_if({one.judged} AND {one.in_order})"
        value = one.summed and f"sum({one.summed})"
        value = value or (f"{fine} / {judged}" if gate.is_share else f"{judged} - {fine}")
        among = [f"grouping(source) = {0 if gate.by_source else 1}", f"{judged} >= {gate.minimum}"]
        if gate.sources:
            among.append(f"source IN ({', '.join(map(_quoted, gate.sources))})")
        columns.append(f'CASE WHEN {" AND ".join(among)} THEN ({value})::DOUBLE END AS "{gate.title}"')
    scope = "CASE WHEN grouping(source) = 1 THEN 'all articles' WHEN source = '' THEN 'no source' "
    named = f"{scope}ELSE 'source: ' || source END AS scope"
    return f"SELECT {', '.join([named, *columns])} FROM articles GROUP BY GROUPING SETS ((source), ()) ORDER BY scope"


def measure(tables: Tables, columns: Sequence[Column], *, by_source: bool) -> list[list[Measure]]:
    """Per gate its measures, that of all articles first, then the sources in order."""
    rows = tables.rows(query(columns, by_source=by_source))
    rows.sort(key=lambda row: (not row[0], row[1] or ""))
    measures: list[list[Measure]] = [[] for _ in columns]
    for whole, source, of, *counted in rows:
        for at, found in enumerate(measures):
            judged, passed, number = counted[3 * at : 3 * at + 3]
            found.append(Measure(None if whole else source, of, judged, passed, number))
    return measures


def at_fault(tables: Tables, columns: Sequence[Column], *, by_source: bool) -> list[dict[str | None, tuple[str, ...]]]:
    """Per gate and source the first ids of articles at fault; under None the first of all articles."""
    if not columns:
        return []
    lists = [
        f"min(id, {SHOWN_ARTICLES}) FILTER (WHERE {one.judged} AND NOT coalesce({one.in_order}, FALSE))"
        for one in columns
    ]
    rows = tables.rows(_over_articles(lists, by_source=by_source))
    return [
        {None if whole else source: tuple(found[at] or ()) for whole, source, *found in rows}
        for at in range(len(columns))
    ]


def _over_articles(selected: Sequence[str], *, by_source: bool) -> str:
    whole, grouped = ("grouping(source)", "(source), ()") if by_source else ("1", "()")
    source = "source" if by_source else "NULL"
    columns = ", ".join([whole, source, *selected])
    return f"SELECT {columns} FROM articles GROUP BY GROUPING SETS ({grouped})"


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
