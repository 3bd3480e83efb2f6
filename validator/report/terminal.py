"""The text report in colour."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from validator.model.report import Report
from validator.report import text

_STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "path": "bold underline",
    "code": "bold",
    "dim": "dim",
    "head": "bold",
    "bar": "green",
}


def show(report: Report, *, quiet: bool = False) -> None:
    """Print a report to standard output, a terminal."""
    console = Console(highlight=False, soft_wrap=True)
    for segments in text.lines(report, quiet=quiet):
        console.print(Text.assemble(*((part, _STYLES.get(style, "")) for part, style in segments)))
