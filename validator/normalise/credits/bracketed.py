"""Brackets at a caption's end and in a byline: who holds the picture, or took it."""

from __future__ import annotations

import re
import unicodedata

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import fold, level, skipped
from validator.lexicons.lexicon import Vocabulary, is_furniture, sections
from validator.normalise.credits.holders import FULL_STOP, NAME, STOP, TOLD, capitalised, names_a_holder, staff
from validator.normalise.credits.spans import SLASH, Span
from validator.normalise.names import names
from validator.normalise.names.pieces import bare_label, pieces
from validator.regex import regex

_CLOSING_BRACKET = regex(r"[(\[（](?P<space>\s*)(?P<value>[^()\[\]（）]{2,80}?)\s*[)\]）]\s*\.?$")
_BRACKETED = regex(r"\(([^()]{3,30})\)")
_HOUSED = regex(r"(?P<house>[^:：]+[^\s:：]):\s(?P<person>[^:：]+)")
# ``XY/Jane Roe``: an agency that nobody may know by its letters, and a person.
_LETTERED = regex(r"[A-ZÀ-Þ]{2,5}/(?P<person>[^/]+)")
# ``FotoPress Rossi``: an agency or a studio by its name; a gallery shows pictures.
_STUDIO = regex(r"(?i:foto|photo)(?!(?i:mus|gall?er|graf|graph))[^\W\d_]{3,}")
_ENDING = 60  # letters of a label and its holder in brackets
_HOUSE = 4  # words of a house's name
_HOLDER = 5  # words of whoever holds a picture
_FEWEST = 4  # spaces in a line with a house, a label of two words and a person
_PHRASE = 12  # words of a line that ends with a platform in brackets


def photographer(text: str, words: Vocabulary) -> Span | None:
    """Whose pictures a byline says in brackets that they are: ``By Jane Roe (words) and Sam Poe (photos)``."""
    for bracket in _BRACKETED.finditer(text):
        if not photo_words.labels(words).closing(level(bracket[1])):
            continue
        before = [piece for piece in pieces(text, words) if piece[1] <= bracket.start()]
        start, end = before[-1] if before else (0, 0)
        start = skipped(text, start + words.words("byline.prefixes").opening(level(text[start:end])), end, " :")
        if names.is_person(text[start:end], words):
            return start, end, start
    return None


def labels_end(text: str, words: Vocabulary) -> bool:
    """Whether a line ends in brackets with a picture's label and its colon, long as the caption before may be."""
    at = max(text.rfind(one, -_ENDING) for one in "([（") if text[-1] in ")]）" else -1
    if at < 0 or not (":" in text[at:] or "：" in text[at:]):
        return False
    inner = text[at + 1 :].lstrip()
    length = photo_words.labels(words).opening(level(inner))
    return length > 0 and inner[length:].lstrip()[:1] in (":", "：")


def beside_text(text: str, words: Vocabulary) -> Span | None:
    """Whom a byline names behind a picture's label without a mark: ``TEXT JANE ROE PHOTO SAM POE``."""
    at = bare_label(text, leveled := level(text), words)
    length = photo_words.labels(words).opening(leveled, at) if at else 0
    return (skipped(text, at + length, len(text), " "), len(text), at) if length else None


def in_brackets(text: str, words: Vocabulary, *, caption: bool) -> Span | None:
    """``… (X/AFP)`` closing a line; of a caption also ``… (AFP)``, ``… (Source: X)`` and ``… . (Town Hall)``."""
    match = _CLOSING_BRACKET.search(text)
    if match is None:
        return None
    start, end = match.span("value")
    if person := _by_label(text, start, end, words):
        return person, end, match.start()
    start += _source_label(text, start, end, words)
    if caption and (_housed(text[: match.start()], text[start:end], words) or _pictures(text[start:end], words)):
        return start, end, match.start()
    known = any(agencies.agency(part, sure=True) for part in SLASH.split(text[start:end]) if part)
    if known and caption and (person := _person_last(text[: match.start()], words)):
        return person, match.end("value") + 1, person
    if (known and (caption or "/" in text[start:end])) or staff(text[: match.start()], text[start:end], words):
        return start, end, match.start()
    if _only_platform(text[: match.start()], text[start:end]):
        return start, end, match.start()
    return (start, end, match.start()) if caption and sure(text, words) else None


def of_house_photographer(text: str, words: Vocabulary) -> Span | None:
    """A line that is nothing but a house, a label in small letters and a person: ``Beacon photo by Jane Roe``."""
    end = len(text.rstrip(" ."))
    if not _FEWEST <= text.count(" ") <= _PHRASE or not text[0].isupper():
        return None
    person = _by_label(text, 0, end, words)
    label = text[:person].rstrip()
    told = label.rpartition(" ")[0].rpartition(" ")[2][:1].islower() and words.words("byline.prefixes").closing(label)
    return (person, end, 0) if person and told else None


