"""The licences that an article's pictures stand under."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, Credit, Licence


def licences(article: Article) -> Iterator[tuple[Credit, Licence]]:
    """Every credit that names a licence, with it."""
    return ((one, one.licence) for one in article.credits if one.licence is not None)
