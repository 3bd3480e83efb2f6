"""``copydesk check``: the main job."""

from __future__ import annotations

import os

import click

from validator import run
from validator.check.baseline import Baseline, read
from validator.cli import able, options
from validator.cli.main import FOUND, OK
from validator.cli.output import say, write
from validator.cli.progress import ticking
from validator.cli.written import WRITTEN, by_itself, summarise, written
from validator.config import load
from validator.engines.local import processors
from validator.errors import InputError, UsageError
from validator.model.counted import number
from validator.model.finding import Finding, Severity
from validator.model.report import Report

CACHE = ".copydesk_cache"
ENGINES = ("local", "spark")
FORMATS = ("text", "json", "jsonl", *WRITTEN)
LEVELS = (*(severity.value for severity in Severity), "never")


@click.command("check", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.profile
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="How to print  [default: text; github under GitHub Actions]."
)
@options.output
@options.select
@options.ignore
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@options.as_of
@options.jobs
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="local",
    show_default=True,
    help="Judge in processes of this machine, or on Spark.",
)
@click.option("--cache/--no-cache", default=True, help=f"Keep what is found in {CACHE}, and look there first.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="What copydesk baseline wrote: findings that are accepted.",
)
@click.option("--ratchet", is_flag=True, help="Take out of the baseline what is not found any more.")
@click.option(
    "--corpus/--no-corpus",
    default=None,
    help="Ask the rules that need many articles  [default: where the extra 'corpus' is installed].",
)
@click.option(
    "--data-docs",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Add how the profile's gates held to a site of Great Expectations' Data Docs.",
)
@click.option("--store", type=click.Path(dir_okay=False), metavar="FILE", help="Remember all that is found (DuckDB).")
@click.option("--drop", metavar="NAME", help="The drop's name in the store; by default a hash of the input.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no tables.")
@options.no_progress
def command(  # noqa: PLR0913 - one parameter an option, as click wants it
    paths: tuple[str, ...],
    profile: str,
    form: str | None,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    as_of: str | None,
    jobs: int,
    engine: str,
    *,
    cache: bool,
    baseline: str | None,
    ratchet: bool,
    corpus: bool | None,
    data_docs: str | None,
    store: str | None,
    drop: str | None,
    quiet: bool,
    no_progress: bool,
) -> int:
    """Judge every article of PATH: files, folders, globs, or - for standard input."""
    form = form or by_itself(output)
    held_to = load.profile(profile)
    if data_docs is not None and not held_to.gates:
        raise UsageError(f"--data-docs: the profile {held_to.name} has no gates")
    accepted = _accepted(baseline, ratchet=ratchet)
    asked = able.corpus(corpus)
    with ticking(enabled=not no_progress) as tick:
        report = run.check(
            paths,
            held_to,
            select=options.words(select),
            ignore=options.words(ignore),
            as_of=options.day(as_of),
            engine=engine,
            jobs=jobs or processors(),
            cache=CACHE if cache else None,
            baseline=accepted,
            health=form == "json" and able.installed(),
            corpus=asked,
            data_docs=data_docs,
            beside=_beside(output) if engine == "spark" else None,
            store=_shelf(store, drop, corpus=asked),
            tick=tick,
            notice=say,
            sink=_stream if form == "jsonl" and output is None else None,
        )
    if accepted is not None and ratchet and report.stale:
        write(accepted.without(report.stale), baseline)
    _print(report, form, output, quiet=quiet)
    if form == "github":
        summarise(report)
    if not report.articles:
        raise InputError("no article in what was read, so nothing was judged")
    return FOUND if _fails(report, fail_on) else OK


def _accepted(path: str | None, *, ratchet: bool) -> Baseline | None:
    if path is None and ratchet:
        raise UsageError("--ratchet: there is no --baseline to tighten")
    return read(path) if path is not None else None


def _shelf(path: str | None, drop: str | None, *, corpus: bool) -> run.Shelf | None:
    if path is None:
        if drop is not None:
            raise UsageError("--drop: there is no --store to name it in")
        return None
    if not corpus:
        raise UsageError("--store: remembers what the corpus is like, which --no-corpus leaves out")
    if "://" in path:
        raise UsageError(f"--store {path}: must be a file on this machine")
    return run.Shelf(path, drop)


def _beside(output: str | None) -> str | None:
    """What the names of Parquet files beside a report begin with."""
    return None if output is None or output == "-" else os.path.splitext(output)[0]


def _stream(findings: list[Finding]) -> None:
    """Findings as JSON Lines, as soon as they are there."""
    from validator.report import json

    write([b"".join(map(json.line, findings))], None)


def _print(report: Report, form: str, output: str | None, *, quiet: bool) -> None:
    if form == "json":
        from validator.report import json

        write(json.report(report), output)
    elif form == "jsonl":
        from validator.report import json

        if report.stale:
            gone = sum(one.count for one in report.stale)
            say(f"{number(gone, 'finding')} of the baseline {'is' if gone == 1 else 'are'} not there any more")
        if output is not None:
            write(map(json.line, report.findings), output)
    elif form in WRITTEN:
        write(written(report, form), output)
    else:
        from validator.report import terminal, text

        if output is None and terminal.wanted():
            terminal.show(report, quiet=quiet)
            return
        lines = (text.plain(segments) for segments in text.lines(report, quiet=quiet))
        write((f"{line}\n".encode("utf-8", "replace") for line in lines), output)


def _fails(report: Report, fail_on: str) -> bool:
    worst = report.worst
    return worst is not None and fail_on != "never" and worst.weight >= Severity(fail_on).weight
