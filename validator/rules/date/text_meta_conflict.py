"""DAT014: the printed publication date is not the declared one."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, Dated, DateRole
from validator.model.finding import Finding, Severity, Skip
from validator.rules.base import ArticleRule, bad, good
from validator.rules.date import facts

_BODY = "Студенти політехніки сконструювали дрон, що стежить за здоров'ям бджолиних сімей і вимірює температуру."


class TextMetaConflict(ArticleRule):
    """The date that the article prints as its publication date must be the declared one.

    Where they differ the declared one is often that of an update, a copy or the crawl, and the article
    is sorted behind those that quote it.
    """

    code = "DAT014"
    severity = Severity.WARNING
    silenced_by = (*ArticleRule.silenced_by, "date.epoch_default")
    examples = (
        good(
            {
                "text": f"Дрон для пасічників\n\nОновлено: 13 травня 2025\n\nОпубліковано: 9 травня 2025\n\n{_BODY}",
                "date": "2025-05-09",
            }
        ),
        good(
            {"text": f"Дрон для пасічників\n\nОпубліковано: 14 травня 2025\n\n{_BODY}", "date": "2025-05-13T22:30:00Z"}
        ),
        good(
            {
                "text": f"Un drone pour les apiculteurs\n\nUn rapport publié le 6 mai 2025 le dit.\n\n{_BODY}",
                "date": "2025-05-14",
            }
        ),
        good(
            {
                "text": "Neue Zeiten für den Wochenmarkt\n\nAktualisiert am 20. Mai 2025\n\nVeröffentlicht am 14. Mai "
                "2025\n\nDer Rat von Wismar hat am Montag neue Zeiten für den Wochenmarkt beschlossen.",
                "date": "2025-05-14",
            }
        ),
        good(
            {
                "text": "The winter the weir froze\n\nFirst published 9 January 1958. Republished 9 January 2025\n\n"
                "This report by our first editor is printed as it stood, with his spelling of the names.",
                "date": "2025-01-09",
            }
        ),
        bad(
            {"text": f"Дрон для пасічників\n\nОпубліковано: 6 травня 2025\n\n{_BODY}", "date": "2025-05-14"},
            at=("6 травня 2025", "2025-05-14"),
        ),
        bad(
            {
                "text": f"Bus fares to rise across the county\n\nPublished on 3 February 2025\n\n{_BODY}",
                "date": "2025-02-12T08:00:00Z",
            },
            at=("3 February 2025", "2025-02-12T08:00:00Z"),
        ),
        bad(
            {
                "text": "Most do remontu\n\nOpublikowano: 6 maja 2025\n\nMiasto zamknie w czerwcu jedną nitkę mostu, a "
                "ruch będzie się odbywał wahadłowo.",
                "date": "2025-05-14",
            },
            at=("6 maja 2025", "2025-05-14"),
        ),
        bad(
            {
                "text": "夜市摊位重新登记\n\n发布时间：2025年5月6日\n\n老城夜市的摊位下月一日起重新登记，"
                "摊主须带身份证件办理。",
                "date": "2025-05-14",
            },
            at=("2025年5月6日", "2025-05-14"),
        ),
    )

    days: int = Field(
        default=1, ge=0, description="How many days the two may lie apart: time zones, updates at midnight."
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        every = list(facts.stated(article, DateRole.PUBLISHED))
        declared = next((one for one in every if one.label == "declared" and facts.to_the_day(one.moment)), None)
        printed = [one for one in every if one.label == "published" and facts.to_the_day(one.moment)]
        # What a page's metadata say a second time does not outvote what the page shows.
        printed = [one for one in printed if not one.evidence.declared] or printed
        if declared is None or not printed:
            yield Skip("no publication date is both declared and printed with its label")
            return
        if any(_beside(one, printed[0]) and _days(one, declared) <= self.days for one in every):
            yield Skip("a line prints both the first publication and the declared day, as those of reprints do")
            return
        apart = [min(_days(one, declared), _days(one, declared, swapped=True)) for one in printed]
        if min(apart) > self.days:
            yield self.finding(
                f"printed as published {apart[0]} days apart from the declared date",
                article,
                [printed[0].evidence, declared.evidence],
            )


def _beside(one: Dated, other: Dated) -> bool:
    """Whether two days are printed on one line."""
    here, there = one.evidence.span, other.evidence.span
    return facts.to_the_day(one.moment) and here is not None and there is not None and here.line == there.line


def _days(one: Dated, other: Dated, *, swapped: bool = False) -> int:
    """Days between two dates; ``swapped`` for the second reading of an ambiguous one."""
    assert one.moment is not None
    assert other.moment is not None
    values = [moment.other if swapped and moment.other else moment.value for moment in (one.moment, other.moment)]
    days = [facts.day(value) for value in values]
    return abs((days[0] - days[1]).days)
