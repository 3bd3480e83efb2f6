"""NAM002: a surname is once misspelled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from pydantic import Field

from validator.lexicons.fold import level
from validator.lexicons.lexicon import openers, vocabulary
from validator.model.article import Article, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.names import spellings

Place: TypeAlias = tuple[Line, re.Match[str]]
_SUFFIX = {"fr": 2, "en": 2, "es": 2, "pt": 2, "it": 2, "nl": 2, "de": 3, "pl": 4, "uk": 4, "ru": 4}
"""Letters at the end that must be alike: an inflected language's typo is one of the stem, in one and the same case."""
_UNINFLECTED = 2
_BEFORE = regex(r"([^\W\d_][\w.'’\-]*)[ \u00a0]$")
_AFTER = regex(r"[ \u00a0]([^\W\d_][\w'’\-]*)")


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
        good(
            {
                "text": "Мост закрыли\n\nОб этом сказал Игорь Павленко. Позже Павленко добавил, что Павленко-младший "
                "уехал. На встречу пришёл и Роман Павлинко – другая семья, напомнил Олег Павлюк. Павленкам верят.",
                "language": "ru",
            }
        ),
        bad(
            {
                "text": "Procès\n\nRonan Guénolet n'est pas venu. Guénolet commandait le chalutier, et Guénolet se "
                "tait. Si la santé de Guénollet le permet, il sera entendu jeudi.",
                "language": "fr",
            },
            at=("Guénollet", "Guénolet"),
        ),
        bad(
            {
                "text": "On trial\n\nThe contractor Desmond Lattimer denies fraud. The jury heard that Lattimer had "
                "two lorries, and that Lattimer bought the salt later. Latitmer listened from the dock.",
                "language": "en",
            },
            at=("Latitmer", "Lattimer"),
        ),
        bad(
            {
                "text": "Паровой автомобиль\n\nМашину шесть лет строил слесарь Пётр Верещагин. Верещагин сварил раму "
                "сам, а котёл, говорит Верещагин, заказал. Теперь Верищагин ждёт документов.",
                "language": "ru",
            },
            at=("Верищагин", "Верещагин"),
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
                "text": "The spire\n\nThe architect Philippa Garnison found oyster shells in the wall. Some still "
                "smell, Garnison said, and Garnison keeps one.\n\nA boy asked whether Philippa Garnisom would lean it "
                "back.",
                "language": "en",
            },
            at=("Garnisom", "Garnison"),
        ),
        good(
            {
                "text": "Two smiths\n\nAdam Carlson shoes horses. Carlson is 60, and Carlson will stop.\n\nHis "
                "neighbour Boris Carlsen shoes them too.",
                "language": "en",
            }
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
        bad(
            {
                "text": "Le port\n\nLe directeur, Honorio Verdugal, défend les travaux. Verdugal promet un quai neuf, "
                "et Verdugal reçoit les pêcheurs jeudi.\n\nVerdugall n'a pas répondu à leur lettre.",
                "language": "fr",
            },
            at=("Verdugall", "Verdugal"),
        ),
    )

    least: int = Field(default=3, ge=2, description="How often the right spelling must occur.")
    length: int = Field(default=6, ge=4, description="How many letters the names must have.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        language = article.language.main
        if language not in _SUFFIX:
            yield Skip("the endings of names are not known in this language, or it is not known")
            return
        counts = Counter(article.once(spellings.words_and_gaps)[0])
        often = [word for word, count in counts.items() if count >= self.least and len(word) >= self.length]
        if not often or not self._slips(counts, often, language):
            return
        places: dict[str, list[Place]] = defaultdict(list)
        for line, words in article.once(spellings.capitalised):
            for match in words:
                places[match[0]].append((line, match))
        titles, opening = vocabulary(language).words("byline.honorifics").all, openers(language)
        persons = {
            word: {_before(line.text, match) for line, match in seen}
            for word, seen in places.items()
            if len(seen) >= self.least
            and len(word) >= self.length
            and any(_is_person(line.text, match, titles, opening) for line, match in seen)
        }
        for word, seen in places.items():
            if len(seen) > 1 or len(word) < self.length - 1:
                continue
            near = [right for right in persons if _slip(word, right, _suffix(language, word, right, same=True))]
            if not near or word.lower() in article.text or _goes_on(seen[0]):
                continue
            given = _given(seen[0], titles | opening)
            for right in near:
                same = bool(given) and given in persons[right]
                if (same or not given) and _slip(word, right, _suffix(language, word, right, same=same)):
                    yield self.finding(
                        f"'{word}' once, '{right}' {len(places[right])} times",
                        article,
                        [_evidence(article, seen[0]), _evidence(article, places[right][0])],
                        suggestion=right,
                    )

    def _slips(self, counts: Counter[str], often: list[str], language: str) -> bool:
        """Whether a word that stands in the article once may be a slip of one that stands there often."""
        singles = [word for word, count in counts.items() if count == 1 and len(word) >= self.length - 1]
        return any(
            word[0] == right[0] and _slip(word, right, _suffix(language, word, right, same=True))
            for right in often
            for word in singles
        )


def _suffix(language: str, word: str, right: str, *, same: bool) -> int:
    """How many letters must be alike at the end: none behind one first name, where a name takes no endings."""
    suffix = _SUFFIX[language]
    return 0 if same and suffix == _UNINFLECTED and len(word) == len(right) else suffix


def _slip(word: str, right: str, suffix: int) -> bool:
    """Whether one letter is missing, doubled or wrong inside a name, or two are swapped: not its head, nor its end."""
    shorter, longer = sorted((len(word), len(right)))
    if longer - shorter > 1 or word[0] != right[0] or spellings.key(word) == spellings.key(right):
        return False
    tail = 0
    while tail < shorter and word[-1 - tail] == right[-1 - tail]:
        tail += 1
    head = 0
    while head < shorter - tail and word[head] == right[head]:
        head += 1
    inner = longer - head - tail
    swapped = inner == 2 and len(word) == len(right) and word[head : head + 2] == right[head : head + 2][::-1]
    # Where a name takes no endings, a consonant may be doubled at its end too, or stand there only once.
    final = suffix == _UNINFLECTED and word[-1] == right[-1] and word[-1] not in "aeiosuy"
    doubled = final and (word == right + right[-1] or right == word + word[-1])
    return doubled or ((inner == 1 or swapped) and tail >= suffix and head >= 1)


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


def _is_person(text: str, match: re.Match[str], titles: frozenset[str], opening: frozenset[str]) -> bool:
    """Whether a title or a first name shows that a name is a person's; not every sentence opens with a name."""
    word = _before(text, match)
    above = text[: match.start() - len(word) - 1].rstrip(' \u00a0«“"„')
    within = bool(above) and (above[-1].isalpha() or above[-1] in ",;:(–—")
    if not word:
        return False
    return (within and word.istitle()) or level(word) in titles or (word.istitle() and level(word) not in opening)


def _given(place: Place, titles: frozenset[str]) -> str:
    """The first name before a name; none where a title or no name stands there."""
    line, match = place
    given = _before(line.text, match)
    return given if given[:1].isupper() and level(given) not in titles else ""


def _goes_on(place: Place) -> bool:
    """Whether a surname follows, so that the name is another person's first one."""
    line, match = place
    after = _AFTER.match(line.text, match.end())
    return after is not None and after.group(1)[:1].isupper()
