"""LIC005: an open licence and all rights reserved in one line."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Credit, Licence
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.licence import credited

_SOME = ("some", "certains", "einige", "algunos", "alguns", "alcuni", "sommige", "niektóre", "некоторые", "деякі")


class Contradictory(DeclaredRule):
    """What is openly licensed has not all its rights reserved.

    A Creative Commons licence needs a copyright, so that its sign beside the licence is in order; reserving
    all rights takes the licence back, and nobody can tell which of the two holds.
    """

    code = "LIC005"
    severity = Severity.WARNING
    examples = (
        good({"text": "Monks test a lantern. © Preecha Wong, CC BY 4.0", "language": "en"}),
        good({"text": "Das Gericht. Foto: Oliver Brandes/epd, alle Rechte vorbehalten", "language": "de"}),
        good({"text": "The lake. Photo: Jane Roe, CC BY 4.0, some rights reserved", "language": "en"}),
        good(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña, CC BY 4.0, algunos derechos reservados",
                "language": "es",
            }
        ),
        bad(
            {"text": "Depot am Senkelbach. Foto: Lena Haug / CC BY 4.0, alle Rechte vorbehalten", "language": "de"},
            at=("CC BY 4.0", "alle Rechte vorbehalten"),
        ),
        bad(
            {
                "text": "Un plano del puerto. © Todos los derechos reservados. Licencia CC BY 4.0, Elvira Montes",
                "language": "es",
            },
            at=("CC BY 4.0", "Todos los derechos reservados"),
        ),
        bad(
            {
                "text": "Le public applaudit. Photo : Mirco Magliotti / CC BY 4.0, tous droits réservés",
                "language": "fr",
            },
            at=("CC BY 4.0", "tous droits réservés"),
        ),
        bad(
            {"text": "Озеро летом. Фото: Юха Лехтонен / CC BY 4.0, все права защищены", "language": "ru"},
            at=("CC BY 4.0", "все права защищены"),
        ),
        bad(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок за два роки.\n\nРинок узимку. Фото: Юрко "
                "Гнатюк / CC BY 4.0, усі права захищені",
                "language": "uk",
            },
            at=("CC BY 4.0", "усі права захищені"),
        ),
        bad(
            {
                "text": "市议会决定修缮老城的旧市场，工程明年春天开始。\n\n旧市场一角。图片：周启明 / CC BY 4.0，"
                "版权所有",
                "language": "zh",
            },
            at=("CC BY 4.0", "版权所有"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        licensed = [
            (credit, one)
            for credit, one in credited.licences(article)
            if (one.id or "CC").startswith("CC") and one.problem != "no licence that is known"
        ]
        if not licensed:
            yield Skip("no open licence is named")
            return
        known = spoken.words(article)
        for credit, licence in licensed:
            reserved = _reserved(article, credit, licence, known)
            if reserved is not None:
                yield self.finding(
                    f"{licence.id or licence.quote} and '{reserved.quote}'", article, [licence.evidence, reserved]
                )


def _reserved(article: Article, credit: Credit, licence: Licence, known: Vocabulary) -> Evidence | None:
    """The words that reserve all rights in the licence's line, or in the declared credit."""
    phrases = known.words("licence.all_rights")
    if licence.evidence.span is None:
        declared = (credit.evidence[0], licence.evidence)
        return next((one for one in declared if _place(level(one.quote), known)), None) if phrases else None
    line = article.lines[licence.evidence.span.line - 1]
    place = _place(level(line.text), known)
    return article.at(line.start + place[0], line.start + place[1]) if place else None


def _place(leveled: str, known: Vocabulary) -> tuple[int, int] | None:
    place = known.words("licence.all_rights").within(leveled)
    return None if place is None or leveled[: place[0]].rstrip().endswith(_SOME) else place
