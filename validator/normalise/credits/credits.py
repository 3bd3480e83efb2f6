"""Photo credits: found by label, sign, agency's form or verb, and taken apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, openers, sections
from validator.lexicons.sentences import SPACED
from validator.normalise.credits import bracketed, caption_ends, credit_forms, holders, licences
from validator.normalise.credits.labelled import labelled
from validator.normalise.credits.spans import LONGEST, SLASH, Span, end_of_value
from validator.normalise.names import hangul, names
from validator.regex import regex

Kind = Literal["person", "agency", "account", "platform", "host", "placeholder", "staff", "unknown"]

_HOST = regex(r"(?:https?://)?(?:www\.)?(?:[a-z0-9\-]+\.)+[a-z]{2,24}(?:/\S*)?", re.IGNORECASE)
_NOTICE = regex(r"\s*(?:[/|,]\s*(?:©|\(c\)|copyright)\s+\d{4}\s+|\+{3})", re.IGNORECASE)
_RIGHTS = regex(r"copyright:?\s+(?:©\s*)?(?=[^\W\d_])", re.IGNORECASE)  # before whose they are
_BLANK = regex(r"\[[^\]]+\]|\{+[^}]+\}+|<[^>]+>|%\w+%")  # a template's blank that nobody filled in
_CAPTION = 200  # letters of a caption in which a source's label may stand
_SMALL = 3  # letters of an article or a preposition
_STOPPED = ("", *SPACED, "。", "|", "/")  # what stands before that label
_COLON = regex(r"\s?[:：]\s+(?=[^\W\d_])")
_CUT = regex(r"\.?\s/")  # between a caption that ends in a label's word and its credit
_TWIN = ("・", "／", "/")  # between two labels that make one
_PICTURED = regex(r"(?!copyright)[^\W\d_]{2}", re.IGNORECASE)  # a label's first letters, not of rights
# A desk's number of a picture in Hindi, and what may follow it: ``22 केटीएन 9 ::: कैप्शन : …``.
_PHOTO_CODE = regex(r"\d{1,2}\s?[\u0900-\u097f]{2,8}\s?[-–]?\s?\d{1,3}(?:\s?:::.*)?")
_NAMED = regex(r"[^\W\d_年月日]")  # a date names nobody


class Seen(Struct, frozen=True):
    """A credit in a line: the value at ``text[start:end]``, all of it with label at ``text[whole:…]``.

    ``sure`` says that the form shows a credit even if nobody knows who is named.
    """

    value: str
    start: int
    end: int
    whole: int
    photographer: str | None
    agency: str | None
    platform: str | None
    kind: Kind
    licence: licences.Seen | None
    sure: bool = False


@lru_cache(maxsize=4096)  # who takes the pictures of a house is credited again and again
def find(text: str, words: Vocabulary, *, caption: bool = False) -> Seen | None:
    """The credit of one line; ``caption`` says that the line is known to be about a picture."""
    if credit_forms.is_dispatch(text):
        return None
    span = credit_forms.find(text, words)
    sure = span is not None
    span = span or bracketed.in_brackets(text, words, caption=False)
    if span is None and (span := caption_ends.behind_stop(text, words) or caption_ends.between_dashes(text, words)):
        sure = True
    if span is None and caption:
        span = _inner_label(text, words) or _spaced_label(text, words)
        if span is None:
            span, sure = caption_ends.find(text, words) or (None, False)
    elif span is None:
        span = _inner_label(text, words) if _says_who(text, words) else _amid(text, words)
    if span is None and (caption or words.words("photo.illustrative").within(level(text))):
        span = _sourced(text, words)
        sure = span is not None
    if span is None and holders.bare_agency(text, words):
        span = (0, len(text), 0)
    if span is None and (span := bracketed.of_house_photographer(text, words)):
        sure = True
    return _taken_apart(text, span, words, sure=sure) if span else None


def _says_who(text: str, words: Vocabulary) -> bool:
    """Whether a line begins with a byline's label and its colon (``Text: Jane Roe Photos: Sam Poe``)."""
    label = words.words("byline.prefixes").opening(level(text))
    return label > 0 and text[label:].lstrip().startswith(":") and text.count(":") > 1


