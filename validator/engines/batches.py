"""How the pieces of a drop are dealt out on one machine: counted, together in batches, and given up where they kill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from validator.engines.content import Content
from validator.model.record import Problem
from validator.model.report import Report
from validator.read.piece import Piece

_BATCH = 1 << 20  # bytes that one process is given at a time
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
    """Pieces together that take about as long as a block of JSON Lines."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += _FILE + len(piece.raw) * (_PAGE if piece.kind in ("html", "warc") else 1)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def lost(piece: Piece) -> Piece:
    """What is judged in the place of a piece that kills whoever judges it."""
    message = f"the process that judges this place was killed twice (after record {piece.records})"
    return replace(piece, kind="broken", raw=b"", problem=Problem("schema.unreadable", message))
