"""DAT006: a declared date is not written the way machines exchange dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import UNREADABLE, ArticleRule, bad, good
from validator.rules.date import facts

_STANDARD = regex(
    r"\d{4}(?:-\d{2}(?:-\d{2})?|-?W\d{2}(?:-?\d)?|-\d{3}|\d{4})?"
    r"(?:[Tt ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?\s?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)


class NonstandardFormat(ArticleRule):
    """A declared date should be written in ISO 8601 or RFC 3339.

    Any other form is read differently by different software, as the day or the month first, in one
    language or not at all.
    """

    code = "DAT006"
    severity = Severity.INFO
    formal = True
    silenced_by = (*UNREADABLE, "date.epoch_default")
    fixable = True
    examples = (
        good({"text": "The council met.", "date": "2025-05-14 08:00:00.123+02:00"}),
        good({"text": "The council met.", "date": "2025-05", "crawled_at": "2025-06-01T00:00:00Z"}),
        good("Der Rat hat getagt.\n\n14.05.2025"),
        bad({"text": "Sperrung der A 4.", "date": "14.05.2025"}, at=("14.05.2025",)),
        bad({"text": "茶畑に防霜ファンが並ぶ。", "date": "令和7年5月14日"}, at=("令和7年5月14日",)),
        bad(
            {"text": "The council met.", "date": "Wed, 14 May 2025 08:00:00 GMT"}, at=("Wed, 14 May 2025 08:00:00 GMT",)
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for one in facts.declared(article):
            if one.moment is None or _STANDARD.fullmatch(one.evidence.quote.strip()):
                continue
            value = article.declared[facts.FIELDS[one.role]].value
            if not isinstance(value, (str, int, float)):
                continue  # a date of the file format's own
            sure = one.moment.other is None
            found = self.finding(
                f"the {facts.NAMES[one.role]} date is not in ISO 8601",
                article,
                [one.evidence],
                suggestion=f"write {one.moment.value}" if sure else None,
            )
            yield replace(found, fixable=sure)
