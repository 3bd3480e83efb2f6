"""What a profile excuses: findings that somebody has looked at and let stand, each with the reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from functools import cache, partial

from msgspec import Struct

from validator.check.select import written
from validator.config.models import Profile
from validator.model.address import host
from validator.model.article import Article
from validator.model.finding import Finding
from validator.model.report import Counts, Excuse
from validator.rules.base import CRASHED

Origin = tuple[str, Sequence[str]]
"""Where an article comes from: its path, and the names of its source."""


class _Entry(Struct, frozen=True):
    excuse: Excuse
    rules: frozenset[str]

    def covers(self, finding: Finding, origins: Callable[[], Sequence[Origin]]) -> bool:
        """Whether every side that the entry names is the finding's, and each of its articles'; never a rule's crash."""
        said = self.excuse
        if finding.rule == CRASHED or (said.rules and finding.rule not in self.rules):
            return False
        if (said.sources or said.paths) and not all(self._holds(*one) for one in origins()):
            return False
        return not said.articles or _about(finding, said.articles)

    def _holds(self, path: str, sources: Sequence[str]) -> bool:
        """Whether what comes from there is excused."""
        said = self.excuse
        of_source = not said.sources or any(one in said.sources for one in sources)
        return of_source and (not said.paths or any(fnmatchcase(path, glob) for glob in said.paths))


class Suppressions:
    """The ``suppress`` entries of a profile; of several that cover a finding the first counts.

    "Now", which ends an entry, is the day on which the article was collected, never the clock's; where it is unknown
    no entry has expired.
    """

    def __init__(self, profile: Profile) -> None:
        self._entries = [
            _Entry(
                Excuse(one.rules, one.paths, one.sources, one.articles, one.reason, one.until),
                frozenset(written(profile, f"suppress.{at}.rule", one.rules)),
            )
            for at, one in enumerate(profile.suppress)
        ]

    def __bool__(self) -> bool:
        return bool(self._entries)

    @property
    def excuses(self) -> tuple[Excuse, ...]:
        """The entries in the order of the profile."""
        return tuple(one.excuse for one in self._entries)

    def idle(self, counts: Counts, asked: Iterable[str]) -> tuple[Excuse, ...]:
        """The entries that covered nothing, though a rule of theirs was asked: mended, or a slip of the pen."""
        rules = frozenset(asked)
        return tuple(
            one.excuse
            for at, one in enumerate(self._entries)
            if not counts.suppressed[at] and not counts.expired[at] and (not one.excuse.rules or one.rules & rules)
        )

    def of_article(self, findings: Sequence[Finding], article: Article, counts: Counts) -> Sequence[Finding]:
        """The findings of one article that stand; ``counts`` is told of the others."""
        if not self._entries or not findings:
            return findings
        origin = article.location.path, (article.source.value or "", host(article.url.value).removeprefix("www."))
        collected = article.collected.value
        return self.standing(findings, lambda _: [origin], collected.day if collected else None, counts)

    def standing(
        self,
        findings: Iterable[Finding],
        origins: Callable[[Finding], Sequence[Origin]],
        now: dt.date | None,
        counts: Counts,
    ) -> list[Finding]:
        """The findings that stand; ``counts`` is told of the others.

        ``origins`` tells where the articles of a finding come from, ``now`` is the last day on which one was collected.
        """
        standing = []
        for finding in findings:
            told = cache(partial(origins, finding))  # several entries may ask, and it may take a query
            covering = [at for at, one in enumerate(self._entries) if one.covers(finding, told)]
            valid = [at for at in covering if not self._expired(at, now)]
            if valid:
                counts.suppressed[valid[0]] += 1
            else:
                standing.append(finding)
                counts.expired.update(covering[:1])
        return standing

    def _expired(self, at: int, now: dt.date | None) -> bool:
        until = self._entries[at].excuse.until
        return until is not None and now is not None and now > until


def _about(finding: Finding, ids: Sequence[str]) -> bool:
    """Whether the finding is about no article but those: of a group each one must be excused."""
    if finding.articles_total:
        return finding.articles_total == len(finding.articles) and set(finding.articles) <= set(ids)
    return finding.article_id in ids
