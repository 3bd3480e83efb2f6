"""The archive's memory: what was found, drop by drop, in one DuckDB file that anybody may query (docs/store.md)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from validator import __version__
from validator.corpus import features
from validator.errors import UsageError
from validator.model.finding import Finding, Outcome, Severity
from validator.model.report import Report

if TYPE_CHECKING:
    from validator.engines.duck import Duck

VERSION = 1
# Table -> column -> Arrow type. Every row says of which drop it is; a drop is stored once.
RUNS = {
    "number": "int32",  # of the drop, from 1 in the order in which they were first stored
    "drop_name": "string",
    "run": "string",  # hash of the input and of what was asked of it
    "profile": "string",
    "version": "string",
    "articles": "int64",
    "files": "int64",
    "errors": "int64",
    "warnings": "int64",
    "infos": "int64",
    "known": "int64",
    "suppressed": "int64",
    "grade": "string",
    "health": "string",  # CorpusHealth as JSON
}
RULES = {"drop_name": "string", "rule": "string", "failed": "int64", "passed": "int64", "skipped": "int64"}
FINDINGS = {
    "drop_name": "string",
    "fingerprint": "string",
    "rule": "string",
    "code": "string",
    "severity": "string",
    "path": "string",
    "record": "int32",
    "article_id": "string",
    "source": "string",
    "field": "string",
    "line": "int32",
    "message": "string",
    "articles": "list<string>",
    "articles_total": "int32",
}
ARTICLES = {"drop_name": "string", **features.ARTICLES}
TABLES = {"runs": RUNS, "rules": RULES, "findings": FINDINGS, "articles": ARTICLES}
_BATCH = 4096  # findings


class Store:
    """The file, held by this run alone from beginning to end; written in one transaction, or not at all."""

    def __init__(self, tables: Duck, path: str) -> None:
        self._tables, self._path = tables, path
        self._attach()

    def _attach(self) -> None:
        import duckdb

        self._lent = not os.path.exists(self._path)
        try:
            self._tables.run(f"ATTACH '{self._path.replace(chr(39), chr(39) * 2)}' AS store (TYPE duckdb)")
            known = {name for (name,) in self._tables.rows(_KNOWN)}
        except duckdb.Error as error:
            raise UsageError(f"--store {self._path}: {_reason(error)}") from error
        if known and "copydesk_store" not in known:
            raise UsageError(f"--store {self._path}: a database, but no store of copydesk's")
        if known:
            ((version,),) = self._tables.rows("SELECT version FROM store.copydesk_store")
            if version != VERSION:
                raise UsageError(f"--store {self._path}: of version {version}, not {VERSION}")
        self._fresh = not known

    def recall(self, drop: str) -> None:
        """The drop stored before this one becomes the table ``earlier``."""
        if not self._fresh:
            columns = ", ".join(features.ARTICLES)
            self._tables.run(
                f"INSERT INTO earlier SELECT {columns} FROM store.articles WHERE drop_name = (SELECT drop_name FROM "
                f"store.runs WHERE number < {self._number(drop)} ORDER BY number DESC LIMIT 1)"
            )

    def keep(self, report: Report, run: str, drop: str) -> None:
        """All that this run has found, in the place of what is stored of the same drop."""
        import duckdb

        try:
            self._tables.run("BEGIN")
            self._write(report, run, drop)
            self._tables.run("COMMIT")
            self._lent = False
        except duckdb.Error as error:
            raise UsageError(f"--store {self._path}: {_reason(error)}") from error

    def close(self) -> None:
        """Let go of the file; one that was made for this run and got nothing is taken away."""
        if self._lent:
            self._tables.close()
            for path in (self._path, f"{self._path}.wal"):
                if os.path.exists(path):
                    os.unlink(path)

    def _write(self, report: Report, run: str, drop: str) -> None:
        put = self._tables.put
        if self._fresh:
            self._tables.run(f"CREATE TABLE store.copydesk_store AS SELECT {VERSION} AS version")
            for name, schema in TABLES.items():
                put(f"store.{name}", features.of_rows([], schema), fresh=True)
        number = self._number(drop)
        for name in TABLES:
            self._tables.run(f"DELETE FROM store.{name} WHERE drop_name = {_quoted(drop)}")
        put("store.runs", features.of_rows([_run(report, number, run, drop)], RUNS))
        put("store.rules", features.of_rows(list(_rules(report, drop)), RULES))
        found = (_finding(one, drop) for one in report.findings)
        while batch := list(islice(found, _BATCH)):
            put("store.findings", features.of_rows(batch, FINDINGS))
        columns = f"{_quoted(drop)}, {', '.join(features.ARTICLES)}"
        self._tables.run(f"INSERT INTO store.articles SELECT {columns} FROM articles ORDER BY path, record")

    def _number(self, drop: str) -> int:
        """The drop's number: the one it has, else the next."""
        if self._fresh and not self._tables.rows(_KNOWN):
            return 1
        own = self._tables.rows(f"SELECT number FROM store.runs WHERE drop_name = {_quoted(drop)}")
        last = self._tables.rows("SELECT coalesce(max(number), 0) FROM store.runs")
        return int(own[0][0]) if own else int(last[0][0]) + 1


_KNOWN = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'store' ORDER BY 1"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _reason(error: Exception) -> str:
    """One line for what DuckDB says in many."""
    said = str(error)
    if "lock" in said.lower():
        return "in use by another run"
    if any(word in said.lower() for word in ("not a valid duckdb", "serialization", "corrupt", "checksum")):
        return "not a store: the file is damaged, or no DuckDB file"
    return said.splitlines()[0]


def _run(report: Report, number: int, run: str, drop: str) -> tuple[Any, ...]:
    health = report.health
    return (
        number,
        drop,
        run,
        report.profile,
        __version__,
        report.articles,
        report.files,
        *(report.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)),
        report.known,
        report.suppressed,
        health and health.grade,
        health and health.model_dump_json(),
    )


def _rules(report: Report, drop: str) -> Iterator[tuple[Any, ...]]:
    for rule, counts in sorted(report.outcomes.items()):
        yield (drop, rule, counts[Outcome.FAIL], counts[Outcome.PASS], counts[Outcome.SKIP])


def _finding(one: Finding, drop: str) -> tuple[Any, ...]:
    return (
        drop,
        one.fingerprint,
        one.rule,
        one.code,
        one.severity.value,
        _valid(one.location.path),
        one.location.record,
        _valid(one.article_id) or None,
        one.source and _valid(one.source),
        one.field,
        one.span.line if one.span else None,
        _valid(one.message),
        [*map(_valid, one.articles)],
        one.articles_total,
    )


def _valid(text: str) -> str:
    """Text without lone surrogates, which no database may hold."""
    return text.encode("utf-8", "replace").decode()
