"""SCH002: a required field has no value."""

from __future__ import annotations

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.schema.fields import Wanted


class MissingRequired(Wanted):
    """A field that the profile requires must have a value.

    Looked at are the record and what was found in the text. Title, author, date, outlet and URL have rules
    of their own; the others are judged here, so that no consumer of the corpus meets a hole.
    """

    code = "SCH002"
    severity = Severity.ERROR
    wish = "required"
    examples = (
        good("Le conseil a voté le budget de la ville."),
        good({"text": "Rat tagt.", "language": "de"}, fields=("language",)),
        good({"text": "市议会", "photo_credit": "新华社"}, fields=("title", "photo_credit")),
        good(
            {
                "text": "Міська рада ухвалила бюджет на наступний рік після тригодинної суперечки.",
                "author": "Юрко Гнатюк",
            },
            fields=("author",),
        ),
        bad("Rat tagt.", fields=("language",)),
        bad({"text": "Council meets", "language": "n/a"}, at=("n/a",), fields=("language",)),
        bad(
            {
                "text": "El pleno aprobó el lunes la reforma del mercado de abastos, por nueve millones de euros.",
                "language": "  ",
            },
            at=("  ",),
            fields=("language",),
        ),
        bad(
            "Der Stadtrat hat am Montag beschlossen, das Freibad in diesem Sommer nicht zu öffnen.",
            fields=("photo_credit",),
        ),
    )
