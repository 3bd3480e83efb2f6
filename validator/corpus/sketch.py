"""The hashes under which lines and texts are compared: 64 bits a line, 32 bits a shingle.

A text's sketch is FracMinHash (Irber et al. 2022): of the hashes of its word 5-grams those below a bound, so that the
share of common hashes estimates Jaccard similarity and containment alike, and hashes can be taken away with the line
that they come from, when the line turns out to be furniture.

No word is ever cut out as a string: letters are numbers, a word is the polynomial of its letters modulo 2⁶⁴ and a
shingle that of its words (Karp and Rabin 1987), both read off running sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from validator.lexicons.fold import fold
from validator.regex import regex

if TYPE_CHECKING:
    import numpy as np

    Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
    Words = np.ndarray[tuple[int], np.dtype[np.uint64]]
    Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]

SHINGLE = 5  # words
MOST = 192  # hashes of a text, about
_WIDE = ((0x0E00, 0x0E7F), (0x3040, 0x30FF), (0x3400, 0x9FFF))  # scripts without spaces: each letter is a word
_DIGITS = regex(r"\d+")
_CURLY = regex("[“”„‟]")
_BEYOND = regex("[\U00010000-\U0010ffff]")
_IDEOGRAPHS = 0x20000
_LETTERS, _WORDS = 0x9E3779B97F4A7C15, 0xD1342543DE82EF95  # bases of the polynomials, odd
_LEAST_POWERS = 1 << 15
_PLACES = 20  # bits of the place of a shingle, below those of how many lines it touches


class Sketch(Struct, frozen=True):
    """``hashes`` are sorted, 0 ≤ hash < 2³² / scale; where each begins and ends, as a line's index; words by line."""

    hashes: Ints
    begins: Ints
    ends: Ints
    scale: int
    words: Ints


def hash64(text: str) -> int:
    """Eight bytes of BLAKE2b as a signed number, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def line_hashes(text: str) -> tuple[int, int]:
    """A line's hash, and the hash of its shape: folded, quotation marks alike, the second with every number alike."""
    folded = _CURLY.sub('"', fold(text))
    own = hash64(folded)
    shape = _DIGITS.sub("0", folded)
    return own, own if shape == folded else hash64(shape)


def sketch(lines: Sequence[str], body: Sequence[bool]) -> Sketch:
    """Of lines, and of each whether it belongs to the body: the body's hashes, and how many words each line has.

    Words are runs of letters and digits, whatever their case; letters of scripts that have no spaces stand alone. The
    scale is the power of two that leaves about ``MOST`` hashes.
    """
    import numpy as np

    words, starts = _word_hashes("\n".join(lines))
    ends = np.cumsum(np.fromiter(map(len, lines), np.int64, len(lines)) + 1)
    counts = starts.searchsorted(ends)
    counts[1:] -= counts[:-1].copy()
    at_line = np.repeat(np.arange(len(lines)), counts)
    if not all(body):
        in_body = np.repeat(np.array(body, np.bool_), counts)
        words, at_line = words[in_body], at_line[in_body]
    count = len(words) - SHINGLE + 1
    if count < 1:
        none = np.empty(0, np.int64)
        return Sketch(none, none, none, 1, counts)
    scale = 1
    while count > MOST * scale:
        scale *= 2
    mixed = _shingle_hashes(words)
    kept = np.flatnonzero(mixed < (1 << 32) // scale)
    # A shingle that is there twice stays where it touches the fewest lines, then where it comes first.
    touched = at_line[kept + (SHINGLE - 1)] - at_line[kept]
    order = mixed[kept] << np.uint64(32)
    order |= np.minimum(touched, (1 << 32 - _PLACES) - 1).astype(np.uint64) << np.uint64(_PLACES)
    order |= np.minimum(np.arange(len(kept)), (1 << _PLACES) - 1).astype(np.uint64)
    order.sort()
    hashes = (order >> np.uint64(32)).astype(np.int64)
    first = np.ones(len(hashes), np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=first[1:])
    at = kept[(order[first] & np.uint64((1 << _PLACES) - 1)).astype(np.int64)]
    return Sketch(hashes[first], at_line[at], at_line[at + (SHINGLE - 1)], scale, counts)


def _word_hashes(text: str) -> tuple[Words, Ints]:
    """The hash of each word of a text, and where it begins."""
    import numpy as np

    letters, wide = _alphabet()
    units: Any = np.frombuffer(text.encode(), np.uint8) if text.isascii() else _units(text)
    values = letters.take(units)
    inside = np.zeros(len(values) + 2, np.bool_)
    np.not_equal(values, 0, out=inside[1:-1])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    if not text.isascii() and (alone := wide.take(units)).any():
        starts, ends = _cut(inside, alone)
    falling, rising = _powers(_LETTERS, len(values))
    values *= rising
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values, out=sums[1:])
    words = sums.take(ends)
    words -= sums.take(starts)
    words *= falling.take(starts)
    words ^= words >> np.uint64(32)
    words *= np.uint64(0xBF58476D1CE4E5B9)
    words ^= words >> np.uint64(29)
    return words, starts


