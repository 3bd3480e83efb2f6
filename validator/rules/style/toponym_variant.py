"""STY002: one name is written with a hyphen and with a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_HYPHENED = regex(r"(?<![\w-])[^\W\d_a-zß-ÿа-џґ][^\W\d_]{2,}(?:-[^\W\d_a-zß-ÿа-џґ][^\W\d_]{2,})+(?![\w-])")
_HINT = regex(r"-[^\W\d_a-zß-ÿа-џґ]")
_PARTS = 3
_INFLECTED = frozenset({"pl", "uk", "ru"})
_STEM = 5  # letters of a part from which its last two may be another case


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
        good(
            "Рейс Київ-Варшава скасовано. З Києва, Варшави та Кракова до Івано-Франківська їхали автобусами, бо у Києві"
            " Варшаву не приймали, сказав мер Івано-Франківська й додав, що Івано тут ні до чого."
        ),
        bad(
            "У Івано-Франківську відкрили міст через Бистрицю. Делегація з Івано Франківська приїде до нас у п'ятницю, "
            "щоб підписати угоду про дружбу міст.",
            at=("Івано-Франківську", "Івано Франківська"),
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
        named = dict(_hyphened(text))
        for name in sorted(named, key=lambda one: one.replace("-", " ") not in text):
            if name.isupper() or name.count("-") >= _PARTS:
                continue
            other = _spaced(name, text, article.language.main)
            if other and other.span() not in places:
                places += [(named[name], named[name] + len(name)), other.span()]
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


def _spaced(name: str, text: str, language: str | None) -> re.Match[str] | None:
    """Where the parts of a name stand with spaces; in an inflected language also in another case."""
    spaced = name.replace("-", " ")
    form = re.escape(spaced)
    if language in _INFLECTED:
        parts = name.split("-")
        form = r"[ ]".join(_any_case(one, first=one is parts[0]) for one in parts)
    elif spaced not in text:
        return None
    return re.search(rf"(?<![\w-]){form}(?![\w-])", text)


def _any_case(part: str, *, first: bool) -> str:
    """A part of a name with any ending; a short first one (``Нью``) has none."""
    if len(part) < _STEM or (first and part[-1] in "оo"):
        return re.escape(part)
    return re.escape(part[:-2]) + r"\w{0,4}"
