"""Pairs of bodies that are near-duplicates: candidates by bands and by rare shingles, each measured on the sketches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.corpus.bodies import BINS, flat, least_by_bin
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

CANDIDATES = {"x": "int64", "y": "int64"}
PAIRS = {"x": "int64", "y": "int64", "shared": "int32", "together": "int32", "fewer": "int32"}
NEIGHBOURS = 20  # of a band that very many share, each is compared with so many
RARE = 12  # bodies with a shingle that is worth a comparison by itself
_LEAST_HASHES = 15  # hashes of the smaller text from which containment can be judged: of so few, all must be common
_ENOUGH_HASHES = 60  # from so many on, .8
_SURELY_TWO = 6  # hashes looked up of the smaller text, of which .8 and more are in the larger one
_BAND = 3  # least hashes of bins
_SEEMING = 33  # bins of 64 that look the same: of two texts of Jaccard .6 with p > .999, of .1 with p < .001
_FEW, _THIN = 2_000, 32  # of more bodies only every 32nd shingle is looked up
_AT_ONCE = 1_000_000  # rows whose pairs are counted at a time
_BANDED = {"body": "int64", "band": "int64", "rare": "bool"}


def pair(tables: Tables) -> None:
    """The table ``pairs``: two bodies (x < y), hashes that they share, that they have together, of the smaller one.

    ``same`` is a row per body: the article (key) whose sketch is taken for it, and how many bear it. Nothing depends on
    which it is: of sketches that differ, because the furniture stood elsewhere, the fullest is taken. The sketches
    themselves stay in ``bodies``, for they are most of what there is.
    """
    tables.make("same", SAME.format(bodies="bodies"))
    band(tables, "bodies", "same", "banded")
    _find_candidates(tables)
    hold(tables, "candidates", "bodies", "same", "held")
    tables.derive("pairs", MEASURED.format(candidates="candidates", x="held", y="held"), measured, PAIRS)


SAME = """
WITH counted AS (
  SELECT body, count(*) AS articles, max(words) AS words FROM {bodies} GROUP BY body
), ranked AS (
  SELECT key, row_number() OVER (PARTITION BY body ORDER BY hashes DESC, scale, stamp, key) AS place FROM {bodies}
)
SELECT b.key AS key, b.body AS body, b.low AS low, b.high AS high, c.articles AS articles, c.words AS words
FROM {bodies} b JOIN ranked r ON b.key = r.key JOIN counted c ON b.body = c.body WHERE r.place = 1
"""


def hold(tables: Tables, candidates: str, bodies: str, same: str, into: str) -> None:
    """The sketches of the bodies among some candidates."""
    wanted = f"SELECT x FROM {candidates} UNION SELECT y FROM {candidates}"
    keys = f"SELECT key FROM {same} WHERE body IN ({wanted})"
    tables.make(into, f"SELECT body, sketch, scale FROM {bodies} WHERE key IN ({keys})")


def band(tables: Tables, bodies: str, same: str, into: str) -> None:
    """The table ``banded``: the bands of each body, and the hashes by which a text is found in a longer one.

    How many of those are looked up depends on how many bodies ``same`` has, also for those of an earlier drop.
    """
    ((count,),) = tables.rows("SELECT count(*) FROM same")
    bound = (1 << 32) // (1 if count <= _FEW else _THIN)
    sketches = f"SELECT body, sketch FROM {bodies} WHERE key IN (SELECT key FROM {same})"
    tables.derive(into, sketches, lambda batch: _banded(batch, bound), _BANDED)


def _find_candidates(tables: Tables) -> None:
    """The table ``candidates``."""
    tables.make("often", _OFTEN)
    tables.make("shared", SHARED.format(banded="banded", counted="often", bodies="bodies"))
    parts = split(tables, "shared")
    for part in range(parts):
        # Of a band that very many share, each body is compared with the next in order of the bodies' own hashes.
        tables.make(f"few_{part}", PLACED.format(shared="shared", parts=parts, part=part))
        tables.make(f"met_{part}", _NEIGHBOURING.format(part=part))
    tables.make("known", KNOWN.format(same="same", banded="banded"))
    tables.derive("candidates", MET.format(every=every("met", parts), other="known"), promising, CANDIDATES)


def split(tables: Tables, *names: str) -> int:
    """By how many the bands of some tables are divided, so that each part can be counted in little memory."""
    counts = [tables.rows(f"SELECT count(*) FROM {name}")[0][0] for name in names]
    return 1 + int(sum(counts)) // _AT_ONCE


def every(name: str, parts: int) -> str:
    """What was met in all parts."""
    return " UNION ALL ".join(f"SELECT x, y, bands, hashes FROM {name}_{part}" for part in range(parts))


# Most bands are of one body alone.
_OFTEN = "SELECT band, count(*) AS bodies FROM banded GROUP BY band HAVING count(*) > 1"

SHARED = f"""
SELECT b.body AS body, b.band AS band, b.rare AS rare
FROM {{banded}} b JOIN {{counted}} c ON b.band = c.band WHERE NOT b.rare OR c.{{bodies}} <= {RARE}
"""

PLACED = """
SELECT body, band, rare, row_number() OVER (PARTITION BY band ORDER BY body) AS place
FROM {shared} WHERE abs(band % {parts}) = {part}
"""

_NEIGHBOURING = f"""
SELECT x.body AS x, y.body AS y, sum(CASE WHEN x.rare THEN 0 ELSE 1 END) AS bands,
  sum(CASE WHEN x.rare THEN 1 ELSE 0 END) AS hashes
