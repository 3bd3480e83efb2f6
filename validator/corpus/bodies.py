"""The second look: each body without the learnt furniture of its source, as hashes to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.corpus.features import table
from validator.corpus.sketch import hash64
from validator.model.article import BODY_ROLES
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import pyarrow as pa

BODIES = {
    "key": "int64",
    "words": "int32",
    "body": "int64",  # hash of the lines that are left
    "furniture": "int32",  # lines of the body that were taken away
    "sketch": "list<int64>",
    "scale": "int32",
    "bands": "list<int64>",
}
LEAST_WORDS = 20  # of a body that is compared at all
_BINS, _BAND = 64, 3  # one permutation hashing: the least hash of each bin; three of them make a band
_BODY = frozenset(role.value for role in BODY_ROLES)


def look_again(tables: Tables) -> None:
    """The table ``bodies``: a row per article that is one and has enough words left."""
    learnt = frozenset((source, shape) for source, shape in tables.rows("SELECT source, shape FROM learnt"))
    tables.derive(
        "bodies",
        "SELECT key, source, lines, shapes, roles, line_words, sketch, sketch_lines, scale FROM articles WHERE proper",
        lambda batch: _bodies(batch, learnt),
        BODIES,
    )


def _bodies(batch: pa.RecordBatch, learnt: frozenset[tuple[str, int]]) -> pa.Table:
    columns: dict[str, list[Any]] = {name: [] for name in BODIES}
    for row in batch.to_pylist():
        kept, gone = [], set()
        for at, (shape, role) in enumerate(zip(row["shapes"], row["roles"], strict=True)):
            if role in _BODY:
                if (row["source"], shape) in learnt:
                    gone.add(at)
                else:
                    kept.append(at)
        words = sum(row["line_words"][at] for at in kept)
        if words >= LEAST_WORDS:
            hashes = row["sketch"]
            if gone:
                hashes = [one for one, at in zip(hashes, row["sketch_lines"], strict=True) if at not in gone]
            body = hash64(",".join(str(row["lines"][at]) for at in kept))
            found = (row["key"], words, body, len(gone), hashes, row["scale"], bands(hashes))
            for name, value in zip(BODIES, found, strict=True):
                columns[name].append(value)
    return table(columns, BODIES)


def bands(hashes: list[int]) -> list[int]:
    """Numbers that two texts of Jaccard .7 share with p > .99, two of Jaccard .1 with p < .03."""
    import numpy as np

    if not hashes:
        return []
    sorted_hashes = np.array(hashes, np.int64)
    bins = sorted_hashes % _BINS
    found, first = np.unique(bins, return_index=True)  # the hashes are sorted: the first of a bin is its least
    least = np.full(_BINS, -1, np.int64)
    least[found] = sorted_hashes[first]
    rows = least[: _BINS // _BAND * _BAND].reshape(-1, _BAND)
    whole = (rows >= 0).all(axis=1)
    mixed = rows[:, 0] * 1_000_003 ^ rows[:, 1] * 998_244_353 ^ rows[:, 2] * 122_949_823
    mixed = mixed * 64 + np.arange(len(rows))
    return [int(one) for one in mixed[whole]]
