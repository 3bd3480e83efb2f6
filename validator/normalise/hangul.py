"""Names in Hangul: surname and given name written together, and the office that stands behind them."""

from __future__ import annotations

import re

from validator.lexicons.lexicon import load

_HANGUL = re.compile(r"[가-힣]{3,4}")
_GIVEN = 2  # syllables of a given name; one alone, as of few people, makes a word like any other
_DESKS = ("부", "팀")  # what desks are called, and nobody
_NOBODY = frozenset(
    "편집국 편집실 보도국 취재국 정치국 기고자 제보자 편집자 기획자 기자단 취재단 방송사 신문사 언론사".split()
)
_TEAM = re.compile(
    r"[가-힣]*(?:뉴스|취재|편집|기획|미디어|온라인|디지털|콘텐츠|사회|정치|경제|문화|국제|스포츠|연예|사진|영상|전국|보도)(?:팀|부|국|룸|본부|센터)"
)
_OFFICE = re.compile(
    r"(?<=[가-힣]{3})\s*(?:(?:선임|수습|인턴|전문|사진|객원|시민|영상|온라인)\s?)?"
    r"(?:기자|특파원|논설위원|논설실장|칼럼니스트|앵커|에디터|통신원|리포터|PD)(?:\s+\S+@\S+)?$"
)


def is_team(text: str) -> bool:
    """Whether a word is a desk of a newsroom (``디지털뉴스팀``), whatever stands before its ending."""
    return _TEAM.fullmatch(text) is not None


def is_full_name(text: str) -> bool:
    """Whether a word is a known surname and a given name, and no desk (``편집부``)."""
    if _HANGUL.fullmatch(text) is None or text in _NOBODY or text.endswith(_DESKS):
        return False
    return any(text.startswith(one) and len(text) == len(one) + _GIVEN for one in load("surnames")["ko"])


def without_office(text: str) -> int:
    """The length of a value without the office behind its name: ``김도윤 기자``."""
    match = _OFFICE.search(text)
    return match.start() if match else len(text)
