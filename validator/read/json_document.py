"""JSON documents: an object is one article, an array or an object around one array is many.

Arrays are read item by item: what stands before and behind the place where one is damaged is read.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from msgspec.structs import replace

from validator.model.names import FieldNames
from validator.model.record import Problem, Record
from validator.read import json_lines, json_values
from validator.read.decode import decode
from validator.read.encodings import as_utf8, is_utf8
from validator.read.fields import to_record
from validator.read.json_values import Value
from validator.read.nested import flattened
from validator.read.piece import Piece, broken
from validator.read.streams import Stream
from validator.regex import regex

_LARGEST = 1 << 27  # bytes of a single object
_BRIEF = 200  # letters of a remark beside an array; a longer text is an article's own
_PARTS = frozenset({"headlines", "bodies", "bylines", "by", "authors", "author", "images", "image", "associations"})
_OF_ARTICLE = frozenset({"@type", "title", "headline", "name", "text", "body", "content", "html"}) | _PARTS
_SPACE = b" \t\r\n\xef\xbb\xbf"
_BEFORE_ARRAY = regex(rb'\s*\{[^\[{]{0,300}?"(\w+)"\s*:\s*(?=\[\s*\{)')  # of an object around articles


def cut(stream: Stream, path: str) -> Iterator[Piece]:
    """An object as it stands; the items of an array in blocks, one a line."""
    array = stream.head().lstrip(_SPACE).startswith(b"[")
    problem, reader = as_utf8(stream, b'"')
    pieces = _in_blocks(json_values.items(reader), path) if array else _of_object(reader, path)
    for piece in pieces:
        yield replace(piece, problem=problem) if problem and piece.problem is None else piece


def _of_object(reader: Any, path: str) -> Iterator[Piece]:
    raw = reader.read(_LARGEST + 1)
    data: Any = _loaded(raw) if len(raw) <= _LARGEST else None
    inner = _innermost(data)
    if key := wrapped(inner):
        around = _BEFORE_ARRAY.match(raw) if inner is data else None
        if around and around[1].decode() == key:  # as they are written, so that keys that stand twice are seen
            yield from _in_blocks(json_values.items(io.BytesIO(raw[around.end() :]), alone=False), path)
        else:
            items = map(_dumped, inner[key])
            yield from _in_blocks((Value(number, item) for number, item in enumerate(items, 1)), path)
    elif data is None:
        yield from _of_damaged(raw, reader, path)
    else:
        yield Piece(path, "json_document", raw)


def _innermost(data: Any) -> Any:
    """The one object of an answer that holds articles (``{"status": …, "response": {"docs": […]}}``); else itself."""
    if not isinstance(data, dict) or wrapped(data) or not _OF_ARTICLE.isdisjoint(data):
        return data
    within = [inner for value in data.values() if isinstance(value, dict) and wrapped(inner := _innermost(value))]
    return within[0] if len(within) == 1 else data


def _loaded(raw: bytes) -> Any:
    """A JSON value, in which bytes that are no UTF-8 are carried along; None for none."""
    try:
        return json_lines.parsed(raw)
    except orjson.JSONDecodeError:
        if is_utf8(raw):
            return None
    try:
        return json.loads(raw.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None


def _dumped(item: Any) -> bytes:
    try:
        return orjson.dumps(item)
    except orjson.JSONEncodeError:
        return json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogateescape")


def _of_damaged(raw: bytes, reader: Any, path: str) -> Iterator[Piece]:
    """What can be read of a stream that begins with an object and is not one whole object."""
    around = _BEFORE_ARRAY.match(raw)
    if around and around[1].decode() not in _PARTS and b'"@type"' not in around[0]:
        told = False
        for piece in _in_blocks(json_values.items(_Joined(raw[around.end() :], reader), alone=False), path):
            told = told or piece.problem is not None
            yield piece
        if not told:
            yield broken(path, "not valid JSON behind the array")
    elif json_values.are_strung(raw):
        yield from _in_blocks(json_values.strung(_Joined(raw, reader)), path)
    elif len(raw) > _LARGEST:
        yield broken(path, f"a JSON object of more than {_LARGEST:,} bytes")
    else:
        yield Piece(path, "json_document", raw)


class _Joined:
    """Bytes and what a reader has behind them."""

    def __init__(self, begun: bytes, reader: Any) -> None:
        self._begun, self._reader = io.BytesIO(begun), reader

    def read(self, size: int) -> bytes:
        data: bytes = self._begun.read(size) or self._reader.read(size)
        return data


def wrapped(data: Any) -> str:
    """The key of the one array of objects that a document without a text of its own is around, or nothing."""
    if not isinstance(data, dict):
        return ""
    lists = [key for key, value in data.items() if isinstance(value, list) and value and isinstance(value[0], dict)]
    alone = len(lists) == 1 and not any(isinstance(value, str) and len(value) > _BRIEF for value in data.values())
    return lists[0] if alone and "@type" not in data and lists[0] not in _PARTS else ""


def _in_blocks(values: Iterable[Value], path: str) -> Iterator[Piece]:
    """Pieces of whole items, and between them those that say what cannot be read."""
    block: list[bytes] = []
    size = before = 0
    for value in values:
        if block and (value.problem or size >= json_lines.BLOCK):
            yield Piece(path, "json_items", b"\n".join(block), before)
            block, size = [], 0
        if value.problem:
            yield broken(path, value.problem)
        else:
            before = before if block else value.number - 1
            block.append(value.raw)
            size += len(value.raw)
    if block:
        yield Piece(path, "json_items", b"\n".join(block), before)


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """The record of an object, or those of the items of an array."""
    if piece.kind == "json_document":
        yield _document(piece, names)
        return
    for number, raw in enumerate(piece.raw.split(b"\n"), 1):
        location = piece.location(number)
        yield json_lines.of_line(raw, location, names, f"item {location.record}")


def _document(piece: Piece, names: FieldNames) -> Record:
    location = piece.location()
    raw = piece.raw.lstrip(_SPACE)
    problems: tuple[Problem, ...] = ()
    if not is_utf8(raw):
        text, problems = decode(raw)
        raw = (text or "").encode()
    try:
        data = json_lines.parsed(raw)
    except orjson.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        return Record(location, problems=(*problems, Problem("schema.unreadable", message)))
    if not isinstance(data, dict):
        return Record(location, problems=(Problem("schema.unreadable", "neither an object nor an array of objects"),))
    return to_record(flattened(data), location, names, (*problems, *json_lines.doubles(raw, data)))
