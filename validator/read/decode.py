"""Bytes become text: UTF-8 first, then a byte-order mark, then the likeliest encoding, which is a finding."""

from __future__ import annotations

import codecs

from validator.model.record import Problem
from validator.read import guess

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_SNIFFED = 65536  # bytes that the detector is shown
_SOUND = 4  # letters beyond ASCII that are whole, for each byte of none


def decode(raw: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file and what is wrong with its encoding; None where it is no text at all."""
    text, problems, _ = decoded(raw)
    return text, problems


def decoded(raw: bytes) -> tuple[str | None, tuple[Problem, ...], str]:
    """The same with the name of the encoding, of which a mark at the head of the file is no part."""
    for mark, encoding, bare in _MARKS:
        if raw.startswith(mark):
            return *_marked(raw, encoding), bare
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(raw, error)
    if "\x00" in text:
        return None, (Problem("schema.unreadable", "binary data, no text"),), ""
    return text, (), "utf-8"


def marked_as(raw: bytes) -> str:
    """The encoding that is not UTF-8 and that a mark at the head of a file promises; empty where none does."""
    return next((name for mark, name, _ in _MARKS if raw.startswith(mark) and name != "utf-8-sig"), "")


def mark_of(raw: bytes) -> bytes:
    """The byte-order mark that a file begins with, or nothing."""
    return next((mark for mark, _, _ in _MARKS if raw.startswith(mark)), b"")


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


def _guessed(raw: bytes, error: UnicodeDecodeError) -> tuple[str | None, tuple[Problem, ...], str]:
    if b"\x00" in raw[:_SNIFFED]:
        return None, (Problem("schema.unreadable", "binary data, no text"),), ""
    begun = raw[:_SNIFFED]
    begun = raw[error.start :][:_SNIFFED] if begun.isascii() else begun
    encoding = "utf-8" if _is_damaged(begun) else guess.encoding_of(begun) or _detected(begun)
    if not encoding:
        message = f"no text in any known encoding (not UTF-8 at byte {error.start})"
        return None, (Problem("schema.unreadable", message),), ""
    text = raw.decode(encoding, "replace")
    problem = Problem("encoding.not_utf8", f"not UTF-8 at byte {error.start}; read as {encoding}")
    return text, (problem,), encoding


def _is_damaged(raw: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few, or up to a letter that is cut: in no other encoding do letters look so."""
    text = raw.decode("utf-8", "ignore")
    letters = len(text) - len(text.encode("ascii", "ignore"))
    lost = len(raw) - len(text.encode())
    return letters >= _SOUND * lost or (letters > 0 and lost < 4 and raw.startswith(text.encode()))


def _detected(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    return best.encoding if best is not None else ""
