"""Which articles are opened on the page, with which findings, and what of it the page decides about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from validator.corpus.largest import Largest
from validator.lexicons.fold import valid
from validator.model.finding import Finding
from validator.model.listing import Listed, Place
from validator.model.report import FIELDS, Report
from validator.report.page.reading import letters

TEXTS = 200  # articles that are shown with their text
_WORST = 100  # of them for their findings alone
_NAMES = 24  # findings about names within an article that are listed
_DAYS = 400  # findings about the days of a source that are marked
DAYS = {"corpus.date_gap": "missing", "corpus.date_spike": "crowded"}  # rule -> what is wrong with a day
_EACH = 80  # findings of one article


class Worklist(Struct):
    """What the page shows of findings: those of the opened articles, those about many, those about names and days.

    ``numbers`` gives the articles of an id their numbers in the list; ``opened`` the places that have a text.
    """

    listed: tuple[Listed, ...]
    opened: frozenset[Place]
    findings: Mapping[Place, Sequence[Finding]]
    left_out: Mapping[Place, int]
    among: Sequence[Finding]
    names: Sequence[Finding]
    days: Mapping[str, Sequence[Finding]]
    totals: Mapping[str, int]
    numbers: Mapping[str, Sequence[int]]
    of_place: Mapping[Place, int]
    counts: Counter[str] = field(default_factory=Counter)
    paths: tuple[str, ...] = ()  # that were given to be judged

    def articles(self, finding: Finding) -> list[int]:
        """The numbers of the listed articles that a finding about many names."""
        return sorted({number for one in finding.articles for number in self.numbers.get(one, ())})


def gather(report: Report) -> Worklist:
    """Choose the articles to open and collect what is found in them."""
    listed = report.listing.articles if report.listing else ()
    among, totals, days = _among(report.findings)
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(listed, 1):
        numbers[one.id].append(at)
    opened = frozenset(_opened(listed, {name for one in among for name in one.articles[:6]}))
    findings: dict[Place, list[Finding]] = defaultdict(list)
    left_out: Counter[Place] = Counter()
    names: list[Finding] = []
    counts: Counter[str] = Counter()
    for finding in report.findings:
        place = finding.location.path, finding.location.record
        if finding.rule.startswith("names.") and finding.location.path and len(names) < _NAMES:
            names.append(finding)
        if place in opened:
            counts[finding.fingerprint] += 1
            if len(findings[place]) < _EACH:
                findings[place].append(finding)
            else:
                left_out[place] += 1
    counts.update(finding.fingerprint for finding in among)
    of_place = {one.place: at for at, one in enumerate(listed, 1)}
    paths = report.paths
    return Worklist(listed, opened, findings, left_out, among, names, days, totals, numbers, of_place, counts, paths)


def _among(findings: Iterable[Finding]) -> tuple[list[Finding], Mapping[str, int], dict[str, list[Finding]]]:
    """The largest findings about many articles, how many there are of each rule, and those about a source's days."""
    largest = Largest()
    days: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        if not one.location.path:
            largest.add(one)
            if one.rule in DAYS and len(days[one.source or ""]) < _DAYS:
                days[one.source or ""].append(one)
    return largest.kept(), largest.totals, days


def _opened(listed: Sequence[Listed], named: set[str]) -> list[Place]:
    """The worst, one for each rule that fails, those that findings about many name, then the next worst."""
    chosen: dict[Place, None] = {one.place: None for one in listed[:_WORST]}
    failing: set[str] = set()
    for one in listed:
        if failing.issuperset(one.failed):
            continue
        failing.update(one.failed)
        chosen[one.place] = None
    chosen.update((one.place, None) for one in listed if one.id in named)
    chosen.update((one.place, None) for one in listed)
    return list(chosen)[:TEXTS]


def decisions(work: Worklist) -> dict[str, dict[str, Any]]:
    """Fingerprint -> what a baseline says of it."""
    found: dict[str, dict[str, Any]] = {}
    for one in _all(work):
        found[one.fingerprint] = {
            "rule": one.rule,
            "article": valid(one.article_id or one.source or "") or None,
            "count": max(1, work.counts[one.fingerprint]),
            "message": valid(one.message),
            "paths": [*map(valid, [one.location.path] if one.location.path else work.paths)],
        }
    return found


def _all(work: Worklist) -> Iterator[Finding]:
    yield from work.among
    for findings in work.findings.values():
        yield from findings


def rows(work: Worklist) -> list[dict[str, Any]]:
    """What the list is filtered by, row by row."""
    return [
        {
            "rule": one.failed,
            "source": letters(valid(one.source)),
            "lacks": [name for name in FIELDS if name not in one.fields],
            "day": one.published.isoformat() if one.published else "",
            "lang": letters(one.language),
            "size": str(one.words.bit_length() - 1) if one.words else "",
            "credit": one.credits,
            "licence": [letters(valid(licence)) for licence in one.licences],
            "grave": one.errors > 0,
            "words": letters(valid(f"{one.id} {one.title}"))[:300].lower(),
        }
        for one in work.listed
    ]
