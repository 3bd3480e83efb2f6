"""Every rule is complete, and its own examples hold to the letter."""

from __future__ import annotations

import re

import pytest

from validator.check import registry
from validator.model.finding import Outcome
from validator.rules.survey import CorpusRule

RULES = registry.rules()
CORPORA = [
    pytest.param(rule, corpus, id=f"{rule.rule_name()}-{number}")
    for rule in RULES
    if issubclass(rule, CorpusRule)
    for number, corpus in enumerate(rule.corpora, 1)
]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.rule_name()}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example, judge):
    verdict = judge(rule(**example.options), example.record)

    assert {one.rule for one in verdict.findings} <= {rule.rule_name()}
    assert (verdict.outcomes[rule.rule_name()] is Outcome.FAIL) == example.fires
    assert tuple(seen.quote for one in verdict.findings for seen in one.evidence) == example.quotes


@pytest.mark.parametrize(("rule", "corpus"), CORPORA)
def test_corpus(rule, corpus, survey):
    found = survey(rule(**corpus.options), corpus)

    assert {one.rule for one in found} <= {rule.rule_name()}
    assert sorted(sorted({*one.articles}) for one in found) == sorted(map(sorted, corpus.groups))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule_name())
def test_rule_is_complete(rule):
    law, _, why = (rule.__doc__ or "").partition("\n\n")
    good = [example for example in rule.examples if not example.fires]
    bad = [example for example in rule.examples if example.fires]
    if issubclass(rule, CorpusRule):
        good += [corpus for corpus in rule.corpora if not corpus.groups]
        bad += [corpus for corpus in rule.corpora if corpus.groups]

    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert law.strip().endswith("."), "say the law"
    assert why.strip(), "then say why"
    assert len(good) >= 2, "two records that are tricky and in order"
    assert bad, "a record at fault"
    assert all(option.description for option in rule.options().model_fields.values())
