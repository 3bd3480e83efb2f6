"""SCH003: a recommended field has no value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.schema import fields

_BODY = "Le conseil municipal a voté le budget de la ville, malgré les critiques de l'opposition qui voulait un report."


class MissingRecommended(ArticleRule):
    """A field that the profile recommends should have a value.

    Looked at are the record and what was found in the text. Without the value the article can be used,
    but not for everything that the profile is meant for.
    """

    code = "SCH003"
    severity = Severity.WARNING
    examples = (
        good(_BODY),
        good({"text": "Rat tagt.", "language": "de"}),
        good({"text": "市议会", "language": "zh"}),
        bad("Rat tagt."),
        bad({"text": "Council meets", "language": "n/a"}, at=("n/a",)),
    )

    fields: tuple[str, ...] = Field(
        default=("language",), description="The recommended fields, as the profile names them."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for name in fields.missing(article, self.fields):
            message = f"{name} is recommended and has no value in the record or the text"
            yield replace(self.finding(message, article, [article.field(name)], subject=name), field=name)
