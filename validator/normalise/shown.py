"""Who signs a page and when, by what a reader sees of it.

A page's main text has no byline and no date line. Where its metadata name no person or tell no day, the page is read as
a text, by the same rules; a short one as its main text with the lines between the headline and the first paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from validator.lexicons.fold import fold, level
from validator.lexicons.lexicon import Vocabulary, openers
from validator.model.article import Article, Author, Line, Precision, Role
from validator.model.evidence import FOOT, HEADER, SIGNATURE, Evidence
from validator.model.record import Declared, Record, shown
from validator.normalise import authors
from validator.normalise.layout import lines, page
from validator.normalise.names import bylines, filed, run_in
from validator.regex import regex

_PLACE = "shown"
_ROUGH = (Precision.YEAR, Precision.MONTH)
_KEPT = ("title", "language", "outlet")
_LABELS = ("byline.prefixes", "byline.labels")
_BESIDE = 2  # lines from a date to a name that stands alone, one between them
_PARTED = regex(r"\s*[|｜•·]\s*")  # what parts date, name and place in one line
_BAR = regex(r"\s+[|｜]\s+")
_INITIALS = regex(r"[a-zß-ÿ]{2,4}")
_MANY = 3  # paragraphs above a signature
_HEADER = 160  # letters of a line that signs and dates
_GUESSED = ("time[datetime], elsewhere", "printed, by htmldate")


def record(article: Article, words: Vocabulary) -> Record:
    """The page as a reader sees it, menus and all; where there are none, its text with the lines that it lost.

    Of its metadata what these are sure of.
    """
    seen = shown(article.sightings, "shown")
    if not _framed("\n".join(seen)):
        known = {fold(line) for line in article.text.split("\n")}
        title = article.said("title") or ""
        header, foot = (
            [one for one in shown(article.sightings, place) if fold(one) not in known] for place in (HEADER, FOOT)
        )
        seen = [title, *header, article.text.removeprefix(title).lstrip(), *foot]
    seen = [piece for line in seen for piece in _pieces(line, words)]
    told = {name: article.declared[name] for name in _KEPT if name in article.declared}
    return Record(article.location, "\n".join(seen), told)


def _pieces(line: str, words: Vocabulary) -> list[str]:
    """A line whose bars part a date from who says so by label (``3 May 2026 | By Jane Roe``) in its pieces."""
    pieces = _BAR.split(line) if "|" in line else [line]
    labelled = any(words.words(one).opening(level(piece)) for one in _LABELS for piece in pieces[1:])
    return pieces if labelled and len(line) <= _HEADER else [line]


def lacks_date(article: Article) -> bool:
    """Whether nothing in a page's metadata tells its day, or only what may be another article's."""
    declared = article.declared.get("date")
    return bool(article.sightings) and (declared is None or declared.locator in _GUESSED)


def lacks_person(article: Article, people: tuple[Author, ...]) -> bool:
    """Whether a page names nobody but its house, an agency, or somebody by initials in small letters (``hnh``)."""
    return bool(article.sightings) and all(
        one.kind != "person" or authors.opens_house(one.value, article) or _INITIALS.fullmatch(one.value)
        for one in people
    )


def with_date(article: Article, seen: Article) -> Article:
    """The article with the day that the page prints for its field."""
    moment = seen.published.value
    if moment is None or moment.precision in _ROUGH:
        return article
    declared = {**article.declared, "date": Declared(seen.published.seen[0].quote, _PLACE, "html")}
    return replace(article, declared=declared)


def signed(seen: Article, people: tuple[Author, ...], words: Vocabulary) -> tuple[Author, ...]:
    """Whom the page as it is shown names beside ``people``, who are none or a house.

    A menu may hold what looks like a name: where the page is too short to be framed, or a house signs, a name has to
    stand beside a label or a date.
    """
    sure = _sure(seen, people, words)
    return tuple(
        replace(one, evidence=(Evidence("html", told.quote, locator=_PLACE),))
        for one in seen.authors
        for told in one.evidence[:1]
        if (one.kind == "person" or not people or _is_desk(one, people, words))
        and told.span is not None
        and told.span.line in sure
    )


def _is_desk(one: Author, people: tuple[Author, ...], words: Vocabulary) -> bool:
    """Whether a team is the newsroom of the house that alone is named: ``Redazione Faro`` of the ``Agenzia Faro``."""
    team = words.words("byline.team_words").within(level(one.value)) is not None
    named = {word for house in people for word in level(house.value).split()}
    small = set[str]().union(*map(openers, words.languages))
    own = named.intersection(level(one.value).split()) - small
    return one.kind == "organisation" and team and bool(own) and all(one.kind == "organisation" for one in people)


def _sure(seen: Article, people: tuple[Author, ...], words: Vocabulary) -> set[int]:
    """The numbers of the lines in which a name is an author's, whoever ``people`` are.

    An agency's dispatch tells of persons on lines of their own: only what a label says of it is sure.
    """
    filled = [line for line in seen.lines if line.text]
    if not people and _framed(seen.text):
        return {line.number for line in filled}
    sure = {below.number for above, below in pairwise(filled) if _labels(above.text, words)}
    for line in filled:
        if line.role is Role.BYLINE and (_labelled(line.text, words) or filed.is_agency_byline(line.text)):
            sure.add(line.number)
    if any(one.kind == "agency" for one in people):
        return sure
    offices = words.words("byline.roles").all
    named = [line for line in filled if line.role is not Role.BOILERPLATE and level(line.text) not in offices]
    signing = {line.number for line in named if line.role is Role.BYLINE}
    dated = _dated(seen, named)
    text = [line.number for line in filled if line.role in (Role.LEAD, Role.BODY)]
    below = {one for one in signing for begun in text[_MANY : _MANY + 1] if one > begun}
    opening = {line.number for line in filled if line.number in text[:1] and run_in.led_by_reporter(line.text)}
    closing = {line.number for line in filled if line.number in text[-1:] and run_in.closed_by_names(line.text, words)}
    return sure | below | opening | closing | (dated & signing if people else dated)


def signed_below(article: Article, words: Vocabulary) -> tuple[Author, ...]:
    """Whom a page names right below its text, where that is nothing but names."""
    line = next((one.value for name, one in article.sightings if name == SIGNATURE), "")
    if not line or not bylines.looks_like(line, words):
        return ()
    evidence = (Evidence("html", line, locator=SIGNATURE),)
    found = (one for one in bylines.split(line, words) if one.kind == "person" and " " in one.value)
    return tuple(Author(one.value, "person", evidence) for one in found)


def _dated(seen: Article, filled: list[Line]) -> set[int]:
    """The numbers of the lines that a date stands in or beside; an office or a counter between parts nothing.

    Nor does another name between, or several.
    """
    within = {one.evidence.span.line for one in seen.dates if one.evidence.span is not None}
    dated = [at for at, line in enumerate(filled) if line.role is Role.DATELINE]
    beside = {line.number for at, line in enumerate(filled) if any(abs(at - one) < _BESIDE for one in dated)}
    names = [(above, below) for above, below in pairwise(filled) if above.role is below.role is Role.BYLINE]
    signing = [(above.number, below.number) for above, below in names]
    for above, below in reversed(signing):
        beside |= {above} if below in beside else set()
    for above, below in signing:
        beside |= {below} if above in beside else set()
    return beside | {line.number for line in filled if line.role is Role.BYLINE and line.number in within}


def _framed(text: str) -> bool:
    return page.is_page([draft for draft in lines.split(text) if draft.text])


def _labelled(text: str, words: Vocabulary) -> bool:
    pieces = _PARTED.split(level(text))
    return any(words.words(one).opening(piece) for one in _LABELS for piece in pieces)


def _labels(text: str, words: Vocabulary) -> bool:
    return any(level(text).rstrip(" :：") in words.words(one).all for one in _LABELS)
