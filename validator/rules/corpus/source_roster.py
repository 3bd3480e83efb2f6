"""COR005: a source is new, or gone, against the drop before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.survey import Corpus, CorpusRule


def _records(**articles: int) -> tuple[dict[str, Any], ...]:
    return tuple(
        {"id": f"{outlet}{at:02}", "text": "Council meets.", "outlet": outlet}
        for outlet, count in articles.items()
        for at in range(count)
    )


class SourceRoster(CorpusRule):
    """The sources of a drop are those of the drop before.

    A source that is gone was perhaps blocked or renamed, and one that is new was perhaps never agreed upon. Fisher's
    exact test against all articles of both drops, divided by the number of sources that are in one of them only,
    leaves out those so small that they come and go by chance.
    """

    code = "COR005"
    severity = Severity.INFO
    reads = outlets.IDS
    judged = "TRUE"
    corpora = (
        Corpus(_records(Bell=40, Horn=20), earlier=_records(Bell=30, Horn=25)),
        Corpus(_records(Bell=40, Horn=2), earlier=_records(Bell=30)),
        Corpus(_records(Bell=40, Horn=20)),
        Corpus(
            _records(Bell=40, Horn=20),
            (frozenset(f"Horn{at:02}" for at in range(20)), frozenset()),
            earlier=_records(Bell=40, Gong=20),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        now, before = _counted(tables, "articles"), _counted(tables, "earlier")
        if not now or not before:
            return
        all_now, all_before = sum(now.values()), sum(before.values())
        only = sorted(now.keys() ^ before.keys())
        ids = outlets.Ids(tables)
        for source in only:
            if source in now:
                likely = chance.as_few(now[source], all_now, 0, all_before)
                message = f"a new source: {source}, {now[source]} of {all_now} articles"
            else:
                likely = chance.as_few(before[source], all_before, 0, all_now)
                message = f"a source is gone: {source}, before {before[source]} of {all_before} articles"
            if source and likely * len(only) <= chance.LEVEL:
                kind = "appeared" if source in now else "vanished"
                yield self.among(message, ids.of(source, "TRUE"), source=source, subject=f"{source} | {kind}")


def _counted(tables: Tables, table: str) -> dict[str, int]:
    return dict(tables.rows(f"SELECT source, count(*) FROM {table} GROUP BY source"))
