"""Peak memory over all processes, as the corpus grows."""

from __future__ import annotations

from argparse import Namespace
from itertools import pairwise

from benchmarks.articles import write_lines
from benchmarks.measure import Table, check, cost, folder


def bench(options: Namespace) -> Table:
    most = options.articles or 10_000
    sizes = [most // 100, most // 10, most]
    peaks = []
    with folder() as place:
        for size in sizes:
            write_lines(place / "all.jsonl", size)
            peaks.append(cost(check("all.jsonl", jobs=2), place, watch=True))
    growth = ["", *(f"{large.peak / small.peak:.2f}" for small, large in pairwise(peaks))]
    rows = tuple(
        (f"{size:,} articles", f"{one.peak:,.0f}", grown, f"{one.cpu:,.1f}")
        for size, one, grown in zip(sizes, peaks, growth, strict=True)
    )
    return Table(
        "Memory",
        "All rules over JSON Lines, two processes and the one that leads them, one run; the sum of their proportional "
        "set sizes (PSS: shared pages count once), looked at every 50 ms.",
        ("", "peak, MB", "times the row above", "CPU seconds"),
        rows,
    )
