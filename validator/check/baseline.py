"""The baseline: findings accepted as they are, so that only new ones are reported."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from validator.errors import ConfigError
from validator.lexicons.fold import valid
from validator.model.finding import Finding
from validator.model.report import Known

_UNREADABLE = "schema.unreadable"


class Entry(BaseModel):
    """One accepted finding: its fingerprint, and for the reader what it says; ``count`` is how often it is there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal[1]
    tool: Literal["copydesk"]
    findings: tuple[Entry, ...]


class Baseline:
    """The accepted findings of a file, and how many of each this run has found."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self._accepted: Counter[str] = Counter()
        for one in entries:
            self._accepted[one.fingerprint] += one.count
        self._found: Counter[str] = Counter()
        self._unread: set[str] = set()

    @property
    def entries(self) -> list[dict[str, Any]]:
        """What the file holds, as it is written."""
        return [_shape(one) for one in self._entries]

    def new(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that were not accepted; the others are remembered as found."""
        self._unread.update(one.location.path for one in findings if one.rule == _UNREADABLE)
        return [one for one in findings if not self._knows(one.fingerprint)]

    def _knows(self, fingerprint: str) -> bool:
        known = self._found[fingerprint] < self._accepted[fingerprint]
        if known:
            self._found[fingerprint] += 1
        return known

    def stale(self, asked: Sequence[str], judged: Callable[[str], bool]) -> tuple[Known, ...]:
        """What was accepted and is not found any more.

        Nobody knows of rules that were not asked, nor of files that were not ``judged`` or could not be read.
        """
        return tuple(
            Known(one.rule, one.article, one.fingerprint, one.message, gone)
            for one in self._entries
            if one.rule in asked
            and (gone := one.count - self._found[one.fingerprint]) > 0
            and all(path not in self._unread and judged(path) for path in one.paths)
        )

    def without(self, stale: Iterable[Known]) -> Iterator[bytes]:
        """The file without what is stale: never more than it was."""
        gone = {one.fingerprint: one.count for one in stale}
        left = [(one, one.count - gone.get(one.fingerprint, 0)) for one in self._entries]
        return _lines([one.model_copy(update={"count": count}) for one, count in left if count])


def read(path: str) -> Baseline:
    """A baseline from its file. Raises ConfigError with one line."""
    try:
        accepted = Accepted.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise ConfigError(f"baseline {path}: {(error.strerror or str(error)).lower()}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = first["msg"][:1].lower() + first["msg"][1:]
        raise ConfigError(f"baseline {path}: {where + ': ' if where else ''}{message}") from error
    return Baseline(accepted.findings)


def accepting(findings: Iterable[Finding], paths: Sequence[str]) -> Iterator[bytes]:
    """The file that accepts findings, one a line, in an order that the input's does not change.

    ``paths`` are what was given to be judged.
    """
    counts: Counter[str] = Counter()
    files: defaultdict[str, set[str]] = defaultdict(set)
    entries: dict[str, Entry] = {}
    for one in findings:
        fingerprint = one.fingerprint
        counts[fingerprint] += 1
        files[fingerprint].update(map(valid, [one.location.path] if one.location.path else paths))
        entry = Entry(
            rule=one.rule,
            article=one.article_id or one.source,
            fingerprint=fingerprint,
            message=valid(one.message),
        )
        known = entries.setdefault(fingerprint, entry)
        if entry.message < known.message:
            entries[fingerprint] = entry
    return _lines([
        one.model_copy(update={"count": counts[name], "paths": tuple(sorted(files[name]))})
        for name, one in entries.items()
    ])  # fmt: skip


def _lines(entries: Iterable[Entry]) -> Iterator[bytes]:
    ordered = sorted(entries, key=lambda one: (one.rule, one.article or "", one.fingerprint))
    yield b'{"schema_version": 1, "tool": "copydesk", "findings": ['
    for at, one in enumerate(ordered):
        shape = _shape(one)
        yield (",\n" if at else "\n").encode() + json.dumps(shape, ensure_ascii=False).encode("utf-8", "replace")
    yield b"\n]}\n"


def _shape(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude_defaults=True) | {"message": entry.message}
