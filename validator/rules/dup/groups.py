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


class Before:
    """What of an article or a text stood in earlier drops: names of drops in their order, and ids there."""

    _SHOWN = 3  # ids of a drop that are named

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], set[str]] = {}

    @staticmethod
    def subject(ids: Iterable[str]) -> str:
        """What a finding of this about articles is about."""
        return f"before: {' | '.join(sorted(ids))}"

    def add(self, number: int, drop: str, key: str) -> None:
        self._found.setdefault((number, drop), set()).add(key)

    def __str__(self) -> str:
        drops = ((drop, sorted(ids)) for (_, drop), ids in sorted(self._found.items()))
        return "; ".join(f"{drop} ({self._named(ids)})" for drop, ids in drops)

    def _named(self, ids: list[str]) -> str:
        more = len(ids) - self._SHOWN
        return ", ".join(ids[: self._SHOWN]) + (f" and {more} more" if more > 0 else "")
