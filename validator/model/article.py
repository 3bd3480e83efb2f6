"""An article: facts with their evidence. The model is generous, the rules are strict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import Struct, field

from validator.model.evidence import Evidence, Fact
from validator.model.nulls import says_nothing
from validator.model.place import LineIndex, Location, Span
from validator.model.record import Declared, Problem

T = TypeVar("T")


class Role(StrEnum):
    """What a line is for."""

    TITLE = "title"
    LEAD = "lead"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    SUBHEAD = "subhead"
    BODY = "body"
    TAGS = "tags"
    SOURCE = "source"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


BODY_ROLES = frozenset({Role.LEAD, Role.BODY, Role.SUBHEAD})


class Line(Struct, frozen=True):
    """One line: its number from 1, the offset of its first letter, its text trimmed, role and marks.

    ``marks`` name the sections of the lexicons whose phrases the whole line is (``boilerplate.cookie``),
    ``tongues`` the languages that the phrases are from.
    """

    number: int
    start: int
    text: str
    role: Role
    marks: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Precision(StrEnum):
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class DateRole(StrEnum):
    """What a date says something about; ``render`` is the clock of the site that showed the page."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    RENDER = "render"
    CRAWL = "crawl"
    EVENT = "event"
    PHOTO = "photo"
    URL = "url"
    RELATIVE = "relative"
    UNKNOWN = "unknown"


class Moment(Struct, frozen=True):
    """A date as far as it is known: ``value`` in EDTF / ISO 8601, never padded (``2025-03``).

    ``other`` is the second reading of an ambiguous numeric date; ``form`` says how it was written.
    """

    value: str
    precision: Precision
    form: str = "iso"
    other: str | None = None
    weekday: int | None = None

    @property
    def day(self) -> dt.date | None:
        """The calendar day, None where only a month or a year is known."""
        if self.precision in (Precision.YEAR, Precision.MONTH):
            return None
        return dt.date.fromisoformat(self.value[:10])

    @property
    def zoned(self) -> bool:
        return "T" in self.value and (self.value.endswith("Z") or self.value[-6] in "+-")


class Dated(Struct, frozen=True):
    """One date or time expression seen in an article. ``moment`` is None for a relative one."""

    role: DateRole
    evidence: Evidence
    moment: Moment | None = None
    label: str = ""
    problem: Literal["", "unparseable", "impossible"] = ""


class Author(Struct, frozen=True):
    """A name as a reader would cite it; ``raw`` is the value that it was taken from."""

    value: str
    kind: Literal["person", "organisation", "agency"]
    evidence: tuple[Evidence, ...]
    role: str = ""


class Licence(Struct, frozen=True):
    """A licence by its SPDX identifier (None where it cannot be one), with the words that name it."""

    id: str | None
    quote: str
    evidence: Evidence
    problem: str = ""


class Credit(Struct, frozen=True):
    """A photo credit: its value as printed, and what it is made of."""

    value: str
    evidence: tuple[Evidence, ...]
    photographer: str | None = None
    agency: str | None = None
    platform: str | None = None
    kind: Literal["person", "agency", "account", "platform", "host", "placeholder", "staff", "unknown"] = "unknown"
    licence: Licence | None = None
    caption: str | None = None
    line: int | None = None


class Language(Struct, frozen=True):
    """BCP 47 tags: what the detector says of the body, and what the record declares.

    ``main`` is the detected language, else the declared one's primary subtag.
    """

    value: str | None = None
    confidence: float = 0.0
    declared: str | None = None
    main: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Passage(Struct, frozen=True):
    """A line of the body that is hardly in the article's main language, and how likely it still is."""

    line: Line
    language: str | None
    probability: float


class Later(Struct, frozen=True):
    """How to find what few rules ask for."""

    passages: Callable[[], tuple[Passage, ...]] = tuple
    relative: Callable[[], tuple[Dated, ...]] = tuple


class Article(Struct, frozen=True, dict=True):
    """Everything that is known of one article, each fact with its evidence.

    ``tongues`` are the languages whose lexicons it was read with; none means all of them. ``leveled`` is the text
    as phrases are looked for in it: in lower case, with plain apostrophes, spaces and hyphens, letter for letter.
    ``header`` are the lines that a page shows between its headline and its text and that the text lacks.
    """

    location: Location
    id: str
    text: str
    declared: Mapping[str, Declared] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    sightings: tuple[tuple[str, Declared], ...] = ()
    problems: tuple[Problem, ...] = ()
    leveled: str = ""
    lines: tuple[Line, ...] = ()
    header: tuple[Line, ...] = ()
    title: Fact[str] = Fact()
    authors: tuple[Author, ...] = ()
    published: Fact[Moment] = Fact()
    modified: Fact[Moment] = Fact()
    collected: Fact[Moment] = Fact()
    dates: tuple[Dated, ...] = ()
    language: Language = Language()
    tongues: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    source: Fact[str] = Fact()
    agency: Fact[str] = Fact()
    url: Fact[str] = Fact()
    later: Later = Later()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The lines of the body that are in another language than the article."""
        return self.later.passages()

    @cached_property
    def relative(self) -> tuple[Dated, ...]:
        """The dates that tell the day only to those who know the day of writing; ``dates`` has the others."""
        return self.later.relative()

    @cached_property
    def _once(self) -> dict[Any, Any]:
        return {}

    def once(self, fact: Callable[[Article], T]) -> T:
        """What ``fact`` says of this article, asked the first time and remembered for the other rules."""
        known = self._once
        if fact not in known:
            known[fact] = fact(self)
        found: T = known[fact]
        return found

    @cached_property
    def index(self) -> LineIndex:
        return LineIndex(self.text)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the article proper: lead, body and subheads."""
        return tuple(line for line in self.lines if line.role in BODY_ROLES)

    @cached_property
    def filled(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if line.role is not Role.BLANK)

    def at(self, start: int, end: int) -> Evidence:
        """The evidence ``text[start:end]``."""
        return Evidence("text", self.text[start:end], self.index.span(start, end))

    def text_of_line(self, number: int) -> str:
        """A line as it stands in the text, without its end."""
        start = self.index.start(number)
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def line(self, line: Line) -> Evidence:
        """A whole line, trimmed, as evidence."""
        start = self.index.start(line.number)
        column = line.start - start + 1
        span = Span(line.number, column, line.number, column + len(line.text))
        return Evidence("text", line.text, span)

    def field(self, name: str) -> Evidence | None:
        """What the record itself declares under one of the house's names; None where it declares nothing."""
        known = self._fields
        if name not in known:
            declared = self.declared.get(name)
            known[name] = None if declared is None else sighting(declared)
        return known[name]

    @cached_property
    def _fields(self) -> dict[str, Evidence | None]:
        return {}

    def with_role(self, *roles: Role) -> Iterator[Line]:
        return (line for line in self.lines if line.role in roles)

    def said(self, name: str) -> str | None:
        """The text that the record declares for a field, trimmed; None where it declares nothing, in a word too."""
        declared = self.declared.get(name)
        value = declared.value if declared is not None else None
        return value.strip() if isinstance(value, str) and not says_nothing(value) else None


def sighting(declared: Declared) -> Evidence:
    """What a record or a page declares, as evidence."""
    return Evidence(declared.origin, quoted(declared.value), locator=declared.locator)


def quoted(value: object) -> str:
    """A declared value as it is quoted in evidence: text as it is, anything else as Python shows it."""
    return value if isinstance(value, str) else repr(value)
