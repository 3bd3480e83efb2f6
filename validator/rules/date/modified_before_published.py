"""DAT015: the article was modified before it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pydantic import Field

from validator.model.article import Article, Dated, DateRole, Precision
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_DAY = timedelta(days=1)


class ModifiedBeforePublished(ArticleRule):
    """An article cannot be modified before it is published.

    Either the two fields are swapped or one of them belongs to something else. Scheduled articles are
    written some hours ahead, so that a day is allowed.
    """

    code = "DAT015"
    severity = Severity.WARNING
    formal = True
    silenced_by = (*UNREADABLE, "date.epoch_default")
    examples = (
        good(
            {
                "text": "Вівчар веде отару.",
                "date": "2025-05-18T09:00:05+03:00",
                "date_modified": "2025-05-18T09:00:00+03:00",
            }
        ),
        good({"text": "The council met.", "date": "2025-05-14", "date_modified": "2025-05-13"}),
        good({"text": "Les chiffres, mis à jour le 3 mai 2024, ont surpris le conseil.", "date": "2025-05-14"}),
        bad(
            {
                "text": "Hala jest prawie gotowa.",
                "date": "2025-05-14T08:00:00+02:00",
                "date_modified": "2025-05-10T08:00:00Z",
            },
            at=("2025-05-10T08:00:00Z", "2025-05-14T08:00:00+02:00"),
        ),
        bad(
            {"text": "Цены замерли.", "date": "2025-05-14", "date_modified": "2025-05-10"},
            at=("2025-05-10", "2025-05-14"),
        ),
    )

    grace: timedelta = Field(
        default=_DAY, ge=timedelta(0), description="How far ahead of its date an article may be edited."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        modified, published = (
            next((one for one in facts.stated(article, role) if facts.to_the_day(one.moment)), None)
            for role in (DateRole.MODIFIED, DateRole.PUBLISHED)
        )
        if modified is None or published is None:
            yield Skip("no two days to compare")
            return
        early = _early(modified, published)
        if early > self.grace:
            amount = f"{early.days} days" if early >= 2 * _DAY else f"{early // timedelta(hours=1)} hours"
            yield self.finding(
                f"modified {amount} before it was published", article, [modified.evidence, published.evidence]
            )


def _early(modified: Dated, published: Dated) -> timedelta:
    """How long before the publication the change was made; whole days where a time is missing."""
    assert modified.moment is not None
    assert published.moment is not None
    moments = (modified.moment, published.moment)
    if any(one.precision is Precision.DAY for one in moments):
        return facts.day(published.moment.value) - facts.day(modified.moment.value)
    return facts.start(published.moment) - facts.start(modified.moment)
