"""SCH002: a required field has no value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.schema import fields

_BODY = "Le conseil municipal a voté le budget de la ville, malgré les critiques de l'opposition qui voulait un report."


class MissingRequired(ArticleRule):
    """A field that the profile requires must have a value.

    Looked at are the record and what was found in the text. Title, author, date, outlet and URL have rules
    of their own; the others are judged here, so that no consumer of the corpus meets a hole.
    """

    code = "SCH002"
    severity = Severity.ERROR
    examples = (
        good(_BODY),
        good({"text": "Rat tagt.", "language": "de"}),
        good({"text": "市议会", "language": "zh"}),
        bad("Rat tagt."),
        bad({"text": "Council meets", "language": "n/a"}, at=("n/a",)),
    )

    fields: tuple[str, ...] = Field(
        default=("language",), description="The required fields, as the profile names them."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for name in fields.missing(article, self.fields):
            message = f"{name} is required and has no value in the record or the text"
            yield replace(self.finding(message, article, [article.field(name)], subject=name), field=name)
