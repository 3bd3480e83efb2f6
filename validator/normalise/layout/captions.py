"""The captions of an article without its page, which only their neighbours and their credit give away."""

from __future__ import annotations

import re
from itertools import pairwise

from validator.lexicons import agencies, photo_words
from validator.lexicons.lexicon import Vocabulary, sections
from validator.lexicons.sentences import SPACED
from validator.model.article import Role
from validator.normalise.credits import bracketed, caption_ends, holders
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits.spans import CAPTIONED, Span
from validator.normalise.layout.lines import Draft
from validator.normalise.names import names
from validator.regex import regex

_ALONE = 80.0  # letters that a credit below its label may have
_TWIN = 20  # letters from which a caption printed twice is no chance
_GLUED_TWIN = 8  # letters of one whose credit is glued to it
_BESIDE = 2  # lines between a caption and the same caption with its credit
_CAPTION_ENDS = SPACED + "'\"”’»)"  # signs in which a caption ends
_SENTENCES = 3  # of a caption that whoever took its picture ends; a longer paragraph its writer may
_OPENED = tuple(f"{stop}{bracket}" for stop in ".!?”" for bracket in ("(", " ("))
_OPEN = frozenset(":：([")  # signs with which a label leads on to the next line
_NEXT = 2  # lines from an open bracket to what it holds
_FRAGMENT, _PLACE = 4, 8  # words of a caption that is no sentence, letters before its credit
_TOLD, _SMALL, _WORD = 30, 2, 4  # letters of what stands before a credit, its words in small letters, of some letters
_HOST = regex(r"(?:www\.)?(?:[\w-]+\.)+[A-Za-z]{2,10}")
_BEHIND = regex(r"(?<=[.!?…”\"»])\s+(?:[/|–—-]\s)?")
_ENDS = (")", "]", "）")
_STOPS = (".", "!", "?", "…", ":", ";", ",")
_COMPANY = regex(
    r"(?:\b(?:GmbH|KG|AG|Ltd|Limited|LLC|LLP|Inc|Corp|Corporation|SARL|SAS|Oyj?|Kft|Zrt|Pty|PLC|PJSC)|\bS\.?p\.?A"
    r"|\bS\.?r\.?l|\bB\.?V|\bN\.?V|\bA/S|\bs\.r\.o|\ba\.s|\bz o\.o)\.?$"
)
_NOTICE = regex(r"[(\[]?\s*(?:©|\(c\)|ⓒ|copyright\b)", re.IGNORECASE)


def mark(filled: list[Draft], words: Vocabulary) -> None:
    """Role and credit of the lines of pictures, where nothing in a line itself says that it is one."""
    prose = [at for at, draft in enumerate(filled) if draft.role is None and draft.prose]
    for at, draft in enumerate(filled):
        if draft.role in (None, Role.BYLINE) and agencies.holds_pictures(draft.text):
            put(draft, credit_lines.of_span(draft.text, _within_brackets(draft.text), words))
        elif draft.role is None and at and draft.weight <= CAPTIONED and not draft.furniture:
            put(draft, twin(filled, at, words))
            if draft.credit is not None:
                _echoes(filled, at)
            elif prose and at < prose[-1]:
                put(draft, credit_lines.of_span(draft.text, _ended(filled, at, prose, words), words))
    for above, below in pairwise(filled):
        near = below.number - above.number <= _NEXT
        if near and ((above.role is None and leads_on(above, words)) or is_label(above, below, words)):
            below_label(below, words)
    _fields(filled)
    if prose:
        of_rights(filled, prose[-1])


def _fields(filled: list[Draft]) -> None:
    """Whom a caption that is printed twice names, once more below it as a field of its own."""
    for above, credited, draft in zip(filled, filled[1:], filled[2:], strict=False):
        seen = credited.credit if draft.role is None and above.text == credited.text else None
        if seen is not None and seen.value == draft.text:
            draft.role = Role.BOILERPLATE


def _echoes(filled: list[Draft], at: int) -> None:
    """The sentence beside it that is the same caption without its credit."""
    for other in filled[max(1, at - _BESIDE) : at + _BESIDE + 1]:
        ends = other.role is None and other.text[-1] in _STOPS  # no headline
        if ends and filled[at].text.startswith(other.text.rstrip(" .")):
            other.role = Role.CAPTION


def of_rights(filled: list[Draft], last: int) -> None:
    """Below the last paragraph a sign and a house, or an agency, tell whose the text is, and no picture's credit."""
    for at in range(last + 1, len(filled)):
        draft, seen = filled[at], filled[at].credit
        if draft.role is not Role.CREDIT or seen is None or not _NOTICE.match(draft.text):
            continue
        if filled[at - 1].role is Role.CAPTION or seen.value[-1:] == ")" or "/" in seen.value:
            continue
        if seen.kind in ("agency", "unknown") or _COMPANY.search(seen.value):
            draft.role, draft.credit = (Role.SOURCE if seen.kind == "agency" else Role.BOILERPLATE), None


def put(draft: Draft, seen: credit_lines.Seen | None) -> None:
    if seen is not None:
        draft.credit = seen
        draft.role = Role.CAPTION if draft.text[: seen.whole].strip(" (") else Role.CREDIT


