"""DAT007: the article was published after it was collected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_CRAWLED = "2025-05-15T06:00:00Z"


class Future(ArticleRule):
    """An article cannot be published after it was collected.

    Most such dates are a day and a month in the wrong order, a mistyped year or an event's date. They
    push an article past the end of any split by time and leak tomorrow's news into yesterday's data.
    """

    code = "DAT007"
    severity = Severity.ERROR
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "Das Konzert findet am 17. Mai 2026 statt.", "date": "2025-05-14", "crawled_at": _CRAWLED}),
        good({"text": "The strike begins at midnight.", "date": "2025-05-16T09:00:00+12:00", "crawled_at": _CRAWLED}),
        good({"text": "Le conseil a voté.", "date": "2052-05-14"}),
        good({"text": "The council met.", "date": "05/06/2025", "language": "en", "crawled_at": "2025-05-10"}),
        good(
            {
                "text": "The keeper's lamp\n\nIssue of 22 May 2025\n\nThe keeper lit the lamp for the last time.",
                "date": "2025-05-14",
                "crawled_at": _CRAWLED,
            }
        ),
        bad(
            {"text": "Форум прошёл в Измаиле.", "date": "2052-05-14", "crawled_at": _CRAWLED},
            at=("2052-05-14", _CRAWLED),
        ),
        bad(
            {"text": "El metro amplía el horario.", "date": "2025-12-07", "crawled_at": "2025-07-15"},
            at=("2025-12-07", "2025-07-15"),
        ),
    )

    grace: timedelta = Field(
        default=timedelta(hours=36),
        ge=timedelta(0),
        description="How far ahead a date may lie: clocks, time zones, the print issue of tomorrow.",
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        collected = article.collected
        if collected.value is None or collected.value.day is None:
            yield Skip("the time of collection is not known")
            return
        now = facts.start(collected.value)
        for role in (DateRole.PUBLISHED, DateRole.MODIFIED):
            stated = list(facts.stated(article, role))
            # What is printed beside a record's date is the day, or announces one.
            for one in [said for said in stated if said.evidence.declared] or stated:
                assert one.moment is not None
                ahead = facts.start(one.moment) - now
                if ahead > self.grace and not _swapped(one.moment.other, str(now.date())):
                    name = "published" if role is DateRole.PUBLISHED else "modified"
                    message = f"{name} {ahead.days} days after it was collected"
                    yield self.finding(message, article, [one.evidence, collected.seen[0]])
                    break


def _swapped(other: str | None, today: str) -> bool:
    """Whether the second reading of an ambiguous date lies in the past."""
    return other is not None and other[:10] <= today
