"""The zones of a full page: the article is framed, and what stands outside of the frame is furniture."""

from __future__ import annotations

from validator.lexicons.fold import fold, trim
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise import bylines, forms, page
from validator.normalise.lines import Draft

_PICTURE_ABOVE = 12  # lines above the headline in which its picture's credit may stand
_BYLINE_BELOW = 13  # lines below the first paragraph in which byline and date may stand
_TAIL = 8  # lines below the last paragraph that may still sign the article
_FORMS = (Role.CREDIT, Role.CAPTION)


def assign(filled: list[Draft], words: Vocabulary, declared: str | None) -> None:
    """Set the role of every line of a page whose lines know their own form."""
    chosen = page.body(filled)
    headline = _headline(filled, chosen, declared)
    if not chosen:
        chosen = [headline] if headline is not None else [0]
    first, last = chosen[0], chosen[-1]
    top = headline if headline is not None else first
    inside = set(chosen)
    for at, draft in enumerate(filled):
        header = min(top, first) <= at <= first + _BYLINE_BELOW
        if at == headline:
            draft.role = Role.TITLE
        elif draft.role in _FORMS:
            draft.role = draft.role if top - _PICTURE_ABOVE <= at <= last + 1 else Role.BOILERPLATE
        elif (
            at in inside
            and draft.role in (None, Role.DATELINE, Role.SOURCE, Role.BYLINE)
            and draft.weight > _SHORT_BYLINE
        ):
            draft.role = Role.BODY
        elif header or first <= at <= last + _TAIL:
            draft.role = _signing(filled, at, words, header=header) or (
                _body_role(draft) if at in inside else Role.BOILERPLATE
            )
        else:
            draft.role = Role.BOILERPLATE
    _lead(filled, first, headline)


_SHORT_BYLINE = 90.0  # letters beyond which a line of the body that names somebody is still body


def _headline(filled: list[Draft], chosen: list[int], declared: str | None) -> int | None:
    if declared:
        key = trim(fold(declared))
        same = [at for at, draft in enumerate(filled) if trim(fold(draft.text)) == key]
        if same:
            near = chosen[0] if chosen else 0
            return min(same, key=lambda at: (at > near, abs(at - near)))
    return page.title(filled, chosen)


def _signing(filled: list[Draft], at: int, words: Vocabulary, *, header: bool) -> Role | None:
    """Date lines, bylines, source lines: by their form anywhere in the frame, bare names only in the header."""
    draft = filled[at]
    if draft.role in (Role.DATELINE, Role.BYLINE, Role.SOURCE, Role.TAGS):
        return draft.role
    if not header or draft.role is not None or draft.furniture or draft.weight > _SHORT_BYLINE:
        return None
    if at and forms.is_byline_label(filled[at - 1], words) and bylines.looks_like(draft.text, words):
        return Role.BYLINE
    beside = [other for other in filled[max(0, at - 3) : at + 4] if other.role is Role.DATELINE]
    return Role.BYLINE if beside and bylines.looks_like(draft.text, words) else None


def _body_role(draft: Draft) -> Role:
    return Role.SUBHEAD if draft.weight <= 120 and not draft.sentence else Role.BODY


def _lead(filled: list[Draft], first: int, headline: int | None) -> None:
    if (
        first < len(filled)
        and filled[first].role in (Role.BODY, Role.SUBHEAD)
        and headline is not None
        and headline < first
    ):
        filled[first].role = Role.LEAD
