"""TXT010: signs of a machine's translation."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.lexicons.fold import level
from validator.lexicons.lexicon import LANGUAGES
from validator.model.article import Article, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.text.phrases import places
from validator.rules.told import sections

_DAY = {"fr": "jour", "en": "day", "es": "día", "pt": "dia", "it": "giorno", "de": "tag", "nl": "dag"}
_COUNTER = regex(r"(\d[\d .,\u00a0\u202f]*\d|[2-9])\s+([^\W\d_]+)")
_ADJACENT = regex(r"[.,]\" \"(?=[^\W\d_])")
_INSIDE = regex(r"\"(?=[a-zß-ÿа-яёєії])([^\"\n]{8,400})[.,]\"")
_OUTSIDE = frozenset({"fr", "de", "es", "pl", "ru", "uk", "cs"})  # stop and comma behind a part of a sentence
_ONE_OF_MANY = regex(r"[Ll](?<!\w.)es (?:[2-9]|\d{2,3}) ([a-zà-ÿ]{4,})\b")
_PLURAL = ("s", "x", "z", "nt")
_UNCOUNTED = frozenset(
    {
        "autre",
        "mille",
        "dont",
        "pour",
        "mars",
        "avril",
        "juin",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "janvier",
        "février",
        "juillet",
        "face",
        "comme",
        "avec",
        "entre",
    }
)
_FOREIGN = ("photo.captions", "boilerplate.", "page.")


class MtSigns(ArticleRule):
    """An article in a language is written in that language.

    A translation by machine keeps the other language's phrases, plurals and punctuation. Each sign alone
    proves nothing; together they tell a curator to look, and to label the text before it trains a translator.
    """

    code = "TXT010"
    severity = Severity.INFO
    examples = (
        good("Dans ce sens, le conseil a voté lundi la rénovation de la halle de Sète, pour neuf millions d'euros."),
        good(
            "1155e jour de guerre\n\nLes 27 discutent depuis lundi du prochain paquet de sanctions, et les 12 avril "
            "et 3 mai sont les dates retenues. « Nous avançons », dit un diplomate."
        ),
        good("“We are tired,” she said. “We go on.” Day 1,155 of the war began with a siren, as did the 40 before it."),
        good(
            "El ayuntamiento ha reabierto el molino. «Son 1155 días de obras», dijo la alcaldesa. «Ni uno más», "
            "añadió, y cortó la cinta delante de los 40 vecinos que habían esperado bajo la lluvia."
        ),
        bad(
            "1155 jour depuis le début de la guerre\n\nLes dirigeants sont convenus d'une trêve lundi soir\n\n"
            "Il avait été rapporté précédemment que les négociations se tiendraient à Riyad, avec les deux camps.",
            at=("1155 jour", "Il avait été rapporté précédemment"),
        ),
        bad(
            'Les dirigeants ont souligné "la nécessité d\'améliorer les relations entre les deux pays." "Le sang '
            'versé serait mieux employé ailleurs", indique le communiqué. Ils ont discuté "de la nécessité '
            "d'arrêter la prolifération des armes.\" La rencontre a duré deux heures.",
            at=(
                '." "',
                '"la nécessité d\'améliorer les relations entre les deux pays."',
                '"de la nécessité d\'arrêter la prolifération des armes."',
            ),
        ),
        bad(
            "Comme partie de cet accord, ils se reverront en mai à Lyon avec leurs équipes.\n\nEn son message, le "
            "président a insisté lundi sur le fait que des millions de personnes attendent la paix.",
            at=("Comme partie de", "En son message"),
        ),
        bad(
            "1155 día de la guerra\n\nLas dos delegaciones se reunirán en mayo\n\nFue reportado anteriormente que las "
            "conversaciones se celebrarían en una ciudad neutral, con las dos delegaciones.",
            at=("1155 día", "Fue reportado anteriormente que"),
        ),
        bad(
            "Міська рада прийняла участь у конкурсі, який являється одним із найстаріших в області, і привезла додому "
            "глечик із написом.",
            at=("прийняла участь", "являється одним із"),
        ),
        bad(
            "Совещание взяло место в ратуше в понедельник. Согласно с решением совета, мост закроют на два года, а "
            "автобусы пойдут в объезд.",
            at=("взяло место", "Согласно с решением"),
        ),
    )

    threshold: int = Field(default=2, ge=1, description="How many signs, of any kind, are worth a look.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        language = article.language.main or ""
        if language not in LANGUAGES:
            yield Skip("no lexicon for the article's language")
            return
        signs = [*_counter(article, language)]
        if "text.calques" in article.once(sections):
            signs += _calques(article, language)
        signs += [*_singulars(article, language), *_punctuation(article, language)]
        if signs and len({sign.quote for sign in signs}) < self.threshold:
            signs += _residue(article, language)
        if len({sign.quote for sign in signs}) >= self.threshold:
            yield self.finding(f"{len(signs)} weak signs of a machine's translation", article, signs[:12])


def _counter(article: Article, language: str) -> Iterator[Evidence]:
    """``1155 jour``: a day counter that nobody has put in the plural."""
    for line in article.filled[:4]:
        match = _COUNTER.match(line.text) if line.text[0].isdigit() and len(line.text) < 90 else None
        if match and level(match[2]) == _DAY.get(language):
            yield article.at(line.start, line.start + match.end())


def _calques(article: Article, language: str) -> Iterator[Evidence]:
    """The first place of each phrase that a native writer would not use."""
    seen: set[str] = set()
    for start, end in places(article.text, "text.calques", language):
        phrase = article.text[start:end].lower()
        if phrase not in seen:
            seen.add(phrase)
            yield article.at(start, end)


def _singulars(article: Article, language: str) -> Iterator[Evidence]:
    """``les 40 maison``: French needs a plural that can be seen."""
    if language == "fr":
        for match in _ONE_OF_MANY.finditer(article.text):
            if not match[1].endswith(_PLURAL) and match[1] not in _UNCOUNTED:
                yield article.at(*match.span())


def _punctuation(article: Article, language: str) -> Iterator[Evidence]:
    """English punctuation inside straight quotes, and quotations that follow one another without a word."""
    if language not in _OUTSIDE or ('."' not in article.text and ',"' not in article.text):
        return
    yield from (article.at(*match.span()) for match in _ADJACENT.finditer(article.text))
    inside = [match.span() for match in _INSIDE.finditer(article.text)]
    if len(inside) > 1:
        yield from (article.at(*place) for place in inside)


def _residue(article: Article, language: str) -> Iterator[Evidence]:
    """Captions and furniture left in another language."""
    for line in article.lines:
        foreign = line.tongues and not line.tongues & {language, "en"}
        if foreign and line.role in (Role.CAPTION, Role.BOILERPLATE) and any(map(_is_furniture, line.marks)):
            yield article.line(line)


def _is_furniture(mark: str) -> bool:
    return mark.startswith(_FOREIGN)
