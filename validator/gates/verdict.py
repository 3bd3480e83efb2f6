"""Gates judged: counted by one query, held against their limits by Great Expectations, told with ids of articles."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from validator.check import registry
from validator.config.gates import Gate
from validator.config.load import did_you_mean
from validator.config.models import Profile
from validator.errors import ConfigError, MissingExtraError
from validator.gates import gx
from validator.gates.measures import SHOWN_ARTICLES, Column, Measure, at_fault, column, measure, shares
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.model.gate import GateResult, GateState
from validator.model.place import Location
from validator.model.report import Counts
from validator.rules.survey import CorpusRule

FAILED, NOT_EVALUATED = "gate.failed", "gate.not_evaluated"
CODES = {FAILED: "GAT001", NOT_EVALUATED: "GAT002"}
NO_ARTICLE = "there is no article"
FEW = 3  # sources that are named where many could not be judged


class Run(Struct, frozen=True):
    """What the run before has found: the rules that it asked, its counts, its findings about many articles."""

    rules: tuple[str, ...]
    counts: Counts
    among: Sequence[Finding]


class _Held(Struct):
    """A gate on its way: what was measured, or why nothing was; the ids of articles at fault."""

    gate: Gate
    rule: str | None
    reason: str = ""
    column: Column | None = None
    measures: Sequence[Measure] = ()
    ids: Mapping[str | None, tuple[str, ...]] = ()  # type: ignore[assignment] # filled where it fails

    def fails(self, one: Measure) -> bool:
        value = one.value(self.gate)
        least, most = self.gate.limits
        return value is not None and ((least is not None and value < least) or (most is not None and value > most))


def insist(profile: Profile) -> None:
    """Raise ConfigError for a rule that no gate can name, MissingExtraError where gates cannot be judged."""
    for gate in profile.gates:
        if gate.rule is not None and gate.rule not in registry.by_name():
            hint = did_you_mean(gate.rule, registry.by_name())
            raise ConfigError(f"{profile.name}: gates: unknown rule '{gate.rule}'{hint}")
    if profile.gates and not all(map(find_spec, ("great_expectations", "pandas", "duckdb", "pyarrow"))):
        raise MissingExtraError("gates", "gates")


def judge(profile: Profile, tables: Tables, run: Run, data_docs: str | None = None) -> tuple[GateResult, ...]:
    """Every gate of the profile, those by source once a source, in the order of the profile and of names.

    ``data_docs`` is the folder of a site that this validation is added to.
    """
    held = [_held(gate, run) for gate in profile.gates]
    _measure(held, tables, run)
    asked = [one for one in held if any(two.value(one.gate) is not None for two in one.measures)]
    columns = [
        gx.Column(one.gate, {_scope(two): two.value(one.gate) for two in one.measures}, _on_page(one)) for one in asked
    ]
    aside = [gx.Column(one.gate, {}, _on_page(one)) for one in held if one not in asked]
    answers = gx.validate(profile.name, columns, aside, data_docs)
    nothing = gx.Answer(error="it was not asked")
    return tuple(
        result for one in held for result in (_results(one, answers.get(one.gate.title, nothing)) or [_none(one)])
    )


def export(profile: Profile) -> dict[str, Any]:
    """The compiled suite with the query that makes its frame of the features table, for reuse elsewhere.

    Rules about many articles have no such query: gates on them are named under ``left_out``.
    """
    insist(profile)
    names = {gate.title: registry.by_name()[gate.rule].rule_name() if gate.rule else None for gate in profile.gates}
    left_out = [title for title, rule in names.items() if rule and issubclass(registry.by_name()[rule], CorpusRule)]
    gates = [gate for gate in profile.gates if gate.title not in left_out]
    sql = shares([(gate, column(gate, names[gate.title])) for gate in gates])
    return gx.suite(profile.name, gates, {"index": gx.SCOPE, "sql": sql, "left_out": left_out})


def _held(gate: Gate, run: Run) -> _Held:
    if gate.rule is None:
        return _Held(gate, None)
    rule = registry.by_name()[gate.rule]
    name = rule.rule_name()
    if name not in run.rules:
        return _Held(gate, name, f"{name} was not asked")
    if issubclass(rule, CorpusRule) and gate.by_source:
        return _Held(gate, name, f"{name} is about all articles together")
    return _Held(gate, name)


def _measure(held: list[_Held], tables: Tables, run: Run) -> None:
    """What can be counted row by row by two queries, the rules about many articles by their findings."""
    rows = []
    for one in held:
        if one.rule is not None and not one.reason and issubclass(registry.by_name()[one.rule], CorpusRule):
            _among(one, run)
        elif not one.reason:
            one.column = column(one.gate, one.rule)
            rows.append(one)
    by_source = any(one.gate.by_source for one in rows)
    found = measure(tables, [one.column for one in rows if one.column], by_source=by_source) if rows else []
    for one, measures in zip(rows, found, strict=True):
        one.measures = _of_scope(one.gate, measures)
    failing = [one for one in rows if any(map(one.fails, one.measures))]
    lists = at_fault(
        tables, [one.column for one in failing if one.column], by_source=any(one.gate.by_source for one in failing)
    )
    for one, ids in zip(failing, lists, strict=True):
        one.ids = ids


def _among(one: _Held, run: Run) -> None:
    assert one.rule is not None
    total = run.counts.articles
    judged = total - run.counts.skipped[one.rule]
    one.measures = [Measure(None, total, judged, judged - run.counts.failed[one.rule])]
    ids = {name for finding in run.among if finding.rule == one.rule for name in finding.articles}
    one.ids = {None: tuple(sorted(ids)[:SHOWN_ARTICLES])}


def _of_scope(gate: Gate, measures: Sequence[Measure]) -> list[Measure]:
    if not gate.by_source:
        return [one for one in measures if one.source is None]
    there = {one.source: one for one in measures if one.source is not None}
    if not gate.sources:
        return list(there.values())
    return [there.get(name, Measure(name, 0, 0, 0)) for name in gate.sources]


def _scope(one: Measure) -> str:
    """A row's name in Great Expectations' frame."""
    return "all articles" if one.source is None else f"source: {one.source}" if one.source else "no source"


def _on_page(one: _Held) -> str:
    """What a page says of a gate: what it wants, and where and in which articles it does not hold."""
    told = [_wanted(one.gate)]
    for two in one.measures:
        if one.fails(two):
            ids = ", ".join(dict(one.ids).get(two.source, ()))
            told.append(f"{_scope(two)}: {_seen(one, two)}{f': {ids}' if ids else ''}")
    unjudged = [two for two in one.measures if two.value(one.gate) is None]
    told += [f"{_scope(two)}: not evaluated: {_too_few(one.gate, two)}" for two in unjudged[:FEW]]
    if len(unjudged) > FEW:
        told.append(f"and {len(unjudged) - FEW:,} more not evaluated")
    if not one.measures:
        told.append(f"not evaluated: {one.reason or NO_ARTICLE}")
    return "; ".join(told)


def _results(one: _Held, answer: gx.Answer) -> list[GateResult]:
    return [_result(one, two, answer) for two in one.measures]


def _result(one: _Held, two: Measure, answer: gx.Answer) -> GateResult:
    value = two.value(one.gate)
    base = replace(_none(one), source=two.source, observed=value, passed=two.passed, judged=two.judged)
    if value is None:
        return replace(base, message=_too_few(one.gate, two))
    if answer.error:
        return replace(base, message=answer.error)
    if _scope(two) not in answer.failing:
        return replace(base, state=GateState.PASS, severity=Severity(one.gate.severity), message=_told(one, two))
    return replace(
        base,
        state=GateState.FAIL,
        severity=Severity(one.gate.severity),
        message=_told(one, two),
        articles=dict(one.ids).get(two.source, ()),
        articles_total=two.judged - two.passed,
    )


def _none(one: _Held) -> GateResult:
    """What is said of a gate that could not be judged."""
    severity = Severity(one.gate.not_evaluated or one.gate.severity)
    reason = one.reason or NO_ARTICLE
    subject = one.rule or one.gate.subject
    return GateResult(one.gate.title, subject, severity, GateState.NOT_EVALUATED, reason)


def _too_few(gate: Gate, two: Measure) -> str:
    if not two.of:
        return NO_ARTICLE if two.source is None else "no article of this source"
    return f"{two.judged:,} of at least {gate.minimum:,} articles could be judged"


def _told(one: _Held, two: Measure) -> str:
    return f"{_seen(one, two)}, {_wanted(one.gate)}"


def _seen(one: _Held, two: Measure) -> str:
    if two.number is not None:
        return f"{two.number:,} {one.gate.subject}"
    share = f" ({_percent(two.passed / two.judged)})" if one.gate.is_share and two.judged else ""
    return f"{two.passed:,} of {two.judged:,} articles in order{share}"


def _wanted(gate: Gate) -> str:
    least, most = gate.limits
    if gate.is_share:
        return f"at least {_percent(least or 0)} wanted"
    fault = "" if gate.count else " at fault"
    wanted = [f"{word} {limit:,.0f}" for word, limit in (("at least", least), ("at most", most)) if limit is not None]
    return f"{' and '.join(wanted)}{fault} wanted"


def _percent(share: float) -> str:
    """Hundredths of a per cent, rounded down: what is not all is never called 100 %."""
    return f"{math.floor(share * 10_000 + 1e-6) / 100:g} %"


def found(results: Sequence[GateResult]) -> list[Finding]:
    """The gates that do not hold as findings about the corpus, so that every format tells them.

    The sources that a gate could not judge, which may be hundreds, are one finding.
    """
    unjudged: dict[str, list[GateResult]] = {}
    for one in results:
        if one.state is GateState.NOT_EVALUATED:
            unjudged.setdefault(one.gate, []).append(one)
    told = []
    for one in results:
        if one.state is GateState.FAIL:
            told.append(_finding(one))
        elif not one.held and one is (of := unjudged[one.gate])[0]:
            told.append(_finding(one if len(of) == 1 else _together(of)))
    return told


def _together(unjudged: Sequence[GateResult]) -> GateResult:
    """The first few of a gate's sources that could not be judged, and how many there are."""
    few = "; ".join(f"{one.source or 'no source'}: {one.message}" for one in unjudged[:FEW])
    more = f"; and {len(unjudged) - FEW:,} more" if len(unjudged) > FEW else ""
    return replace(unjudged[0], source=None, message=f"{len(unjudged):,} sources: {few}{more}")


def _finding(one: GateResult) -> Finding:
    rule, said = (NOT_EVALUATED, "not evaluated: ") if one.state is GateState.NOT_EVALUATED else (FAILED, "")
    title = one.gate if one.source is None else f"{one.gate}, {one.source or 'no source'}"
    return Finding(
        rule,
        CODES[rule],
        one.severity,
        f"gate {title}: {said}{one.message}",
        Location(""),
        "",
        subject=one.gate,
        articles=one.articles,
        articles_total=one.articles_total,
        source=one.source,
    )
