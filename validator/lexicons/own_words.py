"""Function words that only one language has: they tell a sentence's language without a detector."""

from __future__ import annotations

from functools import cache

from validator.lexicons.lexicon import load
from validator.regex import regex

_ENOUGH = 3  # different words that make it sure: one or two may be a name's
_KANA = regex("[\u3041-\u30fa]")
_HIRAGANA = regex(r"(?:[^\u3041-\u3096]*[\u3041-\u3096]){10}")  # which nothing but Japanese is written with


def spoken(text: str, language: str) -> bool:
    """Whether a passage is surely in a language and quotes no other; False where its words do not tell."""
    if language == "ja":
        return _HIRAGANA.match(text) is not None
    if language == "zh":  # which sets no spaces between its words
        return len(_words(language).intersection(text)) >= _ENOUGH and _KANA.search(text) is None
    words = text.lower().split()
    own = len(_words(language).intersection(words))
    return own >= _ENOUGH and own >= _ENOUGH * len(_others(language).intersection(words))


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(load("own_words")["words"].get(language, "").split())


@cache
def _others(language: str) -> frozenset[str]:
    """The words of all other languages."""
    return frozenset(" ".join(load("own_words")["words"].values()).split()) - _words(language)
