"""Columns as codes: every distinct value stands once, and rows are told apart by the numbers of their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import orjson
from msgspec import Struct

from validator.arrow import alone

if TYPE_CHECKING:  # only a run over rows without texts needs it
    import pyarrow as pa

ODD = object()
"""What no row can be told by: a row that holds it is judged by itself."""

MARK = "\0"  # begins what is no value as it was read, and stands in none
FORM, LIST, ODD_TEXT = f"{MARK}form ", f"{MARK}list ", f"{MARK}odd"


class Coded(Struct, frozen=True):
    """A column: its ``values``, each once, and by row the number of the one that stands there.

    A value is text or None, ODD, the form of ordinary values as a tuple with the one that stands for all, or a list as
    a tuple that begins with None.
    """

    codes: pa.Int32Array
    values: list[Any]


def as_text(column: Sequence[Any], *, lists: bool = False) -> pa.StringArray:
    """A column as text; what is neither text nor null is odd, lists of texts only where nobody wants ``lists``."""
    import pyarrow as pa
    import pyarrow.compute as pc

    alone()
    if not isinstance(column, pa.Array):
        if not {*map(type, column)} <= {str, type(None)}:
            return pa.array([_written(value, lists=lists) for value in column], pa.string())
        try:
            column = pa.array(column, pa.string())
        except UnicodeEncodeError:  # half of a surrogate pair
            return pa.array([_written(value, lists=lists) for value in column], pa.string())
    if not may_hold(column, MARK.encode()):
        return column
    marked = pc.match_substring(column, MARK)
    return pc.if_else(marked, ODD_TEXT, column) if pc.any(marked).as_py() else column


def may_hold(column: pa.StringArray, letters: bytes) -> bool:
    """Whether letters stand in the bytes of a column: all at once, which is much faster than value by value."""
    values = column.buffers()[2]
    return values is not None and letters in values.to_pybytes()


def _written(value: Any, *, lists: bool) -> str | None:
    if value is None:
        return None
    try:
        if isinstance(value, str) and MARK not in value:
            value.encode()
            return value
        if lists and isinstance(value, list) and all(type(one) is str for one in value):
            return LIST + orjson.dumps(value).decode()
    except (UnicodeEncodeError, TypeError):  # half of a surrogate pair
        return ODD_TEXT
    return ODD_TEXT


def coded(text: pa.StringArray) -> Coded:
    """A column of text, some of it forms, as codes."""
    encoded = text.dictionary_encode("encode")
    return Coded(encoded.indices, [*map(value_of, encoded.dictionary.to_pylist())])


def value_of(text: str | None) -> Any:
    """What a text of a column stands for."""
    if text is None or not text.startswith(MARK):
        return text
    if text.startswith(FORM):
        return (text.removeprefix(FORM),)
    return ODD if text == ODD_TEXT else (None, *orjson.loads(text.removeprefix(LIST)))


def together(columns: Iterable[Coded], total: int) -> tuple[pa.Int32Array, list[tuple[Any, ...]]]:
    """By row a number that is that of all rows with the same values, and by number these values, one a column."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = pa.repeat(pa.scalar(0, pa.int32()), total)
    values: list[list[Any]] = []
    for column in columns:  # as many numbers as rows at most: the product is none that 64 bits cannot hold
        count = len(column.values)
        both = pc.add(pc.multiply(numbers.cast(pa.int64()), count), column.codes.cast(pa.int64())).dictionary_encode()
        numbers = both.indices
        pairs = [divmod(pair, count) for pair in both.dictionary.to_pylist()]
        values = [[known[before] for before, _ in pairs] for known in values]
        values.append([column.values[code] for _, code in pairs])
    return numbers, [*zip(*values, strict=True)]