FROM few_{{part}} x JOIN few_{{part}} y
ON x.band = y.band AND x.place < y.place AND y.place <= x.place + {NEIGHBOURS}
GROUP BY x.body, y.body
"""

KNOWN = """
WITH l AS (SELECT body, count(*) AS hashes FROM {banded} WHERE rare GROUP BY body)
SELECT s.body AS body, s.low AS low, s.high AS high, CAST(coalesce(l.hashes, 0) AS BIGINT) AS hashes
FROM {same} s LEFT JOIN l ON s.body = l.body
"""

# A phrase is soon in two texts. Where enough hashes of both were looked up, one text in another shows by two of them.
MET = f"""
WITH met AS (
  SELECT x, y, CAST(sum(bands) AS BIGINT) AS bands, CAST(sum(hashes) AS BIGINT) AS hashes
  FROM ({{every}}) e GROUP BY x, y
)
SELECT m.x AS x, m.y AS y, CASE WHEN m.bands + m.hashes > 1 OR least(p.hashes, q.hashes) < {_SURELY_TWO} THEN 1 ELSE 0
  END AS sure, p.low AS x_low, q.low AS y_low, p.high AS x_high, q.high AS y_high
FROM met m JOIN known p ON m.x = p.body JOIN {{other}} q ON m.y = q.body
WHERE m.bands > 0 OR m.hashes > 1 OR least(p.hashes, q.hashes) < {_SURELY_TWO}
"""

MEASURED = """
SELECT c.x AS x, c.y AS y, p.sketch AS first, q.sketch AS second, p.scale AS x_scale, q.scale AS y_scale
FROM {candidates} c JOIN {x} p ON c.x = p.body JOIN {y} q ON c.y = q.body
"""


def _banded(batch: pa.RecordBatch, bound: int) -> pa.Table:
    """A row per band, three least hashes of bins, and per hash below ``bound``.

    Two texts of Jaccard .7 share a band with p > .99, two of Jaccard .1 with p < .03; of a text that stands in a much
    longer one, only single hashes tell.
    """
    import numpy as np
    import pyarrow as pa

    bodies = batch.column("body").to_numpy()
    owners, (hashes,) = flat(batch, "sketch")
    least = least_by_bin(owners, hashes, len(bodies))
    rows = least[:, : BINS // _BAND * _BAND].reshape(len(bodies), -1, _BAND)
    whole = (rows >= 0).all(axis=2)
    mixed = rows[:, :, 0] * 1_000_003 ^ rows[:, :, 1] * 998_244_353 ^ rows[:, :, 2] * 122_949_823
    mixed = mixed * 64 + np.arange(rows.shape[1])
    single = hashes < bound
    body = np.concatenate((np.repeat(bodies, whole.sum(axis=1)), bodies[owners[single]]))
    # Bands are odd and single hashes even, so that neither is taken for the other.
    band = np.concatenate((mixed[whole] * 2 + 1, hashes[single] * 2))
    rare = np.arange(len(body)) >= int(whole.sum())
    return pa.table({"body": body, "band": band, "rare": rare})


def promising(batch: pa.RecordBatch) -> pa.Table:
    """The pairs that are worth a look at their sketches.

    A band, too, is soon common to two texts: where nothing else is, it must be one that are alike as a whole.
    """
    import numpy as np
    import pyarrow as pa

    numbers = {name: batch.column(name).to_numpy() for name in batch.schema.names}
    unlike = (numbers["x_low"] ^ numbers["y_low"]) | (numbers["x_high"] ^ numbers["y_high"])
    alike = BINS - np.bitwise_count(unlike.view(np.uint64)).astype(np.int64)
    take = (numbers["sure"] > 0) | (alike >= _SEEMING)
    return pa.table({name: pa.array(numbers[name][take]) for name in "xy"})


def measured(batch: pa.RecordBatch) -> pa.Table:
    """What two sketches have in common at the coarser of their scales; pairs below both thresholds are left out."""
    import numpy as np
    import pyarrow as pa

    count = batch.num_rows
    coarser = np.maximum(batch.column("x_scale").to_numpy(), batch.column("y_scale").to_numpy()).astype(np.int64)
    bound = (1 << 32) // coarser
    sides: list[Any] = []
    sizes: list[Any] = []
    for name in ("first", "second"):
        owners, (hashes,) = flat(batch, name)
        within = hashes < bound[owners]
        sides.append(owners[within] << 32 | hashes[within])
        sizes.append(np.bincount(owners[within], minlength=count))
    both = np.sort(np.concatenate(sides), kind="stable")
    shared = np.bincount(both[1:][both[1:] == both[:-1]] >> 32, minlength=count)
    together, fewer = sizes[0] + sizes[1] - shared, np.minimum(sizes[0], sizes[1])
    alike = (fewer > 0) & (10 * shared >= 6 * together)
    # Of few hashes, more must be common: what holds of a hundred may be luck with twenty.
    contained = (fewer >= _LEAST_HASHES) & (15 * shared >= 12 * fewer + np.maximum(0, _ENOUGH_HASHES - fewer))
    take = alike | contained
    columns = {"shared": shared, "together": together, "fewer": fewer}
    numbers = {name: pa.array(values[take], pa.int32()) for name, values in columns.items()}
    return pa.table({name: batch.column(name).filter(pa.array(take)) for name in "xy"} | numbers)
