"""DAT010: the weekday beside a date is not that date's weekday."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WeekdayMismatch(ArticleRule):
    """A date that is written with its weekday must fall on that weekday.

    The calendar decides, so that a finding is next to certain: the date was shifted by a machine, or
    mistyped. Whoever sorts or splits the corpus by date puts the article in the wrong place.
    """

    code = "DAT010"
    severity = Severity.WARNING
    examples = (
        good("Le conseil vote\n\nPublié le mercredi 14 mai 2025\n\nLe conseil a voté."),
        good("Der Rat hat am Montag getagt, der Bericht vom 14. Mai 2025 liegt vor."),
        good("令和7年5月14日（水）、市議会は予算案を可決した。"),
        bad("The council voted on Monday, 14 May 2025, to close the pool.", at=("Monday, 14 May 2025",)),
        bad("Le conseil se réunira le mardi 14 mai 2025 à Lyon.", at=("mardi 14 mai 2025",)),
        bad("Der Rat tagt am Freitag, dem 14. Mai 2025, in Kiel.", at=("Freitag, dem 14. Mai 2025",)),
        bad("وأجريت القرعة يوم الجمعة الموافق 14 مايو 2025 بحضور ممثلي القرى.", at=("الجمعة الموافق 14 مايو 2025",)),
        bad("Der Rat tagt am Freitag, 14. Mai 2025, in Kiel.", at=("Freitag, 14. Mai 2025",)),
        bad(
            {"text": "Kedi\n\nGiriş: 14 Ocak 2026 Pazartesi 10:12\n\nKedi koltuktan inmiyor.", "language": "tr"},
            at=("14 Ocak 2026 Pazartesi",),
        ),
        bad(
            {"text": "Újra jár a komp\n\nMegjelent: 2026. január 12., kedd\n\nA komp este áll.", "language": "hu"},
            at=("2026. január 12., kedd",),
        ),
        good({"text": "Újra jár a komp\n\nA komp 2026. január 12-én, hétfőn indult.", "language": "hu"}),
        bad(
            {"text": "菜市场的诗人\n\n星期一，2026年1月20日，她在菜市场朗诵。", "language": "zh"},
            at=("星期一，2026年1月20日",),
        ),
        good({"text": "菜市场的诗人\n\n星期二，2026年1月20日，她在菜市场朗诵。", "language": "zh"}),
        good({"text": "Kedi\n\nGiriş: 14 Ocak 2026 Çarşamba 10:12\n\nKedi koltuktan inmiyor.", "language": "tr"}),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        named = [one for one in article.dates if one.moment and one.moment.weekday and one.moment.day]
        if not named:
            yield Skip("no full date stands beside a weekday")
        for one in named:
            assert one.moment is not None
            day = one.moment.day
            if day and day.isoweekday() != one.moment.weekday:
                yield self.finding(f"{day} was a {_NAMES[day.weekday()]}", article, [one.evidence])
