"""Every chosen rule asked about an article; each answers pass, fail or skip, and a crash is a finding."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace

from validator.check.select import Chosen
from validator.model.article import Article
from validator.model.finding import Finding, Outcome, Severity, Skip

CRASHED, CRASHED_CODE = "internal.rule_crashed", "INT001"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of one article: findings in order of place, one outcome per reported rule."""

    findings: tuple[Finding, ...]
    outcomes: dict[str, Outcome]


class Judge:
    """The chosen rules, ready for any number of articles."""

    def __init__(self, chosen: Sequence[Chosen]) -> None:
        self._chosen = tuple(chosen)

    @property
    def names(self) -> tuple[str, ...]:
        """The rules whose outcomes are reported."""
        return tuple(sorted(chosen.name for chosen in self._chosen if chosen.reported))

    def judge(self, article: Article) -> Verdict:
        findings: list[Finding] = []
        outcomes: dict[str, Outcome] = {}
        failed: set[str] = set()
        for chosen in self._chosen:
            silenced = bool(failed) and not failed.isdisjoint(chosen.silencers)
            outcome, found = (Outcome.SKIP, []) if silenced else _ask(chosen, article)
            if outcome is Outcome.FAIL:
                failed.add(chosen.name)
            if chosen.reported:
                outcomes[chosen.name] = outcome
                findings += found
        return Verdict(tuple(sorted(findings, key=_place)), outcomes)


def _ask(chosen: Chosen, article: Article) -> tuple[Outcome, list[Finding]]:
    found: list[Finding] = []
    skipped = False
    try:
        for answer in chosen.rule.check(article):
            if isinstance(answer, Skip):
                skipped = True
            else:
                found.append(answer if chosen.severity is None else replace(answer, severity=chosen.severity))
    except Exception:  # noqa: BLE001 - whatever a rule does, the run goes on and says which rule it was
        return Outcome.SKIP, [*found, _crash(chosen, article)]
    return (Outcome.FAIL if found else Outcome.SKIP if skipped else Outcome.PASS), found


def _crash(chosen: Chosen, article: Article) -> Finding:
    trace = traceback.format_exc(limit=-3)
    last = trace.strip().splitlines()[-1]
    return Finding(
        CRASHED,
        CRASHED_CODE,
        Severity.ERROR,
        f"{chosen.name} raised {last}",
        article.location,
        article.id,
        subject=chosen.name,
        suggestion=trace,
    )


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line if span else 0, span.column if span else 0, finding.rule, finding.subject)
