"""What was seen, where, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from validator.model.place import Span

Origin: TypeAlias = Literal["record", "text", "html", "url"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sighting: ``quote`` as found, never cleaned; ``span`` in the text, or ``locator`` (``$.date``)."""

    origin: Origin
    quote: str
    span: Span | None = None
    locator: str | None = None

    def __reduce__(self) -> tuple[type[Evidence], tuple[Origin, str, Span | None, str | None]]:
        return Evidence, (self.origin, self.quote, self.span, self.locator)

    @property
    def declared(self) -> bool:
        """Whether the record or the page's metadata say it, and not the text."""
        return self.origin in ("record", "html")


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value with everything that speaks for it.

    Nothing seen: the fact is missing. Seen without a value: it is there and cannot be read.
    """

    value: T | None = None
    seen: tuple[Evidence, ...] = ()

    @property
    def missing(self) -> bool:
        return not self.seen
