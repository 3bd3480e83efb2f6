"""The tables of a run on one machine: DuckDB in a file that goes with the run, so that memory stays flat."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from validator.arrow import alone
from validator.corpus import features
from validator.engines.pile import Pile
from validator.errors import MissingExtraError
from validator.model.corpus import Function, Schema

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_MEMORY = 256  # MB to begin with: what can be is spilled to disk; doubled where a statement cannot do with it
_MOST_MEMORY = 4096
_AFTER_ALL = chr(0x10FFFF)
_ROWS = 1024  # of a batch that a function is given
_Answer = TypeVar("_Answer")


class Duck:
    """Tables as ``model.corpus.Tables`` describes them, ``articles`` with some of its columns; to be closed.

    Rows that come little by little lie in piles, which the database reads: it is opened when it is first asked.
    """

    def __init__(self, threads: int = 1, columns: Sequence[str] = tuple(features.ARTICLES)) -> None:
        if find_spec("duckdb") is None or find_spec("pyarrow") is None:
            raise MissingExtraError("corpus rules", "corpus")
        alone()
        self._memory = _MEMORY
        self._threads = threads
        self._together = False
        self._articles: list[features.Row] = []
        self._edges: dict[tuple[str, int], str] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True)
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

    @cached_property
    def _db(self) -> duckdb.DuckDBPyConnection:
        import duckdb

        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{self._memory}MB",
            "threads": self._threads,
            "preserve_insertion_order": "false",
            "temp_directory": self._folder.name,
        }
        return duckdb.connect(f"{self._folder.name}/run.duckdb", config=settings)

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

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        self._show()
        return self._carried_out(lambda: self._db.execute(sql).fetchall())

    def make(self, name: str, sql: str) -> None:
        self._show()
        self._execute(f"CREATE TABLE {name} AS {sql}")

    def derive(self, name: str, sql: str, function: Function, schema: Schema) -> None:
        self._show()
        self._carried_out(lambda: self._derive(name, sql, function, features.schema(schema)))

    def fill(self, name: str, sql: str) -> None:
        """One of the tables that there are from the beginning gets the rows of a query, and has no others."""
        import pyarrow as pa

        self._show()
        schema = self._piles[name].schema
        self._carried_out(lambda: self._derive(name, sql, lambda batch: pa.Table.from_batches([batch]), schema))

    def _derive(self, name: str, sql: str, function: Function, schema: pa.Schema) -> None:
        self._begin(name, schema)  # anew, where the memory was at its end before all had come
        for batch in self._db.cursor().sql(sql).to_arrow_reader(_ROWS):
            self._piles[name].add(function(batch))

    def put(self, name: str, rows: pa.Table) -> None:
        """More rows of one of the tables that there are from the beginning."""
        self._piles[name].add(rows)

    def close(self) -> None:
        for pile in self._piles.values():
            pile.close()
        if "_db" in self.__dict__:
            self._db.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, sql: str) -> None:
        """A statement without an answer."""
        self._show()
        self._execute(sql)

    def run_in_order(self, sql: str) -> None:
        """A statement by one thread, so that what it reads is written in the order in which it lies."""
        self._show()
        self._execute("SET threads = 1")
        try:
            self._execute(sql)
        finally:
            self._execute(f"SET threads = {self._threads}")

    def together(self, statements: Callable[[], None]) -> None:
        """Statements that all come true or none: begun again, from the first, where one cannot do with the memory."""
        self._show()  # a transaction writes to one file alone
        self._carried_out(lambda: self._at_once(statements))

    def _at_once(self, statements: Callable[[], None]) -> None:
        import duckdb

        self._together = True  # none of them is begun again by itself
        try:
            self._execute("BEGIN")
            statements()
            self._execute("COMMIT")
        except duckdb.OutOfMemoryException:
            self._execute("ROLLBACK")
            raise
        finally:
            self._together = False

    def insert(self, name: str, rows: pa.Table, *, fresh: bool = False) -> None:
        """Rows into a table of another database, which is made for them where it is ``fresh``."""
        self._db.register("given", rows)
        verb = f"CREATE TABLE {name} AS" if fresh else f"INSERT INTO {name} BY NAME"
        self._execute(f"{verb} SELECT * FROM given")
        self._db.unregister("given")

    def _begin(self, name: str, schema: pa.Schema) -> None:
        self._begun += 1
        self._piles[name] = Pile(f"{self._folder.name}/{self._begun}-{name}", schema)

    def _show(self) -> None:
        """Let the database see every row that has come."""
        self.flush()
        for name, pile in self._piles.items():
            if pile.changed:
                files = ", ".join(map(_quoted, pile.files()))
                self._execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{files}])")

    def _execute(self, sql: str) -> None:
        self._carried_out(lambda: self._db.execute(sql))

    def _carried_out(self, work: Callable[[], _Answer]) -> _Answer:
        """The answer to work, which is begun again with more memory where it cannot do with what there is."""
        import duckdb

        try:
            return work()
        except duckdb.InterruptException as error:
            raise KeyboardInterrupt from error
        except (duckdb.OutOfMemoryException, OSError) as error:  # what is read through Arrow says it by the second
            if self._together or "Out of Memory" not in str(error) or not self._has_grown():
                raise
        return self._carried_out(work)

    def _has_grown(self) -> bool:
        """Whether there is more memory now, for what could not do with what there was."""
        if self._memory >= _MOST_MEMORY:
            return False
        self._memory *= 2
        self._db.execute(f"SET memory_limit = '{self._memory}MB'")
        return True


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
