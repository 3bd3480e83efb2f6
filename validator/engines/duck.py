"""The tables of a run on one machine: rows in piles on disk, and DuckDB to ask them, so that memory stays flat."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from validator.arrow import alone
from validator.corpus import features
from validator.engines.database import Database, quoted
from validator.engines.pile import Pile
from validator.errors import MissingExtraError
from validator.model.corpus import Function, Schema

if TYPE_CHECKING:
    import pyarrow as pa

_AFTER_ALL = chr(0x10FFFF)
_ROWS = 1024  # of a batch that a function is given


class Duck:
    """Tables as ``model.corpus.Tables`` describes them, ``articles`` with some of its columns; to be closed."""

    def __init__(self, threads: int = 1, columns: Sequence[str] = tuple(features.ARTICLES)) -> None:
        if find_spec("duckdb") is None or find_spec("pyarrow") is None:
            raise MissingExtraError("corpus rules", "corpus")
        alone()
        self._articles: list[features.Row] = []
        self._edges: dict[tuple[str, int], str] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True)
        self._database = Database(self._folder.name, threads)
        self._columns = {name: features.ARTICLES[name] for name in columns}
        self._piles: dict[str, Pile] = {}
        self._begun = 0  # piles; what the database has read under a name is not to come back there as something else
        for name, schema in (
            ("articles", self._columns),
            ("earlier", features.ARTICLES),
            ("past", features.PAST),
            ("edges", features.EDGES),
        ):
            self._begin(name, features.schema(schema))

    def add(self, packed: bytes) -> None:
        """The rows of a piece, as ``corpus.features.Features`` packs them; they go into the tables many at a time."""
        articles, edges = features.unpacked(packed)
        self._articles += articles
        self._edges.update((edge[:2], edge[2]) for edge in edges if edge[2] < self._edges.get(edge[:2], _AFTER_ALL))
        if len(self._articles) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        """Everything that was added is in the tables."""
        if self._articles:
            self.put("articles", features.of_rows(self._articles, self._columns))
            self.put("edges", features.of_rows([(*key, text) for key, text in self._edges.items()], features.EDGES))
            self._articles, self._edges = [], {}

    def remember(self, packed: bytes) -> None:
        """The rows of a piece of the drop before, which is called so."""
        rows = features.unpacked(packed)[0]
        self.put("earlier", features.of_rows(rows, features.ARTICLES))
        self.put("past", features.of_rows([("before", 1, *row) for row in rows], features.PAST))

    def put(self, name: str, rows: pa.Table) -> None:
        """More rows of one of the tables that there are from the beginning."""
        self._piles[name].add(rows)

    def fill(self, name: str, sql: str) -> None:
        """One of the tables that there are from the beginning gets the rows of a query, and has no others."""
        import pyarrow as pa

        self._pour(name, sql, lambda batch: pa.Table.from_batches([batch]), self._piles[name].schema)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.shown().rows(sql)

    def make(self, name: str, sql: str) -> None:
        self.shown().run(f"CREATE TABLE {name} AS {sql}")

    def derive(self, name: str, sql: str, function: Function, schema: Schema) -> None:
        self._pour(name, sql, function, features.schema(schema))

    def shown(self) -> Database:
        """The database, which sees every row that has come."""
        self.flush()
        for name, pile in self._piles.items():
            if pile.changed:
                files = ", ".join(map(quoted, pile.files()))
                self._database.run(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{files}])")
        return self._database

    def close(self) -> None:
        for pile in self._piles.values():
            pile.close()
        self._database.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self, name: str, schema: pa.Schema) -> Pile:
        self._begun += 1
        pile = self._piles[name] = Pile(f"{self._folder.name}/{self._begun}-{name}", schema)
        return pile

    def _pour(self, name: str, sql: str, function: Callable[[Any], Any], schema: pa.Schema) -> None:
        """What a function makes of the batches of a query is a table."""
        database = self.shown()

        def pour() -> None:
            pile = self._begin(name, schema)  # anew, where the memory was at its end before all had come
            for batch in database.connection.cursor().sql(sql).to_arrow_reader(_ROWS):
                pile.add(function(batch))

        database.carried_out(pour)
