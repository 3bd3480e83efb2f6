"""DAT002: the publication date lacks the day."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import fold
from validator.model.article import Article, Dated, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts


class Partial(ArticleRule):
    """A publication date must be known to the day.

    A month or a year cannot be ordered against other articles, and software that pads it to the first
    of the month invents a day on which nothing was published.
    """

    code = "DAT002"
    severity = Severity.WARNING
    formal = True
    silenced_by = UNREADABLE
    field = "date"
    examples = (
        good({"text": "Bogotá inauguró ayer un cable aéreo de cuatro estaciones.", "date": "2025-05-14"}),
        good(
            {
                "text": "Bogotá inauguró ayer un cable aéreo.",
                "date": "2025-05-01",
                "url": "https://example.org/2025/05/cable",
            }
        ),
        good({"text": "W maju 2025 otwarto halę.", "date": "14 maja 2025"}),
        good({"text": "Часопис «Криниця» за травень вийшов друком.", "date": "14 травня 2025"}),
        bad({"text": "Bogotá inauguró ayer un cable aéreo de cuatro estaciones.", "date": "2025-05"}, at=("2025-05",)),
        bad({"text": "定置網にマンボウがかかった。", "date": "2025年5月"}, at=("2025年5月",)),
        bad({"text": "De dijk wordt versterkt.", "url": "https://example.org/2025/11/dijk"}, at=("2025/11",)),
        bad({"text": "Журнал вышел в мае и разошёлся за неделю.", "date": "май 2025"}, at=("май 2025",)),
    )

    monthlies: frozenset[str] = Field(
        default=frozenset(), description="Outlets that appear monthly, for which a month is enough."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        known = [one for one in article.dates if one.role in (DateRole.PUBLISHED, DateRole.URL) and one.moment]
        if not known or any(facts.to_the_day(one.moment) for one in known):
            return
        if self.monthlies and fold(article.source.value or "") in {fold(one) for one in self.monthlies}:
            return
        ranked = sorted(known, key=_rank)
        moment = ranked[0].moment
        assert moment is not None
        same = [one.evidence for one in ranked if one.moment and one.moment.value == moment.value]
        yield self.finding(f"only the {moment.precision} {moment.value} is known, no day", article, same)


def _rank(one: Dated) -> bool:
    return one.role is DateRole.URL
