"""The paragraphs of a page's main text in the letters and the lines in which the page shows them.

Trafilatura composes letters and takes out those that nobody sees, which Persian is written with; it tears lines that
hold links, glues those that stand side by side, and leaves out what stands twice.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise

from validator.read.page.blocks import Block, letters

_SOFT = "\u00ad"  # shows where a word may break: a typesetter's, nobody's letter
_START = 12  # letters by which a line of the page is looked up
_ALIKE = 20  # lines of a page that may begin alike and be looked at for pieces
_PIECES = 12  # paragraphs into which a line with links may be torn
_HELD = 0.6  # share of the line that its pieces hold, its links left out
_SIDE_BY_SIDE = 300  # letters up to which a paragraph may be several lines
_OPENING = "“„«‘'\"("
_REPEATED = 60  # letters of a paragraph whose repeat is no chance


class Lines:
    """The lines of a page, to be looked up by their letters."""

    def __init__(self, shown: list[Block]) -> None:
        self._texts = [block.text.replace(_SOFT, "") for block in shown]
        self._keys = [_key(text) for text in self._texts]
        self._places: dict[str, list[int]] = {}
        self._starts: dict[str, list[str]] = {}
        for at, key in enumerate(self._keys):
            if key not in self._places and len(alike := self._starts.setdefault(key[:_START], [])) < _ALIKE:
                alike.append(key)
            self._places.setdefault(key, []).append(at)

    def restored(self, paragraphs: list[str]) -> list[str]:
        """The paragraphs as the page shows them; those that it shows in no line of its own stay as they are."""
        keys, found, at = [_key(one) for one in paragraphs], [], 0
        times = Counter(keys)
        while at < len(paragraphs):
            paragraph, key, end = paragraphs[at], keys[at], at + 1
            if key not in self._places:
                key, end = self._whole(paragraphs, keys, at)
            places = self._places.get(key, ())
            bullet = "- " if paragraph.startswith("- ") else ""
            found += [bullet + self._texts[places[0]].removeprefix(bullet)] if places else self._parts(paragraph, key)
            if times[key] == 1 and len(paragraph) >= _REPEATED:
                found += [found[-1] for above, below in pairwise(places) if below == above + 1]
            at = end
        return found

    def _whole(self, paragraphs: list[str], keys: list[str], at: int) -> tuple[str, int]:
        """The line that the paragraphs from ``at`` on are pieces of, and behind which of them it ends."""
        for whole in self._starts.get(keys[at][:_START], ()):
            end = _behind(whole, keys, at) if whole.startswith(keys[at]) else 0
            if end and not _glued(paragraphs[at:end], self._texts[self._places[whole][0]]):
                return whole, end
        return keys[at], at + 1

    def _parts(self, paragraph: str, key: str) -> list[str]:
        """The lines that are glued to one in a short paragraph; itself where nothing is."""
        for first, start in enumerate(self._keys if key and len(key) <= _SIDE_BY_SIDE else ()):
            if start and key.startswith(start):
                end, held = first + 1, len(start)
                while end < len(self._keys) and held < len(key) and key.startswith(self._keys[end], held):
                    held += len(self._keys[end])
                    end += 1
                parts = [self._texts[at] for at in range(first, end) if self._keys[at]]
                if held == len(key) and _glued(parts, paragraph):
                    return parts
        return [paragraph]


def _key(text: str) -> str:
    return letters(text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text))


def _behind(whole: str, keys: list[str], at: int) -> int:
    """Behind which of the paragraphs from ``at`` on a line of the page ends that they are the pieces of; 0 for none."""
    place, held = len(keys[at]), len(keys[at])
    for end in range(at + 1, min(len(keys), at + _PIECES)):
        here = whole.find(keys[end], place) if keys[end] else -1
        if here < 0:
            return 0
        place, held = here + len(keys[end]), held + len(keys[end])
        if place == len(whole):
            return end + 1 if held >= _HELD * len(whole) else 0
    return 0


def _glued(pieces: list[str], line: str) -> bool:
    """Whether nothing parts two of the pieces in a line: the page's style does."""
    return any(
        (below[0].isalnum() or below[0] in _OPENING) and above[-_START:] + below[:_START] in line
        for above, below in pairwise(pieces)
    )
