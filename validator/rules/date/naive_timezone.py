"""DAT020: a time near midnight without its time zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from pydantic import Field

from validator.model.article import Article, DateRole, Moment, Precision
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_DAY = timedelta(days=1)


class NaiveTimezone(ArticleRule):
    """A publication time near midnight needs its offset from UTC.

    Without one the article falls on another day as soon as somebody reads the time as that of another
    place.
    """

    code = "DAT020"
    severity = Severity.INFO
    formal = True
    silenced_by = (*UNREADABLE, "date.epoch_default")
    examples = (
        good({"text": "The council met.", "date": "2025-05-14T23:40:00+02:00"}),
        good({"text": "Le conseil a voté.", "date": "2025-05-14T00:00:00"}),
        good({"text": "Der Rat hat getagt.", "date": "2025-05-14T12:10:00"}),
        bad({"text": "يستعد المتحف لاستقبال زواره.", "date": "2025-05-14T00:40:00"}, at=("2025-05-14T00:40:00",)),
        bad({"text": "老码头近日重新开放。", "date": "2025-05-14 23:30:00"}, at=("2025-05-14 23:30:00",)),
    )

    border: timedelta = Field(
        default=timedelta(hours=3), description="How near midnight a time must be for its day to be in doubt."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for one in facts.declared(article):
            if one.role is DateRole.PUBLISHED and one.moment and self._doubtful(one.moment):
                yield self.finding(
                    f"{one.moment.value[11:16]} without an offset: the day depends on the reader's zone",
                    article,
                    [one.evidence],
                )

    def _doubtful(self, moment: Moment) -> bool:
        if moment.zoned or moment.precision not in (Precision.MINUTE, Precision.SECOND):
            return False
        found = datetime.fromisoformat(moment.value)
        since = timedelta(hours=found.hour, minutes=found.minute, seconds=found.second)
        return bool(since) and min(since, _DAY - since) <= self.border
