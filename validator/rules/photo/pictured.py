"""What an article's pictures stand with: captions, credits, and the phrases to read them by."""

from __future__ import annotations

import re

from validator.lexicons import agencies
from validator.model.article import Article, Credit, Line, Role

_SPLIT = re.compile(r"[\s:：|/,.()\[\]«»“”\"]+")


def lines(article: Article) -> list[Line]:
    """The captions and credit lines."""
    return list(article.with_role(Role.CAPTION, Role.CREDIT))


def describes(credit: Credit) -> bool:
    """Whether what stands as a credit is a caption behind a label (``Picture: the ceiling above the box``)."""
    nobody = not (credit.photographer or credit.agency or credit.platform or credit.licence)
    return credit.kind == "unknown" and nobody and credit.value[:1].islower() and len(credit.value.split()) >= 4


def platform_at_end(text: str) -> str | None:
    """The picture platform that a line ends with (``Captura de Truth Social``)."""
    parts = [one for one in _SPLIT.split(text) if one]
    for length in (3, 2, 1):
        found = agencies.platform(" ".join(parts[-length:])) if len(parts) >= length else None
        if found:
            return found
    return None
