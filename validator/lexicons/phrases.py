"""Whole-line and line-initial phrases, looked up without a regular expression."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from validator.lexicons.fold import BULLETS, fold, holds_digit, level, numbers_hidden, trim

Mark = tuple[str, str]

_HEAD = 3  # letters by which a section's words are filed
_FILED = 6  # letters by which the phrases at a line's ends are filed, of which there are many
_WHOLE = 2  # letters by which the phrases that are a whole line are filed
_OPENERS = "[(\"'«> .…" + BULLETS
_CLOSERS = "])\"'». 。！」』"
_NONE: frozenset[Mark] = frozenset()
_EMPTY: dict[str, int] = {}
_SPACELESS = ("\u3040", "\u9fff")


def _joins(left: str, right: str) -> bool:
    """Whether a word goes on from one letter to the next, so that no word ends between them."""
    if _SPACELESS[0] <= left <= _SPACELESS[1] or _SPACELESS[0] <= right <= _SPACELESS[1]:
        return False
    return _in_word(left) and _in_word(right)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


class _Automaton:
    """Many phrases looked for in one pass.

    As a contiguous NFA: a DFA was no faster on articles (2.85 against 2.84 s of CPU for eight batches), and took
    100 MB more for the languages of one corpus.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        automaton = AhoCorasick(phrases, implementation=Implementation.ContiguousNFA)
        self._find = automaton.find_matches_as_indexes

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of every phrase in a text."""
        try:
            return self._find(text, overlapping=True)
        except UnicodeEncodeError:  # lone surrogates, which UTF-8 does not know
            return self.matches(text.encode("utf-8", "replace").decode("utf-8"))


class LineTable:
    """Phrases that a whole line is, begins with, ends with or contains, each with section and language.

    A phrase may end in ``…`` (the line goes on), begin with it, or both; ``{n}`` is any number. The
    table is made once (``built``), kept as JSON, and loaded: fifty thousand phrases take too long to
    fold at every start, and even to tell apart, which is done where one is looked for.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        marks = [(section, language) for section, language in table["marks"]]
        self._groups = [frozenset(marks[number] for number in group) for group in table["groups"]]
        self._whole, self._heads, self._tails = (_Drawers(table[kind]) for kind in ("whole", "heads", "tails"))
        self._head_sizes = _sizes(table["heads"], lambda core: core[:1])
        self._tail_sizes = _sizes(table["tails"], lambda core: core[-1:])
        self._within: list[int] = list(table["within"].values())
        self._contained = _Automaton(table["within"])

    @staticmethod
    def built(phrases: Iterable[tuple[str, Mark]]) -> dict[str, Any]:
        """The table of a list of phrases, ready for JSON: phrases point to groups, groups to marks.

        Raises ValueError for a phrase of which nothing is looked for: it would be any line without words.
        """
        marks: dict[Mark, int] = {}
        tables: dict[str, dict[str, set[int]]] = {
            kind: defaultdict(set) for kind in ("whole", "heads", "tails", "within")
        }
        for phrase, mark in phrases:
            number = marks.setdefault(mark, len(marks))
            opened, closed = phrase.endswith("…"), phrase.startswith("…")
            core = fold(phrase.strip("…"))
            if opened and closed:
                tables["within"][core].add(number)
            elif opened:
                core = core.lstrip(_OPENERS)
                tables["heads"][core].add(number)
            elif closed:
                core = core.rstrip(_CLOSERS)
                tables["tails"][core].add(number)
            if not core:
                raise ValueError(f"a phrase that holds no word: {phrase!r} of {mark[0]}")
            bare = trim(core)
            if bare and not closed and (" " in bare or bare == core.strip(" .:!?…")):
                tables["whole"][bare].add(number)
        groups: dict[tuple[int, ...], int] = {}
        flat = {
            kind: {key: groups.setdefault(tuple(sorted(found)), len(groups)) for key, found in sorted(table.items())}
            for kind, table in tables.items()
        }
        return {
            "marks": list(marks),
            "groups": list(groups),
            "within": flat["within"],
            "whole": _filed(flat["whole"], lambda core: core[:_WHOLE]),
            "heads": _filed(flat["heads"], lambda core: core[:_FILED]),
            "tails": _filed(flat["tails"], lambda core: core[-_FILED:]),
        }

    def marks(self, line: str) -> frozenset[Mark]:
        """The section and language of every phrase that the line is."""
        folded = fold(line)
        return self.marks_of(folded, digits=holds_digit(folded))

    def marks_of(self, folded: str, *, digits: bool) -> frozenset[Mark]:
        """The same of a line that is folded already; ``digits`` says whether it holds one."""
        groups = self._found(folded)
        if digits:
            groups += self._found(numbers_hidden(folded))
        return frozenset().union(*(self._groups[group] for group in groups)) if groups else _NONE

    def _found(self, folded: str) -> list[int]:
        """The groups of the phrases that a folded line is."""
        bare = trim(folded)
        whole = self._whole.drawer(bare[:_WHOLE]).get(bare)
        found = [] if whole is None else [whole]
        opening = folded.lstrip(_OPENERS)
        for size in self._head_sizes.get(opening[:1], ()):
            for core, group in self._heads.drawer(opening[:size]).items():
                if opening.startswith(core) and _ends(opening, len(core)):
                    found.append(group)
        closing = folded.rstrip(_CLOSERS)
        for size in self._tail_sizes.get(closing[-1:], ()):
            for core, group in self._tails.drawer(closing[-size:]).items():
                if closing.endswith(core) and _begins(closing, len(core)):
                    found.append(group)
        found += [self._within[number] for number, _, _ in self._contained.matches(folded)]
        return found


