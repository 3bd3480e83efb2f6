"""What producers fold into objects and lists, as plain fields: ninjs's variants, an Atom entry's texts and links.

An object with one text in it says no more than that text; how it is called depends on who turned the feed into JSON:
a reader of feeds, WordPress's REST API, the API of an archive, a database (MongoDB's Extended JSON).
"""

from __future__ import annotations

from typing import Any

_VARIANTS = (
    ("headlines", "headline"),
    ("bodies", "body"),
    ("descriptions", "description"),
    ("bylines", "byline"),
)
_TEXTS = (
    "title", "headline", "byline", "content", "summary", "excerpt", "content:encoded", "description", "guid", "id",
    "published", "updated",
)  # fmt: skip
# feedparser's and Atom's, xmltodict's, Badgerfish's, xml2js's; WordPress's; of an archive's headline and byline
_HELD = ("value", "#text", "$t", "_", "rendered", "main", "original")
_TYPED = ("$date", "$oid", "$numberLong", "$numberInt", "$numberDouble")
_CONTENTS = ("bodyText", "body")  # of what an API puts into one object of ``fields``, plain text before HTML
_LINKS = ("link", "links")
_ADDRESS, _RELATION = ("href", "@href"), ("rel", "@rel")
_SOURCES = ("infosources", "infosource")
_OF_PICTURE = (("creditText", "creditText"), ("license", "license"))


def flattened(data: dict[str, Any]) -> dict[str, Any]:
    """A record whose main texts are plain fields; it is the same object where none is folded."""
    if not any(isinstance(value, (dict, list)) for value in data.values()):
        return data
    flat = {**_folded(data), **_links(data), **_sources(data)}
    picture = {name: value for name, value in _picture(data).items() if name not in data}
    if not flat and not picture:
        return data
    folded = {plural for plural, field in _VARIANTS if field in flat}
    return {**{name: value for name, value in data.items() if name not in folded}, **flat, **picture}


def is_folded(data: dict[str, Any]) -> bool:
    """Whether one of a record's main texts stands in an object or a list."""
    return any(isinstance(value, (dict, list)) for value in data.values()) and bool(_folded(data))


def _folded(data: dict[str, Any]) -> dict[str, Any]:
    return {**_variants(data), **_texts(data), **_typed(data), **_lifted(data), **_embedded(data)}


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


def _typed(data: dict[str, Any]) -> dict[str, Any]:
    """The values that a database writes as an object of their type: ``{"$date": "2026-01-12T08:15:00Z"}``."""
    return {name: _bare(value) for name, value in data.items() if _is_typed(value)}


def _is_typed(value: Any) -> bool:
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _TYPED


def _bare(value: Any) -> Any:
    if not _is_typed(value):
        return value
    ((name, held),) = value.items()
    return int(held) if name == "$numberLong" and str(held).lstrip("-").isdecimal() else _bare(held)


def _lifted(data: dict[str, Any]) -> dict[str, str]:
    """The texts that an API's item has in its object of ``fields``, where the article's own is among them."""
    fields = data.get("fields")
    texts = {name: one for name, one in fields.items() if isinstance(one, str)} if isinstance(fields, dict) else {}
    content = next((one for one in _CONTENTS if one in texts), None)
    left = {*data, *_CONTENTS} - {content}
    return {name: text for name, text in texts.items() if name not in left} if content else {}


def _embedded(data: dict[str, Any]) -> dict[str, list[str]]:
    """The authors whom WordPress embeds, where the item has but their number."""
    embedded = data.get("_embedded")
    authors = embedded.get("author") if isinstance(embedded, dict) and isinstance(data.get("author"), int) else None
    found = [one.get("name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    names = [name for name in found if isinstance(name, str)]
    return {"author": names} if names else {}


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
