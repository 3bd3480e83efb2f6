"""Which near-duplicates are copies, and which are two of a series: the same words with other numbers, or built alike.

Gauges, lottery draws, weather and tables of stocks come out every day in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.corpus import series
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

_MEMBERS = """
WITH paired AS (SELECT x AS body FROM pairs UNION SELECT y AS body FROM pairs)
SELECT b.body AS body, b.frame AS frame, a.source AS source, a.published AS published, a.url AS url,
  a.numbers AS numbers
FROM bodies b JOIN articles a ON b.key = a.key JOIN paired w ON b.body = w.body
"""
TEXTS = """
SELECT b.body AS body, a.published AS published, b.sketch AS sketch FROM bodies b JOIN articles a ON b.key = a.key
WHERE a.source IN (SELECT source FROM {borne})
"""
READS = ("key", "source", "published", "url", "numbers")
COUNTED = {"body": "int64", "number": "string"}


def sort_out(
    tables: Tables, pairs: str = "pairs", members: str = _MEMBERS, texts: str = TEXTS, into: str = "kin"
) -> None:
    """The table ``kin``: of ``pairs`` those that are no two of a series; ``members`` are who bears the bodies.

    ``texts`` are the bodies of their sources.
    """
    names = {name: f"{into}_{name}" for name in ("members", "borne", "framed", "said", "counted", "alike", "series")}
    tables.make(names["members"], members)
    tables.make(names["borne"], f"SELECT DISTINCT body, source, published, url FROM {names['members']}")
    tables.make(names["framed"], f"SELECT body, min(frame) AS frame FROM {names['members']} GROUP BY body")
    tables.derive(names["said"], f"SELECT body, numbers FROM {names['members']}", _numbers, COUNTED)
    tables.make(names["counted"], f"SELECT DISTINCT body, number FROM {names['said']}")
    tables.make(names["alike"], _ALIKE.format(pairs=pairs, **names))
    series.hear(tables, names["alike"], texts.format(**names), names["series"])
    tables.make(into, _KIN.format(**names))


def _numbers(batch: pa.RecordBatch) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = batch.column("numbers")
    return pa.table({"body": batch.column("body").take(pc.list_parent_indices(numbers)),
                     "number": pc.list_flatten(numbers)})  # fmt: skip


# ``alike`` numbers in common, ``fewest`` in the one that has fewer. Of a later version that says more, all are common.
_ALIKE = """
WITH amounts AS (SELECT body, count(*) AS numbers FROM {counted} GROUP BY body),
common AS (
  SELECT p.x AS x, p.y AS y, count(*) AS alike
  FROM {pairs} p JOIN {counted} c ON p.x = c.body JOIN {counted} d ON p.y = d.body AND c.number = d.number
  GROUP BY p.x, p.y
),
weighed AS (
  SELECT p.x AS x, p.y AS y, p.shared AS shared, p.together AS together, p.fewer AS fewer,
    CASE WHEN f.frame = g.frame THEN 1 ELSE 0 END AS framed, coalesce(m.alike, 0) AS alike,
    least(coalesce(k.numbers, 0), coalesce(l.numbers, 0)) AS fewest
  FROM {pairs} p JOIN {framed} f ON p.x = f.body JOIN {framed} g ON p.y = g.body
  LEFT JOIN amounts k ON p.x = k.body LEFT JOIN amounts l ON p.y = l.body
  LEFT JOIN common m ON p.x = m.x AND p.y = m.y
),
told AS (
  SELECT x, y, shared, together, fewer,
    CASE WHEN framed = 1 OR alike = 0 AND fewest >= 1 OR fewest - alike >= 2 AND 3 * alike <= 2 * fewest
      THEN 1 ELSE 0 END AS other,
    CASE WHEN fewest - alike >= 3 AND 2 * alike <= fewest THEN 1 ELSE 0 END AS most
  FROM weighed
)
SELECT t.x AS x, t.y AS y, t.shared AS shared, t.together AS together, t.fewer AS fewer,
  max(CASE WHEN a.url <> '' AND a.url = b.url THEN 1 ELSE 0 END) AS versions
FROM told t JOIN {borne} a ON t.x = a.body JOIN {borne} b ON t.y = b.body
WHERE a.url <> '' AND a.url = b.url
  OR t.most = 0 AND (t.other = 0 OR a.source <> b.source OR a.published = b.published)
GROUP BY t.x, t.y, t.shared, t.together, t.fewer
"""

_KIN = """
SELECT a.x AS x, a.y AS y, a.shared AS shared, a.together AS together, a.fewer AS fewer
FROM {alike} a LEFT JOIN {series} s ON a.x = s.x AND a.y = s.y WHERE a.versions = 1 OR s.x IS NULL
"""
