"""LIC001: a public domain mark stands for a licence."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.licence import credited


class NotALicence(DeclaredRule):
    """A public domain mark grants nothing: it is a label, put on by anybody.

    It says that whoever uploaded the picture thinks it free. The reason (the age, the law, the office of the
    photographer) must be known before the picture is passed on.
    """

    code = "LIC001"
    severity = Severity.WARNING
    examples = (
        good({"text": "De Cunerakerk. Foto: Collectie Het Utrechts Archief, CC0 1.0", "language": "nl"}),
        good({"text": "The hall. Photo: Iain Begg / CC BY 4.0", "language": "en"}),
        good(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок в 1911 году. Фото: городской "
                "архив, CC0 1.0",
                "language": "ru",
            }
        ),
        bad({"text": "CalMac vessels at Oban. Photo: Iain Begg / PDM 1.0", "language": "en"}, at=("PDM 1.0",)),
        bad({"text": "Le phare en 1912\nPhoto : Hull Harbour Archived, PDM 1.0", "language": "fr"}, at=("PDM 1.0",)),
        bad(
            {"text": "Экипаж у самолёта. Фото: Лев Корнеев / Public Domain Mark 1.0", "language": "ru"},
            at=("Public Domain Mark 1.0",),
        ),
        bad(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, den alten Turm zu sanieren.\n\nDer Turm 1908. Foto: "
                "Stadtarchiv, Public Domain Mark 1.0",
                "language": "de",
            },
            at=("Public Domain Mark 1.0",),
        ),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino en 1912. "
                "Foto: Inés Peña / PDM 1.0",
                "language": "es",
            },
            at=("PDM 1.0",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not any(credited.licences(article)):
            yield Skip("no licence is named")
        for _, licence in credited.licences(article):
            if licence.id == "CC-PDM-1.0":
                yield self.finding("the public domain mark is a label, not a licence", article, [licence.evidence])