def _shingle_hashes(words: Words) -> Words:
    """32 bits for every ``SHINGLE`` words that follow each other; uses ``words`` up."""
    import numpy as np

    falling, rising = _powers(_WORDS, len(words))
    words *= rising
    sums = np.zeros(len(words) + 1, np.uint64)
    np.cumsum(words, out=sums[1:])
    mixed = sums[SHINGLE:] - sums[:-SHINGLE]
    mixed *= falling[: len(mixed)]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed >>= np.uint64(32)
    return mixed


def _cut(inside: Flags, alone: Flags) -> tuple[Ints, Ints]:
    """Beginnings and ends of words where some letters stand alone; ``inside`` has one place more at either side."""
    import numpy as np

    apart = np.zeros(len(alone) + 2, np.bool_)
    apart[1:-1] = alone
    apart[1:] |= apart[:-1] & inside[1:]
    begun = inside & (apart | ~np.roll(inside, 1))
    ended = inside & (np.roll(begun, -1) | ~np.roll(inside, -1))
    return np.flatnonzero(begun) - 1, np.flatnonzero(ended)


def _units(text: str) -> Any:
    """A number for each letter; for those that UTF-16 writes in two units others stand."""
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return units if len(units) == len(text) else _units(_BEYOND.sub(_stand_in, text))


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if not match[0].isalnum():
        return " "
    return chr(0x4E00 + code % 0x5000 if code >= _IDEOGRAPHS else 0xAC00 + code % 0x2B00)


@cache
def _alphabet() -> tuple[Words, Flags]:
    """A number for every letter, the same whatever its case, and 0 for what is none; which letters stand alone."""
    import numpy as np

    folded, wide = np.arange(1 << 16, dtype=np.uint64), np.zeros(1 << 16, np.bool_)
    for first, last in _WIDE:
        wide[first : last + 1] = True
    others = np.flatnonzero(~wide)
    folded[others] = [_folded(chr(code)) for code in others.tolist()]
    values = folded * np.uint64(0xC2B2AE3D27D4EB4F)
    values ^= values >> np.uint64(30)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    return values, wide


def _folded(letter: str) -> int:
    if not (letter.isalnum() or letter == "_"):
        return 0
    folded = letter.casefold()
    return ord(folded if len(folded) == 1 else letter.lower()[0])


def _powers(base: int, count: int) -> tuple[Words, Words]:
    """Powers of a base modulo 2⁶⁴, falling from and rising to 0, at least so many."""
    size = _LEAST_POWERS
    while size < count:
        size *= 2
    falling, rising = _all_powers(base, size)
    return falling, rising[:count]


@cache
def _all_powers(base: int, size: int) -> tuple[Words, Words]:
    import numpy as np

    powers = []
    for one in (pow(base, -1, 1 << 64), base):
        raised = np.full(size, one, np.uint64)
        raised[0] = 1
        powers.append(np.cumprod(raised))
    return powers[0], powers[1]
