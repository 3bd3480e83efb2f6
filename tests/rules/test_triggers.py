"""A rule that its triggers keep from running would have found nothing, and would have skipped the same articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import LINES
from validator.check import registry
from validator.lexicons.lexicon import vocabulary
from validator.model.finding import Finding, Skip
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.rules.base import ArticleRule
from validator.rules.boilerplate.lines import MarkedLines
from validator.rules.told import SECTIONS, signs, told

RULES = [rule for rule in registry.rules() if issubclass(rule, ArticleRule) and rule.triggers]
MARKED = {rule.section for rule in RULES if issubclass(rule, MarkedLines)} | {"boilerplate.teaser"}
PHRASES = st.sampled_from(sorted({phrase for name in SECTIONS for phrase in vocabulary().words(name).all}))
FURNITURE = st.sampled_from(
    sorted({example.record["text"] for rule in RULES if issubclass(rule, MarkedLines) for example in rule.examples})
)
SIGNS = st.sampled_from(sorted({one for rule in RULES for one in rule.triggers if len(one) == 1}))
WORDS = st.sampled_from(
    ["le", "« Ce", "rapport »", "the", '"yes",', "by", "AI", "Иван", "l’eau", "d'or", "I.", "\u00a0"]
)
TEXTS = st.lists(st.one_of(PHRASES, SIGNS, WORDS, LINES, FURNITURE, st.just("\n")), max_size=30).map(" ".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_nothing_is_missed(text):
    article = normalise(Record(Location("drop.jsonl", 1), text))
    present = told(article)
    for rule in RULES:
        if rule.triggers.isdisjoint(present):
            asked = rule()
            answers = [*asked.check(article)]
            assert not [one for one in answers if isinstance(one, Finding)], rule
            assert bool(answers) == bool(asked.unable(article)), rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule_name())
def test_triggers_are_signs_or_sections(rule):
    assert all(len(one) == 1 or one in SECTIONS or one in MARKED for one in rule.triggers)
    article = normalise(Record(Location("drop.jsonl", 1), "".join(one for one in rule.triggers if len(one) == 1)))
    assert rule.triggers - {*SECTIONS} - MARKED <= signs(article)


def test_a_rule_that_cannot_judge_is_skipped(judge):
    rule = next(rule for rule in RULES if rule.rule_name() == "source.unnamed_primary")
    answers = [*rule().check(normalise(Record(Location("drop.jsonl", 1), "Two words")))]

    assert [type(one) for one in answers] == [Skip]
    assert judge(rule(), {"text": "Two words"}).skipped == ("source.unnamed_primary",)
