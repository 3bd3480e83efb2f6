"""DAT001: nothing tells when the article was published."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts

_BODY = "Le conseil municipal a voté le budget de la ville, malgré les critiques de l'opposition qui voulait un report."


class Missing(ArticleRule):
    """An article must say on which day it was published.

    Looked at are the record's date, the header, the byline and the URL; the dates of the body are those
    of events. Without a day the article falls out of every split, search and statistic by time.
    """

    code = "DAT001"
    severity = Severity.ERROR
    formal = True
    field = "date"
    examples = (
        good({"text": _BODY, "url": "https://example.org/2025/05/14/budget"}),
        good({"text": _BODY, "date": "14 травня 2025"}),
        good({"text": _BODY, "date": "le 31 avril 2025"}),
        good(f"Le budget est voté\n\nPublié le 14 mai 2025\n\n{_BODY}"),
        good(
            "Рынок отремонтируют\n\n14 мая 2025, 12:40\n\nГородской совет решил отремонтировать крытый рынок за два "
            "года."
        ),
        bad(f"Le budget est voté\n\n{_BODY} Le précédent datait du 12 février 2022."),
        bad({"text": "Der Rat der Stadt hat am Montag über den Haushalt beraten und ihn vertagt.", "date": "N/A"}),
        bad({"text": "市议会周三通过了新的预算案。", "crawled_at": "2025-05-15T06:00:00Z"}),
        bad("El pleno aprobó el 12 de febrero de 2022 la reforma del mercado, que ahora vuelve a retrasarse."),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.published.value is not None or facts.unread(article):
            return
        if any(one.role in (DateRole.RENDER, DateRole.PHOTO, DateRole.URL) for one in article.dates):
            return  # date.publication_missing or date.partial says it better
        yield self.finding(
            "no publication date in the record, the header, the byline or the URL", article, subject="date"
        )
