"""Pages that a server sends instead of the article: a few lines, of which one says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from validator.lexicons import stand_ins
from validator.lexicons.fold import level, weight
from validator.lexicons.keywords import unquoted
from validator.lexicons.lexicon import sections
from validator.model.article import Article, Line, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Skip
from validator.rules.base import ArticleRule

_HEAD = 3  # lines from the top in which such a page says what it is
_REST = 300  # letters beside the phrase, from which a phrase further down is a remark under a brief
_LINE = 220.0  # letters from which a line is prose, whatever words stand together in it
_ARTICLE = frozenset({Role.BYLINE, Role.DATELINE})
_QUOTES = "«»\"“”„‚‘'「『"


class StandIn(ArticleRule):
    """A short page with a line of the section says why the article is not there.

    The line is a phrase of the section, or words of it stand together in it; the latter proves nothing
    below a byline. A long text with the same line is an article about such pages, or has other faults.
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
        lines = [line for line in article.filled[: self.head] if self._says_so(line)] or self._told(article)
        if lines and lines[0] not in article.filled[:_HEAD] and _rest(article, lines) > _REST:
            return
        found = [article.line(line) for line in lines]
        found += self._title(article) if article.text and not found else []
        if found:
            yield self.finding(f"{self.says}, in {len(article.text)} characters", article, found)

    def _says_so(self, line: Line) -> bool:
        return self.section in line.marks and line.text[0] not in _QUOTES

    def _told(self, article: Article) -> list[Line]:
        """The lines in which words of the section stand together."""
        if any(line.role in _ARTICLE for line in article.filled):
            return []
        text = unquoted(article.leveled)
        return [
            line
            for line in article.filled[: self.head]
            if weight(line.text) <= _LINE and stand_ins.told(self.section, unquoted(level(line.text)), text)
        ]

    def _title(self, article: Article) -> list[Evidence]:
        """The declared title, where it is such a line; a text of several sentences is believed before it."""
        title = article.field("title")
        if title is None or len(article.text) > self.longest / 2 or self.section not in sections(title.quote):
            return []
        return [title]


def _rest(article: Article, lines: list[Line]) -> float:
    return weight(article.text) - sum(weight(line.text) for line in lines)
