"""Sentences that speak of a full date as still to come."""

from __future__ import annotations

import re

from validator.regex import regex
from validator.rules.date import future_verbs

_STOP = regex(r"[.!?…؟;](?=\s|$|[\"»”])|[。！？；]")
_DIALOGUE = regex(r"[–—-]\s")
# What is put right is quoted without marks: ``Correction: an earlier version said that …``
_CORRECTION = regex(
    r"\W*(?:editor['’]s note|corrections?|clarification|erratum|errata|rectificati[fo]n?|précision|korrektur|"
    r"berichtigung|korrigering|correcci[oó]n|rectificaci[oó]n|fe de erratas?|correzione|rettifica|corre[cç]ão|"
    r"retificação|correctie|rectificatie|rättelse|rettelse|retting|oikaisu|sprostowanie|korekta|oprava|"
    r"helyreigazítás|erată|düzeltme|διόρθωση|виправлення|уточнення|спростування|исправление|уточнение|поправка|تصحيح|"
    r"更正|訂正|정정)(?![^\W\d_])[^.:：]{0,30}[:：]",
    re.IGNORECASE,
)
_ENTRY = regex(r"\s*(?:[:：–—|-]|$)")
_DATED_ENTRY = regex(r"[^.!?]{0,30}\d{4}\s*[:：–—-]\s")
_HEAD = 60  # letters of a line within which a date may be the head of an entry
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("「", "」"), ("『", "』"), ("‘", "’"))
_ZH = regex(r"(?:将|將|拟|擬|预计|預計|定|计划|計畫)(?:会|會|将|將)?(?:于|於|在|从|從|自)\s?$")
_JA = regex(r"(?:に|から|より)?[^。、]{1,24}(?:予定(?:だ|です|である|。|し)|する見通し|する見込み)")
# ``5월 18일 문을 열 예정이다``: the day and what is planned for it, in one clause
_KO = regex(
    r"(?:\([월화수목금토일]\))?(?:에|부터|까지)?\s[^.,]{0,40}?"
    r"(?:예정이다|예정입니다|계획이다|계획입니다|방침이다|예정이라고 밝혔다)"
)
_PAST = regex("당초|예정이었|였으나|했으나|曾|当时|當時|原定|原计划|原計畫|此前|一度|だった|でした|していた|当初")


def find(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """The part of a line that puts the date ``text[start:end]`` into the future; None where none does."""
    if _quoted(text, start) or _DIALOGUE.match(text) or _CORRECTION.match(text):
        return None  # somebody's words
    if start < _HEAD and _ENTRY.match(text, end):
        return None  # an entry of a timeline
    entry = _DATED_ENTRY.match(text)
    if entry and entry.end() <= start:
        return None  # told under the head of another day's entry
    begin = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    head, tail = text[begin:start], text[end : stop.end() if stop else len(text)]
    if language in ("zh", "ja", "ko"):
        place = _written_together(head, tail, language)
    else:
        place = future_verbs.find(head, tail, language, named=text[start].isalpha())
    return (start - place[0], end + place[1]) if place else None


def _written_together(head: str, tail: str, language: str) -> tuple[int, int] | None:
    if _PAST.search(head + tail):
        return None
    if language == "zh":
        found = _ZH.search(head)
        return (len(head) - found.start(), 0) if found else None
    found = (_KO if language == "ko" else _JA).match(tail)
    return (0, found.end()) if found else None


def _quoted(text: str, at: int) -> bool:
    """Whether an offset lies within quotation marks."""
    head = text[:at]
    return head.count('"') % 2 == 1 or any(head.rfind(opening) > head.rfind(closing) for opening, closing in _PAIRS)
