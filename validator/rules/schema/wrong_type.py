"""SCH004: a value of the wrong type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from validator.model.article import Article, quoted
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.model.nulls import says_nothing
from validator.rules.base import UNREADABLE, ArticleRule, bad, good

_KINDS = {
    bool: "a boolean",
    int: "a number",
    float: "a number",
    dict: "an object",
    list: "an array",
    tuple: "an array",
    bytes: "bytes",
}
_ALSO: dict[str, tuple[type, ...]] = {
    "id": (int,),
    "date": (int, float, date),
    "date_modified": (int, float, date),
    "crawled_at": (int, float, date),
}
_LISTS = frozenset({"author", "photo_credit", "photo_licence"})
_OBJECTS = {"author": "name", "canonical_url": "@id", "url": "@id", "photo_licence": "url"}


class WrongType(ArticleRule):
    """A field must hold the type of value that it is meant for.

    A number for a title or an object for a language passes every reader that does not look, and stops
    the first one that does, or turns up as "{'code': 'ar'}" in a table.
    """

    code = "SCH004"
    severity = Severity.ERROR
    formal = True
    silenced_by = UNREADABLE
    examples = (
        good({"text": "The council met.", "author": "Gavin Pryce", "date": 1747209600}),
        good({"text": "Le conseil a voté.", "authors": ["Anne Petit", {"name": "Paul Roux"}], "id": 4711}),
        good({"text": "Der Rat tagt.", "publisher": {"@type": "Organization", "name": "Leine-Kurier"}, "title": None}),
        good({"text": "The council met.", "author": []}),
        bad({"text": "多个沿海港口出现抢运现象。", "title": 404012}, at=("404012",)),
        bad({"text": "مكتبة الإسكندرية تفتح أبوابها.", "language": {"code": "ar"}}, at=("{'code': 'ar'}",)),
        bad({"text": "The council met.", "authors": ["Gavin Pryce", 7]}, at=("7",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for name, declared in article.declared.items():
            for value, locator in _wrong(name, declared.value, declared.locator):
                kind = _KINDS.get(type(value), f"a {type(value).__name__}")
                seen = Evidence("record", quoted(value), locator=locator)
                message = f"{name} is {kind}, not {'a list of names' if name == 'author' else 'text'} ({locator})"
                yield replace(self.finding(message, article, [seen]), field=name)


def _wrong(name: str, value: Any, locator: str) -> Iterator[tuple[Any, str]]:
    """The value, or the items of a list, that are neither text nor what else the field may hold."""
    if value is None or isinstance(value, str) or says_nothing(value):
        return
    if isinstance(value, _ALSO.get(name, ())) and not isinstance(value, bool):
        return
    if isinstance(value, (list, tuple)) and name in _LISTS:
        for at, one in enumerate(value):
            yield from _wrong(name, one, f"{locator}[{at}]")
    elif not (isinstance(value, dict) and isinstance(value.get(_OBJECTS.get(name, "")), str)):
        yield value, locator
