"""The pictures of a page: who is credited for them, and what is said of them.

Sources: the class names that news sites use, and microdata.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from validator.model.record import Declared
from validator.read.page import teasers
from validator.read.page.marks import Marked, text_of
from validator.regex import regex

_CREDIT = regex(  # in a figure
    "source|rights|(?i:credit|copyright|author|byline|autor|fotogra|photogra|quelle|fonte|fuente|firma)"
)
_HOLDER = ("copyrightHolder", "creditText")
_IMAGE_CREDIT = regex(
    "(?i:(?:image|img|photo|foto|bild|picture|media)[-_]{0,2}(?:credit|copyright|quelle|nachweis|rechte)"
    "|(?:photo|foto)[-_]{0,2}(?:author|autor))"
)
_CALLED_CREDIT = regex(r"(?:^|[ \t\r\n])(?:credit|photographer?|fot[oó]graf[oa]?)(?:[ \t\r\n]|\Z)")
_BESIDE_PICTURE = "(self::cite/ancestor::figure | self::footer/preceding-sibling::figcaption/..)[.//img]"
_BESIDE_CAPTION = "preceding-sibling::*[contains(@class, 'caption')] or ../preceding-sibling::*//img"
_CAPTION = regex(
    r"(?i:caption|legend|credit)"
    r"|(\b|_)(img|image|photo|picture|media|foto|bild)"
    r"([-_]?cap|[-_]+([a-z]+[-_]+)?(info|desc|description|source|legend|subtitle))(\b|_)"
)
_NOTICE = regex("[cC]opyright")
_BELOW_IMAGES = (
    "//img/ancestor-or-self::*[position() <= 4]"
    "[not(.//p[string-length() > 160])][count(.//p[string-length() > 60]) <= 1]"
    "/following-sibling::*[self::p or self::small or self::div[not(*[not(self::span)])] or self::span[not(*)]]"
    "[position() <= 2]"
)
_IMAGES = "//img[not(ancestor::a[@href])]"  # a picture that leads to another page is that page's
_OF_IMAGES = ("image", "img", "figure", "photo", "picture", "media", "caption")
_FEET = frozenset("fuss fusszeile colophon pied pied-page piepagina rodape stopka sidfot site-info".split())
_TELLING = 5  # words of a description
_UP = 4  # elements from a notice to the image that it stands beside
_LONGEST_CREDIT, _LONGEST_CAPTION = 160, 500
_FEW = 3  # words of an agency's name
_CLASSES = 4096  # sites repeat theirs from page to page


def sightings(tree: Any, marked: list[Marked], headlines: frozenset[str]) -> Iterator[tuple[str, Declared]]:
    """Credits and captions, none of them twice, and none of teasers; ``headlines`` are the page's own, as letters."""

    def elsewhere(element: Any) -> bool:
        return _in_footer(element) or teasers.hold(element, headlines)

    seen: set[str] = set()
    for element in _credits(tree, marked):
        text = text_of(element)
        spare = text in seen or _describes(element, text)
        if 1 < len(text) <= _LONGEST_CREDIT and not spare and not elsewhere(element):
            seen.add(text)
            yield "photo_credit", Declared(text, f"{element.tag}.{element.get('class') or ''}".strip("."), "html")
    captions = [one for one in _captions(tree, marked) if not elsewhere(one)]
    told = [(text, str(one.tag)) for one in captions for text in (_told(one), _opening(one))]
    for image in tree.xpath(_IMAGES):
        said = [] if teasers.hold(image, headlines) else [image.get(name) or "" for name in ("title", "alt")]
        told += [(" ".join(one.split()), "img") for one in said]
    for text, locator in told:
        if 1 < len(text) <= _LONGEST_CAPTION and text not in seen:
            seen.add(text)
            yield "photo_caption", Declared(text, locator, "html")


