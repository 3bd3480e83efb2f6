"""The day from which on something is rarer than before: the change point of a source's articles by their dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from itertools import accumulate

from msgspec import Struct

from validator.rules import chance

LEAST = 10  # articles on either side
DROP = 0.3  # of the share
_LEFT = 0.8  # of what had it on a day: where as many have it as before, others came that never had it
_NEAR = 30  # articles on either side of the narrower look, which sees a lapse that was mended again


class Turn(Struct, frozen=True):
    """From ``first`` to ``last``, ``after`` of ``of_after`` articles have what ``before`` of ``of`` had until then."""

    chance: float
    first: Day
    last: Day
    before: int
    of: int
    after: int
    of_after: int


def fall(days: Sequence[tuple[Day, int, int]], drop: float = DROP, least: int = LEAST) -> tuple[Turn | None, int]:
    """The likeliest day of a fall, if there is one, and how many days were looked at.

    ``days`` are in order: the day, its articles, how many of them have what is asked for. Those must be fewer on a day,
    too. The test is Fisher's; its result is to be held against the number of looks.
    """
    total = [0, *accumulate(count for _, count, _ in days)]
    having = [0, *accumulate(hits for _, _, hits in days)]
    best: Turn | None = None
    looks = 0
    if not 0 < having[-1] < total[-1]:
        return None, 0  # what all or none have cannot fall
    for at in range(1, len(days)):
        if total[at] < least or total[-1] - total[at] < least:
            continue
        for start, end in dict.fromkeys(((0, len(days)), (_back(total, at), _forth(total, at)))):
            looks += 1
            of, of_after = total[at] - total[start], total[end] - total[at]
            before, after = having[at] - having[start], having[end] - having[at]
            fewer = after * (at - start) < _LEFT * before * (end - at)
            if fewer and before / of - after / of_after >= drop:
                likely = chance.as_few(before, of, after, of_after)
                if best is None or likely < best.chance:
                    best = Turn(likely, days[at][0], days[end - 1][0], before, of, after, of_after)
    return best, looks


def _back(total: Sequence[int], at: int) -> int:
    start = at
    while start > 0 and total[at] - total[start] < _NEAR:
        start -= 1
    return start


def _forth(total: Sequence[int], at: int) -> int:
    end = at
    while end < len(total) - 1 and total[end] - total[at] < _NEAR:
        end += 1
    return end