def of_span(text: str, span: Span | None, words: Vocabulary) -> Seen | None:
    """The credit at a place of a line whose form shows it."""
    return _taken_apart(text, span, words, sure=True) if span else None


@lru_cache(maxsize=4096)
def of_value(text: str, start: int, words: Vocabulary) -> Seen | None:
    """The credit that a line gives from an offset on, whoever said that it is one."""
    return of_span(text, (start, end_of_value(text, start, opened=False), 0), words)


def _sourced(text: str, words: Vocabulary) -> Span | None:
    """``Source: X`` as all that a caption says, where a chart or a map is from, or behind its last full stop.

    There ``Author: X`` is whose picture it is.
    """
    leveled, labels = level(text), words.words("source.labels")
    for colon in re.finditer(r"\s*[:：]\s*", text[: _CAPTION + 1]):
        length = labels.closing(leveled, colon.start())
        length = length or words.words("byline.labels").closing(leveled, colon.start())
        before = text[: colon.start() - length].rstrip(" (")
        stopped = before[-1:] in _STOPPED and (before or labels.opening(leveled))
        if length and stopped and len(text) - colon.end() <= LONGEST:
            return colon.end(), len(text), colon.start() - length
    return None


def _inner_label(text: str, words: Vocabulary) -> Span | None:
    """A label and a colon in the middle of a caption (``… in the square Photo: Jane Roe``)."""
    leveled, labels = level(text), photo_words.labels(words)
    for colon in re.finditer(r"\s*[:：]\s*", text):
        length = labels.closing(leveled, colon.start())
        if 0 < length < colon.start() and len(text) - colon.end() <= LONGEST:
            span = (colon.end(), len(text), colon.start() - length)
            made = _taken_apart(text, span, words)
            if made is not None and made.kind != "unknown":
                return span
    return None


def _amid(text: str, words: Vocabulary) -> Span | None:
    """``The quay at dawn Photo: Jane Roe`` in a line that may be none of a picture's: the label has no small letter.

    Behind an article or a preposition it tells what the picture shows.
    """
    span = _inner_label(text, words) if len(text) <= _CAPTION else None
    before = text[: span[2]].split() if span else []
    if span is None or not before or not text[span[2] - 1].isspace() or text[span[2]].islower():
        return None
    small = len(before[-1]) <= _SMALL or any(level(before[-1]) in openers(one) for one in words.languages)
    return None if small or "photo.captions" in sections(text) else span


def _spaced_label(text: str, words: Vocabulary) -> Span | None:
    """``… in the square Fot. Jane Roe``: a label with its point, or with a capital that only names have, and a person.

    In German every noun has one.
    """
    marked = "de" not in words.languages
    for at, end in photo_words.labels(words).spots(level(text)):
        if at < len("a ") or text[at - 1] != " " or not text[at - 2].isalnum() or _CUT.match(text, end):
            continue
        if "." in (text[end - 1], text[end : end + 1]) or (marked and text[at].isupper() and text[at - 2].islower()):
            span = labelled(text[at:], words)
            made = _taken_apart(text[at:], span, words) if span and span[2] == 0 else None
            if span and made and (made.photographer or _abbreviates(text[at:end], made.value, words)):
                return span[0] + at, span[1] + at, at
    return None


def _abbreviates(label: str, value: str, words: Vocabulary) -> bool:
    """Whether a label is cut short (``fot.``), which ends no sentence, and capitalised words follow it."""
    return label.endswith(".") and holders.names_a_holder(value, words)


