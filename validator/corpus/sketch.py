"""The hashes under which lines and texts are compared: 64 bits a line, 32 bits a shingle.

A text's sketch is FracMinHash (Irber et al. 2022): of the hashes of its word 5-grams those below a bound, so that the
share of common hashes estimates Jaccard similarity and containment alike, and hashes can be taken away with the line
that they come from, when the line turns out to be furniture.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

from validator.lexicons.fold import fold

if TYPE_CHECKING:
    import numpy as np

    Ints = np.ndarray[tuple[int], np.dtype[np.int64]]

SHINGLE = 5  # words
MOST = 192  # hashes of a text, about
_WORD = re.compile(r"\w+")
_WIDE = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"  # scripts without spaces: each letter is a word
_LETTER_OR_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")
_ANY_WIDE = re.compile(rf"[{_WIDE}]")
_DIGITS = re.compile(r"\d+")
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63)
_KNOWN_WORDS = 1 << 20


def hash64(text: str) -> int:
    """Eight bytes of BLAKE2b as a signed number, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def line_hashes(text: str) -> tuple[int, int]:
    """A line's hash, and the hash of its shape: folded, the second with every number alike."""
    folded = fold(text)
    own = hash64(folded)
    shape = _DIGITS.sub("0", folded)
    return own, own if shape == folded else hash64(shape)


def words(text: str) -> list[str]:
    """The words of a text, folded; letters of scripts that have no spaces stand alone."""
    if text.isascii():
        return _WORD.findall(text.lower())
    lowered = text.casefold()
    return _LETTER_OR_WORD.findall(lowered) if _ANY_WIDE.search(lowered) else _WORD.findall(lowered)


class _Hashes(dict[str, int]):
    """Word -> hash, remembered."""

    def __missing__(self, word: str) -> int:
        if len(self) > _KNOWN_WORDS:
            self.clear()
        value = self[word] = hash64(word) & 0xFFFFFFFFFFFFFFFF
        return value


_hashes = _Hashes()


def sketch(lines: Sequence[Sequence[str]]) -> tuple[Ints, Ints, Ints, int]:
    """Of the words of lines: the hashes kept (sorted, 0 ≤ hash < 2³² / scale), where each begins and ends, the scale.

    The scale is the power of two that leaves about ``MOST`` hashes.
    """
    import numpy as np

    # By way of an array of machine words: NumPy takes three times as long over numbers of Python's.
    flat = np.frombuffer(array("Q", map(_hashes.__getitem__, chain.from_iterable(lines))), np.uint64)
    count = len(flat) - SHINGLE + 1
    if count < 1:
        none = np.empty(0, np.int64)
        return none, none, none, 1
    mixed = np.zeros(count, np.uint64)
    for at, factor in enumerate(_FACTORS):
        mixed += flat[at : at + count] * np.uint64(factor)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed >>= np.uint64(32)
    scale = 1
    while count > MOST * scale:
        scale *= 2
    at_line = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    kept = np.flatnonzero(mixed < (1 << 32) // scale)
    at_begin, at_end = at_line[kept], at_line[kept + SHINGLE - 1]
    # A shingle that is there twice stays where it touches the fewest lines.
    order = np.lexsort((at_end - at_begin, mixed[kept]))
    hashes = mixed[kept][order].astype(np.int64)
    first = order[np.concatenate(([True], hashes[1:] != hashes[:-1]))] if len(order) else order
    return mixed[kept][first].astype(np.int64), at_begin[first], at_end[first], scale
