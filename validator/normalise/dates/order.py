"""Which number of a numeric date is the month, where something beside the date tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from validator.model.address import host
from validator.model.article import Article, Dated, DateRole, Moment
from validator.regex import regex

_OWN = frozenset({DateRole.PUBLISHED, DateRole.MODIFIED})
_NUMERIC = regex(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])", re.ASCII)
_DAY_FIRST = frozenset("uk ie au nz in za ng ke gh pk bd lk sg my hk mt cy jm tt".split())
_MONTH_FIRST = frozenset({"us", "gov", "edu", "mil", "pr"})


def settle(article: Article, seen: Sequence[Dated], as_of: Moment | None = None) -> list[Dated]:
    """The dates of an article, those of its publication and modification in the one reading that is right.

    Settled by, in this order: another date of the article, a date beside it with a part over 12, the time of
    collection (else ``as_of``), the country. What nothing settles keeps both readings.
    """
    return [
        replace(one, moment=_settled(article, one, one.moment, seen, as_of))
        if one.moment and one.moment.other and one.role in _OWN
        else one
        for one in seen
    ]


def _settled(article: Article, one: Dated, moment: Moment, seen: Sequence[Dated], as_of: Moment | None) -> Moment:
    now = next((other.moment for other in seen if other.role is DateRole.CRAWL and other.moment), as_of)
    readings = (
        *_said_elsewhere(one, moment, seen),
        *_in_order(moment, _order_elsewhere(article, one, seen)),
        *_not_yet(moment, now),
        *_in_order(moment, _custom(article)),
    )
    return replace(moment, value=readings[0] + moment.value[10:], other=None) if readings else moment


def _said_elsewhere(one: Dated, moment: Moment, seen: Sequence[Dated]) -> Iterator[str]:
    """The reading that another date is, which has itself only one."""
    readings = {moment.value[:10], (moment.other or "")[:10]}
    for other in seen:
        told = other.moment if other is not one and other.role in (*_OWN, DateRole.URL) else None
        if told and not told.other and told.value[:10] in readings:
            yield told.value[:10]


def _order_elsewhere(article: Article, one: Dated, seen: Sequence[Dated]) -> set[int]:
    """The places of the day in the numeric dates with the same separator of which one part is over 12."""
    separator = "/" if "/" in one.evidence.quote else "-"
    values = [other.evidence.quote for other in seen if other is not one]
    found = [match for text in (article.text, *values) for match in _NUMERIC.finditer(text) if match[2] == separator]
    return {place for match in found for place, part in enumerate((match[1], match[3])) if int(part) > 12}


def _in_order(moment: Moment, places: set[int]) -> tuple[str, ...]:
    """The reading with the day at the one place where it stands elsewhere."""
    day_first = (moment.value[:10], (moment.other or "")[:10])
    return (day_first[places.pop()],) if len(places) == 1 else ()


def _not_yet(moment: Moment, now: Moment | None) -> tuple[str, ...]:
    """The one reading that does not lie after the time of collection."""
    if now is None or now.day is None:
        return ()
    past = [value[:10] for value in (moment.value, moment.other or "") if value[:10] <= now.value[:10]]
    return (past[0],) if len(past) == 1 else ()


def _custom(article: Article) -> set[int]:
    """The place of the day where a region in the declared language, or a country in the URL, has one order only."""
    region = re.split(r"[-_]", (article.language.declared or "").lower())
    country = region[-1] if len(region) > 1 else host(article.url.value).rpartition(".")[2]
    country = {"gb": "uk"}.get(country, country)
    return {place for place, known in enumerate((_DAY_FIRST, _MONTH_FIRST)) if country in known}
