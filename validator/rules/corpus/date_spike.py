"""COR003: very many articles of a source bear one date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from statistics import median
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules import chance, outlets
from validator.rules.corpus import spikes
from validator.rules.survey import Corpus, CorpusRule


def _records(spike: int, *, length: int = 30, **extra: str) -> tuple[dict[str, Any], ...]:
    """Two articles a day for thirty days, or more days, and more on one day."""
    first = Day(2025, 3, 1)
    days: list[tuple[str, Day, dict[str, str]]] = [
        (f"{at}-{one}", first + timedelta(at), {}) for at in range(length) for one in range(2)
    ]
    days += [(f"s{at:02}", first + timedelta(15), extra) for at in range(spike)]
    return tuple(
        {"id": name, "text": "Council meets.", "outlet": "Bell", "date": day.isoformat(), **more}
        for name, day, more in days
    )


def _some(spike: int) -> frozenset[str]:
    return frozenset({*(f"s{at:02}" for at in range(spike)), "15-0", "15-1"})


_SPIKE = _some(40)
_WORD = regex(r"[^\W\d_]{5,}")  # a shorter one joins others
_MOST, _FEW = 2 / 3, 0.1  # of a day's titles that share a word, and of the others that may have it


class DateSpike(CorpusRule):
    """No day bears many times the articles that a source publishes on a day.

    The day of the crawl, of a move to another system, or a default passes for the publication date of everything that
    had none. A day is tested against the source's other days (Poisson, or negative binomial where they vary more) and
    must have ``times`` their median and a ``share`` of all, or be enormous for so small a source. Less is enough where
    URLs name other days, or where the day is that of the crawl as on no other day. An election night is a few times
    the usual, its URLs agree, and its titles have a word of their own (``Elections: …``).
    """

    code = "COR003"
    severity = Severity.WARNING
    reads = (*outlets.IDS, *spikes.READS, "title")
    judged = "published IS NOT NULL"
    corpora = (
        Corpus(_records(0)),
        Corpus(_records(10)),  # an election night
        Corpus(_records(40, url="https://bell.example/2025/03/16/late")),
        Corpus(_records(40, title="Elections: the count in Brackwater")),
        Corpus(_records(3)),
        Corpus(_records(20, length=150)),  # elections in a long year
        Corpus(_records(40), (_SPIKE,)),
        Corpus(_records(20, length=150, url="https://bell.example/2024/11/05/early"), (_some(20),)),
        Corpus(_records(60, length=150), (_some(60),)),
        Corpus(_records(40, url="https://bell.example/2024/11/05/early"), (_SPIKE,)),
        Corpus(
            _records(12, crawled_at="2025-03-16"),
            (_some(12),),
        ),
    )

    times: float = Field(default=10, gt=1, description="How many times the median of the other days.")
    share: float = Field(default=20, gt=0, le=100, description="How many in a hundred of the source's articles.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        known = spikes.counted(tables)
        level = chance.LEVEL / max(1, sum(map(len, known.values())))
        ids = outlets.Ids(tables)
        for source, days in known.items():
            for day in spikes.candidates(days):
                if (
                    self._stands_out(days, day)
                    and spikes.unlikely(days, day, level)
                    and not _one_event(ids, source, day)
                ):
                    yield self._finding(source, days, day, ids)

    def _stands_out(self, days: spikes.Days, day: Day) -> bool:
        if spikes.betrayed_by_crawl(days, day) or spikes.betrayed_by_urls(days, day):
            return True
        great = spikes.great(days, day, self.times, self.share / 100) or spikes.enormous(days, day)
        return great and spikes.alone(days, day)

    def _finding(self, source: str, days: spikes.Days, day: Day, ids: outlets.Ids) -> Finding:
        count, others = days[day], spikes.others(days, day)
        why = ""
        if 2 * count.elsewhere > count.addressed:
            why = f"; the URLs of {count.elsewhere} name another day"
        elif 2 * count.collected > count.articles:
            why = f"; {count.collected} were collected on it"
        return self.among(
            f"{outlets.called(source)}: {count.articles} of {count.articles + sum(others)} articles are dated {day}, "
            f"on its other days {median(others):g}{why}",
            ids.of(source, f"published = {outlets.literal(day)}"),
            source=source,
            subject=f"{source} | {day}",
        )


def _one_event(ids: outlets.Ids, source: str, day: Day) -> bool:
    """Whether most titles of a day share a word that hardly any other title of the source has."""
    titles = ids.rows(
        source, f"title, published = {outlets.literal(day)}", "title IS NOT NULL AND published IS NOT NULL"
    )
    words: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for title, own in titles:
        words[own].update({one.casefold() for one in _WORD.findall(title)})
    own = sum(of_day for _, of_day in titles)
    return any(
        times >= _MOST * own and words[False][word] <= _FEW * (len(titles) - own) for word, times in words[True].items()
    )
