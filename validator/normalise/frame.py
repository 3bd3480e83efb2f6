"""The zones of a full page: the article is framed, and what stands outside of the frame is furniture."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from validator.lexicons.fold import fold, trim
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise import bylines, forms, headline, page_pictures
from validator.normalise.lines import Draft

_PICTURE_ABOVE = 12  # lines above the headline in which its picture's credit may stand
_SIGNED_ABOVE = 4  # lines above the headline in which they may stand
_SIGNED_BELOW = 13  # lines below the first paragraph in which byline and date may stand
_TAIL = 8  # lines below the last paragraph that may still sign the article
_BESIDE = 2  # lines between a date line and a name that stands alone
_TOGETHER = 2  # lines between the bylines of one article
_DATES_TOGETHER = 5  # the same of its dates
_OFTEN = 3  # times that a list of other articles stands in a page, at least
_MANY = 8  # names that may follow one byline label, a line each
_SHORT = 90.0  # letters beyond which a line of the body that names somebody is still body
_SIGNING = (Role.DATELINE, Role.BYLINE, Role.SOURCE, Role.TAGS)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Indexes of the filled lines: the headline, the body's lines, the first and last of them."""

    head: int | None
    body: frozenset[int]
    first: int
    last: int

    @property
    def top(self) -> int:
        return self.first if self.head is None else min(self.head, self.first)

    @property
    def header(self) -> range:
        """The lines in which names and dates are the article's own."""
        return range(max(0, self.top - _SIGNED_ABOVE), self.first + _SIGNED_BELOW + 1)

    def pictures(self, lines: int) -> page_pictures.Place:
        """Where the article's pictures may stand in a page of so many lines."""
        window = range(max(0, self.top - _PICTURE_ABOVE), min(lines, self.last + 2))
        return page_pictures.Place(window, self.head, self.body, self.first, self.last)

    def role(self, at: int, draft: Draft) -> Role | None:
        """The role of a line by its place; None where its neighbours have to be asked."""
        if at == self.head:
            return Role.TITLE
        if draft.role in (Role.CREDIT, Role.CAPTION):
            return draft.role if self.top - _PICTURE_ABOVE <= at <= self.last + 1 else Role.BOILERPLATE
        if at in self.body and (draft.weight > _SHORT or draft.role not in _SIGNING):
            return _body_role(draft)
        if draft.role in _SIGNING and (at in self.header or self.first <= at <= self.last + _TAIL):
            return draft.role
        return None if at in self.header and draft.role is None else Role.BOILERPLATE


def assign(filled: list[Draft], chosen: list[int], words: Vocabulary, declared: str | None) -> None:
    """Set the role of every line of a page whose lines know their own form; ``chosen`` are the body's indexes."""
    head = _headline(filled, chosen, declared)
    chosen = chosen or [head or 0]
    frame = _Frame(head, frozenset(chosen), chosen[0], chosen[-1])
    page_pictures.mark(filled, frame.pictures(len(filled)), words)
    for at, draft in enumerate(filled):
        draft.role = frame.role(at, draft)
    _names(filled, frame, words)
    for draft in filled:
        if draft.role is None:
            draft.role = Role.BOILERPLATE
    if head is not None and head < frame.first and filled[frame.first].role in (Role.BODY, Role.SUBHEAD):
        filled[frame.first].role = Role.LEAD


def _headline(filled: list[Draft], chosen: list[int], declared: str | None) -> int | None:
    """The declared title's line nearest above the body, else the likeliest headline."""
    key = trim(fold(declared)) if declared else ""
    same = [at for at, draft in enumerate(filled) if key and trim(fold(draft.text)) == key]
    if not same:
        return headline.find(filled, chosen)
    near = chosen[0] if chosen else 0
    return min(same, key=lambda at: (at > near, abs(at - near)))


def _body_role(draft: Draft) -> Role:
    return Role.SUBHEAD if draft.weight <= 120 and not draft.sentence else Role.BODY


def _names(filled: list[Draft], frame: _Frame, words: Vocabulary) -> None:
    """Names that stand alone in the header: below a byline's label, or beside a date line where nothing is labelled."""
    header = [at for at in frame.header if at < len(filled)]
    _together(filled, [at for at in header if filled[at].role is Role.DATELINE], _DATES_TOGETHER)
    _repeated(filled)
    labelled = [at for at in header if filled[at].role is Role.BYLINE]
    for at in header:
        if forms.is_byline_label(filled[at], words):
            named = _run(filled, range(at + 1, min(at + 1 + _MANY, len(filled))), words, labelled=True)
            labelled += named
            for one in named:
                filled[one].role = Role.BYLINE
    if labelled:
        _together(filled, sorted(labelled), _TOGETHER)
        return
    for at in header:
        if filled[at].role is Role.DATELINE:
            over = _BESIDE if at > frame.top else 0
            above = _run(filled, range(at - 1, max(header[0], at - 1 - _MANY) - 1, -1), words, skip=over)
            below = _run(filled, range(at + 1, min(at + 1 + _MANY, len(filled))), words, skip=over)
            for one in above or below:
                filled[one].role = Role.BYLINE
            if above or below:
                return
    _under_headline(filled, frame, words)


def _repeated(filled: list[Draft]) -> None:
    """Bylines that a page prints again and again belong to a list of other articles, where another one is there."""
    times = Counter(draft.leveled for draft in filled if draft.role is Role.BYLINE)
    if min(times.values(), default=_OFTEN) < _OFTEN:
        for draft in filled:
            if draft.role is Role.BYLINE and times[draft.leveled] >= _OFTEN:
                draft.role = Role.BOILERPLATE


def _under_headline(filled: list[Draft], frame: _Frame, words: Vocabulary) -> None:
    """A name alone below headline and standfirst, with the share bar or the first paragraph right below it."""
    if frame.head is None:
        return
    for at in range(frame.head + 1, min(frame.head + 1 + _MANY // 2, len(filled) - 1)):
        draft, below = filled[at], filled[at + 1]
        if draft.role is None and _is_name(draft, words) and (below.furniture or below.role is Role.LEAD):
            draft.role = Role.BYLINE
            return


def _is_name(draft: Draft, words: Vocabulary) -> bool:
    return not draft.furniture and draft.weight <= _SHORT and bylines.looks_like(draft.text, words)


def _together(filled: list[Draft], signed: list[int], reach: int) -> None:
    """Bylines or dates that do not stand with the first one belong to teasers."""
    for before, at in pairwise(signed):
        if at - before > reach:
            for one in signed[signed.index(at) :]:
                filled[one].role = Role.BOILERPLATE
            return


def _run(filled: list[Draft], indexes: range, words: Vocabulary, *, skip: int = 0, labelled: bool = False) -> list[int]:
    """The lines from the first on that are nothing but names, after at most ``skip`` others.

    Names behind a label may run out of the frame.
    """
    found: list[int] = []
    for at in indexes:
        draft = filled[at]
        free = draft.role in (None, Role.BYLINE) or (labelled and draft.role is Role.BOILERPLATE)
        if free and _is_name(draft, words):
            found.append(at)
        elif found or skip == 0 or draft.role is Role.TITLE:
            break
        else:
            skip -= 1
    return found
