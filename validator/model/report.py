"""What a run has found: its counts, and every finding, which may be more than memory holds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from validator.model.finding import Finding, Outcome, Severity, Verdict
from validator.model.gate import GateResult
from validator.model.listing import Listing

if TYPE_CHECKING:  # only a run that describes its corpus needs the shapes of that
    from validator.model.health import CorpusHealth

FIELDS = ("title", "date", "author", "language", "outlet", "url", "photo_credit", "photo_licence")


class Counts(Struct):
    """What is left of articles when their findings have been read.

    ``failed`` and ``skipped`` count articles per rule (the others passed), ``filled`` those that have a value
    for a field, declared or found in the text; ``severities`` counts findings per rule and severity.
    ``suppressed`` and ``expired`` count, per number of an excuse, the findings that it covers and those that it would
    cover if it had not ended. What is excused or known still makes its article fail, and is counted as ``accepted``.
    """

    articles: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    severities: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    accepted: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    suppressed: Counter[int] = field(default_factory=Counter)
    expired: Counter[int] = field(default_factory=Counter)

    def take(self, verdict: Verdict, filled: Sequence[str]) -> None:
        """Count one article."""
        self.articles += 1
        self.failed.update(verdict.failed)
        self.skipped.update(verdict.skipped)
        self.filled.update(filled)
        self.severities.update([(one.rule, one.severity) for one in verdict.findings])

    def add(self, more: Counts, times: int = 1) -> None:
        """Add other articles' counts, those of so many articles alike."""
        self.articles += more.articles * times
        counters: tuple[tuple[Counter[Any], Counter[Any]], ...] = (
            (self.failed, more.failed),
            (self.skipped, more.skipped),
            (self.filled, more.filled),
            (self.severities, more.severities),
            (self.accepted, more.accepted),
            (self.suppressed, more.suppressed),
            (self.expired, more.expired),
        )
        for counter, other in counters:
            for name, number in other.items():
                counter[name] += number * times

    def recount(self, before: Iterable[Finding], after: Iterable[Finding]) -> None:
        """Count the findings after something was taken out of them, no longer those before."""
        gone = Counter((one.rule, one.severity) for one in before)
        gone.subtract((one.rule, one.severity) for one in after)
        self.severities.subtract(gone)
        self.severities = +self.severities
        self.accepted += gone


class Excuse(Struct, frozen=True):
    """Which findings a profile suppresses, why and until when; a side that names nothing leaves it open."""

    rules: tuple[str, ...]
    paths: tuple[str, ...]
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    reason: str
    until: dt.date | None


class Known(Struct, frozen=True):
    """A finding that the baseline accepts; ``article`` is its article's id, or the source's name."""

    rule: str
    article: str | None
    fingerprint: str
    message: str
    count: int


class Report(Struct):
    """The findings of a run in the order of the input, and its counts.

    ``findings`` can be gone through more than once; ``rules`` are those that were asked, ``paths`` what was given
    to be judged. ``known`` is how many findings the baseline accepts, ``stale`` what it accepts and is not there
    any more; ``idle`` are the excuses that excused nothing. ``gates`` that do not hold are among the findings too.
    """

    profile: str
    rules: tuple[str, ...] = ()
    findings: Iterable[Finding] = ()
    counts: Counts = field(default_factory=Counts)
    files: int = 0
    known: int = 0
    omitted: int = 0
    paths: tuple[str, ...] = ()
    stale: tuple[Known, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    idle: tuple[Excuse, ...] = ()
    health: CorpusHealth | None = None
    gates: tuple[GateResult, ...] = ()
    listing: Listing | None = None

    @property
    def articles(self) -> int:
        return self.counts.articles

    @property
    def filled(self) -> Counter[str]:
        """Field -> articles that have a value for it."""
        return self.counts.filled

    @property
    def suppressed(self) -> int:
        """The findings that the profile excuses."""
        return self.counts.suppressed.total()

    @property
    def outcomes(self) -> dict[str, Counter[Outcome]]:
        """Rule -> how many articles failed, passed, and could not be judged."""
        return {rule: self._of(rule) for rule in self.rules}

    def _of(self, rule: str) -> Counter[Outcome]:
        failed, skipped = self.counts.failed[rule], self.counts.skipped[rule]
        passed = self.counts.articles - failed - skipped
        return Counter({Outcome.FAIL: failed, Outcome.PASS: passed, Outcome.SKIP: skipped})

    @property
    def severities(self) -> dict[str, Severity]:
        """Rule -> the gravest severity that it was found with."""
        return dict(sorted(self.counts.severities, key=lambda one: one[1].weight))

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(number for (_, one), number in self.counts.severities.items() if one is severity)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity there is."""
        return max(self.severities.values(), key=lambda one: one.weight, default=None)
