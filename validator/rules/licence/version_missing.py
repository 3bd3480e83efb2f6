"""LIC003: a licence is named without its version."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.licence import credited


class VersionMissing(DeclaredRule):
    """A Creative Commons licence is named with its version.

    The versions differ in what they cover and how one must attribute; without the number the text that
    binds cannot be found.
    """

    code = "LIC003"
    severity = Severity.WARNING
    examples = (
        good({"text": "Le phare de Cordouan. © Jeanne Vasseur, CC BY-SA 2.0 FR", "language": "fr"}),
        good({"text": "De kerk. Foto: Rients Faber, CC0", "language": "nl"}),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, den alten Turm zu sanieren.\n\nDer Turm im Winter. "
                "Foto: Lena Haug / CC-BY-SA-4.0",
                "language": "de",
            }
        ),
        bad({"text": "The inner harbour. Photo: Tom Ridsdale / CC BY-SA", "language": "en"}, at=("CC BY-SA",)),
        bad({"text": "The mill pond. Photo: Tom Ridsdale / CC", "language": "en"}, at=("CC",)),
        bad({"text": "Luca al traguardo. Foto: Stefano Pahor / CC BY-NC", "language": "it"}, at=("CC BY-NC",)),
        bad({"text": "Библиотекари привезли книги. Фото: Денис Чумак / CC BY-SA", "language": "ru"}, at=("CC BY-SA",)),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña / CC BY-ND",
                "language": "es",
            },
            at=("CC BY-ND",),
        ),
        bad(
            {
                "text": "市议会决定修缮老城的旧市场，工程明年春天开始。\n\n旧市场一角。图片：周启明 / CC BY-SA",
                "language": "zh",
            },
            at=("CC BY-SA",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not any(credited.licences(article)):
            yield Skip("no licence is named")
        for _, licence in credited.licences(article):
            if licence.problem == "no version":
                yield self.finding(f"'{licence.quote}' names no version", article, [licence.evidence])
