"""The baseline: findings accepted as they are, so that only new ones are reported."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from validator.errors import ConfigError
from validator.lexicons.fold import valid
from validator.model.finding import Finding
from validator.model.report import Known

_UNREADABLE = "schema.unreadable"
_HEAD, _TAIL = b'{"schema_version": 1, "tool": "copydesk", "findings": [', b"\n]}\n"
_ENTRIES = """
    SELECT rule, max(article), fingerprint, sum(n), min(message), json_group_array(DISTINCT path) FROM found
    GROUP BY rule, fingerprint ORDER BY rule, coalesce(max(article), ''), fingerprint
"""


class Entry(BaseModel):
    """One accepted finding: its fingerprint, and for the reader what it says; ``count`` is how often it is there."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    rule: str
    article: str | None = Field(description="The article's id, of a finding about many the source's name.")
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    count: Annotated[int, Field(ge=1)] = 1
    message: str = ""
    paths: tuple[str, ...] = Field(
        default=(), description="The files that bear it; of a finding about many, what was given to be judged."
    )
    comment: str = Field(default="", description="Why it is accepted, by whoever did.")


class Accepted(BaseModel):
    """What ``copydesk baseline`` writes."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    schema_version: Literal[1]
    tool: Literal["copydesk"]
    findings: tuple[Entry, ...]


class Baseline:
    """The accepted findings, and how many of each this run has found.

    ``entries`` are gone through more than once, and not kept: a file of them may be larger than memory.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self._left: dict[int, int] = {}  # fingerprint -> how many may still be found
        self._several: dict[int, int] = {}  # what several entries accept together
        for one in entries:
            name = int(one.fingerprint, 16)
            if name in self._left:
                self._several[name] = self._left[name] + one.count
            self._left[name] = self._left.get(name, 0) + one.count
        self._unread: set[str] = set()

    @property
    def entries(self) -> list[dict[str, Any]]:
        """What the file holds, as it is written."""
        return [_shape(one) for one in self._entries]

    def new(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that were not accepted; the others are remembered as found."""
        self._unread.update(one.location.path for one in findings if one.rule == _UNREADABLE)
        return [one for one in findings if not self._knows(int(one.fingerprint, 16))]

    def _knows(self, name: int) -> bool:
        left = self._left.get(name, 0)
        if left:
            self._left[name] = left - 1
        return left > 0

    def stale(self, asked: Sequence[str], judged: Callable[[str], bool]) -> tuple[Known, ...]:
        """What was accepted and is not found any more.

        Nobody knows of rules that were not asked, nor of files that were not ``judged`` or could not be read.
        """
        rules = frozenset(asked)
        if not any(self._left.values()):
            return ()
        return tuple(
            Known(one.rule, one.article, one.fingerprint, one.message, gone)
            for one in self._entries
            if one.rule in rules
            and (gone := self._gone(one)) > 0
            and all(path not in self._unread and judged(path) for path in one.paths)
        )

    def _gone(self, one: Entry) -> int:
        name = int(one.fingerprint, 16)
        return one.count + self._left[name] - self._several.get(name, one.count)

    def without(self, stale: Iterable[Known]) -> Iterator[bytes]:
        """The file without what is stale: never more than it was."""
        gone = {one.fingerprint: one.count for one in stale}
        left = ((one, one.count - gone.get(one.fingerprint, 0)) for one in self._entries)
        return _lines(one.model_copy(update={"count": count}) for one, count in left if count)


class _Lines:
    """The entries of a file as copydesk writes it, one a line. Raises ValueError where it is written otherwise."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __iter__(self) -> Iterator[Entry]:
        with open(self._path, "rb") as lines:
            if lines.readline() != _HEAD + b"\n":
                raise ValueError(_HEAD)
            more = None
            for line in lines:
                if line == b"]}\n" and not more and not lines.read(1):
                    return
                if more is False:
                    break
                more = line.endswith(b",\n")
                yield Entry.model_validate_json(line.removesuffix(b",\n"))
        raise ValueError(_TAIL)


def read(path: str) -> Baseline:
    """A baseline from its file. Raises ConfigError with one line."""
    try:
        return _read(path)
    except OSError as error:
        raise ConfigError(f"baseline {path}: {(error.strerror or str(error)).lower()}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = first["msg"][:1].lower() + first["msg"][1:]
        raise ConfigError(f"baseline {path}: {where + ': ' if where else ''}{message}") from error


def _read(path: str) -> Baseline:
    """Raises OSError, ValidationError."""
    try:
        return Baseline(_Lines(path))
    except ValueError:  # whoever has written it: it is read whole
        return Baseline(Accepted.model_validate_json(Path(path).read_bytes()).findings)


def accepting(findings: Iterable[Finding], paths: Sequence[str]) -> Iterator[bytes]:
    """The file that accepts findings, one a line, in an order that the input's does not change.

    ``paths`` are what was given to be judged. The findings are put in order on disk: there may be millions.
    """
    import sqlite3

    with closing(sqlite3.connect("")) as aside:  # a file without a name, which goes with the connection
        aside.execute("CREATE TABLE found (rule TEXT, article TEXT, fingerprint TEXT, message TEXT, path TEXT, n INT)")
        aside.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)", _rows(findings, paths))
        yield from _lines(
            Entry(
                rule=rule,
                article=article,
                fingerprint=fingerprint,
                count=count,
                message=message,
                paths=tuple(sorted(json.loads(files))),
            )
            for rule, article, fingerprint, count, message, files in aside.execute(_ENTRIES)
        )


def _rows(findings: Iterable[Finding], paths: Sequence[str]) -> Iterator[tuple[str | int | None, ...]]:
    """A row for every file that bears a finding, the first of which counts it."""
    for one in findings:
        article = one.article_id or one.source
        told = one.rule, article and valid(article), one.fingerprint, valid(one.message)
        for at, path in enumerate([one.location.path] if one.location.path else paths):
            yield *told, valid(path), int(at == 0)


def _lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    yield _HEAD
    for at, one in enumerate(entries):
        shape = _shape(one)
        yield (",\n" if at else "\n").encode() + json.dumps(shape, ensure_ascii=False).encode("utf-8", "replace")
    yield _TAIL


def _shape(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude_defaults=True) | {"message": entry.message}
