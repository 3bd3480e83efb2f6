"""BPL006: a heading of partners' content stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from validator.lexicons.fold import level
from validator.lexicons.lexicon import vocabulary
from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate import returning
from validator.rules.boilerplate.lines import MarkedLines
from validator.rules.survey import Corpus, CorpusRule

_LONGEST = 120  # letters of a line that names a partner; what is told of an author's partner is longer


class PartnerBlock(MarkedLines, CorpusRule):
    """A heading of sponsored or partners' content is no part of an article.

    What it headed was somebody else's text, often an advertisement; where the heading was kept, its
    content may have been as well. That a line comes back in articles of a source and speaks of a partner or a sponsor
    tells one in any words.
    """

    code = "BPL006"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.partner_block"
    thing: ClassVar = "a block of partners' content"
    place: ClassVar = "edges"
    reads = returning.READS
    needs = returning.NEEDS
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
    corpora = (
        Corpus(returning.closed("In partnership with Tarn Homes, which builds in the valley"), (frozenset("0123"),)),
        Corpus(returning.closed("The bell of the old town hall rings for the news at noon")),
        Corpus(returning.closed("Partner content")),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        partners = vocabulary().words("source.partners")
        lines = tables.rows(f"SELECT DISTINCT source, shape, text FROM learnt WHERE length(text) <= {_LONGEST}")
        named = [line for line in lines if partners.within(level(line[2]))]
        yield from returning.told(self, tables, named, "a line about a partner")
