"""Where bytes come from: files, standard input and URLs, unpacked as they are read.

A stream that breaks off ends there, and says so: what stood before it is read.
"""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import tempfile
import zlib
from collections.abc import Callable
from typing import IO, Any, BinaryIO

from validator.errors import UsageError
from validator.regex import regex

_CHUNK = 1 << 18
_MAGIC = 3  # bytes with which every packed member begins
_BUFFER = 1 << 18  # a larger one is asked of the system anew for every file, and saves nothing
_IN_MEMORY = 1 << 24  # bytes of a content that is copied to be read from any place, before it is spilled to disk
SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
_PACKED = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))

_SKIPPED = regex(rb"[\x50-\x5f]\x2a\x4d\x18")  # a frame of zstd's that holds no content, before those that do


class Stream:
    """Unpacked bytes, read through ``reader``; ``problem`` says why they ended too early, or nothing."""

    def __init__(self, source: Any) -> None:
        self._source = source
        self._guarded = _Guarded(source)
        self.reader = io.BufferedReader(self._guarded, _BUFFER)
        while (new := _unpacker(self.head(6))) is not None:
            self._guarded = _Unpacked(self.reader, new, self._guarded, self.head(_MAGIC))
            self.reader = io.BufferedReader(self._guarded, _BUFFER)

    @property
    def problem(self) -> str:
        return self._guarded.problem

    def head(self, size: int = _CHUNK) -> bytes:
        """The first bytes, without moving on; asked before anything is read."""
        return self.reader.peek(size)[:size]

    def whole(self, most: int) -> bytes:
        """All bytes, up to so many: asked for at once, room for the most would be made even where there are few."""
        parts, left = [], most
        while left > 0 and (part := self.reader.read1(min(left, _BUFFER))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    @property
    def file(self) -> IO[bytes] | None:
        """The source itself, where it is not packed and can be read from any place; then nothing else reads it."""
        packed = isinstance(self._guarded, _Unpacked)
        able = getattr(self._source, "seekable", None)
        return None if packed or able is None or not able() else self._source

    def resume(self) -> bool:
        """Goes on with the next packed member behind a damaged one; False where there is none, or no damage."""
        return self._guarded.resume()

    def close(self) -> None:
        self._source.close()


def seekable(stream: Stream) -> IO[bytes]:
    """The stream's content as a file that can be read from any place: its own, or a copy."""
    file = stream.file
    if file is None:
        file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by whoever asked
        while block := stream.reader.read(_BUFFER):
            file.write(block)
    file.seek(0)
    return file


class _Guarded(io.RawIOBase):
    """A source whose failure is its end."""

    def __init__(self, source: Any) -> None:
        self._read = source.read
        self.problem = ""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._read(len(buffer))
        except OSError as error:
            self.problem = self.problem or (error.strerror or str(error))
            data = b""
        buffer[: len(data)] = data
        return len(data)

    def resume(self) -> bool:
        return False


class _Unpacked(_Guarded):
    """The content of one or several packed members, one behind the other."""

    def __init__(self, packed: BinaryIO, new: Callable[[], Any], below: _Guarded, magic: bytes) -> None:
        super().__init__(self)
        self._packed, self._new, self._below, self._magic = packed, new, below, magic
        self._member: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            if self.problem:
                return 0
            chunk = self._rest or self._packed.read1(_CHUNK)  # type: ignore[attr-defined]
            self._rest = b""
            if not chunk:
                self._ended()
                return 0
            self._unpack(chunk)
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _unpack(self, chunk: bytes) -> None:
        if self._member is None:
            chunk = chunk.lstrip(b"\0")  # padding between members
            if not chunk:
                return
            self._member = self._new()
        try:
            self._ready = memoryview(self._member.decompress(chunk))
        except Exception as error:  # noqa: BLE001 - every library has an exception of its own
            self.problem = f"the compressed stream is damaged: {error}"
            self._rest = chunk
            return
        if self._member.eof:
            self._rest, self._member = self._member.unused_data, None

    def resume(self) -> bool:
        """The damaged member ends where the next one may begin."""
        damaged = self._rest[1:] if self.problem else b""
        while damaged:
            at = damaged.find(self._magic)
            if at >= 0:
                self._rest, self._member, self.problem = damaged[at:], None, ""
                return True
            read = self._packed.read1(_CHUNK)  # type: ignore[attr-defined]
            damaged = damaged[-len(self._magic) :] + read if read else b""
        self._rest = b""
        return False

    def _ended(self) -> None:
        if self._member is not None:
            self.problem = self.problem or "the compressed stream breaks off: its end is missing"
            self._member = None
        self.problem = self.problem or self._below.problem


def packing(head: bytes) -> str:
    """How bytes that begin so are packed; empty where they are not."""
    if _SKIPPED.match(head):
        return "zstd"
    return next((name for magic, name in _PACKED if head.startswith(magic)), "")


def _unpacker(head: bytes) -> Callable[[], Any] | None:
    """What makes a decompressor for bytes that begin so; None for bytes that are not packed."""
    return _UNPACKERS.get(packing(head))


def _gzip() -> Any:
    try:
        from isal import isal_zlib
    except ImportError:  # no wheel for this processor: three times as slow
        return zlib.decompressobj(wbits=31)
    return isal_zlib.decompressobj(wbits=31)


def _zstd() -> Any:
    known = zstd()
    return known.ZstdDecompressor(options={known.DecompressionParameter.window_log_max: 31})


def zstd() -> Any:
    """The standard library's module, or its backport."""
    import importlib

    return importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


_UNPACKERS: dict[str, Callable[[], Any]] = {
    "gzip": _gzip,
    "zstd": _zstd,
    "bzip2": bz2.BZ2Decompressor,
    "xz": lzma.LZMADecompressor,
}


def is_url(path: str) -> bool:
    """Whether a path names a file system of fsspec's (``s3://bucket/drop``)."""
    scheme, found, _ = path.partition("://")
    return bool(found) and scheme.replace("+", "").isalnum()


def opened(path: str) -> Stream:
    """The content of a file, a URL or (``-``) standard input. Raises OSError, UsageError without fsspec."""
    if path == "-":
        return Stream(sys.stdin.buffer)
    if is_url(path):
        system, inside = filesystem(path)
        return Stream(system.open(inside, "rb"))
    return Stream(open(path, "rb"))


def filesystem(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it. Raises UsageError where it cannot be reached."""
    try:
        import fsspec
    except ImportError as error:
        raise UsageError(f"{url}: URLs need fsspec: pip install 'copydesk[remote]'") from error
    try:
        found, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: {error}") from error
    return found, path
