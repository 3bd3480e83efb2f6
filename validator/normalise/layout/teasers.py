"""A page that lists articles by several authors and tells none of them."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import forms
from validator.normalise.layout.lines import Draft

_SEVERAL = 3  # bylines that make a list; one less where nothing of the page is text
_TOLD = 2  # paragraphs of a teaser, at most
_LONGEST = 140.0  # letters of a byline


def lists(filled: list[Draft], words: Vocabulary) -> bool:
    """Whether several bylines say who wrote, each of them somebody else and a teaser apart, and no text goes on."""
    prefixes = words.words("byline.prefixes")
    said = [
        at
        for at, one in enumerate(filled)
        if one.role in (Role.BYLINE, Role.BOILERPLATE) and one.weight <= _LONGEST and prefixes.opening(one.leveled)
    ]
    told = any(one.role in (Role.LEAD, Role.BODY) for one in filled)
    several = _SEVERAL if told else _SEVERAL - 1
    if len(said) < several:
        return False
    said = [at for at in said if forms.names_labelled(filled[at], words)]
    if len({filled[at].leveled for at in said}) < max(several, len(said) // 2 + 1):
        return False
    gaps = list(pairwise([*said, len(filled)]))
    apart = sum(other - at > 1 for at, other in gaps[:-1]) >= several - 1
    return apart and all(sum(one.prose for one in filled[at:other]) <= _TOLD for at, other in gaps)
