"""JSON documents: an object is one article, an array or an object around one array is many.

Arrays are read item by item: what stands before the place where one breaks off is read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson

from validator.model.names import FieldNames
from validator.model.record import Problem, Record
from validator.read import json_lines
from validator.read.encodings import as_utf8
from validator.read.fields import to_record
from validator.read.nested import flattened
from validator.read.piece import Piece, broken
from validator.read.streams import Stream

_LARGEST = 1 << 27  # bytes of a single object
_DEEPEST = 4096
_BRIEF = 200  # letters of a remark beside an array; a longer text is an article's own
_PARTS = frozenset({"headlines", "bodies", "bylines", "by", "authors", "author", "images", "image", "associations"})
_SPACE = b" \t\r\n\xef\xbb\xbf"


def cut(stream: Stream, path: str) -> Iterator[Piece]:
    """An object as it stands; the items of an array in blocks, one a line."""
    array = stream.head().lstrip(_SPACE).startswith(b"[")
    problem, reader = as_utf8(stream)
    for piece in _cut(reader, path, array=array):
        yield replace(piece, problem=problem) if problem and piece.problem is None else piece


def _cut(reader: Any, path: str, *, array: bool) -> Iterator[Piece]:
    if array:
        yield from _items(reader, path, "item")
        return
    raw = reader.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        yield broken(path, f"a JSON object of more than {_LARGEST:,} bytes")
        return
    prefix = wrapped(raw)
    if prefix:
        yield from _items(io.BytesIO(raw), path, f"{prefix}.item")
    else:
        yield Piece(path, "json_document", raw)


def wrapped(raw: bytes) -> str:
    """The key of the one array of objects that a document without a text of its own is around, or nothing."""
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return ""
    if not isinstance(data, dict):
        return ""
    lists = [key for key, value in data.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    alone = len(lists) == 1 and not any(isinstance(value, str) and len(value) > _BRIEF for value in data.values())
    return lists[0] if alone and "@type" not in data and lists[0] not in _PARTS else ""


def _items(reader: Any, path: str, prefix: str) -> Iterator[Piece]:
    import ijson

    block: list[bytes] = []
    size = number = before = 0
    message = ""
    try:
        for item in ijson.items(_Shallow(reader), prefix, use_float=True):
            number += 1
            block.append(orjson.dumps(item))
            size += len(block[-1])
            if size >= json_lines.BLOCK:
                yield Piece(path, "json_items", b"\n".join(block), before)
                block, size, before = [], 0, number
    except (ijson.JSONError, UnicodeDecodeError, TypeError, _TooDeepError) as error:
        message = f"not valid JSON after item {number}: {' '.join(str(error).split())[:120]}"
    if block:
        yield Piece(path, "json_items", b"\n".join(block), before)
    if message:
        yield broken(path, message)


class _TooDeepError(ValueError):
    """Objects within objects beyond what any article has, and memory for."""


class _Shallow:
    """A reader whose byte-order mark is not read, and that ends where a block opens far more than it closes.

    The parser keeps a path for every open bracket: a hundred thousand of them take more memory than a machine has.
    """

    def __init__(self, reader: Any) -> None:
        self._reader, self._begun = reader, False

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._reader.read(size)
        if not self._begun and size:
            self._begun, data = True, data.removeprefix(b"\xef\xbb\xbf")
        if data.count(b"[") + data.count(b"{") - data.count(b"]") - data.count(b"}") > _DEEPEST:
            raise _TooDeepError(f"more than {_DEEPEST:,} objects or arrays within each other")
        return data


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """The record of an object, or those of the items of an array."""
    if piece.kind == "json_document":
        yield _document(piece, names)
        return
    for number, raw in enumerate(piece.raw.split(b"\n"), 1):
        data = orjson.loads(raw)
        location = piece.location(number)
        if isinstance(data, dict):
            yield to_record(flattened(data), location, names)
        else:
            message = f"item {location.record} is no object"
            yield Record(location, problems=(Problem("schema.unreadable", message, raw[:60].decode()),))


def _document(piece: Piece, names: FieldNames) -> Record:
    location = piece.location()
    raw = piece.raw.lstrip(_SPACE)
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        return Record(location, problems=(Problem("schema.unreadable", message),))
    if not isinstance(data, dict):
        return Record(location, problems=(Problem("schema.unreadable", "neither an object nor an array of objects"),))
    return to_record(flattened(data), location, names, tuple(json_lines.doubles(raw, data)))
