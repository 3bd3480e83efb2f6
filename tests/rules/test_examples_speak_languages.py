"""Every rule shows its law in at least three languages, as far as its examples' words tell."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter

import py3langid
import pytest

from validator.check import registry
from validator.normalise import detectors
from validator.rules.base import ArticleRule, bad, good

LEAST = 3
KANA = ("HIRAGANA", "KATAKANA")
ASKED = [rule for rule in registry.rules() if issubclass(rule, ArticleRule)]


@pytest.mark.parametrize("rule", ASKED, ids=lambda rule: rule.rule_name())
def test_examples_are_in_three_languages(rule):
    found = {spoken(example) for example in rule.examples} - {None}

    assert len(found) >= LEAST, f"only {sorted(found)} can be told: add examples, or make them longer"


@pytest.mark.parametrize(
    ("example", "language"),
    [
        (good("Der Rat der Stadt hat am Montag beschlossen, das Bad zu schließen."), "de"),
        (bad({"title": "Міська рада", "text": "Міська рада ухвалила бюджет на наступний рік."}), "uk"),
        (bad({"$line": '{"text": "Miasto zamknie w maju most na rzece, a ruch będzie się odbywał objazdem."}'}), "pl"),
        (good("市议会周三通过了新的预算案。"), "zh"),
        (good("市議会は水曜日、予算案を可決した。"), "ja"),
        (good("Le café de l'été est fermé, 東京も、Київ теж."), None),
        (good({"text": "404.", "language": "fr"}), None),
        (good({"text": "Foto: Lena Haug", "author": "Der Rat der Stadt hat am Montag beschlossen"}), None),
        (bad({"text": None, "language": "de"}), None),
    ],
)
def test_a_language_is_told_by_the_words_alone(example, language):
    assert spoken(example) == language


def spoken(example):
    """The language of an example's title and text; None where two detectors do not agree on one.

    What the record declares does not count. Chinese and Japanese are told by their script.
    """
    words = _words(example.record)
    scripts = Counter(unicodedata.name(one, "").split(" ")[0] for one in words if one.isalpha())
    kana = sum(scripts[one] for one in KANA)
    if 2 * (kana + scripts["CJK"]) > scripts.total():
        return "ja" if kana else "zh"
    language, _ = detectors.engine("cld2").ranked(words)[0]
    return language if language == py3langid.classify(words.lower())[0] else None


def _words(record):
    if "$line" in record:
        try:
            record = json.loads(record["$line"].lstrip("\ufeff"))
        except ValueError:
            return record["$line"]
    values = (record.get(name) for name in ("title", "text")) if isinstance(record, dict) else record
    return "\n".join(value for value in values if isinstance(value, str))
