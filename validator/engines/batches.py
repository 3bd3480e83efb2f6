"""How the pieces of a drop are dealt out on one machine: counted, together in batches, and given up where they kill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from msgspec.structs import replace

from validator.engines.content import Content
from validator.engines.share import Share
from validator.model.record import Problem
from validator.model.report import Report
from validator.read.piece import Piece

_BATCH = 1 << 20  # bytes that one process is given at a time
_ENDS = 16  # among so many small files, one behind which a batch ends
_FEW = 100  # articles that one process judges in the time in which others start
_FILE = 1 << 13  # bytes that a piece counts for beside its own
_PAGE = 16  # how many times as long a byte of a page takes


def counted(pieces: Iterable[Piece], report: Report, content: Content | None) -> Iterator[Piece]:
    """The pieces as they are; the files that they come from are counted."""
    last = None
    for piece in pieces:
        if piece.path != last:
            report.files += 1
            last = piece.path
        if content is not None:
            content.add(piece)
        yield piece


def batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces together that take about as long as a block of JSON Lines.

    Among small files it is their names that say where a batch ends, so that one which has grown moves no others' ends:
    a cache keeps what it is given together.
    """
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        own = _FILE + len(piece.raw) * (_PAGE if piece.kind in ("html", "warc") else 1)
        size += own
        if size >= _BATCH or (size >= _BATCH // 2 and own < _BATCH // _ENDS and _ends(piece.path)):
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Heavy:
    """Whether so much had to be judged that other processes are worth starting."""

    def __init__(self, *, cached: bool) -> None:
        self._cached = cached
        self._judged = 0.0

    def __call__(self, share: Share) -> bool:
        """Told of every share; where a cache may answer, little is said by the first few files that have changed."""
        if not self._cached:
            return True
        self._judged += share.counts.articles * share.judged / share.pieces
        return self._judged > _FEW and share.judged * 10 > share.pieces


def _ends(path: str) -> bool:
    return crc32(path.encode("utf-8", "surrogateescape")) % _ENDS == 0


def lost(piece: Piece) -> Piece:
    """What is judged in the place of a piece that kills whoever judges it."""
    message = f"the process that judges this place was killed twice (after record {piece.records})"
    return replace(piece, kind="broken", raw=b"", problem=Problem("schema.unreadable", message))
