"""CSV and TSV: only the cells that were repaired are written anew."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from validator.model.place import Location
from validator.model.record import Problem
from validator.read.decode import decoded, mark_of
from validator.read.dialect import delimiter_of
from validator.repair.draft import Draft, Job, Path

_LONGEST = 1 << 27


def rewritten(raw: bytes, job: Job) -> bytes:
    """A table, repaired; as it is where it cannot be read or written again letter for letter."""
    text, problems, encoding = decoded(raw)
    mark = mark_of(raw)
    if text is None or mark + text.encode(encoding, "replace") != raw:
        return raw
    header = re.match(r'(?:[^"\n]|"[^"]*")*\n?', text)
    head = header[0] if header else ""
    delimiter = delimiter_of(head.encode())
    parts: list[str] = []
    columns: list[str] | None = None
    number = 0
    try:
        for line, row, written in _rows(text, delimiter):
            if columns is None:
                columns = [name.strip() for name in row]
            elif row and not (len(row) == 1 and not row[0].strip()):
                number += 1
                known = _Known(columns, delimiter, job.place(number, line), encoding, problems)
                parts.append(_row(written, row, known, job))
                continue
            parts.append(written)
    except csv.Error:
        return raw
    return mark + "".join(parts).encode(encoding)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Every row with the number of its first line and as it is written."""
    taken: list[str] = []

    def recorded() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    csv.field_size_limit(_LONGEST)
    line = 1
    for row in csv.reader(recorded(), delimiter=delimiter):
        yield line, row, "".join(taken)
        line += len(taken)
        taken.clear()
    if taken:
        yield line, [], "".join(taken)


class _Known(Struct, frozen=True):
    """What is known of a row beside its cells."""

    columns: Sequence[str]
    delimiter: str
    place: Location
    encoding: str
    problems: tuple[Problem, ...]


def _row(written: str, row: list[str], known: _Known, job: Job) -> str:
    """One row, repaired; as it is where its cells cannot be told apart for sure."""
    columns, delimiter = known.columns, known.delimiter
    cells = _cells(delimiter).findall(written.rstrip("\r\n"))
    if len(row) > len(columns) or [_bare(one) for one in cells] != row or len(set(columns)) != len(columns):
        return written
    here = columns[: len(row)]
    data = {name: cell for name, cell in zip(here, row, strict=True) if cell and name}

    def able(path: Path, value: object) -> bool:
        return len(path) == 1 and path[0] in here and (value is None or isinstance(value, str))

    empty = tuple(name for name in here if name and name not in data)
    draft = Draft(
        data,
        known.place,
        job.names,
        able,
        nulls=False,
        encoding=known.encoding,
        problems=known.problems,
        empty=empty,
    )
    after = job.mend(draft)
    if after is draft:
        return written
    new = [
        cell if data.get(name) == after.data.get(name) else _cell(str(after.data.get(name, "")), cell, delimiter)
        for name, cell in zip(here, cells, strict=True)
    ]
    return delimiter.join(new) + written[len(written.rstrip("\r\n")) :]


@cache
def _cells(delimiter: str) -> re.Pattern[str]:
    """What finds the cells of a row as they are written."""
    sign = re.escape(delimiter)
    return re.compile(rf'(?:(?<=^)|(?<={sign}))(?:"(?:[^"]|"")*"|[^{sign}"]*)(?={sign}|\Z)')


def _bare(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') and len(cell) > 1 else cell


def _cell(value: str, before: str, delimiter: str) -> str:
    """A value as a cell, in quotation marks where it was or has to be."""
    needed = any(sign in value for sign in ('"', "\n", "\r", delimiter)) or value != value.strip()
    quoted = value.replace('"', '""')
    return f'"{quoted}"' if needed or (before.startswith('"') and value) else value
