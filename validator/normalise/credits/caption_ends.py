"""How a caption ends in its credit without a label: in brackets, after the full stop, behind a slash."""

from __future__ import annotations

import re

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, openers, sections
from validator.lexicons.sentences import SPACED
from validator.normalise.credits import bracketed, credit_forms
from validator.normalise.credits.holders import (
    FULL_STOP,
    HELD,
    JOINED,
    NAME,
    STOP,
    TOLD,
    capitalised,
    names_a_holder,
    staff,
)
from validator.normalise.credits.spans import CAPTIONED, SLASH, Span
from validator.normalise.names import hangul, names
from validator.regex import regex

_HOST = regex(r"(?:www\.)?(?:[a-z0-9\-]+\.)+[a-z]{2,10}", re.IGNORECASE)
_FOR = "for für pour per para voor dla для för til".split()
_ON_BEHALF = regex(rf"\s(?:{'|'.join((*_FOR, *map(str.upper, _FOR)))})\s(?=(?:[«“„\"]\s?)?[A-ZА-Я])")
_WHOLE = 6  # words of a caption and a name without a sign between them
_WORD = 30  # letters that a name of one word may have
# Behind a space, or glued to the full stop; of the names only initials have points.
_BEHIND_STOP = regex(
    rf"(?:(?<=[{SPACED}”\"»)])\s(?:[/|]\s)?|(?<=[a-zà-ÿ][.!?])(?=[A-ZÀ-Þ]))"
    r"(?=(?:[A-ZÀ-Þ]\.\s?)*[^/|.]+(?:\s?/\s?[^/|.]+)?\.?$)"
)
_GLUED = regex(r"(?<=[a-zà-ÿ])[.!?](?=[A-ZÀ-Þ])")  # a full stop without the space that a page's boxes stand for
_DASH = regex(r"\s[–—-]\s")
_DASHED = regex(r"(?P<stop>[.!?…]|[”\"»])\s?[—–]\s?(?P<value>[^\s—–][^—–]{3,60})$")


def find(text: str, words: Vocabulary) -> tuple[Span, bool] | None:
    """The credit at the end of a caption; the flag says that the form is one whoever it names."""
    found = bracketed.in_brackets(text, words, caption=True)
    if found is not None:
        return found, bracketed.sure(text, words)
    forms = (
        printed_after, _before_closing_label, _behind_slash, _dashed, _filled_last, in_capitals, _by_reporter,
        beside_stop,
    )  # fmt: skip
    for form in forms:
        if span := form(text, words):
            return span, True
    span = _after_equals(text) or _at_the_end(text)
    return (span, False) if span else None


