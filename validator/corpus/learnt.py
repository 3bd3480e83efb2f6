"""Boilerplate learnt per source: lines that recur at like places in articles that are otherwise different.

A line recurs by its shape (numbers alike). It is furniture where enough articles of the source bear it that also have
text of their own: of one article and its ten copies, none has. That, and its place near the top or the end, tell a
cookie notice from a paragraph that was reprinted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.corpus.features import EDGE, table
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

LEAST = 3  # articles
_FEW, _FEW_SHARE = 5, 0.6  # below so many articles a line must stand in so large a share of the source's
_SHARE = 0.05
_OWN_SHARE, _OWN_WORDS = 0.4, 12  # words in lines of its own that make an article one that is otherwise different
_SPREAD = 9  # lines², the variance of the place within which it is "like"
PLACES = {"key": "int64", "source": "string", "shape": "int64", "top": "int32", "end": "int32", "words": "int32"}
_NEVER = frozenset({"title", "byline", "dateline", "credit", "caption", "tags"})


def learn(tables: Tables) -> None:
    """The table ``learnt``: source, shape, articles that bear it, articles of the source, its text."""
    tables.derive("places", "SELECT key, source, shapes, roles, line_words FROM articles", _places, PLACES)
    tables.make(
        "recurring",
        f"SELECT source, shape, count(*) AS bearers FROM places GROUP BY source, shape HAVING count(*) >= {LEAST}",
    )
    tables.make("independent", _INDEPENDENT)
    tables.make("learnt", _LEARNT)


_INDEPENDENT = f"""
SELECT p.key AS key, p.source AS source
FROM places p LEFT JOIN recurring r ON p.source = r.source AND p.shape = r.shape
GROUP BY p.key, p.source
HAVING sum(CASE WHEN r.shape IS NULL THEN p.words ELSE 0 END) >= {_OWN_WORDS}
   AND sum(CASE WHEN r.shape IS NULL THEN p.words ELSE 0 END) >= {_OWN_SHARE} * sum(p.words)
"""

_LEARNT = f"""
WITH total AS (SELECT source, count(*) AS articles FROM independent GROUP BY source),
placed AS (
  SELECT p.source AS source, p.shape AS shape, count(*) AS bearers,
    sum(CAST(p.top AS BIGINT)) AS t, sum(CAST(p.top AS BIGINT) * p.top) AS tt, min(p.top) AS first,
    sum(CAST(p.end AS BIGINT)) AS e, sum(CAST(p.end AS BIGINT) * p.end) AS ee, min(p.end) AS last
  FROM places p JOIN independent i ON p.key = i.key
  WHERE p.top >= 0
  GROUP BY p.source, p.shape
)
SELECT q.source AS source, q.shape AS shape, q.bearers AS bearers, n.articles AS articles, min(e.text) AS text
FROM placed q JOIN total n ON q.source = n.source
JOIN edges e ON q.source = e.source AND q.shape = e.shape
WHERE q.bearers >= {LEAST}
  AND (q.bearers >= {_FEW} AND q.bearers >= {_SHARE} * n.articles OR q.bearers >= {_FEW_SHARE} * n.articles)
  AND (q.first < {EDGE} AND q.tt * q.bearers - q.t * q.t <= {_SPREAD} * q.bearers * q.bearers
    OR q.last < {EDGE} AND q.ee * q.bearers - q.e * q.e <= {_SPREAD} * q.bearers * q.bearers)
GROUP BY q.source, q.shape, q.bearers, n.articles
"""


def _places(batch: pa.RecordBatch) -> pa.Table:
    """A row per line and article, each shape once; a title, byline or credit recurs by right and has the place -1."""
    columns: dict[str, list[Any]] = {name: [] for name in PLACES}
    for row in batch.to_pylist():
        seen: set[int] = set()
        count = len(row["shapes"])
        for at, (shape, role, words) in enumerate(zip(row["shapes"], row["roles"], row["line_words"], strict=True)):
            if shape not in seen:
                seen.add(shape)
                place = (-1, -1) if role in _NEVER else (at, count - 1 - at)
                for name, value in zip(PLACES, (row["key"], row["source"], shape, *place, words), strict=True):
                    columns[name].append(value)
    return table(columns, PLACES)
