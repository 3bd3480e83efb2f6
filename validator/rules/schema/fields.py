"""Which fields there are, and whether an article has a value for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from pydantic import Field

from validator.model.article import Article
from validator.model.finding import Finding, Skip
from validator.model.nulls import says_nothing
from validator.rules.base import ArticleRule

OWN_RULES = frozenset({"text", "title", "author", "date", "outlet", "url"})


class Wanted(ArticleRule):
    """A field that a profile wants has a value; ``wish`` says how much it wants it."""

    wish: ClassVar[str]

    fields: tuple[str, ...] = Field(default=(), description="The fields wanted, as the profile names them.")

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for name in missing(article, self.fields):
            message = f"{name} is {self.wish} and has no value in the record or the text"
            yield replace(self.finding(message, article, [article.field(name)], subject=name), field=name)


def missing(article: Article, fields: tuple[str, ...]) -> Iterator[str]:
    """The fields of a list that have no value in the record or the text, and no rule of their own."""
    for name in fields:
        if name not in OWN_RULES and not _declared(article, name) and not _found(article, name):
            yield name


def _declared(article: Article, name: str) -> bool:
    declared = article.declared.get(name)
    return declared is not None and declared.value is not None and not says_nothing(declared.value)


def _found(article: Article, name: str) -> bool:
    """Whether an extractor found a value elsewhere."""
    match name:
        case "language":
            return article.language.value is not None
        case "date_modified":
            return article.modified.value is not None
        case "crawled_at":
            return article.collected.value is not None
        case "photo_credit":
            return bool(article.credits)
        case "photo_licence":
            return any(credit.licence is not None for credit in article.credits)
    return False
