"""CSV and TSV: a header of field names, then one article a row; quoted cells may hold line breaks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from validator.model.names import FieldNames
from validator.model.record import Problem, Record
from validator.read import dialect
from validator.read.dialect import delimiter_of
from validator.read.encodings import as_utf8
from validator.read.fields import doubled, to_record
from validator.read.piece import Piece, broken
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
    problem, reader = as_utf8(stream)
    reader = dialect.plainly(begun, reader)
    head, lines = _header(reader)
    if not head or head.count(b'"') % 2:
        yield broken(path, "a quoted cell of the header has no end" if head else "an empty table: no header")
        return
    if any(map(_VALUE.fullmatch, _columns(head))):
        yield broken(path, "no header: the first row holds values, not the names of fields")
        return
    records = 0
    rest = b""
    while block := reader.read(_BLOCK):
        rest += block
        end = _last_row_end(rest)
        if end:
            piece = Piece(path, "table", rest[:end], records, lines, head, problem)
            yield piece
            records += sum(1 for _ in _rows(piece))
            lines += rest.count(b"\n", 0, end)
            rest = rest[end:]
        elif len(rest) > _LONGEST_CELL:
            yield broken(path, f"a quoted cell of more than {_LONGEST_CELL:,} bytes after row {records}")
            return
    if rest.strip():
        last = Piece(path, "table", rest, records, lines, head, problem)
        yield last
        if within := _open(last):
            yield broken(path, f"the table breaks off within a {within}")


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


def _open(piece: Piece) -> str:
    """Within what a table's last piece ends, as far as its quotation marks can be told apart; empty for a whole one."""
    delimiter = delimiter_of(piece.head)
    text = io.StringIO(piece.raw.decode("utf-8", "replace"), newline="")
    try:
        *_, row = csv.reader(text, delimiter=delimiter, strict=True)
    except csv.Error as error:
        return "quoted cell" if dialect.is_open(error) else ""
    short = any(map(str.strip, row)) and len(row) < len(_columns(piece.head))
    return "row" if short and not piece.raw.endswith(b"\n") else ""


def _columns(head: bytes) -> list[str]:
    """The names in a header."""
    lines = io.StringIO(head.decode("utf-8", "replace"), newline="")
    return [name.strip() for name in next(csv.reader(lines, delimiter=delimiter_of(head)))]


def _last_row_end(raw: bytes) -> int:
    """The offset behind the last line feed that stands outside of quotes; 0 where there is none."""
    end = raw.rfind(b"\n") + 1
    quotes = raw.count(b'"', 0, end)
    while end and quotes % 2:
        before = raw.rfind(b"\n", 0, end - 1) + 1
        quotes -= raw.count(b'"', before, end)
        end = before
    return end


def _rows(piece: Piece) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the number of the line it begins on."""
    delimiter = delimiter_of(piece.head)
    reader = csv.reader(io.StringIO(piece.raw.decode("utf-8", "replace"), newline=""), delimiter=delimiter)
    csv.field_size_limit(_LONGEST_CELL + _BLOCK)
    line = 1
    for row in reader:
        if row and not (len(row) == 1 and not row[0].strip()):
            yield line, row
        line = reader.line_num + 1


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """A record for every row; a cell that is empty declares nothing."""
    columns = _columns(piece.head)
    problems = (piece.problem,) if piece.problem else ()
    twice = tuple(doubled(columns)) if not piece.records else ()
    number = 0
    try:
        for line, row in _rows(piece):
            number += 1
            location = piece.location(number, line)
            if len(row) > len(columns):
                message = f"line {location.file_line} has {len(row)} cells, the header has {len(columns)}"
                yield Record(location, problems=(Problem("schema.unreadable", message, row[0][:60]),))
                continue
            data = {name: cell for name, cell in zip(columns, row, strict=False) if cell and name}
            yield to_record(data, location, names, (*problems, *twice) if number == 1 else problems)
    except csv.Error as error:
        location = piece.location(number + 1)
        yield Record(location, problems=(Problem("schema.unreadable", f"no table that can be read: {error}"),))
