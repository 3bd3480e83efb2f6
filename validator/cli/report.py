"""``copydesk report``: how a corpus is, for who keeps it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

import click

from validator import run
from validator.check import registry
from validator.check.baseline import Baseline, read
from validator.cli import able, options
from validator.cli.main import OK
from validator.cli.output import say, write
from validator.cli.progress import ticking
from validator.cli.written import written
from validator.config import load
from validator.engines.local import processors
from validator.errors import MissingExtraError, UsageError
from validator.model.article import Article
from validator.model.health import Earlier
from validator.model.listing import Place
from validator.model.report import Report

_KINDS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json"}


@click.command("report", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.profile
@options.as_of
@options.jobs
@options.select
@options.ignore
@click.option(
    "--baseline", type=click.Path(dir_okay=False), metavar="FILE", help="Findings that are accepted, and not shown."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="A page (.html), Markdown (.md) or JSON (.json); without it the story is told here.",
)
@click.option(
    "--since",
    metavar="FILE[#DROP]",
    help="A stored drop (check --store), the last one unless named: tell the trend since then.",
)
@options.no_progress
def command(  # noqa: PLR0913 - one parameter an option, as click wants it
    paths: tuple[str, ...],
    profile: str,
    as_of: str | None,
    jobs: int,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: str | None,
    output: str | None,
    since: str | None,
    *,
    no_progress: bool,
) -> int:
    """Tell how the articles of PATH are as a corpus, and what to do first: on a page, or here in forty lines."""
    kind = _kind(output)
    if not able.installed():
        raise MissingExtraError("reports on a corpus", "corpus")
    if kind == "html" and not able.paged():
        raise MissingExtraError("reports as a page", "report")
    accepted = read(baseline) if baseline is not None else None
    held_to = load.profile(profile)
    earlier = _earlier(since, kind)
    with ticking(enabled=not no_progress) as tick:
        report = run.check(
            paths,
            held_to,
            select=options.words(select),
            ignore=options.words(ignore),
            as_of=options.day(as_of),
            jobs=jobs or processors(),
            baseline=accepted,
            health=True,
            listing=kind in ("html", "markdown"),
            tick=tick,
            notice=say,
        )
        if kind == "html" and output is not None:
            _page(report, partial(run.chosen, report.paths, held_to, as_of=as_of), accepted, earlier, output)
        elif kind == "markdown":
            from validator.report import overview
            from validator.report.page.worklist import gather

            write(overview.parts(report, registry.about(), gather(report), earlier), output)
        elif kind == "json":
            from validator.report import json

            write(json.report(report), output)
    if kind == "terminal":
        _tell(report, earlier)
    return OK


def _page(
    report: Report,
    read_again: Callable[[Collection[Place]], Iterator[Article]],
    accepted: Baseline | None,
    earlier: Earlier | None,
    output: str,
) -> None:
    """The page, and beside it all findings as a table where it cannot open every article."""
    from validator.report.page import render
    from validator.report.page.worklist import gather

    work = gather(report)
    beside = Path(output).with_suffix(".csv") if len(work.opened) < report.articles else None
    articles = read_again(work.opened)
    known = accepted.entries if accepted is not None else ()
    name = beside.name if beside else None
    write(render.parts(report, registry.about(), work, articles, name, known, earlier), output)
    if beside is not None:
        write(written(report, "csv"), str(beside))


def _earlier(since: str | None, kind: str) -> Earlier | None:
    """The stored drop that is compared with. Raises UsageError where it cannot be."""
    if since is None:
        return None
    if kind == "json":
        raise UsageError("--since: the JSON report knows no trend (copydesk compare --format json does)")
    from validator.engines.duck import Duck
    from validator.engines.store import earlier

    path, drop = options.stored(since)
    if not os.path.isfile(path):
        raise UsageError(f"--since {since}: no such file")
    with Duck() as tables:
        return earlier(tables, path, drop or None)


def _kind(output: str | None) -> str:
    if output is None:
        return "terminal"
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in _KINDS:
        raise UsageError(f"-o {output}: a report is .html, .md or .json")
    return _KINDS[suffix]


def _tell(report: Report, earlier: Earlier | None) -> None:
    from validator.report import digest, terminal, text

    lines = digest.lines(report, registry.about(), earlier)
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size().columns
        terminal.printed(digest.fitted(one, columns) for one in lines)
    else:
        write((f"{text.plain(one)}\n".encode("utf-8", "replace") for one in lines), None)
