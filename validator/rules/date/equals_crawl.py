"""DAT021: a source's articles are dated to the day on which they were collected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.corpus import spikes
from validator.rules.survey import Corpus, CorpusRule

_LEAST = 10  # articles with a day in the URL
_BY_CHANCE = 0.1  # share of URLs that may name another day: of what was updated, or moved
_MOST = 0.5


def _records(articles: int, age: int, *, crawl: str = "", url: bool = True) -> tuple[dict[str, Any], ...]:
    """Articles dated to the day of the crawl, published ``age`` days apart from one another by their URLs."""
    last = Day(2025, 6, 30)
    records = []
    for at in range(articles):
        day = last - timedelta(at * age)
        seen = crawl or day.isoformat()
        address = f"https://bell.example/{day:%Y/%m/%d}/item-{at}" if url else f"https://bell.example/item-{at}"
        records.append(
            {"id": f"a{at:02}", "text": "Council meets.", "outlet": "Bell", "url": address}
            | {"date": seen, "crawled_at": seen}
        )
    return tuple(records)


class EqualsCrawl(CorpusRule):
    """The day of publication is not the day of the crawl, article for article.

    Where no date is found, some tools give that of the HTTP header or of the clock; a whole archive is then dated to
    the week in which it was fetched. News that are fetched daily are published on the day of the crawl as well: a
    source is at fault where many of its articles bear the day of their crawl while most of their URLs name a day more
    than one away, tested (binomial) against the tenth of URLs that may, or where one day of crawling towers above all
    other days of a source whose other articles are not dated to their crawl (see corpus.date_spike).
    """

    code = "DAT021"
    severity = Severity.INFO
    reads = (*outlets.IDS, *spikes.READS)
    judged = "published IS NOT NULL AND collected IS NOT NULL"
    corpora = (
        Corpus(_records(20, 1)),
        Corpus(_records(20, 0, crawl="2025-06-30")),
        Corpus(_records(20, 3, crawl="2025-07-01", url=False)),
        Corpus(_records(6, 30, crawl="2025-07-01")),
        Corpus(tuple(one | {"crawled_at": "2025-08-01"} for one in _records(40, 1))),
        Corpus(
            tuple(one | {"crawled_at": "2025-08-01"} for one in _records(40, 1, url=False))
            + tuple(one | {"id": f"b{at:02}"} for at, one in enumerate(_records(12, 9, crawl="2025-08-01", url=False))),
            (frozenset(f"b{at:02}" for at in range(12)),),
        ),
        Corpus(_records(20, 30, crawl="2025-07-01"), (frozenset(f"a{at:02}" for at in range(20)),)),
    )

    share: float = Field(default=30, gt=0, le=100, description="How many in a hundred articles bear the crawl's day.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        ids = outlets.Ids(tables)
        named = set()
        for source, message in self._by_urls(tables):
            named.add(source)
            yield self.among(message, ids.of(source, "published = collected"), source=source, subject=source)
        known = spikes.counted(tables)
        level = chance.LEVEL / max(1, sum(map(len, known.values())))
        for source, days in known.items():
            for day in spikes.candidates(days):
                count = days[day]
                if source not in named and spikes.betrayed_by_crawl(days, day) and spikes.unlikely(days, day, level):
                    yield self.among(
                        f"{outlets.called(source)}: {count.collected} articles are dated to the day of their crawl, "
                        f"{day}, of the others hardly any",
                        ids.of(source, f"published = collected AND published = {outlets.literal(day)}"),
                        source=source,
                        subject=source,
                    )

    def _by_urls(self, tables: Tables) -> Iterator[tuple[str, str]]:
        """Sources whose URLs name other days, with what there is to say."""
        rows = [row for row in tables.rows(_COUNTS) if row[3] >= _LEAST]
        for source, articles, equal, addressed, elsewhere in rows:
            if equal < self.share / 100 * articles or elsewhere <= _MOST * addressed:
                continue
            if chance.at_least(elsewhere, addressed, _BY_CHANCE) * len(rows) <= chance.LEVEL:
                told = f"{equal} of {articles} articles are dated to the day of their crawl, "
                told += f"of {addressed} URLs with a day {elsewhere} name another one"
                yield source, f"{outlets.called(source)}: {told}"


_AWAY = "published = collected AND (published - url_day > 1 OR url_day - published > 1)"
_COUNTS = f"""
SELECT source, count(*), count(CASE WHEN published = collected THEN 1 END),
  count(CASE WHEN published = collected AND url_day IS NOT NULL THEN 1 END), count(CASE WHEN {_AWAY} THEN 1 END)
FROM articles WHERE published IS NOT NULL AND collected IS NOT NULL GROUP BY source
"""
