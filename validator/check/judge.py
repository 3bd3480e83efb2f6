"""Every chosen rule asked about an article; each answers pass, fail or skip, and a crash is a finding."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace

from validator.check.select import Chosen
from validator.model.article import Article
from validator.model.finding import Finding, Outcome, Severity, Skip
from validator.rules.told import told

CRASHED, CRASHED_CODE = "internal.rule_crashed", "INT001"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of one article: findings in order of place, and which of the reported rules did not pass."""

    findings: tuple[Finding, ...]
    failed: tuple[str, ...]
    skipped: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """Rule -> outcome."""
        return {
            **dict.fromkeys(self.asked, Outcome.PASS),
            **dict.fromkeys(self.failed, Outcome.FAIL),
            **dict.fromkeys(self.skipped, Outcome.SKIP),
        }


class Judge:
    """The chosen rules, ready for any number of articles."""

    def __init__(self, chosen: Sequence[Chosen]) -> None:
        self.names = tuple(sorted(one.name for one in chosen if one.reported))
        """The rules whose outcomes are reported."""
        self._hidden = frozenset(one.name for one in chosen if not one.reported)
        self._asked = [(one, one.name, one.silencers, one.rule.triggers, one.rule.check) for one in chosen]

    def judge(self, article: Article) -> Verdict:
        findings: list[Finding] = []
        failed: list[str] = []
        skipped: list[str] = []
        present = told(article)
        for chosen, name, silencers, triggers, check in self._asked:
            if failed and not silencers.isdisjoint(failed):
                skipped.append(name)
            elif triggers and triggers.isdisjoint(present):
                if chosen.rule.unable(article):
                    skipped.append(name)
            else:
                try:
                    answers = [*check(article)]
                except Exception:  # noqa: BLE001 - whatever a rule does, the run goes on and says which rule it was
                    skipped.append(name)
                    findings += _until_crash(chosen, article)
                    continue
                if answers:
                    found = _found(chosen, answers)
                    (failed if found else skipped).append(name)
                    findings += found
        return self._verdict(findings, failed, skipped)

    def _verdict(self, findings: list[Finding], failed: list[str], skipped: list[str]) -> Verdict:
        """What is reported: nothing of the rules that were not chosen and merely silence others."""
        if self._hidden:
            findings = [
                one for one in findings if (one.subject if one.rule == CRASHED else one.rule) not in self._hidden
            ]
            failed = [name for name in failed if name not in self._hidden]
            skipped = [name for name in skipped if name not in self._hidden]
        return Verdict(tuple(sorted(findings, key=_place)), tuple(failed), tuple(skipped), self.names)


def _speaker(finding: Finding) -> str:
    """The rule that a finding comes from; of a crash the one that crashed."""
    return finding.subject if finding.rule == CRASHED else finding.rule


def _found(chosen: Chosen, answers: list[Finding | Skip]) -> list[Finding]:
    """The findings among a rule's answers, with the severity that the profile gives them."""
    found = [one for one in answers if isinstance(one, Finding)]
    return found if chosen.severity is None else [replace(one, severity=chosen.severity) for one in found]


def _until_crash(chosen: Chosen, article: Article) -> list[Finding]:
    """What a rule that crashes finds before it does, and the crash."""
    answers: list[Finding | Skip] = []
    try:
        for answer in chosen.rule.check(article):
            answers.append(answer)  # noqa: PERF402 - what came before the crash is kept
    except Exception:  # noqa: BLE001
        return [*_found(chosen, answers), _crash(chosen, article)]
    return _found(chosen, answers)


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
