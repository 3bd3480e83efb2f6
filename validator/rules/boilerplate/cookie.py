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
    )
