"""The text report in colour."""

from __future__ import annotations

import os
import sys
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
    """Print a report to standard output, for eyes."""
    printed(text.lines(report, quiet=quiet))


def wanted() -> bool:
    """Whether standard output is a terminal, or a log that shows colours as one does (FORCE_COLOR)."""
    return sys.stdout.isatty() or _forced()


def printed(lines: Iterable[list[text.Segment]]) -> None:
    """Print lines for eyes; without colour where NO_COLOR asks for none, or TERM and nobody forces it."""
    none = os.environ.get("NO_COLOR") or (os.environ.get("TERM") == "dumb" and not _forced())
    styles = {} if none else _STYLES
    for segments in lines:
        line = "".join(click.style(part, **styles[style]) if style in styles else part for part, style in segments)
        click.echo(line, color=True if styles and _forced() else None)


def _forced() -> bool:
    return any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