def _by_label(text: str, start: int, end: int, words: Vocabulary) -> int:
    """Where the person begins in ``(Beacon photo by Jane Roe)``, behind a house and a label; 0 for nobody."""
    leveled, labels = level(text[:end]), photo_words.labels(words)
    for at in (start + space.end() for space in re.finditer(r"\s", text[start:end])):
        length = labels.opening(leveled, at)
        person = skipped(text, at + length, end, " :/")
        if length and person > at + length and capitalised(text[start : at - 1]):
            return person if names.is_person(text[person:end], words) else 0
    return 0


def _housed(before: str, value: str, words: Vocabulary) -> bool:
    """``… . (The Beacon: Jane Roe)``: a caption's full stop, a house or an agency, and a person.

    One capitalised word before the colon may be any (``(Winner: Jane Roe)``), and several are in German.
    """
    match = _HOUSED.fullmatch(value)
    if match is None or not names.is_person(match["person"], words):
        return False
    house = match["house"]
    if agencies.agency(house, sure=True):
        return True
    several = 1 < len(house.split()) <= _HOUSE and capitalised(house) and "de" not in words.languages
    return several and _stopped(before) and not words.words("byline.roles").within(level(house))


def _pictures(value: str, words: Vocabulary) -> bool:
    """Whether a value is by its form who makes pictures: letters, a slash and a person, or a studio's name."""
    lettered = _LETTERED.fullmatch(value)
    if lettered:
        return " " in lettered["person"] and names.is_person(lettered["person"], words)
    named = 1 < len(value.split()) <= NAME and capitalised(value) and not sections(value)
    return named and any(map(_STUDIO.fullmatch, value.split()))


def _stopped(before: str) -> bool:
    """Whether a caption ends in a full stop."""
    return FULL_STOP.search(before) is not None and before.rstrip()[-1:] in '.!?…”"»'


def _person_last(before: str, words: Vocabulary) -> int:
    """Where the person begins who is all behind the last full stop of a caption; 0 for nobody."""
    at = max(before.rfind(f"{stop} ") for stop in ".!?…") + 2
    named = at > TOLD and 1 < len(before[at:].split()) <= NAME
    return at if named and names.is_person(before[at:].strip(), words) else 0


def _only_platform(before: str, value: str) -> bool:
    """Whether a short line that tells of a picture ends with its platform: ``The square by night (Facebook)``."""
    told = before.rstrip()
    return (
        2 < len(told.split()) <= _PHRASE
        and _ends_a_word(told)
        and STOP.search(told) is None
        and photo_words.platform(value) is not None
    )


def _ends_a_word(text: str) -> bool:
    """Whether a text ends with a letter, a digit or a vowel sign of Arabic's or India's."""
    return text[-1:].isalnum() or unicodedata.category(text[-1:] or " ")[0] == "M"


def ends(text: str, whole: int) -> bool:
    """Whether a line ends in brackets that hold all of its credit, label and all, behind a caption."""
    match = _CLOSING_BRACKET.search(text)
    return match is not None and 0 < match.start() <= whole <= match.start("value")


def like_others(text: str, words: Vocabulary) -> Span | None:
    """Whom brackets name at the end of a caption, where those of other captions of the page hold the credit.

    Behind a capital one word may be the place's province, or the person's party.
    """
    match = _CLOSING_BRACKET.search(text)
    before, value = (text[: match.start()].rstrip(), match["value"]) if match else ("", "")
    told = len(before) >= TOLD and before[-1:].isalnum() and "(" not in before
    last = before.rpartition(" ")[2]
    named = value[:1].isupper() and value.replace(" ", "").isalpha() and len(value.split()) <= _HOLDER
    if match is None or not told or not named or (last[:1].isupper() and " " not in value):
        return None
    if is_furniture(value) or level(value) in photo_words.labels(words):
        return None  # ``(Video)``
    return (*match.span("value"), match.start())


def of_house(text: str, houses: set[str]) -> Span | None:
    """The page's own house in the last brackets of a caption; by one word alone it may be a place."""
    match = _CLOSING_BRACKET.search(text)
    named = match is not None and " " in match["value"] and fold(match["value"]) in houses
    return (*match.span("value"), match.start()) if match and named and match.start() >= TOLD else None


def _source_label(text: str, start: int, end: int, words: Vocabulary) -> int:
    """The length of a source's label and its colon at the head of what stands in brackets."""
    label = words.words("source.labels").opening(level(text), start)
    rest = text[start + label : end]
    bare = rest.lstrip(" :：")
    return min(end - start, label + len(rest) - len(bare)) if label and bare != rest else 0


def sure(text: str, words: Vocabulary) -> bool:
    """Whether brackets hold a credit, known or not: labelled, or capitalised words behind a full stop."""
    match = _CLOSING_BRACKET.search(text)
    if match is None:
        return False
    start, end = match.span("value")
    if _source_label(text, start, end, words):
        return True
    before, value = text[: match.start()], match["value"]
    if _housed(before, value, words) or _by_label(text, start, end, words) or _pictures(value, words):
        return True
    return (_stopped(before) or bool(match["space"])) and names_a_holder(value, words)
