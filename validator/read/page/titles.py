"""The headline of a page out of the several that it states: heading, JSON-LD, Open Graph, ``<title>``."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from validator.model.record import Declared
from validator.read.page import blocks
from validator.read.page.marks import Marked
from validator.regex import regex

_SIGNS = "|｜–—·*«»•_："
_SEPARATOR = rf"(?:\s*(?:[{_SIGNS}]|::)\s*|\s-\s)"
_SUFFIXED = regex(rf"{_SEPARATOR}\s*\S")  # the site's name behind a headline
_PREFIXED = regex(rf"\S\s*(?:{_SEPARATOR}|:\s)\Z")  # the same before it
_PARTED = regex(_SEPARATOR)
_PLAIN = str.maketrans("‘’´`“”„", "''''\"\"\"")
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))  # letters that nobody sees: hints where a word may break
_LEAST = 8  # letters of a headline that another one may begin with
_LEAST_LINE = 16  # letters of a line that is a headline because the page's <title> holds it
_GOES_ON = (",", ";", ".", "–", "—", "…")  # signs behind a headline's first clause
_SECTION = 2  # words of a section's name
_DAY = regex(r"\d{4}\s?[-/.年년]\s?\d{1,2}")
_PATH = regex(r"(?P<headline>\S.*\S)\s[>›]\s(?P<section>[^>›]+)\Z")  # ``Council saves the market > Local``
_SITE_NAME = 4  # words of a site's name
_ROOT = regex(r"https?://[^/?#]+/?")
_HOST = regex(r"(?:[\w-]+\.)+[a-z]{2,}")
_HOME = ("/", "./", "index.html", "/index.html")
_NOWHERE = ("", "#")
# What counts for how much: Twitter's title is a copy of Open Graph's and counts only where that is missing;
# the page's own <title> carries the site's furniture and settles ties. Listed in the order of trust.
_COPIED, _COPY = "meta[og:title]", "meta[twitter:title]"
_VOTES = {
    _COPIED: 1.0, _COPY: 1.0, "h1": 1.0, "json-ld $.headline": 1.0, "itemprop=headline": 1.0, "h2": 1.0,
    "h3": 1.0,
    "meta[dc.title]": 0.5, "meta[parsely-title]": 0.5, "meta[sailthru.title]": 0.5, "text": 0.5, "title": 0.5,
}  # fmt: skip
_METAS = [one[5:-1] for one in _VOTES if one.startswith("meta")]
_ASIDE = ("aside", "nav", "footer")


def titles(tree: Any, nodes: list[dict[str, Any]], marked: list[Marked]) -> Iterator[tuple[str, Declared]]:
    """Every headline that the page states, the one that most of its statements share first.

    A shared title often has the site's name behind it or before it: it counts for the headline that it holds.
    ``nodes`` are the page's JSON-LD articles.
    """
    stated: dict[str, str] = {}
    for place, raw in _stated(tree, nodes, marked):
        if text := _one_line(raw):
            stated.setdefault(place, text)
    place, heading = _heading(tree, list(stated.values()))
    if heading:
        stated[place] = _without_section(tree, heading)
    elif stated and (house := _house_alone(tree, list(stated.values()))):
        yield "site", Declared(house, "title", "html")
        return
    whole_title = stated.get("title", "")
    stated = _without_house(tree, stated)
    copied = stated.pop(_COPY, "") if _COPIED in stated else ""
    whole = _same(stated.get("h1", ""))
    told = bool(whole) and whole == _same(stated.get("json-ld $.headline", ""))  # by both: no house's name is in it
    known = list(stated.values())
    bare = {place: text if told and _same(text) == whole else _bare(text, known) for place, text in stated.items()}
    tight = {_same(text): text for text in sorted(bare.values(), key=len, reverse=True)}
    bare = {place: min(text, tight[_same(text)], key=len) for place, text in bare.items()}
    votes: defaultdict[str, float] = defaultdict(float)
    for place, text in bare.items():
        votes[_same(text)] += _VOTES[place]
    for short in _beginnings(bare.get("h1", ""), bare):
        votes[_same(bare["h1"])] += votes[short]
    order = list(_VOTES)
    for place in sorted(bare, key=lambda one: (-votes[_same(bare[one])], order.index(one))):
        if place != "title" or len(bare) == 1:
            yield "title", Declared(bare[place], place, "html")
    yield from _site(whole_title, bare.get("title", ""))
    if copied:
        yield "title", Declared(_bare(copied, list(bare.values())), _COPY, "html")


def _beginnings(heading: str, bare: dict[str, str]) -> set[str]:
    """The titles with which a heading only begins that the page's ``<title>`` has whole: shortened for sharing."""
    if _same(bare.get("title", "")) != _same(heading):
        return set()
    cut = [one for one in bare.values() if len(one) > _LEAST and _key(heading).startswith(_key(one))]
    return {_same(one) for one in cut if heading[len(one) :].lstrip()[:1] in _GOES_ON}


