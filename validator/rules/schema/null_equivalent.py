"""SCH005: a field is filled with a word for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.model.nulls import says_nothing
from validator.rules.base import UNREADABLE, ArticleRule, bad, good


class NullEquivalent(ArticleRule):
    """A field without a value must be null or absent.

    An empty string, a dash or "N/A" counts as filled wherever fields are counted, and becomes an author
    of that name in the first list of authors.
    """

    code = "SCH005"
    severity = Severity.WARNING
    formal = True
    silenced_by = UNREADABLE
    fixable = True
    examples = (
        good({"text": "The council met.", "author": None, "title": "None the wiser"}),
        good({"text": "Der Rat tagt.", "author": "Anna Null"}),
        good({"text": "Le conseil a voté.", "author": ["", "Anne Petit"], "language": "na"}),
        bad({"text": "Weinernte an der Mosel.", "author": "N/A"}, at=("N/A",)),
        bad({"text": "Trânsito cortado na ponte.", "author": " - ", "date_modified": ""}, at=("", " - ")),
        bad({"text": "В зоопарке родилось лоша.", "authors": []}, at=("[]",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        empty = [name for name, declared in article.declared.items() if name != "text" and says_nothing(declared.value)]
        if empty:
            says = "says nothing" if len(empty) == 1 else "say nothing"
            yield self.finding(
                f"{', '.join(empty)} {says}",
                article,
                [article.field(one) for one in empty],
                subject=" ".join(sorted(empty)),
                suggestion="write null",
            )
