"""Repairs: who has one, what each makes of its rule's examples, and what holds for any article."""

from __future__ import annotations

import json
import os
from pathlib import Path

import orjson
import pytest
from benchmarks import articles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.mending import SAFE, drafted, hold, judged, lost, mend, mender
from tests.strategies import faulty, records
from validator.check import registry
from validator.errors import UsageError
from validator.repair.registry import mendable, repairs

ROOT = Path(__file__).resolve().parent.parent
MANY = int(os.environ.get("COPYDESK_ARTICLES", "120"))  # generated articles; ten thousand by hand
RULES = registry.by_name()
BAD = [
    pytest.param(name, example.record, id=f"{name}-{number}")
    for name, repair in repairs().items()
    if repair.safe
    for number, example in enumerate(RULES[name].examples, 1)
    if example.fires and "$line" not in example.record and not example.options
]
# Buttons that are no more than a network's name may be an article's own list; of two sentences without a space between
# them nobody knows what stood there; a headline that counts comments may have them below it; and a name above a text
# may be written nowhere else.
LEFT = (
    "Поделиться в Telegram", "The vote was close.The mayor", "lassitudeOn", "14 letters about", "The walkers â€",
    "Author: Nell Harrow",
)  # fmt: skip
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def test_a_rule_is_fixable_where_a_safe_repair_is_and_nowhere_else():
    assert {rule.rule_name() for rule in registry.rules() if rule.fixable} == {
        name for name, repair in repairs().items() if repair.safe
    }
    assert set(repairs()) <= set(RULES)


@pytest.mark.parametrize(("name", "record"), BAD)
def test_every_bad_example_is_mended(name, record):
    found = hold(record)

    assert (name in found.left) == any(words in record["text"] for words in LEFT)
    assert lost(record, found) == []


@pytest.mark.parametrize("name", [name for name, repair in repairs().items() if repair.safe])
def test_what_is_in_order_is_not_touched(name):
    for example in RULES[name].examples:
        if not example.fires and "$line" not in example.record:
            assert name not in {one.rule for one in mend(example.record).changes}


@pytest.mark.parametrize("heading", ["Related articles", "You may also like"])
def test_a_heading_below_an_article_goes_with_its_list(heading):
    body = (
        f"{ARTICLE}\n\nThe work is to begin in the spring and to last two years, the council said on Tuesday evening."
    )
    listed = f"{heading}\n\nFerry firm cuts its winter sailings\n\nBridge to shut for five nights"
    record = {"text": f"Market hall\n\n{body}\n\n{listed}", "title": "Market hall", "language": "en"}
    assert hold(record).draft.record().text == f"Market hall\n\n{body}"


