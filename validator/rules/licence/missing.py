"""LIC006: a picture from a platform stands without its licence."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import fold
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good


class Missing(ArticleRule):
    """A picture taken from a platform names the licence that it was taken under.

    The credit and its line were looked at. Staff and agencies are paid; on a platform every picture has
    terms of its own, and without them none can be reused.
    """

    code = "LIC006"
    severity = Severity.INFO
    formal = True
    field = "photo_licence"
    examples = (
        good({"text": "Занятие студии. Фото: © Getty Images", "language": "ru"}),
        good({"text": "Kwame Osei. Photo: Jordan Pike/Reuters", "language": "en"}),
        good({"text": "Der Turm. Foto: Ines Rauh / Flickr, CC BY-SA 2.0", "language": "de"}),
        good(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, den alten Turm zu sanieren.\n\nDer Turm im Winter. "
                "Foto: Lena Haug",
                "language": "de",
            }
        ),
        bad(
            {"text": "La criée de Fécamp, en février. Photo : Facebook", "language": "fr"},
            at=("Facebook", "Photo : Facebook"),
        ),
        bad(
            {"text": "Der Turm. Foto: Ines Rauh / Flickr", "language": "de"},
            at=("Ines Rauh / Flickr", "Foto: Ines Rauh / Flickr"),
        ),
        bad(
            {"text": "Студенти сконструювали дрон. Фото: Telegram", "language": "uk"}, at=("Telegram", "Фото: Telegram")
        ),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Instagram",
                "language": "es",
            },
            at=("Instagram", "Foto: Instagram"),
        ),
        bad(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок за два роки.\n\nРинок узимку. Фото: Facebook",
                "language": "uk",
            },
            at=("Facebook", "Фото: Facebook"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.credits:
            yield Skip("no credit")
        for one in article.credits:
            if one.platform and one.kind != "placeholder" and not one.agency and one.licence is None:
                yield self.finding(
                    f"a picture from {one.platform} without a licence", article, one.evidence, subject=fold(one.value)
                )
