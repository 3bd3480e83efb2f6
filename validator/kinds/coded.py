"""Columns as codes: every distinct value stands once, and rows are told apart by the numbers of their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:  # only a run over rows without texts needs it
    import pyarrow as pa

ODD = object()
"""What no row can be told by: a row that holds it is judged by itself."""

_MARK = "\0"  # begins what is no value as it was read
FORM, _LIST, ODD_TEXT = f"{_MARK}form ", f"{_MARK}list ", f"{_MARK}odd"


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: its ``values``, each once, and by row the number of the one that stands there.

    A value is text or None, ODD, the form of ordinary values as a tuple with the one that stands for all, or a list as
    a tuple that begins with None.
    """

    codes: pa.Int32Array
    values: list[Any]

    @property
    def rows(self) -> list[int]:
        """The codes, row by row."""
        found: list[int] = self.codes.to_pylist()
        return found


def as_text(column: Sequence[Any], *, lists: bool = False) -> pa.StringArray:
    """A column as text; what is neither text nor null is odd, lists of texts only where nobody wants ``lists``."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not isinstance(column, pa.Array):
        if not {*map(type, column)} <= {str, type(None)}:
            return pa.array([_written(value, lists=lists) for value in column], pa.string())
        try:
            column = pa.array(column, pa.string())
        except UnicodeEncodeError:  # half of a surrogate pair
            return pa.array([_written(value, lists=lists) for value in column], pa.string())
    marked = pc.starts_with(column, _MARK)
    return pc.if_else(marked, ODD_TEXT, column) if pc.any(marked).as_py() else column


def _written(value: Any, *, lists: bool) -> str | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and not value.startswith(_MARK):
            value.encode()
            return value
        if lists and isinstance(value, list) and all(type(one) is str for one in value):
            return _LIST + orjson.dumps(value).decode()
    except (UnicodeEncodeError, TypeError):  # half of a surrogate pair
        return ODD_TEXT
    return ODD_TEXT


def coded(text: pa.StringArray) -> Coded:
    """A column of text, some of it forms, as codes."""
    encoded = text.dictionary_encode("encode")
    return Coded(encoded.indices, [*map(_value, encoded.dictionary.to_pylist())])


def _value(text: str | None) -> Any:
    if text is None or not text.startswith(_MARK):
        return text
    if text.startswith(FORM):
        return (text.removeprefix(FORM),)
    return ODD if text == ODD_TEXT else (None, *orjson.loads(text.removeprefix(_LIST)))


def together(columns: Iterable[Coded], total: int) -> tuple[list[int], list[int]]:
    """By row a number that is that of all rows with the same values, and the first row of every number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = None
    for column in columns:
        if len(column.values) == 1:
            continue
        wide = column.codes.cast(pa.int64())
        if codes is not None:  # as many numbers as rows at most: the product is none that 64 bits cannot hold
            wide = pc.add(pc.multiply(codes.cast(pa.int64()), len(column.values)), wide)
        codes = wide.dictionary_encode().indices
    numbers: list[int] = codes.to_pylist() if codes is not None else [0] * total
    firsts: list[int] = []
    for row, number in enumerate(numbers):  # in the order in which they are met first
        if number == len(firsts):
            firsts.append(row)
    return numbers, firsts