JAPANESE = "市議会は月曜日、老朽化した市場の屋根を改修する予算案を可決した。"
ARTICLE = "The council voted on Monday to renovate the market hall, for nine million pounds, after a long debate."


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"text": ARTICLE, "date": "5 May 2025"}, "date", "2025-05-05"),
        ({"text": ARTICLE, "date": "May 2025"}, "date", "2025-05"),
        ({"text": ARTICLE, "date": "5 May 2025, 10:30 CEST"}, "date", "2025-05-05T10:30+02:00"),
        ({"text": ARTICLE, "date": "05/06/2025"}, "date", "05/06/2025"),
        ({"text": ARTICLE, "language": "en_GB"}, "language", "en-GB"),
        ({"text": JAPANESE * 9, "language": "jp"}, "language", "ja"),
        ({"text": ARTICLE * 3, "language": "jp"}, "language", "jp"),
        ({"text": ARTICLE, "author": ["By Jane Roe", "Max Ohlsen"]}, "author", ["Jane Roe", "Max Ohlsen"]),
        ({"text": ARTICLE, "author": {"name": "N/A"}}, "author", None),
        ({"text": ARTICLE, "author": {"name": "-", "url": "u/7"}}, "author", {"name": "-", "url": "u/7"}),
        ({"text": ARTICLE, "url": "https://ex.example/a?utm_source=x&id=3#top"}, "url", "https://ex.example/a?id=3"),
        ({"text": ARTICLE, "title": "Caf&amp;eacute; reopens"}, "title", "Café reopens"),
        ({"text": ARTICLE, "title": "Market<br>hall"}, "title", "Market hall"),
        ({"text": ARTICLE, "title": "Pool reopens | Example Courier", "outlet": "Example Courier"}, "title", "Pool reopens"),  # noqa: E501
        ({"text": "date 2025-03 " + ARTICLE}, "date", "2025-03"),
        ({"text": "date 2025-03 " + ARTICLE, "pubdate": None, "date": None}, "date", "2025-03"),
    ],
)  # fmt: skip
def test_declared_values(record, field, value):
    found = hold(record)

    assert found.draft.data.get(field) == value


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Title of the day\n\nTitle of the day\n\n" + ARTICLE, "Title of the day\n\n" + ARTICLE),
        (f"{ARTICLE}\n\nLeave a comment\n", f"{ARTICLE}\n"),
        (f"{ARTICLE}\r\n\r\nLeave a comment\r\n", f"{ARTICLE}\r\n"),
        (f"{ARTICLE}\r\n\r\nLeave a comment", ARTICLE),
        (f"{ARTICLE}\n\nAdvertisement\n\n{ARTICLE[:60]} twice.", f"{ARTICLE}\n\n{ARTICLE[:60]} twice."),
        (f"{ARTICLE}\nAdvertisement\n{ARTICLE[:60]} twice.", f"{ARTICLE}\n{ARTICLE[:60]} twice."),
        ("Leave a comment", "Leave a comment"),
        (f"Hall\n\nauthor: null\n\n{ARTICLE}", f"Hall\n\n{ARTICLE}"),
        (f"<p>{ARTICLE}</p><p>It cost much.</p>", f"{ARTICLE}\nIt cost much."),
        (f"{ARTICLE}<script>var a = 1 < 2;</script> It cost <b>much</b>.", f"{ARTICLE} It cost much."),
        (f"{ARTICLE} It cost &#8364;9 &amp;amp; more, &lt;b&gt;much&lt;/b&gt; more.", f"{ARTICLE} It cost €9 & more, much more."),  # noqa: E501
        ("نامه‌ای به شهر و می‌خواهم 👩‍👩‍👧 ببینم", "نامه‌ای به شهر و می‌خواهم 👩‍👩‍👧 ببینم"),
        ("क्‍ष और " + "परिषद ने सोमवार को निर्णय लिया। ", "क्‍ष और " + "परिषद ने सोमवार को निर्णय लिया।"),
        (f"{ARTICLE} Za\u200bg\ufeffreb", f"{ARTICLE} Zagreb"),
        (f"{ARTICLE} GÃ¶rlitz, FÃ¼rth", f"{ARTICLE} Görlitz, Fürth"),
        (f"{ARTICLE}\x0cIt\x92s\x07 over.", f"{ARTICLE}\nIt’s over."),
    ],
)  # fmt: skip
def test_texts(text, after):
    assert hold({"text": text}).draft.data["text"] == after


def test_a_repair_that_would_raise_a_new_finding_is_taken_back_and_the_others_are_made():
    record = {
        "text": "Rat tagt\n\nDer Rat hat getagt.\n\nLaisser un commentaire\n\n" + "Anzeige\n\n" * 3,
        "language": "de_DE",
    }
    before = judged(drafted(record))
    found = hold(record)

    assert found.draft.data["language"] == "de-DE"
    assert sum(found.fixed.values()) + sum(found.left.values()) == sum(
        before[name] for name in RULES if RULES[name].fixable
    )


def test_unsafe_repairs_are_made_by_name_only():
    twice = f"Hall\n\n{ARTICLE}\n\nIt cost much.\n\n{ARTICLE}"

    assert "text.repeated_paragraph" in mender("text.repeated_paragraph").mend(drafted({"text": twice})).fixed
    assert mend({"text": twice}).changes == ()
    assert (
        hold({"text": twice}, mender("text.repeated_paragraph")).draft.data["text"]
        == f"Hall\n\n{ARTICLE}\n\nIt cost much."
    )
    with pytest.raises(UsageError, match="no unsafe repair"):
        mendable((), ["encoding.mojibake"])
    with pytest.raises(UsageError, match="has a repair"):
        mendable(["date.missing"], ())


def test_generated_articles():
    changed = 0
    for made in articles.articles(MANY):
        record = orjson.loads(orjson.dumps(made.record))
        found = hold(record)
        changed += bool(found.changes)
        assert lost(record, found) == []

    assert changed > MANY / 20


def test_fixtures_and_cases():
    lines = [line for folder in ("tests/cases", "fixtures/clean") for path in sorted((ROOT / folder).glob("*.jsonl"))
             for line in path.read_text("utf-8").splitlines()]  # fmt: skip
    records = [json.loads(line) for line in lines] + [
        {"text": path.read_text("utf-8")} for path in sorted((ROOT / "fixtures/drop/texts").iterdir())
    ]
    for record in records:
        assert lost(record, hold(record)) == []


@SLOW
@given(faulty())
def test_no_planted_fault_makes_a_counter_example(planted):
    record, paragraphs = planted
    found = hold(record)

    assert [one for one in paragraphs if one not in found.draft.data["text"]] == []


@SLOW
@given(records(), st.booleans())
def test_any_record_is_mended_or_left_alone(record, nulls):
    before = replace(drafted(record), nulls=nulls)
    found = SAFE.mend(before)

    assert SAFE.mend(found.draft).changes == ()
    assert all(count <= judged(before)[rule] for rule, count in judged(found.draft).items())
