"""JSON Lines: one object a line; a bad line is one finding, and the next line is read."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.fields import RecordMap, to_record

_KINDS = {list: "an array", str: "a string", int: "a number", float: "a number", bool: "a boolean", type(None): "null"}
_QUOTED = 60  # characters of a bad line that its finding quotes


def read(lines: Iterable[bytes], path: str, names: RecordMap) -> Iterator[Record]:
    """The records of a stream of lines, blank ones passed over; ``record`` counts the others from 1."""
    number = 0
    for file_line, raw in enumerate(lines, 1):
        line = raw.removeprefix(codecs.BOM_UTF8) if file_line == 1 else raw
        if line.strip():
            number += 1
            yield _record(line, Location(path, number, file_line), names)


def _record(line: bytes, location: Location, names: RecordMap) -> Record:
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return _unreadable(
            location, f"line {location.file_line} is not valid JSON: {error.msg} at column {error.colno}", line
        )
    if not isinstance(data, dict):
        kind = _KINDS.get(type(data), "no object")
        return _unreadable(location, f"line {location.file_line} holds {kind}, not an object", line)
    return to_record(data, location, names, tuple(_doubles(line, data)))


def _doubles(line: bytes, data: dict[str, Any]) -> Iterator[Problem]:
    """Keys that stand twice in the outermost object; looked for only where more colons stand than keys need."""
    if line.count(b'":') + line.count(b'" :') <= len(data):
        return
    pairs = json.loads(line, object_pairs_hook=_Pairs)
    seen: set[str] = set()
    for key, _ in pairs.items:
        if key in seen:
            yield Problem(
                "schema.duplicate_key", f"the key {key} stands twice; the last value was taken", key, f"$.{key}"
            )
        seen.add(key)


class _Pairs:
    """An object's pairs as they stand."""

    def __init__(self, items: list[tuple[str, Any]]) -> None:
        self.items = items


def _unreadable(location: Location, message: str, line: bytes) -> Record:
    quote = line.decode("utf-8", "replace").strip()
    quote = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + "…"
    return Record(location, problems=(Problem("schema.unreadable", message, quote),))
