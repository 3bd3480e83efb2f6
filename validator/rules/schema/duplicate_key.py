"""SCH006: one object bears a key twice."""

from __future__ import annotations

from validator.model.finding import Severity
from validator.rules.base import bad, good
from validator.rules.schema.reported import Reported


class DuplicateKey(Reported):
    """A JSON object must bear every key once.

    Parsers keep the last value and say nothing, others the first: two readers of one file hold two
    different corpora.
    """

    code = "SCH006"
    severity = Severity.ERROR
    examples = (
        good({"$line": '{"text": "The council met.", "image": {"url": "a"}, "url": "https://example.org/a"}'}),
        good({"$line": '{"text": "Le mot \\"text\\" et encore \\"text\\".", "Text": "a"}'}),
        good({"$line": '{"text": "El pleno aprobó el lunes la reforma del mercado.", "tags": ["pan", "pan"]}'}),
        good({"$line": '{"text": "Міська рада ухвалила бюджет на наступний рік.", "a": {"id": 1}, "b": {"id": 1}}'}),
        bad({"$line": '{"text": "The council met.", "image": {"url": "a", "url": "b"}}'}, at=("url",)),
        bad(
            {"$line": '{"text": "Rada obraduje.", "authors": [{"name": "Ewa Lis"}, {"name": "", "name": "-"}]}'},
            at=("name",),
        ),
        bad({"$line": '{"text": "Der Rat hat getagt.", "date": "2025-05-14", "date": "2025-05-15"}'}, at=("date",)),
        bad(
            {"$line": '{"text": "市议会周三通过了新的预算案。", "author": "杨若溪", "author": "周启明"}'},
            at=("author",),
        ),
        bad(
            {"$line": '{"date": "2025-05-14", "text": "Городской совет решил отремонтировать рынок.", "date": null}'},
            at=("date",),
        ),
    )
