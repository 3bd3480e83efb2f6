"""``copydesk compare``: drift between two drops."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from validator import run
from validator.check import registry
from validator.cli import options
from validator.cli.main import OK
from validator.cli.output import write
from validator.config import load
from validator.engines.local import processors
from validator.report.drift import as_json, as_text

if TYPE_CHECKING:
    from validator.engines.duck import Duck

STORED = ".duckdb"


@click.command("compare", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("old")
@click.argument("new")
@options.profile
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.as_of
@options.jobs
@options.output
def command(  # noqa: PLR0913 - one parameter an option, as click wants it
    old: str, new: str, profile: str, form: str, as_of: str | None, jobs: int, output: str | None
) -> int:
    """Tell how the drop NEW differs from OLD, source by source: paths, or FILE.duckdb#DROP of a store."""
    from validator.corpus.drift import drift
    from validator.engines.duck import Duck

    judge = partial(
        run.check,
        profile=load.profile(profile).model_copy(update={"gates": ()}),
        ignore=registry.of_many(),  # what they find is not compared
        as_of=options.day(as_of),
        jobs=jobs or processors(),
    )
    with Duck(jobs or processors()) as tables:
        names = [_filled(tables, table, what, judge) for table, what in (("earlier", old), ("articles", new))]
        found = drift(tables, *names)
    write([as_json(found)] if form == "json" else as_text(found), output)
    return OK


def _filled(tables: Duck, table: str, what: str, judge: Callable[..., object]) -> str:
    """The drop goes into a table, from a store or judged anew; says what it is called."""
    from validator.corpus.drift import COLUMNS
    from validator.engines.store import fill

    path, drop = options.stored(what)
    if path.endswith(STORED) and os.path.isfile(path):
        return fill(tables, table, path, drop, COLUMNS)
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        aside = f"{folder}/drop{STORED}"
        judge([what], store=run.Shelf(aside, what))
        return fill(tables, table, aside, what, COLUMNS)
