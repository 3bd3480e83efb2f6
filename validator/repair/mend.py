"""A record is repaired until nothing changes any more; what would raise a new finding is taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from validator.check.judge import Judge
from validator.model.article import Article
from validator.model.finding import Finding
from validator.model.place import LineIndex, Location, Span
from validator.model.record import Record
from validator.repair.base import Repair
from validator.repair.draft import Draft, Edit, Path

ROUNDS = 3
_STEPS = 60  # repairs of one record in one round


class Change(Struct, frozen=True):
    """One edit as it was made: what stood where, and what stands there now.

    ``span`` is a place in the article's text as it was before this rule's repair; None for a declared value.
    """

    rule: str
    location: Location
    field: str
    before: Any
    after: Any
    span: Span | None = None


class Mended(Struct, frozen=True):
    """A record after its repair: the changes that were made, and per rule the findings fixed and left alone."""

    draft: Draft
    changes: tuple[Change, ...] = ()
    fixed: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)


class Mender:
    """Repairs for the rules of ``fixing``; ``everything`` are all rules of the profile, which hold them in check.

    ``standing`` leaves out the findings that the profile excuses: nobody wants them repaired.
    """

    def __init__(
        self,
        fixing: Judge,
        everything: Judge,
        articled: Callable[[Record], Article],
        repairs: Mapping[str, Repair],
        standing: Callable[[Sequence[Finding], Article], Sequence[Finding]] = lambda found, _: found,
    ) -> None:
        self._fixing, self._everything, self._articled, self._standing = fixing, everything, articled, standing
        self._repairs = {name: repair for name, repair in repairs.items() if name in fixing.names}
        self._last: tuple[Draft, Article, list[Finding]] | None = None

    def mend(self, draft: Draft) -> Mended:
        """The record repaired; as it was where its repairs do not come to an end."""
        at_first = self._counted(draft)
        if not at_first:
            return Mended(draft)
        current = draft
        changes: list[Change] = []
        for _ in range(ROUNDS + 1):
            after, made = self._round(current)
            if not made:
                left = self._counted(current)
                return Mended(current, tuple(changes), at_first - left, left)
            current = after
            changes += made
        return Mended(draft, left=at_first)

    def _round(self, draft: Draft) -> tuple[Draft, list[Change]]:
        """All repairs together; where they would raise a new finding, those that raise none one by one."""
        best = self._repaired(draft, self._repairs)
        if not best[1]:
            return best
        before = self._all(draft)
        if not self._worse(best[0], before):
            return best
        changed = {one.rule for one in best[1]}
        best = (draft, [])
        kept: list[str] = []
        for rule in [name for name in self._repairs if name in changed]:
            trial = self._repaired(draft, [*kept, rule])
            if len(trial[1]) > len(best[1]) and not self._worse(trial[0], before):
                best = trial
                kept.append(rule)
        return best

    def _repaired(self, draft: Draft, rules: Iterable[str]) -> tuple[Draft, list[Change]]:
        """The record after the repairs of some rules, one after the other, until none has anything to do."""
        changes: list[Change] = []
        for _ in range(_STEPS):
            step = self._step(draft, rules)
            if step is None:
                break
            draft = step[0]
            changes += step[1]
        return draft, changes

    def _step(self, draft: Draft, rules: Iterable[str]) -> tuple[Draft, list[Change]] | None:
        """The record after the first repair that has something to do, or None."""
        article, findings = self._seen(draft)
        for name in rules:
            edits = [
                edit
                for finding in findings
                if finding.rule == name
                for edit in self._repairs[name].edits(draft, article, finding)
                if draft.can(edit) and _changes(draft, edit)
            ]
            if edits:
                edits = _apart(edits)
                return draft.with_edits(edits), [_change(name, draft, article, edit) for edit in edits]
        return None

    def _seen(self, draft: Draft) -> tuple[Article, list[Finding]]:
        """A draft as an article, with the findings that can be repaired; the last one is remembered."""
        if self._last is None or self._last[0] is not draft:
            article = self._articled(draft.record())
            found = self._standing(self._fixing.judge(article).findings, article)
            found = [one for one in found if one.rule in self._repairs]
            self._last = draft, article, found
        return self._last[1], self._last[2]

    def _counted(self, draft: Draft) -> Counter[str]:
        return Counter(one.rule for one in self._seen(draft)[1])

    def _all(self, draft: Draft) -> Counter[str]:
        """Rule -> findings, of all rules."""
        return Counter(one.rule for one in self._everything.judge(self._seen(draft)[0]).findings)

    def _worse(self, draft: Draft, before: Counter[str]) -> bool:
        """Whether a rule finds more faults than before."""
        return any(count > before[rule] for rule, count in self._all(draft).items())


def _changes(draft: Draft, edit: Edit) -> bool:
    value = draft.value(edit.path)
    before = value if edit.start is None else value[edit.start : edit.end]
    return type(before) is not type(edit.after) or bool(before != edit.after)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits in order of place, those left out that reach into the one before."""
    kept: list[Edit] = []
    ends: dict[Path, int] = {}
    for edit in sorted(edits, key=lambda one: (str(one.path), -1 if one.start is None else one.start, one.end)):
        if edit.path in ends and (edit.start is None or edit.start < ends[edit.path]):
            continue
        ends[edit.path] = 1 << 62 if edit.start is None else edit.end
        kept.append(edit)
    return kept


def _change(rule: str, draft: Draft, article: Article, edit: Edit) -> Change:
    value = draft.value(edit.path)
    where = "$." + "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in edit.path).removeprefix(".")
    if edit.start is None:
        return Change(rule, draft.location, where, value, edit.after)
    in_text = edit.path == draft.text
    index = article.index if in_text else LineIndex(value)
    span = index.span(edit.start, edit.end) if in_text else None
    return Change(rule, draft.location, where, value[edit.start : edit.end], edit.after, span)
