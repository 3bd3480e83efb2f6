"""What producers fold into objects and lists, as plain fields: ninjs's variants, an Atom entry's texts and links.

An object with one text in it says no more than that text; how it is called depends on who turned the feed into JSON.
"""

from __future__ import annotations

from typing import Any

_VARIANTS = (
    ("headlines", "headline"),
    ("bodies", "body"),
    ("descriptions", "description"),
    ("bylines", "byline"),
)
_TEXTS = ("title", "content", "summary", "content:encoded", "description", "guid", "id", "published", "updated")
_HELD = ("value", "#text", "$t", "_")  # feedparser's and Atom's, xmltodict's, Badgerfish's, xml2js's
_LINKS = ("link", "links")
_ADDRESS, _RELATION = ("href", "@href"), ("rel", "@rel")
_SOURCES = ("infosources", "infosource")
_OF_PICTURE = (("creditText", "creditText"), ("license", "license"))


def flattened(data: dict[str, Any]) -> dict[str, Any]:
    """A record whose main texts are plain fields; it is the same object where none is folded."""
    if not any(isinstance(value, (dict, list)) for value in data.values()):
        return data
    flat = {**_variants(data), **_texts(data), **_links(data), **_sources(data)}
    picture = {name: value for name, value in _picture(data).items() if name not in data}
    if not flat and not picture:
        return data
    folded = {plural for plural, field in _VARIANTS if field in flat}
    return {**{name: value for name, value in data.items() if name not in folded}, **flat, **picture}


def is_folded(data: dict[str, Any]) -> bool:
    """Whether one of a record's main texts stands in an object or a list."""
    return any(isinstance(value, (dict, list)) for value in data.values()) and bool(_variants(data) or _texts(data))


def _variants(data: dict[str, Any]) -> dict[str, str]:
    """The main headline, body and byline of an item of IPTC's ninjs, where it has no plain ones."""
    main = {field: _main(data.get(plural)) for plural, field in _VARIANTS}
    return {field: data.get(field, value) for field, value in main.items() if value is not None}


def _main(variants: Any) -> str | None:
    """The value of the main one of several variants, plain text before HTML."""
    found = [one for one in variants if isinstance(one, dict)] if isinstance(variants, list) else []
    ranked = sorted(found, key=lambda one: (one.get("role") != "main", "html" in str(one.get("contenttype", ""))))
    return next((one["value"] for one in ranked if isinstance(one.get("value"), str)), None)


def _texts(data: dict[str, Any]) -> dict[str, str]:
    """The texts of an RSS or Atom item that stand in an object, or in the only one of a list."""
    found = {name: _held(data[name]) for name in _TEXTS if isinstance(data.get(name), (dict, list))}
    return {name: value for name, value in found.items() if value is not None}


def _held(value: Any) -> str | None:
    """The one text that an object holds under a name that says nothing."""
    one = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(one, dict):
        return None
    held = [one[name] for name in _HELD if isinstance(one.get(name), str)]
    return held[0] if len(held) == 1 else None


def _links(data: dict[str, Any]) -> dict[str, str]:
    """The address of an Atom entry: of its links the one to the entry itself."""
    for name in _LINKS:
        value = data.get(name)
        links = value if isinstance(value, list) else [value]
        for link in [one for one in links if isinstance(one, dict)]:
            address = next((link[key] for key in _ADDRESS if isinstance(link.get(key), str)), None)
            relation = next((link[key] for key in _RELATION if key in link), "alternate")
            if address is not None and relation == "alternate" and not isinstance(data.get("link"), str):
                return {"link": address}
    return {}


def _sources(data: dict[str, Any]) -> dict[str, str]:
    """The first of ninjs's sources of information: who sends the item."""
    lists = [(name, data[name]) for name in _SOURCES if isinstance(data.get(name), list) and data[name]]
    first = [(name, value[0].get("name")) for name, value in lists if isinstance(value[0], dict)]
    return {name: value for name, value in first if isinstance(value, str)}


def _picture(data: dict[str, Any]) -> dict[str, str]:
    """Credit and licence of schema.org's only image."""
    image = data.get("image")
    one = image[0] if isinstance(image, list) and len(image) == 1 else image
    if not isinstance(one, dict):
        return {}
    return {name: one[key] for key, name in _OF_PICTURE if isinstance(one.get(key), str)}
