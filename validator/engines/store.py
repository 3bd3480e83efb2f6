"""The archive's memory: what was found, drop by drop, in one DuckDB file that anybody may query (docs/store.md)."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from validator import __version__
from validator.config.load import did_you_mean
from validator.corpus import features
from validator.engines.database import quoted
from validator.errors import UsageError
from validator.lexicons.fold import valid
from validator.model.finding import Finding, Outcome, Severity
from validator.model.health import Earlier, Ratio
from validator.model.report import Report

if TYPE_CHECKING:
    from validator.engines.database import Database
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
        self._lent = not os.path.exists(path)
        self._fresh = not _attached(tables.shown(), path, f"--store {path}")

    def recall(self, drop: str) -> None:
        """The drop stored before this one becomes the table ``earlier``, all drops before it ``past``."""
        if not self._fresh:
            number = self._number(self._tables.shown(), drop)
            _recalled(self._tables, "earlier", f"number < {number} ORDER BY number DESC LIMIT 1")
            _seen(self._tables, number)

    def keep(self, report: Report, run: str, drop: str) -> None:
        """All that this run has found, in the place of what is stored of the same drop."""
        import duckdb

        try:
            database = self._tables.shown()
            database.together(lambda: self._write(database, report, run, drop))
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

    def _write(self, database: Database, report: Report, run: str, drop: str) -> None:
        put = database.insert
        if self._fresh:
            database.run(f"CREATE TABLE store.copydesk_store AS SELECT {VERSION} AS version")
            for name, schema in TABLES.items():
                put(f"store.{name}", features.of_rows([], schema), fresh=True)
        number = self._number(database, drop)
        for name, schema in TABLES.items():
            for column in [one for one in schema if one not in _columns(database, name)]:
                database.run(f"ALTER TABLE store.{name} ADD COLUMN {column} {_sql(schema[column])}")
            database.run(f"DELETE FROM store.{name} WHERE drop_name = {quoted(drop)}")
        put("store.runs", features.of_rows([_run(report, number, run, drop)], RUNS))
        put("store.rules", features.of_rows(list(_rules(report, drop)), RULES))
        found = (finding_row(one, drop) for one in report.findings)
        while batch := list(islice(found, _BATCH)):
            put("store.findings", features.of_rows(batch, FINDINGS))
        columns = f"{quoted(drop)} AS drop_name, {', '.join(features.ARTICLES)}"
        # As they lie there: to sort rows as wide as these takes memory that grows with the drop.
        database.run_in_order(f"INSERT INTO store.articles BY NAME SELECT {columns} FROM articles")

    def _number(self, database: Database, drop: str) -> int:
        """The drop's number: the one it has, else the next."""
        if self._fresh and not database.rows(_KNOWN):
            return 1
        own = database.rows(f"SELECT number FROM store.runs WHERE drop_name = {quoted(drop)}")
        last = database.rows("SELECT coalesce(max(number), 0) FROM store.runs")
        return int(own[0][0]) if own else int(last[0][0]) + 1


def earlier(tables: Duck, path: str, drop: str | None) -> Earlier:
    """What is kept of a drop, the last one unless it is named, to be compared with."""
    database = tables.shown()
    found = _chosen(database, path, drop)
    ((grade,),) = database.rows(f"SELECT coalesce(grade, '') FROM store.runs WHERE drop_name = {quoted(found)}")
    rows = database.rows(f"SELECT rule, failed, passed FROM store.rules WHERE drop_name = {quoted(found)}")
    database.run("DETACH store")
    failed = {rule: Ratio(numerator=failed, denominator=failed + passed) for rule, failed, passed in rows}
    return Earlier(drop=found, grade=grade, failed=failed)


def fill(tables: Duck, name: str, path: str, drop: str | None, wanted: Collection[str]) -> str:
    """A stored drop, the last one unless it is named, goes into a table; says which drop that is.

    Only the columns that are ``wanted`` are filled: the others hold most of the bytes.
    """
    database = tables.shown()
    found = _chosen(database, path, drop)
    _recalled(tables, name, f"drop_name = {quoted(found)}", wanted)
    database.run("DETACH store")
    return found


