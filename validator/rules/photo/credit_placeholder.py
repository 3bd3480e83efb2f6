"""PHO003: a filler stands where the photographer's name should."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.model.nulls import says_nothing
from validator.rules.base import DeclaredRule, bad, good


class CreditPlaceholder(DeclaredRule):
    """A credit names somebody.

    "Unknown", "internet", "all rights reserved" say that there is a right and not whose: the picture has an
    owner who was not looked for.
    """

    code = "PHO003"
    severity = Severity.WARNING
    examples = (
        good({"text": "Das Herrenhaus von Süden. Symbolbild: Jörg Mahnke/dpa", "language": "de"}),
        good({"text": "Vue de l'exposition. Photo d'illustration : Rémi Castaing/Divergence", "language": "fr"}),
        good({"text": "Das Dach. Foto: privat", "language": "de"}),
        bad(
            {"text": "Ein leerer Speicher. Bildquelle: Symbolbild", "language": "de"},
            at=("Symbolbild", "Bildquelle: Symbolbild"),
        ),
        good(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок.\n\nРинок узимку, ілюстративне фото\n"
                "Фото: Юрко Гнатюк",
                "language": "uk",
            }
        ),
        bad(
            {"text": "De hal vanaf het water. Foto: [naam fotograaf]", "language": "nl"},
            at=("[naam fotograaf]", "Foto: [naam fotograaf]"),
        ),
        bad(
            {"text": "Een fietsenmaker in Utrecht. Foto: onbekend", "language": "nl"}, at=("onbekend", "Foto: onbekend")
        ),
        bad({"text": "Le club fête son titre. Photo : DR", "language": "fr"}, at=("DR", "Photo : DR")),
        bad(
            {"text": "«Северный ветер» вышел в финал\n\nФото: из открытых источников", "language": "ru"},
            at=("из открытых источников", "Фото: из открытых источников"),
        ),
        good({"text": "Moara din vale macină din nou, spun sătenii.\n\nFoto: arhiva personală", "language": "ro"}),
        bad(
            {"text": "Moara din vale macină din nou, spun sătenii.\n\nSursa foto: internet", "language": "ro"},
            at=("internet", "Sursa foto: internet"),
        ),
        bad(
            {
                "text": "老城的旧市场将修缮，工程明年春天开始。\n\n旧市场一角。图片来源：网络",
                "language": "zh",
            },
            at=("网络", "图片来源：网络"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.credits:
            yield Skip("no credit")
        for one in article.credits:
            # A declared word for nothing is the matter of schema.null_equivalent.
            if one.kind == "placeholder" and not (one.evidence[0].declared and says_nothing(one.evidence[0].quote)):
                yield self.finding(f"the credit '{one.value}' names nobody", article, one.evidence)
