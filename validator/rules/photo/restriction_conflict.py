"""PHO007: a picture under an open licence is forbidden to be used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, load
from validator.lexicons.phrases import Words
from validator.model.article import Article, Credit, Licence
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules import spoken
from validator.rules.base import DeclaredRule, bad, good

_OUT = regex(r"\b[A-Z][A-Z .]{2,30} OUT\b")
_GRANTED_NOT = {
    "NC": ("commerc", "kommerz", "sale", "vente", "venta", "verk", "advert", "market"),
    "ND": ("crop", "alter", "manip"),
}


class RestrictionConflict(DeclaredRule):
    """A picture that everybody may use cannot be barred from sale or kept to editorial use.

    One of the two is wrong, and whoever relies on the licence is the one who will be sued.
    """

    code = "PHO007"
    severity = Severity.ERROR
    examples = (
        good({"text": "Monks test a lantern. Photo: Preecha Wong/AP. NO SALES, EDITORIAL USE ONLY", "language": "en"}),
        good({"text": "Escola de Picote. © Graça Preto, CC BY-NC 4.0, non-commercial use only", "language": "en"}),
        good({"text": "Das Tor. Foto: Ines Rauh, CC BY 4.0. Mandatory credit", "language": "de"}),
        good(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña/EFE. Solo uso editorial",
                "language": "es",
            }
        ),
        bad(
            {
                "text": "Aspergeveld bij Horst. Foto: Ruud Coenen / CC BY 4.0. NO SALES, editorial use only",
                "language": "nl",
            },
            at=("CC BY 4.0", "NO SALES"),
        ),
        bad(
            {"text": "Protest in Kattowitz. Foto: Adam Bielik / CC BY 4.0 (EDITORIAL USE ONLY)", "language": "de"},
            at=("CC BY 4.0", "EDITORIAL USE ONLY"),
        ),
        bad(
            {"text": "満席の客席。\n\n写真：佐藤圭 / CC BY 4.0（NO SALES、EDITORIAL USE ONLY）", "language": "ja"},
            at=("CC BY 4.0", "NO SALES"),
        ),
        bad(
            {
                "text": "El ayuntamiento ha reabierto el molino después de diez años de obras.\n\nEl molino. Foto: "
                "Inés Peña / CC BY 4.0. Solo uso editorial",
                "language": "es",
            },
            at=("CC BY 4.0", "Solo uso editorial"),
        ),
        bad(
            {
                "text": "Городской совет решил отремонтировать крытый рынок.\n\nРынок зимой. Фото: Денис Чумак / CC "
                "BY-SA 4.0. Не для продажи",
                "language": "ru",
            },
            at=("CC BY-SA 4.0", "Не для продажи"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        licensed = [(one, one.licence) for one in article.credits if one.licence and _open(one.licence)]
        if not licensed:
            yield Skip("no picture under an open licence")
            return
        known = spoken.words(article)
        for credit, licence in licensed:
            barred = next(
                filter(None, (_barred(seen, licence, known, article) for seen in _beside(article, credit))), None
            )
            if barred:
                yield self.finding(
                    f"{licence.id or licence.quote} beside '{barred.quote}'", article, [licence.evidence, barred]
                )


def _open(licence: Licence) -> bool:
    return (licence.id or "").startswith("CC") or licence.problem == "no version"


def _beside(article: Article, credit: Credit) -> Iterator[Evidence]:
    """The credit's line and the next, or the declared credit and licence."""
    if credit.line is None:
        yield from (seen for name in ("photo_credit", "photo_licence") if (seen := article.field(name)))
        return
    for at, line in enumerate(article.filled):
        if line.number == credit.line:
            yield article.line(line)
            yield from (article.line(below) for below in article.filled[at + 1 : at + 2] if len(below.text) < 120)


def _barred(seen: Evidence, licence: Licence, known: Vocabulary, article: Article) -> Evidence | None:
    """The words that bar a use which the licence grants."""
    leveled = level(seen.quote)
    for words in (_restrictions(), known.words("photo.restrictions")):
        place = words.within(leveled)
        if place and not _reserved_anyway(leveled[slice(*place)], licence, known):
            return _piece(seen, place, article)
    match = _OUT.search(seen.quote)
    return _piece(seen, match.span(), article) if match else None


def _reserved_anyway(phrase: str, licence: Licence, known: Vocabulary) -> bool:
    """Whether the licence itself reserves that use, or the phrase reserves all rights (``licence.contradictory``)."""
    parts = (licence.id or licence.quote).upper()
    own = (stem for part, stems in _GRANTED_NOT.items() if part in parts for stem in stems)
    harmless = phrase in known.words("licence.all_rights") or _harmless().within(phrase) is not None
    return harmless or any(stem in phrase for stem in own)


def _piece(seen: Evidence, place: tuple[int, int], article: Article) -> Evidence:
    if seen.span is None:
        return seen
    start = article.index.start(seen.span.line) + seen.span.column - 1
    return article.at(start + place[0], start + place[1])


@cache
def _harmless() -> Words:
    """Demands that an open licence makes as well: to be named."""
    return Words(load("licences")["restrictions_no_conflict"])


@cache
def _restrictions() -> Words:
    return Words(one for one in load("licences")["restrictions"] if isinstance(one, str))
