"""The health of a corpus: every figure counted by hand here, and grades that say what they stand on."""

from __future__ import annotations

import json

import jsonschema
import pytest

from validator.corpus.grades import graded, overall
from validator.model.finding import Severity
from validator.model.report import Counts

WORDS = "council ferry harbour winter landing pier boat river island market school bridge lamp mayor orchard".split()


def article(number, **more):
    """Twelve sentences that no other number has."""
    said = [" ".join(WORDS[(number * 7 + at * at + number * at) % 15] for at in range(k, k + 9)) for k in range(12)]
    day = f"2025-0{1 + number % 3}-1{number % 5}"
    return {
        "id": f"n{number:02}",
        "title": f"The {WORDS[number % 15]} and the {WORDS[(number + 4) % 15]}",
        "language": "en",
        "date": day,
        "outlet": "Tidewatch" if number % 2 else "Harbour Post",
        "url": f"https://{'tidewatch' if number % 2 else 'harbour-post'}.example/{day}/{number}",
        "author": "Olga Demidenko",
        "text": f"On day {number} " + ". Then the ".join(said) + ".",
        **more,
    }


@pytest.fixture(scope="module")
def run(copydesk, tmp_path_factory):
    def of(*records, arguments=()):
        folder = tmp_path_factory.mktemp("drop")
        (folder / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
        done = copydesk("check", "a.jsonl", "--format", "json", *arguments, cwd=folder)
        return json.loads(done.stdout)

    return of


@pytest.fixture(scope="module")
def records():
    rows = [article(number) for number in range(20)]
    rows[3].pop("author")
    rows[4].pop("author")
    rows[7] |= {"author": "", "date": "", "url": "https://tidewatch.example/ferry"}
    rows[9] = {**rows[8], "id": "n09"}
    return rows


@pytest.fixture(scope="module")
def report(run, records):
    return run(*records)


def test_completeness_is_a_numerator_and_a_denominator(report):
    health = report["health"]
    sources = {one["name"]: one for one in health["sources"]}

    assert health["articles"] == health["proper"] == 20
    assert health["completeness"]["author"] == {"numerator": 17, "denominator": 20}
    assert health["completeness"]["photo_credit"] == {"numerator": 0, "denominator": 20}
    assert health["undated"] == 1
    assert sources["Tidewatch"]["completeness"]["author"] == {"numerator": 7, "denominator": 9}
    assert sources["Harbour Post"]["completeness"]["author"] == {"numerator": 10, "denominator": 11}
    assert sum(one["articles"] for one in sources.values()) == 20
    assert sum(health["months"].values()) == 19
    assert sum(sum(one["days"].values()) for one in sources.values()) == 19
    assert health["languages"] == {"en": 20}


def test_duplicates_worst_articles_and_rules_together(report):
    health = report["health"]
    worst = health["worst_articles"][0]
    pairs = {(one["first"], one["second"]): one for one in health["together"]}

    assert health["duplicates"]["exact_groups"] == 1
    assert health["duplicates"]["exact_articles"] == 2
    assert health["lengths"]["least"] <= health["lengths"]["median"] <= health["lengths"]["most"]
    assert (worst["article_id"], worst["source"]) == ("n07", "Tidewatch")
    assert {"author.missing", "schema.null_equivalent"} <= set(worst["rules"])
    assert all(one["both"] <= min(one["first_total"], one["second_total"]) for one in pairs.values())
    assert health["worst_sources"][0] == "Tidewatch"


def test_the_grade_is_the_worst_and_says_why(report):
    families = {one["family"]: one for one in report["health"]["families"]}

    assert families["author"]["grade"] == "C"
    assert families["author"]["explanation"] == (
        "3 of 20 articles (15.0%) with an error, 3 (15.0%) with a warning or an error; most by author.missing (3)"
    )
    assert report["health"]["grade"] == max(one["grade"] for one in families.values() if one["grade"])
    assert report["health"]["explanation"].startswith("the worst of ")


def test_it_has_the_published_shape_and_no_order(copydesk, report, run, records):
    schema = json.loads(copydesk("schema", "report").stdout)

    jsonschema.validate(report, schema)
    ordered = [{**one, "record": None} for one in run(*records[::-1])["health"]["worst_articles"]]
    assert ordered == [{**one, "record": None} for one in report["health"]["worst_articles"]]
    again = run(*records[::-1], arguments=("-j2",))["health"]
    assert {**again, "worst_articles": []} == {**report["health"], "worst_articles": []}


def test_what_was_not_judged_is_told(run):
    report = run(article(1), article(2), arguments=("--select", "photo,date"))
    unjudged = {one["rule"]: one["skipped"] for one in report["health"]["unjudged"]}

    assert report["health"]["duplicates"] is None
    assert report["health"]["furniture"] is None
    for rule, skipped in unjudged.items():
        assert skipped == {"numerator": report["summary"]["rules"][rule]["skip"], "denominator": 2}


def test_there_is_no_health_without_a_corpus(run):
    assert run(article(1))["health"] is None
    assert run(article(1), article(2), arguments=("--no-corpus",))["health"] is None


def test_accepted_findings_still_count(run):
    counts = Counts(articles=100)
    counts.failed["date.missing"] = 40
    counts.accepted["date.missing", Severity.ERROR] = 40

    (date,) = graded([(("date.missing",), 40), ((), 60)], 100, ["date.missing"], counts)

    assert (date.grade, date.errors.numerator, date.errors.denominator) == ("F", 40, 100)
    assert overall([date])[0] == "F"


@pytest.mark.parametrize(
    ("failed", "grade"), [(0, "A"), (10, "A"), (11, "B"), (50, "B"), (51, "C"), (300, "D"), (301, "F")]
)
def test_the_limits_of_the_grades(failed, grade):
    counts = Counts(articles=1000)
    counts.failed["date.missing"] = failed
    counts.severities["date.missing", Severity.ERROR] = failed

    (date,) = graded([(("date.missing",), failed), ((), 1000 - failed)], 1000, ["date.missing"], counts)

    assert date.grade == grade


def test_a_family_that_judged_nothing_has_no_grade():
    counts = Counts(articles=10)
    counts.skipped["photo.licence"] = 10

    (photo,) = graded([((), 10)], 10, ["photo.licence"], counts)

    assert (photo.grade, photo.explanation) == (None, "nothing to judge")
    assert overall([photo]) == (None, "not graded: no rule could judge anything")
