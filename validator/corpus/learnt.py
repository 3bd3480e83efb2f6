"""Boilerplate learnt per source: lines that recur at like places in articles that are otherwise different.

A line recurs by its shape (numbers alike). It is furniture where enough articles of the source bear it that also have
text of their own: of one article and its ten copies, none has. That, and its place near the top or the end, tell a
cookie notice from a paragraph that was reprinted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.corpus.bodies import flat
from validator.corpus.features import EDGE
from validator.corpus.sketch import line_hashes
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

LEAST = 3  # articles
_FEW, _FEW_SHARE = 5, 60  # below so many articles a line must stand in so large a share (%) of the source's
_SHARE = 5  # %
_OWN_SHARE, _OWN_WORDS = 40, 12  # words (%) in lines of its own that make an article one that is otherwise different
_SLIM_SHARE = 15  # %; the same of one with a day and a title of its own: a short text among much furniture
_SPREAD = 9  # lines², the variance of the place within which it is "like"
PLACES = {"key": "int64", "source": "string", "shape": "int64", "top": "int32", "end": "int32", "words": "int32"}
READS = ("key", "source", "title", "published", "lines", "shapes", "roles", "line_words")
_NEVER = ["byline", "dateline", "credit", "caption", "tags"]


def learn(tables: Tables) -> None:
    """The table ``learnt``: source, shape, articles that bear it, articles of the source, its text."""
    tables.derive(
        "places", "SELECT key, source, title, lines, shapes, roles, line_words FROM articles", _places, PLACES
    )
    tables.make(
        "recurring",
        f"SELECT source, shape, count(*) AS bearers FROM places GROUP BY source, shape HAVING count(*) >= {LEAST}",
    )
    tables.make("independent", _INDEPENDENT)
    tables.make("learnt", _LEARNT)


# ``day`` is null where an article counts by itself; of those that are mostly furniture one a day counts.
_INDEPENDENT = f"""
WITH own AS (
  SELECT p.key AS key, p.source AS source, sum(CASE WHEN r.shape IS NULL THEN p.words ELSE 0 END) AS own,
    sum(p.words) AS words
  FROM places p LEFT JOIN recurring r ON p.source = r.source AND p.shape = r.shape
  GROUP BY p.key, p.source
),
titled AS (SELECT source, title FROM articles WHERE title <> '' GROUP BY source, title HAVING count(*) = 1)
SELECT o.key AS key, o.source AS source,
  CASE WHEN 100 * o.own >= {_OWN_SHARE} * o.words THEN NULL ELSE a.published END AS day
FROM own o JOIN articles a ON o.key = a.key LEFT JOIN titled t ON o.source = t.source AND a.title = t.title
WHERE o.own >= {_OWN_WORDS} AND (100 * o.own >= {_OWN_SHARE} * o.words
  OR 100 * o.own >= {_SLIM_SHARE} * o.words AND t.title IS NOT NULL AND a.published IS NOT NULL)
"""

_LEARNT = f"""
WITH total AS (
  SELECT source, sum(CASE WHEN day IS NULL THEN 1 ELSE 0 END) + count(DISTINCT day) AS articles
  FROM independent GROUP BY source
),
placed AS (
  SELECT p.source AS source, p.shape AS shape, count(*) AS lines,
    sum(CASE WHEN i.day IS NULL THEN 1 ELSE 0 END) + count(DISTINCT i.day) AS bearers,
    sum(CAST(p.top AS BIGINT)) AS t, sum(CAST(p.top AS BIGINT) * p.top) AS tt, min(p.top) AS first,
    sum(CAST(p.end AS BIGINT)) AS e, sum(CAST(p.end AS BIGINT) * p.end) AS ee, min(p.end) AS last
  FROM places p JOIN recurring r ON p.source = r.source AND p.shape = r.shape JOIN independent i ON p.key = i.key
  WHERE p.top >= 0
  GROUP BY p.source, p.shape
)
SELECT q.source AS source, q.shape AS shape, q.bearers AS bearers, n.articles AS articles, min(e.text) AS text
FROM placed q JOIN total n ON q.source = n.source
JOIN edges e ON q.source = e.source AND q.shape = e.shape
WHERE q.bearers >= {LEAST}
  AND (q.bearers >= {_FEW} AND 100 * q.bearers >= {_SHARE} * n.articles
    OR 100 * q.bearers >= {_FEW_SHARE} * n.articles)
  AND (q.first < {EDGE} AND q.tt * q.lines - q.t * q.t <= {_SPREAD} * q.lines * q.lines
    OR q.last < {EDGE} AND q.ee * q.lines - q.e * q.e <= {_SPREAD} * q.lines * q.lines)
GROUP BY q.source, q.shape, q.bearers, n.articles
"""


def _places(batch: pa.RecordBatch) -> pa.Table:
    """A row per line and article, each shape once; a title, byline or credit recurs by right and has the place -1."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    owners, (lines, shapes, words) = flat(batch, "lines", "shapes", "line_words")
    roles = pc.list_flatten(batch.column("roles"))
    never = pc.is_in(roles, pa.array(_NEVER)).to_numpy(zero_copy_only=False)
    # What stands where a title is looked for is none where the article's title is another one.
    headed = pc.equal(roles, "title").to_numpy(zero_copy_only=False)
    titles = np.array([line_hashes(title or "")[0] for title in batch.column("title").to_pylist()], np.int64)
    never |= headed & (lines == titles[owners])
    counts = np.bincount(owners, minlength=batch.num_rows)
    top = np.arange(len(owners)) - (np.cumsum(counts) - counts)[owners]
    order = np.lexsort((top, shapes, owners))
    ordered = owners[order], shapes[order]
    first = np.ones(len(order), bool)
    first[1:] = (ordered[0][1:] != ordered[0][:-1]) | (ordered[1][1:] != ordered[1][:-1])
    take = order[first]
    end = counts[owners] - 1 - top
    rows = pa.array(owners[take])
    return pa.table({
        "key": batch.column("key").take(rows),
        "source": batch.column("source").take(rows),
        "shape": shapes[take],
        "top": pa.array(np.where(never, -1, top)[take], pa.int32()),
        "end": pa.array(np.where(never, -1, end)[take], pa.int32()),
        "words": pa.array(words[take], pa.int32()),
    })  # fmt: skip
