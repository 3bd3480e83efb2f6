"""The report as Markdown: a digest for a pull request or a job's summary, always short enough for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from validator.model.about import About
from validator.model.counted import number
from validator.model.finding import Finding, Outcome, Severity
from validator.model.report import Report
from validator.report import physical
from validator.report.limit import Limit, gravest
from validator.report.safe import brief

FINDINGS = 50  # that are shown one by one
_TEXT = 160  # letters of a cell


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:
    """The verdict, the rules that found something, and the gravest findings."""
    yield from (f"{line}\n".encode() for line in _lines(report, rules))


def _lines(report: Report, rules: Mapping[str, About]) -> Iterator[str]:
    counts = ", ".join(number(report.count(severity), severity.value) for severity in Severity)
    yield "## copydesk\n"
    yield f"{number(report.articles, 'article')} in {number(report.files, 'file')}: **{counts}**\n"
    if not report.severities:
        return
    yield "| rule | severity | failed | passed | skipped | law |\n|---|---|--:|--:|--:|---|"
    for rule, severity in sorted(report.severities.items(), key=lambda one: (-one[1].weight, one[0])):
        failed, passed, skipped = _outcomes(report, rule)
        law = rules[rule].law.replace("|", "¦") if rule in rules else ""
        yield f"| {rule} | {severity} | {failed:,} | {passed:,} | {skipped:,} | {law} |"
    limit = Limit(report.findings, gravest(report.counts.severities, FINDINGS))
    yield "\n| place | severity | rule | finding |\n|---|---|---|---|"
    for finding in limit:
        yield f"| {_cell(_place(finding))} | {finding.severity} | {finding.rule} | {_cell(finding.message)} |"
    if limit.omitted:
        yield f"\nand {number(limit.omitted.total(), 'more finding')}"


def _outcomes(report: Report, rule: str) -> tuple[int, int, int]:
    counts = report.outcomes.get(rule, Counter())
    return counts[Outcome.FAIL], counts[Outcome.PASS], counts[Outcome.SKIP]


def _place(finding: Finding) -> str:
    if not finding.location.path:
        return f"{finding.source or 'the corpus'}: {', '.join(finding.articles[:3])}"
    span = physical.span(finding)
    return f"{finding.location}:{span.line}:{span.column}" if span else str(finding.location)


def _cell(text: str) -> str:
    """A text as code, where it makes no tag, link, mention or picture.

    The fence is longer than any in it; no bar ends the cell, not even one behind a backslash.
    """
    shown = brief(text, _TEXT).strip().replace("|", "¦")
    if not shown:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}" if "`" in shown else f"{fence}{shown}{fence}"
