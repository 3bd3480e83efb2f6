"""Every chosen rule asked about an article; each answers pass, fail or skip, and a crash is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from validator.check.select import Chosen
from validator.model.article import Article
from validator.model.finding import Finding, Skip, Verdict
from validator.rules.base import CRASHED, ArticleRule, crashed
from validator.rules.told import told

_NONE: frozenset[str] = frozenset()
_TEXT = "text.empty"  # whose finding silences what is asked of texts


class Judge:
    """The chosen rules about single articles, ready for any number of articles."""

    def __init__(self, chosen: Sequence[Chosen]) -> None:
        rules = [(one, one.rule) for one in chosen if isinstance(one.rule, ArticleRule)]
        self.names = tuple(sorted(one.name for one, _ in rules if one.reported))
        """The rules whose outcomes are reported."""
        self._hidden = frozenset(one.name for one, _ in rules if not one.reported)
        self._asked = [_Asked(one, rule) for one, rule in rules]
        self._silenced = _by_silencer({one.name: one.silencers for one, _ in rules})
        of_rows = {one.name: one.silencers - {_TEXT} if rule.field else one.silencers for one, rule in rules}
        self._silenced_of_rows = _by_silencer(of_rows)

    @property
    def formal(self) -> bool:
        """Whether all that is asked of records without a text is asked of the form of ordinary values only."""
        silent = self._silenced_of_rows.get(_TEXT, _NONE)
        return all(one.rule.formal or one.chosen.name in silent for one in self._asked)

    def judge(self, article: Article) -> Verdict:
        """The verdict on one article."""
        return self.judge_all([article])[0]

    def judge_all(self, articles: Iterable[Article]) -> list[Verdict]:
        """The verdicts on some articles, each by itself.

        They are asked rule by rule, not one after the other: what a rule looks things up in is large, and stays in
        the processor's cache from one article to the next.
        """
        cases = [
            _Case(article, told(article), self._silenced_of_rows if _is_row(article) else self._silenced)
            for article in articles
        ]
        for one in self._asked:
            one.of(cases)
        return [self._verdict(case.findings, case.failed, case.skipped) for case in cases]

    def _verdict(self, findings: list[Finding], failed: list[str], skipped: list[str]) -> Verdict:
        """What is reported: nothing of the rules that were not chosen and merely silence others."""
        if self._hidden:
            findings = [
                one for one in findings if (one.subject if one.rule == CRASHED else one.rule) not in self._hidden
            ]
            failed = [name for name in failed if name not in self._hidden]
            skipped = [name for name in skipped if name not in self._hidden]
        return Verdict(tuple(sorted(findings, key=_place)), tuple(failed), tuple(skipped), self.names)


class _Case(Struct):
    """An article and what the rules asked so far say of it; after them the rules that are ``silent`` are not asked."""

    article: Article
    present: frozenset[str]
    silenced: Mapping[str, frozenset[str]]
    silent: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def take(self, chosen: Chosen, answers: list[Finding | Skip]) -> None:
        """What a rule answers."""
        found = _found(chosen, answers)
        if not found:
            self.skipped.append(chosen.name)
            return
        self.failed.append(chosen.name)
        self.findings += found
        self.silent |= self.silenced.get(chosen.name, _NONE)


class _Asked(Struct, frozen=True):
    """A rule, and why it is asked."""

    chosen: Chosen
    rule: ArticleRule

    def of(self, cases: list[_Case]) -> None:
        """Ask the rule of some articles."""
        name, triggers, check = self.chosen.name, self.rule.triggers, self.rule.check
        for case in cases:
            if name in case.silent:
                case.skipped.append(name)
            elif triggers and triggers.isdisjoint(case.present):
                if self.rule.unable(case.article):
                    case.skipped.append(name)
            else:
                try:
                    answers = [*check(case.article)]
                except Exception:  # noqa: BLE001 - whatever a rule does, the run goes on and says which rule it was
                    case.skipped.append(name)
                    case.findings += _until_crash(self.chosen, self.rule, case.article)
                    continue
                if answers:
                    case.take(self.chosen, answers)


def _by_silencer(silencers: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Rule -> the rules that are not asked after its finding."""
    return {
        silencer: frozenset(name for name, own in silencers.items() if silencer in own)
        for silencer in frozenset().union(*silencers.values())
    }


def _is_row(article: Article) -> bool:
    """Whether a record among others has no text: what its fields lack is missing, and no text could hold it."""
    return article.location.record is not None and not article.text[:80].strip() and not article.text.strip()


def _speaker(finding: Finding) -> str:
    """The rule that a finding comes from; of a crash the one that crashed."""
    return finding.subject if finding.rule == CRASHED else finding.rule


def _found(chosen: Chosen, answers: list[Finding | Skip]) -> list[Finding]:
    """The findings among a rule's answers, with the severity that the profile gives them."""
    if len(answers) == 1 and isinstance(answers[0], Skip):
        return []
    found = [one for one in answers if isinstance(one, Finding)]
    return found if chosen.severity is None else [replace(one, severity=chosen.severity) for one in found]


def _until_crash(chosen: Chosen, rule: ArticleRule, article: Article) -> list[Finding]:
    """What a rule that crashes finds before it does, and the crash."""
    answers: list[Finding | Skip] = []
    try:
        for answer in rule.check(article):
            answers.append(answer)  # noqa: PERF402 - what came before the crash is kept
    except Exception:  # noqa: BLE001
        return [*_found(chosen, answers), crashed(chosen.name, article.location, article.id)]
    return _found(chosen, answers)


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line if span else 0, span.column if span else 0, finding.rule, finding.subject)
