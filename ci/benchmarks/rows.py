"""The corpus step alone on rows of features that are made here: what five times as many of them cost.

Every twentieth row is a near copy of the one before it, every twentieth tells the event of the one before it in words
of its own, each source has three lines of its own in every article, and names are as rare as words are (Zipf): so what
there is to find grows as the rows do.
"""

from __future__ import annotations

import resource
import time
from argparse import Namespace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Table

if TYPE_CHECKING:
    import pyarrow as pa

LARGER = 5
AT_ONCE = 5_000  # rows that are made at a time
SOURCES, FURNITURE = 200, (0, -2, -1)  # and at which of its lines an article has what its source's articles all have
LINES, LINE_WORDS, HASHES, COMMON = 12, 38, 140, 120  # of an article, and hashes that a near copy shares
NAMES, NUMBERS, DAYS = 12, 6, 400
TOLD, RARE = 6, 1 << 40  # names that only an event has, and from where on they are numbered
STEPS = ("learnt", "bodies", "pairs", "kin", "kin_before", "events")
COUNTED = ("pairs", "events")


def bench(options: Namespace) -> Table:
    few = options.rows or 40_000
    measured = []
    for count in (few, LARGER * few):
        with get_context("spawn").Pool(1) as process:  # a process each, so that each has a peak of its own
            measured.append(process.apply(_measured, (count,)))
    first, second = measured
    rows = tuple(
        (name, _figure(name, one), _figure(name, second[name]), f"{second[name] / one:.1f}" if one else "–")
        for name, one in first.items()
    )
    return Table(
        "The corpus step by rows",
        f"Tables derived from {few:,} and from {LARGER * few:,} rows of features, made without texts, one turn: CPU "
        "seconds of one process, whose peak includes the making of the rows. Of twenty rows, one is a near "
        "copy, and one tells an event again.",
        ("", f"{few:,} rows", f"{LARGER * few:,} rows", "times"),
        rows,
    )


def _figure(name: str, value: float) -> str:
    return f"{value:,.1f}" if name.endswith(" s") else f"{value:,.0f}"


def _measured(count: int) -> dict[str, float]:
    """CPU seconds by step, what was found, and the peak of the memory in MB."""
    from validator.corpus import bodies, events, features, kin, learnt, pairs, past
    from validator.engines.duck import Duck

    makers = (learnt.learn, bodies.look_again, pairs.pair, kin.sort_out, past.look_back, events.gather)
    found: dict[str, float] = {}
    with Duck() as tables:
        for first in range(0, count, AT_ONCE):
            tables.put("articles", _articles(first, min(AT_ONCE, count - first)))
        lines = [(f"s{at}", _furniture(at, line), "t") for at in range(SOURCES) for line in range(len(FURNITURE))]
        tables.put("edges", features.of_rows(lines, features.EDGES))
        for name, make in zip(STEPS, makers, strict=True):
            began = time.process_time()
            make(tables)
            found[f"{name}, CPU s"] = time.process_time() - began
        found["all, CPU s"] = sum(found.values())
        for name in COUNTED:
            found[f"{name}, found"] = float(tables.rows(f"SELECT count(*) FROM {name}")[0][0])
    found["peak, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _furniture(source: int, line: int) -> int:
    return source * 7 + line + 1


def _articles(first: int, count: int) -> pa.Table:
    """Rows by their numbers, the same every time."""
    import numpy as np
    import pyarrow as pa

    from validator.corpus import features

    dice = np.random.default_rng(first)
    source = dice.integers(0, SOURCES, count)
    lines = dice.integers(-(2**62), 2**62, (count, LINES))
    sketch = np.sort(dice.integers(0, 2**31, (count, HASHES)), axis=1)
    for at in range(20, count, 20):
        lines[at, 1:8] = lines[at - 1, 1:8]
        sketch[at] = np.sort(np.concatenate((sketch[at - 1, :COMMON], sketch[at, COMMON:])))
    for line, place in enumerate(FURNITURE):
        lines[:, place] = _furniture(source, line)
    touched = np.sort(dice.integers(0, LINES, (count, HASHES)), axis=1)
    names = dice.zipf(1.3, (count, NAMES))
    numbers = dice.integers(10, 1_000_000, (count, NUMBERS))
    for at in range(10, count, 20):
        names[at - 1 : at + 1, :TOLD] = RARE + (first + at) * TOLD + np.arange(TOLD)
        numbers[at] = numbers[at - 1]
    days = np.datetime64("2024-03-01") + dice.integers(0, DAYS, count)
    columns: dict[str, Any] = {name: [_NOTHING.get(kind, [])] * count for name, kind in features.ARTICLES.items()}
    columns |= {
        "key": [(first + at) * 1_000_003 for at in range(count)],
        "id": [str(first + at) for at in range(count)],
        "source": [f"s{one}" for one in source],
        "roles": [["body"] * LINES] * count,
        "line_words": [[LINE_WORDS] * LINES] * count,
        "scale": [2] * count,
        "names": [sorted({f"n{one}" for one in row}) for row in names],
        "numbers": [sorted({str(one) for one in row}) for row in numbers],
        "published": days.tolist(),
    }
    grids = {"lines": lines, "shapes": lines, "sketch": sketch, "sketch_lines": touched, "sketch_ends": touched}
    arrays = {name: pa.array(columns[name], features.arrow(kind)) for name, kind in features.ARTICLES.items()}
    return pa.table(arrays | {name: _lists(rows, features.ARTICLES[name]) for name, rows in grids.items()})


def _lists(rows: Any, kind: str) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    from validator.corpus import features

    ends = pa.array(np.arange(len(rows) + 1) * rows.shape[1], pa.int32())
    return pa.ListArray.from_arrays(ends, pa.array(rows.ravel(), features.arrow(kind).value_type))


_NOTHING: dict[str, Any] = {"string": "", "bool": True, "date32": None, "int32": 0, "int64": 0}
