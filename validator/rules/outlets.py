"""What rules about the articles of one source ask of the tables, and how they call a source."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from validator.model.corpus import Tables
from validator.model.report import FIELDS

# Integer counts: how many articles there are, and how many of them have a value for each of the fields.
FILLED = ", ".join(f"count(CASE WHEN list_contains(fields, '{name}') THEN 1 END)" for name in FIELDS)
IDS = ("key", "id", "source", "proper")  # what ``Ids`` reads
Filled = dict[str, dict[Day, tuple[int, ...]]]


def called(source: str) -> str:
    """How a message calls a source."""
    return source or "articles without an outlet"


def per_day(tables: Tables, day: str, where: str = "proper", table: str = "articles") -> Filled:
    """Source -> day -> number of articles and, per field of ``FIELDS``, of those that have a value for it."""
    found: Filled = {}
    for source, at, *counts in tables.rows(
        f"SELECT source, {day}, count(*), {FILLED} FROM {table} "
        f"WHERE {day} IS NOT NULL AND {where} GROUP BY source, {day}"
    ):
        found.setdefault(source, {})[at] = tuple(counts)
    return {source: dict(sorted(days.items())) for source, days in sorted(found.items())}


class Ids:
    """The ids of the articles of a source, for the few sources that a rule finds fault with."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._keys = {str(source): int(key) for source, key in tables.rows(_KEYS)}

    def of(self, source: str, where: str = "proper") -> list[str]:
        """Ids under a condition of our own words."""
        return [str(found) for (found,) in self.rows(source, "id", where)]

    def rows(self, source: str, columns: str, where: str) -> list[tuple[Any, ...]]:
        """Columns of a source's articles; the source goes into SQL by the key of one of its articles only."""
        if source not in self._keys:
            return []
        return self._tables.rows(
            f"SELECT {columns} FROM articles WHERE "
            f"source = (SELECT source FROM articles WHERE key = {self._keys[source]} LIMIT 1) AND {where}"
        )


_KEYS = "SELECT source, min(key) FROM articles GROUP BY source"


def literal(day: Day) -> str:
    """A day in SQL."""
    return f"DATE '{day.isoformat()}'"
