"""SCH008: several records bear one id."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

_SHOWN = 3  # places that a message names
# An id of its own: an address stands for a page, whose versions dup.version tells, a place for this record alone.
_OWN = "id NOT LIKE '%://%' AND id <> path AND id NOT LIKE path || '#%'"
_FERRY = "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter."
_BARLEY = "Farmers near Tarn expect the barley three weeks late this summer, since it rained through the spring."


class DuplicateId(CorpusRule):
    """An id names one record of a corpus.

    What is joined, cited, split or taken back by an id that stands twice is another article half of the time, and a
    loader that keeps ids apart keeps the last record only. Records that have no id but their address or their place
    are not judged: addresses stand for pages, which may be collected in several versions.
    """

    code = "SCH008"
    severity = Severity.WARNING
    reads = ("id", "path", "record")
    judged = _OWN
    corpora = (
        Corpus(({"id": "7", "text": _FERRY}, {"id": "8", "text": _BARLEY})),
        Corpus(({"id": "7", "text": _FERRY}, {"id": "07", "text": _BARLEY})),
        Corpus(
            (
                {"url": "https://brackwater.example/ferry", "text": _FERRY},
                {"url": "https://brackwater.example/ferry", "text": f"{_FERRY} The mayor regrets it."},
            )
        ),
        Corpus(({"text": _FERRY}, {"text": _FERRY})),
        Corpus(({"id": "7", "text": _FERRY}, {"id": "7", "text": _BARLEY}), (frozenset({"7"}),)),
        Corpus(
            ({"id": "7", "text": ""}, {"id": "8", "text": ""}, {"id": "9", "text": _BARLEY}, {"id": "8", "text": ""}),
            (frozenset({"8"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        places: dict[str, list[str]] = {}
        total: dict[str, int] = {}
        for key, path, record, number in tables.rows(_SHARED):
            places.setdefault(key, []).append(path if record is None else f"{path}#{record}")
            total[key] = number
        for key, shown in places.items():
            more = ", …" if total[key] > len(shown) else ""
            message = f"{total[key]} records bear the id {key!r}: {', '.join(shown)}{more}"
            yield self.among(message, [key] * total[key], subject=key)


# First by hashes, which are small: of a million ids hardly one is looked at again. Then exactly.
_SHARED = f"""
WITH twice AS (SELECT hash(id) AS hashed FROM articles WHERE {_OWN} GROUP BY hash(id) HAVING count(*) > 1),
suspect AS (SELECT id, path, record FROM articles WHERE hash(id) IN (SELECT hashed FROM twice)),
shared AS (SELECT id, count(*) AS number FROM suspect WHERE {_OWN} GROUP BY id HAVING count(*) > 1),
ranked AS (
  SELECT s.id AS id, s.path AS path, s.record AS record, d.number AS number,
    row_number() OVER (PARTITION BY s.id ORDER BY s.path, s.record) AS place
  FROM suspect s JOIN shared d ON s.id = d.id
)
SELECT id, path, record, number FROM ranked WHERE place <= {_SHOWN} ORDER BY id, path, record
"""
