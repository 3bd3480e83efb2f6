"""A record while it is repaired: what its file holds of it, and edits of its strings and values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.fields import to_record
from validator.regex import regex

Path: TypeAlias = tuple[str | int, ...]
_LOCATOR = regex(r"\$\.(.+?)((?:\[\d+\]|\.name)*)", re.DOTALL)
_STEP = regex(r"\[(\d+)\]|\.(name)")


class Edit(Struct, frozen=True):
    """``after`` in the place of ``[start:end]`` of the string at ``path``, of the whole value where ``start`` is None.

    None for a value stands for null or, where the format knows no null, for nothing.
    """

    path: Path
    after: Any
    start: int | None = None
    end: int = 0


class Draft(Struct, frozen=True):
    """A record's data under its producer's names.

    ``able`` tells whether the format can hold a value at a path, ``nulls`` whether it knows null, ``encoding``
    which letters it can write; ``empty`` are names that stand in it without a value.
    """

    data: Mapping[str, Any]
    location: Location
    names: FieldNames
    able: Callable[[Path, Any], bool]
    nulls: bool = True
    encoding: str = "utf-8"
    problems: tuple[Problem, ...] = ()
    empty: tuple[str, ...] = ()

    def record(self) -> Record:
        return to_record(self.data, self.location, self.names, self.problems)

    @property
    def text(self) -> Path:
        """Where the article's text stands."""
        return (self._alias("text"),)

    def named(self, field: str) -> Path:
        """The path of one of the house's fields: where it is declared, else the first name in the record map."""
        return (self._alias(field),)

    def _alias(self, field: str) -> str:
        present = self.names.placed(self.data).get(field, [])
        filled = [one for one in present if self.data[one] not in (None, "")]
        return (filled or present or self.names.placed(self.empty).get(field) or self.names[field])[0]

    def value(self, path: Path) -> Any:
        """What stands at a path; None where nothing does."""
        found: Any = self.data
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def can(self, edit: Edit) -> bool:
        """Whether the format can hold what an edit puts there."""
        if isinstance(edit.after, str):
            try:
                edit.after.encode(self.encoding)
            except UnicodeEncodeError:
                return False
        return self.able(edit.path, edit.after)

    def with_edits(self, edits: Iterable[Edit]) -> Draft:
        """The draft after edits that do not overlap."""
        data: Any = self.data
        for edit in sorted(edits, key=lambda one: one.start or 0, reverse=True):
            data = _put(data, edit.path, edit, nulls=self.nulls)
        return replace(self, data=data)


class Job(Struct, frozen=True):
    """A file to be repaired: its path, the names that fields have in it, and what repairs one record."""

    path: str
    names: FieldNames
    mend: Callable[[Draft], Draft]

    def place(self, record: int | None = None, line: int | None = None) -> Location:
        return Location(self.path, record, line)


def path_of(locator: str | None) -> Path | None:
    """The path of a declared value (``$.author[0].name``); None for what the record does not hold itself."""
    match = _LOCATOR.fullmatch(locator or "")
    if match is None:
        return None
    steps = (int(at) if at else name for at, name in _STEP.findall(match[2]))
    return (match[1], *steps)


def _put(holder: Any, path: Path, edit: Edit, *, nulls: bool) -> Any:
    """A copy of an object, list or string with an edit at a path within it; the rest is shared."""
    if not path:
        return edit.after if edit.start is None else holder[: edit.start] + edit.after + holder[edit.end :]
    step: Any = path[0]
    copy: Any = list(holder) if isinstance(holder, list) else dict(holder)
    inner = copy[step] if isinstance(copy, list) else copy.get(step)
    value = _put(inner, path[1:], edit, nulls=nulls)
    if value is None and not nulls and isinstance(copy, dict):
        copy.pop(step, None)
    else:
        copy[step] = value
    return copy
