"""A folder judged before, and ten of its files changed since."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from benchmarks.articles import article
from benchmarks.measure import Cost, Table, check, cost, folder

CHANGED = 10


def bench(options: Namespace) -> Table:
    count = options.articles or 1_000
    command = check("drop", "--no-corpus", jobs=2, cache=True)
    found: list[tuple[str, Cost]] = []
    with folder() as place:
        drop = place / "drop"
        drop.mkdir()
        for number in range(count):
            _file(drop, number).write_text(article(number).record["text"], "utf-8")
        found.append((f"{count:,} files, nothing kept", cost(command, place)))
        warm = [cost(command, place) for _ in range(options.repeats)]
        found.append((f"{count:,} unchanged files", sorted(warm, key=_wall)[len(warm) // 2]))
        changed = []
        for turn in range(options.repeats):
            for number in range(CHANGED):
                _file(drop, number).write_text(article(count + turn * CHANGED + number).record["text"], "utf-8")
            changed.append(cost(command, place))
        found.append((f"{CHANGED} of {count:,} files changed", sorted(changed, key=_wall)[len(changed) // 2]))
        few = place / "few"
        few.mkdir()
        for number in range(CHANGED):
            _file(few, number).write_text(article(number).record["text"], "utf-8")
        alone = [cost(check("few", "--no-corpus", jobs=0), place) for _ in range(options.repeats)]
        found.append((f"{CHANGED} files alone, no cache", sorted(alone, key=_wall)[len(alone) // 2]))
    rows = tuple((name, f"{one.wall:.2f}", f"{one.cpu:.2f}") for name, one in found)
    return Table(
        "Cache",
        "Text files, one article each; whole processes, record rules only, with `--cache`.",
        ("", "wall, s", "CPU, s"),
        rows,
    )


def _wall(one: Cost) -> float:
    return one.wall


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:06}.txt"
