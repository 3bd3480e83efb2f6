"""Pairs of articles that tell one event in words of their own: rare names, numbers and days that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

TELLING = {"key": "int64", "kind": "string", "token": "string"}
READS = ("key", "source", "published", "proper", "names", "numbers", "days")
_MOST = 40  # articles that a word may stand in and still tell something of an event
_RAREST = 24  # words of an article by which others are looked for
_NAMES = 3  # in common, at least


def gather(tables: Tables) -> None:
    """The table ``events``: two keys (a < b) of different outlets, what they share, and the days between them.

    ``names`` and ``figures`` (numbers and days) are counts, ``numbers`` is how many the one with fewer has,
    ``apart`` is null where one of the dates is unknown.
    """
    tables.derive("telling", "SELECT key, names, numbers, days FROM articles WHERE proper", _telling, TELLING)
    tables.make("spread", _SPREAD.format(among="kind = 'name'"))
    tables.make("rarest", _RAREST_SQL.format(words="telling", spread="spread"))
    tables.make("sharing", _SHARING)
    # A figure is soon in many articles: of figures only those are looked at that stand where names are shared.
    tables.make("figures", _FIGURES)
    tables.make("figures_spread", _SPREAD.format(among="kind <> 'name' AND token IN (SELECT token FROM figures)"))
    tables.make("figures_rarest", _RAREST_SQL.format(words="figures", spread="figures_spread"))
    tables.make("alike", _ALIKE)
    tables.make("events", _EVENTS)


def _telling(batch: pa.RecordBatch) -> pa.Table:
    """A row per article and token; a year is no number that tells, and a day is told without its year."""
    import pyarrow as pa
    import pyarrow.compute as pc

    named, names = _tokens(batch, "names")
    counted, numbers = _tokens(batch, "numbers")
    figures = pc.and_not(pc.greater(pc.utf8_length(numbers), 1), pc.match_substring_regex(numbers, "^(19|20)..$"))
    dated, days = _tokens(batch, "days")
    whole = pc.equal(pc.utf8_length(days), 10)
    of_kind = {
        "name": (named, names),
        "number": (counted.filter(figures), numbers.filter(figures)),
        "day": _each_once(dated.filter(whole), pc.utf8_slice_codeunits(days.filter(whole), 5)),
    }
    keys = batch.column("key")
    return pa.concat_tables(
        pa.table({"key": keys.take(owners), "kind": pa.repeat(kind, len(tokens)), "token": tokens})
        for kind, (owners, tokens) in of_kind.items()
    )


def _tokens(batch: pa.RecordBatch, column: str) -> tuple[pa.Array, pa.Array]:
    """The tokens of a column of lists, and the row of each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lists = batch.column(column)
    return pc.list_parent_indices(lists), pc.list_flatten(lists).cast(pa.string())


