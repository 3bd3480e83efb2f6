"""A rule's options: pydantic's fields or plain annotations, checked where one is given."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

import pytest
from pydantic import Field, ValidationError

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule
from validator.rules.date.future import Future


class Brief(ArticleRule):
    """What another package's rule may look like."""

    code = "XYZ001"
    severity = Severity.INFO
    house: ClassVar[str] = "no option"
    words: int = 30
    share: float = Field(default=0.5, ge=0, le=1, description="A share.")
    names: dict[str, int] = Field(default_factory=dict, description="By name.")

    def check(self, article: Article) -> Iterator[Finding]:
        yield from ()


class Briefer(Brief):
    words: int = Field(default=10, ge=1, description="Fewer.")


def test_an_option_that_is_not_given_has_its_default():
    rule = Brief()

    assert (rule.words, rule.share, rule.names) == (30, 0.5, {})
    assert (Briefer().words, Briefer().share) == (10, 0.5)
    assert [*Brief.options().model_fields] == ["words", "share", "names"]


def test_an_option_that_is_given_is_checked():
    rule = Briefer(words="3", names={"Bell": 2})

    assert (rule.words, rule.share, rule.names) == (3, 0.5, {"Bell": 2})
    assert Future(grace="P2D").grace == timedelta(days=2)
    for wrong in ({"words": 0}, {"share": 2}, {"house": "Bell"}, {"word": 3}):
        with pytest.raises(ValidationError):
            Briefer(**wrong)


def test_a_rule_cannot_be_changed():
    rule = Brief(words=3)

    with pytest.raises(AttributeError, match="cannot be changed"):
        rule.words = 4
    assert rule.words == 3


def test_a_rule_travels_to_another_process_with_its_options():
    assert pickle.loads(pickle.dumps(Future(grace="P3D"))).grace == timedelta(days=3)
