"""What of a corpus stood in an earlier drop already: the same bodies, and near-duplicates."""

from __future__ import annotations

from validator.corpus import bodies, kin
from validator.corpus.pairs import (
    AT_ONCE,
    CANDIDATES,
    KNOWN,
    MEASURED,
    MET,
    NEIGHBOURS,
    PAIRS,
    RARE,
    SAME,
    band,
    hold,
    measured,
    promising,
)
from validator.model.corpus import Tables


def look_back(tables: Tables) -> None:
    """The tables ``past_bodies``, as ``bodies`` of the articles in ``past``, and ``kin_before``.

    ``kin_before`` holds a body of the corpus (x), another one of an earlier drop (y), and what ``pairs`` says of two.
    """
    bodies.look_again(tables, "past", "past_bodies")
    tables.make("past_same", SAME.format(bodies="past_bodies"))
    band(tables, "past_bodies", "past_same", "past_banded")
    _find_candidates(tables)
    hold(tables, "candidates_before", "bodies", "same", "held_now")
    hold(tables, "candidates_before", "past_bodies", "past_same", "held_before")
    query = MEASURED.format(candidates="candidates_before", x="held_now", y="held_before")
    tables.derive("pairs_before", query, measured, PAIRS)
    kin.sort_out(tables, "pairs_before", _MEMBERS, "kin_before")


def _find_candidates(tables: Tables) -> None:
    """The table ``candidates_before``, in parts by the bands as ``candidates`` is."""
    ((new,),) = tables.rows("SELECT count(*) FROM banded")
    ((old,),) = tables.rows("SELECT count(*) FROM past_banded")
    if not old:
        tables.make("candidates_before", "SELECT x, y FROM candidates WHERE x <> x")
        return
    parts = range(1 + (new + old) // AT_ONCE)
    for part in parts:
        within = f"abs(band % {len(parts)}) = {part}"
        tables.make(f"new_{part}", f"SELECT body, band, rare FROM banded WHERE {within}")
        tables.make(f"old_{part}", f"SELECT body, band, rare FROM past_banded WHERE {within}")
        for side, other in (("new", "old"), ("old", "new")):
            tables.make(f"{side}_few_{part}", _FEW_BODIES.format(side=side, other=other, part=part))
        tables.make(f"met_before_{part}", _MEETING.format(part=part))
    tables.make("known_before", KNOWN.format(same="past_same", banded="past_banded"))
    every = " UNION ALL ".join(f"SELECT x, y, bands, hashes FROM met_before_{part}" for part in parts)
    tables.derive("candidates_before", MET.format(every=every, other="known_before"), promising, CANDIDATES)


# Of a band that very many share, a few are compared, as within a corpus.
_FEW_BODIES = f"""
WITH often AS (SELECT band, count(*) AS bodies FROM {{side}}_{{part}} GROUP BY band),
shared AS (
  SELECT b.body AS body, b.band AS band, b.rare AS rare,
    row_number() OVER (PARTITION BY b.band ORDER BY b.body) AS place
  FROM {{side}}_{{part}} b JOIN often o ON b.band = o.band
  JOIN (SELECT DISTINCT band FROM {{other}}_{{part}}) e ON b.band = e.band
  WHERE NOT b.rare OR o.bodies <= {RARE}
)
SELECT body, band, rare FROM shared WHERE place <= {NEIGHBOURS}
"""

_MEETING = """
SELECT x.body AS x, y.body AS y, sum(CASE WHEN x.rare THEN 0 ELSE 1 END) AS bands,
  sum(CASE WHEN x.rare THEN 1 ELSE 0 END) AS hashes
FROM new_few_{part} x JOIN old_few_{part} y ON x.band = y.band AND x.body <> y.body
GROUP BY x.body, y.body
"""

_MEMBERS = """
WITH wanted_before AS (SELECT x AS body FROM pairs_before UNION SELECT y AS body FROM pairs_before)
SELECT b.body AS body, b.frame AS frame, a.source AS source, a.published AS published, a.url AS url,
  a.numbers AS numbers
FROM bodies b JOIN articles a ON b.key = a.key JOIN wanted_before w ON b.body = w.body
UNION ALL
SELECT b.body AS body, b.frame AS frame, a.source AS source, a.published AS published, a.url AS url,
  a.numbers AS numbers
FROM past_bodies b JOIN past a ON b.key = a.key JOIN wanted_before w ON b.body = w.body
"""
