"""The record map: which of the producers' names stands for which of the house's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Declared, Problem, Record

_NAMED = frozenset({"outlet", "photo_credit", "title"})


def to_record(
    data: Mapping[str, Any], location: Location, names: FieldNames, problems: tuple[Problem, ...] = ()
) -> Record:
    """A parsed object as a record; of several names for one field the first in the map's order that is filled counts.

    A name with points (``meta.author``) that the object does not bear itself is a way into the objects that it holds.
    """
    fields: dict[str, Declared] = {}
    entered: set[str] = set()
    top = data
    if names.deep and (holders := {name for name, value in data.items() if isinstance(value, dict)}):
        inside, entered = _inside(data, holders, names)
        data = {**data, **inside} if inside else data
    for field, present in _by_value(names.placed(data), data).items():
        filled = [name for name in present if data[name] not in (None, "")]
        name = (filled or present)[0]
        fields[field] = _declared(field, data[name], f"$.{name}")
    text = fields.pop("text", None)
    value = text.value if text and isinstance(text.value, str) else ""
    if text is not None and not isinstance(text.value, str) and text.value is not None:
        fields["text"] = text
    unknown = tuple(f"$.{name}" for name in top if name not in entered and names.place(name) is None)
    return Record(location, value, fields, unknown, problems=problems)


def _inside(data: Mapping[str, Any], holders: set[str], names: FieldNames) -> tuple[dict[str, Any], set[str]]:
    """What stands at the map's names with points, and the objects that these lead into."""
    found: dict[str, Any] = {}
    entered: set[str] = set()
    for alias in (alias for alias in names.deep if alias not in data):
        outer, *steps = alias.split(".")
        if outer in holders:
            entered.add(outer)
            value = data[outer]
            for step in steps:
                value = value.get(step) if isinstance(value, dict) else None
            if value is not None:
                found[alias] = value
    return found, entered


def _by_value(placed: dict[str, list[str]], data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The names by field, one for an outlet that holds an address as the URL's where it has none (trafilatura's)."""
    addresses = [name for name in placed.get("outlet", ()) if is_address(data[name])]
    if not addresses or any(data[name] for name in placed.get("url", ())):
        return placed
    outlets = [name for name in placed["outlet"] if name not in addresses]
    rest = {field: present for field, present in placed.items() if field != "outlet"}
    return {**rest, **({"outlet": outlets} if outlets else {}), "url": addresses}


def is_address(value: Any) -> bool:
    """Whether a value is an address on the web."""
    return isinstance(value, str) and value.startswith(("https://", "http://"))


def _declared(field: str, value: Any, locator: str) -> Declared:
    """A field's value; of an object for a text (schema.org's publisher) its ``name``."""
    named = field in _NAMED or (field == "language" and isinstance(value, dict) and "@type" in value)
    if isinstance(value, dict) and named and isinstance(value.get("name"), str):
        return Declared(value["name"], f"{locator}.name")
    return Declared(value, locator)


def doubled(columns: Sequence[str]) -> Iterator[Problem]:
    """The names that stand over several columns of a table."""
    if len({*columns}) == len(columns):
        return
    for name in dict.fromkeys(columns):
        if name and columns.count(name) > 1:
            message = f"{columns.count(name)} columns are called {name}; the last one that is filled was taken"
            yield Problem("schema.duplicate_key", message, name, f"$.{name}")
