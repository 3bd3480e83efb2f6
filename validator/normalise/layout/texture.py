"""How a line compares with the other lines of its page: longer or shorter, in prose or among its likes.

Some pages stand a line of furniture between every two paragraphs; so a line is also seen beside what is left
of its neighbours without the lines that are furniture by their words or stand there again and again.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from itertools import chain, compress

from validator.normalise.layout.lines import LONG, Draft

NAMES = (
    "length_rank",
    "small_words",
    "dated_share_13",
    "short_share_11",
    "since_marked",
    "kept_weight_before",
    "kept_weight_after",
    "kept_weights_before",
    "kept_weights_after",
    "kept_prose_before",
    "kept_prose_after",
    "of_longest",
    "kept_long_before",
    "kept_long_after",
)
_FAR = 40
_AGAIN = 3  # times from which a line stands there again and again
_SMALL, _FREQUENT = 4, 25  # letters of a small word at most; how many of the page's words are frequent
_SHORT = 25.0  # letters below which a line is short
_DIGITS, _DATE = 4, 60.0  # digits of a date at least; letters of its line at most
_REACH, _PROSE_REACH = 3, 4  # lines kept on each side that are looked at


def of_page(filled: list[Draft]) -> list[list[float]]:
    """One row of features a line, in the order of NAMES."""
    size = len(filled)
    weights = [draft.weight for draft in filled]
    ranks, longest = sorted(weights), max(weights, default=1.0) or 1.0
    marked = [draft.furniture for draft in filled]
    prose = [draft.prose and not mark for draft, mark in zip(filled, marked, strict=True)]
    words = [draft.leveled.split() for draft in filled]
    small = _small_words(words, prose)
    dated = sums(
        [
            one < _DATE and sum(map(str.isdigit, draft.text)) >= _DIGITS
            for one, draft in zip(weights, filled, strict=True)
        ]
    )
    short = sums([one < _SHORT for one in weights])
    counts = Counter(draft.leveled for draft in filled)
    kept = [at for at, draft in enumerate(filled) if not marked[at] and counts[draft.leveled] < _AGAIN]
    kept_weights, kept_prose = [weights[at] for at in kept], [prose[at] for at in kept]
    rows, since, here = [], _FAR, 0
    for at in range(size):
        after = here + (here < len(kept) and kept[here] == at)
        rows.append(
            [
                bisect_left(ranks, weights[at]) / size,
                sum(map(small.__contains__, words[at])) / max(1, len(words[at])),
                mean(dated, at, 6),
                mean(short, at, 5),
                since,
                *_beside(kept_weights, kept_prose, here, after),
                weights[at] / longest,
                max(kept_weights[max(0, here - _REACH) : here], default=0.0) >= LONG,
                max(kept_weights[after : after + _REACH], default=0.0) >= LONG,
            ]
        )
        since, here = 0 if marked[at] else min(_FAR, since + 1), after
    return rows


def _beside(weights: list[float], prose: list[bool], before: int, after: int) -> list[float]:
    """Of the kept lines on both sides the next one's length, the mean length, the share of paragraphs."""
    above, below = weights[max(0, before - _REACH) : before], weights[after : after + _REACH]
    return [
        math.log1p(above[-1]) if above else 0.0,
        math.log1p(below[0]) if below else 0.0,
        math.log1p(sum(above) / _REACH),
        math.log1p(sum(below) / _REACH),
        sum(prose[max(0, before - _PROSE_REACH) : before]) / _PROSE_REACH,
        sum(prose[after : after + _PROSE_REACH]) / _PROSE_REACH,
    ]


def _small_words(words: list[list[str]], prose: list[bool]) -> frozenset[str]:
    """The small words that most paragraphs have, which are the language's articles and prepositions."""
    counts = Counter(chain.from_iterable(map(dict.fromkeys, compress(words, prose))))
    frequent = counts.most_common(_FREQUENT)
    return frozenset(word for word, count in frequent if len(word) <= _SMALL and count > 1)


def sums(values: list[float] | list[bool]) -> list[float]:
    """The running sums of values, from 0: what `mean` reads."""
    total, running = 0.0, [0.0]
    for value in values:
        total += value
        running.append(total)
    return running


def mean(running: list[float], at: int, reach: int) -> float:
    """The mean of the values from ``reach`` before to ``reach`` after a place, as far as there are any."""
    begin, end = max(0, at - reach), min(len(running) - 1, at + reach + 1)
    return (running[end] - running[begin]) / (end - begin)
