"""On which weekdays a source publishes, and how much: learnt from its own days, as far as they are covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as Day
from datetime import timedelta
from functools import cached_property
from itertools import groupby, pairwise
from math import comb, exp, sqrt
from statistics import median

from msgspec import Struct

from validator.rules import chance
from validator.rules.corpus.holidays import holiday

LEAST_ARTICLES, LEAST_DAYS = 20, 10  # from which a pattern can be learnt
_USUAL = 0.9  # share of a weekday's days
_WEEKS = 4  # from which a weekday can be usual
_REGULAR_DAYS, _MISSED = 19, 0.05
_WEEKLY = 2  # weekdays at most
_LONG = 10  # times the median interval; of what comes as it may, five times is nothing unusual
_FEW = 14  # days that are never long
_WEEK, _RUN = 7, 3  # days, and weeks on end
_HOLIDAYS = 6  # from which it can be told that a source keeps none
_PAUSE, _YEAR, _SAME_TIME = 7, 365.25, 14  # days: of a pause at least, of a year, and between its beginnings
_DOUBT = 4  # standard errors that a spread must lie below 1, for a source to be taken for more even than chance


class Gap(Struct, frozen=True):
    """The days between two on which a source published; or with a ``step`` of seven one weekday of several weeks."""

    first: Day
    last: Day
    step: int = 1

    @property
    def days(self) -> list[Day]:
        return [self.first + timedelta(at) for at in range(0, (self.last - self.first).days + 1, self.step)]


class Week(Struct, frozen=True):
    """Seven weekdays each: days, days with articles, articles; ``spread`` is variance over mean, 1 in doubt.

    Holidays without articles are no days.
    """

    days: list[int]
    having: list[int]
    articles: list[int]
    spread: float

    def usual(self, day: Day) -> bool:
        at = day.weekday()
        return self.days[at] >= _WEEKS and self.having[at] >= _USUAL * self.days[at]

    def mean(self, day: Day) -> float:
        at = day.weekday()
        return self.articles[at] / self.days[at] if self.days[at] else 0.0

    def none(self, days: list[Day]) -> float:
        """How likely it is that none of some days has an article."""
        found = 1.0
        for day in days:
            found *= chance.none_of(self.mean(day), self.mean(day) * self.spread)
        return found

    @property
    def regular(self) -> float:
        """How likely it is that a source without a plan has so many of its usual days; 1 where it misses many.

        Both tests are binomial: against the share of days on which Poisson has any article at all, and, for what
        appears once or twice a week without fail, against the share of the week that these weekdays are. That just
        these weekdays are full is one of as many chances as there are choices of weekdays.
        """
        at = [one for one in range(7) if self.days[one] >= _WEEKS and self.having[one] >= _USUAL * self.days[one]]
        days, having = sum(self.days[one] for one in at), sum(self.having[one] for one in at)
        if days < _REGULAR_DAYS or having < (1 - _MISSED) * days:
            return 1.0
        any_at_all = sum((1 - exp(-self.articles[one] / self.days[one])) * self.days[one] for one in at)
        found = chance.at_least(having, days, any_at_all / days)
        if len(at) <= _WEEKLY and having == days:
            found = min(found, chance.at_least(having, sum(self.having), len(at) / 7))
        return min(1.0, found * comb(7, len(at)))


class Pattern(Struct, frozen=True, dict=True):
    """Day -> articles of a source, in order."""

    counts: Mapping[Day, int]

    @property
    def learnt(self) -> bool:
        return len(self.counts) >= LEAST_DAYS and sum(self.counts.values()) >= LEAST_ARTICLES

    @cached_property
    def time(self) -> Gap:
        """From its first day to its last."""
        return Gap(min(self.counts), max(self.counts))

    @cached_property
    def interval(self) -> float:
        """Days from one day with articles to the next."""
        return median((after - before).days for before, after in pairwise(self.counts))

    @cached_property
    def gaps(self) -> list[Gap]:
        day = timedelta(1)
        return [Gap(before + day, after - day) for before, after in pairwise(self.counts) if after - before > day]

    @cached_property
    def runs(self) -> list[Gap]:
        """Weeks on end that lack one weekday, fewer than those that have it, and between such; none in long gaps."""
        first, last = self.time.first, self.time.last
        lost = {day for gap in self.gaps if self.long(gap) for day in gap.days}
        found = []
        for start in (first + timedelta(at) for at in range(_WEEK)):
            days = [*Gap(start, last, _WEEK).days]
            for empty, run in groupby(days, lambda day: day not in self.counts and day not in lost):
                missed = [*run]
                between = missed[0] != days[0] and missed[-1] != days[-1]  # else the weekday came, or was given up
                if empty and between and _RUN <= len(missed) <= self.week.having[start.weekday()]:
                    found.append(Gap(missed[0], missed[-1], _WEEK))
        return found

    @cached_property
    def holidays(self) -> list[Day]:
        """Those between its first day and its last that fall on its usual weekdays."""
        days = self.time.days
        return [day for day in days if holiday(day) and self.week.usual(day)]

    @cached_property
    def kept(self) -> list[Day]:
        """The holidays on which it has nothing."""
        return [day for day in self.holidays if day not in self.counts]

    def keeps_none(self, gap: Gap) -> bool:
        """Whether a source has articles on all other holidays: then one within a gap is a day like any other."""
        within = set(gap.days)
        others = [day for day in self.holidays if day not in within]
        return len(others) >= _HOLIDAYS and all(day in self.counts for day in others)

    def every_year(self, days: list[Day]) -> bool:
        """Whether it has nothing on any of some days in any other year, of those that fall on its usual weekdays."""
        first, last = self.time.first, self.time.last
        for day in days:
            years = [one for one in range(first.year, last.year + 1) if one != day.year and not _leap(day)]
            others = [one for one in (day.replace(year=year) for year in years) if first < one < last]
            asked = [one for one in others if self.week.usual(one)]
            if not asked or any(one in self.counts for one in asked):
                return False
        return True

    def pauses(self, day: Day) -> bool:
        """Whether a day lies in a gap like which there is one in most other years at that time."""
        gap = next((one for one in self.gaps if one.first <= day <= one.last), None)
        if gap is None or len(gap.days) < max(_PAUSE, 2 * self.interval):
            return False
        first, last = self.time.first, self.time.last
        years = (last - first).days // 365 + 1
        shifted = (timedelta(round(at * _YEAR)) for at in range(-years, years + 1) if at)
        covered = [by for by in shifted if first < gap.first + by and gap.last + by < last]
        again = sum(any(self._alike(gap, other, by) for other in self.gaps) for by in covered)
        return 2 * again > len(covered)

    @staticmethod
    def _alike(gap: Gap, other: Gap, by: timedelta) -> bool:
        """Whether another gap is about as long, and begins so many days later."""
        beside = abs((other.first - gap.first - by).days) <= _SAME_TIME
        return beside and len(gap.days) <= 2 * len(other.days) and len(other.days) <= 2 * len(gap.days)

    def long(self, gap: Gap) -> bool:
        return gap.step == 1 and len(gap.days) > max(_FEW, _LONG * self.interval)

    def covers(self, day: Day) -> bool:
        return self.time.first <= day <= self.time.last

    @cached_property
    def settled(self) -> Pattern:
        """Without the few days before and after its own time that most likely are wrong dates (1970, next century).

        Its own time begins and ends with stretches between long gaps that have days enough to learn from, else with
        the longest of them. A shorter one belongs to it where it lies no farther away than that time lasts.
        """
        stretches: list[list[Day]] = [[]]
        long = {gap.first for gap in self.gaps if self.long(gap)}
        for day in self.counts:
            if stretches[-1] and stretches[-1][-1] + timedelta(1) in long:
                stretches.append([])
            stretches[-1].append(day)
        least = min(LEAST_DAYS, max(map(len, stretches)))
        whole = [at for at, days in enumerate(stretches) if len(days) >= least]
        first, last = stretches[whole[0]][0], stretches[whole[-1]][-1]
        for days in reversed(stretches[: whole[0]]):
            first = days[0] if first - days[-1] <= last - first else first
        for days in stretches[whole[-1] + 1 :]:
            last = days[-1] if days[0] - last <= last - first else last
        return Pattern({day: count for day, count in self.counts.items() if first <= day <= last})

    @cached_property
    def week(self) -> Week:
        """Learnt from all days but those of long gaps."""
        return self._week(day for gap in self.gaps if not self.long(gap) for day in gap.days)

    def week_without(self, gap: Gap) -> Week:
        """What the other days say, so that a gap does not vouch for itself."""
        if self.long(gap):
            return self.week
        days = [*self.week.days]
        for day in gap.days:
            days[day.weekday()] -= not holiday(day)
        return Week(days, self.week.having, self.week.articles, self.week.spread)

    def _week(self, empty: Iterator[Day]) -> Week:
        days, having, articles = [0] * 7, [0] * 7, [0] * 7
        most = 4 + 4 * median(self.counts.values())  # one great day must not hide that the others are alike
        for day in empty:
            days[day.weekday()] += not holiday(day)
        for day, count in self.counts.items():
            at = day.weekday()
            days[at] += 1
            having[at] += 1
            articles[at] += min(count, round(most))
        squares = sum(min(count, round(most)) ** 2 for count in self.counts.values())
        left = squares - sum(total**2 / count for total, count in zip(articles, days, strict=True) if count)
        free = sum(days) - sum(1 for one in days if one)
        spread = left / free / (sum(articles) / sum(days)) if free > 0 else 1.0
        told = sum(day - 1 for day, count in zip(days, having, strict=True) if count)
        even = spread * (1 + _DOUBT * sqrt(2 / told)) if told > 0 else 1.0
        return Week(days, having, articles, max(spread, min(1.0, even)))


def _leap(day: Day) -> bool:
    return (day.month, day.day) == (2, 29)
