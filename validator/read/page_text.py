"""The main text of a page, by trafilatura, from a copy of its tree in which nothing misleads that.

What content systems do to paragraphs is undone, and what they call by its name is taken out: readings above characters,
pairs of line breaks, entities that were escaped twice, the labels of advertisements.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Any

from validator.read import page_blocks
from validator.read.page_blocks import Block

_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # a letter that tells as much as a few others
_LEAST = "100"  # letters of a page in such a script that are no failure; trafilatura's own limit suits the others
_READING = ("ruby", "rb", "rbc", "rt", "rtc", "rp")
_ESCAPED = re.compile(r"&(?=#?\w{2,31};)")
_ADVERTISING = re.compile(
    r"(?:^|[\s_-])(?:ads?|ad-?(?:slot|box|unit|label|container|wrapper)|advert(?:isements?|isings?)?|anzeigen?|werbung"
    r"|publicit[eé]|publicidade?|pubblicit[aà]|reklam[aey]?|advertentie|annonse?|mainos)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTING = re.compile(r"(?:^|\s)comment[_-](?:forbidden|add|link|reply|login)(?:$|\s)")
_NAMED = re.compile(rf"{_ADVERTISING.pattern}|{_COMMENTING.pattern}|teaser", re.IGNORECASE)
# What a link does that leads to no text: it prints, goes back, opens a mail or an app.
_DOES = "//a[starts-with(@href, 'javascript:') or starts-with(@href, 'mailto:?') or starts-with(@href, 'whatsapp:')]"
_BAR = 120  # letters of a line of such links
_SOFT = {0xAD: None}  # shows where a word may break: a typesetter's, nobody's letter
_START = 12  # letters by which a line of the page is looked up
_ALIKE = 20  # lines of a page that may begin alike and be looked at for pieces
_PIECES = 12  # paragraphs into which a line with links may be torn
_OPENING = "“„«‘'\"("
_HELD = 0.6  # share of the line that its pieces hold, its links left out
_REPEATED = 60  # letters of a paragraph whose repeat is no chance
_LABEL = 60  # letters that stand in the place of an advertisement
_TEASER = re.compile("teaser", re.IGNORECASE)
_OF_ANOTHER = ".//a[@href] | .//h2 | .//h3 | .//h4 | .//img"  # what a teaser of another article holds


def paragraphs(tree: Any, headline: str) -> tuple[list[str], list[Block]]:
    """The paragraphs of the main text, which may begin with the headline, and all lines that the page shows."""
    from trafilatura import extract
    from trafilatura.settings import DEFAULT_CONFIG

    tree = copy.deepcopy(tree)
    _mend(tree)
    shown = list(page_blocks.of_page(tree))
    for element in tree.iter():
        _keep_escapes(element)
    config = copy.deepcopy(DEFAULT_CONFIG)
    if _DENSE.search(headline):
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _LEAST
    body = extract(tree, include_comments=False, include_tables=False, no_fallback=False, config=config) or ""
    return _as_shown([line.strip() for line in body.split("\n") if line.strip()], shown), shown


def _as_shown(paragraphs: list[str], shown: list[Block]) -> list[str]:
    """The paragraphs in the letters of the page: trafilatura composes them, and takes out those that nobody sees.

    A paragraph that the page shows again before the next one it has left out; one with links it may have torn.
    """
    lines: dict[str, list[int]] = {}
    starts: dict[str, list[str]] = {}
    for at, block in enumerate(shown):
        key = _key(block.text)
        if key not in lines and len(alike := starts.setdefault(key[:_START], [])) < _ALIKE:
            alike.append(key)
        lines.setdefault(key, []).append(at)
    keys, found, at = [_key(one) for one in paragraphs], [], 0
    times = Counter(keys)
    while at < len(paragraphs):
        paragraph, key, end = paragraphs[at], keys[at], at + 1
        for whole in starts.get(key[:_START], ()) if key not in lines else ():
            behind = _behind(whole, keys, at) if whole.startswith(key) else 0
            if behind and not _glued(paragraphs[at:behind], shown[lines[whole][0]].text):
                key, end = whole, behind
                break
        places = lines.get(key, ())
        bullet = "- " if paragraph.startswith("- ") else ""
        text = bullet + shown[places[0]].text.translate(_SOFT).removeprefix(bullet) if places else paragraph
        found.append(text)
        if times[key] == 1 and len(text) >= _REPEATED:
            found += [text for above, below in pairwise(places) if below == above + 1]
        at = end
    return found


def _behind(whole: str, keys: list[str], at: int) -> int:
    """Behind which of the paragraphs from ``at`` on a line of the page ends that they are the pieces of; 0 for none."""
    place, held = len(keys[at]), len(keys[at])
    for end in range(at + 1, min(len(keys), at + _PIECES)):
        here = whole.find(keys[end], place) if keys[end] else -1
        if here < 0:
            return 0
        place, held = here + len(keys[end]), held + len(keys[end])
        if place == len(whole):
            return end + 1 if held >= _HELD * len(whole) else 0
    return 0


def _glued(pieces: list[str], line: str) -> bool:
    """Whether nothing parts two of the pieces in a line of the page: its style does, and they are paragraphs."""
    return any(
        (below[0].isalnum() or below[0] in _OPENING) and above[-_START:] + below[:_START] in line
        for above, below in pairwise(pieces)
    )


def _key(text: str) -> str:
    return page_blocks.letters(text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text))


def _mend(tree: Any) -> None:
    """Change a page so that its text comes out as a reader sees it."""
    from lxml import etree

    for reading in tree.iter("rt"):
        if reading.getparent().find("rp") is None:
            reading.text = f"（{reading.text or ''}"
            reading.tail = f"）{reading.tail or ''}"
    etree.strip_tags(tree, *_READING, "font")
    for element in reversed(list(tree.iter("br"))):
        _part(element)
    for element in tree.xpath(_DOES):
        _drop_bar(element.getparent())
    for element in tree.xpath("//amp-ad | //*[@class or @id]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _NAMED.search(names) or element.tag == "amp-ad":
            _rename(element, names)


def _keep_escapes(element: Any) -> None:
    """Text that shows ``&auml;`` holds it: trafilatura unescapes what it has read, which is once too often."""
    if (text := element.text) and "&" in text:
        element.text = _ESCAPED.sub("&amp;", text)
    if (text := element.tail) and "&" in text:
        element.tail = _ESCAPED.sub("&amp;", text)


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
    """Without the labels of advertisements and comments; a standfirst that is called a teaser keeps its text."""
    if element.tag == "amp-ad" or _ADVERTISING.search(names) or _COMMENTING.search(names):
        if element.getparent() is not None and len("".join(element.itertext()).strip()) <= _LABEL:
            element.drop_tree()
    elif _TEASER.search(names) and ("paywall" in names or not element.xpath(_OF_ANOTHER)):
        for name in ("class", "id"):
            element.attrib.pop(name, None)
