"""A byline's value taken apart: the names as a reader would cite them, out of whatever stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from validator.lexicons import agencies, korean_names, photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, is_furniture, sections
from validator.normalise.names import bodies, caseless, edges, hangul, houses, nobody, offices, reporters
from validator.normalise.names.blanked import blanked, without_on
from validator.normalise.names.names import (
    PARTICLES,
    holds_cjk,
    holds_furniture,
    is_cjk_full_name,
    is_person,
    organisation,
    side_by_side,
    without_generation,
)
from validator.normalise.names.pieces import before_pictures, between_names, pieces
from validator.regex import regex

_ENCLOSED = regex(r"[（(【〔][^（()）【】〔〕]+[)）】〕]")  # a name alone in brackets: ``（仁科貴志）``
_BRACKETED = regex(r"[(（][^()（）]*[)）]")
_BRACKETED_LABEL = regex(r"[(（][^()（）]*[)）]\s?[:：]")
_HOST = regex(r"(?:[a-z0-9\-]+\.)+[a-z]{2,12}")
_ABBREVIATED = 4  # letters, with its point, up to which the last word of a name may be an abbreviation
_NO_NAMES = ("byline.roles", "byline.labels", "dates.published", "dates.modified")
AFFILIATION = "affiliation"  # of the agency that a person writes for
_LEADS_TO_PLACE = regex(r"\w{8} (?:à|en|em|in)$|(?:spécial|spéciale) à$")  # of a prefix: what follows is no name
_ARTICLES = tuple("La ,El ,Le ,Les ,Los ,Las ,Il ,Lo ,De ,Het ,Der ,Die ,Das ,O ,A ,Den ,Det ".split(","))
_BARS = ("|", "•", "/")
_SLASH = regex(r"\s[/|]\s")


class Name(Struct, frozen=True):
    """A name at ``text[start:end]`` of the value it was found in."""

    value: str
    kind: Literal["person", "organisation", "agency"]
    start: int
    end: int
    role: str = ""


def looks_like(text: str, words: Vocabulary, *, placed: bool = False) -> bool:
    """Whether a line is nothing but the name of a team, or of persons with their roles.

    Where its place leaves no doubt (``placed``) the name may be followed by where it reports from.
    """
    if signed(text, words):
        return True
    if holds_cjk(text) and len(tokens := text.split()) > 1 and any(offices.is_office(one, words) for one in tokens):
        return bool(offices.names(text, words, known=True))
    if nobody.signs_nothing(text, words):
        return False
    if organisation(text, words):
        labelled = ":" in text and not words.words("byline.labels").opening(level(text))  # ``Section: News``
        return len(text.split()) <= 8 and not labelled and not text.rstrip().endswith((".", "。"))
    if holds_cjk(text):
        housed = offices.without_house(text, words) != (0, len(text))
        shown = housed or bool(offices.side_by_side(text, words) or between_names(text))
        return shown or is_cjk_full_name(text[1:-1] if _ENCLOSED.fullmatch(text) else text)
    text = text[: edges.without_prompt(text, 0, before_pictures(text, words), words)]
    if nobody.is_filed(text, words):
        return False
    found = split(text, words)
    covered = sum(one.end - one.start for one in found)
    least = 0.3 if placed or edges.without_role(text, words) < len(text) else 0.5
    named = any(
        one.kind == "agency" or (is_person(one.value, words) and not holds_furniture(one.value, words)) for one in found
    )
    named = named and not any(_label(text, one) or (not placed and _somewhere(text, one)) for one in found)
    named = named and not nobody.goes_on(text, found[-1].end, words)
    return named and covered >= least * _told(text, words)


def _told(text: str, words: Vocabulary) -> int:
    """The letters of a line without dates and brackets, and without pieces that are a role, a site or furniture."""
    bare = blanked(_BRACKETED.sub(lambda match: ";".center(len(match.group())), text), words)
    house = edges.HOUSE.search(bare)
    if house and bare[house.start() :].isupper():  # ``Ana Prado PARA LA VOZ``
        bare = bare[: house.start()]
    roles = words.words("byline.roles")
    return sum(
        end - start
        for start, end in pieces(bare, words)
        if not roles.opening(level(bare[start:end]))
        and not _HOST.fullmatch(bare[start:end].strip())
        and not (bare[:start].rstrip()[-1:] in _BARS and edges.FOR_WHOM.match(bare, start, end))
        and not is_furniture(bare[start:end])
    )


def _label(text: str, name: Name) -> bool:
    """Whether a colon behind it makes a name a label (``Current Time: 0:00``), or a place (``Skarrow (Wales):``)."""
    rest = text[name.end :].lstrip()
    return rest.startswith((":", "：")) or _BRACKETED_LABEL.fullmatch(rest) is not None


def _somewhere(text: str, name: Name) -> bool:
    """Whether a place follows the name (``Jane Roe in Kyiv``)."""
    return edges.PLACE.match(text, name.end) is not None


def beside_dates(text: str, words: Vocabulary, *, first: bool = False) -> bool:
    """Whether a line with a date names a person in a piece of its own (``Jane Roe / Sep 2, 2024``), or a team first.

    A person too has to come ``first`` where that is asked.
    """
    for one in split(text, words):
        opens = not text[: one.start].strip()
        if opens and ((one.kind == "agency" and not one.role) or "byline.teams" in sections(one.value)):
            return True
        full = is_cjk_full_name(one.value) if holds_cjk(one.value) else is_person(one.value, words)
        full = full and (caseless.is_known(one.value) or words.words("byline.prefixes").opening(level(text)) > 0)
        if one.kind != "person" or not full or not (opens or not first) or bodies.is_itself(one.value):
            continue
        if not is_furniture(one.value) and not _somewhere(text, one) and not nobody.signs_nothing(one.value, words):
            return True
    return False


def leads_to_place(prefix: str) -> bool:
    """Whether a byline's prefix ends so that a place follows, and no name (``from our correspondent in``)."""
    return _LEADS_TO_PLACE.search(level(prefix).rstrip()) is not None


