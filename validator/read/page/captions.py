"""The captions that a page shows below the pictures of its article, told from those of teasers by their place.

They stand between the headline and the end of the main text, below a picture of their own, and lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from validator.read.page.blocks import Block, letters, of_page
from validator.read.page.marks import Marked, text_of
from validator.regex import regex

_CAPTION = regex(r"(?:^|[ \t\r\n])wp-caption-text(?:[ \t\r\n]|\Z)")
_IN_FIGURE = regex(r"(^|\s|[-_])caption(\s|$)")
_DESCRIBES = regex(r"(?:^|\s)(?:(?:img|image|pic|photo|foto|bild)[-_]*)?desc(?:ription)?(?:\s|$)")
_PICTURE = ".//img | .//picture | .//amp-img"
_MOVES = ".//video | .//iframe | .//audio"
_ELSEWHERE = frozenset(("a", "aside", "footer", "nav", "header"))
_CREDITING = regex(r"credit|copyright|rights|byline|photogra|fotogra|autor|author|source|quelle", re.IGNORECASE)
_SAYING = ("class", "id", "itemprop", "data-credit", "data-copyright", "data-author")
_UP = 3  # elements from a caption to the block that it shares with its picture
_LONGEST = 500
_NAME = 5  # words that may name somebody
_START = 45  # letters by which a line is known


def of_article(marked: list[Marked], blocks: list[Block], headline: str, paragraphs: list[str]) -> list[str]:
    """The captions in order; none where the page shows neither the headline nor the last paragraph.

    None either where one ends in an element of few words: under whatever class, that may be the credit.
    """
    keys = [letters(block.text) for block in blocks]
    heading, ends = letters(headline), [key for one in paragraphs[-1:] if (key := letters(one)[:_START])]
    begin = next((at for at, key in enumerate(keys) if key and key == heading), None)
    end = next((at for at in range(len(keys) - 1, -1, -1) if ends and keys[at].startswith(ends[0])), None)
    if begin is None or end is None:
        return []
    shown = [key for key in keys[begin:end] if key]
    captions = [one for one in _captions(marked) if any(map(letters(text_of(one)).startswith, shown))]
    return [] if any(map(_ends_apart, captions)) else list(dict.fromkeys(map(text_of, captions)))


def between(tree: Any, paragraphs: list[str]) -> list[str]:
    """What the figures between two paragraphs show, those without a paragraph between them together.

    None of those in which something moves, or in which an element is called a credit that nobody may know as one.
    """
    if next(tree.iter("figure"), None) is None:  # nor need the paragraphs of most pages be looked for
        return []
    starts = {key[:_START] for one in paragraphs if len(key := letters(one)) >= _START}
    marked = [
        (one.tag == "p", one) for one in tree.iter("p", "figure") if one.tag == "figure" or _opens_with(one, starts)
    ]
    runs = [[one for _, one in run] for is_text, run in groupby(marked, lambda one: one[0]) if not is_text]
    first, last = (not marked[0][0], not marked[-1][0]) if marked else (False, False)
    inner = runs[first : len(runs) - last]
    return ["\n".join(line for one in run for line in _shown(one)) for run in inner if all(map(_is_plain, run))]


def _opens_with(paragraph: Any, starts: set[str]) -> bool:
    if any(one.tag == "figure" for one in paragraph.iterancestors()):
        return False
    return letters("".join(paragraph.itertext())[: 3 * _START])[:_START] in starts


def _shown(figure: Any) -> list[str]:
    return [block.text for block in of_page(figure)]


def _is_plain(figure: Any) -> bool:
    """Whether a figure is a picture of the article with its caption, and nothing in it is called a credit."""
    if figure.find(".//figcaption") is None or figure.find(".//img") is None or figure.xpath(f"{_MOVES} | .//figure"):
        return False
    if any(one.tag in _ELSEWHERE or one.tag in ("a", "figure") for one in figure.iterancestors()):
        return False
    return not any(_CREDITING.search(one.get(name) or "") for one in figure.iter("*") for name in _SAYING)


def _captions(marked: list[Marked]) -> Iterator[Any]:
    for element in (one for one, marks in marked if _is_caption(one, marks.get("class", ""))):
        if 1 < len(text_of(element)) <= _LONGEST and not any(one.tag in _ELSEWHERE for one in element.iterancestors()):
            box = _box(element)
            if box is not None and not box.xpath(_MOVES):
                yield element


def _is_caption(element: Any, names: str) -> bool:
    return (
        element.tag == "figcaption"
        or ("caption" in names and _CAPTION.search(names) is not None)
        or (_IN_FIGURE.search(names) is not None and next(element.iterancestors("figure"), None) is not None)
        or ("desc" in names and _DESCRIBES.search(names) is not None and _is_picture(element.getprevious()))
    )


def _is_picture(above: Any) -> bool:
    """Whether an element shows a picture and no text; a remark of the page's author (``<!-- … -->``) is none."""
    if above is None or not isinstance(above.tag, str) or text_of(above):
        return False
    return above.tag == "img" or above.find(".//img") is not None


def _ends_apart(caption: Any) -> bool:
    """Whether the last words of a caption stand in an element of their own."""
    pieces = [piece for one in caption.itertext() if (piece := " ".join(one.split()))]
    return len(pieces) > 1 and len(pieces[-1].split()) <= _NAME


def _box(element: Any) -> Any:
    """The block that holds the caption and its picture, and no link around the picture that leads to another page."""
    above = element
    for _ in range(_UP):
        above = above.getparent() if above is not None else None
        if above is not None and above.xpath(_PICTURE):
            return above
    return None
