"""The text report in colour."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import click

from validator.model.report import Report
from validator.report import text

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
    "path": {"bold": True, "underline": True},
    "code": {"bold": True},
    "dim": {"dim": True},
    "head": {"bold": True},
    "bar": {"fg": "green"},
}


def show(report: Report, *, quiet: bool = False) -> None:
    """Print a report to standard output, a terminal."""
    printed(text.lines(report, quiet=quiet))


def printed(lines: Iterable[list[text.Segment]]) -> None:
    """Print lines to standard output, a terminal; without colour where NO_COLOR or TERM asks for none."""
    styles = {} if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else _STYLES
    for segments in lines:
        click.echo("".join(click.style(part, **styles[style]) if style in styles else part for part, style in segments))
