"""What was found in a piece before: kept by the hash of its bytes and of everything that decides the answer."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, answer BLOB) WITHOUT ROWID"
_LARGEST = 1 << 31  # bytes, beyond which the file is begun anew


class Cache:
    """Answers by key in one SQLite file. A cache that cannot be used holds nothing, and is no error."""

    def __init__(self, folder: str, question: bytes) -> None:
        self._question = question
        self._connection = _opened(Path(folder))

    def key(self, *parts: bytes) -> bytes:
        """The hash of a question and of what is asked about."""
        digest = blake2b(self._question, digest_size=16)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.digest()

    def get(self, key: bytes) -> bytes | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT answer FROM found WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._connection = None
            return None
        return row[0] if row else None

    def put(self, answers: list[tuple[bytes, bytes]]) -> None:
        if self._connection is None or not answers:
            return
        try:
            self._connection.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", answers)
        except sqlite3.Error:
            self._connection = None

    def close(self) -> None:
        if self._connection is not None:
            try:
                self._connection.commit()
            except sqlite3.Error:
                self._connection.rollback()
            self._connection.close()
            self._connection = None


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
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            return _connected(path)
    except (OSError, sqlite3.Error):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    connection.execute("PRAGMA journal_mode = WAL")  # desks read while the run writes
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_TABLE)
    return connection
