"""Faults that the reader met: a rule of this kind passes on what a record says of its own reading."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Skip
from validator.rules.base import UNREADABLE, ArticleRule


class Reported(ArticleRule):
    """One finding for every problem that the reader noted under the rule's own name."""

    formal = True
    silenced_by = UNREADABLE

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for problem in article.problems:
            if problem.rule == self.rule_name():
                seen = Evidence("record", problem.quote, locator=problem.locator)
                evidence = [seen] if problem.quote or problem.locator else []
                yield self.finding(problem.message, article, evidence, subject=problem.quote or problem.message)
