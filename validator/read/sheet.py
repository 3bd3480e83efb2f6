"""Rows by columns: for whoever looks at many records of one form at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from validator.model.place import Location
from validator.model.record import Record


class Sheet(Struct, frozen=True):
    """Rows of a piece that bear the same names in the same order; ``numbers`` are theirs in the piece, from 0.

    ``form`` is what decides beside the names how a row is read; ``record`` reads any row of these names.
    """

    form: bytes
    names: tuple[str, ...]
    numbers: Sequence[int]
    columns: Sequence[Sequence[Any]]
    record: Callable[[Sequence[Any], Location], Record]


class Sheets(Struct, frozen=True):
    """All rows of a piece, ``total`` in number: those that lie in sheets, and the numbers of those that are ``odd``.

    ``place`` is where a row stands, ``record`` the row read by itself.
    """

    sheets: list[Sheet]
    odd: list[int]
    total: int
    place: Callable[[int], Location]
    record: Callable[[int], Record]
