"""Plain text: one file is one article that declares nothing."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.decode import decode


def read(raw: bytes, path: str, problems: tuple[Problem, ...] = ()) -> Iterator[Record]:
    text, found = decode(raw)
    yield Record(Location(path), text, problems=(*problems, *found))
