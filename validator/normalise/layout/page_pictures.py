"""The captions and the credits of a full page that only their place and their neighbours give away."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

from validator.lexicons import photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.credits import bracketed, caption_ends, holders
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits.spans import Span
from validator.normalise.layout import captions, forms
from validator.normalise.layout.lines import Draft

_CAPTION = 400.0  # letters that a caption may have
_ALONE = 80.0  # letters that a credit below its label may have
_TELLS = 25.0  # letters from which a line above an agency's name may be a caption
_SUBHEAD, _TOLD = 120.0, 4  # letters of a line that may be a subhead, words of one that may be a caption
_OFTEN = 2  # lines that end in the same word behind a full stop


class Place(Struct, frozen=True):
    """Where pictures may stand in a page: the lines looked at, the headline's, the body's."""

    window: range
    head: int | None
    body: frozenset[int]
    first: int
    last: int

    @property
    def between(self) -> list[int]:
        """The lines between the headline and the last paragraph that are no body."""
        top = self.first if self.head is None else self.head
        return [at for at in self.window if top < at < self.last and at not in self.body]


def mark(filled: list[Draft], place: Place, words: Vocabulary) -> None:
    """Set role and credit of the lines that are a picture's by their place."""
    free = [at for at in place.window if _is_free(filled, place, at)]
    tails = Counter(caption_ends.repeated_tail(filled[at].text, words) for at in free)
    often = {tail for tail, times in tails.items() if tail and times >= _OFTEN}
    for at in place.window:
        draft = filled[at]
        if draft.role is Role.SOURCE and place.first < at < place.last and not forms.sources_report(filled, at):
            # Between paragraphs the line tells where a picture or a chart is from.
            _, start = forms.labelled(draft, "source.labels", words) or ("", 0)
            draft.credit = credit_lines.of_value(draft.text, start, words)
            draft.role = Role.CREDIT if draft.credit else Role.SOURCE
        elif draft.role is None and draft.weight <= _CAPTION:
            seen = _in_body(draft, words) if at in place.body and at < place.last else None
            if at in free:
                seen = _seen(filled, place, at, words, often)
            captions.put(draft, seen)
        elif draft.marks == {"boilerplate.copyright_footer"} and at < place.last:
            captions.put(draft, _reserved(draft, words))
    _alike(filled, place, words)
    for at in place.window[:-1]:
        below = filled[at + 1]
        if captions.leads_on(filled[at], words) or (
            at in place.between and captions.is_label(filled[at], below, words)
        ):
            captions.below_label(below, words)


def _alike(filled: list[Draft], place: Place, words: Vocabulary) -> None:
    """The captions that end as others of the page end in their credit: in brackets, or with a space alone."""
    shown = [filled[at] for at in place.window]
    credited = [(one.text, one.credit) for one in shown if one.credit]
    if any(bracketed.ends(text, seen.whole) for text, seen in credited):
        for draft in shown:
            _like_others(draft, words)
    if any(caption_ends.is_spaced(text, seen.whole) for text, seen in credited):
        for at in place.between:
            _spaced_like_others(filled, at, words)


def _is_bare(draft: Draft) -> bool:
    """Whether a line has the form of a subhead or of nothing, as captions that nobody took for one have."""
    return draft.role is None and not draft.furniture and not draft.sentence and draft.weight <= _SUBHEAD


def _like_others(draft: Draft, words: Vocabulary) -> None:
    """A caption that ends in brackets as the page's other captions do."""
    if _is_bare(draft):
        captions.put(draft, credit_lines.of_span(draft.text, bracketed.like_others(draft.text, words), words))


def _spaced_like_others(filled: list[Draft], at: int, words: Vocabulary) -> None:
    """A caption that ends in a name as others of the page end in their credit, whose surname stands nowhere else."""
    draft = filled[at]
    if _is_bare(draft):
        span = caption_ends.spaced_last(draft.text, words)
        surname = draft.folded.rpartition(" ")[2]
        if span and not any(surname in one.folded for one in filled if one is not draft):
            captions.put(draft, credit_lines.of_span(draft.text, span, words))


def _is_free(filled: list[Draft], place: Place, at: int) -> bool:
    draft = filled[at]
    fits = draft.role is None and not draft.furniture and draft.weight <= _CAPTION and not forms.is_breadcrumb(draft)
    return fits and at != place.head and at not in place.body


