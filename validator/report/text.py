"""The report as text: articles with their findings, the line and the place in it, then two tables.

A line is a list of segments, each a text and what it is (``error``, ``path``, ``dim`` …), so that one
layout serves a pipe and a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from validator.model.counted import number
from validator.model.finding import Finding, Outcome, Severity
from validator.model.gate import GateState
from validator.model.report import FIELDS, Excuse, Report
from validator.report.safe import printable, width

Segment = tuple[str, str]
_WINDOW = 88  # columns of an article's line that are shown
_BEFORE = 32  # of them, how many before the place of the finding
_BAR = 20
_STALE_RULES = 5  # that are named
_SOURCES = 5  # of a gate, that pass or could not be judged


def lines(report: Report, *, quiet: bool = False) -> Iterator[list[Segment]]:
    """The whole report, line by line; ``quiet`` leaves only the findings."""
    for key, findings in groupby(report.findings, key=lambda one: (one.location, one.article_id)):
        yield from _article(str(key[0]), key[1], list(findings))
    if not quiet:
        yield from _rules(report)
        yield from _fields(report)
        yield from _gates(report)
        yield from _excused(report)
        yield _verdict(report)


def plain(segments: Iterable[Segment]) -> str:
    """A line without any style."""
    return "".join(text for text, _ in segments).rstrip()


def _article(place: str, article_id: str, findings: list[Finding]) -> Iterator[list[Segment]]:
    head: list[Segment] = [(printable(place) or "the corpus", "path")]
    if article_id != place:
        head.append((f"  {printable(article_id)}", "dim"))
    yield head
    for finding in findings:
        yield from _finding(finding)
    yield []


def _finding(finding: Finding) -> Iterator[list[Segment]]:
    span = finding.span
    at = f"{span.line}:{span.column}" if span else "-"
    yield [
        (f"  {at:>7}  ", "dim"),
        (f"{finding.severity:<8}", finding.severity.value),
        (f"{finding.code}  ", "code"),
        (printable(finding.message), ""),
        (f"  ({finding.rule})", "dim"),
    ]
    if finding.articles:
        yield [(f"{'':>11}{number(finding.articles_total, 'article')}: ", "dim"), (_listed(finding.articles), "")]
    if span is not None and finding.line_text.strip():
        end = span.end_column - 1 if span.end_line == span.line else len(finding.line_text)
        yield from _marked(finding.line_text, span.line, span.column - 1, end, finding.severity)
    else:
        for seen in finding.evidence[:3]:
            place = printable(seen.locator or seen.origin)
            yield [(f"{'':>11}{place}: ", "dim"), (_cut(printable(seen.quote), _WINDOW), "")]


def _marked(text: str, number: int, start: int, end: int, severity: Severity) -> Iterator[list[Segment]]:
    """The line in a window around the place, and below it carets."""
    left = max(0, min(start - _BEFORE, len(text) - _WINDOW))
    shown = printable(text[left : left + _WINDOW])
    lead = "…" if left else ""
    tail = "…" if left + _WINDOW < len(text) else ""
    before = width(lead + shown[: start - left])
    marks = max(1, width(shown[start - left : end - left]))
    yield [(f"{number:>11} | ", "dim"), (lead + shown + tail, "")]
    yield [(f"{'':>11} | ", "dim"), (" " * before, ""), ("^" * marks, severity.value)]


def _listed(ids: tuple[str, ...]) -> str:
    """As many ids as a line holds."""
    return _cut(", ".join(printable(one) for one in ids), _WINDOW)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _rules(report: Report) -> Iterator[list[Segment]]:
    severities = report.severities
    failed = {rule: counts for rule, counts in report.outcomes.items() if counts[Outcome.FAIL] and rule in severities}
    if not failed:
        return
    yield [(f"{'rule':<32}{'severity':<10}{'fail':>8}{'pass':>8}{'skip':>8}", "head")]
    for rule, counts in sorted(
        failed.items(), key=lambda one: (-severities[one[0]].weight, -one[1][Outcome.FAIL], one[0])
    ):
        severity = severities[rule]
        yield [
            (f"{rule:<32}", ""),
            (f"{severity:<10}", severity.value),
            (f"{counts[Outcome.FAIL]:>8,}{counts[Outcome.PASS]:>8,}{counts[Outcome.SKIP]:>8,}", ""),
        ]
    yield []


def _fields(report: Report) -> Iterator[list[Segment]]:
    if not report.articles:
        return
    yield [(f"{'field':<32}{'filled':>8}{'of':>8}{'share':>8}", "head")]
    for name in FIELDS:
        filled = report.filled[name]
        share = filled / report.articles
        yield [
            (f"{name:<32}{filled:>8,}{report.articles:>8,}{share:>8.0%}  ", ""),
            ("█" * round(share * _BAR), "bar"),
            ("·" * (_BAR - round(share * _BAR)), "dim"),
        ]
    yield []


def _gates(report: Report) -> Iterator[list[Segment]]:
    if not report.gates:
        return
    yield [(f"{'state':<15}{'severity':<10}gate", "head")]
    seen: Counter[tuple[str, GateState]] = Counter()
    for gate in report.gates:
        seen[gate.gate, gate.state] += 1
        if gate.state is not GateState.FAIL and seen[gate.gate, gate.state] > _SOURCES:
            continue
        title = gate.gate if gate.source is None else f"{gate.gate}, {gate.source or 'no source'}"
        yield [
            (f"{gate.state.replace('_', ' '):<15}", "bar" if gate.held else gate.severity.value),
            (f"{gate.severity:<10}", "dim"),
            (f"{printable(title)}: {printable(gate.message)}", ""),
        ]
    for (name, state), count in seen.items():
        if state is not GateState.FAIL and count > _SOURCES:
            said = f"{name}: {number(count - _SOURCES, 'more source')}"
            yield [(f"{state.replace('_', ' '):<25}{printable(said)}", "dim")]
    yield []


def _excused(report: Report) -> Iterator[list[Segment]]:
    """Excuses that have ended or excuse nothing, and what the baseline accepts in vain."""
    ended = [(one, report.counts.expired[at]) for at, one in enumerate(report.excuses) if report.counts.expired[at]]
    for one, count in ended:
        line = (
            f"suppressed until {one.until} ({_named(one)}: {printable(one.reason)}): {number(count, 'finding')} since"
        )
        yield [(line, "warning")]
    if report.idle:
        listed = "; ".join(_named(one) for one in report.idle[:_STALE_RULES])
        many = f"{len(report.idle):,} of {len(report.excuses):,} {'covers' if len(report.idle) == 1 else 'cover'}"
        listed += "; …" if len(report.idle) > _STALE_RULES else ""
        yield [(f"suppress: {many} nothing here ({listed})", "warning")]
    if report.stale:
        rules: Counter[str] = Counter()
        for known in report.stale:
            rules[known.rule] += known.count
        most = sorted(rules.items(), key=lambda one: (-one[1], one[0]))
        listed = ", ".join(f"{rule} {count:,}" for rule, count in most[:_STALE_RULES])
        listed += ", …" if len(most) > _STALE_RULES else ""
        yield [(f"stale in the baseline: {number(rules.total(), 'finding')} ({listed})", "warning")]
    if ended or report.idle or report.stale:
        yield []


def _named(one: Excuse) -> str:
    return ", ".join(printable(word) for word in (*one.rules, *one.paths, *one.sources, *one.articles))


def _verdict(report: Report) -> list[Segment]:
    counts = [(severity, report.count(severity)) for severity in Severity]
    segments: list[Segment] = [(f"{number(report.articles, 'article')} in {number(report.files, 'file')}: ", "")]
    for at, (severity, count) in enumerate(counts):
        segments.append((", " if at else "", ""))
        segments.append((number(count, severity.value), severity.value if count else "dim"))
    for count, word in ((report.known, "known"), (report.suppressed, "suppressed")):
        if count:
            segments.append((f", {count:,} {word}", "dim"))
    return segments
