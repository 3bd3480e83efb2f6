"""What an article's pictures stand with: captions, credits, and the phrases to read them by."""

from __future__ import annotations

import re

from validator.lexicons import agencies
from validator.lexicons.fold import weight
from validator.lexicons.sentences import SPACED
from validator.model import record
from validator.model.article import Article, Credit, Line, Role
from validator.model.evidence import CAPTIONS, FIGURES, Evidence
from validator.regex import regex

_TELLS = 15.0  # letters of a caption that tells what is seen
_WORDS = 5  # that it has where words are parted; a name and an office under a portrait have fewer
_SPACELESS = 1.5  # what a letter of a text weighs that is mostly ideographs
_OTHERS = 2  # credits of other figures that show that each has its own
_PLURAL = regex(
    r"\b(?:photos|photographs|pictures|images|fotos|foto's|bilder|foton|fotografien|zdjęcia|imágenes|imagens|immagini"
    r"|fotografías|fotografias|crédits|credits)\b",
    re.IGNORECASE,
)
_NAME = 5  # words behind a sign or a full stop that may name somebody
# A credit of any form stands behind one of these: a label's colon, brackets, a slash, a dash, the stop of a sentence.
_MAY_CREDIT = regex(rf"[()\[\]（）【】©ⓒ@/|：:＝=]|[{SPACED}。！？»”\"]\s*(?=\S)|\s[–—-]\s|\S[—]\s?(?=\S)")
_SPLIT = regex(r"[\s:：|/,.()\[\]«»“”\"]+")


def lines(article: Article) -> list[Line]:
    """The captions and credit lines."""
    return list(article.with_role(Role.CAPTION, Role.CREDIT))


def uncredited(article: Article) -> list[Evidence]:
    """The captions below the pictures of a page; none where any of them may name somebody at its end."""
    shown = record.shown(article.sightings, CAPTIONS)
    if any(map(_may_credit, shown)):
        return []
    return [Evidence("html", one, locator=CAPTIONS) for one in shown if _is_full(one)]


def _is_full(caption: str) -> bool:
    """Whether a caption tells what is seen: a sentence may have a word less, and Chinese and Japanese have no words."""
    words, heavy = len(caption.split()), weight(caption)
    spaceless = heavy > _SPACELESS * len(caption)
    return heavy >= _TELLS and (words >= _WORDS - caption.endswith((".", "!", "?", "।")) or spaceless)


def uncredited_among(article: Article) -> list[Evidence]:
    """The captions of a page's figures without a credit, where at least two others have theirs.

    None where a credit may stand for several pictures: in a line of its own, in an image's text, behind a plural.
    """
    shown = record.shown(article.sightings, FIGURES)
    told = {one.value.casefold() for one in article.credits if one.value and one.line is None and _is_of_one(one)}
    if not shown or len(told) < _OTHERS or len(told) < len(article.credits):
        return []
    if any(line.role is Role.CREDIT for line in article.header):
        return []
    bare = [one.split("\n") for one in shown if not any(value in one.casefold() for value in told)]
    alone = [lines[0] for lines in bare if len(lines) == 1]
    return [Evidence("html", one, locator=FIGURES) for one in alone if one[-1] in ".!?…" and _is_told(one)]


def _is_of_one(credit: Credit) -> bool:
    quotes = [one for one in credit.evidence if one.locator != "img"]
    return bool(quotes) and not any(_PLURAL.search(one.quote) for one in quotes)


def _is_told(caption: str) -> bool:
    return not _may_credit(caption) and weight(caption) >= _TELLS and len(caption.split()) >= _WORDS


def _may_credit(caption: str) -> bool:
    """Whether few words stand behind the last sign that may open a credit, or an agency's name ends the caption."""
    last = max((match.end() for match in _MAY_CREDIT.finditer(caption)), default=0)
    rest = caption[last:].rstrip(" .。").split()
    named = any(agencies.agency(" ".join(rest[-length:]), sure=True) for length in (3, 2, 1) if rest[-length:])
    return (bool(last) and len(rest) <= _NAME) or named or platform_at_end(caption) is not None


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
