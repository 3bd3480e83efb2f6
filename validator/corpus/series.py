"""Which near-duplicates are two of a series by their words: most of what they share stands in the texts of many days.

Forecasts, programmes and obituaries are built alike, and not their numbers alone differ. Looked at are the least hashes
of the sketches: texts that have a phrase in common have its hash in common there, as far as the hashes of both reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.corpus.bodies import flat
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

_DAYS = 8  # on which a phrase is said that belongs to no single text
_LEAST = 64  # hashes of a text that are looked at
_OWN, _OWN_SHARE = 6, 65  # hashes of their own that two of a series share where one is a copy, and % of the one's
_HEARD = {"body": "int64", "published": "date32", "phrase": "int64"}


def hear(tables: Tables, alike: str, texts: str, into: str) -> None:
    """The table ``into``: of the pairs ``alike`` (x, y) those that share little but what is said on many days.

    ``texts`` is a query for the bodies among which a phrase may be heard again: body, published, sketch.
    """
    names = {name: f"{into}_{name}" for name in ("heard", "said")}
    tables.derive(names["heard"], texts, _least, _HEARD)
    tables.make(names["said"], _SAID.format(alike=alike, **names))
    tables.make(into, _SERIES.format(alike=alike, **names))


def _least(batch: pa.RecordBatch) -> pa.Table:
    """A row per text and phrase (the hash of it), the least ones of each."""
    import numpy as np
    import pyarrow as pa

    owners, (hashes,) = flat(batch, "sketch")
    counts = np.bincount(owners, minlength=batch.num_rows)
    place = np.arange(len(owners)) - (np.cumsum(counts) - counts)[owners]
    take = place < _LEAST  # a sketch is sorted
    rows = pa.array(owners[take])
    return pa.table({name: batch.column(name).take(rows) for name in ("body", "published")} | {"phrase": hashes[take]})


# What each text of a pair says, and whether it is said on few days.
_SAID = f"""
WITH paired AS (SELECT x AS body FROM {{alike}} UNION SELECT y AS body FROM {{alike}}),
said AS (SELECT DISTINCT h.body AS body, h.phrase AS phrase FROM {{heard}} h JOIN paired p ON h.body = p.body),
often AS (
  SELECT phrase FROM {{heard}} WHERE phrase IN (SELECT phrase FROM said)
  GROUP BY phrase HAVING count(DISTINCT published) >= {_DAYS}
)
SELECT s.body AS body, s.phrase AS phrase, CASE WHEN o.phrase IS NULL THEN 1 ELSE 0 END AS own
FROM said s LEFT JOIN often o ON s.phrase = o.phrase
"""

_SERIES = f"""
WITH reach AS (
  SELECT body, CASE WHEN count(*) < {_LEAST} THEN {1 << 32} ELSE max(phrase) END AS last FROM {{said}} GROUP BY body
),
sides AS (SELECT x, y, x AS body FROM {{alike}} UNION ALL SELECT x, y, y AS body FROM {{alike}}),
bounds AS (
  SELECT s.x AS x, s.y AS y, min(r.last) AS last FROM sides s JOIN reach r ON s.body = r.body GROUP BY s.x, s.y
),
each AS (
  SELECT s.x AS x, s.y AS y, sum(p.own) AS own
  FROM sides s JOIN bounds b ON s.x = b.x AND s.y = b.y JOIN {{said}} p ON s.body = p.body AND p.phrase <= b.last
  GROUP BY s.x, s.y, s.body
),
fewest AS (SELECT x, y, min(own) AS own FROM each GROUP BY x, y),
common AS (
  SELECT a.x AS x, a.y AS y, count(*) AS hashes, sum(p.own) AS own
  FROM {{alike}} a JOIN {{said}} p ON a.x = p.body JOIN {{said}} q ON a.y = q.body AND p.phrase = q.phrase
  GROUP BY a.x, a.y
)
SELECT c.x AS x, c.y AS y FROM common c JOIN fewest f ON c.x = f.x AND c.y = f.y
WHERE 2 * c.own < c.hashes AND (c.own < {_OWN} OR 100 * c.own < {_OWN_SHARE} * f.own)
"""
