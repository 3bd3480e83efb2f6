"""What the rooms that ask about many articles see of the engine: tables, and SQL over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

Schema = dict[str, str]
Function = Callable[[Any], Any]


class Tables(Protocol):
    """Tables of one run. SQL is DuckDB's, as far as Spark has it too; no answer depends on the order of rows.

    ``articles`` holds one row per article (``corpus/features.py`` says which columns), ``edges`` the text of the lines
    near its top and its end; the corpus room derives ``learnt``, ``bodies`` and ``pairs`` from them (``corpus/``).
    ``earlier`` is ``articles`` of the drop that the store remembers as the one before; ``past`` is that of all earlier
    drops, with their names and numbers and a key of its own. Both are without rows where there is no store.
    """

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer to a query, whole: for what is small."""

    def make(self, name: str, sql: str) -> None:
        """A new table from a query."""

    def derive(self, name: str, sql: str, function: Function, schema: Schema) -> None:
        """A new table from ``function`` over the Arrow record batches of a query; column -> Arrow type."""
