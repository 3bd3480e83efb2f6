"""What was found in pieces before: kept by the hash of their bytes and of everything that decides the answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

_VERSION = 2  # of the tables
# A place is that of a piece among those of an answer, whose id is the hash of its bytes.
_TABLES = f"""
BEGIN IMMEDIATE;
DROP TABLE IF EXISTS found;
CREATE TABLE IF NOT EXISTS places (key BLOB PRIMARY KEY, answer BLOB, place INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (id BLOB PRIMARY KEY, answer BLOB);
PRAGMA user_version = {_VERSION};
COMMIT;
"""
_LARGEST = 1 << 31  # bytes, beyond which the file is begun anew
_AT_ONCE = 500  # keys of one query
_SIZE = 16  # bytes of a hash
Place = tuple[bytes, int]


class Cache:
    """Answers to many pieces at once in one SQLite file. A cache that cannot be used holds nothing, and is no error."""

    def __init__(self, folder: str, question: bytes) -> None:
        self._hashed = blake2b(question, digest_size=_SIZE)
        self._connection = _opened(Path(folder))

    def key(self, *parts: bytes) -> bytes:
        """The hash of a question and of what is asked about."""
        digest = self._hashed.copy()
        digest.update(b"".join(len(part).to_bytes(8, "big") for part in parts))
        for part in parts:
            digest.update(part)
        return digest.digest()

    def places(self, keys: Sequence[bytes]) -> dict[bytes, Place]:
        """In which answer, and where in it, the pieces lie that are kept under some of the keys."""
        found: dict[bytes, Place] = {}
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            ask = f"SELECT key, answer, place FROM places WHERE key IN ({','.join('?' * len(some))})"
            found.update((key, (answer, place)) for key, answer, place in self._rows(ask, some))
        return found

    def answer(self, name: bytes) -> bytes | None:
        """The answer of a name; None where it is not there, or not as it was put there."""
        for (answer,) in self._rows("SELECT answer FROM answers WHERE id = ?", (name,)):
            if isinstance(answer, bytes) and _name(answer) == name:
                return answer
        return None

    def put(self, keys: Sequence[bytes], answer: bytes) -> None:
        """The keys of some pieces, empty for those that are not to be kept, and the answer that all of them lie in."""
        name = _name(answer)
        places = [(key, name, at) for at, key in enumerate(keys) if key]
        self._written("INSERT OR REPLACE INTO answers VALUES (?, ?)", [(name, answer)])
        self._written("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", places)

    def close(self) -> None:
        if self._connection is not None:
            try:
                self._connection.commit()
            except sqlite3.Error:
                self._connection.rollback()
            self._connection.close()
            self._connection = None

    def _rows(self, ask: str, given: Sequence[bytes]) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(ask, given).fetchall()
        except sqlite3.Error:
            self._connection = None
            return []

    def _written(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if self._connection is not None:
            try:
                self._connection.executemany(statement, rows)
            except sqlite3.Error:
                self._connection = None


def _name(answer: bytes) -> bytes:
    return blake2b(answer, digest_size=_SIZE).digest()


def _opened(folder: Path) -> sqlite3.Connection | None:
    """The file of a folder, made where it is missing and made anew where it is damaged or full."""
    path = folder / "found.sqlite"
    try:
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", "utf-8")
        if path.exists() and path.stat().st_size > _LARGEST:
            path.unlink()
        try:
            return _connected(path)
        except sqlite3.OperationalError:  # held by others
            return None
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            return _connected(path)
    except (OSError, sqlite3.Error):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    connection.execute("PRAGMA journal_mode = WAL")  # desks read while the run writes
    connection.execute("PRAGMA synchronous = OFF")
    ((version,),) = connection.execute("PRAGMA user_version")
    if version != _VERSION:
        connection.executescript(_TABLES)
    return connection
