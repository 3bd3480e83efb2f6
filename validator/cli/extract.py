"""``copydesk extract``: every article with its facts and the roles of its lines."""

from __future__ import annotations

import click

from validator import run
from validator.cli import options
from validator.cli.main import OK
from validator.cli.output import say, write
from validator.config import load
from validator.report import json


@click.command("extract", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.profile
@options.as_of
@options.output
def command(paths: tuple[str, ...], profile: str, as_of: str | None, output: str | None) -> int:
    """Print one JSON object per article of PATH: title, authors, dates, credits, lines with roles."""
    articles = run.articles(paths, load.profile(profile), options.day(as_of), say)
    write(map(json.article, articles), output)
    return OK
