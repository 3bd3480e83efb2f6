"""BPL012: a label of an advertisement stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class AdLabel(MarkedLines):
    """The label of an advertisement is no part of an article.

    It cuts sentences and paragraphs in two, and shows that the advertisement itself may be in the text.
    """

    code = "BPL012"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.ad_label"
    thing: ClassVar = "an advertising label"
    examples = (
        good(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Auf ein Schild im Verkaufsraum hatte der Händler das Wort „Anzeige“ gemalt, darunter einen Preis."
        ),
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "La publicité a payé la moitié de la halle, et son fronton en porte encore la trace."
        ),
        good(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Реклама чая висит над входом с 1911 года, и художники восстановят её по старым снимкам."
        ),
        good(
            "Startseite\n\nKultur\n\nAnzeigen\n\nAbo\n\nMarkthalle wird saniert\n\nDer Stadtrat hat am Montag "
            "beschlossen, die Markthalle für neun Millionen Euro zu sanieren."
        ),
        bad(
            "Lipovec vyhral\n\nLipovec v nedeľu získal ihrisko a tri body.\n\nSkryťVypnúť reklamu\n\nČlánok pokračuje "
            "pod video reklamou\n\nPo zmene strán sa hralo prevažne v strede poľa.",
            at=("SkryťVypnúť reklamu", "Článok pokračuje pod video reklamou"),
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Publicité\n\n"
            "L'opposition a voté contre le projet, qu'elle juge trop cher pour une ville de cette taille.",
            at=("Publicité",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Anzeige",
            at=("Anzeige",),
        ),
        bad(
            "旧市場の屋根を改修へ\n\n市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。"
            "工事は春に始まる。\n\n広告\n\n売り手の多くは、雨の日も店を開けられると歓迎している。",
            at=("広告",),
        ),
        bad(
            "El mercado tendrá tejado nuevo\n\nEl pleno aprobó el lunes la reforma del mercado de abastos, por nueve "
            "millones de euros.\n\nPublicidad\n\nLas obras empezarán en primavera y durarán dos años.",
            at=("Publicidad",),
        ),
    )
