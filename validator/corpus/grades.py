"""Grades of a corpus: one for each family of rules, and the worst of them for the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from validator.model.finding import Severity
from validator.model.health import FamilyGrade, Grade, Ratio
from validator.model.report import Counts

# The largest share of the judged articles with an error, and with a warning or an error, that a grade allows.
ALLOWED: tuple[tuple[Grade, float, float], ...] = (
    ("A", 0.01, 0.05),
    ("B", 0.05, 0.15),
    ("C", 0.15, 0.35),
    ("D", 0.30, 1.00),
)
_ORDER = "ABCDF"


def graded(
    failing: Iterable[tuple[tuple[str, ...], int]], articles: int, rules: Collection[str], counts: Counts
) -> list[FamilyGrade]:
    """A grade per family of the rules asked; ``failing`` says how many articles fail which rules.

    A rule weighs as much as its gravest finding. An article counts as judged by a family whose ablest rule judged it.
    """
    gravest = dict(sorted(counts.severities + counts.accepted, key=lambda one: one[1].weight))
    weights = {rule: severity for rule, severity in gravest.items() if severity is not Severity.INFO}
    errors: Counter[str] = Counter()
    warned: Counter[str] = Counter()
    for failed, count in failing:
        told = [rule for rule in failed if rule in weights]
        warned.update(dict.fromkeys({_family(rule) for rule in told}, count))
        errors.update(dict.fromkeys({_family(rule) for rule in told if weights[rule] is Severity.ERROR}, count))
    found = []
    for family in sorted({_family(rule) for rule in rules}):
        own = [rule for rule in sorted(rules) if _family(rule) == family]
        heavy = {rule: counts.failed[rule] for rule in own if rule in weights and counts.failed[rule]}
        grave = max((count for rule, count in heavy.items() if weights[rule] is Severity.ERROR), default=0)
        any_grave = max(heavy.values(), default=0)
        # A rule about many articles fails articles that do not know of it themselves.
        error, warning = max(errors[family], grave), max(warned[family], any_grave)
        judged = max(articles - min(counts.skipped[rule] for rule in own), warning)
        found.append(_graded(family, error, warning, judged, heavy))
    return found


def overall(families: Sequence[FamilyGrade]) -> tuple[Grade | None, str]:
    """The worst grade of a family, and which family that is."""
    known = [one for one in families if one.grade is not None]
    if not known:
        return None, "not graded: no rule could judge anything"
    worst = max(_ORDER.index(one.grade or "A") for one in known)
    grade: Grade = next(one.grade for one in known if one.grade and _ORDER.index(one.grade) == worst)
    if grade == "A":
        return grade, f"all {len(known)} families of rules that could judge are graded A"
    names = [one.family for one in known if one.grade == grade]
    return grade, f"the worst of {len(known)} families: {', '.join(names)}"


def _graded(family: str, errors: int, warnings: int, judged: int, heavy: dict[str, int]) -> FamilyGrade:
    error, warning = Ratio(numerator=errors, denominator=judged), Ratio(numerator=warnings, denominator=judged)
    if not judged:
        return FamilyGrade(family=family, grade=None, errors=error, warnings=warning, explanation="nothing to judge")
    grade: Grade = next(
        (name for name, most, more in ALLOWED if errors <= most * judged and warnings <= more * judged), "F"
    )
    says = f"{errors:,} of {judged:,} articles ({errors / judged:.1%}) with an error"
    says += f", {warnings:,} ({warnings / judged:.1%}) with a warning or an error"
    if heavy:
        rule = min(heavy, key=lambda one: (-heavy[one], one))
        says += f"; most by {rule} ({heavy[rule]:,})"
    return FamilyGrade(family=family, grade=grade, errors=error, warnings=warning, explanation=says)


def _family(rule: str) -> str:
    return rule.partition(".")[0]
