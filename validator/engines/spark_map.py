"""The map over records as Spark's workers carry it out: rows become pieces again, and a desk judges them.

What is asked comes pickled, and each process of Python makes one desk of it. Rows of one split of a file follow each
other in order; where splits begin is the driver's knowledge.
"""

from __future__ import annotations

import codecs
import pickle
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from validator import __version__
from validator.engines.content import Content, lines
from validator.engines.desk import Desk, Question
from validator.engines.spark_drop import plain
from validator.errors import EngineError, InputError
from validator.read import columns, json_lines
from validator.read.kinds import by_content
from validator.read.piece import Piece
from validator.read.streams import packing

# One row a piece: number of the file, place in it, what was found (pickled), and the hash of its records.
ANSWER = "file int, at bigint, share binary, content binary"
PATH, START, VALUE, ROW = "copydesk:path", "copydesk:start", "copydesk:value", "copydesk:row"
Split = tuple[str, int]


class Asked(Struct, frozen=True):
    """What every worker must know: the question, packed, and which copydesk has asked it."""

    question: bytes
    hashed: bool
    version: str = __version__

    def answers(self, pieces: Iterator[tuple[int, Piece]]) -> Iterator[Any]:
        """A batch of answers for every piece and the number of its file."""
        import pyarrow as pa

        if self.version != __version__:
            message = f"copydesk {__version__} is on a worker, {self.version} on the driver"
            raise EngineError(message)
        desk = _desk(self.question)
        for number, piece in pieces:
            content = Content(b"")
            if self.hashed:
                content.add_rows(piece, _rows(piece))
            share = desk([piece])
            row = (number, piece.lines or piece.records, pickle.dumps(share, protocol=5), content.summed)
            types = (pa.int32(), pa.int64(), pa.binary(), pa.binary())
            arrays = [pa.array([one], kind) for one, kind in zip(row, types, strict=True)]
            yield pa.RecordBatch.from_arrays(arrays, ["file", "at", "share", "content"])


def _rows(piece: Piece) -> Iterator[bytes]:
    """The rows of a piece as bytes that are the same in any piece."""
    if piece.kind == "json_lines":
        yield from lines(piece.raw if piece.lines else piece.raw.removeprefix(codecs.BOM_UTF8))
    else:
        yield from (repr(row).encode("utf-8", "surrogatepass") for row in columns.rows(piece))


def packed(question: Question) -> bytes:
    """A question as it travels: with the names of fields, which may come from a file that no worker has."""
    return pickle.dumps(replace(question, carried=question.names))


@lru_cache(maxsize=1)
def _desk(question: bytes) -> Desk:
    asked: Question = pickle.loads(question)  # noqa: S301 - what the driver has packed
    return Desk(asked, None)


class Start(Struct, frozen=True):
    """Where a split begins: in which file, and what stands before it there."""

    number: int
    path: str
    seen: bool
    records: int
    lines: int


class Lines(Struct, frozen=True):
    """The map over lines. The columns are the file's path and the split's beginning as Spark names them, and a line."""

    asked: Asked
    starts: Mapping[Split, Start]

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        return self.asked.answers(self._pieces(batches))

    def _pieces(self, batches: Iterator[Any]) -> Iterator[tuple[int, Piece]]:
        split: Split | None = None
        for batch in batches:
            rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
            for key, of_split in groupby(rows, key=lambda row: (row[0], row[1])):
                if key != split:
                    split, start = key, self.starts[key]
                    records, lines = start.records, start.lines
                for block in _blocks(raw for _, _, raw in of_split):
                    if not lines and not start.seen:
                        _insist_on_lines(block, start.path)
                    yield start.number, Piece(start.path, "json_lines", block, records, lines)
                    more = json_lines.counted(block)
                    records, lines = records + more[0], lines + more[1]


def _blocks(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Lines together that make a piece."""
    block: list[bytes] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size >= json_lines.BLOCK:
            yield b"\n".join((*block, b""))
            block, size = [], 0
    if block:
        yield b"\n".join((*block, b""))


def _insist_on_lines(block: bytes, path: str) -> None:
    """A file of this name may hold something else, which its first bytes tell."""
    if by_content(block, "json_lines") != "json_lines" or packing(block):
        raise InputError(f"{path}: not JSON Lines, and Spark reads nothing but these and Parquet from a URL")


class Head(Struct, frozen=True):
    """A file of columns: its number and path, and the names of the columns that are not read."""

    number: int
    path: str
    unread: bytes


class Columns(Struct, frozen=True):
    """The map over rows of columns. The first two are the file's path as Spark names it, and the row's number in it."""

    asked: Asked
    heads: Mapping[str, Head]

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        return self.asked.answers(self._pieces(batches))

    def _pieces(self, batches: Iterator[Any]) -> Iterator[tuple[int, Piece]]:
        for batch in batches:
            paths, rows = (batch.column(at).to_pylist() for at in (0, 1))
            named = batch.select(batch.schema.names[2:])
            at = 0
            while at < batch.num_rows:
                end = at + 1
                while end < min(batch.num_rows, at + columns.ROWS) and _follows(paths, rows, end):
                    end += 1
                head = self.heads[plain(paths[at])]
                raw = columns.packed(named.slice(at, end - at))
                yield head.number, Piece(head.path, "columns", raw, rows[at], head=head.unread)
                at = end


def _follows(paths: list[str], rows: list[int], at: int) -> bool:
    """Whether a row stands in its file behind the one before it."""
    return paths[at] == paths[at - 1] and rows[at] == rows[at - 1] + 1
