"""docs/benchmarks.md: one section a benchmark, between marks, so that each can be measured anew alone."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measure import ROOT, Table

PATH = ROOT / "docs" / "benchmarks.md"
PEERS = ("datatrove", "great-expectations", "langdetect", "trafilatura", "pydantic", "pyarrow")


def put(name: str, table: Table) -> None:
    """The table goes to its marks, and the machine that it was measured on to the machine's."""
    text = PATH.read_text("utf-8")
    for mark, content in ((name, table.markdown()), ("machine", machine())):
        between = re.compile(rf"(?<=<!-- {mark} -->\n).*?(?=<!-- /{mark} -->)", re.DOTALL)
        if not between.search(text):
            raise SystemExit(f"{PATH}: no marks for {mark}")
        text = between.sub(lambda _, content=content: f"{content}\n", text)
    PATH.write_text(text, "utf-8")


def machine() -> str:
    """Processors, memory, Python and peers; no host's name."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    kind = model.group(1).strip() if model else platform.machine()
    return (
        f"{os.cpu_count()} processors ({kind}), {total:.0f} GB of memory, {platform.system()}, "
        f"Python {platform.python_version()}; {', '.join(filter(None, map(_version, PEERS)))}."
    )


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""
