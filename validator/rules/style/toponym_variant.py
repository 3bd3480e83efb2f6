"""STY002: one name is written with a hyphen and with a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я][^\W\d_]{2,}(?:-[^\W\d_a-zà-ÿа-я][^\W\d_]{2,})+(?![\w-])")
_HINT = re.compile(r"-[^\W\d_a-zà-ÿа-я]")
_PARTS = 3


class ToponymVariant(ArticleRule):
    """A name of several words is joined in one way.

    ``Maison-Blanche`` and ``Maison Blanche`` are two entries in every index and every count.
    """

    code = "STY002"
    severity = Severity.INFO
    examples = (
        good("Le train Paris-Lyon est arrivé à Lyon mardi. De Paris, Lyon n'est qu'à deux heures, dit la compagnie."),
        good("Les STATS-UNIS DE Tours ont gagné lundi à Saint-Denis, et le saint Denis de la porte a souri."),
        good(
            "Der Zug Berlin-Hamburg kam am Montag zu spät. Von Berlin, Hamburg und Rostock aus fahren bis Freitag "
            "Busse, und auch die Strecke Hamburg-Rostock ist gesperrt."
        ),
        good("ДОРОГА НА ИВАНО-ФРАНКОВСК. В город Иваново Франковск не входит, смеётся учитель географии из Перми."),
        bad(
            "La Maison-Blanche a confirmé l'appel lundi. Reçu mardi à la Maison Blanche, il a remercié son hôte.",
            at=("Maison-Blanche", "Maison Blanche"),
        ),
        bad(
            "Ростов-На-Дону и Санкт-Петербург готовятся к празднику; в Санкт Петербург прибыли первые гости.",
            at=("Санкт-Петербург", "Санкт Петербург"),
        ),
        bad(
            "Der Zug hält am Montag wieder in Bad Neustadt-Süd und in Alt-Ruppin; in Alt Ruppin wartet die Kapelle.",
            at=("Alt-Ruppin", "Alt Ruppin"),
        ),
        bad(
            "В Івано-Франківську відкрили міст. Делегація з Івано Франківська приїде до нас у п'ятницю, а до "
            "Івано-Франківська вирушить хор.",
            at=("Івано Франківська", "Івано-Франківська"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text, places = article.text, []
        for name, start in dict(_hyphened(text)).items():
            spaced = name.replace("-", " ")
            if name.isupper() or name.count("-") >= _PARTS or spaced not in text:
                continue
            other = re.search(rf"(?<![\w-]){re.escape(spaced)}(?![\w-])", text)
            if other:
                places += [(start, start + len(name)), other.span()]
        if places:
            seen = [article.at(*place) for place in sorted(places)]
            yield self.finding(f"{len(seen) // 2} name(s) with a hyphen and with a space", article, seen[:12])


def _hyphened(text: str) -> Iterator[tuple[str, int]]:
    """Every name with a hyphen and its offset; looked for only around hyphens before a capital."""
    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() >= end:
            start = hint.start()
            while start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
                start -= 1
            match = _HYPHENED.match(text, start)
            if match:
                end = match.end()
                yield match[0], start
