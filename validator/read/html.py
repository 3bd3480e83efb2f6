"""HTML: one page is one article; its text by trafilatura, its metadata as everything that the page says of itself.

Each statement is a sighting with its place in the page. Which one counts is decided by their order; what
disagrees is for the rules to say.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from validator.model.evidence import CAPTIONS, FIGURES, FOOT, HEADER, SIGNATURE
from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.record import Declared, Problem, Record
from validator.read.decode import decode
from validator.read.page import blocks, captions, foot, house, marks, metadata, text
from validator.read.piece import Piece
from validator.regex import regex

_ALONE = 50  # letters of a line that is a time with its label
_LABELLED = regex(r"[^\d:：]{3,40}[:：]\s.*\d")
_ISSUE = regex(r"(?:№|N[or]\.|N[°º]|第)\s?\d+.*\d{4}")  # the number of a printed issue, and its day
ELSEWHERE = "time[datetime], elsewhere"
_STEP = regex(r"\s*[»›>→/|]\s*")
_DECLARED = regex(r"\A\ufeff?\s*<\?xml[^>]*\?>")  # says how the bytes were encoded, and they are text by now

_CHARSET = regex(rb"(?:\A\s*<\?xml[^>]*?\bencoding|<meta\b[^>]*?\bcharset)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SHIFTS = b"\x1b$"  # ISO 2022 writes its letters in ASCII, and says where: UTF-8 as well, though nobody could read it

_UNSEEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no browser shows it, and no XML may hold it


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:  # noqa: ARG001 - a page names its fields itself
    """The one record of a page."""
    yield of_page(piece.raw, piece.location(), {})


def of_page(raw: bytes, location: Location, noted: dict[str, Declared]) -> Record:
    """A page as a record; bytes that are no page are a record with its problem.

    ``noted`` is what the crawl noted beside the page.
    """
    from lxml import etree, html

    markup, problems = _decoded(raw)
    if markup is None:
        return Record(location, problems=problems)
    try:
        parser = html.HTMLParser(huge_tree=True)  # else what lies deeper than 255 elements is lost in silence
        tree = html.document_fromstring(_UNSEEN.sub("", _DECLARED.sub("", markup, count=1)), parser)
    except (etree.ParserError, ValueError) as error:
        message = f"no HTML that can be parsed: {error}"
        return Record(location, problems=(*problems, Problem("schema.unreadable", message)))
    if cut := parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        problems = (
            *problems,
            Problem("schema.unreadable", f"the page is read in part: {cut[0].message.split(',')[0]}"),
        )
    marked = marks.of_page(tree)
    sightings = list(metadata.sightings(tree, marked))
    title = next((str(one.value).strip() for name, one in sightings if name == "title"), "")
    paragraphs, shown = text.paragraphs(tree)
    tells = _tells(sightings)
    lead = blocks.standfirst(shown, metadata.descriptions(tree), paragraphs)
    above, below = blocks.around_headline([one for one in shown if not one.beside], title, paragraphs)
    sightings += _times(tree, above, below)
    if not any(name == "date" for name, _ in sightings):
        sightings += _printed_date(tree)
    fields = dict(noted)
    sightings += house.sightings(sightings)
    sightings += foot.sightings(marked, shown, paragraphs)
    for name, declared in sightings:
        if name not in ("site", SIGNATURE):
            fields.setdefault(name, declared)
    dated = [block for block in above if _dates(block.text, last=block is above[-1])]
    worded = [block for block in below if any(map(str.isalnum, block.text))]
    lines = (
        (HEADER, [one.text for one in (*dated, *worded)]),
        ("shown", [] if tells else [one.text for one in shown]),
        (CAPTIONS, captions.of_article(marked, shown, title, paragraphs)),
        (FIGURES, captions.between(tree, paragraphs)),
        (FOOT, blocks.foot(shown, paragraphs)),
    )
    sightings += [(name, Declared(some, name, "html")) for name, some in lines if some]
    again = blocks.is_printed_again(tree, shown, title, paragraphs)
    top = [] if title else blocks.right_above(tree, shown, paragraphs)
    paragraphs = blocks.below_menu(shown, title, paragraphs)
    article = "\n\n".join([*top, *_titled(title, lead, paragraphs, again=again)])
    return Record(location, article, fields, sightings=tuple(sightings), problems=problems)


def _dates(text: str, *, last: bool) -> bool:
    """Whether a line above the headline may date the article: right above it, or further up as its own words say."""
    return any(map(str.isdigit, text)) if last else (_LABELLED.match(text) or _ISSUE.match(text)) is not None


def _tells(sightings: list[tuple[str, Declared]]) -> bool:
    """Whether the metadata tell a day and name somebody who is not the house: then nobody asks what the page shows."""
    letters = blocks.letters
    houses = {letters(str(one.value)) for name, one in sightings if name in ("outlet", "site")}
    named = {letters("".join(one.value)) for name, one in sightings if name == "author"}
    return bool(named - houses) and any(name == "date" for name, _ in sightings)


def _decoded(raw: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The page as text: UTF-8, else the encoding that the page declares, else the likeliest."""
    text, problems = decode(raw)
    if text is None or not (problems or _SHIFTS in raw):
        return text, problems
    declared = _CHARSET.search(raw)
    try:
        return (raw.decode(declared[1].decode()), ()) if declared else (text, problems)
    except (LookupError, ValueError):
        return text, problems


def _printed_date(tree: Any) -> Iterator[tuple[str, Declared]]:
    """The date that the page prints where its metadata hold none, by htmldate's careful search."""
    from htmldate import find_date

    try:
        found = find_date(copy.deepcopy(tree), original_date=True, extensive_search=False)
    except ValueError:
        return
    if found:
        yield "date", Declared(found, "printed, by htmldate", "html")


def _times(tree: Any, above: list[blocks.Block], below: list[blocks.Block]) -> Iterator[tuple[str, Declared]]:
    """The page's ``<time>`` elements, first those that stand by themselves below the headline, then those above it.

    Other ones may be of teasers.
    """
    alone = [block for block in below if len(block.text) <= _ALONE]
    own = [time for block in (*alone, *reversed(above), *below) for time in block.times]
    for time in dict.fromkeys(own):
        yield "date", Declared(time, "time[datetime]", "html")
    for element in tree.iterfind(".//time[@datetime]"):
        if (time := element.get("datetime").strip()) not in own:
            yield "date", Declared(time, ELSEWHERE, "html")


def _leads_to(line: str, title: str) -> bool:
    """Whether a line is the trail of sections that leads to the page: ``Home › Sport › Choir wins``."""
    *sections, last = _STEP.split(line)
    return len(sections) > 1 and bool(title) and blocks.letters(last) == blocks.letters(title)


def _titled(title: str, lead: str | None, paragraphs: list[str], *, again: bool) -> list[str]:
    """The headline, what stands between it and the main text, and its paragraphs, which may begin with the headline.

    Headings for screens of several widths, and the last step of a trail, are one headline; what a paragraph prints
    ``again`` is there twice.
    """
    letters = blocks.letters
    paragraphs = [one for one in paragraphs[:2] if not _leads_to(one, title)] + paragraphs[2:]
    heads = [at for at, one in enumerate(paragraphs[:2]) if title and letters(one) == letters(title)]
    above = paragraphs[: heads[0]] if heads else []
    titles = [title] * (1 + again) if title else []
    return [*above, *titles, *([lead] if lead else []), *(paragraphs[heads[-1] + 1 :] if heads else paragraphs)]
