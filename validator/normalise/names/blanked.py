"""A byline without what is no name in it: contacts, dates and times cut out, offsets kept."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from validator.lexicons import calendar
from validator.lexicons.fold import level, unaccented
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary, is_furniture
from validator.lexicons.phrases import Words
from validator.model.article import Moment
from validator.normalise.dates import moments, relative
from validator.regex import regex

_CONTACT = regex(r"[^\s,;|(<]+@\S+\.\w+|(?<!\w)@\w+|(?<=\w)@\w+|(?:https?://|www\.)\S+")
_AT = r"(?:(?<=\s)(?:at|um|à|a las|às|alle(?: ore)?|om|kl\.?|klo|la ora|saat|o godz\.|pukul|lúc)\s)?"
_CLOCK = regex(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|{_AT}\d{{1,2}}[:.h]\d{{2}}(?:\s*(?:Uhr|uur|h|[apAP]\.?[mM])\b\.?)?"
    r"(?:\s(?:GMT|UTC|[A-Z]{1,4}T)\b(?:[+-]\d{1,2})?)?"
)
_COUNTED = regex(r"(?<=\s)\d[\d.,]*\s\w+$")
_ON = regex(r"\s(?:on|le|am|vom|el|il|em|op|à|sur|den|dne|dnia|în|på|pe|the|del|от|від)\s*$")
_STOPPED = regex(r"(?<=[^\W\d_]{3})\.\s*$")  # behind a name, and not in ``Jr.``
_WEEKDAY = regex(r"(?<=[a-zà-ÿ]{3})(?P<day>d[io]|wo|vr|z[ao])\s$")
_DAY = 10  # letters of a day in ISO 8601
_DATED = ("dates.published", "dates.modified")
_GIVEN = 2  # given names before a surname
# Behind a name, without a space: ``Jane RoePublished``.
_GLUED_LABEL = regex(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ]{4,}(?: (?:on|at|le|am|il|el|em))?$")
_UNIT = regex(r"\{n\} ([^\W\d_]+)")


def blanked(value: str, words: Vocabulary) -> str:
    """The value with a gap of the same length in place of each contact, date, time, age and counter."""
    value = _CONTACT.sub(_without_contact, value)
    if not any(one.isdigit() for one in value):
        return value
    for seen in list(moments.find(value)):
        start = _before_label(value, without_on(level(value), 0, seen.start), words)
        value = _without(value, start - _glued_weekday(value[:start], seen.moment, words), seen.end)
    value = _CLOCK.sub(lambda match: _gap(len(match.group())), value)
    for start, end in list(moments.day_months(value)):
        value = _without(value, start, end)
    for section in (words.words("dates.relative"), _ages(words)):
        for start, end, label in list(relative.find(level(value), section)):
            if label == "relative":
                value = _without(value, start, end)
    counted = _COUNTED.search(value)
    if counted and is_furniture(counted.group()):
        value = _without(value, *counted.span())  # 142 views
    return value


def _without_contact(match: re.Match[str]) -> str:
    """A gap for a contact; what the page shows above an address that begins with its owner's name stays.

    ``Jane RoeReporterjane.roe@beacon.example``
    """
    contact, before = match.group(), match.string[: match.start()].split()[-_GIVEN:]
    at = max((contact.rfind(unaccented(one.lower()), 0, contact.find("@")) for one in before), default=0)
    kept = at if at > 0 and contact[0].isupper() and contact[at - 1].isalpha() else 0
    return contact[:kept] + _gap(len(contact) - kept)


def _before_label(value: str, end: int, words: Vocabulary) -> int:
    """Where a value ends without the label of the date that stood behind it: ``Jane Roe. Published``."""
    bare = level(value[:end]).rstrip(" :")
    glued = _GLUED_LABEL.search(value, 0, len(bare))
    if glued and any(level(glued.group()) in words.words(one) for one in _DATED):
        return glued.start()
    length = max(words.words(one).closing(bare) for one in _DATED)
    return len(_STOPPED.sub("", bare[:-length])) if 0 < length < len(bare) else end


def _glued_weekday(before: str, moment: Moment | None, words: Vocabulary) -> int:
    """The length of the weekday that a page in Dutch shows glued to a name: ``Jan Lindendo 12 maart 2026``.

    It has to be that day's; none is ``ma``, in which surnames of Friesland end.
    """
    glued = _WEEKDAY.search(before) if "nl" in words.languages and moment and len(moment.value) >= _DAY else None
    day = date.fromisoformat(moment.value[:_DAY]).isoweekday() if glued and moment else 0
    return len(glued.group()) if glued and calendar.weekday(glued["day"], "nl") == day else 0


def without_on(text: str, start: int, end: int) -> int:
    """Where a text ends without what leads from a name to the day of writing (``Jane Roe on``, ``Anna Meier am``)."""
    on = _ON.search(text, start, end)
    return on.start() if on else end


def is_contact(text: str) -> bool:
    """Whether a text is an address or a handle and nothing else."""
    return _CONTACT.fullmatch(text.strip()) is not None


@lru_cache(maxsize=VOCABULARIES)
def _ages(words: Vocabulary) -> Words:
    """Numbers with a unit of time and nothing else (``7 hours``), as the relative expressions name the units."""
    return Words({match.group() for one in words.phrases("dates.relative") for match in [_UNIT.search(one)] if match})


def _without(value: str, start: int, end: int) -> str:
    return value[:start] + _gap(end - start) + value[end:]


def _gap(length: int) -> str:
    return ";".center(length)
