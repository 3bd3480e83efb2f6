"""DAT004: a date that no calendar holds."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts


class Impossible(ArticleRule):
    """A publication, modification or collection date must exist in the calendar.

    There is no 30 February: the date was put together from parts that do not belong together, and a
    lenient parser moves it into another month without a word. Dates in the body are not judged, for
    articles quote such dates.
    """

    code = "DAT004"
    severity = Severity.ERROR
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "Les Suédois ont eu un 30 février 1712.", "date": "2024-02-29"}),
        good("Auf der Fahrkarte stand „gültig bis 30. Februar 2025“, und niemand merkte es."),
        good({"text": "The council met.", "date": "13/12/2025"}),
        bad({"text": "杭州茶园里出现了采茶机。", "date": "2025-02-30"}, at=("2025-02-30",)),
        bad({"text": "Os barcos mudam de horário.", "date": "31/04/2025"}, at=("31/04/2025",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for one in article.dates:
            if one.problem != "impossible" or one.role not in facts.FIELDS or facts.is_sentinel(one.evidence.quote):
                continue
            if one.evidence.declared or facts.in_header(article, one):
                yield self.finding("no calendar holds this date", article, [one.evidence])