def _each_once(owners: pa.Array, tokens: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Every token of an owner once."""
    import numpy as np
    import pyarrow as pa

    coded = tokens.dictionary_encode()
    pairs = owners.to_numpy() * max(1, len(coded.dictionary)) + coded.indices.to_numpy()
    first = pa.array(np.unique(pairs, return_index=True)[1])
    return owners.take(first), tokens.take(first)


# The words that may tell of an event, numbered: numbers are joined faster than words.
_SPREAD = f"""
WITH counted AS (
  SELECT kind, token, count(*) AS articles FROM telling WHERE {{among}}
  GROUP BY kind, token HAVING count(*) BETWEEN 2 AND {_MOST}
)
SELECT kind, token, articles, row_number() OVER (ORDER BY kind, token) AS number FROM counted
"""

_RAREST_SQL = f"""
WITH ranked AS (
  SELECT t.key AS key, t.kind AS kind, s.number AS token, s.articles AS articles,
    row_number() OVER (PARTITION BY t.key, t.kind ORDER BY s.articles, s.number) AS place
  FROM {{words}} t JOIN {{spread}} s ON t.kind = s.kind AND t.token = s.token
)
SELECT key, kind, token, articles FROM ranked WHERE place <= {_RAREST}
"""

# ``rare`` counts the names that stand in no more than six in ten of the articles.
_SHARING = f"""
WITH total AS (SELECT count(*) AS articles FROM articles WHERE proper)
SELECT x.key AS a, y.key AS b, count(*) AS names,
  sum(CASE WHEN 10 * x.articles <= 6 * n.articles THEN 1 ELSE 0 END) AS rare
FROM rarest x JOIN rarest y ON x.token = y.token AND x.key < y.key CROSS JOIN total n
GROUP BY x.key, y.key
HAVING count(*) >= {_NAMES}
"""

_FIGURES = """
SELECT key, kind, token FROM telling
WHERE kind <> 'name' AND key IN (SELECT a FROM sharing UNION SELECT b FROM sharing)
"""

_ALIKE = """
WITH common AS (
  SELECT m.a AS a, m.b AS b, sum(CASE WHEN x.kind = 'number' THEN 1 ELSE 0 END) AS numbers,
    sum(CASE WHEN x.kind = 'day' THEN 1 ELSE 0 END) AS days
  FROM sharing m JOIN figures_rarest x ON m.a = x.key JOIN figures_rarest y ON m.b = y.key AND x.token = y.token
  GROUP BY m.a, m.b
)
SELECT m.a AS a, m.b AS b, m.names AS names, m.rare AS rare,
  coalesce(c.numbers, 0) AS numbers, coalesce(c.days, 0) AS days
FROM sharing m LEFT JOIN common c ON m.a = c.a AND m.b = c.b
"""

# Told by names that are rare here; by names and figures; or, on one day, by most names and a figure.
_EVENTS = """
WITH total AS (SELECT count(*) AS articles FROM articles WHERE proper),
amounts AS (
  SELECT key, sum(CASE WHEN kind = 'name' THEN 1 ELSE 0 END) AS names,
    sum(CASE WHEN kind = 'number' THEN 1 ELSE 0 END) AS numbers
  FROM telling GROUP BY key
),
related AS (
  SELECT p.key AS a, q.key AS b FROM pairs r JOIN bodies p ON r.x = p.body JOIN bodies q ON r.y = q.body
),
weighed AS (
  SELECT l.a AS a, l.b AS b, l.names AS names, l.rare AS rare, l.numbers + l.days AS figures,
    least(m.names, n.names) AS fewest, least(m.numbers, n.numbers) AS numbers,
    abs(datediff('day', x.published, y.published)) AS apart
  FROM alike l JOIN amounts m ON l.a = m.key JOIN amounts n ON l.b = n.key
  JOIN articles x ON l.a = x.key JOIN articles y ON l.b = y.key
  LEFT JOIN bodies p ON l.a = p.key LEFT JOIN bodies q ON l.b = q.key
  LEFT JOIN related r ON l.a = r.a AND l.b = r.b LEFT JOIN related s ON l.a = s.b AND l.b = s.a
  WHERE r.a IS NULL AND s.a IS NULL AND (p.body IS NULL OR q.body IS NULL OR p.body <> q.body)
    AND (x.source <> y.source OR x.source = '')
)
SELECT DISTINCT w.a AS a, w.b AS b, w.names AS names, w.figures AS figures, w.numbers AS numbers, w.apart AS apart
FROM weighed w CROSS JOIN total n
WHERE n.articles >= 5 AND w.rare >= 3 AND 10 * w.names >= 4 * w.fewest
    AND (w.figures >= 1 OR (w.numbers < 3 OR w.rare >= 6) AND (w.apart IS NULL OR w.apart <= 1))
  OR 10 * w.names >= 5 * w.fewest AND w.figures >= 2
  OR 10 * w.names >= 6 * w.fewest AND w.names >= 4 AND w.figures >= 1 AND w.apart <= 1
"""