def _describes(element: Any, text: str) -> bool:
    """Whether an element that a site calls a credit holds what the picture in its figure shows, in so many words."""
    figure = next(element.iterancestors("figure"), None)
    images = figure.iter("img") if figure is not None and len(text.split()) >= _TELLING else ()
    return any(" ".join((image.get("alt") or "").split()) == text for image in images)


def _credits(tree: Any, marked: list[Marked]) -> Iterator[Any]:
    """The elements that should name a photographer, the surest first."""
    called = [
        (one, marks.get("class", ""))
        for one, marks in marked
        if marks.get("itemprop") in _HOLDER or _CREDIT.search(marks.get("class", ""))
    ]
    yield from (one for one, _ in called if _in_figure(one))
    yield from (one for one in tree.iter("footer", "cite") if one.xpath(_BESIDE_PICTURE))
    yield from (one for one, names in called if _IMAGE_CREDIT.search(names))
    yield from (one for one, names in called if _CALLED_CREDIT.search(names) and one.xpath(_BESIDE_CAPTION))


def _in_figure(element: Any) -> bool:
    return any(
        above.tag in ("figcaption", "figure") or "caption" in above.get("class", "")
        for above in element.iterancestors()
    )


def _captions(tree: Any, marked: list[Marked]) -> list[Any]:
    """The elements that should describe a picture, the surest first."""
    called = [one for one, marks in marked if one.tag == "figcaption" or _is_caption(marks.get("class", ""))]
    called += [foot for figure in tree.iter("figure") for foot in figure.iter("footer")]
    notices = [one for one, marks in marked if _NOTICE.search(marks.get("class", ""))]
    around = (_around(image) for image in tree.xpath(_IMAGES))
    return [
        *called,
        *tree.xpath(_BELOW_IMAGES),
        *(one for one in around if one is not None),
        *filter(_beside_image, notices),
    ]


def _told(caption: Any) -> str:
    """The text of a caption; as in the page no space stands between its full stop and what its last element names."""
    text = text_of(caption)
    last = next((text_of(one) for one in caption.iterchildren("*", reversed=True)), "")
    shown = " ".join("".join(caption.itertext()).split())
    stopped = bool(last) and shown.endswith(last) and shown.removesuffix(last)[-1:] in (".", "!", "?")
    return text.removesuffix(last).rstrip() + last if stopped else text


def _opening(caption: Any) -> str:
    """The few words in the first element of a caption, where others follow: an agency may stand before the rest."""
    first, *others = [*caption.iterchildren("*")] or [caption]
    plain = [caption.text, *(one.tail for one in (first, *others))]
    apart = others and not any((text or "").strip() for text in plain)
    return text_of(first) if apart and len(text_of(first).split()) <= _FEW else ""


def _around(image: Any) -> Any:
    """The block around an image that has a text, if it is no more than a caption."""
    for above in islice(image.iterancestors(), _UP):
        if text := text_of(above):
            return above if len(text) <= _LONGEST_CAPTION else None
    return None


@lru_cache(_CLASSES)
def _is_caption(names: str) -> bool:
    return _CAPTION.search(names) is not None


def _in_footer(element: Any) -> bool:
    """Whether an element stands in the foot of the page, where the notice is the site's; an image's foot is none."""
    above = (element, *element.iterancestors())
    names = (name for one in above for name in f"{one.get('class')} {one.get('id')}".lower().split())
    feet = [one for one in above if one.tag == "footer"]
    return any(next(one.iterancestors("figure"), None) is None for one in feet) or any(
        name in _FEET or ("footer" in name and not any(word in name for word in _OF_IMAGES)) for name in names
    )


def _beside_image(element: Any) -> bool:
    """Whether an image stands beside a notice, in a block that holds little else."""
    for above in (element, *list(element.iterancestors())[:_UP]):
        if above.tag == "figure" or above.find(".//img") is not None:
            return len(text_of(above)) <= _LONGEST_CAPTION
    return False
