"""What a page says of itself: JSON-LD, Open Graph and other meta elements, microdata, ``<time>``, bylines, figures.

Sources: schema.org NewsArticle, the Open Graph protocol, Dublin Core, and the class names that news sites use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from validator.model.evidence import AUTHOR_LINKS
from validator.model.record import Declared
from validator.read.page import blocks, figures, json_ld, teasers, titles
from validator.read.page.marks import Marked
from validator.regex import regex

Sighting = tuple[str, Declared]

_META = (
    ("date", "property", "article:published_time"),
    ("date", "itemprop", "datePublished"),
    ("date", "name", "date"),
    ("date", "name", "pubdate"),
    ("date", "name", "publishdate"),
    ("date", "name", "dc.date"),
    ("date", "name", "DC.date.issued"),
    ("date", "name", "dcterms.created"),
    ("date", "name", "dcterms.issued"),
    ("date", "name", "dc.date.created"),
    ("date", "name", "publish-date"),
    ("date", "name", "publication_date"),
    ("date", "name", "parsely-pub-date"),
    ("date", "name", "sailthru.date"),
    ("date", "name", "last-modified-published"),
    ("date_modified", "property", "article:modified_time"),
    ("date_modified", "itemprop", "dateModified"),
    ("author", "name", "author"),
    ("author", "itemprop", "author"),
    ("author", "name", "parsely-author"),
    ("author", "name", "sailthru.author"),
    ("author", "name", "dc.creator"),
    ("author", "name", "dcterms.creator"),
    ("author", "name", "byl"),
    ("author", "name", "mediator_author"),
    ("author", "property", "dable:author"),
    ("author", "property", "article:author"),
    ("author", "name", "cXenseParse:author"),
    ("outlet", "property", "og:site_name"),
    ("outlet", "name", "application-name"),
    ("url", "property", "og:url"),
    ("language", "property", "og:locale"),
)
_PUBLISHED = regex(r"(^|\s)(dc|dct|dcterms|schema):(created|issued|date|dateCreated|datePublished)(\s|$)")
_DIGIT = regex("[0-9]")
_WHO, _PERSON = {"itemprop", "rel", "typeof"}, regex("author|byline|user-?name|fn")  # few elements name anybody
_BYLINE = regex("byline|author[-_]?name|authorName|article-author|article__author|user-name")
_LINES = frozenset("p span div a address li".split())
_DIGITS = 4  # of a date at least
_ADDRESS = regex(r"(?:e-?mail:?\s*)?\S+@\S+", re.IGNORECASE)
_UP = 4  # elements from a name to the block of names that it stands in
_LONGEST_BYLINE = 120
# Where readers write, by the class or the id of an element; a page with comments is called by them too.
_COMMENTS = regex(
    r"(?:^|[\s_-])(?<!has-)(?<!no-)(?<!with-)(?:comments?|coment[aá]rios?|commentaires?|commenti|kommentare?|kommentarer|reacties"
    r"|komentarze|komentare|komentari|комментари[ий]|yorumlar?)(?:[\s_-]|$)"
)
_WHOLE = frozenset(("html", "body", "main"))
_RELATED = regex(r"(?:^|[\s_-])(?:related|recommended)(?:[\s_-]|$)")


def sightings(tree: Any, marked: list[Marked]) -> Iterator[Sighting]:
    """Every statement of a parsed page about a field, the most trustworthy first."""
    nodes = json_ld.articles(tree)
    stated = list(titles.titles(tree, nodes, marked))
    headlines = frozenset(blocks.letters(str(one.value)) for name, one in stated if name == "title")
    yield from stated
    yield from json_ld.sightings(tree, nodes)
    yield from _of_meta(tree)
    yield from _of_elements(tree, marked, headlines)
    yield from json_ld.addresses(nodes)
    yield from figures.sightings(tree, marked, headlines)


def descriptions(tree: Any) -> list[str]:
    """What the page says that it is about, shortened or whole."""
    return list(tree.xpath("//meta[@name='description' or @property='og:description']/@content"))


def _of_meta(tree: Any) -> Iterator[Sighting]:
    found: dict[tuple[str, str], list[str]] = {}
    for element in tree.iterfind(".//meta"):
        content = (element.get("content") or element.get("datetime") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and element.get(attribute):
                found.setdefault((attribute, element.get(attribute).lower()), []).append(content)
    for field, attribute, key in _META:
        for other in dict.fromkeys((attribute, "name", "property")):
            values = found.get((other, key.lower()), [])
            usable = [value for value in values if field != "author" or "://" not in value]
            if usable:
                value = usable if field == "author" else usable[0]
                yield field, Declared(value, f'meta[{other}="{key}"]', "html")


def _of_elements(tree: Any, marked: list[Marked], headlines: frozenset[str]) -> Iterator[Sighting]:
    yield from islice(_machine_dates(marked), 1)
    for link in tree.iterfind(".//link[@rel='canonical']"):
        if link.get("href"):
            yield "canonical_url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
            yield "url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
    if tree.get("lang"):
        yield "language", Declared(tree.get("lang").strip(), "html[lang]", "html")
    personal = [(one, marks) for one, marks in marked if marks.keys() & _WHO or _PERSON.search(marks.get("class", ""))]
    for place, names_author in _BYLINES:
        called = [one for one, marks in personal if names_author(one, marks)]
        own = [one for one in called if not (_is_anothers(one) or teasers.hold(one, headlines))]
        names = list(dict.fromkeys(_parts(one) for one in _innermost(_together(own))))
        short = [name for name in names if 2 < len(name) <= _LONGEST_BYLINE]
        if short:
            yield "author", Declared(short[:6], place, "html")


def _machine_dates(marked: list[Marked]) -> Iterator[Sighting]:
    """Microdata, RDFa and hAtom on elements that hold the date for machines beside the one that they show."""
    for element, marks in marked:
        dated = marks.get("itemprop") == "datePublished" or _PUBLISHED.search(marks.get("property", ""))
        if dated or (element.tag == "abbr" and "published" in marks.get("class", "")):
            for name, value in marks.items():
                if name in ("content", "title") and element.tag not in ("meta", "time") and _DIGIT.search(value):
                    yield "date", Declared(value.strip(), f"{element.tag}[{name}]", "html")


def _is_item(element: Any, marks: dict[str, str]) -> bool:
    if marks.get("itemprop") == "author":
        return element.find(".//*[@itemprop='name']") is None
    return marks.get("itemprop") == "name" and any(one.get("itemprop") == "author" for one in element.iterancestors())


def _is_link(element: Any, marks: dict[str, str]) -> bool:
    return element.tag == "a" and " author " in f" {marks.get('rel')} "


def _is_user(element: Any, marks: dict[str, str]) -> bool:
    """Drupal, with RDFa and without."""
    return (marks.get("typeof") == "sioc:UserAccount" or "username" in marks.get("class", "")) and any(
        "submitted" in above.get("class", "") or "has_creator" in above.get("rel", "")
        for above in element.iterancestors()
    )


def _is_card(element: Any, marks: dict[str, str]) -> bool:
    """HAtom."""
    cards = (above.get("class", "") for above in element.iterancestors())
    return " fn " in f" {marks.get('class')} " and any("vcard" in names and "author" in names for names in cards)


def _is_called_byline(element: Any, marks: dict[str, str]) -> bool:
    return element.tag in _LINES and _BYLINE.search(marks.get("class", "")) is not None


# Who is named where, the surest first; a store compares the places with those of earlier drops, and so they stay.
_BYLINES = (
    ("//*[@itemprop='author']//*[@itemprop='name']", _is_item),
    (AUTHOR_LINKS, _is_link),
    ("//*[@typeof='sioc:UserAccount'", _is_user),
    ("//*[contains(@class,", _is_card),
    ("//*[self::p", _is_called_byline),
)


def _is_anothers(element: Any) -> bool:
    """Whether an element stands in a comment, whose author is a reader, or among related articles."""
    for above in element.iterancestors():
        if above.tag in _WHOLE:
            continue
        if above.get("itemprop") == "comment" or (above.get("itemtype") or "").endswith("/Comment"):
            return True
        called = f"{above.get('id') or ''} {above.get('class') or ''}".lower()
        if _COMMENTS.search(called) or _RELATED.search(called):
            return True
    return False


def _innermost(elements: list[Any]) -> list[Any]:
    """The elements that hold no other of them: a byline within a bar of buttons is the byline."""
    outer = {above for one in elements for above in one.iterancestors()}
    return [one for one in elements if one not in outer]


def _parts(element: Any) -> str:
    """The text of a byline up to its date, a comma between what the page shows on lines or in boxes of its own.

    An address in a box of its own is how to write to the author, and no part of a name beside it.
    """
    parts = [block.text for block in blocks.of_page(element)]
    dated = (at for at, part in enumerate(parts) if at and sum(map(str.isdigit, part)) >= _DIGITS)
    told = parts[: next(dated, None)]
    return ", ".join([part for part in told if not _ADDRESS.fullmatch(part)] or told)


def _together(elements: list[Any]) -> list[Any]:
    """The elements that stand in one block with the first; further down are those of other articles."""
    block = next(iter(elements), None)
    for _ in range(_UP):
        block = block if block is None or block.getparent() is None else block.getparent()
    return [one for one in elements if any(above is block for above in one.iterancestors())]
