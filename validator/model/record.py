"""A record as it was read, before anybody has thought about it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from validator.model.evidence import Origin
from validator.model.place import Location


class Declared(Struct, frozen=True):
    """One field of a record: its value as read, the path to it (``$.date``), and what holds it."""

    value: Any
    locator: str
    origin: Origin = "record"

    def strings(self) -> Iterator[tuple[str, str]]:
        """Every string of the value with its path: itself, those of a list, an object's ``name`` (schema.org)."""
        return _strings(self.value, self.locator)


def _strings(value: Any, locator: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and (listed := _listed(value)):
        value = listed
    if isinstance(value, str):
        yield value, locator
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _strings(one, f"{locator}[{at}]")
    elif isinstance(value, dict):
        yield from _strings(value.get("name"), f"{locator}.name")


def _listed(text: str) -> list[str]:
    """The strings of a list that a table's cell holds written out (``['Jane Roe', 'Li Wei']``); none of other text."""
    if not (text.startswith(("['", '["')) and text.endswith("]")):
        return []
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else []


def shown(sightings: Iterable[tuple[str, Declared]], place: str) -> Sequence[str]:
    """The lines that a page shows at a place (``evidence.HEADER``); none where it shows none."""
    return next((one.value for name, one in sightings if name == place), ())


class Problem(Struct, frozen=True):
    """Why something could not be read, as a finding of the family ``schema`` or ``encoding`` will say it."""

    rule: str
    message: str
    quote: str = ""
    locator: str | None = None


def of_ours(error: Exception) -> Problem:
    """What an article is told by that copydesk itself failed at: the run goes on, and nobody takes it for read."""
    return Problem(
        "schema.unreadable", f"copydesk could not read this, by a fault of its own; please report: {error!r}"
    )


class Record(Struct, frozen=True):
    """The text of an article and what its producer declares about it.

    ``fields`` is keyed by the house's own names (``date``, ``author``, ``url`` …); ``unknown`` holds
    the paths that no record map knows; ``sightings`` is everything that a page says of itself, the
    fields again among it. A record that could not be read has ``problems`` and no text.
    """

    location: Location
    text: str | None = None
    fields: Mapping[str, Declared] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    sightings: tuple[tuple[str, Declared], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> bool:
        return self.text is not None

    @property
    def id(self) -> str:
        """The record's own id, else its URL, else its place."""
        for name in ("id", "url"):
            declared = self.fields.get(name)
            if declared is not None and declared.value not in (None, ""):
                return str(declared.value)
        return str(self.location)
