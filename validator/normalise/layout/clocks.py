"""What a page's own clock shows: a calendar, the weather, the number of a war's days, the time of day of an update."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Precision
from validator.normalise.dates import moments, relative
from validator.normalise.layout import date_labels
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_COUNTER = regex(
    r"^(?P<number>\d{1,3}(?:[ .,\u00a0\u202f]?\d{3})*)(?:[-.]?(?:e|er|ème|th|st|nd|rd|й|ий|го|º|ª)|\.)?\s+"
)
_NUMBERED = regex(r"[\s:#№]*(?P<number>\d[ .,\u00a0\u202f]?\d{3}|\d{3})(?![\d.,:/])")
_TOLD = regex(r"[:.!?]\s\w")  # behind a counter: a headline (``1000 days of war: who pays``)
_WIDGET, _WEATHER_SOURCE = 90, "Weather Data Source"  # letters of what a widget shows, and what it says of itself
_BARE, _BARE_DEGREES = 10, regex(r"[+−–-]?\d{1,2}(?:[.,]\d)?\s?[CF]")  # ``31.2 C``
_COUNTED = 7  # words of a line that counts the days
_WEATHER = regex(r"[+\-−–]?\d{1,2}\s?(?:°\s?[CF]?\b|[℃℉]|°(?=\s*(?:$|[|·•,])))")
# Behind ``Updated``: ``at 18:05``, ``kl. 18.05``, ``18:05 Uhr``, ``18h05``.
_CLOCK = regex(
    r"[\s:,|–—-]*(?:[^\W\d_]{1,4}\.?\s){0,2}(?:[01]?\d|2[0-4])\s?[:.h]\s?[0-5]\d(?!\d)(?:\s?[^\W\d_]{1,4}\.?)?$"
)
_SHORT = 60  # letters of a label and its clock time
_SHORT_LINE = 90.0  # letters of a line that is looked at for a relative time, a day and its month
_BESIDE = 12  # letters beside such a time
_NAME_DAY = 80.0  # letters of a line that says whose name day it is
_CELEBRATED = regex(
    r"(?<!\w)(?:meniny (?:má|majú|oslavuje)|(?:svátek|jmeniny) (?:má|mají|slaví|oslavuj)|imieniny\b|névnap"
    r"|имен(?:ен|ни) ден"
    r"|god (?:praznuje|praznujejo)|goduje|imendan|іменини|именины|vārda dien|vardadien|vardo dien"
    r"|εορτάζ|γιορτάζ|εορτολόγιο|nimipäivä|namnsdag|onomastic)"
)
_HUNGARIAN = regex(
    r"\d{4}\. [a-záéíóöőúüű]+ \d{1,2}\.,? (?:hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap),?"
    r"(?: -| –)? [A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű]{2,12}(?:, [A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű]{2,12})*$"
)
_WEEK, _DAY_NAME = 7, 3  # days of a week; letters of a day's short name


def counter(draft: Draft, words: Vocabulary, *, header: bool = False) -> tuple[int, int] | None:
    """The number of a running day counter (``1155 jour depuis …``) and the offset at which its unit ends.

    In a page's ``header`` the number and the word for day are enough, in this order or turned round (``Day 1,155 …``),
    unless they open a headline.
    """
    match = _COUNTER.match(draft.text)
    if match is None and header and draft.words <= _COUNTED:
        before = words.words("dates.day_words").opening(draft.leveled)
        behind = _NUMBERED.match(draft.text, before) if before else None
        return (int(re.sub(r"\D", "", behind["number"])), behind.end()) if behind else None
    if match is None or draft.weight > 90:
        return None
    unit = words.words("dates.day_words").opening(draft.leveled, match.end())
    if not unit:
        return None
    rest = draft.leveled[match.end() + unit :].lstrip()
    if _TOLD.search(rest) if header else not words.words("dates.since").opening(rest):
        return None
    return int(re.sub(r"\D", "", match["number"])), match.end() + unit


def shows_weather(draft: Draft) -> bool:
    """A temperature anywhere in the line."""
    return _WEATHER.search(draft.text) is not None


def is_weather(draft: Draft) -> bool:
    """A temperature in a short line, as sites print beside their clock."""
    if draft.weight >= _WIDGET:
        return False
    if _WEATHER.search(draft.text) or draft.text.startswith(_WEATHER_SOURCE):
        return draft.weight < 40 or draft.text.startswith(_WEATHER_SOURCE)
    return draft.weight < _BARE and _BARE_DEGREES.fullmatch(draft.text) is not None


def names_the_day(draft: Draft) -> bool:
    """Whether a short line says whose name day it is: ``meniny má Richard``, ``Imieniny: Anny, Jana``.

    In Hungarian the name stands behind the weekday and nothing else does: ``2025. november 4. kedd, Károly``.
    """
    if draft.weight > _NAME_DAY:
        return False
    if not draft.text.isascii() and draft.digits and _HUNGARIAN.search(draft.text):
        return True
    return _CELEBRATED.search(draft.leveled) is not None


def is_time_line(draft: Draft, words: Vocabulary) -> bool:
    """A date label before a relative or a clock time, or a relative time alone (``Published 3 hours ago``).

    Another label may follow with its own (``Published 3 May at 18:05 Updated 4 May at 09:10``).
    """
    place = time_in(draft, words)
    if place is None:
        return _is_labelled(draft, words)
    head = draft.leveled[: place[0]].strip(" :|•·-–—,")
    rest = _up_to_label(draft.leveled[place[1] :], words).strip(" :|•·-–—,.")
    labels = (words.words(f"dates.{kind}").closing(head) for kind in date_labels.KINDS)
    return (not head or len(head) in labels) and len(rest) <= _BESIDE


def _up_to_label(rest: str, words: Vocabulary) -> str:
    """What stands behind a time, up to the label of another one."""
    found = [place for kind in date_labels.KINDS if (place := words.words(f"dates.{kind}").within(rest))]
    start, end = min(found, default=(len(rest), len(rest)))
    return rest[:start] if next(_times(rest[end:], words), None) else rest


def time_in(draft: Draft, words: Vocabulary) -> tuple[int, int] | None:
    """The first relative time, or day and month without a year, in a short line: start and end."""
    if draft.weight > _SHORT_LINE or not draft.digits:
        return None
    return next(_times(draft.leveled, words), None)


def _times(leveled: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Relative times, else days and months without a year."""
    for start, end, _ in relative.find(leveled, words.words("dates.relative")):
        yield start, end
    yield from moments.day_months(leveled)


def _is_labelled(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a date's label and a clock time, the day left out (``Updated at 18:05``)."""
    if draft.weight > _SHORT or not draft.digits:
        return False
    ends = (words.words(f"dates.{kind}").opening(draft.leveled) for kind in date_labels.KINDS)
    return any(end and _CLOCK.match(draft.text, end) for end in ends)


def heads_calendar(filled: list[Draft], at: int) -> bool:
    """Whether a month stands over a calendar's days of the week (``April 2025``, ``M T W T F S S``)."""
    if not any(seen.moment and seen.moment.precision is Precision.MONTH for seen in filled[at].dates):
        return False
    below = " ".join(draft.text for draft in filled[at + 1 : at + 1 + _WEEK]).split()[:_WEEK]
    return len(below) == _WEEK and all(len(one) <= _DAY_NAME and one.isalpha() for one in below)
