"""Words about pictures that no language owns alone, and the labels of languages that have no lexicon.

The labels come from style guides, agencies' credit rules and the translations of content-management systems.
"""

from __future__ import annotations

from functools import cache, lru_cache

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary, load
from validator.lexicons.phrases import Words


@lru_cache(maxsize=VOCABULARIES)
def labels(words: Vocabulary) -> Words:
    """The labels of a vocabulary and those of every language without a lexicon: ``Photo``, ``Ljósmynd``."""
    return Words.together((words.words("photo.labels"), _foreign_labels()))


def label(text: str, words: Vocabulary) -> int:
    """The length of the label and its mark at the head of a credit."""
    length = labels(words).opening(level(text))
    rest = text[length:].lstrip(" :：/|")
    return len(text) - len(rest) if length and rest and not text[length].isalnum() else 0


@cache
def _foreign_labels() -> Words:
    return Words(label for one in load("photo_words")["labels"].values() for label in one)


@cache
def section(name: str) -> Words:
    """One list of the words that no language owns alone.

    ``closing`` labels stand behind the name, ``rights`` are notices, ``screens`` are screenshots,
    ``holders`` end the name of who holds pictures, ``alone`` stand for one.
    """
    return Words(load("photo_words")[name])


def is_holder(part: str) -> bool:
    """Whether a part of a credit is an agency, a platform, or called like one (``Roe Images``, ``Handout``)."""
    if agencies.agency(part, sure=True) or agencies.platform(part):
        return True
    leveled = level(part.strip(" ()[]."))
    named = 0 < section("holders").closing(leveled) < len(leveled)
    return named or leveled in section("alone") or section("screens").opening(leveled) > 0
