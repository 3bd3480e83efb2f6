"""DUP006: several outlets tell one event, each in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.dup.groups import knit
from validator.rules.survey import Corpus, CorpusRule

_SOON = 3  # days between two reports of one event
_POST = (
    "A freight train left the rails near Millbrook on Tuesday and took 14 cars with it, said Anna Kestrel of the Tarn "
    "Valley railway. Some 320 people of the quarter Oldgate had to leave their houses, and the mayor, Jonas Whitlow, "
    "spoke of great luck."
)
_HERALD = (
    "Great luck in bad luck: when 14 waggons of a goods train derailed close to Millbrook, nobody was hurt. Police "
    "took 320 neighbours from Oldgate to a school. Railway spokeswoman Anna Kestrel did not want to guess at the "
    "cause, and Mayor Jonas Whitlow thanked all helpers of the Tarn Valley."
)
_COURIER = (
    "Près de Millbrook, 14 wagons d'un train de marchandises ont déraillé mardi. La police a évacué 320 habitants du "
    "quartier d'Oldgate. La porte-parole du chemin de fer, Anna Kestrel, ne veut pas spéculer sur la cause, et le "
    "maire Jonas Whitlow a remercié les secours."
)
_YEAR_AFTER = (
    "A year after the accident near Millbrook the mayor, Jonas Whitlow, has opened a new crossing in Oldgate. It cost "
    "2.4 million, and Anna Kestrel of the Tarn Valley railway promised that trains would pass at 40 kilometres an hour."
)
_BUDGET = (
    "The mayor of Millbrook, Jonas Whitlow, has put a budget of 48 million before the council. For Oldgate he wants 17 "
    "new places in the nursery. Anna Kestrel, who speaks for the Tarn Valley railway, welcomed the plan for a new stop."
)


def _record(outlet: str, day: str, text: str) -> dict[str, str]:
    return {"id": outlet[0].lower(), "outlet": f"Millbrook {outlet}", "date": day, "text": text}


class SameEvent(CorpusRule):
    """What several outlets tell in words of their own is one event.

    Who counts events must not count articles, and who checks facts wants to see the reports side by side. Articles are
    put together by rare names, numbers and days that they share, whatever their language; a further event of a running
    story is another one, and so is an anniversary.
    """

    code = "DUP006"
    severity = Severity.INFO
    reads = ("key", "id", "source", "proper")
    needs = ("events",)
    corpora = (
        Corpus((_record("Post", "2025-03-11", _POST), _record("Herald", "2026-03-11", _YEAR_AFTER))),
        Corpus((_record("Post", "2025-03-11", _POST), _record("Herald", "2025-03-12", _BUDGET))),
        Corpus((_record("Post", "2025-03-11", _POST), {**_record("Post", "2025-03-11", _HERALD), "id": "q"})),
        Corpus(
            (
                _record("Post", "2025-03-11", _POST),
                _record("Herald", "2025-03-12", _HERALD),
                _record("Courier", "2025-03-12", _COURIER),
                _record("Echo", "2025-03-12", _BUDGET),
            ),
            (frozenset({"p", "h", "c"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        shared: dict[frozenset[str], tuple[int, int]] = {}
        sources: dict[str, set[str]] = {}
        for one, other, names, figures, left, right in tables.rows(
            "SELECT x.id, y.id, e.names, e.figures, x.source, y.source FROM events e "
            "JOIN articles x ON e.a = x.key JOIN articles y ON e.b = y.key "
            f"WHERE e.apart IS NULL OR e.apart <= {_SOON}"
        ):
            pair = frozenset((one, other))
            if len(pair) > 1:
                shared[pair] = max((names, figures), shared.get(pair, (0, 0)))
                sources.setdefault(one, set()).add(left)
                sources.setdefault(other, set()).add(right)
        weighed = ((names + 2 * figures, min(pair), max(pair)) for pair, (names, figures) in shared.items())
        for ids in knit(weighed):
            inside = [found for pair, found in shared.items() if pair <= set(ids)]
            names, figures = min(inside)
            outlets = set().union(*(sources[key] for key in ids)) - {""}
            of = f" of {len(outlets)} outlets" if len(outlets) > 1 else ""
            common = f"{names} names" + (f" and {figures} figures" if figures else "")
            yield self.among(
                f"{len(ids)} articles{of} tell one event: two that were compared share at least {common}", ids
            )
