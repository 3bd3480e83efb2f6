"""Days on which very many articles of a source are dated, and what gives such a day away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from datetime import timedelta
from statistics import fmean, median, pvariance

from msgspec import Struct

from validator.model.corpus import Tables
from validator.rules import chance

_LEAST, _OTHER_DAYS = 8, 5  # articles on the day, and days beside it
_TIMES, _SHARE = 4, 0.1  # of a day that URLs or the crawl give away; as URLs do it, it needs no share
_ENORMOUS, _MANY = 25, 50  # times the usual, and articles: more than any event makes of a small source's day
_CRAWLED_ELSE = 0.1  # share of the other articles that may be dated to their crawl
_AROUND, _ABOVE_NEIGHBOURS = 3, 5  # days before and after; a fresh crawl fades towards the past, and is no spike


class Count(Struct, frozen=True):
    """Articles of a day; those collected on it; those with a day in the URL, and those where that is another day."""

    articles: int
    collected: int
    addressed: int
    elsewhere: int


Days = Mapping[Day, Count]
READS = ("source", "published", "collected", "url_day")
_COUNTS = """
SELECT source, published, count(*), count(CASE WHEN collected = published THEN 1 END), count(url_day),
  count(CASE WHEN url_day <> published THEN 1 END)
FROM articles WHERE published IS NOT NULL GROUP BY source, published
"""


def counted(tables: Tables) -> dict[str, Days]:
    """Source -> day -> counts, of the sources that have enough days."""
    counts: dict[str, dict[Day, Count]] = {}
    for source, day, *numbers in tables.rows(_COUNTS):
        counts.setdefault(source, {})[day] = Count(*numbers)
    return {source: dict(sorted(days.items())) for source, days in sorted(counts.items()) if len(days) > _OTHER_DAYS}


def candidates(days: Days) -> list[Day]:
    """The few days that have articles enough to be looked at."""
    least = max(_LEAST, _TIMES / 2 * median(one.articles for one in days.values()))
    return [day for day, one in days.items() if one.articles >= least]


def others(days: Days, day: Day) -> list[int]:
    """The articles of a source's other days."""
    return [one.articles for at, one in days.items() if at != day]


def great(days: Days, day: Day, times: float = _TIMES, share: float = _SHARE) -> bool:
    """Whether a day has so many times the usual articles, and such a share of all; not, if URLs say it truly has."""
    count, rest = days[day], others(days, day)
    truly = 2 * (count.addressed - count.elsewhere) > count.articles
    enough = count.articles >= max(_LEAST, times * median(rest))
    return not truly and enough and count.articles >= share * (count.articles + sum(rest))


def unlikely(days: Days, day: Day, level: float) -> bool:
    """Whether chance gives so many articles on a day less often than a level."""
    rest = others(days, day)
    return chance.as_many(days[day].articles, fmean(rest), pvariance(rest)) <= level


def alone(days: Days, day: Day) -> bool:
    """Whether a day towers above the days around it."""
    around = [days.get(day + timedelta(at)) for at in range(-_AROUND, _AROUND + 1) if at]
    return days[day].articles > _ABOVE_NEIGHBOURS * max((one.articles for one in around if one), default=0)


def betrayed_by_urls(days: Days, day: Day) -> bool:
    """Whether the URLs of most of a great day's articles name other days."""
    return 2 * days[day].elsewhere > days[day].articles and great(days, day, share=0)


def enormous(days: Days, day: Day) -> bool:
    """Whether a day has more articles than a source that has few of them on other days could write."""
    return days[day].articles >= _MANY and great(days, day, _ENORMOUS, 0)


def betrayed_by_crawl(days: Days, day: Day) -> bool:
    """Whether most articles of a great day were collected on it, as those of the other days were not on theirs."""
    rest = [one for at, one in days.items() if at != day]
    crawled = sum(one.collected for one in rest) <= _CRAWLED_ELSE * sum(one.articles for one in rest)
    return 2 * days[day].collected > days[day].articles and crawled and great(days, day) and alone(days, day)
