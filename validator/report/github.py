"""The report for GitHub Actions: workflow commands that annotate files, then the text.

GitHub shows ten annotations of a level of one step, so no more are given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from validator.model.about import About
from validator.model.finding import Finding, Severity
from validator.model.report import Report
from validator.report import physical, text
from validator.report.limit import Limit, alike
from validator.report.safe import brief, printable

ANNOTATIONS = 10  # of each level
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TEXT = 500  # letters of a message
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:  # noqa: ARG001 - all formats are asked alike
    """The commands, one line that says how many findings have none, and the text of the whole report."""
    given: Counter[Severity] = Counter()
    for finding in _annotated(report):
        given[finding.severity] += 1
        yield f"{_command(finding, report)}\n".encode()
    rest = {severity: report.count(severity) - given[severity] for severity in Severity}
    if any(rest.values()):
        counts = ", ".join(f"{number:,} {severity}s" for severity, number in rest.items() if number)
        yield f"copydesk: {counts} without an annotation, all below\n".encode()
    for segments in text.lines(report):
        yield f"{defused(text.plain(segments))}\n".encode("utf-8", "replace")


def defused(line: str) -> str:
    """A line that the runner takes for no command, old style or new."""
    line = line.replace("##[", "# #[")
    return f"| {line}" if line.lstrip().startswith("::") else line


def _annotated(report: Report) -> Iterator[Finding]:
    """At most ten findings of each severity, of as many rules as can be."""
    shares: Counter[tuple[str, Severity]] = Counter()
    for severity in Severity:
        shares += alike(report.counts.severities, severity, ANNOTATIONS)
    yield from Limit(report.findings, shares)


def _command(finding: Finding, report: Report) -> str:
    span = physical.span(finding)
    properties = {
        "file": physical.path(finding, report.paths),
        "line": str(physical.line(finding)),
        "title": f"{finding.rule} ({finding.code})",
    }
    if span is not None and span.line == span.end_line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    given = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    message = _escaped(brief(finding.message, _TEXT), _DATA).replace("##[", "# #[")
    return f"::{_COMMANDS[finding.severity]} {given}::{message}"


def _escaped(value: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(one, one) for one in printable(value))