def twin(filled: list[Draft], at: int, words: Vocabulary) -> credit_lines.Seen | None:
    """A caption printed with its credit beside the same caption without it: the difference is the credit.

    What repeats the first line may be the headline, and what stands behind that its site: an agency is none.
    """
    text = filled[at].text
    for beside in range(max(0, at - _BESIDE), min(len(filled), at + _BESIDE + 1)):
        bare = filled[beside].text.rstrip(" .")
        if not _GLUED_TWIN <= len(bare) < len(text) - 2 or not text.startswith(bare):
            continue
        start = len(text) - len(text[len(bare) :].lstrip(" .,-–—|/(["))
        value = text[start:].rstrip(" .)]")
        known = agencies.agency(value, sure=True) is not None
        parted = start > len(bare) >= _TWIN and (known or (beside > 0 and holders.names_a_holder(value, words)))
        glued = start == len(bare) and abs(at - beside) == 1 and bare[-1].islower() and value[:1].isupper()
        glued = glued and bare not in value
        if parted or (glued and (known or _is_credit(value, words))):
            return credit_lines.of_span(text, (start, start + len(value), start), words)
    return None


def _is_credit(value: str, words: Vocabulary) -> bool:
    """Whether a value is a person, with a house behind a comma or without, or holds an agency (``Jane Roe/AFP``)."""
    person, _, house = value.partition(", ")
    named = names.is_person(person, words) and (not house or holders.capitalised(house))
    named = named and (not names.holds_cjk(person) or names.is_cjk_full_name(person))  # ``[有料会員限定]``
    return named or holders.bare_agency(value, words)


def _ended(filled: list[Draft], at: int, prose: list[int], words: Vocabulary) -> Span | None:
    """The credit in which a line above the last paragraph ends, behind a sentence: ``… at dawn. Jane Roe/AFP``.

    A name alone may be the writer's above the second paragraph, in small letters.
    """
    draft, text = filled[at], filled[at].text
    if text[-1] in _STOPS:
        return None
    between = at > prose[0] and not draft.sentence and not draft.prose and draft.words >= _FRAGMENT
    if between and (span := _of_fragment(text, words)):
        return span
    if text[-1] in _ENDS:
        whole = text.rfind("[")  # ``[Jane Roe, Standard]`` alone or behind a full stop
        if whole >= 0 and text[:whole].rstrip()[-1:] in ("", *".!?") and _is_credit(text[whole + 1 : -1], words):
            return whole + 1, len(text) - 1, whole
        span = bracketed.in_brackets(text, words, caption=True) if "/" in text or "[" in text else None
        return span if span and _tells(text[: span[2]]) and bracketed.sure(text, words) else None
    if span := caption_ends.beside_stop(text, words):
        return span
    span = caption_ends.printed_after(text, words) or caption_ends.in_capitals(text, words)
    if span and (_tells(text[: span[2]]) or ("/" in text[span[0] :] and span[2] >= holders.TOLD)):
        return span
    cuts = [*_BEHIND.finditer(text)]
    tail = text[cuts[-1].end() :] if cuts else ""
    if not tail or not _tells(text[: len(text) - len(tail)]):
        return None
    named = (
        at > prose[0]
        and len(cuts) <= _SENTENCES
        and 1 < len(tail.split()) <= holders.NAME
        and names.is_person(tail, words)
    )
    named = named and not sections(tail) and not _is_told(tail.split()[-1], filled, at)
    held = named or _HOST.fullmatch(tail) or agencies.agency(tail)
    return (len(text) - len(tail), len(text), len(text) - len(tail)) if held else None


def _within_brackets(text: str) -> Span:
    start = len(text) - len(text.lstrip("(["))
    return start, len(text.rstrip(")]")), 0


def _of_fragment(text: str, words: Vocabulary) -> Span | None:
    """The credit that ends a short line between paragraphs which is no sentence: ``The quay at dawn (AFP)``."""
    seen = credit_lines.find(text, words, caption=True)
    ended = seen is not None and seen.whole >= _PLACE and seen.kind != "unknown"
    bare = seen is not None and seen.kind in ("agency", "staff") and not credit_lines.behind_small(text, seen.start)
    return (seen.start, len(text.rstrip(")] ）")), seen.whole) if seen and ended and not bare else None


def _is_told(surname: str, filled: list[Draft], at: int) -> bool:
    return any(surname in draft.text for other, draft in enumerate(filled) if other != at)


def _tells(caption: str) -> bool:
    small = sum(one[0].islower() and len(one) >= _WORD for one in caption.split())
    return len(caption) >= _TOLD and small >= _SMALL


def leads_on(draft: Draft, words: Vocabulary) -> bool:
    """A label and its colon alone on a line, or behind a caption: ``Photo:``, ``The quay at dawn. Credit:``.

    Or a bracket alone: ``The quay at dawn.(``.
    """
    if draft.text.endswith(_OPENED):
        draft.role = Role.CAPTION
        return True
    if draft.text[-1] not in _OPEN:
        return False
    bare = draft.leveled.strip(" ([")
    head = bare.rstrip(" :：")
    length = photo_words.labels(words).closing(head) if bare.endswith((":", "：")) else 0
    caption = head[: len(head) - length].rstrip()
    if not length or (caption and caption[-1] not in _CAPTION_ENDS):
        return False
    if caption:
        draft.role = Role.CAPTION
    return True


def is_label(draft: Draft, below: Draft, words: Vocabulary) -> bool:
    """A label without a colon alone on a line, and a person right below, as systems print their fields."""
    label = draft.weight <= _TOLD and draft.leveled in photo_words.labels(words)
    return label and below.number == draft.number + 1 and names.is_person(below.text, words)


def below_label(below: Draft, words: Vocabulary) -> None:
    if below.furniture or below.weight > _ALONE or below.credit is not None or below.role not in (None, Role.SOURCE):
        return
    seen = credit_lines.of_value(below.text, 0, words)
    value = below.text.rstrip(" )]")
    if seen is not None and (seen.kind != "unknown" or holders.names_a_holder(value, words)):
        below.role, below.credit = Role.CREDIT, seen
