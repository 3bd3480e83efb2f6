"""DAT019: a running day counter counts its first day as one."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import counters

_FR = "Les autorités ont ordonné l'évacuation de huit localités, situées à moins de dix kilomètres de la frontière."


class CounterConvention(ArticleRule):
    """A day counter that calls its first day the first is one ahead of the days gone by.

    No fault, but to be known by whoever computes dates from it: taken for days gone by it dates the
    page a day too late.
    """

    code = "DAT019"
    severity = Severity.INFO
    examples = (
        good(f"23.04.2025 France\n1154 jours depuis l'invasion\n\nLes villages se vident\n\n{_FR}"),
        good(f"15.03.2025\n\nLes villages se vident après 1116 jours de guerre\n\n{_FR} Il compte 40 maisons."),
        good(
            "23 квітня 2025\n\nПекарня працює тисячу днів без вихідних\n\n1155 днів без вихідних працює пекарня, у "
            "якій щоночі випікають хліб для п'яти сусідніх громад."
        ),
        good(
            "Day 1,154 of the war\n\n23 April 2025\n\nFamilies spend another night underground\n\nHundreds of families "
            "slept in metro stations again after drones struck two apartment blocks in the city."
        ),
        bad(
            f"23.04.2025 France\n1155 jour depuis l'invasion\n\nLes villages se vident\n\n{_FR}",
            at=("1155 jour", "23.04.2025"),
        ),
        bad(
            f"15.03.2025\n\n1 116e jour de guerre\n\nLes villages se vident avant l'offensive\n\n{_FR}",
            at=("1 116e jour", "15.03.2025"),
        ),
        bad(
            "1155-й день войны\n\n23 апреля 2025\n\nЖители снова ночевали в метро\n\nСотни семей снова провели ночь на "
            "станциях метро, после того как обломки упали на два жилых дома.",
            at=("1155-й день", "23 апреля 2025"),
        ),
        bad(
            "Tag 1116 des Krieges\n\n15. März 2025\n\nDie Dörfer an der Grenze leeren sich\n\nDie Behörden haben die "
            "Räumung von acht Ortschaften angeordnet, die keine zehn Kilometer von der Grenze liegen.",
            at=("Tag 1116", "15. März 2025"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        counter = counters.find(article)
        if counter is None:
            yield Skip("no running day counter with a date")
            return
        for epoch, days in counter.elapsed.items():
            if counter.number == days + 1:
                yield self.finding(
                    f"{counter.number} counts {epoch} as day 1: {days} days had gone by",
                    article,
                    [counter.evidence, counter.dated],
                )
