"""Pages that a server sends instead of the article: a few lines, of which one says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from validator.lexicons.fold import weight
from validator.lexicons.lexicon import sections
from validator.model.article import Article, Line
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Skip
from validator.rules.base import ArticleRule

_HEAD = 3  # lines from the top in which such a page says what it is
_REST = 300  # letters beside the phrase, from which a phrase further down is a remark under a brief
_QUOTES = "«»\"“”„‚‘'「『"


class StandIn(ArticleRule):
    """A short page with a line of the section says why the article is not there.

    A long text with the same line is an article about such pages, or has other faults.
    """

    section: ClassVar[str]
    says: ClassVar[str]
    head: ClassVar[int | None] = None
    silenced_by = ("schema.unreadable", "text.empty")

    longest: int = Field(
        default=800,
        gt=0,
        description="Letters up to which a text can be such a page; an ideograph counts for 2.5.",
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if len(article.text) > self.longest or weight(article.text) > self.longest:
            return
        lines = [line for line in article.filled[: self.head] if self._says_so(line)]
        if lines and lines[0] not in article.filled[:_HEAD] and _rest(article, lines) > _REST:
            return
        found = [article.line(line) for line in lines]
        found += self._title(article) if article.text and not found else []
        if found:
            yield self.finding(f"{self.says}, in {len(article.text)} characters", article, found)

    def _says_so(self, line: Line) -> bool:
        return self.section in line.marks and line.text[0] not in _QUOTES

    def _title(self, article: Article) -> list[Evidence]:
        """The declared title, where it is such a line; a text of several sentences is believed before it."""
        title = article.field("title")
        if title is None or len(article.text) > self.longest / 2 or self.section not in sections(title.quote):
            return []
        return [title]


def _rest(article: Article, lines: list[Line]) -> float:
    return weight(article.text) - sum(weight(line.text) for line in lines)
