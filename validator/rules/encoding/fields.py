"""What the record itself declares in words, beside the text: its fields have their own faults of encoding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.model.article import Article
from validator.model.evidence import Evidence

_NAMES = ("title", "author", "outlet", "photo_credit", "photo_caption")
_QUOTED = 120


def texts(article: Article) -> tuple[tuple[str, Evidence], ...]:
    """The strings of the record's own fields, each with its place; what the text says as well is left to it."""
    return article.once(_texts)


def _texts(article: Article) -> tuple[tuple[str, Evidence], ...]:
    return tuple(
        (value, Evidence("record", value[:_QUOTED], locator=locator))
        for declared in map(article.declared.get, _NAMES)
        if declared is not None and declared.origin == "record"
        for value, locator in _strings(declared.value, declared.locator)
    )


def _strings(value: Any, locator: str) -> Iterator[tuple[str, str]]:
    """A string, those of a list, and the name of an object (schema.org)."""
    if isinstance(value, str):
        yield value, locator
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _strings(one, f"{locator}[{at}]")
    elif isinstance(value, dict):
        yield from _strings(value.get("name"), f"{locator}.name")
