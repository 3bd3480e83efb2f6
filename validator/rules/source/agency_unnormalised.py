"""SRC006: an agency is written in one of its many ways."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.source import facts

_FR = "Le président russe a eu un entretien téléphonique avec son homologue américain, a déclaré le porte-parole."
_DE = "Das Landgericht Stendal hat den angeklagten Fahrdienstleiter vom Vorwurf der fahrlässigen Tötung freigesprochen."


class AgencyUnnormalised(ArticleRule):
    """An agency should bear one name throughout a corpus.

    Counted by its names as printed, one agency is a dozen sources, and its copies in different outlets
    are not seen to be the same.
    """

    code = "SRC006"
    severity = Severity.INFO
    examples = (
        good(f"Entretien au téléphone\n\n{_FR}\n\nSource : AFP"),
        good(f"Entretien au téléphone\n\nPar Anne Tasse\n\n{_FR}"),
        good({"text": _FR, "author": "Jane Roe (Reuters)"}),
        good(
            "Стадіон за дві зими\n\nМіська рада вирішила збудувати стадіон за дві зими й залучити до робіт студентів."
            "\n\nДжерело: Reuters"
        ),
        bad(f"Entretien au téléphone\n\n{_FR}\n\nSource: agence tass", at=("agence tass",)),
        good(
            "Avisos por viento\n\nMADRID 19 Sep. (EUROPA PRESS) -\n\nUn total de trece provincias tienen avisos "
            "activos para este viernes por viento y oleaje, según la predicción."
        ),
        good(
            "Flere tyverier af kobber på Lolland\n\nFem mænd er fredag blevet anholdt i en koordineret aktion flere "
            "steder, oplyser politiet.\n\n/ritzau/"
        ),
        bad(f"Freispruch\n\n{_DE}\n\nQuelle: Deutsche Presse-Agentur", at=("Deutsche Presse-Agentur",)),
        bad({"text": _FR, "author": "Agencia EFE"}, at=("Agencia EFE",)),
        bad(
            "El molino vuelve a moler\n\nEl ayuntamiento ha reabierto el molino después de diez años de obras.\n\n"
            "Fuente: Agencia EFE",
            at=("Agencia EFE",),
        ),
        bad(
            {
                "text": "بدأت البلدية يوم الاثنين أشغال توسعة رصيف الحاويات في الميناء القديم.",
                "author": "وكالة رويترز",
                "language": "ar",
            },
            at=("وكالة رويترز",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        odd = [(known, seen) for known, seen in facts.wires(article) if _is_other(seen, known)][:12]
        if odd:
            names = ", ".join(dict.fromkeys(f"{seen.quote.strip()} for {known}" for known, seen in odd))
            yield self.finding(
                f"another name of an agency: {names}", article, [seen for _, seen in odd], suggestion=f"use {odd[0][0]}"
            )


def _is_other(seen: Evidence, known: str) -> bool:
    """Whether an agency is written otherwise; the capitals of a dateline or of a sign-off are no name of their own.

    ``(EUROPA PRESS)``, ``(Hina)``, ``/ritzau/``: in print that is a house's way with capitals, in a field another name;
    and initials in small letters are no way to write them.
    """
    name = seen.quote.strip()
    capitals = seen.origin == "text" and name.casefold() == known.casefold()
    return name != known and not (capitals and not (known.isupper() and name.islower()))