def _chosen(database: Database, path: str, drop: str | None) -> str:
    """Open the file as ``store``; the name of the drop, the last one unless it is named."""
    what = f"{path}#{drop}" if drop is not None else path
    if not _attached(database, path, what, "READ_ONLY"):
        raise UsageError(f"{what}: nothing is stored there")
    drops = [one for (one,) in database.rows("SELECT drop_name FROM store.runs ORDER BY number")]
    if drop is not None and drop not in drops:
        raise UsageError(f"{what}: no such drop (known: {', '.join(drops)}){did_you_mean(drop, drops)}")
    return str(drop or drops[-1])


def _attached(database: Database, path: str, what: str, mode: str = "READ_WRITE") -> bool:
    """Open the file as ``store``; False where nothing is in it. Raises UsageError where it is no store."""
    import duckdb

    try:
        database.run(f"ATTACH {quoted(path)} AS store (TYPE duckdb, {mode})")
        known = {name for (name,) in database.rows(_KNOWN)}
    except duckdb.Error as error:
        raise UsageError(f"{what}: {_reason(error)}") from error
    if known and "copydesk_store" not in known:
        raise UsageError(f"{what}: a database, but no store of copydesk's")
    if known:
        ((version,),) = database.rows("SELECT version FROM store.copydesk_store")
        if version != VERSION:
            raise UsageError(f"{what}: of version {version}, not {VERSION}")
    return bool(known)


def _recalled(tables: Duck, name: str, which: str, wanted: Collection[str] = tuple(features.ARTICLES)) -> None:
    """The articles of a drop go into a table; columns that an older copydesk did not know stay empty."""
    columns = ", ".join(f"{what} AS {one}" for one, what in _known_columns(tables.shown(), wanted).items())
    drop = f"(SELECT drop_name FROM store.runs WHERE {which})"
    tables.fill(name, f"SELECT {columns} FROM store.articles a WHERE a.drop_name = {drop}")


def _seen(tables: Duck, number: int) -> None:
    """The articles of all drops before one as they lie in the store: nothing is copied."""
    database = tables.shown()
    known = {**_known_columns(database, features.ARTICLES), "key": "a.rowid"}
    columns = ", ".join(f"{what} AS {one}" for one, what in known.items())
    database.run(
        f"CREATE OR REPLACE VIEW past AS SELECT r.drop_name AS drop_name, r.number AS number, {columns} "
        f"FROM store.articles a JOIN store.runs r ON a.drop_name = r.drop_name WHERE r.number < {number}"
    )


def _known_columns(database: Database, wanted: Collection[str]) -> dict[str, str]:
    """What each column of the articles is in the store; nothing where it is not known there, or not wanted."""
    there = _columns(database, "articles")
    return {
        one: f"a.{one}" if one in there and one in wanted else f"CAST(NULL AS {_sql(kind)})"
        for one, kind in features.ARTICLES.items()
    }


def _columns(database: Database, name: str) -> set[str]:
    ask = "SELECT column_name FROM duckdb_columns() WHERE database_name = 'store' AND table_name ="
    return {column for (column,) in database.rows(f"{ask} {quoted(name)}")}


def _sql(kind: str) -> str:
    """DuckDB's name of an Arrow type."""
    if kind.startswith("list<"):
        return f"{_sql(kind[5:-1])}[]"
    return {"string": "VARCHAR", "int64": "BIGINT", "int32": "INTEGER", "date32": "DATE", "bool": "BOOLEAN"}[kind]


_KNOWN = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'store' ORDER BY 1"


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


def finding_row(one: Finding, drop: str) -> tuple[Any, ...]:
    """A finding as a row of ``FINDINGS``."""
    return (
        drop,
        one.fingerprint,
        one.rule,
        one.code,
        one.severity.value,
        valid(one.location.path),
        one.location.record,
        valid(one.article_id) or None,
        one.source and valid(one.source),
        one.field,
        one.span.line if one.span else None,
        valid(one.message),
        [*map(valid, one.articles)],
        one.articles_total,
    )