def _seen(filled: list[Draft], place: Place, at: int, words: Vocabulary, often: set[str]) -> credit_lines.Seen | None:
    """The credit of a line that is neither body nor furniture."""
    text = filled[at].text
    seen = credit_lines.find(text, words, caption=True)
    if seen is not None and (seen.sure or seen.kind != "unknown"):
        bare = text.strip("()") if at - 1 == place.last else text
        alone = seen.kind == "agency" and seen.value == bare and "/" not in text
        if alone and at and filled[at - 1].furniture:
            filled[at].role = Role.BOILERPLATE  # among buttons the letters are one (``AA`` makes them larger)
        return seen if not alone or _may_credit(filled, place, at) else None
    if again := captions.twin(filled, at, words):
        return again
    span = _of_rights(text) or _staffs(filled, place, at, words)
    if span is None and place.first < at < place.last:
        span = caption_ends.named_last(text, words)
        tail = caption_ends.repeated_tail(text, words)
        if span is None and tail in often:
            span = (len(text) - len(tail), len(text), len(text) - len(tail))
    return credit_lines.of_span(text, span, words)


def ends_in_credit(draft: Draft, words: Vocabulary) -> credit_lines.Seen | None:
    """The credit in which a line ends that reads like a headline: ``The quay at dawn (AFP)``, ``….Jane Roe``."""
    if span := caption_ends.beside_stop(draft.text, words):
        return credit_lines.of_span(draft.text, span, words)
    seen = credit_lines.find(draft.text, words, caption=True)
    return seen if seen and seen.kind == "agency" and bracketed.ends(draft.text, seen.whole) else None


def _in_body(draft: Draft, words: Vocabulary) -> credit_lines.Seen | None:
    """A caption that has the form of a paragraph or of a subhead.

    No paragraph ends in ``… . Jane Roe/AFP`` or ``… .Jane Roe``, and no subhead in ``(AFP)`` or ``- Private archive``.
    """
    if draft.furniture:
        return None
    if not draft.sentence and draft.weight <= _SUBHEAD and draft.words >= _TOLD:
        seen = credit_lines.find(draft.text, words, caption=True)
        if seen is not None and seen.kind in ("agency", "staff") and credit_lines.behind_small(draft.text, seen.start):
            return seen
    span = caption_ends.printed_after(draft.text, words) or caption_ends.beside_stop(draft.text, words)
    return credit_lines.of_span(draft.text, span, words)


def _may_credit(filled: list[Draft], place: Place, at: int) -> bool:
    """Whether an agency's name alone on a line is a picture's: below a caption that names nobody yet.

    Below the headline and below the last paragraph it signs the article, below a button it is another one.
    """
    above = filled[at - 1] if at else None
    return (
        above is not None
        and at - 1 not in (place.head, place.last)
        and above.weight >= _TELLS
        and above.credit is None
        and not above.furniture
        and above.role not in (Role.DATELINE, Role.BYLINE)
    )


def _staffs(filled: list[Draft], place: Place, at: int, words: Vocabulary) -> Span | None:
    """A person and a house below a caption that is a sentence: ``Jane Roe/The Harbour Beacon``."""
    above, text = filled[at - 1] if at else None, filled[at].text
    told = above is not None and above.role is None and not above.furniture and at - 1 not in (place.head, *place.body)
    return (0, len(text), 0) if told and above and holders.staff(above.text, text, words) else None


def _reserved(draft: Draft, words: Vocabulary) -> credit_lines.Seen | None:
    return credit_lines.of_span(draft.text, _of_rights(draft.text), words)


def _of_rights(text: str) -> Span | None:
    """``All rights reserved X`` near the picture, where a system prints its notice as the label."""
    rights, leveled = photo_words.section("rights"), level(text)
    for at in (0, *(match.end() for match in re.finditer(r"\s[–—-]\s", text))):
        length = rights.opening(leveled, at)
        value = text[at + length :].strip(" :©") if length else ""
        if 1 < len(value) <= _ALONE and not re.search(r"(?:19|20)\d{2}|[.!?]$", value) and value[0].isupper():
            start = text.index(value, at + length)
            return start, start + len(value), at
    return None
