"""The one way in: paths become a stream of records, each read by the reader of its format."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read import html, json_lines, plain
from validator.read.fields import RecordMap
from validator.read.paths import Drop

_JSON_LINES = (".jsonl", ".ndjson")


def read(drops: Iterable[Drop], names: RecordMap) -> Iterator[Record]:
    """Every record of every file, in order. What cannot be read is a record with its problem."""
    for drop in drops:
        if drop.problem:
            yield _broken(drop.path, drop.problem)
            continue
        try:
            with _opened(drop) as stream:
                yield from _read_stream(stream, drop, names)
        except OSError as error:
            yield _broken(drop.path, error.strerror or str(error))


def _opened(drop: Drop) -> BinaryIO:
    return sys.stdin.buffer if drop.path == "-" else Path(drop.path).open("rb")


def _read_stream(stream: BinaryIO, drop: Drop, names: RecordMap) -> Iterator[Record]:
    lines = _Lines(gzip.GzipFile(fileobj=stream) if drop.packed else stream)
    kind = drop.kind
    if kind in _JSON_LINES:
        yield from json_lines.read(lines, drop.path, names)
    else:
        raw = b"".join(lines)
        if not kind and raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from json_lines.read(io.BytesIO(raw), drop.path, names)
        elif kind in html.SUFFIXES:
            yield from html.read(raw, drop.path)
        elif not lines.problem or raw:
            yield from plain.read(raw, drop.path)
    if lines.problem:
        yield _broken(drop.path, lines.problem)


class _Lines:
    """The lines of a stream; where it breaks off, ``problem`` says so and the lines before it stand."""

    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = iter(stream)
        self.problem = ""

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.problem = f"the compressed stream breaks off: {error}"


def _broken(path: str, message: str) -> Record:
    return Record(Location(path), problems=(Problem("schema.unreadable", message),))
