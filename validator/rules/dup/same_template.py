"""DUP004: lines that come back in the articles of one source are its furniture."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.corpus import Tables
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

_SHOWN = 20  # lines that a finding quotes
_BODIES = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter, and nobody objected.",
    "A bakery in Millbrook has begun to bake with flour from its own mill, as it did before the flood of 1962.",
    "Pupils of the Harlow school built a bridge of paper that carried the caretaker and both of his dogs across.",
    "After nine years the lighthouse at Sandhaven shines again, thanks to a watchmaker who found the missing gear.",
)
_LINE = "Brackwater Post readers meet every Thursday under the old town clock"
_REPRINT = "The watchmaker said that he had looked for the gear in three countries before he found it in a drawer."


def _record(number: int, *lines: str) -> dict[str, str]:
    return {"id": f"a{number}", "outlet": "Brackwater Post", "text": "\n\n".join(lines)}


class SameTemplate(CorpusRule):
    """What a source prints around every article is no part of the article.

    Such lines make different articles alike, and a model learns them first of all. They are learnt from the articles
    themselves, in any language: lines that come back at like places of articles that are otherwise different.
    """

    code = "DUP004"
    severity = Severity.INFO
    reads = ("key", "id", "proper")
    needs = ("learnt",)
    corpora = (
        Corpus(tuple(_record(number, body) for number, body in enumerate(_BODIES))),
        Corpus(tuple(_record(number, _BODIES[0], _LINE) for number in range(4))),  # copies of one article
        Corpus(
            (
                _record(0, _BODIES[0], _REPRINT),
                _record(1, _BODIES[1], _REPRINT),
                _record(2, _BODIES[2]),
                _record(3, _BODIES[3]),
            )
        ),
        Corpus(
            tuple(_record(number, body, _LINE) for number, body in enumerate(_BODIES)),
            (frozenset({"a0", "a1", "a2", "a3"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        lines: dict[str, list[tuple[str, int, int]]] = {}
        for source, text, bearers, articles in tables.rows("SELECT source, text, bearers, articles FROM learnt"):
            lines.setdefault(source, []).append((text, bearers, articles))
        bearing: dict[str, list[str]] = {}
        for source, key in tables.rows(
            "SELECT DISTINCT p.source, a.id FROM places p JOIN learnt l "
            "ON p.source = l.source AND p.shape = l.shape JOIN articles a ON p.key = a.key"
        ):
            bearing.setdefault(source, []).append(key)
        for source, found in lines.items():
            found.sort(key=lambda line: (-line[1], line[0]))
            shown = "; ".join(f"{100 * bearers // articles}% “{text}”" for text, bearers, articles in found[:_SHOWN])
            more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            yield self.among(
                f"{len(found)} lines come back in the articles of this source: {shown}{more}",
                bearing[source],
                source=source or None,
                subject=source,
                evidence=[Evidence("text", text) for text, _, _ in found[:_SHOWN]],
            )
