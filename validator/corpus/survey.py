"""The corpus rules asked about a corpus: the tables they need are derived, each answers, a crash is a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from validator.corpus import bodies, events, kin, learnt, pairs, past
from validator.corpus.features import ARTICLES
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.model.place import Location
from validator.model.report import Counts
from validator.rules.base import ArticleRule, crashed
from validator.rules.survey import SHOWN_ARTICLES, CorpusRule


class _Step(Struct, frozen=True):
    """How a derived table is made, which others must stand before it, which columns of ``articles`` it reads."""

    make: Callable[[Tables], None]
    before: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


_STEPS = {
    "learnt": _Step(learnt.learn, reads=learnt.READS),
    "bodies": _Step(bodies.look_again, ("learnt",), bodies.READS),
    "pairs": _Step(pairs.pair, ("bodies",)),
    "kin": _Step(kin.sort_out, ("pairs",), kin.READS),
    "kin_before": _Step(past.look_back, ("pairs",), kin.READS),
    "events": _Step(events.gather, ("pairs",), events.READS),
}
_COUNTED = ("id", "failed", "skipped")  # of a rule that is asked of single articles as well
_EXCUSED = ("id", "path", "source", "collected")
Asked = tuple[CorpusRule, Severity | None]


def survey(tables: Tables, asked: Sequence[Asked]) -> tuple[list[Finding], Counts, frozenset[str]]:
    """Findings in the order of rules and subjects; per rule the articles that failed and that could not be judged.

    Last the derived tables that there are by now.
    """
    made: set[str] = set()
    for rule, _ in asked:
        for name in rule.needs:
            _make(name, tables, made)
    counts = Counts()
    found: list[Finding] = []
    for rule, severity in asked:
        answers = sorted(_answers(rule, severity, tables), key=lambda one: (one.source or "", one.subject))
        _count(rule, answers, tables, counts)
        found += [replace(one, articles=one.articles[:SHOWN_ARTICLES]) for one in answers]
    return found, counts, frozenset(made)


def columns(rules: Iterable[CorpusRule], *, excused: bool = False) -> tuple[str, ...]:
    """The columns of ``articles`` that rules and the tables derived for them read, in the order of the schema.

    ``excused`` is whether it is asked for beside them where an article comes from and when it was collected, as
    suppressions do; without a rule nothing is.
    """
    read: set[str] = set()
    for rule in rules:
        read.update(rule.reads)
        if isinstance(rule, ArticleRule):
            read.update(_COUNTED)
        for name in rule.needs:
            read.update(*(_STEPS[one].reads for one in _order(name)))
    if read and excused:
        read.update(_EXCUSED)
    return tuple(name for name in ARTICLES if name in read)


def _order(name: str) -> Iterator[str]:
    """A derived table behind those that must stand before it."""
    for one in _STEPS[name].before:
        yield from _order(one)
    yield name


def _make(name: str, tables: Tables, made: set[str]) -> None:
    for one in _order(name):
        if one not in made:
            made.add(one)
            _STEPS[one].make(tables)


def _answers(rule: CorpusRule, severity: Severity | None, tables: Tables) -> Iterator[Finding]:
    try:
        for finding in rule.survey(tables):
            yield finding if severity is None else replace(finding, severity=severity)
    except Exception:  # noqa: BLE001 - whatever a rule does, the run goes on and says which rule it was
        yield crashed(rule.rule_name(), Location(""), "")


def _count(rule: CorpusRule, found: list[Finding], tables: Tables, counts: Counts) -> None:
    """Of the articles that the rule could judge, those in its findings failed.

    A rule that is asked of single articles as well has been counted there: added are those that it let pass.
    """
    name = rule.rule_name()
    failed: Counter[str] = Counter()
    for finding in found:
        if finding.rule == name:
            failed |= Counter(finding.articles)  # an id that stands twice names two articles
    if isinstance(rule, ArticleRule):
        known = f"list_contains(failed, '{name}') OR list_contains(skipped, '{name}')"
        if failed:
            failed -= Counter(one for (one,) in tables.rows(f"SELECT id FROM articles WHERE {known}"))
        counts.failed[name] += failed.total()
    else:
        ((total, judged),) = tables.rows(f"SELECT count(*), count(CASE WHEN {rule.judged} THEN 1 END) FROM articles")
        counts.failed[name] += min(judged, failed.total())
        counts.skipped[name] += total - judged
    counts.severities.update((one.rule, one.severity) for one in found)
