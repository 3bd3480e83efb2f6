"""Names in Hangul, surname and given name written together."""

from __future__ import annotations

from validator.lexicons.lexicon import load
from validator.regex import regex

_WORD = regex(r"[가-힣]{3,4}")
_GIVEN = 2  # syllables of a given name; one alone, as of few people, makes a word like any other
_DESKS = ("부", "팀")  # what desks are called, and nobody
_NOBODY = frozenset(
    "편집국 편집실 보도국 취재국 정치국 기고자 제보자 편집자 기획자 기자단 취재단 방송사 신문사 언론사".split()
)


def is_full_name(text: str) -> bool:
    """Whether a word is a known surname and a given name, and no desk (``편집부``)."""
    if _WORD.fullmatch(text) is None or text in _NOBODY or text.endswith(_DESKS):
        return False
    return any(text.startswith(one) and len(text) == len(one) + _GIVEN for one in load("surnames")["ko"])
