"""TXT001: the article has no text."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_UNSEEN = " \n\t\r\u00a0\u200b\u200c\u200d\u2060\u3000\ufeff"


class Empty(ArticleRule):
    """An article has a text.

    A record without one is a failed extraction. It is counted as an article wherever records are counted,
    and all empty ones are duplicates of each other.
    """

    code = "TXT001"
    severity = Severity.ERROR
    formal = True
    field = "text"
    silenced_by = ("schema.unreadable",)
    examples = (
        good("A 4 bei Jena gesperrt."),
        good({"title": "停電", "text": "\n\n　復旧した。\n"}),
        bad({"title": "Ponte cortada", "text": ""}),
        bad({"title": "Pont fermé", "text": " \n\u00a0\n\u200b"}),
        bad({"title": "Bridge closed"}),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if not article.text[:80].strip(_UNSEEN) and not article.text.strip(_UNSEEN):
            yield self.finding(f"none of the text's {len(article.text)} characters can be seen", article)
