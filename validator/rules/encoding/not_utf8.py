"""ENC011: the file is not written in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.told import signs

_STRAY = regex("[\udc80-\udcff]")  # bytes that a reader carried over undecoded (PEP 383)
_BYTES = frozenset(map(chr, range(0xDC80, 0xDD00)))


class NotUtf8(ArticleRule):
    """A corpus is written in UTF-8.

    Any other encoding has to be guessed, article by article, and a wrong guess is not seen until somebody
    reads the text. Bytes carried over undecoded stop every program that writes the text again.
    """

    code = "ENC011"
    severity = Severity.WARNING
    formal = True
    silenced_by = ("schema.unreadable",)
    examples = (
        good("Le café de l'été est fermé, 東京も、Київ теж."),
        good("The sign \ufffd alone does not tell that the file was not UTF-8."),
        good(
            "Der Stadtrat hat am Montag beschlossen, das Freibad „Seeblick“ zu schließen – für immer, so der "
            "Förderverein."
        ),
        good("Городской совет решил отремонтировать рынок: «Ёлка» на фасаде останется, обещает архитектор."),
        bad("Le caf\udce9 est ferm\udce9.", at=("\udce9", "\udce9")),
        bad(
            "Der Stadtrat hat am Montag beschlossen, die Br\udcfccke zu schlie\udcdfen und eine F\udce4hre fahren zu "
            "lassen.",
            at=("\udcfc", "\udcdf", "\udce4"),
        ),
        bad(
            "La se\udcf1ora Peña volvió ayer a abrir la panadería que su abuelo fundó en la plaza del pueblo.",
            at=("\udcf1",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for problem in article.problems:
            if problem.rule == self.rule_name():
                evidence = [Evidence("record", problem.quote, locator=problem.locator)] if problem.quote else []
                yield self.finding(problem.message, article, evidence, subject=problem.message)
        if article.once(signs).isdisjoint(_BYTES):
            return
        places = [match.span() for match in _STRAY.finditer(article.text)]
        if places:
            message = f"{len(places)} byte(s) of another encoding in the text"
            yield self.finding(message, article, [article.at(*place) for place in places[:12]])
