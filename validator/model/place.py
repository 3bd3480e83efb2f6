"""Where something stands: in a file, and within an article's text."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct


class Location(Struct, frozen=True):
    """A record in a file.

    ``path`` is as given by the user, with ``/``; ``record`` counts from 1 and is None where the file
    is one article; ``file_line`` is the physical line the record begins on.
    """

    path: str
    record: int | None = None
    file_line: int | None = None

    def __str__(self) -> str:
        return self.path if self.record is None else f"{self.path}#{self.record}"


class Span(Struct, frozen=True, order=True):
    """Lines and columns within an article's text, in code points from 1; ``end_column`` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class LineIndex:
    """Turns offsets in a text into lines and columns."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def start(self, line: int) -> int:
        """The offset at which a line, counted from 1, begins."""
        return self._starts[line - 1]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset from 0."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of ``text[start:end]``."""
        return Span(*self.position(start), *self.position(end))
