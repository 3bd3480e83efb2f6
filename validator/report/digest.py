"""The story of a corpus on one screen: forty lines at most, each a list of texts with their styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.model.about import About
from validator.model.counted import number
from validator.model.finding import Outcome
from validator.model.health import Earlier
from validator.model.report import FIELDS, Report
from validator.report.safe import brief, width
from validator.report.story import continuous, faults, percent, sparkline, urgent, verdict

Segment = tuple[str, str]
LINES = 40
_FAULTS, _SOURCES, _ARTICLES = 8, 5, 5
_BAR, _WIDE = 16, 60


def lines(report: Report, rules: Mapping[str, About], earlier: Earlier | None = None) -> Iterator[list[Segment]]:
    """Verdict, what to do first, completeness, dates, languages, repeats, the worst, and what was not judged."""
    yield from _verdict(report, earlier)
    yield from _first(report, rules, earlier)
    yield from _completeness(report)
    yield from _health(report)
    yield from _unjudged(report)


def _verdict(report: Report, earlier: Earlier | None) -> Iterator[list[Segment]]:
    health = report.health
    if health is not None:
        before = f", was {earlier.grade or '–'} in {brief(earlier.drop, 24)}" if earlier else ""
        yield [(f"Grade {health.grade or '–'}  ", "head"), (health.explanation, ""), (before, "dim")]
        grades: dict[str, list[str]] = {}
        for one in health.families:
            grades.setdefault(one.grade or "–", []).append(one.family)
        told = (f"{grade} {' '.join(families)}" for grade, families in sorted(grades.items(), reverse=True))
        yield [(brief(" · ".join(told), 2 * _WIDE), "dim")]
        worst = next((one for one in health.families if one.grade == health.grade), None)
        if worst is not None and worst.grade not in (None, "A"):
            yield [(f"{worst.family}: {worst.explanation}", "dim")]
    yield [(verdict(report), "")]


def _first(report: Report, rules: Mapping[str, About], earlier: Earlier | None) -> Iterator[list[Segment]]:
    found = faults(report, rules, earlier)
    since = f", and by how many points in a hundred since {brief(earlier.drop, 24)}" if earlier else ""
    yield [("First", "head"), (since, "dim")] if found else [("No rule found a fault", "head")]
    for one in urgent(found, _FAULTS):
        yield [
            (f"  {one.severity:<8}", one.severity.value),
            (f"{one.failed:>8,} {percent(one.failed, one.judged):>5}  ", ""),
            *_bar(one.share),
            (f"{one.trend or 'new':>5}" if earlier else "", "dim"),
            (f"  {one.rule:<30} ", ""),
            (brief(one.law, _WIDE), "dim"),
        ]


def _completeness(report: Report) -> Iterator[list[Segment]]:
    if not report.articles:
        return
    yield [("Completeness", "head")]
    for first, second in zip(FIELDS[::2], FIELDS[1::2], strict=True):
        segments: list[Segment] = []
        for name in (first, second):
            share = report.filled[name] / report.articles
            segments += [(f"  {name:<14}{percent(report.filled[name], report.articles):>5} ", ""), *_bar(share)]
        yield segments


def _health(report: Report) -> Iterator[list[Segment]]:
    health = report.health
    if health is None:
        return
    runs = continuous(health.months)
    if runs:
        recent = max(runs, key=lambda run: sum(health.months.get(month, 0) for month in run))
        shown = recent[-_WIDE:]
        drawn = sparkline([health.months.get(month, 0) for month in shown])
        yield [
            ("Dates         ", "head"),
            (f"{shown[0]} ", ""),
            (drawn, "bar"),
            (f" {shown[-1]}", ""),
            (f"  {health.undated:,} undated", "dim"),
        ]
    languages = [f"{brief(one, 12)} {count:,}" for one, count in list(health.languages.items())[:10]]
    yield [("Languages     ", "head"), (", ".join(languages), "")]
    if health.lengths:
        one = health.lengths
        words = f"median {one.median:,}, half from {one.p25:,} to {one.p75:,}, all from {one.least:,} to {one.most:,}"
        yield [("Words         ", "head"), (words, "")]
    if health.duplicates:
        same, near = health.duplicates.exact_articles, health.duplicates.near_pairs
        told = f"{number(same, 'article') if same else 'no article'} with the body of another"
        yield [("Repeats       ", "head"), (told + (f", {number(near, 'pair')} nearly so" if near else ""), "")]
    named = {one.name: one for one in health.sources}
    if health.worst_sources:
        yield [("Worst sources", "head")]
        for name in health.worst_sources[:_SOURCES]:
            source = named[name]
            share = f"{percent(source.errors.numerator, source.articles):>5} with an error  "
            yield [
                (f"  {source.articles:>8,} {share}", ""),
                *_bar(source.errors.share),
                (f"  {_own(name or 'no source')}", ""),
            ]
    if health.worst_articles:
        yield [("Worst articles", "head"), ("  errors, warnings, infos", "dim")]
        for worst in health.worst_articles[:_ARTICLES]:
            counts = (("error", worst.errors), ("warning", worst.warnings), ("info", worst.infos))
            yield [*((f"{count:>5}", style) for style, count in counts), (f"  {_own(worst.article_id)}", "")]


def _unjudged(report: Report) -> Iterator[list[Segment]]:
    mostly = sum(2 * counts[Outcome.SKIP] > report.articles for counts in report.outcomes.values())
    told = [f"{number(mostly, 'rule')} skipped most articles"]
    told += [f"{count:,} {word}" for count, word in ((report.suppressed, "excused"), (report.known, "known")) if count]
    yield [("Not judged    ", "head"), (", ".join(told), "")]


def fitted(segments: list[Segment], columns: int) -> list[Segment]:
    """A line cut to a number of columns."""
    if sum(width(text) for text, _ in segments) <= columns:
        return segments
    left, kept = columns - 1, []
    for text, style in segments:
        if width(text) > left:
            kept.append((_start(text, left) + "…", style))
            break
        kept.append((text, style))
        left -= width(text)
    return kept


def _start(text: str, columns: int) -> str:
    """As much of a text as fits into columns."""
    end = min(len(text), max(0, columns))
    while end and width(text[:end]) > columns:
        end -= 1
    return text[:end]


def _bar(share: float) -> list[Segment]:
    full = min(_BAR, max(round(share * _BAR), 1 if share else 0))
    return [("█" * full, "bar"), ("·" * (_BAR - full), "dim")]


def _own(text: str) -> str:
    shown = brief(text, _WIDE)
    return shown if width(shown) <= 2 * _WIDE else brief(text, _WIDE // 2)
