"""Plain text and Markdown: one file is one article; what stands in a front matter of YAML, it declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.decode import decode
from validator.read.fields import to_record
from validator.read.piece import Piece

_FENCE = "---"
_MOST = 100_000  # values of a front matter
# Every value as it is written: YAML's own types make a boolean of Norwegian (``no``) and stumble over ``2025-13-02``.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """The one record of a text."""
    text, problems = decode(piece.raw)
    yield of_text(text, piece.location(), names, problems)


def of_text(text: str | None, location: Location, names: FieldNames, problems: tuple[Problem, ...] = ()) -> Record:
    """A text as a record; a front matter between two lines of ``---`` at its head becomes its fields."""
    place = front_matter(text) if text is not None else None
    if text is None or place is None:
        return Record(location, text, problems=problems)
    try:
        data: Any = values(text[slice(*place)])
    except (yaml.YAMLError, ValueError) as error:
        message = f"the front matter is not valid YAML: {' '.join(str(error).split())}"
        return Record(location, text, problems=(*problems, Problem("schema.unreadable", message)))
    if not isinstance(data, dict):
        return Record(location, text, problems=problems)
    fields = {str(key): value for key, value in data.items()}
    return to_record({**fields, "text": text[body(text, place) :]}, location, names, problems)


def front_matter(text: str) -> tuple[int, int] | None:
    """Where the front matter of a text stands, without its fences and the line end before the second one."""
    if not text.startswith(_FENCE):
        return None
    fence, _, _ = text.partition("\n")
    start = len(fence) + 1
    end = text.find(f"\n{_FENCE}", start)
    if fence.strip() != _FENCE or end < 0 or text[end + 4 : end + 5] not in ("", "\n", "\r"):
        return None
    return start, end


def _bounded(data: Any) -> Any:
    """The data themselves. Raises ValueError where aliases within aliases stand for more than memory holds."""
    waiting, seen = [data], 0
    while waiting:
        one = waiting.pop()
        seen += 1
        if seen > _MOST:
            raise ValueError(f"more than {_MOST:,} values")
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return data


def body(text: str, place: tuple[int, int]) -> int:
    """The offset at which the article's own text begins."""
    start = place[1] + 1 + len(_FENCE)
    return len(text) - len(text[start:].lstrip("\r\n"))


def values(front: str) -> Any:
    """What a front matter says, every value as it is written. Raises yaml.YAMLError, ValueError."""
    return _bounded(yaml.load(front, Loader=_LOADER))  # noqa: S506 - a loader that makes nothing but text
