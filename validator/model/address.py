"""Addresses in the web, whatever stands where one is expected."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(url: str | None) -> str:
    """The host of a URL in small letters; empty where it has none, and for what is no URL (``http://[bad``)."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
