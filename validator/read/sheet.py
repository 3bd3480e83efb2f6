"""Rows by columns: for whoever looks at many records of one form at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from validator.model.place import Location
from validator.model.record import Record


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a piece that bear the same names in the same order; ``numbers`` are theirs in the piece, from 0.

    ``form`` is what decides beside the names how a row is read; ``record`` reads any row of these names.
    """

    form: bytes
    names: tuple[str, ...]
    numbers: Sequence[int]
    columns: Sequence[Sequence[Any]]
    record: Callable[[Sequence[Any], Location], Record]


@dataclass(frozen=True, slots=True)
class Sheets:
    """All rows of a piece, ``total`` in number: those that lie in sheets, and the numbers of those that are ``odd``.

    ``place`` is where a row stands, ``record`` the row read by itself.
    """

    sheets: list[Sheet]
    odd: list[int]
    total: int
    place: Callable[[int], Location]
    record: Callable[[int], Record]
