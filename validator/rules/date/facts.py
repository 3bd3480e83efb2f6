"""What several rules about dates ask of an article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import date as Day
from functools import lru_cache

from validator.model.article import BODY_ROLES, Article, Dated, DateRole, Line, Moment, Precision, Role
from validator.model.nulls import says_nothing

FIELDS = {DateRole.PUBLISHED: "date", DateRole.MODIFIED: "date_modified", DateRole.CRAWL: "crawled_at"}
NAMES = {DateRole.PUBLISHED: "publication", DateRole.MODIFIED: "modification", DateRole.CRAWL: "collection"}
_TOLD = BODY_ROLES | {Role.CAPTION, Role.CREDIT, Role.TITLE}
_ZEROS = ("0000-00-00", "0001-01-01", "00/00/0000", "01/01/0001", "00.00.0000")
_ARCHIVES = ("ark:", "archi", "historic", "/hist/", "newspapers", "zeitungen", "zeitpunkt")


def line_of(article: Article, dated: Dated) -> Line | None:
    """The line that a date stands in; None for a date of the record or the URL."""
    span = dated.evidence.span
    return article.lines[span.line - 1] if span and dated.evidence.origin == "text" else None


def in_header(article: Article, dated: Dated) -> bool:
    """Whether a date stands on a line of its own, not within a sentence, a caption or a title."""
    line = line_of(article, dated)
    return dated.evidence.printed or (line is not None and line.role not in _TOLD)


def stated(article: Article, role: DateRole) -> Iterator[Dated]:
    """The readable dates of a role that the record or the header states, none out of a sentence."""
    for one in article.dates:
        if one.role is role and one.moment and (one.evidence.declared or in_header(article, one)):
            yield one


def declared(article: Article) -> Iterator[Dated]:
    """The dates that the record itself declares with a value, readable or not."""
    for one in article.dates:
        if one.evidence.declared and not says_nothing(one.evidence.quote):
            yield one


def unread(article: Article) -> bool:
    """Whether a publication date is stated that no calendar or parser can read."""
    return any(
        one.role is DateRole.PUBLISHED and one.problem and not says_nothing(one.evidence.quote) for one in article.dates
    )


@lru_cache(maxsize=4096)
def start(moment: Moment) -> datetime:
    """The first instant that a moment may mean, in UTC; a time without offset is taken for UTC."""
    day = (moment.value + "-01-01")[:10] if moment.day is None else moment.value
    value = datetime.fromisoformat(day)
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def day(value: str) -> Day:
    """The calendar day of a moment's value."""
    return Day.fromisoformat(value[:10])


def is_sentinel(quote: str) -> bool:
    """Whether a declared value is a database's way of writing no date (``0000-00-00``)."""
    return quote.strip().startswith(_ZEROS)


def to_the_day(moment: Moment | None) -> bool:
    return moment is not None and moment.precision not in (Precision.YEAR, Precision.MONTH)


def from_archive(article: Article) -> bool:
    """Whether the URL or the id points into a digitised archive, where old dates are right."""
    places = [article.url.value or "", article.id]
    return any(word in place.lower() for place in places for word in _ARCHIVES)
