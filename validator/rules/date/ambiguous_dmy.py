"""DAT005: the day and the month of a numeric date can be swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from validator.model.article import Article, Dated, DateRole, Moment
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts

_NUMERIC = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])", re.ASCII)
_DAY_FIRST = frozenset("uk ie au nz in za ng ke gh pk bd lk sg my hk mt cy jm tt".split())
_MONTH_FIRST = frozenset({"us", "gov", "edu", "mil", "pr"})


class AmbiguousDmy(ArticleRule):
    """A numeric date must tell which number is the month.

    03/04/2025 is 3 April in London and 4 March in New York. Settled by, in this order: another date of
    the article, the weekday, a date beside it with a part over 12, the time of collection, the language
    and the country. What is left is a guess, and half of the guesses are wrong by months.
    """

    code = "DAT005"
    severity = Severity.WARNING
    examples = (
        good(
            {
                "text": "The council met.",
                "date": "03/04/2025",
                "language": "en",
                "url": "https://example.org/2025/04/03/a",
            }
        ),
        good({"text": "The council met.", "date": "03/04/2025", "language": "en-GB"}),
        good(
            {"text": "The council met.", "date": "03/04/2025", "language": "en", "url": "https://www.example.co.uk/a"}
        ),
        good({"text": "Der Rat hat getagt.", "date": "03.04.2025", "language": "en"}),
        good({"text": "Le conseil a voté.", "date": "03/04/2025", "language": "fr"}),
        good({"text": "The council met.", "date": "04/04/2025", "language": "en"}),
        good({"text": "The council met.", "date": "03/11/2025", "language": "en", "crawled_at": "2025-04-02"}),
        bad({"text": "古镇灯会吸引了大批游客。", "date": "03/04/2025", "language": "zh"}, at=("03/04/2025",)),
        bad(
            {"text": "The council met.", "date": "05/06/2025", "language": "en", "crawled_at": "2025-07-20"},
            at=("05/06/2025",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for role in (DateRole.PUBLISHED, DateRole.MODIFIED):
            for one in facts.stated(article, role):
                moment = one.moment
                if moment and moment.other and not _settled(article, one, moment):
                    message = f"either {moment.value[:10]} or {moment.other[:10]}"
                    yield self.finding(message, article, [one.evidence])


def _settled(article: Article, one: Dated, moment: Moment) -> bool:
    return (
        _said_elsewhere(article, one, moment)
        or _order_elsewhere(article, one)
        or _not_yet(article, moment)
        or _custom(article)
    )


def _said_elsewhere(article: Article, one: Dated, moment: Moment) -> bool:
    """Another date that is one of the readings and has itself only one."""
    readings = {moment.value[:10], (moment.other or "")[:10]}
    roles = (DateRole.PUBLISHED, DateRole.MODIFIED, DateRole.URL)
    return any(
        other is not one
        and other.role in roles
        and other.moment
        and not other.moment.other
        and other.moment.value[:10] in readings
        for other in article.dates
    )


def _order_elsewhere(article: Article, one: Dated) -> bool:
    """A numeric date with the same separator of which one part is over 12."""
    separator = "/" if "/" in one.evidence.quote else "-"
    values = [other.evidence.quote for other in article.dates if other is not one]
    found = [match for text in (article.text, *values) for match in _NUMERIC.finditer(text) if match[2] == separator]
    return any(max(int(match[1]), int(match[3])) > 12 for match in found)


def _not_yet(article: Article, moment: Moment) -> bool:
    """One reading lies after the time of collection, the other before it."""
    collected = article.collected.value
    if collected is None or collected.day is None or moment.other is None:
        return False
    now = collected.value[:10]
    return (moment.value[:10] > now) != (moment.other[:10] > now)


def _custom(article: Article) -> bool:
    """A region in the declared language, or a country in the URL, where only one order is in use."""
    region = re.split(r"[-_]", (article.language.declared or "").lower())
    host = (urlsplit(article.url.value or "").hostname or "") if not article.url.missing else ""
    country = {"gb": "uk"}.get(region[-1], region[-1]) if len(region) > 1 else host.rsplit(".", 1)[-1]
    return country in _DAY_FIRST or country in _MONTH_FIRST
