"""BPL006: a heading of partners' content stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class PartnerBlock(MarkedLines):
    """A heading of sponsored or partners' content is no part of an article.

    What it headed was somebody else's text, often an advertisement; where the heading was kept, its
    content may have been as well.
    """

    code = "BPL006"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.partner_block"
    thing: ClassVar = "a block of partners' content"
    place: ClassVar = "edges"
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Les partenaires de la halle, publics et privés, se réuniront en juin pour signer la convention."
        ),
        good(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Anzeigen von Partnern gibt es hier nicht, sagt die Händlerin, und sie meint die Liebe."
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Nouvelles des partenaires",
            at=("Nouvelles des partenaires",),
        ),
        bad(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Новости партнёров",
            at=("Новости партнёров",),
        ),
    )
