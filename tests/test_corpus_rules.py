"""The rules about corpora over made features: silent where all is in order, and finding what was planted."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any

import pytest

from validator.check import registry
from validator.corpus import features
from validator.corpus.survey import survey
from validator.engines.duck import Duck
from validator.model.finding import Finding
from validator.model.report import FIELDS
from validator.rules import chance
from validator.rules.base import ArticleRule
from validator.rules.survey import CorpusRule

FIRST = date(2024, 10, 1)  # Christmas lies within
Row = dict[str, Any]
NOTHING = {"string": "", "int64": 0, "int32": 0, "date32": None, "bool": True}
ASKED = ("corpus.", "date.", "names.", "licence.")
SHARES = {"title": 0.9, "date": 0.9}
GIVEN = "Nell Ned Clara Oskar Ida Jan Anna Anne Marek Lena Piotr Ewa Hugo Alma Greta Tom".split()
FAMILY = "Harrow Leahy Kowalski Kowalczyk Meier Maurel Peña Gnatiuk Sorrel Weaver Bright Falk Lindqvist Okoro".split()


def poisson(dice: Random, mean: float) -> int:
    found, left = 0, dice.random()
    term = exp(-mean)
    while left > term:
        left -= term
        found += 1
        term *= mean / found
    return found


def counts(dice: Random, habits: Random, kind: str, days: int) -> Iterator[int]:
    """Articles a day of a source that is in order."""
    mean = habits.choice([1.5, 3, 6, 12])
    weekend = habits.choice([0.0, 0.3, 1.0])
    election = dice.randrange(days)
    for at in range(days):
        day = FIRST + timedelta(at)
        if day in (date(2024, 12, 25), date(2025, 1, 1)):
            yield 0
        elif kind == "weekly":
            yield dice.randint(2, 6) if day.weekday() == 3 else 0
        elif kind == "irregular":
            yield poisson(dice, 0.4)
        elif kind == "steady":
            yield dice.randint(1, 3)
        else:
            yield poisson(dice, mean * (weekend if day.weekday() >= 5 else 1)) * (4 if at == election else 1)


def source(dice: Random, name: str, days: int = 120, start: date = FIRST, kind: str = "") -> list[Row]:
    """The articles of a source: its fields are as complete, and its articles as long, on every day."""
    habits = Random(name)
    kind = kind or habits.choice(["daily", "daily", "weekly", "irregular", "steady"])
    filled = {field: habits.choice([1.0, 1.0, 0.97, 0.6, 0.0]) for field in FIELDS if field not in SHARES}
    pool = list(dict.fromkeys(f"{habits.choice(GIVEN)} {habits.choice(FAMILY)}" for _ in range(8)))
    addressed, same_day = habits.random() < 0.5, habits.random()
    found = []
    for at, articles in enumerate(counts(dice, habits, kind, days)):
        for _ in range(articles):
            day = start + timedelta(at)
            found.append(
                {
                    "source": name,
                    "published": day,
                    "url_day": day if addressed else None,
                    "collected": day + timedelta(0 if dice.random() < same_day else 1),
                    "fields": [*SHARES, *(field for field, share in filled.items() if dice.random() < share)],
                    "types": ["$.date:str", f"$.author:{dice.choice(('str', 'list'))}"],
                    "authors": [dice.choice(pool)],
                    "language": "de" if dice.random() < 0.2 else "en",
                    "words": int(dice.lognormvariate(6, 0.6)),
                }
            )
    return found


def asked(rows: list[Row], earlier: list[Row] = (), only: str = "") -> list[Finding]:  # type: ignore[assignment]
    """What the corpus rules say; each row gets its number as id and key."""
    rules = [
        rule(**({"shares": SHARES} if hasattr(rule, "shares") else {}))
        for rule in registry.rules()
        if issubclass(rule, CorpusRule) and rule.rule_name().startswith(only or ASKED)
    ]
    with Duck() as tables:
        tables.add(packed(rows))
        tables.flush()
        tables.remember(packed(earlier))
        found, _, _ = survey(tables, [(rule, None) for rule in rules])
    return found


def packed(rows: list[Row]) -> bytes:
    """Rows as ``corpus.features.Features`` packs them."""
    full = [{"key": at, "id": f"n{at}", "record": at, **row} for at, row in enumerate(rows)]
    return pickle.dumps(
        (
            [
                tuple(
                    row.get(name, [] if kind.startswith("list") else NOTHING[kind])
                    for name, kind in features.ARTICLES.items()
                )
                for row in full
            ],
            [],
        )
    )


def told(found: list[Finding]) -> list[str]:
    return sorted(f"{one.rule} {one.message}" for one in found)


@pytest.mark.parametrize("seed", range(2))
def test_a_hundred_sources_in_order_stay_silent(seed):
    dice = Random(seed)
    names = [f"Outlet {seed}-{at}" for at in range(100)]
    now = [row for name in names for row in source(dice, name)]
    before = [row for name in names for row in source(dice, name, start=FIRST - timedelta(120))]

    assert told(asked(now, before)) == []


@pytest.mark.parametrize("at", [476, 795])  # of a thousand those whose weekdays, by luck, look like a plan
def test_days_off_by_chance_are_no_gaps(at):
    rows = source(Random(f"{FIRST}{at}"), f"Outlet {at}", kind="daily")

    assert told(asked(rows, only="corpus.date_gap")) == []


@pytest.fixture(scope="module")
def spoiled() -> tuple[list[Finding], list[Finding]]:
    """Forty sources in order, ten of which lose days, gain a spike, or lose a field: what is said of them."""
    dice = Random("spoiled")
    rows = [row for at in range(40) for row in source(dice, f"Outlet {at}", kind="daily")]
    for at in range(30):
        rows += spoil(at % 3, source(dice, f"Spoiled {at:02}", kind="steady"), dice)
    found = asked(rows, only="corpus.")
    return [one for one in found if "Spoiled" in (one.source or "")], [
        one for one in found if "Spoiled" not in (one.source or "")
    ]


def spoil(how: int, rows: list[Row], dice: Random) -> list[Row]:
    day = FIRST + timedelta(dice.randint(35, 80))
    if how == 0:
        length = dice.choice([1, 2, 6, 31])
        return [row for row in rows if not day <= row["published"] < day + timedelta(length)]
    if how == 1:
        return rows + [{**dice.choice(rows), "published": day, "url_day": None, "collected": day} for _ in range(90)]
    for row in rows:
        row["fields"] = [one for one in row["fields"] if one != "title" or row["published"] < day]
    return rows


def test_every_planted_gap_spike_and_drop_is_found(spoiled):
    found = {(one.rule, one.source) for one in spoiled[0]}

    for at in range(30):
        rule = ("corpus.date_gap", "corpus.date_spike", "corpus.completeness_drop")[at % 3]
        assert (rule, f"Spoiled {at:02}") in found


def test_nothing_is_found_where_nothing_was_planted(spoiled):
    assert told(spoiled[1]) == []
    planted = ("corpus.date_gap", "corpus.date_spike", "corpus.completeness_drop")
    wrong = [one for one in spoiled[0] if one.rule != planted[int(one.source[-2:]) % 3]]
    assert {one.rule for one in wrong} <= {"corpus.field_coverage"}  # what is lost half-way is too little as well


def test_the_order_of_articles_tells_nothing():
    rows = [row for at in range(3) for row in source(Random(at), f"Outlet {at}", kind="steady")]
    rows = [row for row in rows if not 40 < (row["published"] - FIRST).days < 60]
    shuffled = Random(1).sample(rows, len(rows))

    assert told(asked(rows)) == told(asked(shuffled)) != []


def test_an_author_of_two_names_fails_once_by_article_and_corpus(copydesk, tmp_path):
    import json

    text = "Trams stop\n\nSerhiy Kovalenko, an aide, said it on Monday.\n\nNo tram runs, Sergii Kovalenko added."
    records = [
        {
            "id": f"a{at}",
            "outlet": "Bell",
            "author": name,
            "text": text if at == 0 else f"Trams stop for the {at}th time.",
        }
        for at, name in enumerate(["Étienne Maurel", "Etienne Maurel", "Nell Harrow"])
    ]
    path = tmp_path / "drop.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records))
    report = json.loads(
        copydesk("check", path, "--select", "names.variant", "--format", "json", "--fail-on", "never").stdout
    )

    assert len(report["findings"]) == 2
    assert report["summary"]["rules"]["names.variant"] == {"fail": 2, "pass": 1, "skip": 0}


def test_rules_of_both_kinds_are_asked_of_a_single_article():
    assert [one for one in registry.rules() if issubclass(one, CorpusRule) and issubclass(one, ArticleRule)]


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (chance.at_least(9, 10, 0.5), 11 / 1024),
        (chance.at_most(1, 10, 0.5), 11 / 1024),
        (chance.as_few(10, 10, 0, 10), 1 / 184_756),
        (chance.as_few(3, 4, 1, 4), 17 / 70),
        (chance.apart(3, 4, 1, 4), 34 / 70),
        (chance.as_many(3, 1.0, 1.0), 1 - 2.5 * exp(-1)),
        (chance.none_of(2.0, 2.0), exp(-2)),
        (chance.none_of(2.0, 4.0), 0.25),  # negative binomial: size 2, one half each
        (chance.none_of(2.0, 1.0), 0.0625),  # binomial: four tries, one half each
        (chance.none_of(2.0, 1.0, days=2), 0.0625**2),
        (chance.threshold([0.5, 0.001, 0.0019], 10), 0.0019),  # Bonferroni leaves the first of them only
        (chance.threshold([0.0021, 0.9], 10), 0.0),
        (chance.as_many(3, 2.0, 4.0), 1 - 0.25 - 0.25 - 0.1875),
        (chance.at_least(4, 10, 0.5), 1.0),  # below the mean
    ],
)
def test_the_tails_are_those_of_the_textbook(found, known):
    assert found == pytest.approx(known)
