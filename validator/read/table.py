"""CSV and TSV: a header of field names, then one article a row; quoted cells may hold line breaks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from validator.model.names import FieldNames
from validator.model.record import Problem, Record
from validator.read import dialect
from validator.read.decode import decoded
from validator.read.dialect import delimiter_of
from validator.read.encodings import as_utf8, is_utf8
from validator.read.fields import doubled, to_record
from validator.read.piece import Piece, broken
from validator.read.rows import Row, rows
from validator.read.streams import Stream
from validator.regex import regex

_BLOCK = 1 << 20
_LONGEST_CELL = 1 << 26
_VALUE = regex(r"\d{4}-\d\d-\d\d.*|https?://.*|.{100,}", re.DOTALL)  # in a header's place; no column is called so
_SAID = regex(rb"\"?sep=[^\r\n]\"?\r?\n", re.IGNORECASE)  # a line of Excel's, before the header


def cut(stream: Stream, path: str) -> Iterator[Piece]:
    """Blocks of whole rows, each with the header: a row ends at a line feed outside of quotes."""
    begun = stream.head()
    if dialect.is_binary(begun):
        yield broken(path, "binary data, no text")
        return
    problem, reader = as_utf8(stream, b"\n")
    reader = dialect.plainly(begun, reader)
    head, lines = _header(reader)
    if not head or head.count(b'"') % 2:
        yield broken(path, "a quoted cell of the header has no end" if head else "an empty table: no header")
        return
    if any(map(_VALUE.fullmatch, _columns(head))):
        yield broken(path, "no header: the first row holds values, not the names of fields")
        return
    yield from _blocks(reader, Piece(path, "table", lines=lines, head=head, problem=problem))


def _blocks(reader: Any, piece: Piece) -> Iterator[Piece]:
    """Pieces of whole rows, like an empty one that stands where the first of them begins."""
    rest = b""
    while block := reader.read(max(_BLOCK, len(rest))):
        rest += block
        whole, count = _whole(piece, rest)
        if not whole.raw and len(rest) > _LONGEST_CELL:
            yield broken(piece.path, f"a quoted cell of more than {_LONGEST_CELL:,} bytes after row {piece.records}")
            return
        if whole.raw:
            yield whole
            lines = piece.lines + whole.raw.count(b"\n")
            piece = replace(piece, records=piece.records + count, lines=lines)
            rest = rest[len(whole.raw) :]
    if rest.strip():
        piece = replace(piece, raw=rest)
        yield piece
        last, _ = _last(piece)
        if last is not None and not last.is_open and not rest.endswith(b"\n") and _is_short(last, piece.head):
            yield broken(piece.path, "the table breaks off within a row")


def _header(reader: Any) -> tuple[bytes, int]:
    """The first row that is not blank, and the number of the line that it ends on."""
    head, lines = b"", 0
    while line := reader.readline():
        lines += 1
        head = (head + line).removeprefix(codecs.BOM_UTF8)
        if not head.strip() or (lines == 1 and _SAID.fullmatch(head)):
            head = b""
        elif head.count(b'"') % 2 == 0:
            break
    return head, lines


def _columns(head: bytes) -> list[str]:
    """The names in a header."""
    lines = io.StringIO(head.decode("utf-8", "replace"), newline="")
    return [name.strip() for name in next(csv.reader(lines, delimiter=delimiter_of(head)))]


def _whole(piece: Piece, rest: bytes) -> tuple[Piece, int]:
    """The whole rows that bytes begin with as a piece, and how many they are."""
    even = _last_even(rest)
    whole = replace(piece, raw=rest[:even])
    last, count = _last(whole)
    if even and (last is None or not last.is_open):
        return whole, count
    whole = replace(piece, raw=rest[: rest.rfind(b"\n") + 1])
    last, count = _last(whole, until_open=True)
    if last is not None and last.is_open:
        lines = whole.raw.splitlines(keepends=True)[: last.line - 1]
        if not lines and last.is_alone and len(rest) >= _BLOCK:
            return replace(piece, raw=rest[: rest.find(b"\n") + 1]), 1
        whole = replace(piece, raw=b"".join(lines))
    return whole, count


def _last_even(raw: bytes) -> int:
    """The offset behind the last line feed before which quotation marks are even: most likely a row ends there."""
    end = raw.rfind(b"\n") + 1
    quotes = raw.count(b'"', 0, end)
    while end and quotes % 2:
        before = raw.rfind(b"\n", 0, end - 1) + 1
        quotes -= raw.count(b'"', before, end)
        end = before
    return end


def _last(piece: Piece, *, until_open: bool = False) -> tuple[Row | None, int]:
    """The last row of a piece, or the first that is open, and how many there are up to the last or before the open."""
    row, count = None, 0
    for row in _rows(piece):
        if until_open and row.is_open:
            break
        count += 1
    return row, count


def _is_short(row: Row, head: bytes) -> bool:
    return any(map(str.strip, row.cells)) and len(row.cells) < len(_columns(head))


def _rows(piece: Piece) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL + _BLOCK)
    return rows(piece.raw.decode("utf-8", "surrogateescape"), delimiter_of(piece.head), len(_columns(piece.head)))


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """A record for every row; a cell that is empty declares nothing."""
    columns = _columns(piece.head)
    problems = (piece.problem,) if piece.problem else ()
    twice = tuple(doubled(columns)) if not piece.records else ()
    number = 0
    whole = is_utf8(piece.raw)
    try:
        for row, recoded in ((row, ()) if whole else _recoded(row) for row in _rows(piece)):
            number += 1
            location = piece.location(number, row.line)
            told = (*recoded, *problems, *twice) if number == 1 else (*recoded, *problems)
            if row.problem:
                told = (*told, Problem("schema.unreadable", f"line {location.file_line} {row.problem}", row.quote))
            if len(row.cells) > len(columns):
                message = f"line {location.file_line} has {len(row.cells)} cells, the header has {len(columns)}"
                told = (Problem("schema.unreadable", message, row.cells[0][:60]),)
            if row.cells and len(row.cells) <= len(columns):
                data = {name: cell for name, cell in zip(columns, row.cells, strict=False) if cell and name}
                yield to_record(data, location, names, told)
            else:
                yield Record(location, problems=told)
    except csv.Error as error:
        location = piece.location(number + 1)
        yield Record(location, problems=(Problem("schema.unreadable", f"no table that can be read: {error}"),))


def _recoded(row: Row) -> tuple[Row, tuple[Problem, ...]]:
    """A row in the encoding that its own bytes are in."""
    cells = [cell.encode("utf-8", "surrogateescape") for cell in row.cells]
    _, problems, encoding = decoded(b"\n".join(cells))
    quote = row.quote.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if not problems:
        return replace(row, quote=quote), ()
    return replace(row, quote=quote, cells=[cell.decode(encoding or "utf-8", "replace") for cell in cells]), problems
