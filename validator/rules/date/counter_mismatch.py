"""DAT017: a running day counter and the date beside it do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import counters

_NEAR = 200  # days from a known beginning within which a counter is taken to mean it
_FR = "Les autorités ont ordonné l'évacuation de huit localités, situées à moins de dix kilomètres de la frontière."
_EN = "Hundreds of families slept in metro stations again after drones struck two apartment blocks in the city."


class CounterMismatch(ArticleRule):
    """A counter of the days of a war must fit the date beside it.

    Counted from the known beginning, as days gone by or as the n-th day, it gives the day on which the
    page was made. Where it gives another one, counter and date come from different times.
    """

    code = "DAT017"
    severity = Severity.WARNING
    examples = (
        good(f"15.03.2025\n\n1 116e jour de guerre\n\nLes villages se vident avant l'offensive\n\n{_FR}"),
        good(f"23.04.2025 France\n1154 jours depuis l'invasion\n\nLes villages se vident\n\n{_FR}"),
        good(f"Kyiv court frees editor after 200 days\n\n3 September 2025\n\n{_EN}"),
        good(
            "1155-й день війни\n\n23 квітня 2025\n\nРодини знову ночували в метро\n\nСотні родин знову провели ніч на "
            "станціях метро, після того як уламки впали на два житлові будинки."
        ),
        good(
            "Гончар відзначив 1000 днів у майстерні\n\n3 вересня 2025\n\nУ перший день війни гончар переніс піч у "
            "підвал школи, і відтоді діти ліплять там глечики."
        ),
        good(f"1000 days of war: the towns that sleep underground\n\n23 April 2025\n\n{_EN}"),
        good(f"Guerre en Ukraine, 1 155e jour : les villages se vident\n\n23.04.2025\n\n{_FR}"),
        bad(
            "1055-й день війни. Родини знову ночували в метро\n\n23 квітня 2025\n\nСотні родин знову провели ніч на "
            "станціях метро, після того як уламки впали на два житлові будинки.",
            at=("1055-й день", "23 квітня 2025"),
        ),
        bad(
            f"Families spend another night underground\n\nDay 1,200 of the war\n\n23 April 2025\n\n{_EN}",
            at=("Day 1,200", "23 April 2025"),
        ),
        bad(
            f"Families spend another night underground\n\n23 April 2025, 1200th day of the war\n\n{_EN}",
            at=("1200th day", "23 April 2025"),
        ),
        bad(
            f"15.03.2025\n\n1 016e jour de guerre\n\nLes villages se vident avant l'offensive\n\n{_FR}",
            at=("1 016e jour", "15.03.2025"),
        ),
        bad(
            "1055-й день війни\n\n23 квітня 2025\n\nРодини знову ночували в метро\n\nСотні родин знову провели ніч на "
            "станціях метро, після того як уламки впали на два житлові будинки.",
            at=("1055-й день", "23 квітня 2025"),
        ),
        bad(
            "Día 1.050 de la guerra\n\n15 de marzo de 2025\n\nLas aldeas se vacían ante la ofensiva\n\nLas autoridades "
            "han ordenado evacuar ocho localidades situadas a menos de diez kilómetros de la frontera.",
            at=("Día 1.050", "15 de marzo de 2025"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        counter = counters.find(article)
        if counter is None:
            yield Skip("no running day counter with a date")
            return
        off = [counter.number - days for days in counter.elapsed.values()]
        if any(-1 <= one <= 2 for one in off):
            return
        nearest = min(off, key=abs)
        if abs(nearest) <= _NEAR:
            message = f"the counter says {counter.number}, the date makes it {counter.number - nearest + 1}"
            yield self.finding(message, article, [counter.evidence, counter.dated])
        else:
            yield Skip("a counter from a beginning that is not known")
