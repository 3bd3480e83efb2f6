"""Whose page it is where its metadata do not say: the name in ``<title>`` that the page's address bears."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from validator.model.record import Declared

_LEAST, _SHARE = 5, 0.6  # letters of a name that an address bears, and its share of it
_UNDECOMPOSED = str.maketrans("łøđıŁØĐ", "lodilod")


def sightings(seen: list[tuple[str, Declared]]) -> Iterator[tuple[str, Declared]]:
    """The outlet by the name beside the headline; where no address bears that, it may be a section's, or a motto."""
    said = {name: str(declared.value) for name, declared in reversed(seen)}
    if "site" not in said or "outlet" in said:
        return
    hosts = (_host(said[name]) for name in ("url", "canonical_url") if name in said)
    if any(_bears(label, said["site"]) for host in hosts for label in host.split(".")[:-1]):
        yield "outlet", Declared(said["site"], "title", "html")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _bears(label: str, name: str) -> bool:
    short, long = sorted((_plain(label), _plain(name)), key=len)
    within = long.startswith(short) or long.endswith(short)
    return within and len(short) >= max(_LEAST, _SHARE * len(long))


def _plain(name: str) -> str:
    """The letters of a name without their accents, as addresses write it."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED)).casefold()))
