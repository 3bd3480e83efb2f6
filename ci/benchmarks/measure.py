"""Whole processes, measured: CPU seconds with all their children, peak memory over all of them, medians of turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = Path(__file__).resolve().parent / "peers.py"
PRINTED = "printed"
Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Cost:
    """``cpu`` and ``wall`` in seconds; ``peak`` in MB, the sum of every process's own share (PSS), 0 if not watched."""

    cpu: float
    wall: float
    peak: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """What one benchmark found: a heading, what was measured and how, and rows of text."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        align = "|".join(["---", *["--:"] * (len(self.columns) - 1)])
        lines = [f"| {' | '.join(row)} |" for row in (self.columns, *self.rows)]
        return "\n".join([f"## {self.title}", "", self.note, "", lines[0], f"|{align}|", *lines[1:]])


def copydesk(*words: str) -> list[str]:
    return [sys.executable, "-m", "validator", *words]


def check(*words: str, jobs: int = 1, cache: bool = False) -> list[str]:
    """The main job without progress or tables, findings as they come."""
    quiet = ("--no-progress", "--cache" if cache else "--no-cache", "--fail-on", "never", "--format", "jsonl")
    return copydesk("check", *words, "--jobs", str(jobs), *quiet)


def peer(name: str, *words: str) -> list[str]:
    return [sys.executable, str(PEERS), name, *words]


def missing(module: str) -> bool:
    """Whether a peer is not installed; says so in one line."""
    if find_spec(module) is not None:
        return False
    print(f"{module} is not installed (pip install '.[bench]'): left out", file=sys.stderr)
    return True


def cost(command: Command, cwd: Path, *, watch: bool = False) -> Cost:
    """One run. The CPU seconds are those of the process and of every child that it waited for.

    What it prints lies in ``printed`` in its folder until the next run.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with tempfile.TemporaryFile() as errors, (cwd / PRINTED).open("wb") as printed:
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=printed, stderr=errors)
        watcher = _Watcher(process.pid) if watch else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n{errors.read().decode()[-2000:]}")
    peak = watcher.stop() if watcher else 0.0
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak)


def costs(
    commands: Mapping[str, Command],
    cwd: Path,
    repeats: int,
    *,
    watch: bool = False,
    after: Callable[[str], None] = lambda _: None,
) -> dict[str, Cost]:
    """The medians of several turns; in every turn each command runs once, so that a slow spell meets them all.

    ``after`` is told the name of each command that has run, while what it printed is there.
    """
    turns: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            turns[name].append(cost(command, cwd, watch=watch))
            after(name)
    return {
        name: Cost(median(one.cpu for one in runs), median(one.wall for one in runs), median(one.peak for one in runs))
        for name, runs in turns.items()
    }


@contextmanager
def folder() -> Iterator[Path]:
    """A place for what is generated; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as name:
        yield Path(name)


class _Watcher:
    """Looks every 50 ms at the memory of a process and of all below it, and keeps the highest sum."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self.over = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def stop(self) -> float:
        self.over.set()
        self.thread.join()
        return self.peak

    def _watch(self) -> None:
        while not self.over.wait(0.05):
            self.peak = max(self.peak, sum(map(_share, _family(self.pid))))


def _family(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(child))]


def _share(pid: int) -> float:
    """Proportional set size in MB: shared pages count once over all who share them."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
