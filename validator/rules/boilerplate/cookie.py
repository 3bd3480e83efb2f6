"""BPL002: a cookie notice stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class Cookie(MarkedLines):
    """A request for consent to cookies is no part of an article.

    It is law's boilerplate, the same on a million pages: it outweighs what it stands beside in any count
    of words, and tells a reader nothing.
    """

    code = "BPL002"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.cookie"
    thing: ClassVar = "a cookie notice"
    longest: ClassVar = 900
    examples = (
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "“We use cookies to improve your experience,” the banner said, and nobody at the market had read it."
        ),
        good(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Cookies auf Webseiten sind nicht das Thema, scherzte der Bäcker, seine seien aus Butter."
        ),
        good(
            "Targowisko czeka na nowy dach\n\nRada miasta zdecydowała w poniedziałek o remoncie hali targowej za "
            "dziewięć milionów złotych.\n\nPrace ruszą wiosną i potrwają dwa lata, zapowiedział burmistrz podczas "
            "spotkania.\n\n„Używamy plików cookie” – głosi szyld nad piekarnią, a piekarz śmieje się, że jego "
            "ciasteczka znikają rano."
        ),
        good(
            "Les bandeaux disparaissent\n\nLa commune a retiré lundi la fenêtre de son portail, jugée illégale par le "
            "régulateur.\n\n« Plus personne ne la lisait », reconnaît la mairie.\n\nNous utilisons des cookies depuis "
            "vingt ans sans savoir pourquoi, résume un informaticien. Seuls ceux de session restent, au choix."
        ),
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Contact us\nCookie policy\nCookie settings"
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Nous utilisons des cookies pour améliorer votre expérience sur notre site.",
            at=("Nous utilisons des cookies pour améliorer votre expérience sur notre site.",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Alle Cookies akzeptieren",
            at=("Alle Cookies akzeptieren",),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\n"
            "工程明年春天开始，为期两年，市政府在居民会议上介绍说。\n\n"
            "我们使用 Cookie 来改善您的浏览体验。",
            at=("我们使用 Cookie 来改善您的浏览体验。",),
        ),
        bad(
            "ترميم سوق المدينة القديم\n\nقرر المجلس البلدي يوم الاثنين ترميم سوق المدينة القديم بكلفة تسعة ملايين "
            "دينار.\n\nتبدأ الأعمال في الربيع وتستمر عامين، كما أعلنت البلدية في لقاء مع السكان.\n\n"
            "نستخدم ملفات تعريف الارتباط لتحسين تجربتكم",
            at=("نستخدم ملفات تعريف الارتباط لتحسين تجربتكم",),
        ),
    )
