"""HTML: one page is one article; its text by trafilatura, its metadata as everything that the page says of itself.

Each statement is a sighting with its place in the page. Which one counts is decided by their order; what
disagrees is for the rules to say.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from validator.model.place import Location
from validator.model.record import Declared, Problem, Record
from validator.read import page_metadata
from validator.read.decode import decode
from validator.read.fields import RecordMap
from validator.read.piece import Piece

_DECLARED = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")  # says how the bytes were encoded, and they are text by now


def read(piece: Piece, names: RecordMap) -> Iterator[Record]:  # noqa: ARG001 - a page names its fields itself
    """The one record of a page."""
    yield of_page(piece.raw, piece.location(), {})


def of_page(raw: bytes, location: Location, noted: dict[str, Declared]) -> Record:
    """A page as a record; bytes that are no page are a record with its problem.

    ``noted`` is what the crawl noted beside the page.
    """
    from lxml import etree, html

    text, problems = _decoded(raw)
    if text is None:
        return Record(location, problems=problems)
    try:
        tree = html.document_fromstring(_DECLARED.sub("", text, count=1))
    except (etree.ParserError, ValueError) as error:
        message = f"no HTML that can be parsed: {error}"
        return Record(location, problems=(*problems, Problem("schema.unreadable", message)))
    sightings = tuple(page_metadata.sightings(tree))
    if not any(name == "date" for name, _ in sightings):
        sightings += tuple(_printed_date(tree))
    fields = dict(noted)
    for name, declared in sightings:
        fields.setdefault(name, declared)
    return Record(location, _main_text(tree, fields), fields, sightings=sightings, problems=problems)


def _decoded(raw: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The page as text: UTF-8, else the encoding that the page declares, else the likeliest."""
    from lxml import html

    text, problems = decode(raw)
    if text is None or not problems:
        return text, problems
    try:
        declared = html.document_fromstring(raw).getroottree().docinfo.encoding or ""
        return raw.decode(declared), ()
    except (LookupError, UnicodeDecodeError, ValueError):
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


def _main_text(tree: Any, fields: dict[str, Declared]) -> str:
    """The title, a blank line, and the paragraphs of the main text."""
    from trafilatura import extract

    body = extract(copy.deepcopy(tree), include_comments=False, include_tables=False, no_fallback=False) or ""
    title = fields.get("title")
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    headline = title.value.strip() if title is not None and isinstance(title.value, str) else ""
    if headline and _letters(headline) not in map(_letters, lines[:2]):
        lines.insert(0, headline)
    return "\n\n".join(lines)


def _letters(text: str) -> str:
    """A line for comparing: the page's markup moves spaces and punctuation about."""
    return "".join(one for one in text.casefold() if one.isalnum())
