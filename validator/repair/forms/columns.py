"""Parquet: row group by row group, with the schema, the metadata and the compression that the file had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any

from validator.errors import UsageError
from validator.read.columns import plain
from validator.repair.draft import Draft, Job, Path


def rewritten(source: IO[bytes], sink: IO[bytes], job: Job) -> None:
    """The table of ``source``, repaired, in ``sink``."""
    arrow, parquet = _arrow()
    file = parquet.ParquetFile(source)
    schema = file.schema_arrow
    # Of columns that share a name nobody knows which one is meant.
    wanted = [name for name in schema.names if job.names.place(name) and schema.names.count(name) == 1]
    able = _able(arrow, schema)
    number = 0
    with parquet.ParquetWriter(sink, schema, compression=_compression(file)) as writer:
        for group in range(file.num_row_groups):
            table = file.read_row_group(group)
            rows = plain(table.select(wanted).to_pylist())
            changed: set[str] = set()
            for at, row in enumerate(rows):
                number += 1
                data = {name: value for name, value in row.items() if value is not None}
                empty = tuple(name for name in wanted if name not in data)
                draft = Draft(data, job.place(number), job.names, able, nulls=False, empty=empty)
                after = job.mend(draft)
                if after is not draft:
                    rows[at] = {name: after.data.get(name) for name in wanted}
                    changed |= {name for name in wanted if rows[at][name] != row[name]}
            for name in sorted(changed):
                place = schema.get_field_index(name)
                column = arrow.array([row[name] for row in rows], schema.field(name).type)
                table = table.set_column(place, schema.field(name), column)
            writer.write_table(table)


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: ICN001 - its parts are named in full
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet files need pyarrow: pip install 'copydesk[parquet]'") from error
    return pyarrow, pyarrow.parquet


def _able(arrow: Any, schema: Any) -> Callable[[Path, Any], bool]:
    """Whether a column can hold a value: text where it holds text, null where it may."""
    texts = (arrow.string(), arrow.large_string(), arrow.binary(), arrow.large_binary())

    def able(path: Path, value: Any) -> bool:
        if path[0] not in schema.names:
            return False
        field = schema.field(path[0])
        if value is None:
            return bool(field.nullable) and len(path) == 1
        kind = field.type
        for step in path[1:]:
            if isinstance(step, int):
                kind = getattr(kind, "value_type", None)
            else:
                kind = kind.field(step).type if arrow.types.is_struct(kind) else None
        return isinstance(value, str) and kind in texts

    return able


def _compression(file: Any) -> dict[str, str] | str:
    """The codec of every column, as its first row group has it."""
    if not file.num_row_groups:
        return "snappy"
    group = file.metadata.row_group(0)
    columns = [group.column(at) for at in range(group.num_columns)]
    return {one.path_in_schema: one.compression.replace("UNCOMPRESSED", "none").lower() for one in columns}


def is_parquet(head: bytes) -> bool:
    """Whether a table by columns is one that can be written again."""
    return head.startswith(b"PAR1")


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """A file from its beginning, in parts."""
    file.seek(0)
    while block := file.read(1 << 20):
        yield block
