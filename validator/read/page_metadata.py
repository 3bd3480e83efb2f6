"""What a page says of itself: JSON-LD, Open Graph and other meta elements, microdata, ``<time>``, bylines, figures.

Sources: schema.org NewsArticle, the Open Graph protocol, Dublin Core, and the class names that news sites use.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

from validator.model.record import Declared
from validator.read import page_titles

Sighting = tuple[str, Declared]

_ARTICLES = frozenset(
    "NewsArticle Article ReportageNewsArticle BlogPosting LiveBlogPosting OpinionNewsArticle AnalysisNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle SocialMediaPosting Report WebPage".split()
)
_LD = (
    ("date", "datePublished"),
    ("date_modified", "dateModified"),
    ("language", "inLanguage"),
    ("url", "url"),
)
_META = (
    ("date", "property", "article:published_time"),
    ("date", "itemprop", "datePublished"),
    ("date", "name", "date"),
    ("date", "name", "pubdate"),
    ("date", "name", "publishdate"),
    ("date", "name", "dc.date"),
    ("date", "name", "DC.date.issued"),
    ("date", "name", "dcterms.created"),
    ("date", "name", "parsely-pub-date"),
    ("date", "name", "sailthru.date"),
    ("date", "name", "last-modified-published"),
    ("date_modified", "property", "article:modified_time"),
    ("date_modified", "itemprop", "dateModified"),
    ("author", "name", "author"),
    ("author", "name", "parsely-author"),
    ("author", "name", "sailthru.author"),
    ("author", "name", "dc.creator"),
    ("author", "property", "article:author"),
    ("author", "name", "cXenseParse:author"),
    ("outlet", "property", "og:site_name"),
    ("outlet", "name", "application-name"),
    ("url", "property", "og:url"),
    ("language", "property", "og:locale"),
)
_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(.//*[@itemprop='name'])]",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
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
_BELOW_IMAGES = "//img/ancestor::*[position() <= 3]/following-sibling::*[self::p or self::small][position() <= 2]"
_REGULAR = {"re": "http://exslt.org/regular-expressions"}
_IMAGES = "//img[not(ancestor::a[@href])]"  # a picture that leads to another page is that page's
_OF_IMAGES = ("image", "img", "figure", "photo", "picture", "media", "caption")
_UP = 4  # elements from a name to the block of names that it stands in
_LONGEST_CREDIT, _LONGEST_BYLINE, _LONGEST_CAPTION = 160, 120, 500


def sightings(tree: Any) -> Iterator[Sighting]:
    """Every statement of a parsed page about a field, the most trustworthy first."""
    nodes = list(_articles(tree))
    yield from page_titles.titles(tree, nodes)
    yield from _of_json_ld(nodes)
    yield from _of_meta(tree)
    yield from _of_elements(tree)
    yield from _of_figures(tree)


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD nodes that are articles; a whole page only where there is no article."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            nodes += _flat(json.loads(script.text or "", strict=False))
        except (json.JSONDecodeError, RecursionError):
            continue
    typed = [(node, set(_listed(node.get("@type")))) for node in nodes]
    articles = [node for node, types in typed if types & (_ARTICLES - {"WebPage"})]
    yield from articles or [node for node, types in typed if "WebPage" in types]


def _flat(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            yield from _flat(one)
    elif isinstance(data, dict):
        yield data
        yield from _flat(data.get("@graph"))
        yield from _flat(data.get("mainEntity"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _of_json_ld(nodes: list[dict[str, Any]]) -> Iterator[Sighting]:
    for node in nodes[:1]:
        for field, key in _LD:
            if isinstance(node.get(key), str) and node[key].strip():
                yield field, Declared(html.unescape(node[key].strip()), f"json-ld $.{key}", "html")
        names = [name for author in _listed(node.get("author")) for name in _names(author)]
        if names:
            yield "author", Declared(names, "json-ld $.author", "html")
        for publisher in _listed(node.get("publisher"))[:1]:
            for name in _names(publisher):
                yield "outlet", Declared(name, "json-ld $.publisher.name", "html")
        for image in _listed(node.get("image")):
            if isinstance(image, dict):
                yield from _of_image(image)


def _of_image(image: dict[str, Any]) -> Iterator[Sighting]:
    for text in _names(image.get("caption") or []):
        yield "photo_caption", Declared(text, "json-ld $.image.caption", "html")
    for key in ("creditText", "copyrightNotice", "author", "creator", "copyrightHolder"):
        for name in (name for one in _listed(image.get(key)) for name in _names(one)):
            yield "photo_credit", Declared(name, f"json-ld $.image.{key}", "html")


def _names(thing: Any) -> list[str]:
    """The names in a schema.org value: a string, an object with ``name``, or a list of either."""
    if isinstance(thing, str):
        return [thing.strip()] if thing.strip() and "://" not in thing else []
    if isinstance(thing, dict):
        return [name for one in _listed(thing.get("name")) for name in _names(one)]
    return [name for one in thing for name in _names(one)] if isinstance(thing, list) else []


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
    for link in tree.iterfind(".//link[@rel='canonical']"):
        if link.get("href"):
            yield "canonical_url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
            yield "url", Declared(link.get("href").strip(), "link[rel=canonical]", "html")
    if tree.get("lang"):
        yield "language", Declared(tree.get("lang").strip(), "html[lang]", "html")
    for query in _BYLINES:
        names = list(dict.fromkeys(_text(one) for one in _together(tree.xpath(query))))
        short = [name for name in names if 2 < len(name) <= _LONGEST_BYLINE]
        if short:
            yield "author", Declared(short[:6], query.split(" ")[0], "html")
    for time in tree.iterfind(".//time[@datetime]"):
        yield "date", Declared(time.get("datetime").strip(), "time[datetime]", "html")


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
