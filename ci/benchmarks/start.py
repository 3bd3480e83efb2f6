"""A whole process on ten small files, and its floor."""

from __future__ import annotations

import sys
from argparse import Namespace

from benchmarks.measure import Table, copydesk, costs, folder

ARTICLE = "Council votes for the pool\n\nBy Jane Roe\n\n" + "The council of Exampleton voted on Tuesday for it. " * 8


def bench(options: Namespace) -> Table:
    names = {
        "python -c 'import pydantic'": [sys.executable, "-c", "import pydantic"],
        "copydesk check, ten small files": copydesk("check", "."),
    }
    names["copydesk check, ten small files"] += ["--no-cache", "--fail-on", "never"]  # as files are that have changed
    names["the same, --no-corpus"] = [*names["copydesk check, ten small files"], "--no-corpus"]
    with folder() as place:
        for number in range(10):
            (place / f"{number}.txt").write_text(ARTICLE, "utf-8")
        costs(names, place, 1)
        found = costs(names, place, max(options.repeats, 7))
    rows = tuple((name, f"{cost.wall:.3f} s", f"{cost.cpu:.3f} s") for name, cost in found.items())
    return Table("Start", "Whole processes.", ("", "wall", "CPU"), rows)