def _without_section(tree: Any, heading: str) -> str:
    """A heading without the section behind it, which another heading or a link of the page is."""
    path = _PATH.fullmatch(heading)
    if path is None:
        return heading
    named = (_same(_words(one)) for one in tree.iter("h1", "h2", "h3", "a"))
    return path["headline"] if _same(path["section"]) in named else heading


def _without_house(tree: Any, stated: dict[str, str]) -> dict[str, str]:
    """The statements without the name of the site beside a separator, as the link to its first page has it."""
    if not any(_PARTED.search(one) for one in stated.values()):
        return stated
    homes = [_words(one) for one in tree.iter("a") if _leads_home(one)]
    names = [one for one in dict.fromkeys(homes) if one and len(one.split()) <= _SITE_NAME]
    return {place: _beside_house(text, names) for place, text in stated.items()}


def _beside_house(text: str, names: list[str]) -> str:
    key = _key(text)
    for name in names:
        rest = len(text) - len(name)
        if rest > _LEAST and key.endswith(_key(name)) and (parted := _PREFIXED.search(text[:rest])):
            return text[: parted.start() + 1]
        if rest > _LEAST and key.startswith(_key(name)) and _SUFFIXED.match(text[len(name) :]):
            return text[len(name) :].lstrip(f" {_SIGNS}:-")
    return text


def _house_alone(tree: Any, stated: list[str]) -> str:
    """The site's name, where the titles of a page hold nothing but that and a section of its menu; else empty."""
    links = [(one, _same(_words(one))) for one in tree.iter("a")]
    home = [one for one, _ in links if _leads_home(one)]
    alts = [image.get("alt") or "" for one in (tree, *home) for image in one.iter("img")]
    names = {_same(_one_line(one)) for one in (*alts, *tree.xpath("//meta[@property='og:site_name']/@content"))}
    names = {one for one in (*names, *(text for link, text in links if link in home)) if one}
    sections = {text for _, text in links}
    parts = [part.strip() for one in stated for part in re.split(_SEPARATOR, one) if part.strip()]
    houses = [part for part in parts if _same(part) in names]
    others = [part for part in parts if _same(part) not in names]
    short = all(_same(part) in sections and len(part.split()) <= _SECTION for part in others)
    if houses and short:
        return houses[0]
    alone = len(set(stated)) == 1 and (_HOST.fullmatch(stated[0]) or _is_motto(parts))
    return parts[0] if alone else ""


def _is_motto(parts: list[str]) -> bool:
    """Whether a title is a name and, beside it, the same name with what its bearer is: ``Skarrow | Skarrow Daily``."""
    return len(parts) == 2 and any(f" {_key(one)} " in f" {_key(other)} " for one, other in (parts, parts[::-1]))


def _site(title: str, headline: str) -> Iterator[tuple[str, Declared]]:
    """The name that stands in the page's ``<title>`` beside the headline, the outermost where there are several."""
    if not headline:
        return
    above, _, below = title.partition(headline)
    parts = [part.strip(" :-") for rest in (above, below) for part in re.split(_SEPARATOR, rest) if part.strip(" :-")]
    if parts:
        yield "site", Declared(parts[0] if above.strip() else parts[-1], "title", "html")


def _stated(tree: Any, nodes: list[dict[str, Any]], marked: list[Marked]) -> Iterator[tuple[str, str]]:
    """Place and text of every statement but the headings, those of one place in the order of the page."""
    for node in nodes[:1]:
        if isinstance(node.get("headline"), str):
            yield "json-ld $.headline", node["headline"]
    for element in tree.iterfind(".//head/title"):
        yield "title", " ".join(element.itertext())
    for element, marks in marked:
        called = [*marks.get("itemprop", "").split(), *marks.get("property", "").split()]  # ``headline name``
        if "headline" in called and element.tag != "meta":
            yield "itemprop=headline", " ".join(element.itertext())
            break
    for element in tree.iterfind(".//meta[@content]"):
        for key in (element.get("property"), element.get("name")):
            if key and key.lower() in _METAS:
                yield f"meta[{key.lower()}]", element.get("content")


