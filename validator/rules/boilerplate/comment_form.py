"""BPL001: a comment form stands in the text."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.boilerplate.lines import MarkedLines


class CommentForm(MarkedLines):
    """A form for readers' comments is no part of an article.

    The same words stand under every article of a site: they make different articles look alike, and a
    model learns to end its texts with them.
    """

    code = "BPL001"
    severity = Severity.WARNING
    section: ClassVar = "boilerplate.comment_form"
    thing: ClassVar = "a comment form"
    place: ClassVar = "edges"
    examples = (
        good(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "« Laisser un commentaire » : ces trois mots disparaissent des sites de presse, constate une étude."
        ),
        good(
            "Market hall to be renovated\n\n"
            "The council voted on Monday to renovate the market hall, for nine million pounds.\n\n"
            "Work will begin in the spring, the mayor told residents at a public meeting on Tuesday.\n\n"
            "Leave a comment, and the neighbours answer within minutes, says the market's oldest trader."
        ),
        bad(
            "La halle de Sète sera rénovée\n\n"
            "Le conseil municipal de Sète a voté lundi soir la rénovation de la halle, pour neuf millions d'euros.\n\n"
            "Les travaux commenceront au printemps et dureront deux ans, a précisé la mairie mardi.\n\n"
            "Laisser un commentaire\n\n"
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            at=(
                "Laisser un commentaire",
                "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
            ),
        ),
        bad(
            "Рынок отремонтируют за два года\n\n"
            "Городской совет в понедельник решил отремонтировать рынок за девять миллионов рублей.\n\n"
            "Работы начнутся весной и продлятся два года, сообщили в мэрии на встрече с жителями.\n\n"
            "Добавить комментарий",
            at=("Добавить комментарий",),
        ),
    )
