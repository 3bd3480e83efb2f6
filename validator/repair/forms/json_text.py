"""JSON Lines and JSON documents: only the values that were repaired are written anew, in their places."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

import orjson

from validator.model.place import Location
from validator.read.json_document import wrapped
from validator.read.json_lines import doubles, parsed
from validator.read.nested import is_folded
from validator.regex import regex
from validator.repair.draft import Draft, Job, Path
from validator.repair.forms.differences import differences

_SPACE = regex(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)


def lines(reader: Any, job: Job) -> Iterator[bytes]:
    """The lines of a file, those repaired that hold an object."""
    number = 0
    for line, raw in enumerate(reader, 1):
        if raw.strip():
            number += 1
            yield _line(raw, job.place(number, line), job)
        else:
            yield raw


def _line(raw: bytes, location: Location, job: Job) -> bytes:
    bare = raw.removeprefix(codecs.BOM_UTF8)
    try:
        data = parsed(bare)
    except orjson.JSONDecodeError:
        return raw
    if not isinstance(data, dict):
        return raw
    text = bare.decode()
    return raw[: len(raw) - len(bare)] + _object(text, data, location, job).encode()


def document(raw: bytes, job: Job) -> bytes:
    """A document with its one object, or with all objects of its array, repaired."""
    bare = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text, data = bare.decode(), parsed(bare)
    except (UnicodeDecodeError, orjson.JSONDecodeError):
        return raw
    start = _space(text, 0)
    if isinstance(data, dict):
        key = wrapped(data)
        if not key:
            new = _object(text[start:], data, job.place(), job)
            return raw[: len(raw) - len(bare)] + f"{text[:start]}{new}".encode()
        start = _member(text, start, key)[0]
    parts, end = [], 0
    items = data if isinstance(data, list) else data[key]
    for number, (_, first, last) in enumerate(_members(text, start), 1):
        item = items[number - 1]
        if isinstance(item, dict):
            parts += [text[end:first], _object(text[first:last], item, job.place(number), job)]
            end = last
    return raw[: len(raw) - len(bare)] + "".join((*parts, text[end:])).encode()


def _object(raw: str, data: dict[str, Any], location: Location, job: Job) -> str:
    """One object, repaired; an item whose texts stand in objects or lists (ninjs, Atom) as it is."""
    if is_folded(data):
        return raw
    problems = tuple(doubles(raw.encode(), data))

    def able(path: Path, value: object) -> bool:  # noqa: ARG001 - JSON can hold any value
        return not problems or path in _plain(raw)

    draft = Draft(data, location, job.names, able, problems=problems)
    after = job.mend(draft)
    if after is draft:
        return raw
    ascii_only = "\\u" in raw and raw.isascii()
    for path, value in differences(data, after.data):
        raw = _written(raw, path, value, ascii_only=ascii_only)
    return raw


def _plain(raw: str) -> frozenset[Path]:
    """The keys of an object that stand in it once."""
    keys = [key for key, _, _ in _members(raw, _space(raw, 0))]
    return frozenset((key,) for key in keys if keys.count(key) == 1)


def _written(raw: str, path: Path, value: Any, *, ascii_only: bool) -> str:
    """An object's text with another value at a path, or with a new key behind the others."""
    new = json.dumps(value, ensure_ascii=ascii_only)
    start = _space(raw, 0)
    for step in path[:-1]:
        start = _member(raw, start, step)[0]
    members = list(_members(raw, start))
    found = next(((first, last) for key, first, last in reversed(members) if key == path[-1]), None)
    if found is not None:
        return f"{raw[: found[0]]}{new}{raw[found[1] :]}"
    key = json.dumps(path[-1], ensure_ascii=ascii_only)
    if not members:
        return f"{raw[: start + 1]}{key}: {new}{raw[start + 1 :]}"
    _, first, last = members[-1]
    opened = _space(raw, start + 1)
    lead = raw[start + 1 : opened]
    spaced = raw[first - 1].isspace()
    lead = lead or (" " if spaced else "")
    return f"{raw[:last]},{lead}{key}:{' ' if spaced else ''}{new}{raw[last:]}"


def _member(raw: str, at: int, key: str | int) -> tuple[int, int]:
    """Where the value of a key stands, of the last one where it stands twice."""
    return next((first, last) for one, first, last in reversed(list(_members(raw, at))) if one == key)


def _members(raw: str, at: int) -> Iterator[tuple[str | int, int, int]]:
    """Key or number, start and end of every value of the object or array that begins at an offset."""
    keyed = raw[at] == "{"
    at = _space(raw, at + 1)
    number = 0
    while raw[at] not in "}]":
        key: str | int = number
        if keyed:
            key, at = _DECODER.raw_decode(raw, at)
            at = _space(raw, _space(raw, at) + 1)
        _, end = _DECODER.raw_decode(raw, at)
        yield key, at, end
        number += 1
        at = _space(raw, end)
        if raw[at] == ",":
            at = _space(raw, at + 1)


def _space(raw: str, at: int) -> int:
    """The offset of the first sign that is no white space."""
    match = _SPACE.match(raw, at)
    return match.end() if match else at
