"""The story of a corpus as Markdown: what the page tells, without the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from validator.model.about import About
from validator.model.counted import number
from validator.model.health import CorpusHealth, Earlier
from validator.model.report import FIELDS, Report
from validator.regex import regex
from validator.report.page.worklist import Worklist
from validator.report.safe import brief
from validator.report.story import continuous, faults, percent, sparkline, urgent, verdict

_FIRST, _SOURCES, _ROWS = 10, 50, 30
_EACH = 6  # findings about many articles of a rule
_CELL = 120
# Whatever could act in Markdown or HTML; the escape is shown as the sign itself.
_ACTS = regex(r"([\\`*_{}\[\]()<>#|~!&@$:])")


def parts(
    report: Report, rules: Mapping[str, About], work: Worklist, earlier: Earlier | None = None
) -> Iterator[bytes]:
    """Verdict and grades, what to do first, completeness, dates, sources, texts, repeats, faults, what is left open."""
    for line in _lines(report, rules, work, earlier):
        yield f"{line}\n".encode("utf-8", "replace")


def _lines(report: Report, rules: Mapping[str, About], work: Worklist, earlier: Earlier | None) -> Iterator[str]:
    health = report.health
    yield f"# {verdict(report)}\n"
    if health is not None:
        before = f" It was {earlier.grade or '–'} in {_cell(earlier.drop)}." if earlier else ""
        yield f"**Grade {health.grade or '–'}**: {health.explanation}.{before}\n"
        rows = [(one.family, one.grade or "–", one.explanation) for one in health.families]
        yield from _table(("family", "grade", "it stands on"), rows)
    found = faults(report, rules, earlier)
    yield "## What to do first\n"
    for one in urgent(found, _FIRST):
        yield f"1. **{one.law}** {number(one.failed, 'article')} ({percent(one.failed, one.judged)}): `{one.rule}`"
    yield "" if found else "Nothing: no rule found a fault.\n"
    if health is not None:
        yield from _overview(health)
    if work.among:
        yield "## Findings about many articles\n"
        for rule, findings in groupby(work.among, key=lambda one: one.rule):
            most = list(islice(findings, _EACH))
            yield from (f"- {one.severity} `{rule}`: {_cell(one.message, 300)}" for one in most)
            if work.totals[rule] > len(most):
                yield f"- and {work.totals[rule] - len(most):,} more of `{rule}`"
        yield ""
    yield "## Faults by rule\n"
    head = ("rule", "severity", "articles", "share", *([f"since {_cell(earlier.drop)}"] if earlier else ()))
    told = (
        (f"`{one.rule}`", one.severity.value, f"{one.failed:,}", percent(one.failed, one.judged), one.trend or "new")
        for one in found
    )
    yield from _table(head, [each[: len(head)] for each in told])
    yield from _unjudged(report)


def _overview(health: CorpusHealth) -> Iterator[str]:
    yield "## Completeness\n"
    sources = sorted(health.sources, key=lambda one: (-one.articles, one.name))[:_SOURCES]
    filled = [("all", health.articles, health.completeness)]
    filled += [(_cell(one.name or "no source"), one.articles, one.completeness) for one in sources]
    shares = ([percent(have[one].numerator, have[one].denominator) for one in FIELDS] for _, _, have in filled)
    rows = [(name, f"{count:,}", *each) for (name, count, _), each in zip(filled, shares, strict=True)]
    yield from _table(("source", "articles", *(one.replace("_", " ") for one in FIELDS)), rows)
    yield "## Dates, languages, lengths\n"
    for run in continuous(health.months):
        yield f"- {run[0]} to {run[-1]}: `{sparkline([health.months.get(one, 0) for one in run])}`"
    yield f"- {number(health.undated, 'article')} without a day"
    yield f"- languages: {', '.join(f'{_cell(one)} {count:,}' for one, count in health.languages.items())}"
    if health.lengths:
        one = health.lengths
        yield f"- words: median {one.median:,}, half {one.p25:,} to {one.p75:,}, all {one.least:,} to {one.most:,}"
    yield "\n## The worst\n"
    rows = [
        (_cell(one.article_id), _cell(one.source), str(one.errors), str(one.warnings), str(one.infos))
        for one in health.worst_articles
    ]
    yield from _table(("article", "source", "errors", "warnings", "infos"), rows)
    if health.furniture:
        yield "## Learnt boilerplate\n"
        rows = [(_cell(one.source), _cell(one.text), f"{one.articles.numerator:,}") for one in health.furniture]
        yield from _table(("source", "line", "articles"), rows)
    if health.together:
        yield "## Rules that fail together\n"
        rows = [(f"`{one.first}`", f"`{one.second}`", f"{one.both:,}") for one in health.together]
        yield from _table(("rule", "and rule", "both"), rows)


def _unjudged(report: Report) -> Iterator[str]:
    yield "## Not judged\n"
    yield f"{number(report.suppressed, 'finding')} excused by the profile, {number(report.known, 'finding')} known.\n"
    unjudged = report.health.unjudged if report.health else ()
    rows = [(f"`{one.rule}`", percent(one.skipped.numerator, one.skipped.denominator)) for one in unjudged]
    yield from _table(("rule", "skipped"), rows[:_ROWS])
    if len(rows) > _ROWS:
        yield f"and {number(len(rows) - _ROWS, 'more rule')}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield f"| {' | '.join(head)} |"
        yield "|---" * len(head) + "|"
        yield from (f"| {' | '.join(row)} |" for row in rows)
        yield ""


def _cell(text: str, most: int = _CELL) -> str:
    return _ACTS.sub(lambda one: f"&#{ord(one[0])};", brief(text, most))
