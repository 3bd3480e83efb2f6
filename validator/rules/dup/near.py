"""DUP002: two articles tell the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.dup.groups import connected
from validator.rules.survey import Corpus, CorpusRule

_FIRST = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter. Repairs to the pier are "
    "to begin in November and will cost about two million, the harbour office said. Commuters will be taken across the "
    "river by bus until the spring, and the three ferrymen keep their posts."
)
_LATER = f"{_FIRST} The mayor called the decision regrettable."
_OTHER = (
    "The council of Brackwater voted on Tuesday to keep the old ferry landing open for another year. A repair of the "
    "pier is put off until the harbour office has heard from the state whether there will be a grant, and that is not "
    "expected before May, said its head. Until then the boats run every half hour, as they have done since the war."
)


class Near(CorpusRule):
    """An article is in a corpus once, also when a sentence was added or a word changed.

    Reprints and later versions count twice in every figure, and a model trained on them learns them by heart. What is
    compared are the bodies without the furniture of their sources: word 5-grams, of which at least six in ten must be
    common, or eight in ten of the shorter text stand in the longer.
    """

    code = "DUP002"
    severity = Severity.WARNING
    needs = ("pairs",)
    corpora = (
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _OTHER})),
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _FIRST})),  # that is dup.exact
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _LATER}), (frozenset({"a", "b"}),)),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        pairs = tables.rows(
            "SELECT x.id, y.id, p.jaccard FROM pairs p JOIN articles x ON p.a = x.key JOIN articles y ON p.b = y.key"
        )
        least: dict[str, float] = {}
        for one, other, jaccard in pairs:
            for key in (one, other):
                least[key] = min(jaccard, least.get(key, 1.0))
        for ids in connected((one, other) for one, other, _ in pairs):
            share = min(least[key] for key in ids)
            yield self.among(f"{len(ids)} articles share at least {share:.0%} of their wording, pair by pair", ids)
