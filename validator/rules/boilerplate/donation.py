"""BPL013: an appeal for donations stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.lexicons.fold import weight
from validator.model.article import Article, Line
from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines, at_edge

_SHORT = 20  # letters up to which one line alone ("Donate now") may be about another's cause


class Donation(MarkedLines):
    """The outlet's appeal for its readers' money is no part of an article.

    It speaks in the first person of the newsroom, not of the news: attribution and sentiment go astray.
    """

    code = "BPL013"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.donation"
    thing: ClassVar = "an appeal for donations"
    longest: ClassVar = 500
    fixable = False
    examples = (
        good("“Support our journalism is a slogan; answering the phone is journalism,” says Ros Kemp of the weekly."),
        good("Pour aider les sinistrés de Sète, la Croix-Rouge appelle aux dons jusqu'à dimanche.\n\nFaire un don"),
        good(
            "Подвал, где учат чинить часы\n\nМастерская живёт на взносы учеников.\n\nНа двери висит записка: "
            "«Поддержите нас — купите хотя бы стрелку», и рядом стоит банка с мелочью."
        ),
        good(
            "A prize for two weeklies\n\nThe jury met on Monday in the market hall.\n\n"
            "Support for our journalism has never been louder, said an editor from the coast.\n\n"
            "Local journalism, wrote the jury, needs readers who pay and reporters who knock on doors."
        ),
        good(
            "Spendenlauf bringt neuntausend Euro\n\nAm Sonntag liefen dreihundert Kinder um den See.\n\n"
            "Spenden Sie unserem Tierheim lieber Decken, bat die Leiterin, Geld sei genug da.\n\n"
            "Unsere Redaktion lief mit und wurde Letzte."
        ),
        bad(
            "Le conseil municipal a voté lundi soir la rénovation de la halle de Sète.\n\n"
            "Les travaux commenceront au printemps, a précisé la mairie.\n\nSoutenez notre journalisme",
            at=("Soutenez notre journalisme",),
        ),
        bad(
            "The council voted on Monday to renovate the market hall.\n\nWork will begin in the spring.\n\n"
            "Support our journalism",
            at=("Support our journalism",),
        ),
        bad(
            "Ayuntamiento y panaderos firman la paz\n\nLos panaderos artesanos de la comarca han reclamado un precio "
            "mínimo para la barra de pan.\n\nEl acuerdo se firmará en otoño.\n\nApoya nuestro periodismo",
            at=("Apoya nuestro periodismo",),
        ),
        bad(
            "Ринок відремонтують за два роки\n\nМіська рада в понеділок вирішила відремонтувати критий ринок.\n\n"
            "Роботи почнуться навесні, повідомили в мерії.\n\nПідтримайте незалежну журналістику",
            at=("Підтримайте незалежну журналістику",),
        ),
        bad(
            "Der Stadtrat hat am Montag beschlossen, die Markthalle zu sanieren.\n\nDie Arbeiten beginnen bald.\n\n"
            "Wenn Ihnen dieser Artikel gefällt, unterstützen Sie unseren Lokaljournalismus mit kleinem Betrag.",
            at=("Wenn Ihnen dieser Artikel gefällt, unterstützen Sie unseren Lokaljournalismus mit kleinem Betrag.",),
        ),
        bad(
            "市议会周一决定修缮老城的旧市场。\n\n工程明年春天开始，为期两年。\n\n"
            "请支持我们的记者继续做独立报道，哪怕只是一杯咖啡的钱",
            at=("请支持我们的记者继续做独立报道，哪怕只是一杯咖啡的钱",),
        ),
        bad(
            "市議会は月曜日、市場の屋根を改修する予算案を可決した。\n\n工事は来年の春に始まる。\n\n"
            "私たちの取材を、月五百円から応援してください。",
            at=("私たちの取材を、月五百円から応援してください。",),
        ),
    )

    def kept(self, article: Article, found: list[Line]) -> list[Line]:
        """Appeals in the second half; a short one only with company."""
        found = [line for line in found if at_edge(article, line)]
        return found if len(found) > 1 or any(weight(line.text) > _SHORT for line in found) else []
