"""The tables of a run on one machine: DuckDB in a file that goes with the run, so that memory stays flat."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from validator.corpus import features
from validator.errors import MissingExtraError
from validator.model.corpus import Function, Schema

if TYPE_CHECKING:
    import pyarrow as pa

# MB to begin with: what can be is spilled to disk; doubled where a statement cannot do with it. While rows are but put
# into tables, other processes take theirs.
_PUTTING, _MEMORY = 64, 192
_MOST_MEMORY = 4096
_AFTER_ALL = chr(0x10FFFF)
_ROWS = 1024  # of a batch that a function is given
_Answer = TypeVar("_Answer")
_PUT, _PUT_BYTES = 130_000, 1 << 22  # rows, or bytes, that it makes before they are put into their table


class Duck:
    """Tables as ``model.corpus.Tables`` describes them, ``articles`` with some of its columns; to be closed."""

    def __init__(self, threads: int = 1, columns: Sequence[str] = tuple(features.ARTICLES)) -> None:
        try:
            import duckdb
            import pyarrow as pa
        except ModuleNotFoundError as error:
            raise MissingExtraError("corpus rules", "corpus") from error
        self._memory = _PUTTING
        self._threads = threads
        self._together = False
        self._articles: list[features.Row] = []
        self._edges: dict[tuple[str, int], str] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="copydesk-", ignore_cleanup_errors=True)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{self._memory}MB",
            "threads": threads,
            "preserve_insertion_order": "false",
        }
        settings["temp_directory"] = self._folder.name
        self._db = duckdb.connect(f"{self._folder.name}/run.duckdb", config=settings)
        self._known: set[str] = set()
        self._columns = {name: features.ARTICLES[name] for name in columns}
        for name, schema in (
            ("articles", self._columns),
            ("earlier", features.ARTICLES),
            ("past", features.PAST),
            ("edges", features.EDGES),
        ):
            self.put(name, pa.schema([(column, features.arrow(kind)) for column, kind in schema.items()]).empty_table())

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
        self._ask()
        return self._carried_out(lambda: self._db.execute(sql).fetchall())

    def make(self, name: str, sql: str) -> None:
        self._ask()
        self._execute(f"CREATE TABLE {name} AS {sql}")

    def derive(self, name: str, sql: str, function: Function, schema: Schema) -> None:
        self._ask()
        self._carried_out(lambda: self._derive(name, sql, function, schema))

    def _derive(self, name: str, sql: str, function: Function, schema: Schema) -> None:
        import pyarrow as pa

        if name in self._known:  # what came of it before the memory was at its end
            self._execute(f"DROP TABLE {name}")
            self._known.discard(name)
        waiting = [pa.schema([(column, features.arrow(kind)) for column, kind in schema.items()]).empty_table()]
        for batch in self._db.cursor().sql(sql).to_arrow_reader(_ROWS):
            waiting.append(function(batch))
            # A hundred rows cost as much to put as ten thousand.
            if sum(one.num_rows for one in waiting) >= _PUT or sum(one.nbytes for one in waiting) >= _PUT_BYTES:
                self.put(name, pa.concat_tables(waiting))
                waiting.clear()
        if waiting:
            self.put(name, pa.concat_tables(waiting))

    def close(self) -> None:
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
        self._execute(sql)

    def run_in_order(self, sql: str) -> None:
        """A statement by one thread, so that what it reads is written in the order in which it lies."""
        self._execute("SET threads = 1")
        try:
            self._execute(sql)
        finally:
            self._execute(f"SET threads = {self._threads}")

    def together(self, statements: Callable[[], None]) -> None:
        """Statements that all come true or none: begun again, from the first, where one cannot do with the memory."""
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

    def put(self, name: str, rows: pa.Table, *, fresh: bool | None = None) -> None:
        """Rows into a table, which is made for the first of them, or where it is ``fresh``."""
        made = name in self._known or "." in name if fresh is None else not fresh
        self._db.register("given", rows)
        verb = f"INSERT INTO {name} BY NAME" if made else f"CREATE TABLE {name} AS"
        self._execute(f"{verb} SELECT * FROM given")
        self._db.unregister("given")
        self._known.add(name)

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
        self._limit(2 * self._memory)
        return True

    def _ask(self) -> None:
        """Give queries the memory that they begin with."""
        if self._memory < _MEMORY:
            self._limit(_MEMORY)

    def _limit(self, memory: int) -> None:
        self._db.execute(f"SET memory_limit = '{memory}MB'")
        self._memory = memory
