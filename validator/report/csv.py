"""The report as a worklist: a CSV with a line per finding, to be opened in a spreadsheet.

A byte order mark says UTF-8 to Excel; every cell is quoted, and one that a spreadsheet would take for a formula begins
with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from validator.model.about import About
from validator.model.finding import Finding
from validator.model.report import Report
from validator.report.safe import brief, printable

COLUMNS = (
    "severity",
    "code",
    "rule",
    "path",
    "record",
    "line",
    "column",
    "article",
    "field",
    "message",
    "quote",
    "suggestion",
    "fingerprint",
)
_TEXT = 1_000  # letters of a cell; a spreadsheet holds 32,767
# Signs that begin a formula, also in full width; a leading blank or bar may be dropped before they are looked for.
_FORMULA = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20")


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:  # noqa: ARG001 - all formats are asked alike
    """The head, then finding by finding."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for finding in report.findings:
        yield _line(_cells(finding))


def _cells(finding: Finding) -> tuple[str, ...]:
    span, location = finding.span, finding.location
    return (
        finding.severity.value,
        finding.code,
        finding.rule,
        _cell(location.path),
        str(location.record or ""),
        str(span.line if span else location.file_line or ""),
        str(span.column if span else ""),
        _cell(finding.article_id or " | ".join(finding.articles)),
        _cell(finding.field or ""),
        _cell(finding.message),
        _cell(" | ".join(seen.quote for seen in finding.evidence)),
        _cell(finding.suggestion or ""),
        finding.fingerprint,
    )


def _cell(text: str) -> str:
    shown = brief(text, _TEXT).strip()
    return f"'{shown}" if shown[:1] in _FORMULA and shown else shown


def _line(cells: tuple[str, ...]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(map(printable, cells))
    return stream.getvalue().encode()
