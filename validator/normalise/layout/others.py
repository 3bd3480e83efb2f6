"""Bylines and days of a full page that are other articles': of teasers above, of lists between and below."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from validator.model.article import Role
from validator.normalise.layout import headline
from validator.normalise.layout.lines import Draft

_OFTEN = 3  # times that a list of other articles stands in a page, at least
_POINTER = "boilerplate.related"
_FREE = (None, Role.BOILERPLATE)  # roles of a line that has no part in the article yet


def free(filled: list[Draft], top: int) -> None:
    """Make furniture of what signs and dates other articles; ``top`` is the article's first line."""
    _cards(filled, top)
    _repeated(filled)
    _listed(filled)


def _cards(filled: list[Draft], top: int) -> None:
    """A name or a date right below what reads like a headline, above the article's own, is another article's.

    One of a few words may as well be a kicker; two of them are a list.
    """
    cards = [
        (above, draft)
        for above, draft in pairwise(filled[:top])
        if draft.role in (Role.BYLINE, Role.DATELINE) and above.role in _FREE and headline.is_listed(above)
    ]
    for above, draft in cards:
        if above.words > headline.KICKER or len(cards) > 1:
            draft.role = Role.BOILERPLATE


def _repeated(filled: list[Draft]) -> None:
    """Bylines that a page prints again and again belong to a list of other articles, where another one is there.

    What stands again and again before other days (``Skarrow - 3 May 2026``) is where they are from, or the site.
    """
    dated = [(_before_day(draft), draft) for draft in filled if draft.role is Role.BYLINE and draft.dates]
    before = Counter(place for place, _ in dated)
    for place, draft in dated:
        if place and before[place] >= _OFTEN:
            draft.role = Role.DATELINE
    times = Counter(draft.leveled for draft in filled if draft.role is Role.BYLINE)
    if min(times.values(), default=_OFTEN) < _OFTEN:
        for draft in filled:
            if draft.role is Role.BYLINE and times[draft.leveled] >= _OFTEN:
                draft.role = Role.BOILERPLATE


def _before_day(draft: Draft) -> str:
    return draft.leveled[: draft.dates[0].start].strip(" -–—|,")


def _listed(filled: list[Draft]) -> None:
    """Bylines with dates below the first paragraph, of day after day, are a list of other articles too.

    And one right below a pointer to another article and its headline (``Read also``), or below the last paragraph
    right below a headline, where another name and day stand above it.
    """
    first = headline.first_told(filled)
    below = [draft for draft in filled[first:] if draft.role is Role.BYLINE and draft.dates]
    days = {seen.moment.value[:10] for draft in below for seen in draft.dates[:1] if seen.moment}
    if len(days) >= _OFTEN:
        for draft in below:
            draft.role = Role.BOILERPLATE
    last = max((at for at, draft in enumerate(filled) if draft.role is Role.BODY), default=0)
    signed = any(draft.role is Role.BYLINE and draft.dates for draft in filled[:last])
    for other, draft in pairwise(filled[last + 1 :] if signed else ()):
        if draft.role is Role.BYLINE and draft.dates and headline.is_listed(other):
            draft.role = Role.BOILERPLATE
    for pointer, other, draft in zip(filled[first:], filled[first + 1 :], filled[first + 2 :], strict=False):
        pointed = _POINTER in pointer.marks and not pointer.sentence and headline.is_listed(other)
        if pointed and draft.role in (Role.BYLINE, Role.DATELINE):
            draft.role = Role.BOILERPLATE
