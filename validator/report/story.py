"""What a reader of a corpus is told first: the faults by weight, and shares in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from validator.model.about import About
from validator.model.counted import number
from validator.model.finding import Outcome, Severity
from validator.model.report import Report

if TYPE_CHECKING:  # reports without a trend need no shape of it
    from validator.model.health import Earlier, Ratio

# How much an article with a finding weighs: one error is worth three warnings.
_WEIGHTS = {Severity.ERROR: 9, Severity.WARNING: 3, Severity.INFO: 1}
_BLOCKS = "▁▂▃▄▅▆▇█"


class Fault(Struct, frozen=True):
    """A rule that found something: in how many of the articles that it could judge."""

    rule: str
    code: str
    severity: Severity
    failed: int
    judged: int
    law: str
    reason: str
    before: Ratio | None = None

    @property
    def trend(self) -> str:
        """By how many points in a hundred the share has changed since an earlier drop; empty where nobody knows."""
        if self.before is None:
            return ""
        points = round(100 * (self.share - self.before.share))
        return f"{points:+d}" if points else "±0"

    @property
    def share(self) -> float:
        return self.failed / self.judged if self.judged else 0.0

    @property
    def weight(self) -> int:
        return _WEIGHTS[self.severity] * self.failed


def faults(report: Report, rules: Mapping[str, About], earlier: Earlier | None = None) -> list[Fault]:
    """The rules that found something, by weight: severity times articles."""
    before = earlier.failed if earlier is not None else {}
    found = []
    for rule, severity in report.severities.items():
        counts = report.outcomes.get(rule)
        if counts is None or not counts[Outcome.FAIL]:
            continue
        told = rules.get(rule)
        failed, passed = counts[Outcome.FAIL], counts[Outcome.PASS]
        code, law, reason = (told.code, told.law.replace("``", ""), told.reason) if told else ("", "", "")
        found.append(Fault(rule, code, severity, failed, failed + passed, law, reason, before.get(rule)))
    return sorted(found, key=lambda one: (-one.weight, one.rule))


def urgent(found: Sequence[Fault], most: int) -> list[Fault]:
    """What to do first; what is only noted comes where there is nothing else."""
    grave = [one for one in found if one.severity is not Severity.INFO]
    return list(grave or found)[:most]


def plain(reason: str) -> str:
    """The first paragraph of a rule's reason, without its marks for code."""
    return reason.partition("\n\n")[0].replace("``", "")


def percent(part: int, whole: int) -> str:
    """A share in whole percents; neither all nor nothing where it is not."""
    if not whole:
        return "–"
    share = 100 * part / whole
    if 0 < share < 1:
        return "<1%"
    if 99 < share < 100:
        return ">99%"
    return f"{share:.0f}%"


def verdict(report: Report) -> str:
    """The counts of a report in one sentence."""
    counts = ", ".join(number(report.count(severity), severity.value) for severity in Severity)
    return f"{number(report.articles, 'article')} in {number(report.files, 'file')}: {counts}"


def sparkline(counts: Sequence[int]) -> str:
    """Counts as a row of blocks, the highest for the largest; blank for none."""
    most = max(counts, default=0)
    return "".join(_BLOCKS[(one * (len(_BLOCKS) - 1) + most - 1) // most] if one else " " for one in counts)


def continuous(months: Iterable[str]) -> list[list[str]]:
    """The months from the first to the last, in runs: where more than a year is empty, a new run begins."""
    runs: list[list[str]] = []
    for month in sorted(months):
        if runs and 0 < _count(month) - _count(runs[-1][-1]) <= 12:
            runs[-1] += [_month(at) for at in range(_count(runs[-1][-1]) + 1, _count(month) + 1)]
        else:
            runs.append([month])
    return runs


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(count: int) -> str:
    return f"{count // 12:04}-{count % 12 + 1:02}"
