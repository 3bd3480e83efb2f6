"""A table to which rows are added little by little: Parquet in the run's folder, which costs the same for every row.

What is added to a table of the database's own costs the more the larger it is, for it is written down anew each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

# Rows, or bytes, that are written together: few enough to hold, enough to be read fast.
_ROWS, _BYTES = 130_000, 1 << 22


class Pile:
    """Rows of one schema, in files that all begin with ``stem``."""

    def __init__(self, stem: str, schema: pa.Schema) -> None:
        self._stem, self.schema = stem, schema
        self._waiting: list[pa.Table] = []
        self._held = self._bytes = 0
        self._files: list[str] = []
        self._writer: pq.ParquetWriter | None = None
        self.changed = True
        """Whether there is more than ``files`` last told of."""

    def add(self, rows: pa.Table) -> None:
        """Rows that have the columns of the schema, in any order."""
        self._waiting.append(rows.select(self.schema.names).cast(self.schema))
        self._held += rows.num_rows
        self._bytes += rows.nbytes
        self.changed = True
        if self._held >= _ROWS or self._bytes >= _BYTES:
            self._write()

    def files(self) -> list[str]:
        """Where all rows are, whole; there is a file even where there are none."""
        if self.changed:
            self._write()
            self.close()
        self.changed = False
        return self._files

    def close(self) -> None:
        """Nothing is written any more to the file that was written last."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _write(self) -> None:
        import pyarrow as pa

        rows = pa.concat_tables([self.schema.empty_table(), *self._waiting])
        self._waiting, self._held, self._bytes = [], 0, 0
        if self._writer is None:
            self._writer = self._opened()
        self._writer.write_table(rows)

    def _opened(self) -> pq.ParquetWriter:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._files.append(f"{self._stem}-{len(self._files)}.parquet")
        # Hashes are hardly ever the same twice, and looking for those that are is most of the work.
        words = [one.name for one in self.schema if one.type in (pa.string(), pa.list_(pa.string()))]
        return pq.ParquetWriter(self._files[-1], self.schema, use_dictionary=words)
