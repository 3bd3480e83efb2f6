"""The report and the extracted article as JSON, in the shapes of the contract (``shapes.py``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import orjson
from msgspec.structs import asdict

from validator import __version__
from validator.lexicons.fold import valid
from validator.model.article import Article, Credit, Moment
from validator.model.evidence import Evidence, Fact
from validator.model.finding import Finding, Outcome, Severity
from validator.model.gate import GateResult
from validator.model.place import Location
from validator.model.report import FIELDS, Report


def report(made: Report) -> Iterator[bytes]:
    """The whole report as one JSON object, indented, part by part; the findings may be more than memory holds."""
    head = {
        "schema_version": 1,
        "tool": {"name": "copydesk", "version": __version__},
        "profile": made.profile,
        "summary": summary(made),
    }
    yield orjson.dumps(head, option=orjson.OPT_INDENT_2).removesuffix(b"\n}") + b',\n  "findings": ['
    end = b"]"
    for number, one in enumerate(made.findings):
        shape = orjson.dumps(finding(one), option=orjson.OPT_INDENT_2)
        yield (b",\n    " if number else b"\n    ") + shape.replace(b"\n", b"\n    ")
        end = b"\n  ]"
    health = made.health.model_dump(mode="json") if made.health else None
    yield end + b',\n  "health": ' + orjson.dumps(health, option=orjson.OPT_INDENT_2).replace(b"\n", b"\n  ")
    gates = orjson.dumps([*map(gated, made.gates)], option=orjson.OPT_INDENT_2).replace(b"\n", b"\n  ")
    yield b',\n  "gates": ' + gates + b"\n}\n"


def line(one: Finding) -> bytes:
    """One finding as one line of JSON."""
    if one.evidence or one.span or one.articles_total or one.source:
        return orjson.dumps(finding(one), option=orjson.OPT_APPEND_NEWLINE)
    # What is missing is said of many articles in the same words.
    before, behind = _alike(one.rule, one.code, one.severity, one.field, one.message, one.suggestion, one.fixable)
    own = orjson.dumps(
        {
            "path": valid(one.location.path) or None,
            "record": one.location.record,
            "file_line": one.location.file_line,
            "article_id": (one.article_id and valid(one.article_id)) or None,
        }
    )
    return b'%s%s%s"%s"}\n' % (before, own[1:-1], behind, one.fingerprint.encode())


@lru_cache(maxsize=1024)
def _alike(*said: Any) -> tuple[bytes, bytes]:
    """What stands before and behind the words that are an article's own, where a finding holds no others."""
    rule, code, severity, field, message, suggestion, fixable = said
    place = Location("")
    shape = finding(Finding(rule, code, severity, message, place, "", field, suggestion=suggestion, fixable=fixable))
    names = [*shape]
    first, last = names.index("path"), names.index("article_id") + 1
    before, behind = ({name: shape[name] for name in part} for part in (names[:first], names[last:-1]))
    return orjson.dumps(before)[:-1] + b",", b"," + orjson.dumps(behind)[1:-1] + b',"fingerprint":'


def summary(made: Report) -> dict[str, Any]:
    return {
        "articles": made.articles,
        "files": made.files,
        "errors": made.count(Severity.ERROR),
        "warnings": made.count(Severity.WARNING),
        "infos": made.count(Severity.INFO),
        "known": made.known,
        "stale": [asdict(one) for one in made.stale],
        "suppressed": made.suppressed,
        "suppressions": [
            {
                **{key: list(getattr(one, key)) for key in ("rules", "paths", "sources", "articles")},
                "reason": one.reason,
                "until": one.until,
                "suppressed": made.counts.suppressed[at],
                "expired": made.counts.expired[at],
            }
            for at, one in enumerate(made.excuses)
        ],
        "omitted": made.omitted,
        "rules": {
            rule: {outcome.value: counts[outcome] for outcome in (Outcome.FAIL, Outcome.PASS, Outcome.SKIP)}
            for rule, counts in sorted(made.outcomes.items())
        },
        "fields": {name: made.filled[name] for name in FIELDS},
    }


