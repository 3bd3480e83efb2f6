"""SCH001: a file or a record that cannot be read."""

from __future__ import annotations

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.schema.reported import Reported


class Unreadable(Reported):
    """Every record must be readable: whole, in its format, and text.

    What cannot be read is missing from the corpus without anybody noticing; here it is named by its
    line, and the lines after it are read.
    """

    code = "SCH001"
    severity = Severity.ERROR
    silenced_by = ()
    examples = (
        good({"$line": '\ufeff{"text": "The council met."}\r\n'}),
        good({"$line": '{"text": "Le conseil a voté : \\"{\\" n\'est pas du JSON."}'}),
        good({"$line": '{"text": "市议会周三通过了新的预算案。"}\r\n'}),
        bad({"$line": '{"text": "Der Rat hat getagt."'}, at=('{"text": "Der Rat hat getagt."',)),
        bad({"$line": '["title", "text"]'}, at=('["title", "text"]',)),
        bad(
            {"$line": '{"text": "El pleno aprobó el lunes la reforma", "lang": es}'},
            at=('{"text": "El pleno aprobó el lunes la reforma", "lang": es}',),
        ),
    )