def _dashed(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn. —JANE ROE``; in small letters not behind a quotation, which may have been that person's."""
    match = _DASHED.search(text)
    if match is None or not (match["stop"] in ".!?…" or match["value"].isupper()):
        return None
    person = match["value"] if len(match["value"].split()) > 1 and names.is_person(match["value"], words) else None
    return (*match.span("value"), match.start("value")) if person else None


def between_dashes(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn. - Jane Roe - Europa Press``, or with ``- Archive`` behind it: else it may be a byline."""
    dashes = [*_DASH.finditer(text)] if len(text) <= CAPTIONED else []
    if not dashes:
        return None
    parts = [*zip((0, *(one.end() for one in dashes)), (*(one.start() for one in dashes), len(text)), strict=True)]
    filed = level(text[slice(*parts[-1])]) in photo_words.section("alone")
    if filed:
        parts.pop()
    if len(parts) <= 1 or not (filed or text[: parts[-2][0]].rstrip(" –—-")[-1:] in tuple(".!?…")):
        return None
    person, agency = text[slice(*parts[-2])], text[slice(*parts[-1])]
    held = agencies.agency(agency, sure=True) is not None and names.is_person(person, words)
    return (parts[-2][0], parts[-1][1], parts[-2][0]) if held else None


def _filled_last(text: str, words: Vocabulary) -> Span | None:
    """``The quay during the flood - Private archive``: a dash, and what stands in the place of a name."""
    dash = list(re.finditer(r"\s[–—-]\s", text))[-1:]
    if not dash or sections(tail := text[dash[0].end() :]).isdisjoint(("photo.staff", "photo.placeholders")):
        return None
    named = tail[:1].isupper() and len(tail) <= HELD and _tells(text[: dash[0].start()], words)
    return (dash[0].end(), len(text), dash[0].end()) if named else None


def _by_reporter(text: str, words: Vocabulary) -> Span | None:  # noqa: ARG001 - as the other forms
    """``어민들이 그물을 손질하고 있다. 임하늘 기자``: in Korea whoever signs a caption took its picture."""
    head, _, tail = text.rpartition(". ")
    signed = hangul.signed(tail) if len(head) >= TOLD // 2 else []
    rank = hangul.RANK.match(tail, signed[-1][1]) if signed else None
    at = len(text) - len(tail)
    return (at + signed[0][0], at + rank.end(), at) if rank else None


def _after_equals(text: str) -> Span | None:
    """``…＝共同``: the Japanese papers' form."""
    match = re.search(r"[＝=]([^＝=。]{1,24})$", text)
    return (*match.span(1), match.start()) if match and agencies.agency(match[1], sure=True) else None


def printed_after(text: str, words: Vocabulary) -> Span | None:
    """Who holds the picture, where no sentence goes on: ``… . Jane Roe/AFP``, ``… the quay Jane Roe/AFP``."""
    line = text.rstrip(") ")
    if len(line) <= HELD and re.search(r"[/|]", line) and _held(line, words):
        return 0, len(line), 0
    for match in (*STOP.finditer(line), *_GLUED.finditer(line)):
        at = match.end()
        if not 0 < len(line) - at <= HELD:
            continue
        stopped = match[0][0] in ".!?…" and (
            commissioned(line[at:], words) is not None or staff(line[: match.start() + 1], line[at:], words)
        )
        if stopped or _held(line[at:], words):
            return at, len(line), at
    return _glued(line, words)


def commissioned(tail: str, words: Vocabulary) -> str | None:
    """The person in ``Jane Roe for The Harbour Beacon``."""
    person, *rest = _ON_BEHALF.split(tail, maxsplit=1)
    capital = all(one[0].isupper() for one in " ".join(rest).split() if len(one) > 3)
    return person if rest and capital and tail[-1] not in ".!?" and names.is_person(person, words) else None


def _held(tail: str, words: Vocabulary) -> bool:
    """``AFP``, ``Jane Roe/AFP``, ``harbour.example/Jane Roe``."""
    parts = JOINED.split(tail)
    if len(parts) == 1:
        return bool(agencies.agency(tail)) and not tail.endswith(".")
    if any(not part or len(part.split()) > 5 or part.endswith((".", "?", "!")) for part in parts):
        return False
    if any(_HOST.fullmatch(part) for part in parts):
        return any(names.is_person(part, words) for part in parts)
    return any(photo_words.is_holder(part) for part in parts) and all(
        photo_words.is_holder(part) or capitalised(part) for part in parts
    )


def _glued(line: str, words: Vocabulary) -> Span | None:
    """A name, a slash and an agency behind a caption without a full stop: two words are the name."""
    at = line.find("/", max(0, len(line) - HELD))
    if at <= 0 or not all(len(part.split()) <= 4 for part in line[at + 1 :].split("/")):
        return None
    last = line.rsplit("/", 1)[-1].strip().removeprefix("via ")
    if not photo_words.is_holder(last) or "://" in line:
        return None
    start = credit_forms.name_before(line, at)
    return (start, len(line), start) if names.is_person(line[start:at], words) else None


def _at_the_end(text: str) -> Span | None:
    """``… AFP`` behind a full stop, where the agency's name is a word as well; alone on a line too."""
    line = text.rstrip(").")
    starts = [0, *(match.end() for match in STOP.finditer(line))]
    for at in starts:
        parts = re.split(r"\s*[/|,]\s*", line[at:])
        capital = all(part[:1].isupper() or photo_words.is_holder(part) for part in parts)
        if capital and len(line) - at <= HELD and agencies.agency(parts[-1], sure=True):
            if "•" in line[at:] or any(len(part.split()) > 4 for part in parts):
                continue
            return at, len(line), at
    return None


def _before_closing_label(text: str, words: Vocabulary) -> Span | None:
    """``… / J. Roe / The Beacon nuotr.``: languages that set the label behind the name."""
    line = text.rstrip()
    length = photo_words.section("closing").closing(level(line))
    if not 0 < length < len(line):
        return None
    end = len(line[:-length].rstrip(" /"))
    cuts = [match.end() for match in re.finditer(r"(?:\s[/|–—]|[.!?»”\")]\s[/|–—]|[.!?»”\")])\s+", line[:end])]
    if not cuts:
        return (0, end, 0) if capitalised(line[:end]) else None
    named = [at for at in cuts if names.is_person(JOINED.split(line[at:end])[0], words)]
    at = named[0] if named else cuts[-1]
    return (at, end, at) if len(line[at:end].split()) <= 6 else None


def _behind_slash(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn / Jane Roe``: a caption that is no sentence, a slash, and a person."""
    head, slash, tail = text.rpartition(" / ")
    if not slash or len(head) < TOLD or "/" in head or head[-1] in ".!?…:":
        return None
    lower = sum(one[0].islower() for one in head.split())
    if lower < 2 or len(head.split()) < 4 or not names.is_person(tail, words):
        return None
    at = len(text) - len(tail)
    return at, len(text), at


def in_capitals(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn. JANE ROE``, ``… . JANE ROE FOR “THE BEACON”``: as papers in France and Spain print it."""
    for match in re.finditer(r"[.!?…»”\")]\s+", text):
        tail = text[match.end() :].rstrip(". ")
        if tail.isupper() and len(tail) <= HELD and not sections(tail) and FULL_STOP.search(text[: match.end()]):
            person = _ON_BEHALF.split(SLASH.split(tail)[0])[0]
            if len(text[: match.end()]) > TOLD and 1 < len(person.split()) <= NAME and names.is_person(person, words):
                return match.end(), match.end() + len(tail), match.end()
    return None


def behind_stop(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn. / JANE ROE``, ``The quay at dawn.J. Roe (AFP)``: a sentence, and who holds its picture.

    Behind a bar in capitals, as in French papers, whoever it is: ``The quay at dawn. | THE BEACON - JANE ROE``;
    an agency in any letters and language.
    """
    head, bar, tail = text.rpartition(" | ")
    held = bar and len(text) <= CAPTIONED and len(tail) <= HELD and FULL_STOP.search(f"{head} ") is not None
    capital = held and tail.isupper() and not sections(tail) and _tells(head, words)
    if capital or (held and len(head) >= TOLD and head[-1] in ".!?…" and agencies.agency(tail, sure=True)):
        return len(head) + len(bar) + photo_words.label(tail, words), len(text), len(head) + 1
    cut = _BEHIND_STOP.search(text) if len(text) <= CAPTIONED else None
    if cut is None:
        return None
    head, tail = text[: cut.start()], text[cut.end() :].rstrip(". ")
    *before, last = re.split(r"\s*/\s*|\s(?=\([^()]+\)$)", tail)
    last = last.strip("()")
    holds = agencies.agency(last, sure=True) is not None if before else "/" in cut[0] or "|" in cut[0]
    holds |= "|" in cut[0] and before[:1] == [before[0].upper() if before else ""] and capitalised(last)
    person = before[0] if before else last
    if len(before) > 1 or not holds or not 1 < len(person.split()) <= NAME or not FULL_STOP.search(f"{head} "):
        return None
    if not _tells(head, words, least=1) or not names.is_person(person, words):
        return None
    return cut.end(), cut.end() + len(tail), cut.end() - len(cut[0].lstrip())


def beside_stop(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn.Jane Roe``: a page's caption and its credit, parted by their style alone."""
    cut = _BEHIND_STOP.search(text) if len(text) <= CAPTIONED else None
    tail = text[cut.end() :] if cut and not cut[0] else ""
    named = (
        1 < len(tail.split()) <= NAME and names.is_person(tail, words) and _tells(text[: -len(tail)], words, least=1)
    )
    return (len(text) - len(tail), len(text), len(text) - len(tail)) if named else None


def is_spaced(text: str, whole: int) -> bool:
    """Whether only a space parts a caption from its credit: ``The quay at dawn Jane Roe/AFP``, ``… photo Jane Roe``."""
    return whole > 1 and text[whole - 1] == " " and text[whole - 2].isalnum()


def spaced_last(text: str, words: Vocabulary) -> Span | None:
    """``The quay this week Jane Roe``: first and last name behind a word that leads to no name, as others do there."""
    tokens = text.split()
    if len(tokens) < _WHOLE or tokens[-3][0].isupper() or not tokens[-3][-1].isalnum():
        return None
    at = len(text) - len(" ".join(tokens[-2:]))
    leads = tokens[-3] in names.PARTICLES or any(level(tokens[-3]) in openers(one) for one in words.languages)
    named = not leads and names.is_person(text[at:], words) and _tells(text[:at], words)
    return (at, len(text), at) if named else None


def named_last(text: str, words: Vocabulary) -> Span | None:
    """``… on the quay. Harbour Trust``: capitalised words behind the full stop of a line between paragraphs."""
    for match in re.finditer(r"[.!?…”\"]\s+", text):
        tail = text[match.end() :]
        named = 1 < len(tail.split()) <= 5 and tail[-1].isalnum() and names_a_holder(tail, words)
        if named and _tells(text[: match.end()], words) and FULL_STOP.search(text[: match.end()]):
            return match.end(), len(text), match.end()
    return None


def repeated_tail(text: str, words: Vocabulary) -> str:
    """The one capitalised word behind a line's full stop, which is a credit where other lines end in it too."""
    head, _, tail = text.rpartition(" ")
    stopped = head[-1:] in tuple('.!?”"') and _tells(head, words)
    named = tail[:1].isupper() and tail.isalnum() and 2 < len(tail) <= _WORD
    return tail if stopped and named and not sections(tail) else ""


def _tells(caption: str, words: Vocabulary, *, least: int = 2) -> bool:
    """Whether a caption is a sentence in which capitals mean something: German's nouns have them, and headings."""
    small = sum(len(one) > 3 and one[0].islower() for one in caption.split())
    return len(caption) >= TOLD and small >= least and "de" not in words.languages
