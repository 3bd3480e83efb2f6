"""A page as the lines that a reader sees, and which of them stand between the headline and the first paragraph.

Sites give bylines and dates any class they like; where they stand is much the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct, field

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_UNSEEN = frozenset("head script style noscript template button select svg iframe object video audio".split())
_BESIDE = frozenset("nav aside footer figure".split())
_START = 45  # letters by which the first paragraph is known
_ABOUT = 30  # letters of a description that a line of the page may repeat
_ABOVE = 4  # lines above it that may date it
_BELOW = 14  # lines below the headline that may sign and date an article
_LONGEST = 200  # letters of such a line
_STANDFIRST = 400  # letters of a first paragraph that may be a standfirst
_BOXES, _BOX = 6, 80  # lines that sign and date an article below its standfirst; letters of one
_DIGITS = 4  # of a date at least
_FOOT = 2  # lines below the last paragraph in which the invitation to read on stands
_TWICE = 2
_MENU, _MANY = 20, 5  # paragraphs in which a headline is looked for; lines of a menu at least
_LINK = 30  # letters of a menu's link
_LINE, _LINES = 1000, 2048  # letters of a line, lines of a page: each is compared with headline, paragraphs, and so on


class Block(Struct):
    """A line of the page, whether it stands in a menu, a picture or an aside, and the machine's times in it."""

    text: str
    beside: bool = False
    times: list[str] = field(default_factory=list)


def letters(text: str) -> str:
    """A line for comparing: the page's markup moves spaces and punctuation about."""
    return _letters_of_line(text) if len(text) <= _LINE else _letters(text)


