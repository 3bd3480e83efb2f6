"""Who signs a page and when, by the lines between its headline and its first paragraph.

A page's main text has no byline and no date line. Where its metadata name no person or tell no day, these lines are
read as the head of the article, by the same rules as a text's.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from validator.lexicons.fold import fold, level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Author, Role
from validator.model.evidence import Evidence
from validator.model.record import Declared, Record

_FIELD = "header"
_PLACE = "below the headline"
_KEPT = ("title", "language", "outlet")
_LABELS = ("byline.prefixes", "byline.labels")
_BESIDE = 2  # lines from a date to a name that stands alone, one between them
_GUESSED = ("time[datetime], elsewhere", "printed, by htmldate")


def record(article: Article) -> Record:
    """The page's text with these lines put back where they stand, and what its metadata are sure of."""
    shown = {fold(line) for line in article.text.split("\n")}
    lines: list[str] = next((one.value for name, one in article.sightings if name == _FIELD), [])
    title = article.said("title") or ""
    text = [title, *(one for one in lines if fold(one) not in shown), article.text.removeprefix(title).lstrip()]
    told = {name: article.declared[name] for name in _KEPT if name in article.declared}
    return Record(article.location, "\n\n".join(text), told)


def lacks_date(article: Article) -> bool:
    """Whether nothing in a page's metadata tells its day, or only what may be another article's."""
    declared = article.declared.get("date")
    return bool(article.sightings) and (declared is None or declared.locator in _GUESSED)


def lacks_person(article: Article, people: tuple[Author, ...]) -> bool:
    """Whether a page names nobody but its house."""
    return bool(article.sightings) and all(one.kind == "organisation" for one in people)


def with_date(article: Article, header: Article) -> Article:
    """The article with the day that its header prints for its field."""
    moment = header.published.value
    if moment is None:
        return article
    declared = {**article.declared, "date": Declared(header.published.seen[0].quote, _PLACE, "html")}
    return replace(article, declared=declared)


def signed(header: Article, people: tuple[Author, ...], words: Vocabulary) -> tuple[Author, ...]:
    """The persons that the header names behind a label, or beside a date where the metadata name nobody at all.

    A menu may hold what looks like a name, and a house that signs yields to no less than a label. Else ``people``.
    """
    filled = [line for line in header.lines if line.text]
    dated = [at for at, line in enumerate(filled) if line.role is Role.DATELINE and not people]
    sure = {line.number for at, line in enumerate(filled) if any(abs(at - one) < _BESIDE for one in dated)}
    sure |= {below.number for above, below in pairwise(filled) if _labels(above.text, words)}
    sure |= {line.number for line in filled if line.role is Role.BYLINE and _labelled(line.text, words)}
    found = tuple(
        replace(one, evidence=(Evidence("html", seen.quote, locator=_PLACE),))
        for one in header.authors
        for seen in one.evidence[:1]
        if one.kind == "person" and seen.span is not None and seen.span.line in sure
    )
    return found or people


def _labelled(text: str, words: Vocabulary) -> bool:
    return any(words.words(one).opening(level(text)) for one in _LABELS)


def _labels(text: str, words: Vocabulary) -> bool:
    return any(level(text).rstrip(" :：") in words.words(one).all for one in _LABELS)
