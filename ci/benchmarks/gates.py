"""Twenty gates over the features of a million articles, with the ids of those at fault, beside the plain use."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from benchmarks.measure import PRINTED, Command, Table, costs, folder, missing, peer

# What is asked: eight fields and twelve rules, of all articles; about as many at fault as real drops have.
FIELDS = ("title", "date", "author", "language", "outlet", "url", "photo_credit", "photo_licence")
RULES = (
    "date.future date.impossible date.epoch_default date.url_conflict date.nonstandard_format author.missing "
    "language.mismatch title.missing schema.null_equivalent photo.credit_weak licence.invalid text.empty"
).split()
FAULTS = {**dict.fromkeys(FIELDS, 30), "photo_credit": 200, "photo_licence": 300, **dict.fromkeys(RULES, 10)}
SOURCES = 40
MOSTLY = 0.975
CHUNK = 50_000


def bench(options: Namespace) -> Table:
    count = options.rows or 50_000
    commands: dict[str, Command] = {
        "copydesk, 20 gates": peer("own_gates", "features.parquet", str(MOSTLY), ",".join(FIELDS), ",".join(RULES))
    }
    if options.peers and not missing("great_expectations") and not missing("pandas"):
        commands["Great Expectations, 20 expectations with index columns"] = peer("gates", "flags.parquet", str(MOSTLY))
    told: dict[str, dict[str, int]] = {}
    with folder() as place:
        write(place, count)

        def count_failing(name: str) -> None:
            told[name] = json.loads((place / PRINTED).read_bytes())

        found = costs(commands, place, options.repeats, watch=True, after=count_failing)
    own = found["copydesk, 20 gates"]
    if any(one != told["copydesk, 20 gates"] for one in told.values()):
        raise SystemExit(f"they do not agree: {told}")
    rows = tuple(
        (
            name,
            f"{len(told[name])}",
            f"{sum(told[name].values()):,}",
            f"{cost.cpu:.1f}",
            f"{cost.peak:,.0f}",
            f"{cost.cpu / own.cpu:.2f}",
            f"{cost.peak / own.peak:.2f}",
        )
        for name, cost in found.items()
    )
    return Table(
        "Gates",
        f"{count:,} rows of features, read from Parquet; eight fields and twelve rules of all articles, of which "
        f"{MOSTLY:.1%} must be in order; whole processes, the start included. Both say the same of every gate, and "
        "count the same articles at fault; copydesk gives the first hundred ids of each gate that fails, Great "
        "Expectations all.",
        (
            "",
            "gates that fail",
            "at fault in them",
            "CPU seconds",
            "peak memory, MB",
            "CPU, copydesk = 1",
            "memory, copydesk = 1",
        ),
        rows,
    )


def flags(number: int) -> dict[str, bool]:
    """Whether an article has each field, and whether it breaks each rule."""
    broken = {name: (number * 7919 + at * 104729) % 10_007 < FAULTS[name] * 10 for at, name in enumerate(FAULTS)}
    return {name: broken[name] if name in RULES else not broken[name] for name in FAULTS}


def write(place: Path, count: int) -> None:
    """The same articles twice: as rows of the features table, and as a table with a column a question."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    words = pa.list_(pa.string())
    listed = pa.schema([("id", pa.string()), ("source", pa.string()), ("fields", words), ("failed", words)])
    flat = pa.schema([("id", pa.string()), ("source", pa.string()), *((name, pa.bool_()) for name in FAULTS)])
    with (
        pq.ParquetWriter(place / "features.parquet", listed) as features,
        pq.ParquetWriter(place / "flags.parquet", flat) as table,
    ):
        for start in range(0, count, CHUNK):
            rows = []
            for number in range(start, min(start + CHUNK, count)):
                rows.append({"id": f"a{number:07}", "source": f"Outlet {number % SOURCES}", **flags(number)})
            table.write_table(pa.Table.from_pylist(rows, flat))
            lists = [
                {**row, "fields": [one for one in FIELDS if row[one]], "failed": [one for one in RULES if row[one]]}
                for row in rows
            ]
            features.write_table(pa.Table.from_pylist(lists, listed))
