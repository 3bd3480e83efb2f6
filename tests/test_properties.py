"""What holds for every record, whatever stands in it."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import TEXTS, records
from validator.check.judge import Judge
from validator.check.select import choose
from validator.config.load import profile, record_map
from validator.lexicons.fold import level
from validator.model.place import LineIndex, Location
from validator.normalise.article import normalise
from validator.read.fields import to_record
from validator.report import json as as_json
from validator.rules.base import CRASHED, ArticleRule

CHOSEN = choose(profile("news-drop"))
JUDGE = Judge(CHOSEN)
NAMES = record_map("default").names
PLACE = Location("drop.jsonl", 1, 1)
SLOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def articled(record):
    return normalise(to_record(record, PLACE, NAMES))


@SLOW
@given(records())
def test_no_rule_ever_raises(record):
    verdict = JUDGE.judge(articled(record))

    assert [one.message for one in verdict.findings if one.rule == CRASHED] == []
    assert set(verdict.outcomes) == {one.name for one in CHOSEN if one.reported and isinstance(one.rule, ArticleRule)}


def test_what_is_no_address_stops_nobody():
    record = {"text": "The council met.", "url": "http://[bad?utm_id=1", "date": "05/06/2025", "author": "Bell"}
    verdict = JUDGE.judge(articled(record))

    assert "date.ambiguous_dmy" in verdict.failed
    assert CRASHED not in {one.rule for one in verdict.findings}


@SLOW
@given(records(), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_rules(record, random):
    shuffled = [one for one in CHOSEN if one.rule.silenced_by]
    random.shuffle(shuffled)
    article = articled(record)
    first = [one for one in CHOSEN if not one.rule.silenced_by]
    unsilenced = Judge([one for one in CHOSEN if one not in shuffled]).judge(article)

    assert unsilenced.findings == Judge(first).judge(article).findings
    assert JUDGE.judge(article) == Judge(CHOSEN).judge(article)


@SLOW
@given(TEXTS)
def test_every_quote_stands_where_its_span_says(text):
    article = articled({"text": text})
    lines = text.split("\n")
    seen = [one for finding in JUDGE.judge(article).findings for one in finding.evidence]
    seen += [one.evidence for one in (*article.dates, *article.relative)] + [
        one for author in article.authors for one in author.evidence
    ]

    for one in seen:
        if one.origin == "text" and one.span and one.span.line == one.span.end_line:
            assert lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1] == one.quote


@SLOW
@given(records())
def test_what_is_printed_is_json_and_says_the_same_when_read_again(record):
    article = articled(record)
    printed = [as_json.finding(one) for one in JUDGE.judge(article).findings]

    assert json.loads(json.dumps(printed)) == printed
    assert json.loads(as_json.article(article))["lines"] == [
        {"line": one.number, "role": one.role.value} for one in article.lines
    ]


@SLOW
@given(TEXTS)
def test_a_fingerprint_survives_moving_the_line(text):
    moved = JUDGE.judge(articled({"id": "a", "text": "\n\n" + text})).findings
    here = JUDGE.judge(articled({"id": "a", "text": text})).findings

    assert {one.fingerprint for one in here} == {one.fingerprint for one in moved}


@given(st.text())
def test_levelling_keeps_every_offset(text):
    assert len(level(text)) == len(text)


@given(st.text(alphabet="ab\n"), st.data())
def test_lines_and_columns_are_where_they_are(text, data):
    at = data.draw(st.integers(0, len(text)))
    line, column = LineIndex(text).position(at)

    assert len("\n".join(text.split("\n")[: line - 1])) + (line > 1) + column - 1 == at
