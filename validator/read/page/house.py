"""Whose page it is where its metadata do not say: the name in ``<title>`` that the page's address bears."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from validator.model.address import host
from validator.model.record import Declared

_LEAST = 5  # letters of a name that an address bears
_OF_NAME, _OF_ADDRESS = 0.5, 0.6  # its share of what the other holds more
_SHARED = frozenset("ac co com edu gob gov ne net or org".split())  # below a country
_BARE = {"ł": "l", "ø": "o", "đ": "d", "ı": "i"}
_SPELLINGS = tuple(
    str.maketrans(_BARE | one)
    for one in ({}, {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"})
)


def sightings(seen: list[tuple[str, Declared]]) -> Iterator[tuple[str, Declared]]:
    """The outlet by the name beside the headline; where no address bears that, it may be a section's, or a motto."""
    said = {name: str(declared.value) for name, declared in reversed(seen)}
    if "site" not in said or "outlet" in said:
        return
    hosts = (host(said[name]) for name in ("url", "canonical_url") if name in said)
    if any(_bears(_own(one), said["site"]) for one in hosts):
        yield "outlet", Declared(said["site"], "title", "html")


def _own(host: str) -> str:
    """The part of a host that its owner chose: one further down may name a section."""
    *others, last = host.split(".")[:-1] or [""]
    return others[-1] if others and last in _SHARED else last


def _bears(label: str, name: str) -> bool:
    """Whether an address is made of the name's words, maybe not of all, or one of the two begins or ends the other."""
    for spelling in _SPELLINGS:
        words, key = [_plain(one, spelling) for one in name.split()], _plain(label, spelling)
        long = "".join(words)
        if min(len(key), len(long)) < _LEAST:
            continue
        if long.startswith(key) or long.endswith(key) or _is_made_of(key, words):
            if len(key) >= _OF_NAME * len(long):
                return True
        elif (key.startswith(long) or key.endswith(long)) and len(long) >= _OF_ADDRESS * len(key):
            return True
    return False


def _is_made_of(label: str, words: list[str]) -> bool:
    """Whether some of the words, in their order, are the label."""
    ends = {0}
    for word in words:
        ends |= {at + len(word) for at in ends if label.startswith(word, at)}
    return len(label) in ends


def _plain(name: str, spelling: dict[int, str]) -> str:
    """The letters of a name without their accents, as addresses write it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", name.casefold().translate(spelling))))
