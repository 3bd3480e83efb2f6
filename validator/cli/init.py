"""``copydesk init``: a profile proposed from a corpus."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click

from validator import run
from validator.cli import options
from validator.cli.main import OK
from validator.cli.output import write
from validator.config import load
from validator.engines.local import processors
from validator.errors import UsageError
from validator.model.names import FieldNames
from validator.model.record import Declared
from validator.read import records
from validator.read.paths import expand

_LOOKED_AT = 500  # records whose names are looked at
_DROP = "init"
_ASKED = ("page",)  # what is no article: of the others' findings, a profile says nothing


@click.command("init", context_settings={"help_option_names": ["-h", "--help"]})
@options.paths
@options.as_of
@options.jobs
@options.output
@click.option("--force", is_flag=True, help="Write over a profile and a record map that are there.")
def command(paths: tuple[str, ...], as_of: str | None, jobs: int, output: str | None, *, force: bool) -> int:
    """Propose a profile from what PATH holds; a record map is written beside it where names are unusual."""
    from validator.corpus.guess import guessed
    from validator.corpus.proposal import COLUMNS, proposed
    from validator.corpus.proposal import records as record_lines
    from validator.engines.duck import Duck
    from validator.engines.store import fill

    if "-" in paths:
        raise UsageError("init reads its input twice, which standard input does not allow")
    target = Path(output) if output is not None and output != "-" else None
    _spare(target, force=force)
    base = load.record_map("default").names
    found = guessed(*_values(paths, base))
    beside = target.with_suffix(".records.yaml") if target and found else None
    _spare(beside, force=force)
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        own = Path(folder) / "records.yaml"
        own.write_bytes(_bytes(record_lines(base, found, "own")))
        profile = load.profile("news-drop").model_copy(update={"record_map": str(own)} if found else {})
        shelf = run.Shelf(f"{folder}/init.duckdb", _DROP)
        run.check(
            paths,
            profile,
            select=_ASKED,
            as_of=options.day(as_of),
            jobs=jobs or processors(),
            store=shelf,
        )
        with Duck() as tables:
            fill(tables, "articles", shelf.path, _DROP, COLUMNS)
            name = target.stem if target else "proposed"
            lines = list(proposed(tables, name, found, beside.name if beside else None))
        if beside is not None:
            write([_bytes(record_lines(base, found, beside.stem))], str(beside))
    write([_bytes(lines)], output)
    return OK


def _spare(file: Path | None, *, force: bool) -> None:
    """What somebody wrote, or changed since, is not lost to a proposal. Raises UsageError where it would be."""
    if file is not None and file.is_file() and not force:
        raise UsageError(f"{file} is there already: --force writes over it")


def _values(paths: Sequence[str], base: FieldNames) -> tuple[dict[str, list[Any]], list[str]]:
    """Unknown name -> its values in the first records; and the fields that known names fill mostly.

    What an object holds stands under ``object.name``. An object fills a field where it has the name that is read.
    """
    sample = list(islice(_read(paths, base), _LOOKED_AT))
    unknown = {one.removeprefix("$.") for record in sample for one in record.unknown}
    objects = {one.locator.removeprefix("$.") for record in sample for one in record.fields.values() if _holds(one)}
    names = sorted(unknown | objects)
    values: dict[str, list[Any]] = defaultdict(list)
    for record in islice(_read(paths, FieldNames({name: (name,) for name in names})), _LOOKED_AT):
        for name, declared in record.fields.items():
            for path, value in _leaves(name, declared.value):
                if path != name or name in unknown:  # else it is what a known name bears in other records
                    values[path].append(value)
    filled: Counter[str] = Counter()
    for record in sample:
        filled.update(["text"] if (record.text or "").strip() else [])
        for name, declared in record.fields.items():
            filled[name] += declared.value not in (None, "", [], {}) and (not _holds(declared) or _is_named(declared))
    return values, [name for name, count in filled.items() if 2 * count > len(sample)]


def _holds(declared: Declared) -> bool:
    return isinstance(declared.value, dict)


def _is_named(declared: Declared) -> bool:
    return isinstance(declared.value.get("name"), str)


def _leaves(name: str, value: Any, deepest: int = 3) -> Iterator[tuple[str, Any]]:
    """What stands under a name, and in the objects under it."""
    if isinstance(value, dict) and deepest:
        for inner, held in value.items():
            if "." not in inner:
                yield from _leaves(f"{name}.{inner}", held, deepest - 1)
    else:
        yield name, value


def _read(paths: Sequence[str], names: FieldNames) -> Iterable[Any]:
    for piece in records.cut(expand(paths), names):
        yield from records.records(piece, names)


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
