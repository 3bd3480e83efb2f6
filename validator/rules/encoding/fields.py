"""What the record itself declares in words, beside the text: its fields have their own faults of encoding."""

from __future__ import annotations

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
        for value, locator in declared.strings()
    )
