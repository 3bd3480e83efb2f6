"""JSON Lines: one object a line; a bad line is one finding, and the next line is read."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import orjson
from msgspec.structs import replace

from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.decode import decode
from validator.read.fields import to_record
from validator.read.nested import flattened
from validator.read.piece import Piece
from validator.read.sheet import Sheet, Sheets
from validator.read.streams import Stream
from validator.regex import regex

BLOCK = 1 << 20  # bytes of whole lines that make a piece
_KINDS = {list: "an array", str: "a string", int: "a number", float: "a number", bool: "a boolean", type(None): "null"}
_NO_NUMBER = regex(rb"[:\[,]\s*-?(?:NaN|Infinity)\b")
_QUOTED = 60  # characters of a bad line that its finding quotes


def cut(stream: Stream, path: str) -> Iterator[Piece]:
    """Blocks of whole lines. Blank ones count as lines and not as records; a byte order mark is no part of a line."""
    records = lines = 0
    while block := b"".join(stream.reader.readlines(BLOCK)):
        if not lines:
            block = block.removeprefix(codecs.BOM_UTF8)
        more = counted(block)
        if more[0]:
            yield Piece(path, "json_lines", block, records, lines)
        records, lines = records + more[0], lines + more[1]


def counted(block: bytes) -> tuple[int, int]:
    """The records and the lines of a block; a blank line is no record."""
    lines = _split(block)
    return sum(map(bool, map(bytes.strip, lines))), len(lines)


def _split(raw: bytes) -> list[bytes]:
    """The lines of a block; only a line feed ends one."""
    return raw.removesuffix(b"\n").split(b"\n")


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """The records of a block of lines, blank ones passed over."""
    number = 0
    for line, raw in enumerate(_split(piece.raw), 1):
        if raw.strip():
            number += 1
            yield of_line(raw, piece.location(number, line), names)


def sheets(piece: Piece, names: FieldNames) -> Sheets:
    """The rows of a block by columns; odd are those that are no object, and those with a key that may stand twice."""
    lines = [(line, raw) for line, raw in enumerate(_split(piece.raw), 1) if raw.strip()]
    alike: dict[tuple[str, ...], tuple[list[int], list[Iterable[Any]]]] = {}
    odd: list[int] = []
    for number, (_, raw) in enumerate(lines):
        try:
            data = orjson.loads(raw)
        except orjson.JSONDecodeError:
            data = None
        if not isinstance(data, dict) or not data or _may_double(raw, data):
            odd.append(number)
            continue
        numbers, rows = alike.setdefault(tuple(data), ([], []))
        numbers.append(number)
        rows.append(data.values())

    def place(number: int) -> Location:
        return piece.location(number + 1, lines[number][0])

    return Sheets(
        [
            Sheet(b"json_lines", keys, numbers, [*zip(*rows, strict=True)], partial(_of_row, keys, names))
            for keys, (numbers, rows) in alike.items()
        ],
        odd,
        len(lines),
        place,
        lambda number: of_line(lines[number][1], place(number), names),
    )


def _of_row(keys: tuple[str, ...], names: FieldNames, row: Iterable[Any], location: Location) -> Record:
    return to_record(dict(zip(keys, row, strict=True)), location, names)


def of_line(line: bytes, location: Location, names: FieldNames, called: str = "") -> Record:
    """One line as a record, or as the reason why it is none; it is ``called`` its line where it has no other name."""
    called = called or f"line {location.file_line}"
    line = line.removeprefix(codecs.BOM_UTF8)
    try:
        data = parsed(line)
    except orjson.JSONDecodeError as error:
        recoded, problems = decode(line)
        if recoded and problems:
            record = of_line(recoded.encode("utf-8", "replace"), location, names, called)
            return replace(record, problems=(*problems, *record.problems))
        return _unreadable(location, f"{called} is not valid JSON: {error.msg} at column {error.colno}", line)
    if not isinstance(data, dict):
        return _unreadable(location, f"{called} holds {_KINDS.get(type(data), 'no object')}, not an object", line)
    return to_record(flattened(data), location, names, tuple(doubles(line, data)))


def parsed(raw: bytes) -> Any:
    """A JSON value; NaN and Infinity, which Python writes and JSON does not know, are words in it.

    Raises orjson.JSONDecodeError.
    """
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        if not _NO_NUMBER.search(raw):
            raise
        try:
            # Through orjson once more: half a surrogate pair is no letter to it.
            return orjson.loads(orjson.dumps(json.loads(raw, parse_constant=str)))
        except (ValueError, TypeError, RecursionError):
            pass
        raise


def doubles(raw: bytes, data: dict[str, Any]) -> Iterator[Problem]:
    """Keys that stand twice in an object, at any depth; looked for only where more colons stand than keys need."""
    if _may_double(raw, data):
        yield from _doubles(json.loads(raw, object_pairs_hook=_Pairs), "$")


def _doubles(value: Any, path: str) -> Iterator[Problem]:
    """The keys that an object, or one within it, bears twice; a key of both an outer and an inner one is fine."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _doubles(one, f"{path}[{number}]")
    elif isinstance(value, _Pairs):
        seen: set[str] = set()
        for key, inner in value.items:
            if key in seen:
                yield Problem(
                    "schema.duplicate_key",
                    f"the key {key} stands twice; the last value was taken",
                    key,
                    f"{path}.{key}",
                )
            seen.add(key)
            yield from _doubles(inner, f"{path}.{key}")


def _may_double(raw: bytes, data: dict[str, Any]) -> bool:
    """Whether more colons stand in a line than its keys need."""
    return raw.count(b'":') + raw.count(b'" :') > len(data)


class _Pairs:
    """An object's pairs as they stand."""

    def __init__(self, items: list[tuple[str, Any]]) -> None:
        self.items = items


def _unreadable(location: Location, message: str, line: bytes) -> Record:
    quote = line.decode("utf-8", "replace").strip()
    quote = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + "…"
    return Record(location, problems=(Problem("schema.unreadable", message, quote),))
