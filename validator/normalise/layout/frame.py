"""The zones of a full page: the article is framed, and what stands outside of the frame is furniture."""

from __future__ import annotations

from msgspec import Struct

from validator.lexicons.fold import fold, trim
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import alone, captions, foot, headline, page_pictures, signed, tail
from validator.normalise.layout.lines import Draft

_PICTURE_ABOVE = 12  # lines above the headline in which its picture's credit may stand
_SIGNED_ABOVE = 4  # lines above the headline in which they may stand
_SIGNED_BELOW = 13  # lines below the first paragraph in which byline and date may stand
_CAPTION_BELOW = 2  # lines from the headline to a caption, with a byline between them
_AGAIN = 8  # lines from a headline to the same one below its picture
_TAIL = 8  # lines below the last paragraph that may still sign the article
_SHORT = 90.0  # letters beyond which a line of the body that names somebody is still body
_OTHERS = frozenset({"boilerplate.related", "boilerplate.partner_block", "boilerplate.comment_form"})
_LABELS = frozenset({"boilerplate.ad_label", "boilerplate.share_bar"})
_SIGNING = (Role.DATELINE, Role.BYLINE, Role.SOURCE, Role.TAGS)


class _Frame(Struct, frozen=True):
    """Indexes of the filled lines: the headline, the body's lines, the first and last of them."""

    head: int | None
    body: frozenset[int]
    first: int
    last: int
    beyond: int  # the first line below the body that is no button or label
    end: int  # where, below the body, a list of other articles or the readers' own words begin

    @property
    def top(self) -> int:
        return self.first if self.head is None else min(self.head, self.first)

    @property
    def header(self) -> range:
        """The lines in which names and dates are the article's own."""
        return range(max(0, self.top - _SIGNED_ABOVE), min(self.first + _SIGNED_BELOW + 1, self.last + 2, self.end))

    def pictures(self, lines: int) -> page_pictures.Place:
        """Where the article's pictures may stand in a page of so many lines."""
        window = range(max(0, self.top - _PICTURE_ABOVE), min(lines, self.beyond + 1))
        return page_pictures.Place(window, self.head, self.body, self.first, self.last)

    def role(self, at: int, draft: Draft) -> Role | None:
        """The role of a line by its place; None where its neighbours have to be asked."""
        if at == self.head:
            return Role.TITLE
        if draft.role in (Role.CREDIT, Role.CAPTION):
            return draft.role if self.top - _PICTURE_ABOVE <= at <= self.beyond else Role.BOILERPLATE
        if at in self.body and (draft.weight > _SHORT or draft.role not in _SIGNING):
            return _body_role(draft) if at < self.last else Role.BODY  # nothing stands below a subhead at the end
        if draft.role in _SIGNING and (at in self.header or self.first <= at <= min(self.last + _TAIL, self.end - 1)):
            return draft.role
        return None if at in self.header and draft.role is None else Role.BOILERPLATE


def assign(filled: list[Draft], chosen: list[int], words: Vocabulary, declared: str | None) -> None:
    """Set the role of every line of a page whose lines know their own form; ``chosen`` are the body's indexes."""
    alone.above_dates(filled, words)
    head = _headline(filled, chosen, words, declared)
    chosen = chosen or [head or 0]
    frame = _Frame(
        head, frozenset(chosen), chosen[0], chosen[-1], _beyond(filled, chosen[-1], words), _end(filled, chosen[-1])
    )
    page_pictures.mark(filled, frame.pictures(len(filled)), words)
    captions.of_rights(filled, frame.last)
    tail.signed_off(filled[frame.last + 1 : frame.last + 2])
    for at, draft in enumerate(filled):
        draft.role = frame.role(at, draft)
    signed.header(filled, [at for at in frame.header if at < len(filled)], frame.top, head, words)
    foot.assign(filled, frame.first, frame.last, words)
    _standfirst(filled, head, frame.first)
    for draft in filled:
        if draft.role is None:
            draft.role = Role.BOILERPLATE
    if head is not None and head < frame.first and filled[frame.first].role in (Role.BODY, Role.SUBHEAD):
        filled[frame.first].role = Role.LEAD


def _beyond(filled: list[Draft], last: int, words: Vocabulary) -> int:
    labels = last + 1
    labels += labels < len(filled) and alone.signs(filled[labels], words)
    while labels < len(filled) and filled[labels].marks and filled[labels].marks <= _LABELS:
        labels += 1
    return labels


def _end(filled: list[Draft], last: int) -> int:
    return next((at for at in range(last + 1, len(filled)) if filled[at].marks & _OTHERS), len(filled))


def _standfirst(filled: list[Draft], head: int | None, first: int) -> None:
    """A line of some length that is all that stands between the headline and whoever signs is the article's lead."""
    if head is None or not head + 2 < len(filled) or head + 1 >= first:
        return
    draft, below = filled[head + 1], filled[head + 2]
    repeats = trim(filled[head].folded) in draft.folded or trim(draft.folded) in filled[head].folded
    told = draft.role is None and not draft.marks and draft.weight >= headline.STANDFIRST and not repeats
    if told and below.role in (Role.BYLINE, Role.DATELINE):
        draft.role = Role.LEAD


def _headline(filled: list[Draft], chosen: list[int], words: Vocabulary, declared: str | None) -> int | None:
    """The declared title's line nearest above the body, else the likeliest headline that is no picture's caption."""
    key = trim(fold(declared)) if declared else ""
    same = [at for at, draft in enumerate(filled) if key and trim(draft.folded) == key]
    if not same:
        found = headline.find(filled, chosen)
        return found if found is None else _no_caption(filled, chosen, found, words)
    near = chosen[0] if chosen else 0
    nearest = min(same, key=lambda at: (at > near, abs(at - near)))
    # Printed again below its picture: whoever signs and the day stand below the first of the two.
    between = ((at, filled[at + 1 : nearest]) for at in same if 0 < nearest - at <= _AGAIN)
    signed = (at for at, lines in between if any(one.role in headline.SIGNATURES for one in lines))
    return next(signed, nearest)


def _no_caption(filled: list[Draft], chosen: list[int], found: int, words: Vocabulary) -> int:
    """The likeliest headline, or the next one where that ends as captions do in their credit.

    Agencies stand in brackets behind headlines too: of those the next one has to stand right above.
    """
    draft = filled[found]
    seen = page_pictures.ends_in_credit(draft, words)
    if seen is None:
        return found
    draft.role, draft.credit = Role.CAPTION, seen
    other = headline.find(filled, chosen)
    if (
        other is not None
        and filled[other].words > headline.KICKER
        and (seen.sure or 0 < found - other <= _CAPTION_BELOW)
    ):
        return other
    draft.role, draft.credit = None, None
    return found


def _body_role(draft: Draft) -> Role:
    return Role.SUBHEAD if draft.weight <= 120 and not draft.sentence else Role.BODY
