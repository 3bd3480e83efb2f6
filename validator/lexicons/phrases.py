"""Whole-line and line-initial phrases, looked up without a regular expression."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from validator.lexicons.fold import fold, level, numbers_hidden, trim

Mark = tuple[str, str]

_HEAD = 3
_OPENERS = "[(\"'«+•*→> "
_CLOSERS = "])\"'». 。！」』"
_NONE: frozenset[Mark] = frozenset()
_SPACELESS = ("\u3040", "\u9fff")


def _joins(left: str, right: str) -> bool:
    """Whether a word goes on from one letter to the next, so that no word ends between them."""
    if _SPACELESS[0] <= left <= _SPACELESS[1] or _SPACELESS[0] <= right <= _SPACELESS[1]:
        return False
    return _in_word(left) and _in_word(right)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


class LineTable:
    """Phrases that a whole line is, begins with, ends with or contains, each with section and language.

    A phrase may end in ``…`` (the line goes on), begin with it, or both; ``{n}`` is any number. The
    table is made once (``built``), kept as JSON, and loaded: twenty thousand phrases take too long to
    fold at every start.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self._marks = [(section, language) for section, language in table["marks"]]
        self._whole: dict[str, list[int]] = table["whole"]
        self._heads: dict[str, list[tuple[str, int]]] = table["heads"]
        self._tails: dict[str, list[tuple[str, int]]] = table["tails"]
        self._within: list[tuple[str, int]] = table["within"]

    @staticmethod
    def built(phrases: Iterable[tuple[str, Mark]]) -> dict[str, Any]:
        """The table of a list of phrases, ready for JSON."""
        marks: dict[Mark, int] = {}
        whole: dict[str, set[int]] = defaultdict(set)
        heads: dict[str, set[tuple[str, int]]] = defaultdict(set)
        tails: dict[str, set[tuple[str, int]]] = defaultdict(set)
        within: set[tuple[str, int]] = set()
        for phrase, mark in phrases:
            number = marks.setdefault(mark, len(marks))
            opened, closed = phrase.endswith("…"), phrase.startswith("…")
            core = fold(phrase.strip("…"))
            if opened and closed:
                within.add((core, number))
            elif opened:
                core = core.lstrip(_OPENERS)
                heads[core[:_HEAD]].add((core, number))
            elif closed:
                core = core.rstrip(_CLOSERS)
                tails[core[-_HEAD:]].add((core, number))
            bare = trim(core)
            if bare and not closed and (" " in bare or bare == core.strip(" .:!?…")):
                whole[bare].add(number)
        return {
            "marks": list(marks),
            "whole": {key: sorted(numbers) for key, numbers in sorted(whole.items())},
            "heads": {key: sorted(found) for key, found in sorted(heads.items())},
            "tails": {key: sorted(found) for key, found in sorted(tails.items())},
            "within": sorted(within),
        }

    def marks(self, line: str) -> frozenset[Mark]:
        """The section and language of every phrase that the line is."""
        folded = fold(line)
        found = self._numbers(folded)
        if any(one.isdigit() for one in folded):
            found += self._numbers(numbers_hidden(folded))
        return frozenset(self._marks[number] for number in found) if found else _NONE

    def _numbers(self, folded: str) -> list[int]:
        found = list(self._whole.get(trim(folded), ()))
        opening = folded.lstrip(_OPENERS)
        for length in range(1, _HEAD + 1):
            for core, number in self._heads.get(opening[:length], ()) if len(opening) >= length else ():
                if opening.startswith(core) and _ends(opening, len(core)):
                    found.append(number)
        closing = folded.rstrip(_CLOSERS)
        for length in range(1, _HEAD + 1):
            for core, number in self._tails.get(closing[-length:], ()) if len(closing) >= length else ():
                if closing.endswith(core) and _begins(closing, len(core)):
                    found.append(number)
        found += [number for core, number in self._within if core in folded]
        return found


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not _joins(text[at - 1], text[at])


def _begins(text: str, length: int) -> bool:
    at = len(text) - length
    return at <= 0 or not _joins(text[at - 1], text[at])


class Words:
    """Words and short phrases of one section, folded letter for letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.all = frozenset(level(phrase).strip() for phrase in phrases) - {""}
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._tails: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted(self.all, key=len, reverse=True):
            self._heads[phrase[0]].append(phrase)
            self._tails[phrase[-1]].append(phrase)

    def __contains__(self, word: str) -> bool:
        return level(word).strip() in self.all

    def __bool__(self) -> bool:
        return bool(self.all)

    def opening(self, leveled: str, at: int = 0) -> int:
        """The length of the longest phrase that stands at an offset of a levelled text, else 0."""
        if at >= len(leveled):
            return 0
        for phrase in self._heads.get(leveled[at], ()):
            if leveled.startswith(phrase, at) and _ends(leveled, at + len(phrase)):
                return len(phrase)
        return 0

    def closing(self, leveled: str, end: int | None = None) -> int:
        """The length of the longest phrase that ends at an offset of a levelled text, else 0."""
        end = len(leveled) if end is None else end
        if end <= 0:
            return 0
        for phrase in self._tails.get(leveled[end - 1], ()):
            at = end - len(phrase)
            if leveled.endswith(phrase, 0, end) and (at == 0 or not _joins(leveled[at - 1], leveled[at])):
                return len(phrase)
        return 0

    def within(self, leveled: str) -> tuple[int, int] | None:
        """The first place at which a phrase stands as words of its own: start and end; the longest there."""
        best: tuple[int, int] | None = None
        for phrase in self.all:
            at = leveled.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                if (at == 0 or not _joins(leveled[at - 1], leveled[at])) and _ends(leveled, end):
                    if best is None or (at, -end) < (best[0], -best[1]):
                        best = (at, end)
                    break
                at = leveled.find(phrase, at + 1)
        return best
