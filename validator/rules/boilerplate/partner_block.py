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
        good(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "محتوى ممول بالكامل من أهل الحي ستعرضه الشاشة الجديدة في السوق، ولا مكان فيها لشركة أو حزب."
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
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "合作伙伴推荐",
            at=("合作伙伴推荐",),
        ),
        bad(
            "Targowisko czeka na nowy dach\n\nRada miasta zdecydowała w poniedziałek o remoncie hali targowej za "
            "dziewięć milionów złotych.\n\nPrace ruszą wiosną i potrwają dwa lata, zapowiedział burmistrz podczas "
            "spotkania.\n\nMateriał partnera",
            at=("Materiał partnera",),
        ),
    )
