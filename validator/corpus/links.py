"""URLs under which one article is one: without scheme, tracking and the addresses of mobile and AMP copies."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from validator.model import address
from validator.regex import regex

_HOST = regex(r"^(?:www\d?|amp|m|mobile)\.")
_AMP = regex(r"(?:/amp(?:\.html?)?|\.amp(?:\.html?)?)$|^/amp(?=/)")
_TRACKING = regex(r"^(?:utm_\w+|at_\w+|fbclid|gclid|mc_[ce]id|amp|outputtype|xtor|ref|cmp|cmpid|smid)$", re.IGNORECASE)


def host(url: str | None) -> str:
    """The host without ``www.`` and the like; empty where there is none."""
    return _HOST.sub("", address.host(url))


def canonical(url: str | None) -> str:
    """Host, path and telling parameters; empty for a site's front page and for what is no URL."""
    name = host(url)
    if not name or url is None:
        return ""
    parts = urlsplit(url)
    path = _AMP.sub("", parts.path.rstrip("/")).rstrip("/")
    query = "&".join(f"{key}={value}" for key, value in sorted(parse_qsl(parts.query)) if not _TRACKING.match(key))
    if not path and not query:
        return ""
    return f"{name}{path}{'?' if query else ''}{query}"
