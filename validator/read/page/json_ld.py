"""The JSON-LD of a page: which of its nodes is the article, and what that says.

Sources: schema.org NewsArticle and its kin, JSON-LD's ``@graph`` and references by ``@id``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from validator.model.record import Declared
from validator.regex import regex

Node = dict[str, Any]

# Any kind of article counts (``ReportageNewsArticle``, ``TechArticle``), any posting, and a report.
_ARTICLE = regex(r"(?:\w*Article|\w*Posting|Report)\Z")
_PAGE = "WebPage"
_FIELDS = (
    ("date", "datePublished"),
    ("date_modified", "dateModified"),
    ("language", "inLanguage"),
    ("url", "url"),
)
_WRAPPED = regex(r"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*\Z")
_SPARE_COMMA = regex(r",(?=\s*[}\]])")
_NESTED = ("@graph", "mainEntity")


def articles(tree: Any) -> list[Node]:
    """The nodes that are articles, the page's own first; a whole page only where there is no article.

    References to other nodes (``"author": {"@id": …}``) are replaced with what they mean.
    """
    nodes = [node for script in tree.iterfind(".//script[@type]") for node in _of_script(script)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    typed = [(_meant(node, known), _types(node)) for node in nodes]
    found = [node for node, types in typed if any(map(_ARTICLE.match, types))]
    return _own_first(tree, found) or [node for node, types in typed if _PAGE in types]


def _of_script(script: Any) -> Iterator[Node]:
    if script.get("type").split(";")[0].strip().lower() != "application/ld+json":
        return
    text = _WRAPPED.sub("", script.text or "")
    for written in (text, _SPARE_COMMA.sub("", text)):
        try:
            yield from _flat(json.loads(written, strict=False))
        except (json.JSONDecodeError, RecursionError):
            continue
        return


def _flat(data: Any) -> Iterator[Node]:
    if isinstance(data, list):
        for one in data:
            yield from _flat(one)
    elif isinstance(data, dict):
        yield data
        for key in _NESTED:
            yield from _flat(data.get(key))


def _types(node: Node) -> list[str]:
    """A node's types without their vocabulary (``http://schema.org/NewsArticle``, ``schema:NewsArticle``)."""
    return [re.split(r"[/:#]", one)[-1] for one in listed(node.get("@type")) if isinstance(one, str)]


def _meant(node: Node, known: dict[str, Node]) -> Node:
    """A node whose properties are what they refer to."""

    def followed(value: Any) -> Any:
        if isinstance(value, list):
            return [followed(one) for one in value]
        refers = isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.keys() - {"@id", "@type"}
        return known.get(value["@id"], value) if refers else value

    return {key: followed(value) for key, value in node.items()}


def _own_first(tree: Any, nodes: list[Node]) -> list[Node]:
    """Nodes of teasers may stand first: the page's own has the headline that the page's ``<title>`` begins with."""
    if len(nodes) > 1:
        title = "".join(map(_letters, tree.xpath("//head/title/text() | //meta[@property='og:title']/@content")))
        own = [node for node in nodes if (key := _letters(node.get("headline"))) and key in title]
        nodes = own + [node for node in nodes if not any(node is one for one in own)]
    return nodes


def _letters(text: Any) -> str:
    return "".join(one for one in html.unescape(text).casefold() if one.isalnum()) if isinstance(text, str) else ""


def listed(value: Any) -> list[Any]:
    """A value that may stand alone or in a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def sightings(tree: Any, nodes: list[Node]) -> Iterator[tuple[str, Declared]]:
    """What the page's article says of itself, its headline left out.

    Ghost calls all authors but the first contributors.
    """
    ghost = any(one.startswith("Ghost") for one in tree.xpath("//meta[@name='generator']/@content"))
    for node in nodes[:1]:
        for field, key in _FIELDS:
            if isinstance(node.get(key), str) and node[key].strip():
                yield field, Declared(html.unescape(node[key].strip()), f"json-ld $.{key}", "html")
        people = [name for author in listed(node.get("author")) for name in _names(author)]
        if people and ghost:
            people += [name for other in listed(node.get("contributor")) for name in _names(other)]
        if people:
            yield "author", Declared(people, "json-ld $.author", "html")
        for publisher in listed(node.get("publisher"))[:1]:
            for name in _names(publisher):
                yield "outlet", Declared(name, "json-ld $.publisher.name", "html")
        for image in listed(node.get("image")):
            if isinstance(image, dict):
                yield from _of_image(image)


def addresses(nodes: list[Node]) -> Iterator[tuple[str, Declared]]:
    """The addresses that stand where the names of the page's authors should."""
    for node in nodes[:1]:
        people = [one.get("name") if isinstance(one, dict) else one for one in listed(node.get("author"))]
        found = [one.strip() for one in people if isinstance(one, str) and one.strip().startswith(("http:", "https:"))]
        if found:
            yield "author", Declared(found, "json-ld $.author", "html")


def _of_image(image: Node) -> Iterator[tuple[str, Declared]]:
    for text in _names(image.get("caption") or []):
        yield "photo_caption", Declared(text, "json-ld $.image.caption", "html")
    for key in ("creditText", "copyrightNotice", "author", "creator", "copyrightHolder"):
        for name in (name for one in listed(image.get(key)) for name in _names(one)):
            yield "photo_credit", Declared(name, f"json-ld $.image.{key}", "html")


def _names(thing: Any) -> list[str]:
    """The names in a schema.org value: a string, an object with ``name``, or a list of either."""
    if isinstance(thing, str):
        return [html.unescape(thing.strip())] if thing.strip() and "://" not in thing else []
    if isinstance(thing, dict):
        return [name for one in listed(thing.get("name")) for name in _names(one)]
    return [name for one in thing for name in _names(one)] if isinstance(thing, list) else []