class _Drawers:
    """Phrases and their groups by first or last letters; most drawers are never opened."""

    def __init__(self, filed: dict[str, str]) -> None:
        self._filed: dict[str, str | dict[str, int]] = {**filed}

    def drawer(self, letters: str) -> dict[str, int]:
        """The phrases that are filed under these letters, with their groups."""
        found = self._filed.get(letters, _EMPTY)
        if isinstance(found, str):
            entries = (entry.split("\t") for entry in found.split("\n"))
            found = self._filed[letters] = {core: int(group) for core, group in entries}
        return found


def _filed(table: dict[str, int], head: Callable[[str], str]) -> dict[str, str]:
    """A table of phrases by their first or last letters: a line each, with its group."""
    filed: dict[str, list[str]] = defaultdict(list)
    for core, group in table.items():
        filed[head(core)].append(f"{core}\t{group}")
    return {letters: "\n".join(entries) for letters, entries in filed.items()}


def _sizes(filed: Iterable[str], edge: Callable[[str], str]) -> dict[str, tuple[int, ...]]:
    """By the outermost letter, by how many letters the phrases that have it are filed, most first."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for part in filed:
        sizes[edge(part)].add(len(part))
    return {letter: tuple(sorted(found, reverse=True)) for letter, found in sizes.items()}


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not _joins(text[at - 1], text[at])


def _begins(text: str, length: int) -> bool:
    at = len(text) - length
    return at <= 0 or not _joins(text[at - 1], text[at])


class Words:
    """Words and short phrases of one section, folded letter for letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # All of them at once: every start of the command levels thousands of phrases.
        self.all = frozenset(map(str.strip, level("\n".join(phrases)).split("\n"))) - {""}

    @classmethod
    def together(cls, parts: Iterable[Words]) -> Words:
        """The phrases of several as one: the same strings, not others like them."""
        whole = cls(())
        whole.all = whole.all.union(*(part.all for part in parts))
        return whole

    def __contains__(self, word: str) -> bool:
        return level(word).strip() in self.all

    def __bool__(self) -> bool:
        return bool(self.all)

    def opening(self, leveled: str, at: int = 0) -> int:
        """The length of the longest phrase that stands at an offset of a levelled text, else 0."""
        for size in self._sizes.get(leveled[at : at + 1], ()):
            for phrase in self._heads.get(leveled[at : at + size], ()):
                if leveled.startswith(phrase, at) and _ends(leveled, at + len(phrase)):
                    return len(phrase)
        return 0

    def closing(self, leveled: str, end: int | None = None) -> int:
        """The length of the longest phrase that ends at an offset of a levelled text, else 0."""
        end = len(leveled) if end is None else end
        for size in range(min(_HEAD, end), 0, -1):
            for phrase in self._tails.get(leveled[end - size : end], ()):
                at = end - len(phrase)
                if leveled.endswith(phrase, 0, end) and (at == 0 or not _joins(leveled[at - 1], leveled[at])):
                    return len(phrase)
        return 0

    def within(self, leveled: str) -> tuple[int, int] | None:
        """The first place at which a phrase stands as words of its own: start and end; the longest there."""
        return next(self.places(leveled), None)

    def places(self, leveled: str) -> Iterator[tuple[int, int]]:
        """Every place at which a phrase stands as words of its own, the longest first of those that overlap."""
        found = self._automaton.matches(leveled)
        if not found:
            return
        after = 0
        for start, end in sorted({(start, -end) for _, start, end in found}):
            whole = start == 0 or not _joins(leveled[start - 1], leveled[start])
            if start >= after and whole and _ends(leveled, -end):
                yield start, -end
                after = -end

    def stand_in(self, leveled: str) -> bool:
        """Whether a phrase stands in a levelled text, as words of its own or not."""
        return bool(self._automaton.matches(leveled))

    def spots(self, leveled: str) -> list[tuple[int, int]]:
        """Every place at which a phrase stands and a word ends with it, whether one begins there or not."""
        return [(start, end) for _, start, end in self._automaton.matches(leveled) if _ends(leveled, end)]

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        return self._filed_by(lambda phrase: phrase[:_HEAD])

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        return _sizes(self._heads, lambda head: head[:1])

    @cached_property
    def _tails(self) -> dict[str, list[str]]:
        return self._filed_by(lambda phrase: phrase[-_HEAD:])

    def _filed_by(self, part: Callable[[str], str]) -> dict[str, list[str]]:
        """The phrases by a part of theirs, the longest first."""
        filed: dict[str, list[str]] = defaultdict(list)
        for phrase in sorted(self.all, key=len, reverse=True):
            filed[part(phrase)].append(phrase)
        return filed

    @cached_property
    def _automaton(self) -> _Automaton:
        return _Automaton(sorted(self.all))
