"""DAT008: the date is a computer's zero."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from validator.model.article import Article, Dated, Moment
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_ZEROS = tuple(datetime(year, 1, 1, tzinfo=UTC) for year in (1600, 1601, 1900, 1904, 1970, 1980))
_OLD = {str(zero.date()) for zero in _ZEROS} | {str((zero - timedelta(days=1)).date()) for zero in _ZEROS}
_FARTHEST = timedelta(hours=14)


class EpochDefault(ArticleRule):
    """A date must not be the instant from which software counts.

    1970-01-01T00:00:00Z and its like stand where a date was empty; through time zones the day before
    does too. A day without a time counts only for articles of the web: an archive may hold the issue
    of 1 January 1900.
    """

    code = "DAT008"
    severity = Severity.ERROR
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good(
            {"text": "1 января 1970 года начали считать секунды.", "date": "2025-05-14", "url": "https://example.org/a"}
        ),
        good({"text": "Die Stadt begrüßt das neue Jahrhundert.", "date": "1900-01-01"}),
        good({"text": "The council met.", "date": "1970-01-01", "url": "https://archive.example.org/ark:/12148/b1"}),
        good({"text": "Le conseil a voté.", "date": "1970-01-01T18:25:00Z", "url": "https://example.org/a"}),
        bad({"text": "Sperrung der A 4.", "date": "1970-01-01T00:00:00Z"}, at=("1970-01-01T00:00:00Z",)),
        bad({"text": "The council met.", "date": "1969-12-31T19:00:00-05:00"}, at=("1969-12-31T19:00:00-05:00",)),
        bad({"text": "市议会通过预算。", "date": 0}, at=("0",)),
        bad(
            {"text": "Sevilla multará.", "date": "1970-01-01", "url": "https://example.org/sevilla"}, at=("1970-01-01",)
        ),
        bad({"text": "Le conseil a voté.", "date": "0000-00-00 00:00:00"}, at=("0000-00-00 00:00:00",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for one in article.dates:
            if one.role in facts.FIELDS and one.label and self._is_zero(article, one):
                yield self.finding(
                    "the date is a computer's zero, not a day on which anything was published", article, [one.evidence]
                )

    def _is_zero(self, article: Article, one: Dated) -> bool:
        if one.moment is None:
            return one.evidence.declared and facts.is_sentinel(one.evidence.quote)
        if one.moment.value[:10] not in _OLD:
            return False
        if "T" in one.moment.value:
            return _instant(one.moment)
        of_the_web = not article.url.missing or "crawled_at" in article.declared
        return of_the_web and not facts.from_archive(article)


def _instant(moment: Moment) -> bool:
    """Whether a time is the zero itself, a second before it, or, without an offset, that hour in some time zone."""
    found = facts.start(moment)
    near = [found - zero for zero in _ZEROS if abs(found - zero) <= _FARTHEST]
    if not near:
        return False
    return near[0] in (timedelta(0), timedelta(seconds=-1)) or (
        not moment.zoned and found.minute == 0 and found.second == 0
    )
