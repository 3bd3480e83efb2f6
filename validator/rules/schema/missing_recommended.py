"""SCH003: a recommended field has no value."""

from __future__ import annotations

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.schema.fields import Wanted


class MissingRecommended(Wanted):
    """A field that the profile recommends should have a value.

    Without it the article can be used, but not for everything that the profile is meant for: not split by
    language, not traced to its licence, not held against its last change.
    """

    code = "SCH003"
    severity = Severity.WARNING
    wish = "recommended"
    examples = (
        good("El pleno aprobó el presupuesto."),
        good(
            {"text": "Gemeenteraad stemt.", "photo_licence": "CC0", "photo_credit": "Jan Smit"},
            fields=("photo_licence",),
        ),
        good({"text": "市議会は予算案を可決した。", "crawled_at": "2025-05-14"}, fields=("crawled_at",)),
        bad("O conselho aprovou o orçamento.", fields=("photo_credit",)),
        bad({"text": "Rada głosowała.", "crawled_at": "-"}, at=("-",), fields=("crawled_at",)),
    )
