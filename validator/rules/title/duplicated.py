"""TTL002: the title stands twice above the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from validator.lexicons.fold import fold, weight
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_HEAD = 4  # lines in which a title and its repeat stand
_LEAST = 8  # letters of a title worth repeating
_FAR = 8  # lines below a title in which its repeat is one, as long as no paragraph stands between
_WORDS, _SURE = 3, 16  # words and letters of a title that is told again further down
_SPACELESS = "\u3040"  # scripts that do not part their words
_SENTENCE = 120  # letters from which a line is a paragraph


class Duplicated(ArticleRule):
    """A title stands once.

    The second one is the site's layout, kept by an extractor. It counts twice in a search index, and a
    model learns that articles begin with an echo.
    """

    code = "TTL002"
    severity = Severity.WARNING
    fixable = True
    examples = (
        good("Market hall to be renovated\n\nMarket hall to be renovated by 2027, council says after a long debate."),
        good("Sport\n\nSport\n\nDer Verein hat am Montag einen neuen Trainer vorgestellt, den dritten in diesem Jahr."),
        good("La halle sera rénovée\n\nClaire Morvan-Lefort\n\nClaire Morvan-Lefort\n\nLe conseil a voté lundi."),
        bad(
            "Poutine et Trump discutent\n\nPoutine et Trump discutent\n\nLe président russe a eu un entretien.",
            at=("Poutine et Trump discutent", "Poutine et Trump discutent"),
        ),
        good("Ferry strike off\n\nSport\n\nFerry strike off, says board\n\nFerries ran on Monday.\n\nFerry strike off"),
        bad(
            "Ferry strike called off after two days\n\n14 March 2021, 09:15\n\nFerry strike called off after two "
            "days\n\nA ferry leaves the pier. Photo: Nell Harrow\n\nFerries ran normally on Monday, the board said.",
            at=("Ferry strike called off after two days", "Ferry strike called off after two days"),
        ),
        bad(
            "«Полет братьев Пашковых»\n\nПОЛЕТ БРАТЬЕВ ПАШКОВЫХ.\n\nИсторик нашёл в архиве дневник братьев.",
            at=("«Полет братьев Пашковых»", "ПОЛЕТ БРАТЬЕВ ПАШКОВЫХ."),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = next(_beside(article), None) or _further_down(article)
        if found:
            first, second = found
            evidence = [article.line(first), article.line(second)]
            yield self.finding(f"lines {first.number} and {second.number} are the same title", article, evidence)


def _beside(article: Article) -> Iterator[tuple[Line, Line]]:
    """Two equal lines, one below the other, at the head of the text."""
    for at, (first, second) in enumerate(pairwise(article.filled[:_HEAD])):
        if at and Role.TITLE not in (first.role, second.role):
            continue
        if abs(len(first.text) - len(second.text)) <= _LEAST and len(first.text) >= _LEAST // 2:
            key = _letters(first.text)
            if _long_enough(key) and key == _letters(second.text):
                yield first, second


def _further_down(article: Article) -> tuple[Line, Line] | None:
    """The title and its repeat below a date, a byline or a picture; a text that begins in between may well say it."""
    lines = article.filled
    at = next((at for at, line in enumerate(lines[:_FAR]) if line.role is Role.TITLE), None)
    if at is None or len(lines[at].text) < _SURE or not _is_sentence(lines[at].text):
        return None
    title = lines[at]
    for line in lines[at + 1 : at + 1 + _FAR]:
        if abs(len(line.text) - len(title.text)) <= _LEAST and _letters(line.text) == _letters(title.text):
            return title, line
        if weight(line.text) >= _SENTENCE:
            return None
    return None


def _is_sentence(text: str) -> bool:
    """Whether a title is long enough that nobody says it again by chance."""
    return len(text.split()) >= _WORDS or text >= _SPACELESS


def _letters(text: str) -> str:
    return "".join(one for one in fold(text) if one.isalnum())


def _long_enough(key: str) -> bool:
    return len(key) >= (_LEAST if key.isascii() or key < _SPACELESS else _LEAST // 2)
