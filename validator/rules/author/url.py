"""AUT007: the author is a web address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.author import signed
from validator.rules.base import bad, good

_ADDRESS = regex(r"(?:https?://|\bwww\.)\S+", re.IGNORECASE)


class Url(signed.DeclaredValues):
    """An author's field holds a name, not the address of a profile.

    ``article:author`` of Open Graph is a link by its specification, and many extractors take it for the name.
    """

    code = "AUT007"
    severity = Severity.WARNING
    examples = (
        good({"text": "Rates were cut.", "author": "Jane Roe", "url": "https://hull.example/jane-roe"}),
        good({"text": "Un récit.\n\nhttps://hull.example", "author": "Httpsa Wwwberg"}),
        good(
            {
                "text": "Der Förderverein will das Hallenbad retten und sammelt Unterschriften in der Innenstadt.",
                "author": "Jonas Ettwein",
                "author_url": "https://halle.example/autoren/ettwein",
            }
        ),
        bad(
            {"text": "FC Eindhoven wint.", "author": "www.dommelsport.nl/auteur/pvh"},
            at=("www.dommelsport.nl/auteur/pvh",),
        ),
        bad(
            {"text": "Otevřen sál.", "author": {"name": "https://zaolzie.example/autor/7"}},
            at=("https://zaolzie.example/autor/7",),
        ),
        bad(
            {"text": "Полет.", "author": ["https://nebo.example/author/korneeva"]},
            at=("https://nebo.example/author/korneeva",),
        ),
        bad(
            {
                "text": "Первый ночной трамвай вышел на линию в минувшую пятницу, и вагоны были полны.",
                "author": "https://tramvai.example/avtor/galiev",
            },
            at=("https://tramvai.example/avtor/galiev",),
        ),
        bad(
            {
                "text": "旧书摊又回到了江边的草地上，读者从清晨一直逛到傍晚。",
                "author": ["杨若溪", "http://www.jiangbian.example/u/204"],
            },
            at=("http://www.jiangbian.example/u/204",),
        ),
    )

    def of(self, value: Evidence, article: Article) -> Iterator[Finding]:
        if _ADDRESS.search(value.quote):
            yield self.finding("the author's field holds a web address", article, [value])
