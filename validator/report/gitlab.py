"""The report as GitLab's Code Quality artifact: a JSON array of issues, each with a fingerprint of its own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from validator.model.about import About
from validator.model.finding import Finding, Severity
from validator.model.report import Report
from validator.report import physical
from validator.report.limit import Limit, gravest
from validator.report.safe import brief, printable

ISSUES = 20_000  # more than any merge request shows; fingerprints of so many fit in memory
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_TEXT = 1_000  # letters of a description


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:  # noqa: ARG001 - all formats are asked alike
    """The report, issue by issue."""
    limit = Limit(report.findings, gravest(report.counts.severities, ISSUES))
    seen: Counter[str] = Counter()
    between = b"["
    for finding in limit:
        seen[finding.fingerprint] += 1
        yield between + b"\n" + _json(_issue(finding, seen[finding.fingerprint], report))
        between = b","
    for rule, number in sorted(limit.omitted.items()):
        yield between + b"\n" + _json(_rest(limit.first[rule], number, report))
        between = b","
    yield b"\n]\n" if between == b"," else b"[]\n"


def _issue(finding: Finding, nth: int, report: Report) -> dict[str, Any]:
    span = physical.span(finding)
    lines = {"begin": physical.line(finding), **({"end": span.end_line} if span else {})}
    return {
        "description": brief(finding.message, _TEXT),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding.fingerprint, nth),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": printable(physical.path(finding, report.paths)), "lines": lines},
    }


def _rest(finding: Finding, number: int, report: Report) -> dict[str, Any]:
    """The issue that stands for those of a rule that were left out."""
    return {
        **_issue(finding, 1, report),
        "description": f"{number:,} more of {finding.rule} left out; the first of them is here",
        "fingerprint": _fingerprint(f"{finding.rule} omitted", 1),
        "severity": _SEVERITIES[report.severities[finding.rule]],
    }


def _fingerprint(one: str, nth: int) -> str:
    """32 hexadecimal digits: of two findings that differ in their place alone, the second has its own."""
    return hashlib.sha256(f"{one}:{nth}".encode()).hexdigest()[:32]


def _json(value: Any) -> bytes:
    """JSON in which no letter begins a tag, wherever it is pasted."""
    return orjson.dumps(value).replace(b"<", b"\\u003c")
