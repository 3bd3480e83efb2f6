"""The report as JUnit XML: a test case for every rule that was asked, failed where it found an error or a warning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct, field

from validator.model.about import About
from validator.model.finding import Finding, Outcome, Severity
from validator.model.report import Report
from validator.regex import regex
from validator.report import physical
from validator.report.safe import brief

SHOWN = 20  # findings of a rule
_TEXT = 300  # letters of a message
_ILLEGAL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Case(Struct):
    count: int = 0
    lines: list[str] = field(default_factory=list)


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:
    """The report, case by case."""
    yield from (f"{_ILLEGAL.sub(chr(0xFFFD), line)}\n".encode() for line in _lines(report, rules))


def _lines(report: Report, rules: Mapping[str, About]) -> Iterator[str]:
    cases = _cases(report)
    failed = [rule for rule, severity in report.severities.items() if severity is not Severity.INFO]
    skipped = [rule for rule in cases if _unjudged(report, rule)]
    counts = f'tests="{len(cases)}" failures="{len(failed)}" errors="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="copydesk" {counts}>'
    yield f'<testsuite name={_attribute(report.profile)} {counts} skipped="{len(skipped)}">'
    for rule, case in cases.items():
        yield from _case(rule, case, report, rules)
    yield "</testsuite>\n</testsuites>"


def _cases(report: Report) -> dict[str, _Case]:
    """Every rule that was asked or found something, with its first findings."""
    cases = {rule: _Case() for rule in sorted({*report.rules, *report.severities})}
    for finding in report.findings:
        case = cases[finding.rule]
        case.count += 1
        if len(case.lines) < SHOWN:
            case.lines.append(_line(finding))
    return cases


def _case(rule: str, case: _Case, report: Report, rules: Mapping[str, About]) -> Iterator[str]:
    family = rule.partition(".")[0]
    head = f'<testcase classname="copydesk.{family}" name="{rule}"'
    if not case.count:
        yield f"{head}><skipped/></testcase>" if _unjudged(report, rule) else f"{head}/>"
        return
    severity = report.severities[rule]
    law = rules[rule].law if rule in rules else ""
    body = escape("\n".join([law, *case.lines, *([f"and {case.count - SHOWN:,} more"] if case.count > SHOWN else [])]))
    yield f"{head}>"
    if severity is Severity.INFO:
        yield f"<system-out>{body}</system-out>"
    else:
        number = f"{case.count:,} finding{'' if case.count == 1 else 's'}"
        yield f'<failure type="{severity}" message="{number}">{body}</failure>'
    yield "</testcase>"


def _line(finding: Finding) -> str:
    span = physical.span(finding)
    place = str(finding.location) or finding.source or "the corpus"
    return f"{brief(place, _TEXT)}{f':{span.line}:{span.column}' if span else ''}: {brief(finding.message, _TEXT)}"


def _unjudged(report: Report, rule: str) -> bool:
    counts = report.outcomes.get(rule)
    return bool(counts and counts[Outcome.SKIP] and not counts[Outcome.PASS] + counts[Outcome.FAIL])


def _attribute(text: str) -> str:
    return quoteattr(brief(text, _TEXT))
