"""Tables and JSON are read in UTF-8; what is written in another encoding is recoded before, and says so."""

from __future__ import annotations

import io
from typing import Any

from validator.model.record import Problem
from validator.read.decode import decode, marked_as
from validator.read.streams import Stream

_CHANCE = 50  # parts of another encoding, of which one may look like UTF-8


def head(stream: Stream) -> bytes:
    """The first bytes of a stream, in UTF-8 where a mark says that they are UTF-16 or UTF-32."""
    raw = stream.head()
    encoding = marked_as(raw)
    return raw.decode(encoding, "ignore").encode() if encoding else raw


def unmarked(stream: Stream) -> tuple[Stream, Problem | None]:
    """A stream in UTF-8 for one that a mark says to be UTF-16 or UTF-32, recoded as it is read; others as they are."""
    encoding = marked_as(stream.head(4))
    if not encoding:
        return stream, None
    problem = Problem("encoding.not_utf8", f"the file is {encoding.upper()}, not UTF-8")
    return Stream(_Recoded(stream.reader, encoding)), problem


def as_utf8(stream: Stream, parts: bytes) -> tuple[Problem | None, io.BufferedIOBase]:
    """The bytes in UTF-8; what is in an encoding without a mark is read whole.

    Where some are in UTF-8 and some are not, all are as they are: each record has to be judged by itself. It is seen by
    the ``parts`` between two such signs.
    """
    begun = stream.head()
    text, problems = decode(begun[: begun.rfind(b"\n") + 1] or begun)
    if text is None or not problems or _is_mixed(begun, parts):
        return None, stream.reader
    text, problems = decode(stream.reader.read())
    return (problems or (None,))[0], io.BytesIO((text or "").encode())


def _is_mixed(raw: bytes, parts: bytes) -> bool:
    """Whether letters beyond ASCII are UTF-8 in some parts: by chance they are in very few."""
    beyond = [part for part in raw.split(parts) if not part.isascii()]
    sound = sum(is_utf8(part) for part in beyond)
    return sound * _CHANCE > len(beyond)


def is_utf8(raw: bytes) -> bool:
    """Whether all of some bytes are UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Recoded:
    """A source in UTF-8 that is one in another encoding; letters cut off or never whole are replaced."""

    def __init__(self, reader: Any, encoding: str) -> None:
        self._text = io.TextIOWrapper(reader, encoding, "replace", newline="")

    def read(self, size: int) -> bytes:
        return self._text.read(max(size // 4, 1)).encode("utf-8", "replace")

    def close(self) -> None:
        """The stream is closed by whoever opened it."""
