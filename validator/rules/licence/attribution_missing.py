"""LIC004: the licence demands the creator's name, and it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article, Credit, Licence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.licence import credited

_NOBODY = frozenset({"platform", "host", "placeholder"})
_BY = regex(r"\bBY\b", re.IGNORECASE)


class AttributionMissing(DeclaredRule):
    """A picture under an attribution licence must name its creator.

    That is the one condition of the licence: without the name the picture is used without permission.
    A platform or a website has created nothing.
    """

    code = "LIC004"
    severity = Severity.ERROR
    examples = (
        good({"text": "La playa de la Caleta. © Curro Benítez / CC BY-SA 4.0", "language": "de"}),
        good({"text": "De Cunerakerk. Foto: Flickr, CC0 1.0", "language": "nl"}),
        good({"text": "Der Turm. Foto: Ines Rauh / Wikimedia Commons, CC BY-SA 3.0 DE", "language": "de"}),
        good(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок зимой. Фото: Денис Чумак / "
                "Wikimedia Commons, CC BY-SA 4.0",
                "language": "ru",
            }
        ),
        good(
            {
                "text": "La biblioteca ha pubblicato le mappe del porto antico.\n\nLa mappa del 1742. Foto: Wikimedia "
                "Commons, pubblico dominio",
                "language": "it",
            }
        ),
        bad(
            {"text": "Le phare à marée basse\nPhoto : flickr.com, CC BY 4.0", "language": "fr"},
            at=("flickr.com", "CC BY 4.0"),
        ),
        bad({"text": "Rzeka Warta. Foto: Flickr / CC BY 2.0", "language": "de"}, at=("Flickr", "CC BY 2.0")),
        bad({"text": "The cable car. Photo: Unknown / CC BY-SA 4.0", "language": "en"}, at=("Unknown", "CC BY-SA 4.0")),
        bad(
            {
                "text": "Der Stadtrat hat am Montag beschlossen, den alten Turm zu sanieren.\n\nDer Turm im Winter. "
                "Foto: Wikimedia Commons / CC BY-SA 4.0",
                "language": "de",
            },
            at=("Wikimedia Commons", "CC BY-SA 4.0"),
        ),
        good({"text": "De molen. Foto: Siep Kooistra", "photo_licence": "CC BY 4.0", "language": "nl"}),
        bad({"text": "Biber am Fluss. Bild: CC BY-SA 4.0", "language": "de"}, at=("CC BY-SA 4.0",)),
        bad(
            {"text": "市場の屋根を改修する。", "photo_licence": "CC BY-NC 4.0", "language": "ja"}, at=("CC BY-NC 4.0",)
        ),
        bad(
            {"text": "The beck in spate. Photo: flickr.com. CC BY 2.0. EDITORIAL USE ONLY", "language": "en"},
            at=("flickr.com", "CC BY 2.0"),
        ),
        bad(
            {
                "text": "Міська рада вирішила відремонтувати критий ринок за два роки.\n\nРинок узимку. Фото: Flickr / "
                "CC BY 2.0",
                "language": "uk",
            },
            at=("Flickr", "CC BY 2.0"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not any(credited.licences(article)):
            yield Skip("no licence is named")
        for credit, licence in credited.licences(article):
            if _demands(licence) and _names_nobody(credit):
                told = credit.value and credit.value != licence.quote
                named = f"'{credit.value}' is none" if told else "and nobody is credited"
                places = dict.fromkeys((credit.evidence[0], licence.evidence))
                yield self.finding(f"{licence.id or licence.quote} demands a name, {named}", article, places)


def _demands(licence: Licence) -> bool:
    return (licence.id or "").startswith("CC-BY") or (licence.id is None and _BY.search(licence.quote) is not None)


def _names_nobody(credit: Credit) -> bool:
    """A platform beside something else (``Flickr / @jane``) may hold the creator's account."""
    if not credit.value or (credit.licence is not None and credit.value == credit.licence.quote):
        return True
    if credit.photographer or credit.agency or credit.kind not in _NOBODY:
        return False
    return credit.kind != "platform" or ("/" not in credit.value and "@" not in credit.value)
