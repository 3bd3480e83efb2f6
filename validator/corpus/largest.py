"""Of findings about many articles, the ones to show: of every rule those that name the most articles."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict

from validator.model.finding import Finding

OF_A_RULE = 24


class Largest:
    """Takes findings one by one; ``totals`` counts them by rule."""

    def __init__(self) -> None:
        self.totals: Counter[str] = Counter()
        self._kept: dict[str, list[tuple[int, int, Finding]]] = defaultdict(list)

    def add(self, finding: Finding) -> None:
        """A finding about many articles; of those that name as many, the first are kept."""
        self.totals[finding.rule] += 1
        kept = self._kept[finding.rule]
        heapq.heappush(kept, (finding.articles_total, -self.totals[finding.rule], finding))
        if len(kept) > OF_A_RULE:
            heapq.heappop(kept)

    def kept(self) -> list[Finding]:
        """Rule by rule as they came, the largest first."""
        return [one for kept in self._kept.values() for *_, one in sorted(kept, key=lambda one: (-one[0], -one[1]))]
