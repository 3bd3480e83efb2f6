"""DUP002: two articles tell the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.dup.groups import Before, connected
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
_GAUGE = (
    "The Tarn stood at 312 centimetres at the Brackwater gauge on Tuesday morning, 14 centimetres higher than on the "
    "day before. The water office expects the river to rise by another 9 centimetres until the evening. Ships with a "
    "draught of more than two metres wait at the lower lock until the level has fallen."
)
_NEXT_DAY = _GAUGE.replace("312", "305").replace("14 ", "7 ").replace("another 9", "another 3")


class Near(CorpusRule):
    """An article is in a corpus once, also when a sentence was added or a word changed.

    Reprints and later versions count twice in every figure, and a model trained on them learns them by heart. What is
    compared are the bodies without the furniture of their sources: word 5-grams, of which at least six in ten must be
    common, or eight in ten of the shorter text stand in the longer. A series that comes out in the same words with
    other numbers, as of gauges, draws and weather, is no copy; nor are texts that share little but what is said on
    eight days and more, as forecasts and programmes. Earlier drops that a store remembers are searched, too.
    """

    code = "DUP002"
    severity = Severity.WARNING
    reads = ("key", "id", "proper")
    needs = ("kin", "kin_before")
    corpora = (
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _OTHER})),
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _FIRST})),  # that is dup.exact
        Corpus(
            ({"id": "a", "date": "2025-03-11", "text": _GAUGE}, {"id": "b", "date": "2025-03-12", "text": _NEXT_DAY})
        ),
        Corpus(({"id": "a", "text": _OTHER},), earlier=({"id": "b", "text": _FIRST},)),
        Corpus(({"id": "a", "text": _FIRST},), earlier=({"id": "b", "text": _FIRST}, {"id": "c", "text": _LATER})),
        Corpus(
            ({"id": "b", "date": "2025-03-12", "text": _NEXT_DAY},),
            earlier=({"id": "a", "date": "2025-03-11", "text": _GAUGE},),
        ),
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _LATER}), (frozenset({"a", "b"}),)),
        Corpus(({"id": "a", "text": _LATER},), (frozenset({"a"}),), earlier=({"id": "a", "text": _FIRST},)),
        Corpus(
            (
                {"id": "a", "text": _FIRST},
                {"id": "b", "text": _FIRST},
                {"id": "c", "text": _LATER},
                {"id": "d", "text": _OTHER},
            ),
            (frozenset({"a", "b", "c"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        pairs = tables.rows("SELECT x, y, shared, together, fewer FROM kin")
        ids: dict[int, list[str]] = {}
        for body, key in tables.rows(
            "SELECT b.body, a.id FROM bodies b JOIN articles a ON a.key = b.key "
            "WHERE b.body IN (SELECT x FROM kin UNION SELECT y FROM kin)"
        ):
            ids.setdefault(body, []).append(key)
        least: dict[int, int] = {}
        for x, y, *hashes in pairs:
            for body in (x, y):
                least[body] = min(_percent(*hashes), least.get(body, 100))
        for bodies in connected((x, y) for x, y, *_ in pairs):
            members = [key for body in bodies for key in ids[body]]
            percent = min(least[body] for body in bodies)
            yield self.among(
                f"{len(members)} articles share at least {percent}% of their wording, pair by pair", members
            )
        yield from self._before(tables)

    def _before(self, tables: Tables) -> Iterator[Finding]:
        """What is like an article of an earlier drop, and like none of them to the letter."""
        ids: dict[int, set[str]] = {}
        found: dict[int, Before] = {}
        least: dict[int, int] = {}
        for body, key, number, drop, there, *hashes in tables.rows(
            "SELECT k.x, a.id, p.number, p.drop_name, p.id, k.shared, k.together, k.fewer FROM kin_before k "
            "JOIN bodies b ON b.body = k.x JOIN articles a ON a.key = b.key "
            "JOIN past_bodies q ON q.body = k.y JOIN past p ON p.key = q.key "
            "WHERE k.x NOT IN (SELECT body FROM past_bodies)"
        ):
            ids.setdefault(body, set()).add(key)
            found.setdefault(body, Before()).add(number, drop, there)
            least[body] = min(_percent(*hashes), least.get(body, 100))
        for body, told in found.items():
            message = f"at least {least[body]}% of the wording stood in an earlier drop: {told}"
            yield self.among(message, ids[body], subject=told.subject(ids[body]))


def _percent(shared: int, together: int, fewer: int) -> int:
    return 100 * shared // (together if 10 * shared >= 6 * together else fewer)
