"""A page as the lines that a reader sees, and which of them stand between the headline and the first paragraph.

Sites give bylines and dates any class they like; where they stand is much the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SKIPPED = frozenset(
    "head script style noscript template nav aside footer form button select svg iframe object figure picture video "
    "audio".split()
)
_START = 45  # letters by which the first paragraph is known
_BELOW = 14  # lines below the headline that may sign and date an article
_LONGEST = 200  # letters of such a line


@dataclass(slots=True)
class Block:
    """A line of the page and the machine's times in it."""

    text: str
    times: list[str] = field(default_factory=list)


def letters(text: str) -> str:
    """A line for comparing: the page's markup moves spaces and punctuation about."""
    return "".join(one for one in text.casefold() if one.isalnum())


def below_headline(tree: Any, headline: str, paragraphs: list[str]) -> list[Block]:
    """The lines between the headline and the first of the ``paragraphs`` that the page shows.

    Where the headline is shown in no line of its own, those above the paragraph.
    """
    blocks, heading = list(of_page(tree)), letters(headline)
    keys = [letters(block.text) for block in blocks]
    starts = [key[:_START] for one in paragraphs if len(key := letters(one)) >= _START and key != heading]
    first = next((at for start in starts for at, key in enumerate(keys) if key.startswith(start)), None)
    title = [at for at, key in enumerate(keys[:first]) if key and key == heading]
    if not title and first is None:
        return []
    begin = title[-1] + 1 if title else max(0, (first or 0) - _BELOW)
    end = begin + _BELOW if first is None else min(first, begin + _BELOW)
    return [block for block in blocks[begin:end] if len(block.text) <= _LONGEST]


def of_page(tree: Any) -> Iterator[Block]:
    """The lines of a page in order, menus, pictures and asides left out."""
    from lxml import etree

    rows: set[Any] = set()
    held: list[str] = []
    times: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            held.append(element.tail or "")
            continue
        skipped, parts = element.tag in _SKIPPED, element.tag not in _INLINE or element.getparent() in rows
        if parts and (text := " ".join("".join(held).split())):
            yield Block(text, times)
            times = []
        held = [] if parts else held
        if event == "end":
            held.append(element.tail or "")
        elif skipped:
            walk.skip_subtree()
        else:
            held.append(element.text or "")
            if element.tag == "time" and element.get("datetime"):
                times.append(element.get("datetime").strip())
            if _is_row(element):
                rows.add(element)


def _is_row(element: Any) -> bool:
    """Whether an element has no text but that of several others: name, date and place side by side."""
    if len(element) < 2 or element.tag in _HEADINGS:
        return False
    own = (element.text or "", *(one.tail or "" for one in element))
    return not any(one.isalnum() for text in own for one in text)
