"""DAT005: the day and the month of a numeric date can be swapped."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import DeclaredRule, bad, good
from validator.rules.date import facts


class AmbiguousDmy(DeclaredRule):
    """A numeric date must tell which number is the month.

    03/04/2025 is 3 April in London and 4 March in New York. Settled by, in this order: another date of
    the article, the weekday, a date beside it with a part over 12, the time of collection, the language
    and the country. What is left is a guess, and half of the guesses are wrong by months.
    """

    code = "DAT005"
    severity = Severity.WARNING
    examples = (
        good(
            {
                "text": "The council met.",
                "date": "03/04/2025",
                "language": "en",
                "url": "https://example.org/2025/04/03/a",
            }
        ),
        good({"text": "The council met.", "date": "03/04/2025", "language": "en-GB"}),
        good(
            {"text": "The council met.", "date": "03/04/2025", "language": "en", "url": "https://www.example.co.uk/a"}
        ),
        good({"text": "Der Rat hat getagt.", "date": "03.04.2025", "language": "en"}),
        good({"text": "Le conseil a voté.", "date": "03/04/2025", "language": "fr"}),
        good({"text": "The council met.", "date": "04/04/2025", "language": "en"}),
        good({"text": "The council met.", "date": "03/11/2025", "language": "en", "crawled_at": "2025-04-02"}),
        bad({"text": "古镇灯会吸引了大批游客。", "date": "03/04/2025", "language": "zh"}, at=("03/04/2025",)),
        bad(
            {"text": "The council met.", "date": "05/06/2025", "language": "en", "crawled_at": "2025-07-20"},
            at=("05/06/2025",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        for role in (DateRole.PUBLISHED, DateRole.MODIFIED):
            for one in facts.stated(article, role):
                if one.moment and one.moment.other:
                    message = f"either {one.moment.value[:10]} or {one.moment.other[:10]}"
                    yield self.finding(message, article, [one.evidence])
