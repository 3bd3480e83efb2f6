"""What gives away the line of an aside between paragraphs, a caption above all, in any language.

A caption ends in a name after its last full stop, or stands twice, once without its credit.
"""

from __future__ import annotations

from validator.lexicons.sentences import SPACED
from validator.normalise.layout.lines import Draft
from validator.regex import regex

NAMES = ("after_stop", "titled_after_stop", "twin", "labelled", "parenthesised")
_STOP = regex(rf"[{SPACED}][\"”»«'’)」』]*(?=\s|$)|[。！？]")
_LEAST, _MOST = 25.0, 400.0  # letters between which a line may be a caption
_BEGINNING = 24  # letters that two lines share of which one is the other with something added
_LEAST_TWIN = 20
_NEAR = 2  # lines between twins
_LABEL = 30  # letters that a label before a colon has at most


def of_page(filled: list[Draft]) -> list[list[float]]:
    """One row of features a line, in the order of NAMES."""
    leveled = [draft.leveled for draft in filled]
    return [
        [*_ending(draft), _has_twin(leveled, at), _labelled(draft.text), _parenthesised(draft.text)]
        for at, draft in enumerate(filled)
    ]


def _ending(draft: Draft) -> tuple[float, float]:
    """Whether words follow the last full stop, and how many of them begin with a capital (a share)."""
    if not _LEAST <= draft.weight < _MOST:
        return 0.0, 0.0
    cut = max((stop.end() for stop in _STOP.finditer(draft.text)), default=0)
    words = draft.text[cut:].split() if cut else []
    return float(bool(words)), sum(word[:1].isupper() for word in words) / max(1, len(words))


def _has_twin(leveled: list[str], at: int) -> bool:
    own = leveled[at]
    if len(own) < _LEAST_TWIN:
        return False
    near = leveled[max(0, at - _NEAR) : at] + leveled[at + 1 : at + 1 + _NEAR]
    return any(
        other.startswith(own[:_BEGINNING]) or (len(other) >= _BEGINNING and own.startswith(other[:_BEGINNING]))
        for other in near
    )


def _labelled(text: str) -> bool:
    return 0 < text.find(":") < _LABEL


def _parenthesised(text: str) -> float:
    return sum(map(text.count, "()（）[]/")) / max(1, len(text))
