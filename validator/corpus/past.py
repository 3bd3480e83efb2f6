"""What of a corpus stood in an earlier drop already: the same bodies, and near-duplicates."""

from __future__ import annotations

from validator.corpus import bodies, kin
from validator.corpus.pairs import (
    CANDIDATES,
    KNOWN,
    MEASURED,
    MET,
    NEIGHBOURS,
    PAIRS,
    PLACED,
    SAME,
    SHARED,
    band,
    every,
    hold,
    measured,
    promising,
    split,
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
    kin.sort_out(tables, "pairs_before", _MEMBERS, _TEXTS, "kin_before")


def _find_candidates(tables: Tables) -> None:
    """The table ``candidates_before``, in parts by the bands as ``candidates`` is."""
    if tables.rows("SELECT count(*) FROM past_banded") == [(0,)]:
        tables.make("candidates_before", "SELECT x, y FROM candidates WHERE x <> x")
        return
    tables.make("common", _COMMON)
    for side, banded in (("new", "banded"), ("old", "past_banded")):
        tables.make(f"{side}_shared", SHARED.format(banded=banded, counted="common", bodies=side))
    parts = split(tables, "new_shared", "old_shared")
    for part in range(parts):
        for side in ("new", "old"):
            placed = PLACED.format(shared=f"{side}_shared", parts=parts, part=part)
            tables.make(f"{side}_few_{part}", _FEW_BODIES.format(placed=placed))
        tables.make(f"met_before_{part}", _MEETING.format(part=part))
    tables.make("known_before", KNOWN.format(same="past_same", banded="past_banded"))
    met = MET.format(every=every("met_before", parts), other="known_before")
    tables.derive("candidates_before", met, promising, CANDIDATES)


_COMMON = """
SELECT band, sum(new) AS new, sum(old) AS old
FROM (SELECT band, 1 AS new, 0 AS old FROM banded UNION ALL SELECT band, 0 AS new, 1 AS old FROM past_banded) b
GROUP BY band HAVING sum(new) > 0 AND sum(old) > 0
"""

# Of a band that very many share, a few are compared, as within a corpus.
_FEW_BODIES = f"SELECT body, band, rare FROM ({{placed}}) p WHERE place <= {NEIGHBOURS}"

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

_TEXTS = f"""
{kin.TEXTS}
UNION ALL
SELECT b.body AS body, a.published AS published, b.sketch AS sketch FROM past_bodies b JOIN past a ON b.key = a.key
WHERE a.source IN (SELECT source FROM {{borne}})
"""
