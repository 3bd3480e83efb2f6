"""DuckDB in a folder of its own: what cannot do with its little memory is begun again with more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_MEMORY = 160  # MB to begin with: what can be is spilled to disk; half as much again where a statement needs it
_MOST_MEMORY = 4096
_Answer = TypeVar("_Answer")


class Database:
    """One connection, opened when it is first asked. To be closed before the folder goes."""

    def __init__(self, folder: str, threads: int) -> None:
        self._folder, self._threads = folder, threads
        self._memory = _MEMORY
        self._together = False

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        import duckdb

        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{self._memory}MB",
            "threads": self._threads,
            "preserve_insertion_order": "false",
            "temp_directory": self._folder,
        }
        return duckdb.connect(f"{self._folder}/run.duckdb", config=settings)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer to a query, whole."""
        return self.carried_out(lambda: self.connection.execute(sql).fetchall())

    def run(self, sql: str) -> None:
        """A statement without an answer."""
        self.carried_out(lambda: self.connection.execute(sql))

    def run_in_order(self, sql: str) -> None:
        """A statement by one thread, so that what it reads is written in the order in which it lies."""
        self.run("SET threads = 1")
        try:
            self.run(sql)
        finally:
            self.run(f"SET threads = {self._threads}")

    def together(self, statements: Callable[[], None]) -> None:
        """Statements that all come true or none: begun again, from the first, where one cannot do with the memory.

        They may write to one file alone.
        """
        self.carried_out(lambda: self._at_once(statements))

    def insert(self, name: str, rows: pa.Table, *, fresh: bool = False) -> None:
        """Rows into a table, which is made for them where it is ``fresh``."""
        self.connection.register("given", rows)
        verb = f"CREATE TABLE {name} AS" if fresh else f"INSERT INTO {name} BY NAME"
        self.run(f"{verb} SELECT * FROM given")
        self.connection.unregister("given")

    def carried_out(self, work: Callable[[], _Answer]) -> _Answer:
        """The answer to work, which is begun again with more memory where it cannot do with what there is."""
        import duckdb

        try:
            return work()
        except duckdb.InterruptException as error:
            raise KeyboardInterrupt from error
        except (duckdb.OutOfMemoryException, OSError) as error:  # what is read through Arrow says it by the second
            if self._together or "Out of Memory" not in str(error) or not self._has_grown():
                raise
        return self.carried_out(work)

    def close(self) -> None:
        if "connection" in self.__dict__:
            self.connection.close()

    def _at_once(self, statements: Callable[[], None]) -> None:
        import duckdb

        self._together = True  # none of them is begun again by itself
        try:
            self.run("BEGIN")
            statements()
            self.run("COMMIT")
        except duckdb.OutOfMemoryException:
            self.run("ROLLBACK")
            raise
        finally:
            self._together = False

    def _has_grown(self) -> bool:
        """Whether there is more memory now, for what could not do with what there was."""
        if self._memory >= _MOST_MEMORY:
            return False
        self._memory += self._memory // 2
        self.connection.execute(f"SET memory_limit = '{self._memory}MB'")
        return True


def quoted(text: str) -> str:
    """A text as it stands in a statement."""
    return "'" + text.replace("'", "''") + "'"
