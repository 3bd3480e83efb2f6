"""A file is repaired as a whole: opened, unpacked, its records mended, and packed again as it was."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from validator.read import streams
from validator.read.kinds import by_content, by_suffix
from validator.read.streams import Stream
from validator.repair.draft import Job
from validator.repair.forms import columns, json_text, plain, rows

_IN_MEMORY = 1 << 24
_LARGEST = 1 << 28  # bytes of a file that is repaired in memory
_READ_ONLY = {"html": "HTML", "warc": "WARC", "archive": "an archive", "columns": "Arrow"}


class CannotRepairError(Exception):
    """Why a file is left as it is."""


class UnwrittenError(CannotRepairError):
    """The file could be repaired, and nothing be written of it."""


class OnlyReadError(CannotRepairError):
    """The file is of a kind that is never repaired; nothing is wrong with it."""


def repaired(job: Job) -> Iterator[bytes]:
    """The bytes of a file, packed as they were, its records repaired. Raises CannotRepairError, OSError."""
    path = job.path
    if path == "-" or streams.is_url(path):
        raise CannotRepairError("only files on this machine can be repaired")
    with open(path, "rb") as file:
        packing = streams.packing(file.read(6))
    stream = streams.opened(path)
    with closing(stream):
        yield from _packed(_content(stream, job), packing)
        if stream.problem:
            raise CannotRepairError(stream.problem)


def _content(stream: Stream, job: Job) -> Iterator[bytes]:
    head = stream.head()
    if streams.packing(head[:6]):
        raise CannotRepairError("packed more than once")
    kind = by_content(head, by_suffix(job.path), job.names)
    if kind == "json_lines":
        yield from json_text.lines(stream.reader, job)
    elif kind == "columns" and columns.is_parquet(head):
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as sink, streams.seekable(stream) as source:
            columns.rewritten(source, sink, job)
            yield from columns.chunks(sink)
    elif kind in ("plain", "json_document", "table"):
        raw = stream.whole(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise CannotRepairError(f"more than {_LARGEST:,} bytes of a kind that is repaired in memory")
        yield {"plain": plain.rewritten, "json_document": json_text.document, "table": rows.rewritten}[kind](raw, job)
    elif kind in _READ_ONLY:
        raise OnlyReadError(f"{_READ_ONLY[kind]} is read, and not repaired")
    else:
        raise CannotRepairError("a file of an unknown kind is read, and not repaired")


def _packed(content: Iterator[bytes], packing: str) -> Iterator[bytes]:
    """Bytes packed as the file was."""
    if not packing:
        yield from content
        return
    packer: Any = _packer(packing)
    for part in content:
        yield packer.compress(part)
    yield packer.flush()


def _packer(packing: str) -> Any:
    if packing == "gzip":
        import zlib

        return zlib.compressobj(6, zlib.DEFLATED, 31)
    if packing == "zstd":
        return streams.zstd().ZstdCompressor()
    if packing == "bzip2":
        import bz2

        return bz2.BZ2Compressor()
    import lzma

    return lzma.LZMACompressor()
