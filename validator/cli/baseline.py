"""``copydesk baseline``: what is found today is accepted."""

from __future__ import annotations

import click

from validator import run
from validator.check.baseline import accepting
from validator.cli import able, options
from validator.cli.main import OK
from validator.cli.output import write
from validator.config import load
from validator.engines.local import processors
from validator.read.paths import expand, insist


@click.command("baseline", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.profile
@click.option("--select", multiple=True, metavar="RULE|FAMILY", help="Accept only these (repeatable, or with commas).")
@click.option("--ignore", multiple=True, metavar="RULE|FAMILY", help="Do not accept these.")
@options.as_of
@options.jobs
@options.output
def command(  # noqa: PLR0913 - one parameter an option, as click wants it
    paths: tuple[str, ...],
    profile: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: str | None,
    jobs: int,
    output: str | None,
) -> int:
    """Print the findings in PATH as a file for check --baseline, one a line."""
    insist(expand(paths), every=True)  # a file that is not there is nothing to accept
    report = run.check(
        paths,
        load.profile(profile).model_copy(update={"gates": ()}),  # which no baseline accepts
        select=options.words(select),
        ignore=options.words(ignore),
        as_of=options.day(as_of),
        jobs=jobs or processors(),
        corpus=able.corpus(),
    )
    write(accepting(report.findings, paths), output)
    return OK