@lru_cache(_LINES)
def _letters_of_line(text: str) -> str:
    return _letters(text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def around_headline(blocks: list[Block], headline: str, paragraphs: list[str]) -> tuple[list[Block], list[Block]]:
    """The lines right above the headline, and those between it and the first of the ``paragraphs`` that is shown.

    Where that is a standfirst, those below it as well. Where the headline is shown in no line of its own, those above
    the paragraph.
    """
    heading, keys = letters(headline), [letters(block.text) for block in blocks]
    starts = [key[:_START] for one in paragraphs if len(key := letters(one)) >= _START and key != heading]
    first = next((at for start in starts for at, key in enumerate(keys) if key.startswith(start)), None)
    title = [at for at, key in enumerate(keys[:first]) if key and key == heading]
    if not title and first is None:
        return [], []
    near = [at for at in title if first is not None and first - at <= _BELOW]  # printed twice, again below the byline
    begin = (*near, *title[-1:])[0] + 1 if title else max(0, (first or 0) - _BELOW)
    end = begin + _BELOW if first is None else min(first, begin + _BELOW)
    above = blocks[max(0, begin - 1 - _ABOVE) : max(0, begin - 1)] if title else []
    below = blocks[begin:end]
    if title and first is not None and first < begin + _BELOW and not any(map(_is_dated, below)):
        below = below + _below_standfirst(blocks, keys, starts, first)
    return above, [block for block in below if len(block.text) <= _LONGEST]


def _below_standfirst(blocks: list[Block], keys: list[str], starts: list[str], first: int) -> list[Block]:
    """The short lines, one of them with a date, between a short first paragraph and the second one."""
    if len(blocks[first].text) > _STANDFIRST:
        return []
    rest = [start for start in starts if not keys[first].startswith(start)]
    limit = range(first + 1, min(first + 2 + _BOXES, len(keys)))
    second = next((at for at in limit if any(map(keys[at].startswith, rest))), first)
    between = blocks[first + 1 : second]
    short = all(len(block.text) <= _BOX for block in between)
    return between if short and any(map(_is_dated, between)) else []


def right_above(tree: Any, blocks: list[Block], paragraphs: list[str]) -> list[str]:
    """The lines between the links above the first of the ``paragraphs`` and it, which it lacks."""
    links = {letters("".join(link.itertext())) for link in tree.iter("a")}
    held = set(map(letters, paragraphs))
    start = next((key[:_START] for one in paragraphs if len(key := letters(one)) >= _START), "")
    first = next((at for at, one in enumerate(blocks) if start and letters(one.text).startswith(start)), 0)
    found: list[str] = []
    for block in reversed(blocks[max(0, first - _BELOW) : first]):
        if block.beside or letters(block.text) in links:
            break
        found.insert(0, block.text)
    return [one for one in found if letters(one) not in held]


def below_menu(blocks: list[Block], headline: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs from the headline on, where nothing but several links of a menu stands above it.

    Where they lack it, without the many that the page shows above it: its head and menu.
    """
    heading = letters(headline)
    if heading not in map(letters, paragraphs[:_MENU]):
        paragraphs = paragraphs[_menu(blocks, heading, paragraphs) :]
    head = next((at for at, one in enumerate(paragraphs[:_MENU]) if heading and letters(one) == heading), 0)
    links = all(len(one) <= _LINK for one in paragraphs[:head])
    return paragraphs[head:] if head > 1 and links else paragraphs


def _menu(blocks: list[Block], heading: str, paragraphs: list[str]) -> int:
    """How many paragraphs, if many, the page shows above its headline and not again."""
    keys = [letters(block.text) for block in blocks]
    if heading not in keys:
        return 0
    above = set(keys[: keys.index(heading)]).difference(keys[keys.index(heading) :])
    length = next((at for at, one in enumerate(paragraphs) if letters(one) not in above), 0)
    return length if length >= _MANY else 0


def foot(blocks: list[Block], paragraphs: list[str]) -> list[str]:
    """The lines right below the last of the ``paragraphs``."""
    key = letters(paragraphs[-1]) if paragraphs else ""
    at = next((at for at, block in enumerate(blocks) if key and letters(block.text) == key), len(blocks))
    return [block.text for block in blocks[at + 1 : at + 1 + _FOOT] if not block.beside]


def is_printed_again(tree: Any, blocks: list[Block], headline: str, paragraphs: list[str]) -> bool:
    """Whether a paragraph right above the first of the ``paragraphs`` repeats the headline that stands further up."""
    heading, keys = letters(headline), [letters(block.text) for block in blocks]
    starts = [key[:_START] for one in paragraphs if len(key := letters(one)) >= _START and key != heading]
    first = next((at for at, key in enumerate(keys) if starts and key.startswith(starts[0])), 0)
    above = [at for at in range(first) if not blocks[at].beside]
    if not heading or len([at for at in above if keys[at] == heading]) < _TWICE or keys[above[-1]] != heading:
        return False
    return any(letters("".join(one.itertext())) == heading for one in tree.iter("p"))


def _is_dated(block: Block) -> bool:
    return bool(block.times) or sum(map(str.isdigit, block.text)) >= _DIGITS


def standfirst(blocks: list[Block], descriptions: list[str], paragraphs: list[str]) -> str | None:
    """The line above the first paragraph that a description of the page repeats, where the main text lacks it.

    A long line may be cut in the description.
    """
    held = "".join(map(letters, paragraphs))
    told = [key for one in descriptions if len(key := letters(one)) >= _ABOUT and key[:_START] not in held]
    starts = [key[:_START] for one in paragraphs if len(key := letters(one)) >= _START]
    for block in blocks if told and starts else ():
        key = letters(block.text)
        if any(map(key.startswith, starts)):
            return None
        if not block.beside and any(map(key.startswith, told)):
            return block.text
    return None


def of_page(tree: Any) -> Iterator[Block]:
    """The lines of a page in order."""
    from lxml import etree

    rows: set[Any] = set()
    held: list[str] = []
    times: list[str] = []
    outside = 0  # elements beside the article that are open
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            held.append(element.tail or "")
            continue
        unseen, parts = element.tag in _UNSEEN, element.tag not in _INLINE or element.getparent() in rows
        if parts and (text := " ".join("".join(held).split())):
            yield Block(text, outside > 0, times)
            times = []
        held = [] if parts else held
        outside += (event == "start") - (event == "end") if element.tag in _BESIDE else 0
        if event == "end":
            held.append("" if element is tree else element.tail or "")
        elif unseen:
            walk.skip_subtree()
        else:
            held.append(element.text or "")
            if element.tag == "time" and element.get("datetime"):
                times.append(element.get("datetime").strip())
            if _is_row(element):
                rows.add(element)
    if text := " ".join("".join(held).split()):
        yield Block(text, outside > 0, times)


def _is_row(element: Any) -> bool:
    """Whether an element has no text but that of several others: name, date and place side by side."""
    if len(element) < 2 or element.tag in _HEADINGS:
        return False
    own = (element.text or "", *(one.tail or "" for one in element))
    return not any(one.isalnum() for text in own for one in text)