@lru_cache(maxsize=4096)  # who writes for a house signs again and again
def split(value: str, words: Vocabulary) -> tuple[Name, ...]:
    """The names in a byline's value, in order; what names nobody (roles, places, contacts) falls away."""
    return tuple(_split(value, words))


def signed(text: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Where the names stand in a line that shows by the office beside them that it is a signature."""
    return hangul.signed(text) or (
        reporters.signed(blanked(text, words), words) if reporters.possible(text, words) else []
    )


def _split(value: str, words: Vocabulary) -> Iterator[Name]:
    if signing := signed(value, words):
        yield from (Name(value[start:end], "person", start, end) for start, end in signing)
        return
    first, last = offices.without_house(value, words)
    cut = pieces(blanked(value, words)[: min(last, before_pictures(value, words))], words)
    parts = houses.left_out(value, [(max(first, start), end) for start, end in cut if end > first], words)
    written = [one for one in parts if not one[0] or not _edits(value[slice(*one)], words)]
    behind = houses.begin(value, parts, words)
    named = [name for start, end in written for name in _named(value, start, end, words)]
    found = [one for one in named if one.start < behind or one.kind == "agency"]
    spare = [_is_spare(value, name, words) for name in found]
    full = any(" " in one.value and one.kind == "person" and not idle for one, idle in zip(found, spare, strict=True))
    for name, idle in zip(found, spare, strict=True):
        if not (full and idle and not holds_cjk(name.value) and not korean_names.is_full_name(name.value)):
            drawn = name.kind == "agency" and name is not found[0] and houses.drawn_on(value, name.start)
            yield replace(name, role=AFFILIATION) if drawn else name


def _is_spare(value: str, name: Name, words: Vocabulary) -> bool:
    """Whether it goes beside a full name: one word is a place, labels and offices are none, a house is written for."""
    idle = " " not in name.value or name.value.startswith(("The ", "L'", "L’")) or holds_furniture(name.value, words)
    if value[: name.start].rstrip().endswith(("/", "|")) and name.value.startswith(_ARTICLES):
        idle = True  # ``Jane Roe / La Comarca``
    if name.start > 0 and not idle:
        idle = words.words("byline.roles").closing(level(name.value)) > 0 or houses.is_studio(name.value)
        idle = idle or bodies.is_house(name.value)  # ``Jane Roe, Canal Seis``
    return name.kind == "organisation" or (name.kind == "person" and idle) or _pictured(value, name, words)


def _edits(piece: str, words: Vocabulary) -> bool:
    """Whether a piece names who edited what the one before it wrote: ``Editor: Jane Roe``, ``edited by Jane Roe``."""
    leveled = level(piece.strip())
    length = words.words("byline.editors").opening(leveled)
    return length > 0 and (" " in leveled[:length] or leveled[length:].lstrip().startswith((":", "：")))


def _pictured(value: str, name: Name, words: Vocabulary) -> bool:
    """Whether brackets behind a name say that the pictures are all that is by it: ``Jane Roe (photos)``."""
    bracket = _BRACKETED.match(value, skipped(value, name.end))
    return bracket is not None and level(bracket.group()[1:-1].strip(" :")) in photo_words.labels(words)


def _named(value: str, start: int, end: int, words: Vocabulary) -> Iterator[Name]:
    if value[:start].rstrip()[-1:] in ("/", "／") and _dispatched(value[start:end], words):
        return
    if holds_cjk(value, start, end) and (listed := offices.names(value[start:end], words)):
        yield from (Name(value[start + at : start + to], "person", start + at, start + to) for at, to in listed)
    elif not _beside_a_name(value, start, end, words):
        yield from _single(value, start, end, words)


def _beside_a_name(value: str, start: int, end: int, words: Vocabulary) -> bool:
    """Whether brackets hold the office of whoever is named beside them: ``仁科貴志（若葉支局長）``."""
    bracketed = value[:start].rstrip()[-1:] in ("(", "（", "【", "〔")
    text = value[start:end].strip()
    return bracketed and holds_cjk(text) and text != value.strip() and offices.is_office(text, words)


def _single(value: str, start: int, end: int, words: Vocabulary) -> Iterator[Name]:
    """The name of a piece that holds one, without what stands around it."""
    whole = skipped(value, start, end), start + len(value[start:end].rstrip())
    prefix = words.words("byline.prefixes").opening(level(value[slice(*whole)]))
    if prefix and leads_to_place(value[whole[0] : whole[0] + prefix]):
        return
    start, end = edges.trimmed(value, start, end, words, roles=False)
    end = edges.without_prompt(value, start, end, words)
    end = _before_date_and_house(value, start, end, words)
    if not organisation(value[start:end], words) and "byline.teams" in sections(value[slice(*whole)]):
        start, end = whole  # ``Haber Merkezi`` is a desk, and no ``Haber:`` by Merkezi
    text = value[start:end]
    if agencies.agency(text):
        yield _agency(value, start, end, words)
        return
    if houses.signs_with_agency(value, start, end) and not is_person(text, words, least=1):
        yield Name(text, "organisation", start, end)
        return
    if level(text) in words.words("byline.prefixes"):
        return
    if "byline.teams" not in sections(text):
        if level(text) in words.words("byline.roles"):
            return
        titled = edges.without_role(text, words) < len(text)
    else:
        titled = False
    if (organisation(text, words) and not titled) or _HOST.fullmatch(text):
        yield Name(text, "organisation", start, end)
        return
    start, end = edges.trimmed(value, start, end, words, roles=True)
    start += edges.behind_office(value[start:end], words)
    if _signs_for_a_house(value[start:end], words):
        yield Name(value[start:end], "organisation", start, end)
    else:
        yield from _signed(value, start, end, words)


def _before_date_and_house(value: str, start: int, end: int, words: Vocabulary) -> int:
    """Where a piece ends without what leads to its date, and without the house that a person writes for."""
    end = without_on(value, start, end)
    house = edges.HOUSE.search(value, start, end)
    return house.start() if house and is_person(value[start : house.start()], words) else end


def _dispatched(text: str, words: Vocabulary) -> bool:
    """Whether a Chinese or Japanese piece says where a report is from (``台北報導``) and not who wrote it."""
    length = words.words("byline.suffixes").closing(level(text)) if holds_cjk(text) else 0
    return length > 0 and not is_cjk_full_name(text.strip()[:-length])


def _agency(value: str, start: int, end: int, words: Vocabulary) -> Name:
    text = value[start:end]
    *before, gap = _SLASH.split(value[:start])
    beside = bool(before) and not gap and is_person(before[-1], words)
    role = AFFILIATION if beside or (start and value[start - 1] in "([（") else ""
    return Name(agencies.agency(text) or text if text.islower() else text, "agency", start, end, role)


def _signed(value: str, start: int, end: int, words: Vocabulary) -> Iterator[Name]:
    """The persons of a piece, or the capitals that a house signs with."""
    end = start + hangul.without_office(value[start:end])
    placed, end = end, edges.without_place(value, start, end, words)
    if placed > end and agencies.agency(value[start:end]):
        yield _agency(value, start, end, words)
        return
    office = value[start:end][: edges.without_role(value[start:end], words)]
    told = without_generation(office).replace("\u2019", "'")
    if value[:start].strip(" -–—•") and (
        bodies.is_house(told) or any(token.islower() and token not in PARTICLES for token in told.split())
    ):
        return  # Jane Roe, Institute of Marine Science fellow
    end = edges.without_trailing_role(value, start, end, words)
    if value[start:end].endswith(".") and len(value[start:end].rsplit(maxsplit=1)[-1]) > _ABBREVIATED:
        end -= 1
    text = value[start:end]
    known = "byline.placeholders" in sections(text) or any(level(text) in words.words(one) for one in _NO_NAMES)
    if len(text) > 1 and not known and (pairs := side_by_side(text, words)):
        yield from (Name(text[left:right], "person", start + left, start + right) for left, right in pairs)
    elif len(text) > 1 and not known and is_person(text, words, least=1):
        many = text.split()[-1].lower() in words.words("byline.team_words").all  # PA Reporters
        yield Name(text, "organisation" if many else "person", start, end)
    elif text == value.strip() and text.isupper() and text.isalpha() and 2 <= len(text) <= 5:
        yield Name(text, "organisation", start, end)


def _signs_for_a_house(text: str, words: Vocabulary) -> bool:
    """Whether one capitalised word and an office in lower case make a signature (``Herald staff reporter``)."""
    tokens = text.split()
    kept = text[: edges.without_role(text, words)].split()
    return len(tokens) > 2 and len(kept) == 1 and kept[0][:1].isupper() and all(one.islower() for one in tokens[1:])
