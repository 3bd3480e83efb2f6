"""DAT012: the URL bears another date."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts


class UrlConflict(ArticleRule):
    """The date in an article's URL must be near its publication date.

    The path is written once, when the article is made; the declared date moves with every update or
    import. The path may also hold the print issue's date, so that this is a doubt and no verdict.
    """

    code = "DAT012"
    severity = Severity.WARNING
    formal = True
    silenced_by = (*UNREADABLE, "date.epoch_default")
    examples = (
        good(
            {"text": "شاعر يفوز بجائزة.", "date": "2025-04-05", "url": "https://example.com/2025/04/05/ai-poem-prize"}
        ),
        good({"text": "Żużlowcy bliżej awansu.", "date": "2025-07-12", "url": "https://example.pl/awans-20250314123"}),
        good({"text": "Le budget est voté.", "date": "2025-06-11", "url": "https://example.fr/expos/20250987123/a"}),
        good({"text": "Третий том словаря.", "date": "2025-05-21", "url": "https://example.ru/slovar-2026-1-tom"}),
        good({"text": "The council met.", "date": "2025-05-14", "url": "https://example.org/2025/04/council"}),
        bad(
            {"text": "磯焼けの影響が続く。", "date": "2025-05-14", "url": "https://example.com/2025/02/01/uni"},
            at=("2025/02/01", "2025-05-14"),
        ),
        bad(
            {"text": "Der Rat tagt.", "date": "2025-05-14T08:00:00Z", "url": "https://example.de/2025-01-20-rat"},
            at=("2025-01-20", "2025-05-14T08:00:00Z"),
        ),
    )

    days: int = Field(default=2, ge=0, description="How many days the two may lie apart.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        path = next((one for one in article.dates if one.role is DateRole.URL and facts.to_the_day(one.moment)), None)
        stated = next((one for one in facts.stated(article, DateRole.PUBLISHED) if facts.to_the_day(one.moment)), None)
        if path is None or stated is None:
            yield Skip("the URL bears no day, or the article no date to compare it with")
            return
        assert path.moment is not None
        assert stated.moment is not None
        apart = (facts.day(stated.moment.value) - facts.day(path.moment.value)).days
        readings = {facts.day(value) for value in (stated.moment.value, stated.moment.other) if value}
        if all(abs((day - facts.day(path.moment.value)).days) > self.days for day in readings):
            place = "after" if apart > 0 else "before"
            yield self.finding(
                f"published {abs(apart)} days {place} the date in its URL", article, [path.evidence, stated.evidence]
            )
