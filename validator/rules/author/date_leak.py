"""AUT011: a date was taken into the author's name."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import calendar
from validator.lexicons.fold import fold, numbers_hidden
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import NO_RECORD, bad, good

_NUMERIC = regex(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{1,2}[:h]\d{2}\b|\d年|\d月\d{1,2}日")
_BESIDE_WORD = regex(r"\d\.?º?\s*(?:de\s+)?([^\W\d_]{3,})|([^\W\d_]{3,})\.?\s+\d")


class DateLeak(signed.DeclaredValues):
    """An author's field does not hold a date or a clock time.

    The byline's line was taken as a whole. Every article then has an author of its own.
    """

    code = "AUT011"
    severity = Severity.WARNING
    silenced_by = (*NO_RECORD, "author.url", "author.email")
    examples = (
        good({"text": "AT&T steigt ein.", "author": "Daniela März", "language": "de"}),
        good({"text": "The 404.", "author": "Theodora May", "language": "en"}),
        good({"text": "The band plays.", "author": "Agent 47", "language": "en"}),
        good(
            {
                "text": "Der Stadtrat von Wismar hat am Montag den Ausbau des Hafens beschlossen.",
                "author": "Ilse Mai, Klasse 9b",
                "language": "de",
            }
        ),
        good(
            {
                "text": "L'atelier de reliure de la rue des Tanneurs rouvre ses portes après deux ans de travaux.",
                "author": "Solène Juin, 3e prix Regain",
                "language": "fr",
            }
        ),
        bad(
            {"text": "Harbour dredging delayed.", "author": "Megan Outhwaite 2 hours ago", "language": "en"},
            at=("Megan Outhwaite 2 hours ago",),
        ),
        bad(
            {"text": "La vela.", "author": "Marco Belli 14 maggio 2025", "language": "it"},
            at=("Marco Belli 14 maggio 2025",),
        ),
        bad(
            {"text": "市民マラソンが開かれた。", "author": "吉田遼 2025年5月18日", "language": "ja"},
            at=("吉田遼 2025年5月18日",),
        ),
        bad(
            {
                "text": "Miasto zamknie w czerwcu jedną nitkę mostu, a ruch będzie się odbywał wahadłowo.",
                "author": "Bogdan Niziołek, 14 maja 2025",
                "language": "pl",
            },
            at=("Bogdan Niziołek, 14 maja 2025",),
        ),
        bad(
            {
                "text": "Городской совет в понедельник решил отремонтировать крытый рынок за два года.",
                "author": "Тимур Галиев 3 часа назад",
                "language": "ru",
            },
            at=("Тимур Галиев 3 часа назад",),
        ),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        if any(one.isdigit() for one in value.quote) and _holds_date(value.quote, article):
            yield self.finding("the author's field holds a date or a time", article, [value])


def _holds_date(text: str, article: Article) -> bool:
    if _NUMERIC.search(text):
        return True
    if any(calendar.month(one) for match in _BESIDE_WORD.finditer(text) for one in match.groups() if one):
        return True
    hidden = numbers_hidden(fold(text))
    return any("{n}" in phrase and phrase in hidden for phrase in spoken.words(article).words("dates.relative").all)
