"""Lost days, spikes and lapsed fields, planted in half of a corpus's sources: what is found, what is said of the rest.

The sources have habits of their own: days of the week on which they publish, more or fewer articles on each, holidays
that they keep, a day of elections, fields that they fill always, mostly or never. A gap counts as found where a finding
names its source and one of its days.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from itertools import count
from math import exp
from pathlib import Path
from random import Random

import orjson

from benchmarks.measure import PRINTED, Table, check, cost, folder
from benchmarks.words import LANGUAGES, Teller, words

FIRST, DAYS = Day(2024, 9, 2), 270  # Christmas, Easter, May 1 and Ascension lie within
SMALLEST = 12  # sources
A_SOURCE = 1_090  # articles of one, about
WEEKS = {
    "daily": (1, 1, 1, 1, 1, 1, 1),
    "thin weekends": (1, 1, 1, 1, 1, 0.3, 0.3),
    "weekdays": (1, 1, 1, 1, 1, 0, 0),
    "six days": (1, 1, 1, 1, 1, 1, 0),
    "weekly": (0, 0, 0, 3, 0, 0, 0),
    "as it comes": (0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12),
}
SPOILT = ("daily", "thin weekends", "weekdays", "six days")
HOLIDAYS = (Day(2024, 12, 25), Day(2025, 1, 1), Day(2025, 4, 18), Day(2025, 4, 21), Day(2025, 5, 1))
RULES = {"corpus.date_gap": "gaps", "corpus.date_spike": "spikes", "corpus.completeness_drop": "drops"}
FIELDS = ("title", "author", "photo_credit", "language")
# Five days twice: over a holiday and the weekend behind it, and over Christmas.
GAPS = (
    *[("five days", Day(2025, 5, 1), 5), ("five days", Day(2024, 12, 25), 5), ("a week", Day(2024, 11, 11), 7)],
    *[("a month", Day(2025, 2, 1), 28), ("Mondays", Day(2024, 10, 14), 8), ("three days", Day(2025, 3, 11), 3)],
)
FOUND = re.compile(r"\d{4}-\d\d-\d\d")
Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its number; ``rule`` is the one that is to find fault with it, if any."""

    number: int
    rule: str | None

    @property
    def name(self) -> str:
        return f"Outlet {self.number}"

    @property
    def dice(self) -> Random:
        return Random(f"source {self.number}")  # noqa: S311 - the same articles every time is the point

    @property
    def lost(self) -> set[Day]:
        _, first, length = GAPS[self.number // 6 % len(GAPS)]
        step = 7 if self.gap == "Mondays" else 1
        return {first + timedelta(at * step) for at in range(length)} if self.rule == "corpus.date_gap" else set()

    @property
    def gap(self) -> str:
        return GAPS[self.number // 6 % len(GAPS)][0]


def sources(articles: int) -> list[Source]:
    """Every second one is in order; of the others a third each loses days, gains a spike, or loses a field."""
    rules = tuple(RULES)
    number = max(SMALLEST, round(articles / A_SOURCE))
    return [Source(at, rules[at // 2 % len(rules)] if at % 2 else None) for at in range(number)]


def records(source: Source) -> Iterator[Record]:
    """The articles of a source, day by day."""
    dice = source.dice
    mean, steady = dice.choice(((2, True), (3, True), (7, False), (9, False)))
    week = WEEKS[dice.choice(SPOILT if source.rule else tuple(WEEKS))]
    kept = dice.random() < 0.5  # the holidays
    filled = {field: dice.choice((1, 1, 0.95, 0.7)) for field in FIELDS}
    people = [Teller(dice, words(_language(source)), FIRST).name() for _ in range(12)]
    election, turn = FIRST + timedelta(dice.randrange(DAYS)), FIRST + timedelta(dice.randrange(90, 180))
    lapsed, left = FIELDS[source.number // 6 % len(FIELDS)], dice.choice((0, 0.4))
    if source.rule == "corpus.completeness_drop":
        filled[lapsed] = max(filled[lapsed], 0.95)
    numbers = count()
    for at in range(DAYS):
        day = FIRST + timedelta(at)
        much = mean * week[day.weekday()] * (3 if day == election else 1)
        number = 0 if kept and day in HOLIDAYS else _number(dice, much, steady=steady)
        spike = 60 if source.rule == "corpus.date_spike" and day == turn else 0
        for late in range(number + spike):
            shares = dict(filled)
            if source.rule == "corpus.completeness_drop" and day >= turn:
                shares[lapsed] *= left
            written = day if late < number else day - timedelta(dice.randrange(30, 3000))
            one = _record(source, next(numbers), day, written, dice.choice(people))
            lacking = {field for field, share in shares.items() if dice.random() >= share}
            if day not in source.lost:
                yield {name: value for name, value in one.items() if name not in lacking}


def _record(source: Source, number: int, day: Day, written: Day, author: str) -> Record:
    dice = Random(f"record {source.number} {number}")  # noqa: S311
    teller = Teller(dice, words(_language(source)), written)
    title = teller.sentence().rstrip(".。")
    collected = day + timedelta(dice.randrange(1, 4))
    return {
        "id": f"{source.number}-{number}",
        "title": f"{title} {number}",
        "author": author,
        "date": day.isoformat(),
        "language": _language(source),
        "outlet": source.name,
        "url": f"https://outlet{source.number}.example/{written:%Y/%m/%d}/{number}",
        "crawled_at": f"{collected}T06:{number % 60:02}:00Z",
        "photo_credit": teller.name(),
        "text": "\n\n".join(teller.body(300)),
    }


def _language(source: Source) -> str:
    return LANGUAGES[source.number % len(LANGUAGES)]


def _number(dice: Random, mean: float, *, steady: bool) -> int:
    """The articles of a day: by a plan, give or take one, or as they come."""
    if steady and mean >= 2:  # never none
        return int(mean) + dice.randrange(-1, 2)
    return _poisson(dice, mean)


def _poisson(dice: Random, mean: float) -> int:
    found, left = 0, dice.random()
    term = exp(-mean)
    while left > term and mean:
        left -= term
        found += 1
        term *= mean / found
    return found


def write(path: Path, made: list[Source]) -> int:
    """All records as JSON Lines; how many they are."""
    written = 0
    with path.open("wb") as lines:
        for source in made:
            for record in records(source):
                lines.write(orjson.dumps(record) + b"\n")
                written += 1
    return written


def bench(options: Namespace) -> Table:
    made = sources(options.articles or 10_000)
    with folder() as place:
        articles = write(place / "all.jsonl", made)
        spent = cost(check("all.jsonl", "--select", "corpus"), place)
        told = [one for one in map(orjson.loads, (place / PRINTED).open("rb")) if one.get("rule") in RULES]
    by_name = {source.name: source for source in made}
    hit = {(one["rule"], one["source"]) for one in told if _right(one, by_name[one["source"]])}
    planted = [source for source in made if source.rule]
    found = Counter(rule for rule, _ in hit)
    missed = Counter(
        source.gap if source.lost else RULES[str(source.rule)]
        for source in planted
        if (source.rule, source.name) not in hit
    )
    false = sum(by_name[one["source"]].rule is None for one in told)
    rows = (
        *((what, f"{found[rule]} of {sum(one.rule == rule for one in planted)}") for rule, what in RULES.items()),
        ("missed", ", ".join(f"{what} ({times})" for what, times in sorted(missed.items())) or "none"),
        (f"findings about the {len(made) - len(planted)} sources in order", str(false)),
        (
            "other findings about the spoilt ones",
            str(sum((one["rule"], one["source"]) not in hit for one in told) - false),
        ),
        ("articles per CPU second", f"{articles / spent.cpu:,.0f}"),
    )
    return Table(
        "Lost days, spikes and lapsed fields",
        f"{articles:,} short articles of {len(made)} sources over {DAYS} days, every second one in order, but for an "
        "election and the holidays that some keep. The others lose days (three, five over a weekend and a holiday, a "
        "week, a month, eight Mondays), gain sixty articles of other years on one day, or lose a field, or most of it.",
        ("", "found"),
        rows,
    )


def _right(finding: dict[str, str], source: Source) -> bool:
    """Whether a finding is about the fault that was planted; of a gap, about its days."""
    days = [Day.fromisoformat(day) for day in FOUND.findall(finding["message"])]
    return finding["rule"] == source.rule and (
        not source.lost or any(days[0] <= day <= days[-1] for day in source.lost)
    )
