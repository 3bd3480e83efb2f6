"""AUT004: a news agency stands for the author."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good


class Agency(DeclaredRule):
    """A news agency is where a text comes from, not who wrote it.

    In the author's field it hides that the text is a reprint: the same copy is then counted as the work of
    as many newsrooms as carried it.
    """

    code = "AUT004"
    severity = Severity.WARNING
    examples = (
        good({"text": "The court freed an editor.", "author": "Jane Roe (Reuters)"}),
        good(
            {
                "text": "يجتمع كل خميس في مقهى صغير شعراء قدموا من بغداد.",
                "author": "سلمى المجاطي (رويترز)",
                "language": "ar",
            }
        ),
        good({"text": "Die Bahn baut.", "author": ["Uwe Rademacher", "dpa"]}),
        bad({"text": "Das Landgericht hat den Angeklagten freigesprochen.", "author": "dpa"}, at=("dpa",)),
        bad({"text": "El Gobierno aprobó la reforma.", "author": "Agencia EFE", "language": "es"}, at=("Agencia EFE",)),
        bad({"text": "بدأت أشغال توسعة رصيف الحاويات.", "author": "رويترز", "language": "ar"}, at=("رويترز",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.authors:
            yield Skip("no author is named")
            return
        if any(one.kind == "person" for one in article.authors):
            return
        for one in article.authors:
            if one.kind == "agency":
                yield self.finding(
                    f"the author is the agency {one.value}",
                    article,
                    one.evidence,
                    subject=fold(one.value),
                    suggestion=f"agency: {one.value}",
                )
