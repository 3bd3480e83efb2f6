"""The body of an answer as a server sent it: in chunks and packed, or only said to be, or cut."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from validator.read.streams import zstd
from validator.regex import regex

_CHUNK = regex(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LENGTH = regex(r"[0-9]{1,15}")
_GZIP = b"\x1f\x8b"
_STEP = 1 << 16
_TAIL = 500  # bytes behind which no page goes on once it is closed
DAMAGED = "the page is packed, and damaged or cut"


def body(raw: bytes, headers: Mapping[str, str], cut: str, most: int) -> tuple[bytes, str]:
    """What the body of an answer with these headers holds, up to ``most`` bytes, and what is wrong with it.

    What was unpacked before is as it is. ``cut`` is why whoever stored it broke off, or nothing.
    """
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        raw, missing = _of_chunks(raw)
    else:
        missing = _missing(raw, headers.get("Content-Length") or "")
    problem = ""
    for name in reversed((headers.get("Content-Encoding") or "").lower().split(",")):
        unpack = _UNPACKERS.get(name.strip())
        if unpack is not None:
            raw, problem = unpack(raw, most)
    reason = f"the crawl cut it ({cut})" if cut else missing
    if problem or not reason or _is_closed(raw):
        return raw, problem
    return raw, f"the page breaks off: {reason}"


def _is_closed(page: bytes) -> bool:
    """Whether a page's end is there, whatever was said of its length: servers miscount, and some hang up late."""
    return b"</html" in page[-_TAIL:].lower()


def _missing(raw: bytes, promised: str) -> str:
    """What a body lacks of the length that its header promised."""
    length = int(promised) if _LENGTH.fullmatch(promised) else 0
    return f"{len(raw):,} of {length:,} bytes are there" if len(raw) < length else ""


def _of_chunks(raw: bytes) -> tuple[bytes, str]:
    """The chunks of a body put together, and what is missing; a body without any is as it is."""
    parts, at, length = [], 0, -1
    while (size := _CHUNK.match(raw, at)) and (length := int(size[1], 16)):
        at = size.end() + length
        if raw[at : at + 1] not in (b"", b"\r", b"\n"):
            break
        parts.append(raw[size.end() : at])
    if not parts:
        return raw, ""
    return b"".join(parts), "its last chunk is missing" if length else ""


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
