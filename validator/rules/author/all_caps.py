"""AUT012: the author's name is written in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good


class AllCaps(ArticleRule):
    """An author's name is written with capitals and small letters.

    What the page shows in capitals is not how the name is spelled: ``MCLEOD`` has lost the one letter that
    cannot be restored by rule.
    """

    code = "AUT012"
    severity = Severity.INFO
    examples = (
        good({"text": "A hundred years.", "author": ["Sheila O'Rourke", "J. R. McLeod"], "language": "en"}),
        good({"text": "Das Gericht sprach ihn frei.", "author": "DPA", "language": "de"}),
        good({"text": "古镇灯会重现百年盛景。", "author": "何 永年", "language": "zh"}),
        bad({"text": "Un puerto seco.", "author": "CAMILA ARRIAGADA", "language": "es"}, at=("CAMILA ARRIAGADA",)),
        bad({"text": "Ceny masła rosną.", "author": "BOGDAN NIZIOŁEK", "language": "pl"}, at=("BOGDAN NIZIOŁEK",)),
        bad(
            {"text": "Коровай вагою сто кілограмів.", "author": "РОМАН КУЧЕРЕНКО", "language": "uk"},
            at=("РОМАН КУЧЕРЕНКО",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        people = [one for one in article.authors if one.kind == "person"]
        if not people:
            yield Skip("no person is named as author")
        for one in people:
            long = [part for part in one.value.split() if sum(letter.isalpha() for letter in part) > 1]
            if len(long) >= 2 and one.value.isupper() and fold(one.value) != fold(article.source.value or ""):
                yield self.finding(
                    "the author's name is written in capitals", article, one.evidence[:1], suggestion=one.value.title()
                )
