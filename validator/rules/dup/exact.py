"""DUP001: one body stands in a corpus more than once."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.dup.groups import Before
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
    What a store remembers of earlier drops is searched, too: articles that are delivered again under the ids that they
    had are told at once, for each source and the first drop that had them.
    """

    code = "DUP001"
    severity = Severity.WARNING
    reads = ("key", "id", "source", "proper")
    needs = ("bodies", "kin_before")
    corpora = (
        Corpus(({"id": "a", "text": _TEXT}, {"id": "b", "text": _TEXT}), (frozenset({"a", "b"}),)),
        Corpus(
            ({"id": "a", "text": f'"{_TEXT}"'}, {"id": "b", "text": f"\u201c{_TEXT}\u201d"}), (frozenset({"a", "b"}),)
        ),
        Corpus(({"id": "a", "text": _TEXT}, {"id": "b", "text": _OTHER})),
        Corpus(({"id": "b", "text": _OTHER},), earlier=({"id": "a", "text": _TEXT},)),
        Corpus(({"id": "b", "text": _TEXT},), (frozenset({"b"}),), earlier=({"id": "a", "text": _TEXT},)),
        Corpus(
            ({"id": "a", "text": _TEXT}, {"id": "b", "text": _OTHER}),
            (frozenset({"a", "b"}),),
            earlier=({"id": "a", "text": _TEXT}, {"id": "b", "text": _OTHER}),
        ),
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
        yield from self._before(tables)

    def _before(self, tables: Tables) -> Iterator[Finding]:
        again: dict[tuple[str, str], tuple[int, str]] = {}
        others: dict[int, tuple[set[tuple[str, str]], Before]] = {}
        for body, key, source, number, drop, there in tables.rows(
            "SELECT b.body, a.id, a.source, p.number, p.drop_name, p.id FROM bodies b JOIN articles a ON a.key = b.key "
            "JOIN past_bodies q ON q.body = b.body JOIN past p ON p.key = q.key"
        ):
            if key == there:
                again[source, key] = min((number, drop), again.get((source, key), (number, drop)))
            new, old = others.setdefault(body, (set(), Before()))
            new.add((source, key))
            old.add(number, drop, there)
        for new, old in others.values():
            # Whatever else bears this body was told when the article came for the first time.
            if ids := {key for source, key in new if (source, key) not in again}:
                yield self.among(f"the same body stood in an earlier drop: {old}", ids, subject=old.subject(ids))
        groups: dict[tuple[str, str], list[str]] = {}
        for (source, key), (_, drop) in again.items():
            groups.setdefault((source, drop), []).append(key)
        for (source, drop), told in groups.items():
            message = (
                f"{len(told)} articles were delivered before, in the drop {drop}, with the same ids and bodies"
                if len(told) > 1
                else f"1 article was delivered before, in the drop {drop}, with the same id and body"
            )
            yield self.among(message, told, source=source or None, subject=f"again: {source} {drop}")
