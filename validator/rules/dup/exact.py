"""DUP001: one body stands in a corpus more than once."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

_TEXT = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter.\n\n"
    "Repairs to the pier are to begin in November and will cost about two million, the harbour office said."
)
_OTHER = (
    "The council of Brackwater voted on Tuesday to keep the old ferry landing open for another year.\n\n"
    "Repairs to the pier are put off until the spring, when the harbour office expects a grant from the state."
)


class Exact(CorpusRule):
    """An article is in a corpus once.

    Copies count twice in every figure, and a model trained on them learns them by heart. Bodies are compared without
    the furniture of their sources, so that a copy on another page is found, and short texts are not compared at all.
    """

    code = "DUP001"
    severity = Severity.WARNING
    needs = ("bodies",)
    corpora = (
        Corpus(({"id": "a", "text": _TEXT}, {"id": "b", "text": _TEXT}), (frozenset({"a", "b"}),)),
        Corpus(({"id": "a", "text": _TEXT}, {"id": "b", "text": _OTHER})),
        Corpus(({"id": "a", "text": "Subscribe to read on."}, {"id": "b", "text": "Subscribe to read on."})),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        groups: dict[int, list[str]] = {}
        for body, key in tables.rows(
            "SELECT b.body, a.id FROM bodies b JOIN articles a ON a.key = b.key "
            "WHERE b.body IN (SELECT body FROM bodies GROUP BY body HAVING count(*) > 1)"
        ):
            groups.setdefault(body, []).append(key)
        for ids in groups.values():
            yield self.among(f"{len(ids)} articles have the same body", ids)
