"""Lines of furniture: one engine, which each rule points at its own section of the lexicons."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from itertools import takewhile
from typing import ClassVar, Literal

from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Skip
from validator.rules.base import NO_ARTICLE, ArticleRule

MENU = frozenset({"boilerplate.nav", "boilerplate.sections"})
MOST = 12  # places that one finding quotes
_QUOTES = "«»\"“”„‚‘'「『"
_ITEM = 30  # letters of a menu's item
_PARAGRAPH = frozenset({Role.LEAD, Role.BODY})


class MarkedLines(ArticleRule):
    """A line that is, as a whole, a phrase of one section is no part of an article.

    ``place`` says where the section is believed: ``anywhere``, or at the ``edges`` (above the first
    paragraph and in the second half), for phrases that may as well be a subhead.
    """

    section: ClassVar[str]
    thing: ClassVar[str]
    place: ClassVar[Literal["anywhere", "edges"]] = "anywhere"
    longest: ClassVar[int] = 300
    silenced_by = (*NO_ARTICLE, "page.listing")
    fixable = True

    def __init_subclass__(cls) -> None:
        """The section triggers a rule, unless it says otherwise or its own check looks at other lines too."""
        super().__init_subclass__()
        if cls.check is MarkedLines.check and "triggers" not in vars(cls):
            cls.triggers = frozenset({cls.section})

    def unable(self, article: Article) -> str:
        return "" if article.lines else "no text"

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if reason := self.unable(article):
            yield Skip(reason)
            return
        found = self.kept(article, marked(article, self.section, self.longest))
        if found:
            yield self.finding(f"{counted(found)} of {self.thing}", article, map(article.line, found[:MOST]))

    def kept(self, article: Article, found: list[Line]) -> list[Line]:
        """Those of the marked lines that stand where the section is believed."""
        return [line for line in found if at_edge(article, line)] if found and self.place == "edges" else found


def marked(article: Article, section: str, longest: int = 300) -> list[Line]:
    """The lines of furniture that are a phrase of the section; a quoted phrase is the article's own."""
    lines = article.once(by_mark).get(section, ())
    return [line for line in lines if len(line.text) <= longest and line.text[0] not in _QUOTES]


def by_mark(article: Article) -> dict[str, list[Line]]:
    """Section -> the lines of furniture that are one of its phrases, and no wall's."""
    found: dict[str, list[Line]] = {}
    menu = _in_menu(article)
    for line in article.lines:
        if line.marks and line.role is Role.BOILERPLATE and "page.paywall" not in line.marks:
            for mark in line.marks if line.number not in menu else line.marks & MENU:
                found.setdefault(mark, []).append(line)
    return found


def _in_menu(article: Article) -> set[int]:
    """The numbers of the lines between two of a menu above the text: there an ``Anzeigen`` leads to a section."""
    head = list(takewhile(lambda line: line.role not in _PARAGRAPH, article.filled))
    return {
        line.number
        for above, line, below in zip(head, head[1:], head[2:], strict=False)
        if above.marks & MENU and below.marks & MENU and len(line.text) <= _ITEM
    }


def at_edge(article: Article, line: Line) -> bool:
    """Whether a line stands above the first paragraph, behind the last, or in the second half of the text."""
    paragraphs = [one.number for one in article.lines if one.role in _PARAGRAPH]
    filled = article.filled
    edges = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(article.lines))
    return not edges[0] <= line.number <= edges[1] or line.number >= filled[len(filled) // 2].number


def following(article: Article, line: Line) -> Line | None:
    """The next line that is not blank."""
    return next((one for one in article.lines[line.number :] if one.role is not Role.BLANK), None)


def counted(found: Sized) -> str:
    return "1 line" if len(found) == 1 else f"{len(found)} lines"
