"""Parquet, Feather and Arrow files: one article a row, only the columns that are needed."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import IO, Any

from validator.errors import UsageError
from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Record
from validator.read.fields import doubled, to_record
from validator.read.nested import flattened
from validator.read.piece import Piece, broken
from validator.read.sheet import Sheet, Sheets
from validator.read.streams import Stream, seekable

ROWS = 512  # of a piece
_BARE = 1 << 14  # of a piece, where all that is read is short
_INTEGER = 1 << 63  # beyond it, JSON's readers have no whole number
_SHORT = 256  # bytes that a value has in the mean: no column of texts


def cut(stream: Stream, path: str, names: FieldNames) -> Iterator[Piece]:
    """Batches of rows as Arrow streams; columns that hold no field are named, and not read."""
    arrow = _arrow()
    records = 0
    with seekable(stream) as file:
        try:
            batches, columns = _batches(arrow, file, names)
            head = unneeded(columns, names)
            for batch in batches:
                size = _rows([column.nbytes for column in batch.columns], batch.num_rows)
                for at in range(0, batch.num_rows, size):
                    yield Piece(path, "columns", packed(batch.slice(at, size)), records, head=head)
                    records += min(size, batch.num_rows - at)
        except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
            yield broken(path, f"no table that can be read after row {records}: {' '.join(str(error).split())[:160]}")


def _rows(sizes: Iterable[int], rows: int) -> int:
    """The rows of a piece of columns that have so many bytes in so many rows."""
    return _BARE if max(sizes, default=0) <= _SHORT * rows else ROWS


def _arrow() -> Any:
    try:
        import pyarrow  # noqa: ICN001 - its parts are named in full below
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet and Arrow files need pyarrow: pip install 'copydesk[parquet]'") from error
    return pyarrow


def _batches(arrow: Any, file: IO[bytes], fields: FieldNames) -> tuple[Iterator[Any], list[str]]:
    """The batches of needed columns, and the names of all columns."""
    head = file.read(6)
    file.seek(0)
    if head.startswith(b"PAR1"):
        parquet = arrow.parquet.ParquetFile(file, pre_buffer=False)  # or the whole file is held
        names = parquet.schema_arrow.names
        wanted = [name for name in names if fields.needs(name)]
        old = {one.name for one in map(parquet.schema.column, range(len(parquet.schema))) if _is_moment(one)}
        size = _rows(_sizes(parquet.metadata, {*wanted}), parquet.metadata.num_rows)
        return (
            _zoned(arrow, batch, old) for batch in parquet.iter_batches(size, columns=wanted, use_threads=False)
        ), names
    options = arrow.ipc.IpcReadOptions()
    if head == b"ARROW1":
        reader = arrow.ipc.open_file(file, options=options)
        batches = (reader.get_batch(number) for number in range(reader.num_record_batches))
    else:
        reader = arrow.ipc.open_stream(file, options=options)
        batches = iter(reader)
    names = reader.schema.names
    places = [place for place, name in enumerate(names) if fields.needs(name)]  # several may bear one name
    return (_sound(arrow, batch.select(places)) for batch in batches), names


def _sound(arrow: Any, batch: Any) -> Any:
    """The batch itself. Raises ArrowInvalid where a value lies outside of its column, which nothing else looks at.

    What is no UTF-8 is a fault of its row's, and told there.
    """
    letters = {arrow.string(): arrow.binary(), arrow.large_string(): arrow.large_binary()}
    for column in batch.columns:
        (column.view(letters[column.type]) if column.type in letters else column).validate(full=True)
    return batch


def _sizes(metadata: Any, wanted: Collection[str]) -> list[int]:
    """The bytes of every column that is wanted, its repetitions left out."""
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    columns = ([group.column(number) for group in groups] for number in range(metadata.num_columns))
    return [
        sum(one.total_uncompressed_size for one in parts)
        for parts in columns
        if parts and parts[0].path_in_schema.partition(".")[0] in wanted
    ]


def _is_moment(column: Any) -> bool:
    """Whether a column is of the old type for moments, which are UTC without saying so (Spark, Hive)."""
    return bool(column.physical_type == "INT96" and column.path == column.name)


def _zoned(arrow: Any, batch: Any, names: set[str]) -> Any:
    """A batch whose columns of these names say that they are UTC."""
    for place, name in enumerate(batch.schema.names):
        if name in names:
            moments = batch.column(place).cast(arrow.timestamp("us"), safe=False).cast(arrow.timestamp("us", "UTC"))
            batch = batch.set_column(place, name, moments)
    return batch


def unneeded(columns: Iterable[str], fields: FieldNames) -> bytes:
    """The head of a piece: the names of the columns that are not read."""
    return "\x1f".join(name for name in columns if not fields.needs(name)).encode()


def packed(batch: Any) -> bytes:
    """A batch of rows as the bytes of a piece."""
    sink = io.BytesIO()
    with _arrow().ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """A record for every row; a null declares nothing."""
    unknown = _unknown(piece)
    for number, (keys, row) in enumerate(rows(piece), 1):
        yield _of_row(keys, names, unknown, row, piece.location(number))


def rows(piece: Piece) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...]]]:
    """The names of the columns and the values of every row."""
    for batch in _arrow().ipc.open_stream(io.BytesIO(piece.raw)):
        keys = tuple(batch.schema.names)
        values = zip(*map(_values, batch.columns), strict=True)
        yield from ((keys, row) for row in (values if keys else [()] * batch.num_rows))


def _values(column: Any) -> list[Any]:
    """The values of a column; a moment beyond the year 9999 is the number that stands for it, as text.

    Letters of a text that are none are replaced; bytes and decimal numbers are as JSON would have them.
    """
    try:
        values: list[Any] = column.to_pylist()
    except (OverflowError, ValueError):
        values = [*map(_value, column)]
    kind = str(column.type)  # that of what lies within it, too
    return [*map(plain, values)] if "binary" in kind or "decimal" in kind else values


def plain(value: Any) -> Any:
    """A text that older writers store as bytes, and a number that databases give as a decimal one."""
    match value:
        case bytes():
            try:
                return value.decode()
            except UnicodeDecodeError:
                return value
        case Decimal():
            number = int(value) if value == int(value) else float(value)
            return number if abs(number) < _INTEGER else str(number)
        case list():
            return [*map(plain, value)]
        case dict():
            return {name: plain(one) for name, one in value.items()}
    return value


def _value(cell: Any) -> Any:
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return cell.as_buffer().to_pybytes().decode("utf-8", "replace") if hasattr(cell, "as_buffer") else None
    except (OverflowError, ValueError):
        return str(getattr(cell, "value", cell))


def sheets(piece: Piece, names: FieldNames) -> Sheets:
    """The rows of a piece by columns."""
    table = _arrow().ipc.open_stream(io.BytesIO(piece.raw)).read_all()
    keys = tuple(table.schema.names)
    columns = [*map(_texts, table.columns)]
    of_row = partial(_of_row, keys, names, _unknown(piece))

    def place(number: int) -> Location:
        return piece.location(number + 1)

    def record(number: int) -> Record:
        return of_row([_read(column[number]) for column in columns], place(number))

    sheet = Sheet(b"columns" + piece.head, keys, range(table.num_rows), columns, of_row)
    return Sheets([sheet], [], table.num_rows, place, record)


def _texts(column: Any) -> Sequence[Any]:
    """The values of a column, texts as an array."""
    arrow = _arrow()
    kind = column.type.value_type if arrow.types.is_dictionary(column.type) else column.type
    known = ("string", "large_string", "string_view", "binary", "large_binary", "null")
    if not any(getattr(arrow.types, f"is_{name}")(kind) for name in known):
        return _values(column)
    try:
        texts: Sequence[Any] = column.cast(arrow.string()).combine_chunks()
        texts.validate(full=True)  # type: ignore[attr-defined]
    except arrow.ArrowException:  # letters that are none
        return _values(column)
    return texts


def _read(cell: Any) -> Any:
    """A value out of a list or an array."""
    return _value(cell) if isinstance(cell, _arrow().Scalar) else cell


def _unknown(piece: Piece) -> list[str]:
    """The paths of the columns that were not read."""
    return [f"$.{name}" for name in piece.head.decode().split("\x1f") if name]


def _of_row(
    keys: tuple[str, ...], names: FieldNames, unknown: list[str], row: Iterable[Any], location: Location
) -> Record:
    data = {name: value for name, value in zip(keys, row, strict=True) if value is not None}
    problems = tuple(doubled(keys)) if location.record == 1 else ()
    record = to_record(flattened(data), location, names, problems)
    return Record(location, record.text, record.fields, (*record.unknown, *unknown), problems=record.problems)
