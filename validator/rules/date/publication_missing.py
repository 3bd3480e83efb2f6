"""DAT018: the article bears dates, but none of them is its own."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts

_LEAD = "Les dirigeants ont convenu d'entamer des négociations sur un cessez-le-feu dans le secteur de l'énergie."
_NAMES = {DateRole.RENDER: "the site's clock", DateRole.PHOTO: "a photo's date"}


class PublicationMissing(ArticleRule):
    """One of the dates printed with an article must be its publication date.

    The clock of the site that showed the page and the day a photo was taken are no substitute: whoever
    takes them for it dates a year of articles to the days on which they were collected.
    """

    code = "DAT018"
    severity = Severity.ERROR
    formal = True
    field = "date"
    examples = (
        good(f"23.04.2025 France\n\nAccord sur la paix en mer Noire\n\nPublié le 18 mars 2025\n\n{_LEAD}"),
        good(f"Accord sur la paix en mer Noire\n\n23.04.2025\n\n{_LEAD}"),
        good({"text": f"23.04.2025 France\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", "date": "2025-03-18"}),
        good(f"Accord sur la paix en mer Noire\n\n{_LEAD} Le texte date du 12 mars 2025."),
        good(
            "23.04.2025 Deutschland\n\nRäte einigen sich auf neuen Hafenplan\n\nVeröffentlicht am 18. März 2025\n\nDie "
            "beiden Stadträte wollen den Hafen gemeinsam ausbauen und die Kosten zu gleichen Teilen tragen."
        ),
        good(
            "Вівчар веде отару через міст\n\nОпубліковано: 18 березня 2025\n\nОтара з трьохсот овець пройшла мостом за "
            "годину.\n\nНа фото: отара на мосту, 12 березня 2025. Фото: Юрко Гнатюк"
        ),
        bad(f"23.04.2025 France\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", at=("23.04.2025",)),
        bad(
            "23.04.2025 Німеччина\n\nРумунія спростила перевірки для вантажівок\n\nРумунські митники більше не "
            "зважуватимуть порожні вантажівки, що повертаються через пункт пропуску на півночі.",
            at=("23.04.2025",),
        ),
        bad(
            "23.04.2025 Deutschland\n\nRäte einigen sich auf neuen Hafenplan\n\nDie beiden Stadträte wollen den Hafen "
            "gemeinsam ausbauen und die Kosten zu gleichen Teilen tragen.",
            at=("23.04.2025",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.published.value is not None or facts.unread(article):
            return
        if any(one.role is DateRole.URL for one in article.dates):
            return  # a month out of the URL: date.partial
        others = [one for one in article.dates if one.role in _NAMES and one.moment][:12]
        if others:
            roles = " and ".join(dict.fromkeys(_NAMES[one.role] for one in others))
            yield self.finding(
                f"no publication date: what is dated is {roles}", article, [one.evidence for one in others]
            )
