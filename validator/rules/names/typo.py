"""NAM002: a surname is once misspelled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from pydantic import Field

from validator.lexicons.lexicon import vocabulary
from validator.lexicons.phrases import Words
from validator.model.article import Article, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.names import spellings

Place: TypeAlias = tuple[Line, re.Match[str]]
_JUDGED = frozenset({"fr", "en", "es", "pt", "it", "nl"})
_SUFFIX = 2  # letters at the end that may differ by inflection
_BEFORE = re.compile(r"([^\W\d_][\w.'’\-]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’\-]*)")


class Typo(ArticleRule):
    """A surname that occurs throughout an article is not misspelled in one place.

    One slip makes one more person, who is found by nobody who looks for the right one.
    """

    code = "NAM002"
    severity = Severity.INFO
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good(
            {
                "text": "Le sommet\n\nLes Iraniens négocient. Hier déjà, les Iraniens parlaient. Les Iraniens partent, "
                "les Irakiens restent, ont dit les deux délégations réunies lundi à Genève.",
                "language": "fr",
            }
        ),
        good(
            {
                "text": "Two runners\n\nAdam Johnson won the race in Leeds on Sunday. Johnson was first at the bridge, "
                "and Johnson kept it. Boris Johnston came second.",
                "language": "en",
            }
        ),
        good(
            {
                "text": "Maciej Wronski bohaterem\n\nWronski zdobył punkty, kibice Wronski skandowali długo. Maciej "
                "Wronski i Wronskli jadą.",
                "language": "pl",
            }
        ),
        good(
            {
                "text": "Міст закрили\n\nБургомістр Гнатюк пояснив рішення. Гнатюк нагадав про тріщину, і Гнатюку "
                "повірили. З Гнатюком погодилися всі, хто прийшов на збори.",
                "language": "uk",
            }
        ),
        bad(
            {
                "text": "El puerto\n\nLa comisión, presidida por Esteban Riquelme, detectó errores en el estudio de "
                "tránsito. «Son muchos camiones», señaló Riquelme a este medio.\n\n"
                "La empresa sostiene que Riquelme se excedió y que el informe de Riqelme se apoya en datos "
                "viejos.",
                "language": "es",
            },
            at=("Riqelme", "Riquelme"),
        ),
        bad(
            {
                "text": "Vineyard wins\n\n“Common sense has prevailed,” said the owner Paola Marchetti on Monday. "
                "Marchetti called it a shed with ambitions, and Marchetti smiled.\n\n"
                "Neighbours said Ms Marcheti had never replied to their letters.",
                "language": "en",
            },
            at=("Marcheti", "Marchetti"),
        ),
        bad(
            {
                "text": "Il ponte chiude\n\nIl sindaco Alberto Castaldi ha firmato lunedì l'ordinanza. «Due anni», ha "
                "detto Castaldi ai cronisti.\n\nPer l'opposizione Castaldi ha perso tempo, e il piano di Castadi non "
                "convince i commercianti.",
                "language": "it",
            },
            at=("Castadi", "Castaldi"),
        ),
    )

    least: int = Field(default=3, ge=2, description="How often the right spelling must occur.")
    length: int = Field(default=6, ge=4, description="How many letters the names must have.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.language.main not in _JUDGED:
            yield Skip("names may be inflected in this language, or it is not known")
            return
        told = article.once(spellings.capitalised)
        counts = Counter([match[0] for _, words in told for match in words])
        if not any(count >= self.least and len(word) >= self.length for word, count in counts.items()):
            return
        places: dict[str, list[Place]] = defaultdict(list)
        for line, words in told:
            for match in words:
                places[match[0]].append((line, match))
        titles = vocabulary(article.language.main).words("byline.honorifics")
        persons = [
            word
            for word, seen in places.items()
            if len(seen) >= self.least
            and len(word) >= self.length
            and any(_is_person(line.text, match, titles) for line, match in seen)
        ]
        if not persons:
            return
        for word, seen in places.items():
            if len(seen) == 1 and len(word) >= self.length - 1:
                for right in persons:
                    slip = _slip(word, right) and word.lower() not in article.text
                    if slip and _same_person(seen[0], titles, places[right]):
                        yield self.finding(
                            f"'{word}' once, '{right}' {len(places[right])} times",
                            article,
                            [_evidence(article, seen[0]), _evidence(article, places[right][0])],
                            suggestion=right,
                        )


def _slip(word: str, right: str) -> bool:
    """Whether one letter is missing, doubled or wrong inside a name: not the first one, none of its ending."""
    shorter, longer = sorted((len(word), len(right)))
    if longer - shorter > 1 or word[0] != right[0] or spellings.key(word) == spellings.key(right):
        return False
    tail = 0
    while tail < shorter and word[-1 - tail] == right[-1 - tail]:
        tail += 1
    head = 0
    while head < shorter - tail and word[head] == right[head]:
        head += 1
    return longer - head - tail == 1 and tail >= _SUFFIX and head >= 1


def _evidence(article: Article, place: Place) -> Evidence:
    line, match = place
    return article.at(line.start + match.start(), line.start + match.end())


def _before(text: str, match: re.Match[str]) -> str:
    """The word before a name, where it may be a first name or a title."""
    at = match.start() - 1
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_.'’-"):
        at -= 1
    before = _BEFORE.search(text, max(at, 0), match.start())
    return before.group(1) if before else ""


def _is_person(text: str, match: re.Match[str], titles: Words) -> bool:
    """Whether a title, or a first name within the sentence, shows that a name is a person's."""
    word = _before(text, match)
    above = text[: match.start() - len(word) - 1].rstrip(' \u00a0«“"„')
    within = bool(above) and (above[-1].isalpha() or above[-1] in ",;:(–—")
    return bool(word) and ((within and word.istitle()) or word in titles)


def _same_person(place: Place, titles: Words, others: list[Place]) -> bool:
    """Whether nothing beside the name shows another person: another first name, or a surname behind it."""
    line, match = place
    given = _before(line.text, match)
    after = _AFTER.match(line.text, match.end())
    if after and after.group(1)[:1].isupper():
        return False
    return not given[:1].isupper() or given in titles or given in {_before(one.text, seen) for one, seen in others}
