"""Which findings are kept where a reader takes only so many: the gravest, and of a severity some of every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from validator.model.finding import Finding, Severity

Counts: TypeAlias = Mapping[tuple[str, Severity], int]


def gravest(counts: Counts, most: int) -> Counter[tuple[str, Severity]]:
    """Of so many findings per rule and severity, how many are kept: ``most``, served from the gravest down."""
    shares: Counter[tuple[str, Severity]] = Counter()
    for severity in Severity:
        shares += alike(counts, severity, most - shares.total())
    return shares


def alike(counts: Counts, severity: Severity, most: int) -> Counter[tuple[str, Severity]]:
    """The same within one severity: rules share alike, so that one that finds much hides none that finds little."""
    shares: Counter[tuple[str, Severity]] = Counter()
    # The smallest first: what they leave of their share goes to the others.
    keys = sorted((key for key in counts if key[1] is severity), key=lambda one: (counts[one], one))
    for served, key in enumerate(keys):
        shares[key] = min(counts[key], (most - shares.total()) // (len(keys) - served))
    return shares


class Limit:
    """The first findings of every rule and severity, as many as its share, in the order that they are given.

    After the iteration ``omitted`` tells rule -> findings left out, and ``first`` rule -> the first of them.
    ``closed`` set to True leaves out all that comes.
    """

    def __init__(self, findings: Iterable[Finding], shares: Counts) -> None:
        self._findings = findings
        self._left = Counter(shares)
        self.omitted: Counter[str] = Counter()
        self.first: dict[str, Finding] = {}
        self.closed = False

    def __iter__(self) -> Iterator[Finding]:
        for finding in self._findings:
            key = (finding.rule, finding.severity)
            if self._left[key] > 0 and not self.closed:
                self._left[key] -= 1
                yield finding
            else:
                self.omitted[finding.rule] += 1
                self.first.setdefault(finding.rule, finding)
