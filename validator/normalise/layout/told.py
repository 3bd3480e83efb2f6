"""Which words of a line the lines below it take up."""

from __future__ import annotations

from validator.lexicons.fold import trim
from validator.normalise.layout.lines import Draft

WORDS, _PLAIN = 4, 25.0  # words or letters from which a line is no kicker
_STEM, _LEAST = 5, 2  # letters by which words are told to be the same; letters of a short name in capitals
_MARKS = '.,:;!?"“”„«»()[]‘’…–—-'
NO_SPACES = 1.8  # the weight of a letter from which a line is written without spaces


def is_full(draft: Draft) -> bool:
    """Whether a line has the words or the length of a headline, and not of a kicker."""
    return draft.weight >= _PLAIN or sum(any(map(str.isalnum, one)) for one in draft.text.split()) >= WORDS


def words_below(filled: list[Draft], head: Draft) -> set[str]:
    """The words of the lines below one, its repeats left out."""
    key = trim(head.folded)
    below = filled[filled.index(head) + 1 :]
    return set[str]().union(*(stems(draft) for draft in below if trim(draft.folded) != key))


def stems(draft: Draft) -> set[str]:
    """The beginnings of a line's longer words and its names in capitals; pairs of letters where it has no spaces."""
    text = draft.text
    if is_spaceless(draft):
        return {pair for at in range(len(text) - 1) if (pair := text[at : at + 2]).isalnum()}
    bare = (word.strip(_MARKS) for word in text.split())
    return {word[:_STEM].lower() for word in bare if len(word) >= _STEM or (len(word) >= _LEAST and word.isupper())}


def is_spaceless(draft: Draft) -> bool:
    """Whether a line is written without spaces between its words."""
    return draft.weight > NO_SPACES * len(draft.text)
