"""DUP003: one address was collected with more than one text."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

_URL = "https://brackwater.example/2025/03/ferry"
_FIRST = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter.\n\n"
    "Repairs to the pier are to begin in November and will cost about two million, the harbour office said."
)
_LATER = f"{_FIRST}\n\nThe mayor called the decision regrettable and asked the state for a grant."


class Version(CorpusRule):
    """An article stands in a corpus in one version.

    Who counts or cites has to know which of the versions is the last one. Addresses are compared without tracking and
    without the marks of mobile and AMP copies, texts without the furniture of their sources.
    """

    code = "DUP003"
    severity = Severity.INFO
    reads = ("key", "id", "url", "proper")
    needs = ("bodies",)
    judged = "proper AND url <> ''"
    corpora = (
        Corpus(({"id": "a", "url": _URL, "text": _FIRST}, {"id": "b", "url": f"{_URL}-2", "text": _LATER})),
        Corpus(({"id": "a", "url": _URL, "text": _FIRST}, {"id": "b", "url": f"{_URL}?utm_source=x", "text": _FIRST})),
        Corpus(({"id": "a", "text": _FIRST}, {"id": "b", "text": _LATER})),
        Corpus(
            ({"id": "a", "url": _URL, "text": _FIRST}, {"id": "b", "url": f"{_URL}/amp", "text": _LATER}),
            (frozenset({"a", "b"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        versions: dict[str, list[str]] = {}
        texts: dict[str, set[int]] = {}
        for url, key, body in tables.rows(
            "SELECT a.url, a.id, b.body FROM bodies b JOIN articles a ON a.key = b.key WHERE a.url IN ("
            "SELECT a.url FROM bodies b JOIN articles a ON a.key = b.key WHERE a.url <> '' "
            "GROUP BY a.url HAVING count(DISTINCT b.body) > 1)"
        ):
            versions.setdefault(url, []).append(key)
            texts.setdefault(url, set()).add(body)
        for url, ids in versions.items():
            yield self.among(f"{len(texts[url])} different texts were collected from {url}", ids)
