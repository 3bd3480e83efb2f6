"""One process against two."""

from __future__ import annotations

from argparse import Namespace

from benchmarks.articles import write_lines
from benchmarks.measure import Table, check, costs, folder


def bench(options: Namespace) -> Table:
    count = options.articles or 2_000
    with folder() as place:
        write_lines(place / "all.jsonl", count)
        commands = {f"--jobs {jobs}": check("all.jsonl", jobs=jobs) for jobs in (1, 2)}
        found = costs(commands, place, options.repeats)
    one = found["--jobs 1"]
    rows = tuple(
        (name, f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{one.wall / cost.wall:.2f}", f"{cost.cpu / one.cpu:.2f}")
        for name, cost in found.items()
    )
    return Table(
        "Processes",
        f"All rules over {count:,} articles in one JSON Lines file, whole processes. The gain in wall time needs two "
        "processors that are free; what two processes cost more than one shows in the CPU seconds.",
        ("", "wall, s", "CPU, s", "faster by (wall)", "CPU, one process = 1"),
        rows,
    )
