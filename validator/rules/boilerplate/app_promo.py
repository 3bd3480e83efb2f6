"""BPL014: an advertisement for the site's app stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class AppPromo(MarkedLines):
    """An advertisement for the site's own app is no part of an article.

    It is repeated under every article and says nothing about any of them.
    """

    code = "BPL014"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.app_promo"
    thing: ClassVar = "an advertisement for an app"
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "L'application de la halle, que l'on peut télécharger depuis mardi, affiche le prix des huîtres."
        ),
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Traders download the app before breakfast and read the prices aloud to those without a phone."
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Téléchargez notre application",
            at=("Téléchargez notre application",),
        ),
        bad(
            "Markthalle wird saniert\n\n"
            "Der Stadtrat hat am Montag beschlossen, die Markthalle für neun Millionen Euro zu sanieren.\n\n"
            "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre, teilte die Verwaltung am Dienstag mit.\n\n"
            "Laden Sie unsere App herunter und verpassen Sie keine Nachricht",
            at=("Laden Sie unsere App herunter und verpassen Sie keine Nachricht",),
        ),
    )
