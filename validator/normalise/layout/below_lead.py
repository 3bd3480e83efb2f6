"""The headline of a text that opens with a paragraph: its lead, or what a site tells whoever comes to it."""

from __future__ import annotations

from validator.lexicons.fold import trim
from validator.lexicons.sentences import asks
from validator.model.article import Role
from validator.normalise.layout import forms, no_headline
from validator.normalise.layout.headline import SIGNATURES
from validator.normalise.layout.lines import Draft
from validator.normalise.layout.told import WORDS, is_full, stems, words_below

_HEAD = 14  # lines in which a text's head ends
_ABOVE = 3  # paragraphs above a headline: a lead, or what a site tells whoever comes to it
_LEAST, _LEAD = 4, 200.0  # lines of a text with a lead above its headline; letters of that
_CUT_OFF = ("...", "…")  # ends of a text that goes on elsewhere
_PICTURED = 3  # lines below a headline in which its picture stands
_TOLD = 2  # words of the text that a headline takes up
_RETOLD, _RETOLD_SHARE = 4, 0.6  # words of the lead that the headline below it says again, and their share of its own


def find(filled: list[Draft]) -> Draft | None:
    """The headline below a lead, or below a notice, that a page prints above it.

    The date or whoever signs stands right below it, or it is printed twice, or it says the lead's words again; any
    other line there is a subhead. One that is printed twice above a button to read on is another article's: furniture.
    """
    told, cut, signed = 0, False, False
    last = max((at for at, one in enumerate(filled) if one.prose), default=-1)
    for at, draft in enumerate(filled[:_HEAD]):
        if draft.role is None and draft.prose:
            told, cut = told + 1, False
        cut = cut or (told > 0 and draft.role is None and draft.text.endswith(_CUT_OFF))
        signed = signed or (told > 0 and draft.role in SIGNATURES)
        near = told <= _ABOVE or cut
        if not near and at <= last:
            continue
        if at > 1 and at == last + 1 and draft.role is None and draft.text in filled[at - 1].text and is_full(draft):
            return draft
        if not told or not _may_follow(draft) or not is_full(draft) or no_headline.is_left_over(draft):
            continue
        if _is_told_above(filled, at, last) or _is_parted(filled, at) or (told == 1 and _is_below_day(filled, at)):
            return draft
        below = filled[at + 1] if near and at + 1 < len(filled) else None
        twice = below is not None and trim(below.folded) == trim(draft.folded)
        teaser = twice and any("boilerplate.read_more" in one.marks for one in filled[at + 2 : at + 3])
        if below is not None and teaser:
            draft.role = below.role = Role.BOILERPLATE
        elif below is not None and (
            _is_pictured(filled, at) or (below.role in SIGNATURES and not (signed and at < last)) or twice
        ):
            return draft
    return None


def _is_pictured(filled: list[Draft], at: int) -> bool:
    """Whether what stands for a picture says a line again: ``Article image for …``."""
    return any(one.text.endswith(f" {filled[at].text}") for one in filled[at + 1 : at + 1 + _PICTURED])


def _is_parted(filled: list[Draft], at: int) -> bool:
    """Whether a line parts a short lead from the text, both of which have its words."""
    if at != 1 or len(filled) < _LEAST or not filled[0].prose or filled[0].weight > _LEAD or not filled[2].prose:
        return False
    own, line = stems(filled[at]), [one.number for one in filled[:3]]
    blank = line[1] > line[0] + 1 and line[2] > line[1] + 1
    shared = own & (stems(filled[0]) | words_below(filled, filled[at]))
    return blank and filled[at].words >= WORDS and len(shared) >= max(_TOLD, len(own) / 2)


def _is_below_day(filled: list[Draft], at: int) -> bool:
    """Whether a line stands right below the day of a blog whose writer says above it who it is."""
    return at > 1 and filled[at - 1].role is Role.DATELINE and filled[at - 2].role is None and filled[at - 2].prose


def _may_follow(draft: Draft) -> bool:
    """Whether a line below a paragraph may be a headline by its form: one sentence at most, and no caption."""
    stopped = (draft.sentence and not asks(draft.text)) or ". " in draft.text
    return draft.role is None and not (draft.prose or stopped or draft.furniture or forms.is_menu(draft))


def _is_told_above(filled: list[Draft], at: int, last: int) -> bool:
    """Whether a line right below a text's first paragraph, or the first below its ``last``, says it briefly."""
    if not filled[0].prose or at not in (1, last + 1):
        return False
    own, below = stems(filled[at]), filled[at + 1 : at + 2]
    dated = at > 1 and bool(below) and below[0].role in SIGNATURES
    return len(own & stems(filled[0])) >= max(_TOLD if dated else _RETOLD, _RETOLD_SHARE * len(own))
