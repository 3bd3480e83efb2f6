"""The generator makes the same articles everywhere and always; the benches run to their tables."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import orjson
import pytest
from benchmarks import articles, planted
from benchmarks.pages import page
from benchmarks.words import LANGUAGES, words

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def made():
    return list(articles.articles(1_000))


def test_an_article_depends_on_its_number_alone(made):
    assert [articles.article(number) for number in (999, 7, 400)] == [made[number] for number in (999, 7, 400)]


def test_articles_are_the_same_on_every_machine_and_in_every_version_of_python():
    lines = b"\n".join(orjson.dumps(articles.article(number).record) for number in range(300))

    assert sha256(lines).hexdigest()[:16] == "d065c78477daa5f8"


def test_a_row_is_its_article_without_the_text(made):
    for number, one in enumerate(made):
        assert {field: value for field, value in one.record.items() if field != "text"} == articles.row(number)


def test_articles_are_as_large_and_as_many_tongued_as_a_drop(made):
    sizes = [len(one.record["text"].encode()) for one in made]
    spoken = Counter(one.record["language"] for one in made)

    assert 3_200 < sum(sizes) / len(sizes) < 3_600
    assert min(spoken[language] for language in LANGUAGES) > 30


def test_most_articles_are_in_order_and_the_faults_of_the_others_are_many(made):
    planted = Counter(fault for one in made for fault in one.faults)

    assert 0.4 < sum(not one.faults for one in made) / len(made) < 0.7
    assert len(planted) > 25


def test_copies_are_exact_or_near(made):
    copies = [(one.record["text"], made[one.copied_from].record["text"]) for one in made if one.copied_from is not None]
    exact = sum(copy == original for copy, original in copies)

    assert 0 < exact < len(copies)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_sections_of_the_others_and_words_enough(language):
    vocabulary = words(language)

    assert vocabulary.sections.keys() == words("en").sections.keys()
    assert len(vocabulary["subject"]) * len(vocabulary["verb"]) * len(vocabulary["object"]) > 15_000
    assert len(vocabulary["months"]) == 12


def test_the_bench_of_all_rules_runs_to_its_table():
    command = [sys.executable, "ci/bench", "full", "--articles", "50", "--repeats", "1", "--no-peers"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert "| copydesk check, all rules | 50 |" in ran.stdout


@pytest.mark.parametrize(
    ("bench", "size"),
    [
        ("metadata", "--rows"),
        ("memory", "--articles"),
        ("jobs", "--articles"),
        ("cache", "--articles"),
        ("duplicates", "--articles"),
        ("rows", "--rows"),
        ("ids", "--rows"),
        ("planted", "--articles"),
    ],
)
def test_the_other_benches_run_to_their_tables(bench, size):
    command = [sys.executable, "ci/bench", bench, size, "100", "--repeats", "1", "--no-peers"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("## ")
    assert ran.stdout.count("\n| ") >= 3


def test_gaps_spikes_and_drops_are_planted_in_every_second_source():
    made = planted.sources(12 * planted.A_SOURCE)
    days = {record["date"] for record in planted.records(made[1])}

    assert Counter(one.rule for one in made) == {None: 6, **dict.fromkeys(planted.RULES, 2)}
    assert not any(day.isoformat() in days for day in made[1].lost)
    assert made[1].lost
    assert not made[0].lost
    assert list(planted.records(made[3])) == list(planted.records(made[3]))


def test_gates_say_of_a_table_what_great_expectations_says():
    pytest.importorskip("duckdb")
    if find_spec("great_expectations") is None:
        pytest.skip("great_expectations is not installed (extra: gates)")
    command = [sys.executable, "ci/bench", "gates", "--rows", "500", "--repeats", "1"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr  # the bench fails where they do not agree
    rows = [line.split(" | ")[1:3] for line in ran.stdout.splitlines()[-3:-1]]
    assert rows[0] == rows[1]
    assert rows[0] != ["0", "0"]


def test_facts_are_held_against_labels(tmp_path):
    labelled = []
    for number, one in enumerate(one.record for one in articles.articles(40)):
        if one["author"] and one["date"] and one["title"] and len(labelled) < 3:
            (tmp_path / f"{number}.html").write_text(page(one), "utf-8")
            gold = {"title": one["title"], "authors": [one["author"]], "publishing_date": one["date"]}
            labelled.append({"html": f"{number}.html", "gold": gold})
    labelled[2]["gold"]["title"] = "Something else"
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(one) + "\n" for one in labelled), "utf-8")
    command = [sys.executable, "ci/bench", "truth", "--pages", str(tmp_path), "--no-peers"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-2] == (
        "| copydesk extract | 1.000 (3/3) | 1.000 (3/3) | 1.000 (3/3) | 1.000 (3/3) | 0.667 (2/3) |"
    )


def test_the_document_has_marks_for_every_bench():
    text = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")

    benches = ("start", "full", "metadata", "gates", "memory", "jobs", "cache", "truth", "rows", "planted")
    for bench in ("machine", *benches):
        assert f"<!-- {bench} -->\n" in text
        assert f"<!-- /{bench} -->" in text


def test_the_articles_are_to_be_had_as_json_lines():
    command = [sys.executable, "ci/bench", "make", "--articles", "3"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout

    assert [orjson.loads(line) for line in made.splitlines()] == [one.record for one in articles.articles(3)]
