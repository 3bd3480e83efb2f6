"""Lines that come back in the articles of a source, and whether the articles' own checks have told them."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.evidence import Evidence
from validator.model.finding import Finding
from validator.rules import outlets
from validator.rules.survey import CorpusRule

READS = ("key", "id", "source", "failed")  # what ``told`` reads
NEEDS = ("learnt",)
_BEARERS = """
WITH lines AS ({lines})
SELECT l.source, l.text, a.id, list_contains(a.failed, '{rule}') FROM lines l
JOIN places p ON p.source = l.source AND p.shape = l.shape JOIN articles a ON a.key = p.key
"""


def told(rule: CorpusRule, tables: Tables, lines: str, what: str) -> Iterator[Finding]:
    """A finding for each of the ``lines`` (SQL over ``learnt``: source, shape, text) that some article keeps untold."""
    found: dict[tuple[str, str], dict[str, bool]] = {}
    for source, text, key, known in tables.rows(_BEARERS.format(lines=lines, rule=rule.rule_name())):
        found.setdefault((source, text), {})[key] = known
    for (source, text), articles in found.items():
        if not all(articles.values()):
            yield rule.among(
                f"{outlets.called(source)}: {what} comes back in {len(articles)} articles",
                articles,
                source=source or None,
                subject=f"{source} | {text}",
                evidence=[Evidence("text", text)],
            )
