"""Teasers of other pages: a link around a picture and its words, or a small box whose heading leads on."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from validator.read.page.blocks import letters
from validator.read.page.marks import text_of
from validator.regex import regex

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_UP = 6  # elements from what a teaser shows to the box around it
_HEADLINE = 4  # words that a headline has at least
_PICTURE = regex(r"^#|\.(?:jpe?g|png|webp|gif|avif)\b", re.IGNORECASE)  # an address that shows the picture itself
_CARD = 300  # letters of one without a heading
_LONGEST = 800  # letters of a teaser


def hold(element: Any, headlines: frozenset[str]) -> bool:
    """Whether an element belongs to a teaser; ``headlines`` are the page's own, as ``letters``, which may be links."""
    if _leads_away(next(element.iterancestors("figure"), None)) or (element.tag == "article" and _is_card(element)):
        return True
    box = element
    for above in islice(element.iterancestors(), _UP):
        if above.tag == "a" and above.get("href"):
            return len(text_of(above)) > len(text_of(box)) if _shows(box) else _links_whole(above, box)
        if above.tag == "article" and _is_card(above):
            return True
        if above.tag == "li" and _lists(above):
            return True
        heading = next(above.iter(*_HEADINGS), None)
        if heading is not None:
            listed = heading.tag != "h1" or next(heading.iterancestors("aside"), None) is not None
            return listed and _leads_on(heading, headlines) and len(text_of(above)) <= _LONGEST
        if not _shows(box):
            box = above
    return False


def _links_whole(link: Any, shown: Any) -> bool:
    """Whether a link holds a picture, what is shown of it, and a headline; and is no picture's with its caption."""
    beside = len(text_of(link).split()) - len(text_of(shown).split())
    captioned = any(next(one, None) is not None for one in (link.iter("figcaption"), link.iterancestors("figure")))
    return _shows(link) and beside >= _HEADLINE and not captioned and not _PICTURE.search(link.get("href"))


def _is_card(article: Any) -> bool:
    """Whether an article is no more than a picture and a link, with the few words beside them."""
    plain = next(article.iter("p", "figcaption", *_HEADINGS), None) is None and len(text_of(article)) <= _CARD
    return plain and _shows(article) and any(one.get("href") and text_of(one) for one in article.iter("a"))


def _leads_away(figure: Any) -> bool:
    """Whether a figure stands beside the article, and its picture leads to another page."""
    beside = figure is not None and next(figure.iterancestors("aside"), None) is not None
    return beside and figure.find(".//a[@href]//img") is not None


def _lists(item: Any) -> bool:
    """Whether an item of a list is a headline that leads to its article, with what stands beside it."""
    told = any(len(text_of(one).split()) >= _HEADLINE for one in item.iter("a") if one.get("href"))
    return told and len(text_of(item)) <= _LONGEST and next(item.iter("figcaption"), None) is None


def _shows(box: Any) -> bool:
    """Whether there is a picture in a box."""
    return next(box.iter("img"), None) is not None


def _leads_on(heading: Any, headlines: frozenset[str]) -> bool:
    """Whether a heading is or holds a link, and is not the page's own."""
    links = any(one.get("href") and text_of(one) for one in (*heading.iter("a"), *heading.iterancestors("a")))
    return links and letters(text_of(heading)) not in headlines
