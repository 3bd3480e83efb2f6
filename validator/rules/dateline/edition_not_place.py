"""DTL001: the country beside the site's clock is its edition, not where the news comes from."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import calendar
from validator.model.article import Article, Dated, DateRole, Line, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_LEAD = "Les dirigeants ont convenu d'entamer des négociations sur un cessez-le-feu dans le secteur de l'énergie."
_WEATHER = regex(r"[\s,|–—-]*[+\-−–]?\d{1,2}\s?°.*$")
_EDGES = " ,|–—-•·:\u00a0"


class EditionNotPlace(ArticleRule):
    """A country that stands with the clock of a site must not pass for the place of the news.

    It is the edition that the reader chose. Taken for a dateline it moves a summit in Washington to
    France.
    """

    code = "DTL001"
    severity = Severity.INFO
    examples = (
        good(f"Accord sur la paix en mer Noire\n\nPARIS, 3 mai (AFP) - {_LEAD}"),
        good(f"Accord sur la paix en mer Noire\n\nFrance, 3 mai 2025\n\n{_LEAD}"),
        good(
            "Kyiv court frees editor\n\nKYIV, Sept. 3 (AFP)\n\nA court on Wednesday released the editor of a newspaper."
        ),
        good(
            "Acordo sobre o porto\n\nLISBOA, 3 de maio (Lusa) - Os dois autarcas acordaram ampliar o porto e dividir "
            "os custos em partes iguais."
        ),
        bad(f"15.03.2025 France\n\nAccord sur la paix en mer Noire\n\n{_LEAD}", at=("France",)),
        bad(
            "23.04.2025 Німеччина\n\nРумунія спростила перевірки для вантажівок\n\nРумунські митники більше не "
            "зважуватимуть порожні вантажівки, що повертаються через пункт пропуску на півночі.",
            at=("Німеччина",),
        ),
        bad(
            "15.03.2025 España\n\nLas aldeas se vacían\n\nLas autoridades han ordenado evacuar ocho localidades "
            "situadas a menos de diez kilómetros de la frontera.",
            at=("España",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        clock = next((one for one in article.dates if one.role is DateRole.RENDER and one.evidence.span), None)
        if clock is None:
            return
        for line in _around(article, clock):
            place = _country(article, line, clock)
            if place is not None:
                yield self.finding(f"{place.quote} is the site's edition, not the place of the news", article, [place])
                return


def _around(article: Article, clock: Dated) -> list[Line]:
    """The clock's own line and the lines above the title next to it."""
    assert clock.evidence.span is not None
    filled, number = article.filled, clock.evidence.span.line
    title = next((line.number for line in filled if line.role is Role.TITLE), number + 1)
    at = next(place for place, line in enumerate(filled) if line.number == number)
    near = [filled[at], *filled[at + 1 : at + 3], *filled[max(at - 2, 0) : at]]
    return [line for line in near if line.number < title or line.number == number]


def _country(article: Article, line: Line, clock: Dated) -> Evidence | None:
    """A country's name that is all a line holds beside the date and the weather."""
    rest = line.text
    if article.at(line.start, line.end).span != clock.evidence.span:
        rest = rest.replace(clock.evidence.quote, " ", 1)
    name = _WEATHER.sub("", rest).strip(_EDGES)
    if not name or name.isdigit() or calendar.country(name) is None:
        return None
    start = line.start + line.text.index(name)
    return article.at(start, start + len(name))
