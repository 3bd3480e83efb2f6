"""Words of all languages at once, each with the languages that have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from validator.lexicons.lexicon import built
from validator.lexicons.phrases import Words
from validator.regex import regex

_NOWHERE: frozenset[str] = frozenset()
_QUOTED = regex(r"[\"„“”«»「『][^\"„“”«»「」『』\n]*[\"“”«»」』]|(?<!\w)'[^'\n]*'(?!\w)")


class Keywords:
    """Words that count together with others of the same language, looked up before the text's language is known."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._words = Words(table)
        self._codes = table

    def __contains__(self, leveled: str) -> bool:
        return self._words.within(leveled) is not None

    def places(self, leveled: str) -> Iterator[tuple[int, frozenset[str]]]:
        """Where words of the section stand in a levelled text, each with its languages."""
        return ((start, _tongues(self._codes[leveled[start:end]])) for start, end in self._words.places(leveled))

    def within(self, leveled: str) -> frozenset[str]:
        """The languages that have a word in a levelled text."""
        return _NOWHERE.union(*(tongues for _, tongues in self.places(leveled)))

    def opening(self, leveled: str, at: int = 0) -> frozenset[str]:
        """The languages of the longest word that stands at an offset of a levelled text."""
        length = self._words.opening(leveled, at)
        return _tongues(self._codes[leveled[at : at + length]]) if length else _NOWHERE

    def closing(self, leveled: str, end: int) -> frozenset[str]:
        """The languages of the longest word that ends at an offset of a levelled text."""
        length = self._words.closing(leveled, end)
        return _tongues(self._codes[leveled[end - length : end]]) if length else _NOWHERE


@cache
def _tongues(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


@cache
def keywords(family: str, *names: str) -> Keywords:
    """The words of one section of a family (``appeals``, ``stand_ins``), or of several as one."""
    table: dict[str, str] = {}
    for name in names:
        for word, codes in built(family)[name].items():
            table[word] = f"{table.get(word, '')} {codes}"
    return Keywords(table)


def unquoted(text: str) -> str:
    """A levelled text with signs that are no words for all that it quotes: what others said, offsets kept."""
    return _QUOTED.sub(lambda quoted: "\ufffc" * len(quoted.group()), text)
