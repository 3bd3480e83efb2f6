"""What several commands take."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from validator.errors import UsageError

Command = Callable[..., Any]

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
profile = click.option(
    "--profile", default="news-drop", show_default=True, metavar="NAME|FILE", help="What the corpus is held to."
)
as_of = click.option("--as-of", metavar="DATE", help="The day of collection, where the records do not tell it.")
jobs = click.option(
    "-j", "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes; as many as processors by default."
)
select = click.option(
    "--select", multiple=True, metavar="RULE|FAMILY", help="Ask only these (repeatable, or with commas)."
)
ignore = click.option(
    "--ignore", multiple=True, metavar="RULE|FAMILY", help="Do not ask these (repeatable, or with commas)."
)
no_progress = click.option("--no-progress", is_flag=True, help="Show no progress on standard error.")
output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write to a file, whole or not at all, instead of standard output.",
)


def words(values: tuple[str, ...]) -> list[str]:
    """The rules named by a repeatable option, each of which may hold several between commas."""
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def stored(what: str) -> tuple[str, str | None]:
    """The file of a store and the drop that ``FILE#DROP`` names in it; no drop where that is no file."""
    path, mark, drop = what.rpartition("#")
    return (path, drop) if mark and os.path.isfile(path) else (what, None)


def day(value: str | None) -> str | None:
    """A date given on the command line, in ISO 8601: of others nobody knows day from month. Raises UsageError."""
    try:
        if value is not None:
            datetime.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"--as-of: '{value}' is no date (give one like 2025-05-14)") from error
    return value
