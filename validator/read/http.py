"""The body of an answer as a server sent it: in chunks and packed, or only said to be, or cut."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from validator.read.streams import zstd
from validator.regex import regex

_CHUNK = regex(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_GZIP = b"\x1f\x8b"
_STEP = 1 << 16
DAMAGED = "the page is packed, and damaged or cut"


def body(raw: bytes, transfer: str, content: str, most: int) -> tuple[bytes, str]:
    """What a body holds, up to ``most`` bytes, and what is wrong with it; what was unpacked before is as it is.

    ``transfer`` and ``content`` are the encodings that the answer's headers name.
    """
    if "chunked" in transfer.lower():
        raw = _of_chunks(raw)
    problem = ""
    for name in reversed(content.lower().split(",")):
        unpack = _UNPACKERS.get(name.strip())
        if unpack is not None:
            raw, problem = unpack(raw, most)
    return raw, problem


def _of_chunks(raw: bytes) -> bytes:
    """The chunks of a body put together; a body without any is as it is."""
    parts, at = [], 0
    while (size := _CHUNK.match(raw, at)) and (length := int(size[1], 16)):
        at = size.end() + length
        if raw[at : at + 1] not in (b"", b"\r", b"\n"):
            break
        parts.append(raw[size.end() : at])
    return b"".join(parts) if parts else raw


def _inflated(raw: bytes, most: int) -> tuple[bytes, str]:
    """The content of gzip, zlib or bare deflate."""
    if raw.startswith(_GZIP):
        return _unzipped(raw, most)
    content, problem = _fed(zlib.decompressobj(15), raw, most)
    if content:
        return content, problem
    content, problem = _fed(zlib.decompressobj(-15), raw, most)
    return (raw, "") if problem else (content, "")


def _unzipped(raw: bytes, most: int) -> tuple[bytes, str]:
    return _fed(zlib.decompressobj(31), raw, most) if raw.startswith(_GZIP) else (raw, "")


def _of_zstd(raw: bytes, most: int) -> tuple[bytes, str]:
    known = zstd()
    return _fed(known.ZstdDecompressor(), raw, most) if raw.startswith(b"\x28\xb5\x2f\xfd") else (raw, "")


def _of_brotli(raw: bytes, most: int) -> tuple[bytes, str]:  # noqa: ARG001 - as the others
    import brotli

    try:
        return brotli.decompress(raw), ""
    except brotli.error:
        return raw, ""


def _fed(unpacker: Any, raw: bytes, most: int) -> tuple[bytes, str]:
    """What can be unpacked, piece by piece: what stands before the damage is kept."""
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(raw), _STEP):
            parts.append(unpacker.decompress(raw[at : at + _STEP], most - size))
            size += len(parts[-1])
            if unpacker.eof or size >= most:
                return b"".join(parts), ""
    except Exception:  # noqa: BLE001 - every library has an exception of its own
        return b"".join(parts), DAMAGED
    return b"".join(parts), DAMAGED


_UNPACKERS: dict[str, Callable[[bytes, int], tuple[bytes, str]]] = {
    "gzip": _unzipped,
    "x-gzip": _unzipped,
    "deflate": _inflated,
    "br": _of_brotli,
    "zstd": _of_zstd,
}
