"""Findings and features as Parquet beside a report: the store's columns, in the report's order and by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING

from validator.corpus import features
from validator.engines.database import quoted
from validator.engines.store import FINDINGS, finding_row
from validator.errors import UsageError
from validator.model.finding import Finding
from validator.part import Part

if TYPE_CHECKING:
    from validator.engines.duck import Duck

_BATCH = 4096  # findings
_COLUMNS = dict(list(FINDINGS.items())[1:])  # all but the drop's name


def write(tables: Duck | None, findings: Iterable[Finding], stem: str) -> None:
    """``stem.findings.parquet`` and, where there are tables, ``stem.features.parquet``; each whole or not at all."""
    _whole(f"{stem}.findings.parquet", lambda path: _findings(findings, path))
    if tables is not None:
        _whole(f"{stem}.features.parquet", lambda path: _features(tables, path))


def _whole(path: str, made: Callable[[str], None]) -> None:
    """A file through one of another name; nothing where it cannot be written. Raises UsageError."""
    try:
        with Part(path) as part:
            made(part.name)
            part.put()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _findings(findings: Iterable[Finding], path: str) -> None:
    import pyarrow.parquet as pq

    rows = (finding_row(one, "")[1:] for one in findings)
    with pq.ParquetWriter(path, features.of_rows([], _COLUMNS).schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_table(features.of_rows(batch, _COLUMNS))


def _features(tables: Duck, path: str) -> None:
    import duckdb

    columns = ", ".join(features.ARTICLES)
    try:
        tables.shown().run(
            f"COPY (SELECT {columns} FROM articles ORDER BY path, record) TO {quoted(path)} (FORMAT parquet)"
        )
    except duckdb.IOException as error:
        raise OSError(str(error).splitlines()[0]) from error