def finding(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "code": one.code,
        "severity": one.severity.value,
        "path": valid(one.location.path) or None,
        "record": one.location.record,
        "file_line": one.location.file_line,
        "article_id": (one.article_id and valid(one.article_id)) or None,
        **(
            {
                "articles": [*map(valid, one.articles)],
                "articles_total": one.articles_total,
                "source": one.source or None,
            }
            if one.articles_total or one.source
            else {}
        ),
        "field": one.field,
        **_place(one.span),
        "message": valid(one.message),
        "evidence": [evidence(seen) for seen in one.evidence],
        "suggestion": one.suggestion and valid(one.suggestion),
        "fixable": one.fixable,
        "fingerprint": one.fingerprint,
    }


def gated(one: GateResult) -> dict[str, Any]:
    """One gate; of what articles say nothing is in it but ids and sources, and those are valid already."""
    return {
        "gate": one.gate,
        "subject": one.subject,
        "source": one.source,
        "state": one.state.value,
        "severity": one.severity.value,
        "observed": one.observed,
        "passed": one.passed,
        "judged": one.judged,
        "message": one.message,
        "articles": [*map(valid, one.articles)],
        "articles_total": one.articles_total,
    }


def evidence(seen: Evidence) -> dict[str, Any]:
    shape: dict[str, Any] = {"origin": seen.origin, "quote": valid(seen.quote)}
    if seen.locator is not None:
        shape["locator"] = seen.locator
    if seen.span is not None:
        shape |= _place(seen.span)
    return shape


def article(made: Article) -> bytes:
    """One extracted article as one line of JSON."""
    return orjson.dumps(
        {
            "article_id": valid(made.id),
            "path": valid(made.location.path),
            "record": made.location.record,
            "title": _named(made.title) if made.title.value else None,
            "authors": [
                {"value": valid(one.value), "kind": one.kind, "evidence": [evidence(seen) for seen in one.evidence]}
                for one in made.authors
            ],
            "published": _moment(made.published),
            "modified": _moment(made.modified),
            "dates": [
                {**_dated(one.moment), "role": one.role.value, "evidence": [evidence(one.evidence)]}
                for one in (*made.dates, *made.relative)
            ],
            "language": {
                "value": made.language.main,
                "declared": made.language.declared,
                "confidence": made.language.confidence,
            },
            "credits": [_credit(one) for one in made.credits],
            "source": _named(made.source),
            "agency": made.agency.value,
            "url": made.url.value,
            "lines": [{"line": one.number, "role": one.role.value} for one in made.lines],
        },
        option=orjson.OPT_APPEND_NEWLINE,
    )


def _place(span: Any) -> dict[str, int | None]:
    keys = ("line", "column", "end_line", "end_column")
    return {key: getattr(span, key) if span is not None else None for key in keys}


def _named(fact: Fact[str]) -> dict[str, Any]:
    return {"value": fact.value and valid(fact.value), "evidence": [evidence(seen) for seen in fact.seen]}


def _dated(moment: Moment | None) -> dict[str, str | None]:
    if moment is None:
        return {"value": None, "precision": None}
    return {"value": moment.value, "precision": moment.precision.value}


def _moment(fact: Fact[Moment]) -> dict[str, Any] | None:
    if fact.value is None:
        return None
    return {**_dated(fact.value), "evidence": [evidence(seen) for seen in fact.seen]}


def _credit(credit: Credit) -> dict[str, Any]:
    licence = credit.licence
    return {
        "value": valid(credit.value),
        "photographer": credit.photographer,
        "agency": credit.agency,
        "licence": licence and {"id": licence.id, "quote": valid(licence.quote)},
        "caption": credit.caption and valid(credit.caption),
        "evidence": [evidence(seen) for seen in credit.evidence],
    }
