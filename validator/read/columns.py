"""Parquet, Feather and Arrow files: one article a row, only the columns that are needed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import IO, Any

from validator.errors import UsageError
from validator.model.record import Record
from validator.read.fields import RecordMap, to_record
from validator.read.piece import Piece, broken
from validator.read.streams import Stream, seekable

_ROWS = 512  # rows of a piece


def cut(stream: Stream, path: str, needed: Sequence[str]) -> Iterator[Piece]:
    """Batches of rows as Arrow streams; columns that nobody asks for are named, and not read."""
    arrow = _arrow()
    records = 0
    with seekable(stream) as file:
        try:
            batches, columns = _batches(arrow, file, frozenset(needed))
            unknown = "\x1f".join(name for name in columns if name not in needed).encode()
            for batch in batches:
                for at in range(0, batch.num_rows, _ROWS):
                    yield Piece(path, "columns", _packed(arrow, batch.slice(at, _ROWS)), records, head=unknown)
                    records += min(_ROWS, batch.num_rows - at)
        except (arrow.ArrowException, OSError) as error:
            yield broken(path, f"no table that can be read after row {records}: {' '.join(str(error).split())[:160]}")


def _arrow() -> Any:
    try:
        import pyarrow  # noqa: ICN001 - its parts are named in full below
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet and Arrow files need pyarrow: pip install 'copydesk[parquet]'") from error
    return pyarrow


def _batches(arrow: Any, file: IO[bytes], needed: frozenset[str]) -> tuple[Iterator[Any], list[str]]:
    """The batches of needed columns, and the names of all columns."""
    head = file.read(6)
    file.seek(0)
    if head.startswith(b"PAR1"):
        parquet = arrow.parquet.ParquetFile(file)
        names = parquet.schema_arrow.names
        wanted = [name for name in names if name in needed]
        return parquet.iter_batches(_ROWS, columns=wanted), names
    options = arrow.ipc.IpcReadOptions()
    if head == b"ARROW1":
        reader = arrow.ipc.open_file(file, options=options)
        batches = (reader.get_batch(number) for number in range(reader.num_record_batches))
    else:
        reader = arrow.ipc.open_stream(file, options=options)
        batches = iter(reader)
    names = reader.schema.names
    wanted = [name for name in names if name in needed]
    return (batch.select(wanted) for batch in batches), names


def _packed(arrow: Any, batch: Any) -> bytes:
    sink = io.BytesIO()
    with arrow.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def read(piece: Piece, names: RecordMap) -> Iterator[Record]:
    """A record for every row; a null declares nothing."""
    arrow = _arrow()
    unknown = [f"$.{name}" for name in piece.head.decode().split("\x1f") if name]
    number = 0
    for batch in arrow.ipc.open_stream(io.BytesIO(piece.raw)):
        for row in batch.to_pylist():
            number += 1
            location = piece.location(number)
            data = {name: value for name, value in row.items() if value is not None}
            record = to_record(data, location, names)
            yield Record(location, record.text, record.fields, (*record.unknown, *unknown), problems=record.problems)
