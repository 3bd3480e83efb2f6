"""How a table is written: what parts its cells, what ends its lines, and how a quotation mark stands within a cell."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from validator.regex import regex

_DELIMITERS = ",;\t|"
_SIGNS = regex(rb'"|\r\n?|\n')
_ESCAPED = regex(rb'\\(["\\])')


def delimiter_of(head: bytes) -> str:
    """What parts the cells of a header: the commonest of the usual signs."""
    text = head.decode("utf-8", "replace")
    return max(_DELIMITERS, key=text.count)


def is_binary(begun: bytes) -> bool:
    """Whether a file that begins so is no text in UTF-8 or in a part of it."""
    try:
        (begun[: begun.rfind(b"\n") + 1] or begun).decode()
    except UnicodeDecodeError:
        return b"\x00" in begun
    return False


def plainly(begun: bytes, reader: Any) -> Any:
    """A reader of the same table with line feeds for line ends, and with a quotation mark within a cell doubled."""
    if _ends_as_of_old(begun):
        return io.BytesIO(reader.read().replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    if b'\\"' in begun and not _fits(begun) and _fits(_ESCAPED.sub(_doubled, begun)):
        return io.BufferedReader(_Doubled(reader))
    return reader


def _ends_as_of_old(begun: bytes) -> bool:
    """Whether the first line ends as the old Macintosh ended them; the lines within a cell may end otherwise."""
    quoted = False
    for sign in _SIGNS.finditer(begun):
        if sign[0] == b'"':
            quoted = not quoted
        elif not quoted:
            return sign[0] == b"\r"
    return False


def _fits(begun: bytes) -> bool:
    """Whether all rows have as many cells as the first, and nothing stands behind the end of a quoted cell."""
    whole = begun[: begun.rfind(b"\n") + 1].decode("utf-8", "replace")
    rows = csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter_of(begun.partition(b"\n")[0]), strict=True)
    widths: set[int] = set()
    try:
        widths.update(len(row) for row in rows if row)
    except csv.Error as error:
        return len(widths) == 1 and is_open(error)
    return len(widths) == 1


def is_open(error: csv.Error) -> bool:
    """Whether a strict reader met the end within a quoted cell."""
    return "unexpected end of data" in str(error)


def _doubled(found: re.Match[bytes]) -> bytes:
    return b'""' if found[1] == b'"' else found[1]


class _Doubled(io.RawIOBase):
    """A table whose quotation marks within cells are doubled, where a backslash stands before them."""

    def __init__(self, reader: Any) -> None:
        self._reader, self._rest = reader, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._rest + (read := self._reader.read(len(buffer) - 1))
        cut = bool(read) and (len(data) - len(data.rstrip(b"\\"))) % 2
        self._rest = data[-1:] if cut else b""
        data = _ESCAPED.sub(_doubled, data[:-1] if cut else data)
        buffer[: len(data)] = data
        return len(data) if data or not read else self.readinto(buffer)
