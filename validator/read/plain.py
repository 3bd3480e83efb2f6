"""Plain text and Markdown: one file is one article; what stands in a front matter of YAML, it declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from validator.model.place import Location
from validator.model.record import Problem, Record
from validator.read.decode import decode
from validator.read.fields import RecordMap, to_record
from validator.read.piece import Piece

_FENCE = "---"
# Every value as it is written: YAML's own types make a boolean of Norwegian (``no``) and stumble over ``2025-13-02``.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(piece: Piece, names: RecordMap) -> Iterator[Record]:
    """The one record of a text."""
    text, problems = decode(piece.raw)
    yield of_text(text, piece.location(), names, problems)


def of_text(text: str | None, location: Location, names: RecordMap, problems: tuple[Problem, ...] = ()) -> Record:
    """A text as a record; a front matter between two lines of ``---`` at its head becomes its fields."""
    if text is None or not text.startswith(_FENCE):
        return Record(location, text, problems=problems)
    fence, _, rest = text.partition("\n")
    front, found, body = rest.partition(f"\n{_FENCE}")
    if fence.strip() != _FENCE or not found or body[:1] not in ("", "\n", "\r"):
        return Record(location, text, problems=problems)
    try:
        data: Any = yaml.load(front, Loader=_LOADER)  # noqa: S506 - a loader that makes nothing but text
    except (yaml.YAMLError, ValueError) as error:
        message = f"the front matter is not valid YAML: {' '.join(str(error).split())}"
        return Record(location, text, problems=(*problems, Problem("schema.unreadable", message)))
    if not isinstance(data, dict):
        return Record(location, text, problems=problems)
    fields = {str(key): value for key, value in data.items()}
    return to_record({**fields, "text": body.lstrip("\r\n")}, location, names, problems)
