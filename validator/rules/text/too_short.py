"""TXT002: the text is too short to be an article."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import weight
from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good


class TooShort(ArticleRule):
    """An article is longer than its headline.

    A text of a sentence is a teaser, a caption or what an extractor left over. It is too short to judge
    its language or its likeness to others, and says little to a reader.
    """

    code = "TXT002"
    severity = Severity.INFO
    silenced_by = (*NO_ARTICLE, "page.*")
    examples = (
        good(
            "Sperrung der A 4 bei Jena dauert bis Sonntag\n\nDie Autobahn bleibt wegen eines Brückenschadens bis "
            "Sonntagabend gesperrt, teilte die Polizei mit."
        ),
        good(
            "東北地方の沿岸部で二十四日朝、定置網に体長三メートルを超えるマンボウがかかり、水揚げの後に海へ戻された。"
        ),
        good("Міст закрили\n\nМіст через Горинь у Рівному закрили до неділі через тріщину, повідомили в міській раді."),
        bad("Trânsito cortado na ponte até às 18h.", at=("Trânsito cortado na ponte até às 18h.",)),
        bad("Sperrung der A 4 bei Jena dauert bis Sonntag.", at=("Sperrung der A 4 bei Jena dauert bis Sonntag.",)),
        bad("أغلق الجسر القديم حتى يوم الأحد.", at=("أغلق الجسر القديم حتى يوم الأحد.",)),
        bad("Мост через реку закрыли до воскресенья.", at=("Мост через реку закрыли до воскресенья.",)),
    )

    least: int = Field(
        default=80,
        ge=0,
        description="Letters that the text must have, furniture left out; an ideograph counts for 2.5.",
    )

    def check(self, article: Article) -> Iterator[Finding]:
        body = article.body or article.filled
        letters = 0.0
        for line in body:
            letters += weight(line.text)
            if letters >= self.least:
                return
        if letters < self.least:
            yield self.finding(f"{letters:.0f} letters of text", article, map(article.line, body[:3]))
