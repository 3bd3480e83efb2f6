"""Where a byline begins that stands on a line behind something else: a date, a picture's credit, a headline's end."""

from __future__ import annotations

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise.layout import date_labels
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines
from validator.normalise.names.names import PARTICLES, is_account, is_person, organisation
from validator.regex import regex

_LONGEST = 140.0  # letters of a line
_CLOCK = 24  # letters of a clock time between the date and what leads to the name
_REPORTERS = ("wartawan", "reporter", "kontributor", "jurnalis", "koresponden")
_NAMED = 4  # words of a name
_SPACE = regex(r"\s+(?=[^\W\d_])")
# Where a label is glued to the word before it: ``NEDTURENTekst og foto:``, ``the marketWords:``.
_SEAM = regex(r"(?<=[A-ZÀ-Þ]{2})(?=[A-ZÀ-Þ][a-zß-ÿ]{2})|(?<=[a-zß-ÿ.!?»”)])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})")
# Where one ends a headline: ``… in one over and a halfBy Jane Roe``.
_HEADLINE = regex(r"(?<=[a-zß-ÿ0-9.!?»”)])(?P<by>[A-ZÀ-Þ][a-zß-ÿ]{1,3})\s(?P<name>[A-ZÀ-Þ][^\d,;:.!?]{4,40})$")
_BULLETS = "•▪◦‣"
_ROW = regex(r"(?P<labels>[^\W\d_][^:.\d]{4,40}): (?=[A-ZÀ-Þ])")  # ``Text, archive photo and video: Jane Roe``
_PARTS = regex(r"\s*(?:[,/&+]|\s(?:and|und|et|y|e|i|og|och|ja|en|și)\s)\s*")
_TWO = 2  # labels in a row, at least
_LABELS = ("byline.prefixes", "byline.labels")
_BRACKET = regex(r"\)\s?(?P<by>[A-ZÀ-Þ][a-zß-ÿ]{1,4})\s?(?=[A-ZÀ-Þ])")  # ``(photo credit: SAM POE)ByJANE ROE``


def house(text: str, start: int, words: Vocabulary) -> int:
    """Where the name begins behind a reporter's house, as Indonesian papers have it; else where it began.

    ``Laporan Wartawan Teras Timur, Rudi Amran Saleh``.
    """
    behind = text.partition(", ")[2]
    if text[:start].rstrip().lower().endswith(_REPORTERS) and text.count(",") == 1 and is_person(behind, words):
        return len(text) - len(behind)
    return start


def desk(draft: Draft, words: Vocabulary) -> int:
    """Where the name begins behind a desk, its place and a label: ``News Desk, Skarrow Published by: Jane Roe``."""
    colon = draft.text.find(": ")
    if not draft.dates or "byline.teams" not in sections(draft.text.partition(",")[0]):
        return 0
    length = words.words("byline.labels").closing(draft.leveled, colon) if colon > 0 else 0
    return colon + len(": ") if 0 < length < colon and draft.text[colon - length - 1] == " " else 0


def begins(draft: Draft, words: Vocabulary) -> int:
    """The offset of the names behind a date and its ``by``, a glued label and its colon, or a credit; else 0."""
    if draft.weight > _LONGEST:
        return 0
    if draft.dates:
        return _behind_date(draft, words)
    if ")" in draft.text and (match := _BRACKET.search(draft.text)):
        known = match["by"].lower() in words.words("byline.prefixes").all
        return match.end() if known and _is_full(draft.text[match.end() :], words) else 0
    if ": " not in draft.text:
        return 0
    return _behind_seam(draft, words) or _behind_bullet(draft, words) or _behind_row(draft, words)


def in_headline(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where what leads to a name and the name itself begin at the end of a headline that they are glued to."""
    match = _HEADLINE.search(text)
    known = match is not None and match["by"].lower() in words.words("byline.prefixes").all
    return (match.start(), match.start("name")) if match and known and _is_full(match["name"], words) else None


def _behind_bullet(draft: Draft, words: Vocabulary) -> int:
    """A label and its colon in a list of what a page shows of its article: ``• Author: Jane Roe``."""
    at = 1 + draft.text[1:2].isspace() if draft.text[0] in _BULLETS else 0
    length = words.words("byline.labels").opening(draft.leveled, at) if at else 0
    return at + length + len(": ") if length and draft.text.startswith(": ", at + length) else 0


def _behind_row(draft: Draft, words: Vocabulary) -> int:
    """Labels side by side, the first of them a text's, another a picture's."""
    row = _ROW.match(draft.leveled if draft.text.isupper() else draft.text)
    parts = [level(one) for one in _PARTS.split(row["labels"])] if row else []
    if not row or len(parts) < _TWO or not any(parts[0] in words.words(one) for one in _LABELS):
        return 0
    photos = photo_words.labels(words)
    shown = any(one in photos or photos.closing(one) for one in parts[1:])
    return row.end() if shown and _is_full(draft.text[row.end() :], words) else 0


def _behind_date(draft: Draft, words: Vocabulary) -> int:
    """``Publié le 3 février 2011 par Hamon``; one word may be a place behind what joins surnames as well (``von``)."""
    before, last = draft.leveled[: draft.dates[0].start].strip(" :,|"), draft.dates[-1].end
    labelled = any(words.words(f"dates.{one}").opening(before) for one in date_labels.KINDS)
    if not labelled and " " in before:
        return 0
    prefixes = words.words("byline.prefixes")
    for space in _SPACE.finditer(draft.text, last - 1, min(len(draft.text), last + _CLOCK)):
        at = space.end()
        length = prefixes.opening(draft.leveled, at)
        name = draft.text[at + length :].strip(" .|")
        if labelled and length and name.isalpha() and is_account(name):
            return at + length
        if length and name[:1].isupper() and len(name.split()) <= _NAMED:
            single = " " not in name and draft.leveled[at : at + length] in PARTICLES
            known = agencies.agency(name, sure=True) is not None or organisation(name, words)
            return at + length if known or is_person(name, words, least=1 + single) else 0
    return 0


def _behind_seam(draft: Draft, words: Vocabulary) -> int:
    colon = draft.text.find(": ")
    labels = words.words("byline.prefixes"), words.words("byline.labels")
    for seam in _SEAM.finditer(draft.text, 0, colon):
        length = max(one.opening(draft.leveled, seam.start()) for one in labels)
        if length and seam.start() + length == colon:
            return colon + len(": ") if _is_full(draft.text[colon + len(": ") :], words) else 0
    return 0


def _is_full(text: str, words: Vocabulary) -> bool:
    """Whether nothing but full names stands in a text."""
    named = bylines.split(text.strip(), words)
    return bool(named) and all(one.kind == "person" and is_person(one.value, words) for one in named)
