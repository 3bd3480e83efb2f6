"""The headline below the house's name and section that a text opens with."""

from __future__ import annotations

from collections.abc import Sequence

from validator.normalise.layout import features
from validator.normalise.layout.headline import SENTENCE, SIGNATURES, STANDFIRST, may_be
from validator.normalise.layout.lines import Draft

_MASTHEAD = 2  # lines of a masthead: the house's name, its section or motto


def headline_below(filled: Sequence[Draft]) -> Draft | None:
    """The headline between a house's name and section, which stand together on top, and a standfirst over the byline.

    A headline speaks of what the article does; a masthead that a text begins with does not.
    """
    at = next((at for at in range(1, len(filled)) if _parted(filled, at)), 0)
    if at < _MASTHEAD or at + 2 >= len(filled) or not (_parted(filled, at + 1) and _parted(filled, at + 2)):
        return None
    head, standfirst = filled[at], filled[at + 1]
    free = all(one.role is None and not one.sentence and one.weight < SENTENCE for one in filled[:at])
    if not free or standfirst.role or standfirst.weight < STANDFIRST or filled[at + 2].role not in SIGNATURES:
        return None
    told = set[str]().union(*(features.content(one) for one in filled[at + 1 :]))
    shared = [len(features.content(one) & told) for one in filled[: at + 1]]
    return head if may_be(head) and not head.prose and shared[at] > max(shared[:at]) else None


def _parted(filled: Sequence[Draft], at: int) -> bool:
    """Whether a blank line parts a line from the one above it."""
    return filled[at].number > filled[at - 1].number + 1
