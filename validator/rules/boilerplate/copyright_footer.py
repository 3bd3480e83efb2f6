"""BPL016: the site's copyright footer stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from validator.lexicons.agencies import agency, platform
from validator.lexicons.fold import level
from validator.lexicons.lexicon import everywhere
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MOST, MarkedLines, at_edge, counted, marked

_SIGNS = ("©", "(c)", "opyright")
_SIGN = regex(r"©|\(c\)\s|copyright\b", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d(?!\d)")
# A company's number in a register, which stands beside no picture's credit.
_REGISTERED = regex(r"\b(?:P\.? ?IVA|C\.F\.|NIF|CIF|CNPJ|NIPC|SIRET|RCS|HRB|KvK|ABN|NIP|REGON|CUI)\b.{0,12}\d{5}")
_PICTURE = frozenset({Role.CREDIT, Role.CAPTION, Role.TITLE})


class CopyrightFooter(MarkedLines):
    """The notice at the foot of the site is no part of an article.

    It repeats under every article, dates them all to the current year, and its claim of rights is read as
    one about the text or its pictures.
    """

    code = "BPL016"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.copyright_footer"
    thing: ClassVar = "a copyright footer"
    place: ClassVar = "edges"
    examples = (
        bad(
            {
                "text": "물레방아 마을\n\n솔내마을 물레방아 앞 장터가 십 년 만에 다시 문을 열었다.\n\n"
                "상인 스무 명이 자리를 신청했다.\n\n<저작권자 ⓒ 솔내신문, 무단 전재 및 재배포 금지>",
                "language": "ko",
            },
            at=("<저작권자 ⓒ 솔내신문, 무단 전재 및 재배포 금지>",),
        ),
        good(
            "El Supremo da la razón a un fotógrafo\n\nEl Tribunal Supremo obliga a una cadena hotelera a indemnizar "
            "al fotógrafo.\n\nEn los folletos aparecía la fórmula «© 2019 Hoteles Bahía, todos los derechos "
            "reservados», que la sala califica de «apropiación»."
        ),
        good(
            "Festival of lanterns returns\n\nTen thousand paper lanterns will rise over Lamphun on Saturday.\n\n"
            "Monks test a lantern. © Preecha Wong/AFP"
        ),
        good(
            "The lifeboat's tin\n\nThe tin stood on the bar for eleven years, and most of what it held was coins.\n\n"
            "All rights reserved, someone has scratched on it. The landlord will not say who."
        ),
        good("The council voted on Monday to renovate the hall.\n\nWork begins in the spring.\n\n© 2025 Getty Images"),
        bad(
            "Ferries between Oban and the isles ran normally on Tuesday after a deal.\n\n"
            "A ballot closes on 22 August.\n\n© 2025 Argyll Media Ltd. All rights reserved.",
            at=("© 2025 Argyll Media Ltd. All rights reserved.",),
        ),
        bad(
            "Il consiglio comunale ha votato lunedì sera il restauro del mercato coperto di Casalmaggiore.\n\nI lavori "
            "cominceranno in primavera.\n\nCopyright © Il Faro del Po - P.IVA 01234567890",
            at=("Copyright © Il Faro del Po - P.IVA 01234567890",),
        ),
        bad(
            "Le conseil municipal a voté lundi soir la rénovation de la halle de Sète.\n\nLes travaux commenceront "
            "au printemps.\n\nMentions légales\n\nPolitique de confidentialité",
            at=("Mentions légales", "Politique de confidentialité"),
        ),
        bad(
            "ويأمل القائمون على المتحف أن يتحول إلى مركز لتدريب الشباب على حرف الحدادة والنجارة.\n\n"
            "جميع الحقوق محفوظة © 2025 النيل الأزرق نيوز",
            at=("جميع الحقوق محفوظة © 2025 النيل الأزرق نيوز",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        signed = any(sign in article.text for sign in _SIGNS)
        footers = {line.number: line for line in article.lines if signed and _is_notice(article, line)}
        imprint = [line for line in marked(article, self.section) if at_edge(article, line) and not _is_told(line)]
        if len(imprint) > 1 or any(_claims(line) for line in imprint):
            footers |= {line.number: line for line in imprint}
        found = [footers[number] for number in sorted(footers)]
        if found:
            yield self.finding(f"{counted(found)} of {self.thing}", article, map(article.line, found[:MOST]))


def _is_notice(article: Article, line: Line) -> bool:
    """A sign, a year and a name at the foot, the sign at the head of the line or beside a claim of rights."""
    if line.role in _PICTURE or not 8 <= len(line.text) <= 200:
        return False
    sign = _SIGN.search(line.text) if any(sign in line.text for sign in _SIGNS) else None
    if sign is None or not _dated(line.text) or not at_edge(article, line):
        return False
    if _is_picture(line.text[sign.end() :]):
        return False
    return sign.start() == 0 or (line.text[0] not in '«“„"' and len(line.text) <= 90 and _claims(line))


def _dated(text: str) -> bool:
    return _YEAR.search(text) is not None or _REGISTERED.search(text) is not None


def _is_picture(name: str) -> bool:
    """Whether a picture agency's name, and nothing else, stands beside the year."""
    name = _YEAR.sub("", name).strip(" ,.-–()")
    return bool(agency(name, sure=True) or platform(name))


def _is_told(line: Line) -> bool:
    """Whether a sentence tells of the words of a claim (``All rights reserved, he had written on the door.``)."""
    claim = everywhere("licence.all_rights").opening(level(line.text))
    rest = line.text[claim:]
    return claim > 0 and rest.startswith(", ") and rest[2:3].islower() and line.text.endswith(".")


def _claims(line: Line) -> bool:
    return everywhere("licence.all_rights").within(level(line.text)) is not None
