"""PHO004: a picture is credited to a website."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import fold
from validator.model.address import host
from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good


class SourceDomainOnly(DeclaredRule):
    """A credit names who took the picture, not the site that it was taken from.

    A host's name says neither who owns the picture nor under what it may be used, and the page that would
    say so cannot be found again.
    """

    code = "PHO004"
    severity = Severity.WARNING
    examples = (
        good({"text": "Il cantiere. Foto: agenfoto.it", "url": "https://www.agenfoto.it/tram", "language": "it"}),
        good({"text": "Der Markt. Foto: Lena Haug/markt.example", "language": "de"}),
        good({"text": "Le port. Photo : Grandport.Live", "outlet": "grandport.live", "language": "fr"}),
        good(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña / turismo.example",
                "language": "es",
            }
        ),
        bad(
            {"text": "Il cantiere di via San Felice. Foto: agenfoto-eventi.it", "language": "it"},
            at=("agenfoto-eventi.it", "Foto: agenfoto-eventi.it"),
        ),
        bad(
            {"text": "Der Untermarkt. Bild: www.wetterkamera-neisse.de", "language": "de"},
            at=("www.wetterkamera-neisse.de", "Bild: www.wetterkamera-neisse.de"),
        ),
        bad(
            {"text": "Le phare à marée basse. Photo : flickr.com, CC BY 4.0", "language": "fr"},
            at=("flickr.com", "Photo : flickr.com, CC BY 4.0"),
        ),
        bad(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок зимой. Фото: "
                "gorod-novosti.example",
                "language": "ru",
            },
            at=("gorod-novosti.example", "Фото: gorod-novosti.example"),
        ),
        bad(
            {
                "text": "市议会决定修缮老城的旧市场，工程明年春天开始。\n\n旧市场一角。图片来源："
                "www.jiushichang.example",
                "language": "zh",
            },
            at=("www.jiushichang.example", "图片来源：www.jiushichang.example"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if not article.credits:
            yield Skip("no credit")
        for one in article.credits:
            if one.kind == "host" and not one.photographer and not _own(_host(one.value), article):
                yield self.finding(f"the credit is the website {one.value}", article, one.evidence)


def _host(value: str) -> str:
    address = value.strip().lower()
    return host(address if "://" in address else f"//{address}").removeprefix("www.")


def _own(host: str, article: Article) -> bool:
    own = _host(article.url.value) if article.url.value else ""
    outlet = fold(article.source.value or "").removeprefix("www.")
    return host == outlet or (bool(own) and (host == own or own.endswith(f".{host}") or host.endswith(f".{own}")))
