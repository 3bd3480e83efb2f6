"""CSV and TSV: a header of field names, then one article a row; quoted cells may hold line breaks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from validator.model.names import FieldNames
from validator.model.record import Problem, Record
from validator.read.encodings import as_utf8
from validator.read.fields import to_record
from validator.read.piece import Piece, broken
from validator.read.streams import Stream

_BLOCK = 1 << 20
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1 << 26
_SAID = re.compile(rb"(?:\xef\xbb\xbf)?\"?sep=[^\r\n]\"?\r?\n", re.IGNORECASE)  # a line of Excel's, before the header


def cut(stream: Stream, path: str) -> Iterator[Piece]:
    """Blocks of whole rows, each with the header: a row ends at a line feed outside of quotes."""
    begun = stream.head()
    problem, reader = as_utf8(stream)
    if b"\r" in begun and b"\n" not in begun:  # lines as the old Macintosh ended them
        reader = io.BytesIO(reader.read().replace(b"\r", b"\n"))
    head, lines = b"", 0
    while line := reader.readline():
        head += line
        lines += 1
        if lines == 1 and _SAID.fullmatch(head):
            head = b""
            continue
        if head.count(b'"') % 2 == 0:
            break
    head = head.removeprefix(codecs.BOM_UTF8)
    if not head.strip():
        yield broken(path, "an empty table: no header")
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
        yield Piece(path, "table", rest, records, lines, head, problem)


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


def delimiter_of(head: bytes) -> str:
    """What parts the cells of a header: the commonest of the usual signs."""
    text = head.decode("utf-8", "replace")
    return max(_DELIMITERS, key=text.count)


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """A record for every row; a cell that is empty declares nothing."""
    header = io.StringIO(piece.head.decode("utf-8", "replace"), newline="")
    head = next(csv.reader(header, delimiter=delimiter_of(piece.head)))
    columns = [name.strip() for name in head]
    problems = (piece.problem,) if piece.problem else ()
    twice = tuple(_twice(columns)) if not piece.records else ()
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


def _twice(columns: list[str]) -> Iterator[Problem]:
    """The names that stand over several columns, said once for the table."""
    for name in dict.fromkeys(columns):
        if name and columns.count(name) > 1:
            message = f"{columns.count(name)} columns are called {name}; the last one that is filled was taken"
            yield Problem("schema.duplicate_key", message, name, f"$.{name}")
