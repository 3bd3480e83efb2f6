"""ENC007: two kinds of apostrophe are mixed."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_STRAIGHT = regex(r"[^\W\d_]+'[^\W\d_]+")
_CURLY = regex("[^\\W\\d_]+’[^\\W\\d_]+")


class MixedApostrophes(ArticleRule):
    """One text has one kind of apostrophe.

    Two kinds tell that it was joined from two sources: a template, a quoted message, an inserted
    sentence. They also make two words of one.
    """

    code = "ENC007"
    severity = Severity.INFO
    triggers = frozenset("’")
    examples = (
        good("L’accord, l’effort et l’idée ; un panneau de 6'2\" et 5'10\" ; 'Mayor Well', 'so it goes', 'amen'."),
        good("Sheila O'Rourke said it wasn't so, that's all; Jasper van ’t Hof heeft ’s avonds en ’s ochtends tijd."),
        good("Ha detto ’o sindaco: l’acqua, l’aria e l’ombra; il tavolo è di 6' 2\" per 5' 10\", l’asse di 7' 1\"."),
        bad(
            "L’opéra, l’été, l’hiver et l’avenir : « C'est ici que l'on comprend qu'il joue », dit-il.",
            at=("C'est", "l'on", "qu'il"),
        ),
        bad(
            "Здоров'я сім'ї на подвір'ї та ім'я; об’єднання п’ять разів обов’язкове.",
            at=("об’єднання", "п’ять", "обов’язкове"),
        ),
    )

    least: int = Field(default=3, gt=0, description="How many of each kind make a mixture.")

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if text.count("'") < self.least or text.count("’") < self.least:
            return
        straight = [match.span() for match in _STRAIGHT.finditer(text)]
        curly = [match.span() for match in _CURLY.finditer(text)]
        fewer = min(straight, curly, key=len)
        if len(fewer) >= self.least:
            message = f"{len(straight)} straight and {len(curly)} curly apostrophes"
            yield self.finding(message, article, [article.at(*place) for place in fewer[:12]])
