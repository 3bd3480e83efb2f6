"""The headline of a page out of the several that it states: heading, JSON-LD, Open Graph, ``<title>``."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from validator.model.record import Declared

_SUFFIXED = re.compile(r"\s*(?:[|｜–—·*]|\s-\s)\s*\S")  # the site's name behind a headline
_PLAIN = str.maketrans("‘’´`“”„", "''''\"\"\"")
_LEAST = 8  # letters of a headline that another one may begin with
# What counts for how much: Twitter's title is a copy of Open Graph's and counts only where that is missing;
# the page's own <title> carries the site's furniture and settles ties. Listed in the order of trust.
_COPIED, _COPY = "meta[og:title]", "meta[twitter:title]"
_VOTES = {_COPIED: 1.0, _COPY: 1.0, "h1": 1.0, "json-ld $.headline": 1.0, "title": 0.5}


def titles(tree: Any, nodes: list[dict[str, Any]]) -> Iterator[tuple[str, Declared]]:
    """Every headline that the page states, the one that most of its statements share first.

    A shared title often has the site's name behind it: it counts for the headline that it begins with.
    ``nodes`` are the page's JSON-LD articles.
    """
    stated: dict[str, str] = {}
    for place, raw in _stated(tree, nodes):
        if text := _one_line(raw):
            stated.setdefault(place, text)
    copied = stated.pop(_COPY, "") if _COPIED in stated else ""
    bare = {place: _without_suffix(text, list(stated.values())) for place, text in stated.items()}
    votes: defaultdict[str, float] = defaultdict(float)
    for place, text in bare.items():
        votes[_key(text)] += _VOTES[place]
    order = list(_VOTES)
    for place in sorted(bare, key=lambda one: (-votes[_key(bare[one])], order.index(one))):
        if place != "title" or len(bare) == 1:
            yield "title", Declared(bare[place], place, "html")
    if copied:
        yield "title", Declared(_without_suffix(copied, list(bare.values())), _COPY, "html")


def _stated(tree: Any, nodes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Place and text of every statement, those of one place in the order of the page."""
    for node in nodes[:1]:
        if isinstance(node.get("headline"), str):
            yield "json-ld $.headline", node["headline"]
    for place, query in (("h1", ".//h1"), ("title", ".//head/title")):
        for element in tree.iterfind(query):
            yield place, " ".join(element.itertext())
    for key in ("og:title", "twitter:title"):
        for element in tree.iterfind(".//meta"):
            if key in (element.get("property"), element.get("name")) and element.get("content"):
                yield f"meta[{key}]", element.get("content")


def _one_line(text: str) -> str:
    """A statement on one line; some sites escape their entities twice."""
    return " ".join(html.unescape(html.unescape(text)).split())


def _key(text: str) -> str:
    return text.translate(_PLAIN).casefold()


def _without_suffix(text: str, stated: list[str]) -> str:
    """As much of a title as the longest other one that it begins with, where a separator and a name follow."""
    key = _key(text)
    begun = [
        len(one)
        for one in stated
        if _LEAST < len(one) < len(text) and key.startswith(_key(one)) and _SUFFIXED.match(text[len(one) :])
    ]
    return text[: max(begun)] if begun else text
