"""Ids that several records bear, told exactly among very many."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from benchmarks.articles import row
from benchmarks.measure import PRINTED, Table, check, cost, folder

TWICE = 100  # records whose ids stand twice


def bench(options: Namespace) -> Table:
    count = options.rows or 200_000
    twice = min(TWICE, count // 2)
    rows = []
    with folder() as place:
        _write(place / "all.jsonl", [*range(count - twice), *range(twice)])
        for jobs in (1, 2):
            one = cost(check("all.jsonl", "--select", "schema.duplicate_id", jobs=jobs), place, watch=True)
            found = (place / PRINTED).read_bytes().count(b"schema.duplicate_id")
            told = f"{found} of {twice}"
            rows.append((f"--jobs {jobs}", f"{one.peak:,.0f}", f"{one.cpu:,.1f}", f"{one.wall:,.1f}", told))
    return Table(
        "Unique ids",
        f"`schema.duplicate_id` alone over {count:,} records without texts in one JSON Lines file; the ids of {twice} "
        "of them stand twice. The peak is the sum of all processes' proportional set sizes.",
        ("", "peak, MB", "CPU, s", "wall, s", "found"),
        tuple(rows),
    )


def _write(path: Path, numbers: Iterable[int]) -> None:
    import orjson

    with path.open("wb") as file:
        for number in numbers:
            file.write(orjson.dumps(row(number)) + b"\n")
