"""The record map: which of the producers' names stands for which of the house's fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from validator.model.place import Location
from validator.model.record import Declared, Problem, Record

RecordMap = Mapping[str, tuple[str, ...]]
_NAMED = frozenset({"outlet", "photo_credit", "title"})


def to_record(
    data: Mapping[str, Any], location: Location, names: RecordMap, problems: tuple[Problem, ...] = ()
) -> Record:
    """A parsed object as a record; of several names for one field the first in the map's order counts.

    A name with points (``meta.author``) that the object does not bear itself is a way into the objects that it holds.
    """
    fields: dict[str, Declared] = {}
    known: set[str] = set()
    top = data
    if holders := {name for name, value in data.items() if isinstance(value, dict)}:
        inside, known = _inside(data, holders, names)
        data = {**data, **inside} if inside else data
    for field, aliases in names.items():
        present = [alias for alias in aliases if alias in data]
        known.update(present)
        filled = [alias for alias in present if data[alias] not in (None, "")]
        if present:
            alias = (filled or present)[0]
            fields[field] = _declared(field, data[alias], f"$.{alias}")
    text = fields.pop("text", None)
    value = text.value if text and isinstance(text.value, str) else ""
    if text is not None and not isinstance(text.value, str) and text.value is not None:
        fields["text"] = text
    unknown = tuple(f"$.{name}" for name in top if name not in known)
    return Record(location, value, fields, unknown, problems=problems)


def _inside(data: Mapping[str, Any], holders: set[str], names: RecordMap) -> tuple[dict[str, Any], set[str]]:
    """What stands at the map's names with points, and the objects that these lead into."""
    found: dict[str, Any] = {}
    entered: set[str] = set()
    for alias in (alias for aliases in names.values() for alias in aliases if "." in alias and alias not in data):
        outer, *steps = alias.split(".")
        if outer in holders:
            entered.add(outer)
            value = data[outer]
            for step in steps:
                value = value.get(step) if isinstance(value, dict) else None
            if value is not None:
                found[alias] = value
    return found, entered


def _declared(field: str, value: Any, locator: str) -> Declared:
    """A field's value; of an object for a text (schema.org's publisher) its ``name``."""
    named = field in _NAMED or (field == "language" and isinstance(value, dict) and "@type" in value)
    if isinstance(value, dict) and named and isinstance(value.get("name"), str):
        return Declared(value["name"], f"{locator}.name")
    return Declared(value, locator)
