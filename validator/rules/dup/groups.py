"""Groups out of pairs."""

from __future__ import annotations

from collections.abc import Iterable


def connected(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The sets that chains of pairs tie together, each sorted, in order of their first member."""
    above: dict[str, str] = {}

    def root(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        above[high] = low
    groups: dict[str, list[str]] = {}
    for one in sorted(above):
        groups.setdefault(root(one), []).append(one)
    return [groups[key] for key in sorted(groups)]
