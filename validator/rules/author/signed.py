"""What an article is signed with: the declared values as they are, and the lines that name somebody."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from validator.lexicons import chinese_header
from validator.lexicons.fold import level, plain_latin, skipped
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Author, Line, Role
from validator.model.evidence import HEADER, Evidence
from validator.model.finding import Finding, Skip
from validator.rules.base import DeclaredRule


class DeclaredValues(DeclaredRule):
    """A rule asked of every string in the declared author; ``of`` judges one of them."""

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        values = declared(article)
        if not values:
            yield Skip("no author is declared")
        for value in values:
            yield from self.of(value, article)

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        """Every fault of this kind in one string."""
        raise NotImplementedError


def declared(article: Article) -> tuple[Evidence, ...]:
    """Every string in the declared author: itself, those of a list, the ``name`` of an object."""
    return article.once(_declared)


def _declared(article: Article) -> tuple[Evidence, ...]:
    field = article.declared.get("author")
    told = field.strings() if field is not None else ()
    return tuple(Evidence("record", value, locator=locator) for value, locator in told if value.strip())


def bylines(article: Article, known: Vocabulary) -> Iterator[tuple[Line, int]]:
    """The lines that say who wrote, each with the offset at which the names begin.

    They do so by prefix or label, or by the office that stands alone in the line below (``Political editor``).
    """
    yield from _prefixed(article.with_role(Role.BYLINE), known)
    roles = known.words("byline.roles")
    for line, below in pairwise(article.filled):
        if line.role is below.role is Role.BYLINE and not prefix(line.text, known):
            leveled = level(below.text)
            if roles.closing(leveled) or roles.opening(leveled) == len(leveled):
                yield line, 0
    for line, start, end in fields(article.with_role(Role.DATELINE), known):
        if end == len(line.text):
            yield line, start


def fields(lines: Iterable[Line], known: Vocabulary) -> Iterator[tuple[Line, int, int]]:
    """Where the values stand that a Chinese date line labels as the author's."""
    for line in lines:
        if line.role is Role.DATELINE:
            yield from ((line, start, end) for start, end in chinese_header.authors(line.text, known))


def place(article: Article, line: Line, start: int, end: int) -> Evidence:
    """A part of a line, which may be one of a page's header and no line of the text."""
    if line in article.header:
        return Evidence("html", line.text[start:end], locator=HEADER)
    return article.at(line.start + start, line.start + end)


def header(article: Article, known: Vocabulary) -> Iterator[tuple[Line, int]]:
    """The same of the lines between a page's headline and its text, which are no lines of the text."""
    yield from _prefixed((line for line in article.header if line.role is Role.BYLINE), known)


def _prefixed(lines: Iterator[Line], known: Vocabulary) -> Iterator[tuple[Line, int]]:
    for line in lines:
        length = prefix(line.text, known)
        if length:
            yield line, length


@lru_cache(maxsize=4096)
def prefix(value: str, known: Vocabulary) -> int:
    """The length of the byline's prefix or label, with its colon or slash, that a value begins with; else 0."""
    leveled = level(value)
    length = max(known.words(f"byline.{kind}").opening(leveled) for kind in ("prefixes", "labels"))
    if not length:
        return 0
    return skipped(value, length, signs=" :：/／・＝=|\u00a0\u3000")


def persons(article: Article) -> list[Author]:
    """The declared authors that are persons."""
    return [one for one in article.authors if one.kind == "person" and any(seen.declared for seen in one.evidence)]


@lru_cache(maxsize=4096)
def tokens(name: str) -> frozenset[str]:
    """The words of a name without case, accents and punctuation."""
    return frozenset("".join(one if one.isalnum() else " " for one in plain_latin(name.casefold())).split())


def script(name: str) -> str:
    """The script of a name's first letter, as Unicode calls it (``LATIN``, ``CYRILLIC``, ``CJK``)."""
    letter = next((one for one in name if one.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
