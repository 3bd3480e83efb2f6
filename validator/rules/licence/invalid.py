"""LIC002: there is no such licence."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.licence import credited

_OTHERS = frozenset({"", "no version", "no licence that is known"})


class Invalid(DeclaredRule):
    """A licence that is named must exist.

    Creative Commons has six licences in five versions. What is written here is none of them, so that nobody
    knows what was granted.
    """

    code = "LIC002"
    severity = Severity.ERROR
    examples = (
        good({"text": "Der verhüllte Reichstag. Foto: Wolfgang Kanter / CC BY-SA 3.0 DE", "language": "de"}),
        good({"text": "Le phare de Cordouan. © Jeanne Vasseur, CC BY-SA 2.0 FR", "language": "fr"}),
        good({"text": "The hall.", "photo_credit": "Jane Roe", "photo_licence": "CC-BY-SA-4.0"}),
        good(
            {
                "text": "The hall.",
                "photo_credit": "Jane Roe",
                "photo_licence": "https://creativecommons.org/licenses/by-sa/4.0/deed.en",
            }
        ),
        good({"text": "Die Halle. Foto: Ute Kern (https://creativecommons.org/licenses/by/3.0/de/legalcode)"}),
        good(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок зимой. Фото: Денис Чумак, "
                "Creative Commons Attribution-ShareAlike 4.0 International",
                "language": "ru",
            }
        ),
        bad(
            {"text": "Luftaufnahme des Hafens. Foto: Karsten Böhm / CC BY-NC-SA 5.0", "language": "de"},
            at=("CC BY-NC-SA 5.0",),
        ),
        bad({"text": "Un barrage. Photo : Jan Kowalczyk / CC BY-SA-ND 4.0", "language": "fr"}, at=("CC BY-SA-ND 4.0",)),
        bad(
            {"text": "La stazione di Chiaia. Foto: Anna Ruocco / CC BY-SA 3.5", "language": "it"}, at=("CC BY-SA 3.5",)
        ),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña / CC BY-SA 4.5",
                "language": "es",
            },
            at=("CC BY-SA 4.5",),
        ),
        bad(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок за два роки.\n\nРинок узимку. Фото: Юрко "
                "Гнатюк / CC BY-SA-ND 4.0",
                "language": "uk",
            },
            at=("CC BY-SA-ND 4.0",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not any(credited.licences(article)):
            yield Skip("no licence is named")
        for _, licence in credited.licences(article):
            if licence.problem not in _OTHERS:
                yield self.finding(f"'{licence.quote}' is no licence: {licence.problem}", article, [licence.evidence])
