"""Signatures in Hangul: names, and the offices that stand behind them."""

from __future__ import annotations

import re

from validator.lexicons.korean_names import is_full_name
from validator.regex import regex

_SYLLABLE = regex("[가-힣]")
_TEAM = regex(
    r"[가-힣]{2,}(?:신문|일보|뉴스)|[가-힣]*(?:뉴스|취재|편집|기획|미디어|온라인|디지털|콘텐츠|사회|정치|경제|문화|국제|스포츠|연예|사진|영상|전국|보도)(?:팀|부|국|룸|본부|센터)"
)
_RANKED = (
    r"\s*(?:(?:선임|수습|인턴|전문|사진|객원|시민|영상|온라인)\s?)?"
    r"(?:기자|특파원|논설위원|논설실장|칼럼니스트|앵커|에디터|통신원|리포터|PD)"
)
RANK = regex(_RANKED)
RANKS = "기자"  # the office of most
_PLACES = ("도", "시", "군", "구")  # what a place before a reporter's name is: ``강원도 임하늘 기자``
_ADDRESS = r"(?:\s*[(/]?\s*\S+@\S+)?"
_OFFICE = regex(rf"(?<=[가-힣]{{3}}){_RANKED}{_ADDRESS}$")
_ONE = rf"[가-힣]{{3,4}}(?:{_RANKED})?"
_LED = r"(?:기자명|글|취재|정리|글\s?[·/]\s?사진|사진\s?[·/]\s?글)"
# ``솔내=임하늘 기자``, ``솔내 | 임하늘 기자``, ``SNB 임하늘 기자``,
# ``글·사진 임하늘·오상민 기자 haneul@solnae.example``, ``문화부 임하늘 기자``
_SIGNED = regex(
    r"[/(\[<■▶•\s]*(?:(?!사진|영상|그래픽|이미지|삽화|번역|자료)[가-힣A-Za-z]{2,8}\s?[=|｜]\s?|[A-Z][A-Za-z\d]{1,9}\s+|"
    rf"{_LED}\s*[=:/]?\s+|[가-힣]{{1,6}}(?:신문|일보|뉴스|방송|부|팀|본부)\s+)?"
    rf"(?P<names>{_ONE}(?:(?:\s?[,·/・]\s?|\s){_ONE})*?)(?:\s[가-힣]{{2,5}}[부팀])?{_RANKED}{_ADDRESS}[)\]>]?\s*=?"
)
_TIME = r"(?:\s?[(\[]?(?:오[전후]\s)?\d{1,2}:\d\d(?::\d\d)?[)\]]?)?"
_DAY = rf"(?:19|20)\d\d\s?[-./년]\s?\d{{1,2}}\s?[-./월]\s?\d{{1,2}}[일.]?{_TIME}"
_DATED_BY = r"(?:최초|기사)?\s?(?:입력|등록|승인|수정|송고|발행|게재|작성)(?:\s?(?:시간|일시|일))?\s*:?\s*"
_BAR = r"\s*[|｜ㅣ/]?\s*"
# The day beside a signature: ``임하늘 기자 | 등록 2025-05-26 11:00``, ``2025-05-26 임하늘 기자``.
_DATED = regex(rf"{_BAR}(?:(?:{_DATED_BY})?{_DAY}{_BAR})+$")
_DATED_FIRST = regex(
    rf"(?:[가-힣]{{2,5}}(?:신문|일보|뉴스|방송|타임즈|타임스|저널)\s)?(?:(?:{_DATED_BY})?{_DAY}{_BAR})+"
)
_DIGITS = regex(r"(?:19|20)\d\d")
_PROMPT = regex(r"\s*(?:구독(?:하기)?|팔로우|다른\s?기사(?:\s?보기)?|기자\s?페이지)$")  # a button behind the signature
_WROTE = regex(rf"{_LED}\s*[=:/]?\s*(?P<names>{_ONE})\s*[,/·|]?\s*사진\s*[=:/]?\s*{_ONE}")  # 글 임하늘 사진 오상민
_CALLED = regex(rf"기자명\s*[=:]?\s*(?P<names>{_ONE}(?:\s?[,·]\s?{_ONE})*)")  # what a system calls the reporter

# The house and the reporter in one pair of brackets that opens a report, the signature behind its last sentence.
_OPENS = regex(rf"[\[(【〔<][가-힣A-Za-z\d·\s]{{2,16}}[=\s/|]\s?(?P<signed>{_ONE})\s?[\])】〕>]")
_OPENS_BARE = regex(rf"(?:[가-힣A-Za-z]{{2,8}}(?:신문|일보|뉴스|방송|통신)\s)?(?P<signed>{_ONE})\s=\s")
_CLOSES = regex(
    rf"[다요음함임죠까][.!?]?[”\"’')]*[.!?]?\s*(?P<signed>[/(\[<]?\s?(?:[가-힣]{{2,6}}\s?=\s?)?{_ONE}{_ADDRESS}[)\]>]?)$"
)
_TAIL = 70  # letters at a paragraph's end in which that stands


def run_in(text: str, *, last: bool) -> list[tuple[int, int]]:
    """Where the names stand in a signature that opens a paragraph, or that closes the ``last`` one."""
    match = _OPENS.match(text) or _OPENS_BARE.match(text)
    if match is None and last:
        match = _CLOSES.search(text, max(0, len(text) - _TAIL))
    if match is None or RANK.search(match["signed"]) is None:
        return []
    return [(match.start("signed") + start, match.start("signed") + end) for start, end in signed(match["signed"])]


def is_team(text: str) -> bool:
    """Whether a word is a desk of a newsroom (``디지털뉴스팀``), whatever stands before its ending."""
    return not text.isascii() and _TEAM.fullmatch(text) is not None


def holds(text: str) -> bool:
    """Whether a text holds a syllable of Hangul."""
    return not text.isascii() and _SYLLABLE.search(text) is not None


def is_titled(text: str) -> bool:
    """Whether a text is a full name and the office behind it."""
    office = without_office(text)
    return office < len(text) and is_full_name(text[:office])


def without_office(text: str) -> int:
    """The length of a value without the office behind its name: ``김도윤 기자``."""
    match = None if text.isascii() else _OFFICE.search(text)
    return match.start() if match else len(text)


def signed(text: str) -> list[tuple[int, int]]:
    """Where the names stand in a line that is nothing but a signature: names, and the office behind the last."""
    if not holds(text):
        return []
    line = _PROMPT.sub("", text.strip())
    dated = _DIGITS.search(line) is not None
    line = _DATED.sub("", line) if dated else line
    begin = day.end() if dated and (day := _DATED_FIRST.match(line)) else 0
    match = _SIGNED.fullmatch(line, begin) or _WROTE.fullmatch(line, begin) or _CALLED.fullmatch(line, begin)
    if match is None:
        return []
    at = len(text) - len(text.lstrip()) + match.start("names")
    names, end = [], 0
    for part in re.split(r"(\s?[,·/・]\s?|\s)", match["names"]):
        office = without_office(part)
        if is_full_name(part[:office]):
            names.append((at + end, at + end + office))
        elif part.strip(" ,·/・") and not RANK.fullmatch(part):
            return []
        end += len(part)
    first = match["names"].split(" ")[0]
    return names[1:] if len(names) > 1 and first.endswith(_PLACES) else names
