"""Groups out of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T", int, str)


def connected(pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The sets that chains of pairs tie together, each sorted, in order of their first member."""
    above: dict[T, T] = {}

    def root(one: T) -> T:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        above[high] = low
    groups: dict[T, list[T]] = {}
    for one in sorted(above):
        groups.setdefault(root(one), []).append(one)
    return [groups[key] for key in sorted(groups)]


def knit(pairs: Iterable[tuple[int, str, str]]) -> list[list[str]]:
    """Groups out of pairs with their strength: the strongest first; two groups join where half of their pairs are told.

    A chain of stories that each share something with the next does not end in one group.
    """
    told = sorted(pairs, key=lambda pair: (-pair[0], pair[1:]))
    beside: dict[str, set[str]] = {}
    for _, one, other in told:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    group: dict[str, list[str]] = {one: [one] for one in beside}
    for _, one, other in told:
        left, right = group[one], group[other]
        if left is not right:
            known = sum(len(beside[member].intersection(right)) for member in left)
            if 2 * known >= len(left) * len(right):
                left += right
                for member in right:
                    group[member] = left
    found = {id(members): sorted(members) for members in group.values() if len(members) > 1}
    return sorted(found.values())
