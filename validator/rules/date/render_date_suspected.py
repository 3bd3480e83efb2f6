"""DAT013: the date above the title is the site's clock."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good

_LEAD = "Les dirigeants ont convenu d'entamer des négociations sur un cessez-le-feu dans le secteur de l'énergie."


class RenderDateSuspected(ArticleRule):
    """A date above the title, among the site's furniture, must not pass for the publication date.

    Beside a country, the weather or a running counter it is the clock of the site: it shows the day on
    which the page was loaded. A corpus that takes it over dates its articles to the day of the crawl. It is told
    where the record has a date of its own, too: of the same day, that date may come from the clock; of another,
    the text contradicts it.
    """

    code = "DAT013"
    severity = Severity.WARNING
    examples = (
        good(f"15.03.2025\n\nAccord sur la paix en mer Noire\n\n{_LEAD}"),
        good(f"Accord sur la paix en mer Noire\n\nPARIS, 15 mars 2025 (AFP) - {_LEAD}"),
        good(
            "15.03.2025\n\nМіська рада ухвалила бюджет\n\nМіська рада ухвалила бюджет на наступний рік після "
            "тригодинної суперечки про школи й дороги."
        ),
        good(
            "Stadtrat stimmt für neuen Hafen\n\nBERLIN, 15. März 2025 (dpa) - Der Stadtrat hat am Samstag den Ausbau "
            "des alten Hafens beschlossen, gegen die Stimmen der Opposition."
        ),
        bad(f"15.03.2025 France\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", at=("15.03.2025",)),
        bad(
            {"text": f"15.03.2025 France\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", "date": "2025-02-12"},
            at=("15.03.2025",),
        ),
        bad(
            f"23.04.2025\n1155 jour depuis l'invasion\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", at=("23.04.2025",)
        ),
        bad(
            f"dimanche 9 mars 2025\nJour 1110 de la guerre\n\nAccord sur la paix en mer Noire\n\n{_LEAD}",
            at=("dimanche 9 mars 2025",),
        ),
        bad(
            "15.03.2025 Deutschland\n\nStadtrat stimmt für neuen Hafen\n\nDer Stadtrat hat am Samstag den Ausbau des "
            "alten Hafens beschlossen, gegen die Stimmen der Opposition.",
            at=("15.03.2025",),
        ),
        bad(
            "23.04.2025\n1155-й день війни\n\nРодини знову ночували в метро\n\nСотні родин знову провели ніч на "
            "станціях метро, після того як уламки впали на два житлові будинки.",
            at=("23.04.2025",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        clock = [(one.moment, one.evidence) for one in article.dates if one.role is DateRole.RENDER and one.moment]
        if not clock:
            return
        day, _ = clock[0]
        yield self.finding(
            f"{day.value[:10]} is the site's clock, not the publication date",
            article,
            [evidence for _, evidence in clock[:12]],
        )
