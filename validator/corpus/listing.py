"""Which articles a page about a corpus names: the worst, and some behind every figure that it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from validator.corpus.features import key_of, table
from validator.corpus.largest import Largest
from validator.model.corpus import Tables
from validator.model.finding import Finding
from validator.model.listing import Listed, Listing

if TYPE_CHECKING:
    import pyarrow as pa

WORST = 700  # articles that are listed for their findings
BY_RULE = 6  # for each rule that they fail
ALIKE = 2  # of a source's articles that lack the same fields
SOURCES = 60  # whose articles are listed for what they lack
NAMED = 6  # of those that a finding about many articles names
_COLUMNS = (
    "id, path, record, source, title, language, published, fields, words, errors, warnings, infos, "
    "failed, credit_kinds, licences"
)
_GRAVE = "errors DESC, warnings DESC, infos DESC, id, path, record"
_KEY = {"key": "int64"}


def listing(tables: Tables, findings: Iterable[Finding]) -> Listing:
    """The articles to name, and the figures beside them."""
    keys, ids = _behind(findings)
    tables.derive("named", "SELECT key, id FROM articles", lambda batch: _named(batch, keys, ids), _KEY)
    rows = tables.rows(
        f"WITH ranked AS (SELECT *, row_number() OVER (ORDER BY {_GRAVE}) AS place, "
        f"row_number() OVER (PARTITION BY source, fields ORDER BY {_GRAVE}) AS alike FROM articles), "
        f"large AS (SELECT source FROM articles GROUP BY source ORDER BY count(*) DESC, source LIMIT {SOURCES}) "
        f"SELECT {_COLUMNS} FROM ranked WHERE place <= {WORST} OR key IN (SELECT key FROM named) "
        f"OR (alike <= {ALIKE} AND source IN (SELECT source FROM large)) ORDER BY {_GRAVE}"
    )
    ((total,),) = tables.rows("SELECT count(*) FROM articles")
    return Listing(
        tuple(_listed(row) for row in rows),
        total,
        _lengths(tables),
        _counted(tables, "credit_kinds"),
        _counted(tables, "licences"),
    )


def _behind(findings: Iterable[Finding]) -> tuple[set[int], set[str]]:
    """Keys of the first articles that each rule finds fault with; ids that the largest findings about many name."""
    seen: Counter[str] = Counter()
    keys: set[int] = set()
    largest = Largest()
    for one in findings:
        if one.location.path:
            if seen[one.rule] < BY_RULE:
                seen[one.rule] += 1
                keys.add(key_of(one.location))
        else:
            largest.add(one)
    return keys, {name for one in largest.kept() for name in one.articles[:NAMED]}


def _named(batch: pa.RecordBatch, keys: set[int], ids: set[str]) -> pa.Table:
    rows = zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True)
    return table({"key": [key for key, own in rows if key in keys or own in ids]}, _KEY)


def _listed(row: tuple[Any, ...]) -> Listed:
    key, path, record, source, title, language, published, fields, words = row[:9]
    errors, warnings, infos, failed, kinds, licences = row[9:]
    return Listed(
        id=key,
        path=path,
        record=record,
        source=source,
        title=title or "",
        language=language or "und",
        published=published,
        fields=tuple(fields),
        words=words,
        errors=errors,
        warnings=warnings,
        infos=infos,
        failed=tuple(sorted(failed)),
        credits=tuple(sorted(set(kinds))),
        licences=tuple(sorted(set(licences))),
    )


def _lengths(tables: Tables) -> dict[int, int]:
    rows = tables.rows("SELECT CAST(floor(log2(words)) AS INT), count(*) FROM articles WHERE proper GROUP BY 1")
    return dict(sorted(rows))


def _counted(tables: Tables, column: str) -> dict[str, int]:
    """How often each value of a column of lists is there, the most frequent first."""
    found: Counter[str] = Counter()
    for values, count in tables.rows(f"SELECT {column}, count(*) FROM articles GROUP BY {column}"):
        for value in values:
            found[value] += count
    return dict(_by_number(found))


def _by_number(found: Counter[str]) -> Iterator[tuple[str, int]]:
    yield from sorted(found.items(), key=lambda one: (-one[1], one[0]))
