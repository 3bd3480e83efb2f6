"""PAG003: a request to switch on JavaScript stands in the article's place."""

from __future__ import annotations

from typing import ClassVar

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.page.stand_in import StandIn


class JsRequired(StandIn):
    """What was collected is the article, not the page for browsers that cannot show it.

    The text was never in the page as served: the record holds no news, and every record of the site is
    the same.
    """

    code = "PAG003"
    severity = Severity.ERROR
    section: ClassVar = "page.js_required"
    says: ClassVar = "a request to switch on JavaScript"
    examples = (
        good("JavaScript turns thirty\n\nThe language that JavaScript's author wrote in ten days runs on most sites."),
        good("‘Schakel JavaScript in’ staat er op de taart, in witte chocolade, en de bakker is er trots op."),
        good(
            "Pool bleibt zu\n\nVon Petra Lind\n\nDer Rat hat am Montag beschlossen, das Bad auch im Sommer nicht zu "
            "öffnen. Die Pumpen seien nicht zu retten, sagte die Bürgermeisterin, und ein Ersatz koste zwei Millionen "
            "Euro. Die Stadt prüft nun, ob das Bad der Nachbargemeinde mitgenutzt werden kann. Der Förderverein will "
            "klagen.\n\nBitte aktivieren Sie JavaScript, um die Kommentare zu sehen."
        ),
        good(
            "Oslo browser gets strict\n\nBy Una Brandt\n\nFrom June its users must allow JavaScript site by site.\n\n"
            "The firm said on Monday that most of them will never turn it on."
        ),
        good("Il murale\n\nSul muro della scuola qualcuno ha scritto «Attiva JavaScript», e nessuno sa perché."),
        bad(
            "Bitte aktivieren Sie JavaScript\n\nBitte ändern Sie die Einstellungen und laden Sie die Seite neu.",
            at=("Bitte aktivieren Sie JavaScript",),
        ),
        bad("JavaScript est désactivé dans votre navigateur.", at=("JavaScript est désactivé dans votre navigateur.",)),
        bad(
            "A Voz do Sado\n\nPara ler esta página, tem de permitir o JavaScript nas definições do seu navegador.\n\n"
            "Depois de o fazer, volte a carregar a página.",
            at=("Para ler esta página, tem de permitir o JavaScript nas definições do seu navegador.",),
        ),
        bad(
            "瀏覽器提示\n\n本站內容須由 JavaScript 載入，請在瀏覽器設定中開啟後重新整理。",
            at=("本站內容須由 JavaScript 載入，請在瀏覽器設定中開啟後重新整理。",),
        ),
    )
