"""The main text of a page, by trafilatura, from a copy of its tree in which nothing misleads that.

What content systems do to paragraphs is undone, and what they call by its name is taken out: readings above characters,
pairs of line breaks, entities that were escaped twice, the labels of advertisements.
"""

from __future__ import annotations

import copy
import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from validator.read.page import blocks
from validator.read.page.blocks import Block
from validator.read.page.letters import Lines
from validator.regex import regex

_LEAST = "100"  # letters of a main text that is no failure: of a brief, or of an article in Chinese
_READING = ("ruby", "rb", "rbc", "rt", "rtc", "rp")
_ESCAPED = regex(r"&(?=#?\w{2,31};)")
_ADVERTISING = regex(
    r"(?:^|[\s_-])(?:ads?|ad-?(?:slot|box|unit|label|container|wrapper)|advert(?:isements?|isings?)?|anzeigen?|werbung"
    r"|publicit[eé]|publicidade?|pubblicit[aà]|reklam[aey]?|advertentie|annonse?|mainos)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTING = regex(r"(?:^|\s)comment[_-](?:forbidden|add|link|reply|login)(?:$|\s)")
_RESERVING = regex(r"(?:^|[\s_-])copyrights?(?:$|[\s_-])", re.IGNORECASE)
_SHARING = regex(r"(?:^|[\s_-])sns", re.IGNORECASE)  # what Japan and Korea call their share bars
_DROPPED = regex("|".join(one.pattern for one in (_ADVERTISING, _COMMENTING, _RESERVING, _SHARING)), re.IGNORECASE)
_NAMED = regex(rf"{_DROPPED.pattern}|teaser", re.IGNORECASE)
# What a link does that leads to no text: it prints, goes back, opens a mail or an app.
_DOES = ("javascript:", "mailto:?", "whatsapp:")
_NOTICE = regex(r"\W*(?:[©ⓒ]|\(c\)|copyright\b|저작권자)", re.IGNORECASE)
_PARAGRAPH = 45  # letters of a paragraph at least
_TWO = 2
_BAR = 120  # letters of a line of such links
_LINKS = 2  # of a menu at least
_CELL = 300  # letters of a cell that holds no data
_BLOCKS = frozenset("p table div h1 h2 h3 h4 h5 h6 ul ol hr".split())
_LABEL = 60  # letters that stand in the place of an advertisement
_NAMES = 4096  # sites repeat theirs from page to page
_TEASER = regex("teaser", re.IGNORECASE)
_OF_ANOTHER = ".//a[@href] | .//h2 | .//h3 | .//h4 | .//img"  # what a teaser of another article holds


def paragraphs(tree: Any) -> tuple[list[str], list[Block]]:
    """The paragraphs of the main text, which may begin with the headline, and all lines that the page shows."""
    from trafilatura import extract

    tree = copy.deepcopy(tree)
    _mend(tree)
    shown = list(blocks.of_page(tree))
    for element in tree.iter():
        _keep_escapes(element)
    body = extract(tree, options=_how()) or ""
    restored = Lines(shown).restored([line.strip() for line in body.split("\n") if line.strip()])
    return _without_box(tree, _without_notice(tree, restored)), shown


@cache
def _how() -> Any:
    """How trafilatura is asked: settled once, as reading its settings takes longer than some of its steps."""
    from trafilatura.settings import DEFAULT_CONFIG, Extractor

    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _LEAST
    return Extractor(config=config, comments=False, tables=False)


def _without_notice(tree: Any, paragraphs: list[str]) -> list[str]:
    """Without the notice of rights that ends a page, where it stands in another block than the paragraphs do.

    Among them it is for the rules to find.
    """
    if len(paragraphs) < _TWO or len(paragraphs[-1]) > _BAR or not _NOTICE.match(paragraphs[-1]):
        return paragraphs
    *others, notice = map(blocks.letters, paragraphs)
    long = {key for key in others if len(key) >= _PARAGRAPH}
    texts = [(one, blocks.letters("".join(one.itertext()))) for one in tree.iter("p", "div", "span", "li", "small")]
    bodies = {one.getparent() for one, key in texts if key in long}
    notices = [one for one, key in texts if key == notice]
    among = any(above in bodies for one in notices for above in one.iterancestors())
    return paragraphs if among or not notices or not bodies else paragraphs[:-1]


def _without_box(tree: Any, paragraphs: list[str]) -> list[str]:
    """Without the short line that is all below the heading of a box, as readers are asked for their word.

    Where other paragraphs have such headings too, it may be the last part of the article.
    """
    if len(paragraphs) < _TWO or len(paragraphs[-1]) > _BAR:
        return paragraphs
    last, headings = blocks.letters(paragraphs[-1]), list(tree.iter("h2", "h3", "h4", "h5", "h6"))
    boxes = [(one, one.getparent()) for one in headings if one.getparent()[0] is one]
    held = [box for one, box in boxes if len(box) > 1 and _ends_in(box, one, last)]
    parts = any(len("".join(one.itertext())) > _BAR for _, box in boxes for one in box.iterchildren("p"))
    return paragraphs[:-1] if held and not parts else paragraphs


def _ends_in(box: Any, heading: Any, last: str) -> bool:
    """Whether a box holds its heading and the last line, and nothing else."""
    return blocks.letters("".join(box.itertext())) == blocks.letters("".join(heading.itertext())) + last


def _mend(tree: Any) -> None:
    """Change a page so that its text comes out as a reader sees it."""
    from lxml import etree

    for reading in tree.iter("rt"):
        if reading.getparent().find("rp") is None:
            reading.text = f"（{reading.text or ''}"
            reading.tail = f"）{reading.tail or ''}"
    etree.strip_tags(tree, *_READING, "font")
    for table in list(tree.iter("table")):
        _lay_out(table)
    for element in tree.iter("p"):
        if element.find(".//p") is not None:
            element.tag = "div"  # opened in pages of old, and closed by nobody
    for element in reversed(list(tree.iter("br"))):
        _part(element)
    for element in [link for link in tree.iter("a") if link.get("href", "").startswith(_DOES)]:
        _drop_bar(element.getparent())
    for element in list(tree.iter("*")):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _is_named(names) or element.tag == "amp-ad":
            _rename(element, names)


@lru_cache(_NAMES)
def _is_named(names: str) -> bool:
    return _NAMED.search(names) is not None


def _keep_escapes(element: Any) -> None:
    """Text that shows ``&auml;`` holds it: trafilatura unescapes what it has read, which is once too often."""
    if (text := element.text) and "&" in text:
        element.text = _ESCAPED.sub("&amp;", text)
    if (text := element.tail) and "&" in text:
        element.tail = _ESCAPED.sub("&amp;", text)


def _lay_out(table: Any) -> None:
    """A table with a whole text in a cell holds no data: its cells are boxes, and bare text in them a paragraph."""
    cells = [one for one in table.iter("td") if next(one.iterancestors("table")) is table]
    if not any(len("".join(one.itertext())) > _CELL for one in cells):
        return
    menus = [one for one in cells if _is_menu(one)]
    for element in (table, *table.iterchildren("tbody"), *(one.getparent() for one in cells), *cells):
        element.tag = "div"
    for cell in menus:
        cell.tag = "aside"
    for bare in [
        one for cell in cells for one in cell if one.tag in _BLOCKS and len((one.tail or "").strip()) > _PARAGRAPH
    ]:
        paragraph = bare.makeelement("p")
        paragraph.text, bare.tail = bare.tail, None
        paragraph.extend(list(takewhile(lambda one: one.tag not in _BLOCKS, bare.itersiblings())))
        bare.addnext(paragraph)


def _is_menu(cell: Any) -> bool:
    """Whether a cell beside the text's holds links and hardly anything else."""
    beside = any(len("".join(one.itertext())) > _CELL for one in cell.getparent().iterchildren("td"))
    letters = len("".join(cell.itertext()))
    return beside and letters <= _CELL and len(list(cell.iter("a"))) >= _LINKS


def _part(element: Any) -> None:
    """Two line breaks within a paragraph part two paragraphs."""
    above, other = element.getparent(), element.getnext()
    if above is None or above.tag != "p" or other is None or other.tag != "br" or (element.tail or "").strip():
        return
    below = above.makeelement("p")
    below.text, below.tail, above.tail = other.tail, above.tail, None
    below.extend(list(other.itersiblings()))
    other.tail = None
    above.remove(other)
    element.drop_tree()
    above.addnext(below)


def _drop_bar(element: Any) -> None:
    """Without a line that is nothing but links of which one prints or goes back."""
    own = [element.text, *(one.tail for one in element)]
    linked = not any(one.isalnum() for text in own if text for one in text)
    if linked and element.getparent() is not None and len("".join(element.itertext()).strip()) <= _BAR:
        element.drop_tree()


def _rename(element: Any, names: str) -> None:
    """Without labels of advertisements, comments and rights, and share bars; a standfirst called a teaser keeps its."""
    if element.tag == "amp-ad" or _DROPPED.search(names):
        if element.getparent() is not None and len("".join(element.itertext()).strip()) <= _LABEL:
            element.drop_tree()
    elif _TEASER.search(names) and ("paywall" in names or not element.xpath(_OF_ANOTHER)):
        for name in ("class", "id"):
            element.attrib.pop(name, None)
