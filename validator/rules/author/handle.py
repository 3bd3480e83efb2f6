"""AUT008: the author is an account's handle."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.author import signed
from validator.rules.base import bad, good

_HANDLE = regex(r"@[\w.\-]+")


class Handle(signed.DeclaredValues):
    """An author should be named, not only by the handle of an account.

    A handle belongs to a platform and can change hands; as a name it does not match the same writer's byline.
    """

    code = "AUT008"
    severity = Severity.INFO
    examples = (
        good({"text": "Rates were cut.", "author": "Jane Roe (@janeroe)"}),
        good({"text": "Ryby w Warcie.", "author": "kopec@wiesci.example"}),
        bad({"text": "Sevilla multará.", "author": "@rociodelvalle_svq"}, at=("@rociodelvalle_svq",)),
        bad({"text": "عثر مزارع على لوحة.", "author": "@athar_alsham"}, at=("@athar_alsham",)),
        bad({"text": "Музей готує експозицію.", "author": ["@rivne_museum_news"]}, at=("@rivne_museum_news",)),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        if _HANDLE.fullmatch(value.quote.strip()):
            yield self.finding(f"the author is the handle {value.quote.strip()}", article, [value])
