"""The rows of a table: each told apart by its quotation marks, and by its line ends where they have no end.

A quotation mark that opens a cell and is not closed would swallow the rows behind it. Where these read as rows of the
table each by itself, only the row that opens the cell is lost.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from msgspec import Struct

from validator.read import dialect

_ENDLESS = "opens a quoted cell that has no end"
_QUOTED = 60  # letters of a line that cannot be read
_SAMPLE = 20  # lines that are looked at to tell rows from the lines of a cell


class Row(Struct, frozen=True):
    """The cells of a row and the line that it begins on, from 1; ``problem`` says what is wrong with that line.

    Of a row without cells nothing can be read but its ``quote``. A row ``is_open`` within whose quoted cell the text
    ends, and ``is_alone`` where the lines behind it are rows.
    """

    line: int
    cells: list[str]
    problem: str = ""
    quote: str = ""
    is_open: bool = False
    is_alone: bool = False


def rows(text: str, delimiter: str, width: int) -> Iterator[Row]:
    """The rows that are not blank of a table of so many columns."""
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if not _is_blank(cells):
                yield Row(line, cells)
            line = reader.line_num + 1
    except csv.Error:
        yield from _one_by_one(_Lines(text, line - 1), delimiter, width)


def _one_by_one(lines: _Lines, delimiter: str, width: int) -> Iterator[Row]:
    """The rows of a table in which text stands behind the end of a quoted cell, or a quoted cell has no end."""
    strict = csv.reader(lines, delimiter=delimiter, strict=True)
    lenient = csv.reader(lines, delimiter=delimiter)
    while lines.at < len(lines.all):
        begin = lines.at
        problem, is_open = "", False
        try:
            cells = next(strict)
        except csv.Error as error:
            is_open = dialect.is_open(error)
            taken = lines.all[begin : lines.at]
            if len(taken) > 1 and _are_rows(taken, delimiter, width, is_open=is_open):
                lines.at = begin + 1
                alone = next(csv.reader([taken[0].rstrip()], delimiter=delimiter))
                cells = alone if len(alone) == width else []
                yield Row(begin + 1, cells, _ENDLESS, taken[0].rstrip()[:_QUOTED], is_open, is_alone=True)
                continue
            if is_open:
                problem = _ENDLESS
            elif len(taken) > 1:
                problem = "opens a quoted cell, and text stands behind its end"
            lines.at = begin
            cells = next(lenient)
        if not _is_blank(cells):
            yield Row(begin + 1, cells, problem, is_open=is_open)


def _are_rows(lines: list[str], delimiter: str, width: int, *, is_open: bool) -> bool:
    """Whether lines that a quoted cell spans are rows: the one on which it ends, or most of those that have no end."""
    behind = [line for line in lines[1 : _SAMPLE + 1] if line.strip()] if is_open else lines[-1:]
    whole = [line for line in behind if len(next(csv.reader([line], delimiter=delimiter))) == width]
    return width > 1 and len(whole) * 2 > len(behind)


def _is_blank(cells: list[str]) -> bool:
    return not cells or (len(cells) == 1 and not cells[0].strip())


class _Lines:
    """The lines of a text, of which one can go back."""

    def __init__(self, text: str, at: int) -> None:
        self.all = list(io.StringIO(text, newline=""))
        self.at = at

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at == len(self.all):
            raise StopIteration
        self.at += 1
        return self.all[self.at - 1]