def _heading(tree: Any, stated: list[str]) -> tuple[str, str]:
    """The heading that another statement holds, the longest where there are several; else the first heading.

    A heading that leads home is the site's name, and those in asides head other articles. Where no heading is
    held, a line of the page may be.
    """
    headings = {name: _headings(tree, name) for name in ("h1", "h2", "h3")}
    tops, lower = headings["h1"], headings["h2"]
    for place, found in headings.items():
        held = [one for one in found if any(_holds(other, one) for other in stated)]
        if held:
            return place, max(held, key=len)
    if tops:
        return "h1", tops[0]
    if len(stated) == 1 and len(stated[0].split()) <= _SITE_NAME:  # of the site alone
        return next((("h2", one) for one in lower if len(one.split()) > _SITE_NAME), ("", ""))
    if not lower and len(set(stated)) == 1:
        shown = [one.text for one in blocks.of_page(tree) if not one.beside and len(one.text) < len(stated[0])]
        held = [one for one in shown if len(one) >= _LEAST_LINE and _holds(stated[0], one)]
        return "text", max(held, key=len, default="")
    return "", ""


def _headings(tree: Any, name: str) -> list[str]:
    found = (_one_line(_above_its_day(one)) for one in tree.iterfind(f".//{name}") if not _is_furniture(one))
    return [one for one in found if one]


def _above_its_day(heading: Any) -> str:
    """The words of a heading, without the line below that tells the day, the source and how many have read it."""
    if heading.find("br") is None:
        return " ".join(heading.itertext())
    pieces, broken = [heading.text or ""], 0
    for one in heading:
        broken = broken or (len(pieces) if one.tag == "br" else 0)
        pieces += [*(one.itertext() if isinstance(one.tag, str) else ()), one.tail or ""]
    return " ".join(pieces[:broken] if broken and _DAY.search(" ".join(pieces[broken:])) else pieces)


def _is_furniture(heading: Any) -> bool:
    links = heading.xpath("./ancestor::a | .//a")
    home = len(links) == 1 and _leads_home(links[0])
    return home or any(above.tag in _ASIDE for above in heading.iterancestors())


def _leads_home(link: Any) -> bool:
    """Whether a link leads to the first page; an anchor without an address, or a long one to ``#``, leads nowhere."""
    if link.get("href") is None:
        return False
    address = link.get("href").strip().lower()
    if address in _NOWHERE:
        return len("".join(link.itertext()).split()) <= _SITE_NAME
    return address in _HOME or _ROOT.fullmatch(address) is not None


def _holds(other: str, text: str) -> bool:
    """Whether a statement is the text, or the text with a name behind or before it."""
    return _key(other) == _key(text) or (len(text) > _LEAST and _bare(other, [text]) != other)


def _words(element: Any) -> str:
    """What an element says, on one line."""
    return _one_line(" ".join(element.itertext()))


def _one_line(text: str) -> str:
    """A statement on one line; some sites escape their entities twice, and hyphenate."""
    return " ".join(html.unescape(html.unescape(text)).translate(_UNSEEN).split())


def _same(text: str) -> str:
    """A headline for comparing: markup moves spaces about (``Law : A step``)."""
    return "".join(_key(text).split())


def _key(text: str) -> str:
    return text.translate(_PLAIN).casefold()


def _bare(text: str, stated: list[str]) -> str:
    """As much of a title as the longest other one that it begins or ends with, where a separator parts a name off."""
    key, spans = _key(text), [(0, len(text))]
    for one in stated:
        rest = len(text) - len(one)
        if len(one) <= _LEAST or rest <= 0:
            continue
        if key.startswith(_key(one)) and _SUFFIXED.match(text[len(one) :]):
            spans.append((0, len(one)))
        elif key.endswith(_key(one)) and _PREFIXED.search(text[:rest]):
            spans.append((rest, len(text)))
    begin, end = max(spans[1:], key=lambda span: span[1] - span[0], default=spans[0])
    return text[begin:end]
