"""The day that a page shows above its headline because it is today, not because the article is of it."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Precision, Role
from validator.normalise.layout import clocks, date_labels, datelines, forms
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_BELOW_TITLE = 12  # lines below the title in which the article's own date may stand
_TOP, _DOWN = 8, 16  # lines at a page's top in which its clock stands, lines from there to the article's own date
_FIRST = 4  # of them, those in which a clock stands beside the weather
_NUMBERED = regex(r"(?<!\w)العدد\s*[:\[(]?\s*\d")  # a paper's running number beside its clock
# A place and the time of day there, beside the day: ``Skarrow | 14h26``.
_PLACE_TIME = regex(r"[^\W\d_][^\d|,:]{2,24}\s?[|,:•·–-]\s?(?:[01]?\d|2[0-3])\s?[:h.]\s?[0-5]\d(?:\s?[ap]\.?m\.?)?$")
_TIMED = (Precision.MINUTE, Precision.SECOND)
_HEAD = (Role.DATELINE, Role.BYLINE)


def lines(filled: list[Draft], title: int, words: Vocabulary, told: tuple[int, int] | None = None) -> list[Draft]:
    """The lines of a text that show the site's clock; ``title`` is the index of its headline.

    ``told`` are month and day of its dateline, where that has no year.
    """
    return [
        *_furnished(filled[:title], words),
        *_with_name_day(filled[:_DOWN]),
        *_overtaken(filled, title, words),
        *_earlier_below(filled, title, words),
        *(draft for draft in filled[:title] if told and _may_be_clock(draft, words) and _contradicts(draft, told)),
    ]


def _furnished(above: list[Draft], words: Vocabulary) -> list[Draft]:
    """Date lines above the title among furniture: a country beside the date, a day counter, the weather, a time."""
    dated = [draft for draft in above[:_FIRST] if draft.dates and draft.role is Role.DATELINE]
    furnished = dated and any(
        clocks.counter(draft, words, header=True)
        or clocks.is_weather(draft)
        or _PLACE_TIME.match(draft.text)
        or "page.pager" in draft.marks  # a page of a list, which shows its last article: ``Home Blog Page 41``
        for draft in above
    )
    return [draft for draft in dated if furnished or forms.place_beside(draft) or clocks.shows_weather(draft)]


def _with_name_day(top: list[Draft]) -> Iterator[Draft]:
    """Date lines at a page's top that say, or stand above or below a line that says, whose name day it is."""
    for at, draft in enumerate(top):
        if draft.dates and draft.role is Role.DATELINE:
            beside = (one for one in (*top[max(0, at - 1) : at], *top[at + 1 : at + 2]) if not one.dates)
            if any(map(clocks.names_the_day, (draft, *beside))):
                yield draft


def _overtaken(filled: list[Draft], title: int, words: Vocabulary) -> list[Draft]:
    """Date lines above the title of a later day than the date and time, or the labelled date, that stand below it.

    A page shows today above its headline, and below it when it was published: beside the paper's number, and
    where whoever signs stands right above the day below, any later day.
    """
    if not any(draft.dates for draft in filled[:title]):
        return []
    below = filled[title + 1 : title + 1 + _BELOW_TITLE]
    own = next((day for draft in below if (day := _own_day(draft, words))), "")
    at = next((at for at, draft in enumerate(below) if draft.role is Role.DATELINE and draft.dates), 0)
    dated = _day(below[at]) if below and below[at].role is Role.DATELINE else ""
    signed = at > 0 and below[at - 1].role is Role.BYLINE
    return [
        draft
        for draft in filled[:title]
        if _may_be_clock(draft, words)
        if (own and own < _day(draft)) or (dated and dated < _day(draft) and (signed or _NUMBERED.search(draft.text)))
    ]


def _earlier_below(filled: list[Draft], title: int, words: Vocabulary) -> Iterator[Draft]:
    """The day at a page's very top where an earlier one stands farther down in the head, in a line of its own.

    Which line is the headline does not matter; but a date and time right below it are the article's.
    """
    at = next((at for at, draft in enumerate(filled[:_TOP]) if draft.dates), len(filled))
    if at >= len(filled) or not _may_be_clock(filled[at], words) or (at == title + 1 and _own_day(filled[at], words)):
        return
    beside = [*filled[max(0, at - 1) : at], *filled[at + 1 : at + 2]]
    roles = _HEAD if any(clocks.is_weather(one) or _PLACE_TIME.match(one.text) for one in beside) else (Role.BYLINE,)
    paragraphs = 0
    for draft in filled[at + 2 : at + 2 + _DOWN]:
        own = _own_day(draft, words) or (_day(draft) if draft.role in roles else "")
        if own:
            if own < _day(filled[at]):
                yield filled[at]
            return
        paragraphs += draft.prose
        if paragraphs > 1:
            return


def _contradicts(draft: Draft, told: tuple[int, int]) -> bool:
    moment = draft.dates[0].moment
    return moment is not None and datelines.contradicts(moment, told)


def _may_be_clock(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is one day and no label says what was done on it."""
    alone = draft.role is Role.DATELINE and len(draft.dates) == 1
    return alone and bool(_day(draft)) and not date_labels.before(draft, draft.dates[0].start, words)


def _own_day(draft: Draft, words: Vocabulary) -> str:
    """The day of a date line that has a time of day or says that the article was published then; empty if none."""
    if draft.role not in _HEAD or not draft.dates or draft.dates[0].moment is None:
        return ""
    label = date_labels.before(draft, draft.dates[0].start, words)
    timed = draft.dates[0].moment.precision in _TIMED and not label
    return _day(draft) if timed or label == "published" else ""


def _day(draft: Draft) -> str:
    """The day of a line's first date, as far as it is told to the day."""
    moment = draft.dates[0].moment if draft.dates else None
    return moment.value[:10] if moment and moment.precision not in (Precision.YEAR, Precision.MONTH) else ""
