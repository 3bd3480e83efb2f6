"""What a page says of itself: JSON-LD, Open Graph and other meta elements, microdata, ``<time>``, bylines, figures.

Sources: schema.org NewsArticle, the Open Graph protocol, Dublin Core, and the class names that news sites use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.model.record import Declared
from validator.read import page_blocks, page_json_ld, page_titles

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
    ("author", "property", "article:author"),
    ("author", "name", "cXenseParse:author"),
    ("outlet", "property", "og:site_name"),
    ("outlet", "name", "application-name"),
    ("url", "property", "og:url"),
    ("language", "property", "og:locale"),
)
# Microdata, RDFa and hAtom on elements that hold the date for machines beside the one that they show.
_DATES = (
    "(//*[@itemprop or @property or self::abbr][@content or @title][not(self::meta or self::time)]"
    "[@itemprop='datePublished' or (self::abbr and contains(@class, 'published'))"
    r" or re:test(@property, '(^|\s)(dc|dct|dcterms|schema):(created|issued|date|dateCreated|datePublished)(\s|$)')]"
    "/@*[name()='content' or name()='title'][translate(., '0123456789', '') != .])"
)
_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(.//*[@itemprop='name'])]",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
    (
        "//*[@typeof='sioc:UserAccount' or contains(@class, 'username')]"  # Drupal, with RDFa and without
        "[ancestor::*[contains(@class, 'submitted') or contains(@rel, 'has_creator')]]"
    ),
    (
        "//*[contains(@class, 'vcard') and contains(@class, 'author')]"  # hAtom
        "//*[contains(concat(' ', @class, ' '), ' fn ')]"
    ),
    (
        "//*[self::p or self::span or self::div or self::a or self::address or self::li]"
        "[contains(@class, 'byline') or contains(@class, 'author-name') or contains(@class, 'authorName')"
        " or contains(@class, 'article-author') or contains(@class, 'article__author')]"
    ),
)
_CREDITS = (
    (
        "//*[self::figcaption or self::figure or contains(@class, 'caption')]"
        "//*[contains(@class, 'credit') or contains(@class, 'copyright') or contains(@class, 'photographer')"
        " or contains(@class, 'source') or contains(@class, 'author') or contains(@class, 'rights')"
        " or @itemprop='copyrightHolder' or @itemprop='creditText']"
    ),
    (
        "//*[contains(@class, 'image-credit') or contains(@class, 'photo-credit') or contains(@class, 'img-credit')"
        " or contains(@class, 'media-credit') or contains(@class, 'image__credit')"
        " or contains(@class, 'picture-credit')"
        " or contains(@class, 'image-copyright') or contains(@class, 'media__copyright')]"
    ),
    (
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' credit ')]"
        "[preceding-sibling::*[contains(@class, 'caption')] or ../preceding-sibling::*//img]"
    ),
)
_CAPTIONS = (
    "//figcaption | //*[contains(@class, 'caption') or contains(@class, 'legend') or contains(@class, 'credit')"
    r" or re:test(@class, '(\b|_)(img|image|photo|picture|media|foto|bild)"
    r"[-_]+([a-z]+[-_]+)?(info|desc|description|source|legend|subtitle)(\b|_)')]"
)
_NOTICES = "//*[contains(@class, 'copyright') or contains(@class, 'Copyright')]"
_BELOW_IMAGES = (
    "//img/ancestor-or-self::*[position() <= 4]"
    "/following-sibling::*[self::p or self::small or self::div[not(*)] or self::span[not(*)]][position() <= 2]"
)
_REGULAR = {"re": "http://exslt.org/regular-expressions"}
_IMAGES = "//img[not(ancestor::a[@href])]"  # a picture that leads to another page is that page's
_OF_IMAGES = ("image", "img", "figure", "photo", "picture", "media", "caption")
_DIGITS = 4  # of a date at least
_UP = 4  # elements from a name to the block of names that it stands in
_LONGEST_CREDIT, _LONGEST_BYLINE, _LONGEST_CAPTION = 160, 120, 500


def sightings(tree: Any) -> Iterator[Sighting]:
    """Every statement of a parsed page about a field, the most trustworthy first."""
    nodes = page_json_ld.articles(tree)
    yield from page_titles.titles(tree, nodes)
    yield from page_json_ld.sightings(nodes)
    yield from _of_meta(tree)
    yield from _of_elements(tree)
    yield from page_json_ld.addresses(nodes)
    yield from _of_figures(tree)


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


def _of_elements(tree: Any) -> Iterator[Sighting]:
    for attribute in tree.xpath(_DATES, namespaces=_REGULAR)[:1]:
        yield "date", Declared(attribute.strip(), f"{attribute.getparent().tag}[{attribute.attrname}]", "html")
    for link in tree.iterfind(".//link[@rel='canonical']"):
        if link.get("href"):
            yield "canonical_url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
            yield "url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
    if tree.get("lang"):
        yield "language", Declared(tree.get("lang").strip(), "html[lang]", "html")
    for query in _BYLINES:
        own = [one for one in tree.xpath(query) if not _is_a_readers(one)]
        names = list(dict.fromkeys(_parts(one) for one in _innermost(_together(own))))
        short = [name for name in names if 2 < len(name) <= _LONGEST_BYLINE]
        if short:
            yield "author", Declared(short[:6], query.split(" ")[0], "html")


def _is_a_readers(element: Any) -> bool:
    """Whether an element stands in a comment: readers are authors of those."""
    return any(
        above.get("itemprop") == "comment"
        or (above.get("itemtype") or "").endswith("/Comment")
        or (above.get("id") or "").lower().startswith("comment")
        or re.match(r"(?:.*\s)?comments?(?:-|\s|$)", (above.get("class") or "").lower()) is not None
        for above in element.iterancestors()
    )


def _innermost(elements: list[Any]) -> list[Any]:
    """The elements that hold no other of them: a byline within a bar of buttons is the byline."""
    outer = {above for one in elements for above in one.iterancestors()}
    return [one for one in elements if one not in outer]


def _parts(element: Any) -> str:
    """The text of a byline up to its date, a comma between what the page shows on lines or in boxes of its own."""
    parts = [block.text for block in page_blocks.of_page(element)]
    dated = (at for at, part in enumerate(parts) if at and sum(map(str.isdigit, part)) >= _DIGITS)
    return ", ".join(parts[: next(dated, None)])


def _together(elements: list[Any]) -> list[Any]:
    """The elements that stand in one block with the first; further down are those of other articles."""
    block = next(iter(elements), None)
    for _ in range(_UP):
        block = block if block is None or block.getparent() is None else block.getparent()
    return [one for one in elements if any(above is block for above in one.iterancestors())]


def _of_figures(tree: Any) -> Iterator[Sighting]:
    seen: set[str] = set()
    for query in _CREDITS:
        for element in tree.xpath(query):
            text = _text(element)
            if 1 < len(text) <= _LONGEST_CREDIT and text not in seen and not _in_footer(element):
                seen.add(text)
                yield "photo_credit", Declared(text, f"{element.tag}.{element.get('class') or ''}".strip("."), "html")
    captions = [*tree.xpath(_CAPTIONS, namespaces=_REGULAR), *tree.xpath(_BELOW_IMAGES)]
    captions += [one for one in tree.xpath(_NOTICES) if _beside_image(one)]
    told = [(_text(one), str(one.tag)) for one in captions if not _in_footer(one)]
    for image in tree.xpath(_IMAGES):
        told += [(" ".join((image.get(name) or "").split()), "img") for name in ("title", "alt")]
    for text, locator in told:
        if 1 < len(text) <= _LONGEST_CAPTION and text not in seen:
            seen.add(text)
            yield "photo_caption", Declared(text, locator, "html")


def _in_footer(element: Any) -> bool:
    """Whether an element stands in the foot of the page, where the notice is the site's; an image's foot is none."""
    above = (element, *element.iterancestors())
    names = (name for one in above for name in f"{one.get('class')} {one.get('id')}".lower().split())
    return any(one.tag == "footer" for one in above) or any(
        "footer" in name and not any(word in name for word in _OF_IMAGES) for name in names
    )


def _beside_image(element: Any) -> bool:
    """Whether an image stands beside a notice, in a block that holds little else."""
    for above in (element, *list(element.iterancestors())[:_UP]):
        if above.tag == "figure" or above.find(".//img") is not None:
            return len(_text(above)) <= _LONGEST_CAPTION
    return False


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
