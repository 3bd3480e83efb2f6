"""PAG004: an error page stands in the article's place."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.page.stand_in import StandIn


class Error(StandIn):
    """What was collected is the article, not the server's message that there is none.

    A server that answers an error with status 200 fills a corpus with them. They are dated, have an
    address and count as articles.
    """

    code = "PAG004"
    severity = Severity.ERROR
    section: ClassVar = "page.error"
    says: ClassVar = "an error page"
    head: ClassVar = 3
    examples = (
        good("The 404 that toppled a minister\n\nIt began with a link: reporters found the words “Page not found”."),
        good("Bakker zet ‘Pagina niet gevonden’ op zijn taart\n\nEen bakker uit Breda heeft een taart gemaakt."),
        good("Kirjasto poistaa kirjoja\n\nKirjastosta poistettiin 404 kirjaa, moni artikkeli siirrettiin arkistoon."),
        good("La page a été retirée du registre\n\nLe maire a retiré lundi la page 404 du registre, tachée de vin."),
        bad("Page introuvable\n\nErreur 404\n\nVérifiez l'adresse.", at=("Page introuvable", "Erreur 404")),
        bad("404 Not Found\n\nnginx", at=("404 Not Found",)),
        bad("Страница не найдена\n\nВозможно, её удалили.", at=("Страница не найдена",)),
        bad(
            "Oj! Coś poszło nie tak (404)\n\nArtykuł, którego szukasz, został usunięty albo zmienił adres.",
            at=("Artykuł, którego szukasz, został usunięty albo zmienił adres.",),
        ),
        bad(
            "申し訳ありません\n\nこの記事は掲載を終了したか、アドレスが変更されたため表示できません。",
            at=("この記事は掲載を終了したか、アドレスが変更されたため表示できません。",),
        ),
    )

    longest: int = Field(
        default=600,
        gt=0,
        description="Letters up to which a text can be such a page; an ideograph counts for 2.5.",
    )
