"""The page, part by part: templates filled, style and script by their hashes, data as JSON that ends no script."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import orjson

from validator import __version__
from validator.model.about import About
from validator.model.article import Article
from validator.model.counted import number
from validator.model.finding import Finding, Severity
from validator.model.health import Earlier, Furniture
from validator.model.report import FIELDS, Report
from validator.regex import regex
from validator.report import story
from validator.report.page import drawings, reading, worklist
from validator.report.page.reading import letters
from validator.rules import outlets

if TYPE_CHECKING:
    from jinja2 import Environment

CALENDARS = 24  # sources that have one
_DAYS = 2  # with articles, from which on a calendar says more than a date
_NARROW = 300  # of calendars that stand three in a row
_PIECE = 1 << 16
_ACTS = regex("[<>&\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAG = regex(r"[a-z]{2,3}")
_DAY = regex(r"\d{4}-\d\d-\d\d")


def parts(  # noqa: PLR0913 - what the page is made of
    report: Report,
    rules: Mapping[str, About],
    work: worklist.Worklist,
    articles: Iterable[Article],
    beside: str | None,
    known: Sequence[Mapping[str, Any]] = (),
    earlier: Earlier | None = None,
) -> Iterator[bytes]:
    """The page as bytes.

    ``articles`` are those to be opened, ``beside`` is the name of the file with all findings, ``known`` what a
    baseline accepts already.
    """
    environment = _environment()
    style, script = (_own(name) for name in ("page.css", "page.js"))
    context = {
        **_whole(report, rules, work, earlier),
        "work": work,
        "opened": sorted(_read(articles, work), key=lambda one: one["number"]),
        "beside": beside,
        "style": style,
        "script": script,
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        "data": _data(
            {"decisions": worklist.decisions(work), "articles": worklist.rows(work), "beside": beside, "known": known}
        ),
    }
    waiting: list[str] = []
    size = 0
    for piece in environment.get_template("page.html").generate(context):
        waiting.append(piece)
        size += len(piece)
        if size > _PIECE:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")


def _whole(
    report: Report, rules: Mapping[str, About], work: worklist.Worklist, earlier: Earlier | None
) -> dict[str, Any]:
    health = report.health
    found = story.faults(report, rules, earlier)
    runs = story.continuous(health.months) if health else []
    sizes = report.listing.lengths if report.listing else {}
    lengths = {str(at): sizes.get(at, 0) for at in range(min(sizes), max(sizes) + 1)} if sizes else {}
    return {
        "report": report,
        "health": health,
        "listing": report.listing,
        "faults": found,
        "earlier": earlier,
        "first": story.urgent(found, 9),
        "fields": FIELDS,
        "severities": list(Severity),
        "verdict": story.verdict(report),
        "version": __version__,
        "months": drawings.columns(drawings.by_month(health.months, runs) if health else {}),
        "broken": len(runs) > 1,
        "lengths": drawings.columns(lengths, {at: _power(int(at)) for at in lengths}),
        "calendars": (calendars := list(_calendars(report, work))),
        "narrow": all(drawn.width <= _NARROW for _, drawn, _ in calendars),
        "duplicates": _by_rule(one for one in work.among if one.rule.startswith("dup.")),
        "variants": _by_rule(one for one in work.among if one.rule.startswith("names.")),
        "others": _by_rule(one for one in work.among if not one.rule.startswith(("dup.", "names."))),
        "furniture": _furniture(report),
        "worst": next((one for one in health.families if one.grade == health.grade), None) if health else None,
        "about": rules,
    }


def _by_rule(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Rule -> its findings, the gravest rules first."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        found[one.rule].append(one)
    return sorted(found.items(), key=lambda one: (-one[1][0].severity.weight, one[0]))


def _furniture(report: Report) -> list[tuple[str, list[Furniture]]]:
    """Source -> the lines learnt as its furniture, the most frequent first."""
    found: dict[str, list[Furniture]] = defaultdict(list)
    for one in (report.health and report.health.furniture) or ():
        found[one.source].append(one)
    return sorted(found.items())


def _power(at: int) -> str:
    return f"{1 << at:,}–{(2 << at) - 1:,}" if at else "1"


def _calendars(report: Report, work: worklist.Worklist) -> Iterator[tuple[str, drawings.Calendar, list[str]]]:
    """The largest sources with their calendars and what is found wrong with their days."""
    sources = sorted(report.health.sources if report.health else (), key=lambda one: (-one.articles, one.name))
    for source in sources[:CALENDARS]:
        wrong = work.days.get(source.name, ())
        marks: dict[str, str] = {}
        for one in wrong:
            days = _DAY.findall(one.subject.removeprefix(source.name))
            if one.rule == "corpus.date_gap" and days:
                days = drawings.between(days[0], days[-1])
            mark = "crawl" if "were collected on it" in one.message else worklist.DAYS[one.rule]
            marks |= dict.fromkeys(days, mark)
        drawn = drawings.calendar(source.days, marks)
        if drawn is not None and (wrong or len(source.days) >= _DAYS):
            yield source.name, drawn, [one.message.removeprefix(f"{outlets.called(source.name)}: ") for one in wrong]


def _read(articles: Iterable[Article], work: worklist.Worklist) -> Iterator[dict[str, Any]]:
    """The articles as they are opened."""
    for article in articles:
        place = article.location.path, article.location.record
        findings = work.findings.get(place, ())
        lines, cut = reading.lines(article, reading.marks(findings))
        yield {
            "number": work.of_place[place],
            "listed": work.listed[work.of_place[place] - 1],
            "language": article.language.main if _TAG.fullmatch(article.language.main or "") else "",
            "lines": lines,
            "marked": {one for line in lines for part in line.parts for one in part.marks},
            "cut": cut,
            "findings": findings,
            "left_out": work.left_out.get(place, 0),
        }


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_own), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    filters: dict[str, Callable[..., Any]] = {
        "letters": letters,
        "percent": story.percent,
        "number": number,
        "plain": story.plain,
        "leads": _leads,
        "step": lambda part, whole: round(10 * part / whole) if whole else 10,
    }
    made.filters.update(filters)
    return made


def _leads(value: object, key: str) -> str:
    """The address within the page that lists the articles of which something is true."""
    return "#list:" + urlencode({key: letters(str(value))}, errors="replace")


def _own(name: str) -> str:
    return files("validator.report.page").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _data(value: object) -> str:
    """JSON that ends no script element, opens no comment, breaks no line of old JavaScript and turns no direction."""
    shown = orjson.dumps(value).decode()
    return _ACTS.sub(lambda one: f"\\u{ord(one[0]):04x}", shown)
