"""Verbs that credit a picture (``高橋健一撮影``, ``（周启明 摄）``, ``photographed by X``), and where it is from."""

from __future__ import annotations

import re

from validator.lexicons import photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary
from validator.normalise.credits.spans import LONGEST, Span
from validator.normalise.names import names
from validator.regex import regex

_NAMED = 60  # letters of a line that tells where a picture is from
_BEHIND_VERB = " :：・/／"
_ORIGIN = regex(r"(?:[（(]|[＝=])(?:[^（()）＝=，、。]{2,8}[，、])?(?P<value>[^（()）＝=，、。]{2,30})[)）]?$")
_DAY_LAST = regex(r"[\s\u3000]+(?:民國)?\d{2,4}年\d{1,2}月\d{1,2}日$")  # ``記者林佳蓉攝　114年3月7日``
_OFFICE = regex(r"(?:记者|記者|通讯员|通訊員|特派員)[:：/／\s]*(?=\S)")  # before whoever took a picture
_CAPTION_MARK = regex("[＝=]")  # what a Japanese caption puts between its picture and day, place and photographer
_PARTICLES, _HEADS = frozenset("でをにがはと"), ("■", "◆", "●", "▼")
_PLACED = regex("(?:.*(?:から|で|にて))")  # ``本社ヘリから高橋健一撮影``


def find(text: str, words: Vocabulary) -> Span | None:
    """``（周启明 摄）``, ``高橋健一撮影``, ``photographed by X`` at the end of a line or in brackets."""
    text = _DAY_LAST.sub("", text) if text.endswith("日") else text
    leveled = level(text)
    verbs = words.words("photo.verbs")
    for match in re.finditer(
        r"[(（【\[]([^()（）【】\[\]]{2,40})[)）】\]]|(?:^|(?<=[。！？.\s、＝=]))([^()（）。，,.！？、＝=]{2,24})$",
        text,
    ):
        group = 1 if match[1] else 2
        start, end = match.span(group)
        if length := verbs.closing(leveled, end):
            stop = start + len(text[start : end - length].rstrip())
            listed = text[start - 1 : start] in ("、", "＝", "=")  # what stands before may be a sentence as well
            said = words.words("byline.prefixes").opening(leveled[start:stop]) if names.holds_cjk(text, start) else 0
            start += said if said < stop - start else 0  # （記者黃柏霖攝）
            start = _named(text, skipped(text, start, stop, " 　"), stop)
            marked = listed and _CAPTION_MARK.search(text[:start]) is not None
            if marked and (placed := _PLACED.match(text, start, stop)):
                start = placed.end()
            if text[stop - 1] in _PARTICLES or text[start:stop].startswith(_HEADS):
                continue  # ``■台の上で撮影`` is a heading
            if stop > start and (
                not listed
                or names.is_cjk_full_name(text[start:stop])
                or (marked and names.may_be_cjk_name(text[start:stop]))
            ):
                return start, stop, match.start()
        elif length := verbs.opening(leveled, start):
            begin = skipped(text, start + length, end, _BEHIND_VERB)
            if begin < end:
                return begin, end, match.start()
    length = verbs.opening(leveled)
    if length and length < len(text) and len(text) < LONGEST:
        return skipped(text, length, signs=_BEHIND_VERB), len(text), 0
    return None


def _named(text: str, start: int, stop: int) -> int:
    """Where the names begin behind a Chinese caption or office: ``老码头 新华社记者周启明``."""
    offices = [*_OFFICE.finditer(text, start, stop)]
    for at, office in enumerate(offices):  # ``记者 邓磊 通讯员 陈永旺``
        following = offices[at + 1].start() if at + 1 < len(offices) else stop
        if names.is_cjk_full_name(text[office.end() : following].strip()) or following == stop:
            return office.end()
    tokens = list(re.finditer(r"[^\s\u3000]+", text[start:stop])) if names.holds_cjk(text, start) else []
    if len(tokens) <= 1 or not names.is_cjk_full_name(tokens[-1][0]):
        return start
    first = tokens.pop()
    while tokens and names.is_cjk_full_name(tokens[-1][0]):
        first = tokens.pop()
    return start + first.start()


def by_origin(text: str) -> Span | None:
    """``（Xより）``, ``＝ユーチューブから``, ``（資料照，取自臉書）`` behind a few words; a line ``Screenshot X``."""
    if photo_words.section("screens").opening(level(text)) and photo_words.from_platform(text):
        return 0, len(text), 0
    match = _ORIGIN.search(text) if len(text) <= _NAMED and names.holds_cjk(text) else None
    return (*match.span("value"), match.start()) if match and photo_words.from_platform(match["value"]) else None