def _taken_apart(text: str, span: Span, words: Vocabulary, *, sure: bool = False) -> Seen | None:
    """The value of a credit without licence, notice and house, and whom it names; None where it names nobody."""
    start, end, whole = span
    licence, start, end = licences.within(text, skipped(text, start, end), end)
    # A notice of rights, or of the agency's service, behind the names is no part of the credit.
    notice = _NOTICE.search(text, start + 2, end)
    rest, end = (text[notice.end() : end], notice.start()) if notice else ("", end)
    start = skipped(text, start, end, " :-–—")
    start = rights.end() if (rights := _RIGHTS.match(text, start, end)) else start
    start += photo_words.before_platform(text[start:end])
    house, before = _inner(text[start:end], words)
    start += before
    value = _trimmed(text[start:end])
    value = value[: _given(value)]
    end = start + len(value)
    reserved = words.words("licence.all_rights").opening(level(value)) >= len(value)
    if _PHOTO_CODE.fullmatch(value):
        return None  # ``फोटो : 22 केटीएन 9``
    if not _NAMED.search(value) or (reserved and not _PICTURED.match(text, whole, start)):
        return None  # a date, or a notice of rights (``© Alle Rechte vorbehalten``)
    if text[whole:start].rstrip()[-1:] in _TWIN and value in photo_words.labels(words):
        return None  # ``写真・図版``
    photographer = agency = platform = None
    for part in (one.strip(" ()[]") for one in (*_parts(value), rest, *SLASH.split(house))):
        if not part:
            continue
        if found := agencies.agency(part, sure="/" in value or "," in value or behind_small(text, start)):
            agency = agency or found
        elif found := photo_words.platform(part):
            platform = platform or found
        elif photographer is None and not _is_account(part):
            bare = part[: hangul.without_office(part)] if hangul.holds(part) else part
            photographer = bare if names.is_person(part, words) else caption_ends.commissioned(part, words)
    kind = "placeholder" if reserved else _kind(value, photographer, agency, platform)
    return Seen(value, start, end, whole, photographer, agency, platform, kind, licence, sure)


def behind_small(text: str, at: int) -> bool:
    """Whether brackets or a dash behind a word in small letters open there; behind a place they may hold its province.

    >>> behind_small("The boat in winter (Ap)", 20), behind_small("The port of Skarrow (Pa)", 21)
    (True, False)
    """
    last = text[:at].rstrip(" (–—-").rpartition(" ")[2]
    return text[:at].rstrip()[-1:] in tuple("(–—-") and bool(last) and not last[0].isupper()


def _parts(value: str) -> list[str]:
    """Whoever a value names: between slashes, commas, behind a colon, and in its last brackets (``Jane Roe (AFP)``)."""
    if (colon := _COLON.search(value)) and value.count(":") == 1 and "." not in value:
        return [*SLASH.split(value[colon.end() :]), *SLASH.split(value[: colon.start()])]  # the house comes first
    person, bracket, holder = value.rstrip(")").rpartition(" (")
    return [*SLASH.split(person), holder] if bracket and agencies.agency(holder) else SLASH.split(value)


def _inner(value: str, words: Vocabulary) -> tuple[str, int]:
    """The house, and where whoever took the picture begins, of a value with a label in it: ``© NDR Foto: Jane Roe``."""
    for colon in _COLON.finditer(value):
        length = photo_words.labels(words).closing(level(value), colon.start())
        at = colon.start() - length
        if length and at > 0 and value[at - 1].isspace():
            return value[:at].strip(), colon.end()
    return "", 0


def _trimmed(value: str) -> str:
    """A value without what parted it from a licence or a bracket; a host's name ends in no full stop."""
    value = value.rstrip(" ,;，、；(（/-–—|[")
    if value.count(")") > value.count("("):
        value = value.rstrip(")")
    return value[:-1] if value.endswith(".") and _HOST.fullmatch(value[:-1]) else value


def _given(value: str) -> int:
    """The length of a value without the Korean word that its holder gave the picture: ``솔내군 제공``."""
    giver = value.removesuffix("제공").rstrip()
    return len(giver) if giver and giver != value and value[len(giver)] == " " else len(value)


def _is_account(part: str) -> bool:
    return agencies.account_words().within(level(part)) is not None


def _kind(value: str, photographer: str | None, agency: str | None, platform: str | None) -> Kind:
    marks = sections(value)
    if "photo.placeholders" in marks or ("photo.captions" in marks and not platform) or _BLANK.fullmatch(value):
        return "placeholder"  # ``Foto: Symbolbild`` says what the picture is, and not whose
    if "photo.staff" in marks:
        return "staff"
    if photographer:
        return "person"
    if agency:
        return "agency"
    if _HOST.fullmatch(value.strip()):
        return "host"
    if _is_account(value):
        return "account"
    return "platform" if platform else "unknown"
