"""Licences as they are written, read into SPDX identifiers (https://spdx.org/licenses).

National ports that SPDX does not list get an identifier of the form that it gives to those it lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from validator.lexicons.fold import level
from validator.lexicons.lexicon import built, load
from validator.lexicons.phrases import Words
from validator.regex import regex

_CC = regex(
    r"\b(?:CC|Creative[ -]Commons)(?:[ -]?(?:licen[cs]e|Lizenz|licencia|licença|licenza))?[ \-:]*"
    r"(?P<elements>(?:BY|SA|NC|ND)(?:[ \-–/,.]*(?:BY|SA|NC|ND)\b)*)\b[ \-]*(?:v\.? ?)?(?P<version>\d(?:\.\d)?)?(?![\d.]\d)"  # noqa: E501
    r"(?:[ \-]*(?P<port>Unported|International|Intl|[A-Z]{2})\b)?(?: ?Deed)?",
    re.IGNORECASE,
)
_DEED = regex(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses/(?P<elements>[a-z\-]+)/(?P<version>\d\.\d)(?:/(?P<port>[a-z]{2})\b)?"
    r"|publicdomain/(?P<domain>zero|mark)/1\.0)\S*",
    re.IGNORECASE,
)
_ALONE = regex(r"[/,|(]\s?(CC|Creative Commons)(?=[\s)]*\.?$)", re.MULTILINE)  # which of them is not said
RESERVED = "LicenseRef-All-Rights-Reserved"
# What stands between a value's licences and before them, and a letter of a name behind them.
_LICENSED = regex(
    r"[\s.,;:/|–—(-]*(?:(?:under|sous|bajo|sob|unter|con|licen[cs]e|licencia|lizenz|licenza|licença|licentie)[\s:]*)*",
    re.IGNORECASE,
)
_NAMES = regex(r"[^\W\d_年月日]")
_MARKS = " ,;:|/([–—-"
_TOKEN = regex(r"(?<!\S)[^\W\d_]+")
_VERSION = regex(r"[ \-]*(?:v\.? ?)?(\d\.\d)")


class Seen(Struct, frozen=True):
    """A licence at ``text[start:end]``: its SPDX id, or None and what is wrong with it."""

    start: int
    end: int
    id: str | None
    problem: str = ""


@cache
def _commons() -> tuple[frozenset[str], frozenset[str], dict[str, list[str]]]:
    table = load("licences")["creative_commons"]
    return frozenset(table["elements"]), frozenset(table["versions"]), table["ports"]


@cache
def _named() -> tuple[Words, dict[str, str]]:
    """The names of licences, and their ids."""
    table: dict[str, str] = built("licences")["named"]
    return Words(table), table


@cache
def _telling() -> Words:
    """Words of which each name that is written out has one."""
    return Words(built("licences")["telling"])


@cache
def _written_out() -> tuple[Words, dict[str, str]]:
    """The names of Creative Commons licences in words, and the elements of each."""
    table: dict[str, str] = built("commons")
    return Words(table), table


def find(text: str) -> Iterator[Seen]:
    """Every licence named in a text, left to right, never two at one place."""
    taken = 0
    for seen in sorted(_candidates(text), key=lambda one: (one.start, -one.end)):
        if seen.start >= taken:
            taken = seen.end
            yield seen


def _candidates(text: str) -> Iterator[Seen]:
    for match in _DEED.finditer(text):
        if match["domain"]:
            yield Seen(*match.span(), "CC0-1.0" if match["domain"].lower() == "zero" else "CC-PDM-1.0")
        else:
            yield _commons_seen(match, match["elements"])
    for match in _CC.finditer(text):
        yield _commons_seen(match, match["elements"])
    for match in _ALONE.finditer(text):
        yield Seen(*match.span(1), None, "no version")
    leveled = level(text)
    words, ids = _named()
    if place := words.within(leveled):
        yield Seen(*place, ids[leveled[slice(*place)]])
    if not _telling().stand_in(leveled):
        return  # most credits: thousands of names need not be made ready at a start
    words, elements = _written_out()
    if place := words.within(leveled):
        version = _VERSION.match(text, place[1])
        end, said = (version.end(), version[1]) if version else (place[1], None)
        yield _judged(place[0], end, elements[leveled[slice(*place)]], said, None)


def _commons_seen(match: re.Match[str], elements: str) -> Seen:
    parts = re.findall(r"BY|SA|NC|ND", elements.upper())
    version = match["version"] and (match["version"] if "." in match["version"] else f"{match['version']}.0")
    port = match["port"]
    start, end = match.span()
    text = match.group()
    if port and (len(port) != 2 or port.upper() in ("ND", "NC", "SA")):
        port = None
    elif port and not port.isupper() and "/" not in text:
        port, end = None, match.start("port")
    end -= len(text[: end - start]) - len(text[: end - start].rstrip(" -"))
    return _judged(start, end, "-".join(parts), version, port)


def _judged(start: int, end: int, elements: str, version: str | None, port: str | None) -> Seen:
    """A Creative Commons licence by its elements (``BY-SA``), or why there is none of them, this version or port."""
    known, versions, ports = _commons()
    parts = set(elements.split("-"))
    order = [one for one in ("BY", "NC", "SA", "ND") if one in parts]
    name = "-".join(order)
    if {"SA", "ND"} <= parts:
        return Seen(start, end, None, "share-alike and no-derivatives exclude each other")
    if name not in known:
        return Seen(start, end, None, f"there is no Creative Commons licence with the elements {name}")
    if version is None:
        return Seen(start, end, None, "no version")
    if version not in versions:
        return Seen(start, end, None, f"Creative Commons has no version {version}")
    if port and version == "4.0":
        return Seen(start, end, None, f"version 4.0 has no national port {port.upper()}")
    suffix = f"-{port.upper()}" if port and port.upper() in ports.get(version, ()) else ""
    return Seen(start, end, f"CC-{name}-{version}{suffix}")


def lead(text: str) -> int:
    """Where the words begin that end a text and lead to the licence behind it (``Jane Roe, licensed under the``)."""
    sure = at = len(text.rstrip(_MARKS))
    for word in reversed(list(_TOKEN.finditer(text, 0, at))):
        if text[word.end() : at].strip(_MARKS) or word.group() not in _leading():
            break
        at = word.start()
        sure = at if word.group() in _leading("leads") else sure
    return len(text[:sure].rstrip(_MARKS))


@cache
def _leading(*kinds: str) -> frozenset[str]:
    table = load("licences")
    return frozenset(word for kind in kinds or ("leads", "between") for word in table[kind])


def within(text: str, start: int, end: int) -> tuple[Seen | None, int, int]:
    """The licence that a credit at a place names, and where the credit begins and ends without it."""
    value = text[start:end]
    named = list(find(value))
    if not named:
        return None, start, end
    # Rights that are reserved as well take nothing from the licence that the line names.
    seen = next((one for one in named if one.id != RESERVED), named[0])
    licence = Seen(seen.start + start, seen.end + start, seen.id, seen.problem)
    if behind := _behind(value, named):
        start += behind
    elif named[0].start > 0:
        end = start + lead(value[: named[0].start])
    elif seen.start > 0:
        end = licence.start  # behind rights that are reserved
    return licence, start, end


def _behind(value: str, named: list[Seen]) -> int:
    """Where the names begin in a value that opens with its licence (``CC BY 4.0, Jane Roe``); 0 if it does not."""
    at = 0
    for one in named:
        if not _LICENSED.fullmatch(value, at, one.start):
            break
        at = one.end
    rest = value[at:]
    return len(value) - len(rest.lstrip(" ,;:/|–—-.)")) if at and _NAMES.search(rest) else 0
