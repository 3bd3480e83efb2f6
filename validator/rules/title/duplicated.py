"""TTL002: the title stands twice above the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from validator.lexicons.fold import fold
from validator.model.article import Article, Role
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good

_HEAD = 4  # lines in which a title and its repeat stand
_LEAST = 8  # letters of a title worth repeating


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
        bad(
            "«Полет братьев Пашковых»\n\nПОЛЕТ БРАТЬЕВ ПАШКОВЫХ.\n\nИсторик нашёл в архиве дневник братьев.",
            at=("«Полет братьев Пашковых»", "ПОЛЕТ БРАТЬЕВ ПАШКОВЫХ."),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for at, (first, second) in enumerate(pairwise(article.filled[:_HEAD])):
            if at and Role.TITLE not in (first.role, second.role):
                continue
            if abs(len(first.text) - len(second.text)) > _LEAST or len(first.text) < _LEAST // 2:
                continue
            key = _letters(first.text)
            if _long_enough(key) and key == _letters(second.text):
                evidence = [article.line(first), article.line(second)]
                yield self.finding(f"lines {first.number} and {second.number} are the same title", article, evidence)
                return


def _letters(text: str) -> str:
    return "".join(one for one in fold(text) if one.isalnum())


def _long_enough(key: str) -> bool:
    return len(key) >= (_LEAST if key.isascii() or key < "\u3040" else _LEAST // 2)
