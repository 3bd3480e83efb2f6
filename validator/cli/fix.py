"""``copydesk fix``: safe repairs, shown, copied or written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from validator import run
from validator.cli import options
from validator.cli.main import FOUND, OK
from validator.cli.output import say
from validator.cli.progress import ticking
from validator.config import load
from validator.errors import InputError, UsageError
from validator.model.counted import number
from validator.repair import keep, shown
from validator.repair.draft import Draft
from validator.repair.drop import Keep, Repaired
from validator.repair.mend import Mended

Told = Callable[[Draft, Mended], None]


@click.command("fix", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.profile
@click.option("--diff", is_flag=True, help="Show what would change, and exit with 1 where something would.")
@click.option("--output", "folder", metavar="DIR", help="Write a repaired copy of every file, and changes.jsonl.")
@click.option("--write", is_flag=True, help="Write over the files, each at once or not at all.")
@click.option("--select", multiple=True, metavar="RULE|FAMILY", help="Repair only these (repeatable, or with commas).")
@click.option("--ignore", multiple=True, metavar="RULE|FAMILY", help="Do not repair these (repeatable).")
@click.option("--unsafe", multiple=True, metavar="RULE", help="Repair this as well, which may be wrong (repeatable).")
@options.as_of
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was repaired.")
@options.no_progress
def command(  # noqa: PLR0913 - one parameter an option, as click wants it
    paths: tuple[str, ...],
    profile: str,
    folder: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    unsafe: tuple[str, ...],
    as_of: str | None,
    *,
    diff: bool,
    write: bool,
    quiet: bool,
    no_progress: bool,
) -> int:
    """Repair what can be repaired safely in PATH: --diff shows it, --output copies, --write writes over.

    A repair that would raise a new finding is not made. HTML, WARC and archives are read only.
    """
    if diff + write + (folder is not None) != 1:
        raise UsageError("fix wants one of --diff, --output DIR and --write")
    with _kept(paths, folder, write=write) as (kept, told), ticking(enabled=not no_progress) as tick:
        total = run.fix(
            paths,
            load.profile(profile),
            kept,
            select=options.words(select),
            ignore=options.words(ignore),
            unsafe=options.words(unsafe),
            as_of=options.day(as_of),
            told=told,
            notice=say,
            tick=tick,
        )
    sys.stdout.flush()  # a diff that cannot be written has no totals
    if total.untouched and total.untouched == total.files - total.only_read:
        raise InputError("no file could be repaired")
    if not quiet:
        _sum_up(total, would="would be " if diff else "")
    return FOUND if total.unwritten or (diff and total.changed_records) else OK


@contextmanager
def _kept(paths: Sequence[str], folder: str | None, *, write: bool) -> Iterator[tuple[Keep, Told]]:
    """What takes the repaired files, and what hears of the changes."""
    if folder is None:
        yield (keep.in_place, lambda _, __: None) if write else (keep.discarded, _show)
        return
    copies = keep.Copies(folder, paths)
    whole = False
    try:
        yield copies, lambda _, mended: copies.add(mended.changes)
        whole = True
    finally:
        copies.close(whole=whole)


def _show(before: Draft, mended: Mended) -> None:
    lines = "".join(f"{line}\n" for line in shown.unified(before, mended.draft))
    sys.stdout.flush()
    sys.stdout.buffer.write(lines.encode("utf-8", "replace"))


def _sum_up(total: Repaired, would: str) -> None:
    """One line for every rule, and one for all, on standard error."""
    rules = sorted({*total.fixed, *total.left})
    width = max(map(len, rules), default=0)
    for rule in rules:
        print(f"{rule:<{width}}  {total.fixed[rule]:>6} {would}fixed {total.left[rule]:>6} left alone", file=sys.stderr)
    print(
        f"{number(total.fixed.total(), 'finding')} {would}fixed in {total.changed_records:,} of "
        f"{number(total.records, 'article')}, "
        f"{total.left.total():,} left alone",
        file=sys.stderr,
    )
