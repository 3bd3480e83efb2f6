"""The licences that an article's pictures stand under."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.lexicon import Vocabulary, vocabulary
from validator.model.article import Article, Credit, Licence


def licences(article: Article) -> Iterator[tuple[Credit, Licence]]:
    """Every credit that names a licence, with it."""
    return ((one, one.licence) for one in article.credits if one.licence is not None)


def words(article: Article) -> Vocabulary:
    """The phrases of the article's own language, of the declared one, and of English."""
    own = [one for one in (article.language.main, (article.language.declared or "")[:2].lower()) if one]
    return vocabulary(*dict.fromkeys((*own, "en"))) if own else vocabulary()
