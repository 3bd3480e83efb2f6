"""Bytes become text: UTF-8 first, then a byte-order mark, then the likeliest encoding, which is a finding."""

from __future__ import annotations

import codecs

from validator.model.record import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SNIFFED = 65536  # bytes that the detector is shown


def decode(raw: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file and what is wrong with its encoding; None where it is no text at all."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(raw, error)
    if "\x00" in text:
        return None, (Problem("schema.unreadable", "binary data, no text"),)
    return text, ()


def _marked(raw: bytes, encoding: str) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        return None, (
            Problem("schema.unreadable", f"not the {encoding} that its byte-order mark promises: {error.reason}"),
        )
    if encoding == "utf-8-sig":
        return text, ()
    return text, (Problem("encoding.not_utf8", f"the file is {encoding.upper()}, not UTF-8"),)


def _guessed(raw: bytes, error: UnicodeDecodeError) -> tuple[str | None, tuple[Problem, ...]]:
    if b"\x00" in raw[:_SNIFFED]:
        return None, (Problem("schema.unreadable", "binary data, no text"),)
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SNIFFED]).best()
    if best is None:
        return None, (Problem("schema.unreadable", f"no text in any known encoding (not UTF-8 at byte {error.start})"),)
    text = raw.decode(best.encoding, "replace")
    return text, (Problem("encoding.not_utf8", f"not UTF-8 at byte {error.start}; read as {best.encoding}"),)
