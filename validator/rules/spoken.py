"""The phrases of the languages that an article is in."""

from __future__ import annotations

from validator.lexicons.lexicon import Vocabulary, vocabulary
from validator.model.article import Article


def words(article: Article) -> Vocabulary:
    """The lexicons that the article was read with: its own language's, the declared one's, English."""
    return vocabulary(*article.tongues)
