"""Pairs of articles whose bodies are near-duplicates: candidates by bands, each measured on the sketches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.corpus.features import table
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

PAIRS = {"a": "int64", "b": "int64", "shared": "int32", "jaccard": "float64", "contained": "float64"}
JACCARD, CONTAINED = 0.6, 0.8
_NEIGHBOURS = 20  # of a band that very many share, each is compared with so many
_LEAST_HASHES = 15  # hashes of the smaller text from which containment can be judged


def pair(tables: Tables) -> None:
    """The table ``pairs``: keys of two articles with different bodies, and how much they have in common.

    Of articles with the same body one stands for all (``same``: body, the least key, how many).
    """
    tables.make("same", "SELECT body, min(key) AS key, count(*) AS articles FROM bodies GROUP BY body")
    tables.derive("banded", "SELECT b.key AS key, b.bands AS bands FROM bodies b JOIN same s ON b.key = s.key", _banded,
                  {"key": "int64", "band": "int64"})  # fmt: skip
    tables.make("candidates", _CANDIDATES)
    tables.derive("pairs", _MEASURED, _measured, PAIRS)


_CANDIDATES = f"""
WITH ranked AS (SELECT key, band, row_number() OVER (PARTITION BY band ORDER BY key) AS place FROM banded),
shared AS (SELECT band FROM banded GROUP BY band HAVING count(*) > 1),
few AS (SELECT r.key AS key, r.band AS band, r.place AS place FROM ranked r JOIN shared s ON r.band = s.band)
SELECT DISTINCT x.key AS a, y.key AS b
FROM few x JOIN few y ON x.band = y.band AND x.place < y.place AND y.place <= x.place + {_NEIGHBOURS}
"""

_MEASURED = """
SELECT c.a AS a, c.b AS b, x.sketch AS x, y.sketch AS y, x.scale AS x_scale, y.scale AS y_scale
FROM candidates c JOIN bodies x ON c.a = x.key JOIN bodies y ON c.b = y.key
"""


def _banded(batch: pa.RecordBatch) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    bands = batch.column("bands")
    return pa.table({"key": batch.column("key").take(pc.list_parent_indices(bands)), "band": pc.list_flatten(bands)})


def _measured(batch: pa.RecordBatch) -> pa.Table:
    """Jaccard of the two sketches, and which share of the smaller one the larger holds, both at the coarser scale."""
    columns: dict[str, list[Any]] = {name: [] for name in PAIRS}
    for row in batch.to_pylist():
        bound = (1 << 32) // max(row["x_scale"], row["y_scale"])
        x, y = ({one for one in row[side] if one < bound} for side in "xy")
        shared, fewer = len(x & y), min(len(x), len(y))
        jaccard = shared / (len(x) + len(y) - shared) if fewer else 0.0
        contained = shared / fewer if fewer else 0.0
        if jaccard >= JACCARD or (contained >= CONTAINED and fewer >= _LEAST_HASHES):
            for name, value in zip(PAIRS, (row["a"], row["b"], shared, jaccard, contained), strict=True):
                columns[name].append(value)
    return table(columns, PAIRS)
