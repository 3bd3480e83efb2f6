"""LIC007: one credit with two licences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from validator.lexicons.agencies import agency, platform
from validator.lexicons.fold import fold
from validator.lexicons.lexicon import sections
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.survey import Corpus, CorpusRule

if TYPE_CHECKING:
    import pyarrow as pa

_TEXT = "The ferry landing of Brackwater was closed on Tuesday. The council met until midnight.\n\nThe pier. Photo: {}"


def _records(*credits_: str) -> tuple[dict[str, Any], ...]:
    return tuple({"id": f"a{at}", "text": _TEXT.format(one), "language": "en"} for at, one in enumerate(credits_))


class ConflictAcrossDocs(CorpusRule):
    """One and the same credit stands under one licence throughout a corpus.

    Whoever uses the pictures must know under which. Photographers and archives license one picture so and another
    so, which is why this is a hint. Agencies and platforms, in whose name very many pictures stand, are passed over,
    and so is what names nobody (``private``), and a licence that is merely given without its version.
    """

    code = "LIC007"
    severity = Severity.INFO
    reads = ("id", "credits", "licences")
    judged = "array_length(credits) > 0"
    corpora = (
        Corpus(_records("Jane Roe, CC BY 4.0", "Jane Roe, CC BY 4.0", "Jane Roe")),
        Corpus(_records("Jane Roe, CC BY 4.0", "Ann Leahy, CC BY-SA 4.0")),
        Corpus(_records("Flickr, CC BY 2.0", "Flickr, CC BY-SA 4.0")),
        Corpus(
            tuple(
                {"id": f"a{at}", "text": "Der Rat tagt.", "language": "de", "photo_credit": "Foto: privat"}
                | {"photo_licence": licence}
                for at, licence in enumerate(("CC BY 4.0", "CC BY-SA 4.0"))
            )
        ),
        Corpus(
            _records("Jane Roe, CC BY 4.0", "JANE ROE, CC BY-NC 4.0", "Jane Roe, CC BY 4.0"),
            (frozenset({"a0", "a1", "a2"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        tables.derive("licensed", "SELECT id, credits, licences FROM articles", _licensed, _LICENSED)
        named: dict[str, dict[str, list[str]]] = {}
        for maker, licence, key in tables.rows(
            "SELECT maker, licence, id FROM licensed WHERE maker IN "
            "(SELECT maker FROM licensed GROUP BY maker HAVING count(DISTINCT licence) > 1)"
        ):
            named.setdefault(maker, {}).setdefault(licence, []).append(key)
        for maker, found in sorted(named.items()):
            if len({licence.rstrip("0123456789.") for licence in found}) > 1 or len(_versions(found)) > 1:
                counts = Counter({licence: len(set(ids)) for licence, ids in found.items()})
                told = ", ".join(f"{licence} ({count})" for licence, count in sorted(counts.items(), key=_most_first))
                yield self.among(
                    f"'{maker}' under {len(counts)} licences: {told}",
                    {one for ids in found.values() for one in ids},
                    subject=maker,
                )


_NOBODY = frozenset({"photo.staff", "photo.placeholders"})
_LICENSED = {"maker": "string", "licence": "string", "id": "string"}


def _licensed(batch: pa.RecordBatch) -> pa.Table:
    """A row per credit with a licence, under its folded name."""
    import pyarrow as pa

    found = [
        (fold(maker), licence, row["id"])
        for row in batch.to_pylist()
        for maker, licence in zip(row["credits"], row["licences"], strict=True)
        if licence and not (agency(maker, sure=True) or platform(maker) or _NOBODY.intersection(sections(maker)))
    ]
    columns = zip(*found, strict=True) if found else ((), (), ())
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(_LICENSED, columns, strict=True)})


def _versions(found: dict[str, list[str]]) -> set[str]:
    """Licences that name their version, where all are of one kind."""
    return {licence for licence in found if licence[-1:].isdigit()}


def _most_first(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]
