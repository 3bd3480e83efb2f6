"""What one reader is given at a time: a part of a file, cut where records end."""

from __future__ import annotations

from msgspec import Struct

from validator.model.place import Location
from validator.model.record import Problem


class Piece(Struct, frozen=True):
    """Some whole records of a file, as bytes, small enough for one worker at a time.

    ``kind`` names the format, ``records`` and ``lines`` count those of the file that stand before the piece,
    ``head`` is what every piece of the file needs to be read (a table's header). ``problem`` is said of every
    record; the kind ``broken`` stands for what could not be read at this place.
    """

    path: str
    kind: str
    raw: bytes = b""
    records: int = 0
    lines: int = 0
    head: bytes = b""
    problem: Problem | None = None

    def location(self, record: int | None = None, line: int | None = None) -> Location:
        """The place of a record, both counted from 1 within the piece."""
        number = None if record is None else self.records + record
        return Location(self.path, number, None if line is None else self.lines + line)


def broken(path: str, message: str) -> Piece:
    """A piece that says why something cannot be read."""
    return Piece(path, "broken", problem=Problem("schema.unreadable", message))
