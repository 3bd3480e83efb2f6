"""JSON values one behind another: the items of an array, or objects that were strung together.

A value that cannot be read is told; the next is found by the way in which the values before it begin.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from validator.regex import regex

_CHUNK = 1 << 18
_LARGEST = 1 << 27  # letters of one value
_NEAR = 16  # letters before the end of what is read so far, where a word or an escape may go on behind it
_PATIENCE = 20  # damaged values in a row, behind which no further one is looked for
_DECODER = json.JSONDecoder()
_BETWEEN = regex(r"[\s,\[\]]*")
_BEGINNING = regex(r'\{\s*"(?:[^"\\]|\\.)*"\s*:')
_ARRAY, _STRUNG = ("[", ",", "]"), ("", "", "")  # what is due before the first value, between two, behind the last


class Value(Struct, frozen=True):
    """A value as it is written, on one line, or why there is none; ``number`` counts from 1.

    What is wrong between values, told once for all of them, bears the number 0.
    """

    number: int
    raw: bytes = b""
    problem: str = ""


def items(reader: Any, *, alone: bool = True) -> Iterator[Value]:
    """The items of the array that a stream begins with, those behind a damaged one as well.

    An array that does not stand ``alone`` ends where its bracket closes, whatever follows.
    """
    yield from _values(_Text(reader), _ARRAY, alone=alone)


def strung(reader: Any) -> Iterator[Value]:
    """Objects one behind another with nothing but space between them."""
    yield from _values(_Text(reader), _STRUNG, alone=True)


def are_strung(raw: bytes) -> bool:
    """Whether a whole object begins these bytes, and another follows."""
    text = raw.decode("utf-8", "surrogateescape").lstrip("\ufeff \t\r\n")
    try:
        _, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return text.startswith("{") and text[end:].lstrip(" \t\r\n,").startswith("{")


def _values(text: _Text, due: tuple[str, str, str], *, alone: bool) -> Iterator[Value]:
    first, between, last = due
    number, beginning, damaged, odd = 0, "", 0, False
    while damaged < _PATIENCE:
        signs = text.between()
        closed = not alone and signs[:1] == last and number > 0
        over = text.is_over() or closed
        wanted = ("" if number else first) + (last if over else between if number else "")
        if signs != wanted and not (damaged or odd or closed):
            odd = True
            place = f"behind item {number}" if number else "at the beginning"
            yield Value(0, problem=f"{_shown(signs)} where {_shown(wanted)} is due, {place}, line {text.line()}")
        if over:
            return
        number += 1
        beginning = beginning or text.beginning()
        try:
            raw = text.value()
        except (ValueError, RecursionError) as error:
            damaged += 1
            yield Value(number, problem=f"item {number} is not valid JSON: {text.told(error)}")
            if not text.skip_to(beginning):
                return
        else:
            damaged = 0
            yield Value(number, raw.replace("\n", " ").replace("\r", " ").encode("utf-8", "surrogateescape"))
    yield Value(0, problem=f"{damaged} items in a row are damaged: what stands behind item {number} is not read")


def _shown(signs: str) -> str:
    return f'"{signs[:_NEAR]}"' if signs else "nothing"


class _Text:
    """What of a stream is not read yet, as letters."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape").decode
        self._rest, self._at, self._lines, self._ended = "", 0, 1, False

    def line(self, at: int | None = None) -> int:
        """The number of a line of the stream, from 1."""
        return self._lines + self._rest.count("\n", 0, self._at if at is None else at)

    def is_over(self) -> bool:
        return self._ended and self._at == len(self._rest)

    def beginning(self) -> str:
        """An object from its brace to the colon behind its first key; empty for another value."""
        found = _BEGINNING.match(self._rest, self._at)
        return found[0] if found else ""

    def between(self) -> str:
        """Moves to the next value; the signs passed over, without the space between them."""
        signs = ""
        while True:
            found = _BETWEEN.match(self._rest, self._at)
            signs += "".join(found[0].split()) if found else ""
            self._at = found.end() if found else self._at
            if self._at < len(self._rest) or not self._more():
                return signs

    def value(self) -> str:
        """Moves behind a value. Raises ValueError, or RecursionError for brackets a thousand deep."""
        while True:
            try:
                _, end = _DECODER.raw_decode(self._rest, self._at)
            except json.JSONDecodeError as error:
                open_string = error.msg.startswith("Unterminated string")
                if not (open_string or error.pos > len(self._rest) - _NEAR) or not self._more():
                    raise
            else:
                if end < len(self._rest) or not self._more():
                    value, self._at = self._rest[self._at : end], end
                    return value

    def skip_to(self, beginning: str) -> bool:
        """Moves to the next value that begins so; False where there is none."""
        self._at += 1
        while beginning:
            found = self._rest.find(beginning, self._at)
            self._at = found if found >= 0 else max(self._at, len(self._rest) - len(beginning) + 1)
            if found >= 0:
                return True
            if not self._more():
                break
        return False

    def told(self, error: Exception) -> str:
        """What is wrong with the value that could not be read, for a message."""
        if isinstance(error, json.JSONDecodeError):
            what = error.msg.lower().removesuffix(" at").removesuffix(" starting")
            return f"{what}, line {self.line(error.pos)}"
        return (
            str(error) if isinstance(error, ValueError) else f"too many brackets within each other, line {self.line()}"
        )

    def _more(self) -> bool:
        """Reads on, as much again as is not understood yet; False at the end of the stream."""
        left = len(self._rest) - self._at
        if self._ended or left > _LARGEST:
            return False
        data = self._reader.read(max(_CHUNK, left))
        if not data:
            self._ended = True
            self._rest += self._decode(b"", final=True)
            return False
        self._lines += self._rest.count("\n", 0, self._at)
        self._rest, self._at = self._rest[self._at :] + self._decode(data), 0
        return True
