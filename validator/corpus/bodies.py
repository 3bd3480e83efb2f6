"""The second look: each body without the learnt furniture of its source, as hashes to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.corpus.sketch import hash64
from validator.model.article import BODY_ROLES
from validator.model.corpus import Tables

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
    Grid = np.ndarray[tuple[int, int], np.dtype[np.int64]]
    Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]

BODIES = {
    "key": "int64",
    "words": "int32",
    "body": "int64",  # hash of the lines that are left
    "frame": "int64",  # the same with every number alike
    "furniture": "int32",  # lines of the body that were taken away
    "sketch": "list<int64>",
    "scale": "int32",
    "hashes": "int32",  # of the sketch, how many
    "stamp": "int64",  # hash of the sketch
    "low": "int64",  # a bit of the least hash in each of BINS bins of it
    "high": "int64",  # and another one
}
_LOOKED_AT = "key, source, lines, shapes, roles, line_words, sketch, sketch_lines, sketch_ends, scale"
READS = (*_LOOKED_AT.split(", "), "proper")
BINS = 64  # of a sketch, by which sketches are compared roughly
LEAST_WORDS = 20  # of a body that is compared at all
_BODY = sorted(role.value for role in BODY_ROLES)
_MIX, _STEP = 0x9E3779B97F4A7C15, 0xD1342543DE82EF95


def look_again(tables: Tables, articles: str = "articles", into: str = "bodies") -> None:
    """The table ``bodies``: a row per article that is one and has enough words left."""
    import numpy as np

    found = tables.rows("SELECT source, shape FROM learnt")
    learnt = np.array(sorted({_signed(hash64(source) ^ shape) for source, shape in found}), np.int64)
    tables.derive(
        into,
        f"SELECT {_LOOKED_AT} FROM {articles} WHERE proper",
        lambda batch: _bodies(batch, learnt),
        BODIES,
    )


def _signed(value: int) -> int:
    return (value + (1 << 63)) % (1 << 64) - (1 << 63)


def _bodies(batch: pa.RecordBatch, learnt: Ints) -> pa.Table:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    count = batch.num_rows
    owners, (lines, shapes, words) = flat(batch, "lines", "shapes", "line_words")
    sources = batch.column("source").dictionary_encode()
    seeds = np.array([hash64(one or "") for one in sources.dictionary.to_pylist()], np.int64)
    at_source = sources.indices.to_numpy(zero_copy_only=False)
    furniture = np.isin(shapes ^ seeds[at_source][owners], learnt)
    roles = batch.column("roles")
    in_body = pc.is_in(pc.list_flatten(roles), pa.array(_BODY)).to_numpy(zero_copy_only=False)
    kept = in_body & ~furniture
    left = np.bincount(owners[kept], words[kept], count).astype(np.int64)
    firsts = _firsts(owners, count)
    sketched, (hashes, begin, end) = flat(batch, "sketch", "sketch_lines", "sketch_ends")
    # A shingle goes with every line that it touches: what is left must not tell where furniture stood.
    gone = np.concatenate(([0], np.cumsum(in_body & furniture)))
    base = firsts[sketched]
    whole = gone[base + end + 1] == gone[base + begin]
    sketched, hashes = sketched[whole], hashes[whole]
    take = left >= LEAST_WORDS
    bounds = np.concatenate(([0], np.cumsum(np.bincount(sketched[take[sketched]], minlength=count)[take])))
    low, high = _glimpse(sketched, hashes, count)
    columns: dict[str, Any] = {
        "key": batch.column("key").to_numpy()[take],
        "words": left[take],
        "body": _ordered(lines[kept], owners[kept], count)[take],
        "frame": _ordered(shapes[kept], owners[kept], count)[take],
        "furniture": np.bincount(owners[in_body & furniture], minlength=count)[take],
        "scale": batch.column("scale").to_numpy()[take],
        "hashes": np.diff(bounds),
        "stamp": _ordered(hashes, sketched, count)[take],
        "low": low[take],
        "high": high[take],
    }
    lists = pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), pa.array(hashes[take[sketched]], pa.int64()))
    arrays = {name: pa.array(values) for name, values in columns.items()} | {"sketch": lists}
    return pa.table({name: arrays[name] for name in BODIES})


def flat(batch: pa.RecordBatch, *names: str) -> tuple[Ints, tuple[Ints, ...]]:
    """Lists that run parallel, end to end, and the row that each entry is from."""
    import numpy as np
    import pyarrow.compute as pc

    owners = pc.list_parent_indices(batch.column(names[0])).to_numpy().astype(np.int64)
    return owners, tuple(pc.list_flatten(batch.column(name)).to_numpy().astype(np.int64) for name in names)


def least_by_bin(owners: Ints, hashes: Ints, count: int) -> Grid:
    """Of each row's hashes, which are sorted, the least in each bin, as in one permutation hashing; -1 for none."""
    import numpy as np

    least = np.full(count * BINS, -1, np.int64)
    # Written from the last to the first, the least stays.
    least[(owners * BINS + hashes % BINS)[::-1]] = hashes[::-1]
    return least.reshape(count, BINS)


def _glimpse(owners: Ints, hashes: Ints, count: int) -> tuple[Ints, Ints]:
    """Two bits of each least hash, all the first ones and all the second ones as one number."""
    import numpy as np

    least = least_by_bin(owners, hashes, count)
    bits = (np.packbits(least >> at & 1, axis=1).view(np.int64)[:, 0] for at in (6, 7))
    low, high = bits
    return low, high


def _firsts(owners: Ints, count: int) -> Ints:
    """Where the entries of each row begin."""
    import numpy as np

    return np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=count))))[:-1].astype(np.int64)


def _ordered(values: Ints, owners: Ints, count: int) -> Ints:
    """Per row a hash of its values in their order; 0 where there are none."""
    import numpy as np

    places = np.arange(len(values)) - _firsts(owners, count)[owners]
    mixed = values.astype(np.uint64) + places.astype(np.uint64) * np.uint64(_STEP)
    mixed ^= mixed >> np.uint64(32)
    mixed *= np.uint64(_MIX)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    total = np.zeros(count, np.uint64)
    np.add.at(total, owners, mixed)
    return total.astype(np.int64)
