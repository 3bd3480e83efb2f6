"""The report as SARIF 2.1.0, within what GitHub's code scanning takes.

GitHub keeps 5,000 results of a file and refuses one of more than 10 MB after gzip: the gravest are kept, and of every
rule whose findings were left out one result more says how many.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import quote

import orjson

from validator import __version__
from validator.model.about import About
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.model.report import Report
from validator.regex import regex
from validator.report import physical
from validator.report.limit import Limit, gravest
from validator.report.safe import brief, printable

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS, PACKED = 5_000, 9_000_000  # GitHub's limits: results of a run; bytes after gzip, with room for the tail
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_TEXT, _QUOTE, _SEEN, _ARTICLES = 1_000, 200, 8, 10  # letters, letters, sightings, ids of one result
_SCHEME = regex(r"^[a-z][a-z0-9+.-]+:/", re.IGNORECASE)


def parts(report: Report, rules: Mapping[str, About]) -> Iterator[bytes]:
    """The report, result by result."""
    found = sorted(report.severities)
    told = [rule for rule in found if rule in rules]
    limit = Limit(report.findings, gravest(report.counts.severities, RESULTS - len(found)))
    yield b'{"$schema":' + _json(SCHEMA) + b',"version":"2.1.0","runs":[{"tool":{"driver":'
    yield _json({"name": "copydesk", "version": __version__, "semanticVersion": __version__})[:-1] + b',"rules":[\n'
    yield b",\n".join(_json(_rule(rules[rule], report.severities[rule])) for rule in told)
    yield b']}},"columnKind":"unicodeCodePoints","results":[\n'
    between = b""
    for result in chain(_measured(_results(limit, told, report), limit), _rests(limit, report)):
        yield between + result
        between = b",\n"
    yield b"\n]," + _json({"properties": _properties(report, limit)})[1:] + b"]}\n"


def _measured(results: Iterable[bytes], limit: Limit) -> Iterator[bytes]:
    """The results, as long as the file stays small enough when it is packed."""
    packer = zlib.compressobj(1)
    size = 0
    for result in results:
        size += len(packer.compress(result))
        limit.closed = size > PACKED
        yield result


def _results(limit: Limit, told: list[str], report: Report) -> Iterator[bytes]:
    index = {rule: number for number, rule in enumerate(told)}
    seen: Counter[str] = Counter()
    for finding in limit:
        seen[finding.fingerprint] += 1
        result = _result(finding, f"{finding.fingerprint}:{seen[finding.fingerprint]}", report)
        if finding.rule in index:
            result["ruleIndex"] = index[finding.rule]
        yield _json(result)


def _result(finding: Finding, mark: str, report: Report) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding, report)],
        # GitHub tells results apart by the first of these; it must not change when lines move.
        "partialFingerprints": {"primaryLocationLineHash": mark, "copydesk/v1": finding.fingerprint},
        "properties": {"evidence": [_sighting(seen) for seen in finding.evidence[:_SEEN]]},
    }


def _rests(limit: Limit, report: Report) -> Iterator[bytes]:
    """For every rule with findings that were left out, a result that stands for them."""
    for rule, number in sorted(limit.omitted.items()):
        first = limit.first[rule]
        result = {
            "ruleId": rule,
            "level": _LEVELS[report.severities[rule]],
            "message": {"text": f"{number:,} more of {rule} left out of this file; the first of them is here"},
            "locations": [_location(first, report)],
            "partialFingerprints": {"primaryLocationLineHash": f"{first.code}:omitted", "copydesk/v1": first.code},
        }
        yield _json(result)


def _message(finding: Finding) -> str:
    # In a message of SARIF, [text](target) is a link.
    text = brief(finding.message, _TEXT).replace("](", "] (")
    if not finding.articles:
        return text
    ids = ", ".join(brief(one, _QUOTE) for one in finding.articles[:_ARTICLES]).replace("](", "] (")
    return f"{text}: {ids}{', …' if finding.articles_total > _ARTICLES else ''}"


def _location(finding: Finding, report: Report) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": physical.line(finding)}
    span = physical.span(finding)
    if span is not None:
        region |= {"startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    name = finding.article_id or finding.source or "the corpus"
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(physical.path(finding, report.paths))},
            "region": region,
        },
        "logicalLocations": [{"fullyQualifiedName": brief(name, _QUOTE), "kind": "resource"}],
    }


def _sighting(seen: Evidence) -> dict[str, str]:
    span = seen.span
    place = f"{span.line}:{span.column}" if span else seen.locator or seen.origin
    return {"origin": seen.origin, "place": printable(place), "quote": brief(seen.quote, _QUOTE)}


def _uri(path: str) -> str:
    """A path as a URI: relative as it is, absolute as a file's, another scheme's as it is."""
    try:
        raw = path.encode("utf-8", "surrogateescape")  # a name that is no UTF-8 keeps its bytes
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "replace")
    if _SCHEME.match(path):
        return quote(raw, safe="/:%?=&")
    written = quote(raw)
    return f"file://{written}" if path.startswith("/") else written


def _rule(about: About, severity: Severity) -> dict[str, Any]:
    return {
        "id": about.name,
        "name": "".join(word.capitalize() for word in re.split(r"[._]", about.name)),
        "shortDescription": {"text": about.law},
        "fullDescription": {"text": about.law},
        "help": {"text": f"{about.law}\n\n{about.reason}", "markdown": f"**{about.law}**\n\n{about.reason}"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"code": about.code, "tags": [about.family], "problem.severity": _PROBLEMS[severity]},
    }


def _properties(report: Report, limit: Limit) -> dict[str, Any]:
    return {
        "profile": report.profile,
        "articles": report.articles,
        "files": report.files,
        "known": report.known,
        "suppressed": report.suppressed,
        "omitted": report.omitted + limit.omitted.total(),
        "omittedByRule": dict(sorted(limit.omitted.items())),
    }


def _json(value: Any) -> bytes:
    """JSON in which no letter begins a tag, wherever it is pasted."""
    return orjson.dumps(value).replace(b"<", b"\\u003c")
