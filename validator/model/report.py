"""What a run has found: every finding, and the counts that stay when the findings are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from validator.model.finding import Finding, Outcome, Severity

FIELDS = ("title", "date", "author", "language", "outlet", "url", "photo_credit", "photo_licence")


@dataclass(slots=True)
class Report:
    """The findings of a run in the order of the input, and its counts.

    ``outcomes`` counts pass, fail and skip per rule; ``filled`` counts, per field, the articles that
    have a value for it, declared or found in the text.
    """

    profile: str
    findings: list[Finding] = field(default_factory=list)
    articles: int = 0
    files: int = 0
    outcomes: dict[str, Counter[Outcome]] = field(default_factory=dict)
    filled: Counter[str] = field(default_factory=Counter)
    known: int = 0
    omitted: int = 0

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity there is."""
        return max((finding.severity for finding in self.findings), key=lambda one: one.weight, default=None)
