"""How likely it is that chance alone did it: the tests by which rules about many articles tell a trend from noise.

All are exact tails over counts; one that begins at or below the mean, where nothing is unusual, is given as 1. Whoever
asks many questions at once divides the ``LEVEL`` by their number (Bonferroni), so that a corpus in order stays silent
however many sources and fields it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp, lgamma, log, log1p

LEVEL = 0.01  # of a false alarm in a whole corpus, for each rule
_NOTHING = 1e-18  # a term that changes no sum


def threshold(likely: Iterable[float], looks: int, level: float = LEVEL) -> float:
    """The largest of some chances that is small enough among so many looks, after Benjamini and Hochberg (1995).

    Of what is not above it no more than the level is false, and where nothing is the matter anything is found as rarely
    as by Bonferroni; but many true faults do not hide the lesser ones. 0 where none is small enough.
    """
    found = 0.0
    for rank, one in enumerate(sorted(likely), 1):
        if one <= rank * level / max(1, looks):
            found = one
    return found


def at_least(hits: int, tries: int, share: float) -> float:
    """Binomial: that ``share`` gives so many hits or more."""
    if hits <= tries * share:
        return 1.0
    return _tail(hits, tries, lambda one: _choose(tries, one) + _times(one, share) + _times(tries - one, 1 - share))


def at_most(hits: int, tries: int, share: float) -> float:
    """Binomial: that ``share`` gives so many hits or fewer."""
    return at_least(tries - hits, tries, 1 - share)


def as_few(before: int, of: int, after: int, of_after: int) -> float:
    """Fisher's exact test, one-sided: that two samples with one share differ so much downwards."""
    hits, total = before + after, of + of_after
    if before * total <= hits * of:
        return 1.0
    whole = _choose(total, hits)
    return _tail(before, min(of, hits), lambda one: _choose(of, one) + _choose(of_after, hits - one) - whole)


def apart(before: int, of: int, after: int, of_after: int) -> float:
    """Fisher's exact test, two-sided as twice the smaller tail."""
    fewer = as_few(before, of, after, of_after)
    more = as_few(of - before, of, of_after - after, of_after)
    return min(1.0, 2 * min(fewer, more))


def none_of(mean: float, variance: float, days: int = 1) -> float:
    """That days with ``mean`` articles each have none.

    Poisson; negative binomial where they vary more, binomial where they vary less (``size`` is below 0 there).
    """
    if variance == mean or mean <= 0:
        return exp(-mean * days)
    size = mean * mean / (variance - mean)
    return exp(-size * log1p(mean / size) * days) if variance > 0 else 0.0


def as_many(count: int, mean: float, variance: float) -> float:
    """That a day with ``mean`` articles has so many or more: Poisson, or negative binomial where they vary more."""
    if count <= mean:
        return 1.0
    if mean <= 0:
        return 0.0
    if variance <= mean:
        return _tail(count, count + 10_000, lambda one: one * log(mean) - mean - lgamma(one + 1))
    size = mean * mean / (variance - mean)
    hit = log(mean / (size + mean))
    return _tail(
        count,
        count + 100_000,
        lambda one: lgamma(one + size) - lgamma(size) - lgamma(one + 1) - size * log1p(mean / size) + one * hit,
    )


def _tail(first: int, last: int, logarithm: Callable[[int], float]) -> float:
    """The sum of what ``logarithm`` says of ``first`` to ``last``, as far as it counts."""
    total, before = 0.0, 0.0
    for one in range(first, last + 1):
        term = exp(logarithm(one))
        total += term
        if term < before and term < total * _NOTHING:
            break
        before = term
    return min(1.0, total)


def _choose(tries: int, hits: int) -> float:
    if not 0 <= hits <= tries:
        return float("-inf")
    return lgamma(tries + 1) - lgamma(hits + 1) - lgamma(tries - hits + 1)


def _times(count: int, share: float) -> float:
    """The logarithm of a share to a power."""
    if not count:
        return 0.0
    return count * log(share) if share > 0 else float("-inf")
