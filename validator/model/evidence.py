"""What was seen, where, and what follows from it."""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

from validator.model.place import Span

Origin: TypeAlias = Literal["record", "text", "html", "url"]
T = TypeVar("T")

HEADER = "header"  # the locator of what a page prints between its headline and its text
FIGURES = "figures"  # of its figures between two paragraphs, those that stand together in one string
SIGNATURE = "signature"  # of whom it names right below its text
CAPTIONS = "captions"  # of what it prints below the pictures of its article
FOOT = "foot"  # of what it prints right below its text
AUTHOR_METAS = 'meta[name="author"]'  # of its authors, one in each
AUTHOR_LINKS = "//a[contains(concat('"  # of the names that lead to the pages of its authors


class Evidence(Struct, frozen=True):
    """One sighting: ``quote`` as found, never cleaned; ``span`` in the text, or ``locator`` (``$.date``)."""

    origin: Origin
    quote: str
    span: Span | None = None
    locator: str | None = None

    @property
    def declared(self) -> bool:
        """Whether the record or the page's metadata say it, and not the text or the page's header."""
        return self.origin in ("record", "html") and not self.printed

    @property
    def printed(self) -> bool:
        """Whether the page shows it above its text."""
        return self.origin == "html" and self.locator == HEADER


class Fact(Struct, Generic[T], frozen=True):
    """A value with everything that speaks for it.

    Nothing seen: the fact is missing. Seen without a value: it is there and cannot be read.
    """

    value: T | None = None
    seen: tuple[Evidence, ...] = ()

    @property
    def missing(self) -> bool:
        return not self.seen
