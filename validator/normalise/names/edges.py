"""What stands around a name in a piece of a byline, cut off its edges; offsets are those of the whole value."""

from __future__ import annotations

from validator.lexicons import agencies
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise.names.names import PARTICLES, holds_cjk, is_person
from validator.regex import regex

_DATED = ("dates.published", "dates.modified")
_BEFORE = ("byline.prefixes", "byline.labels", "byline.honorifics", "byline.roles", *_DATED)
_LEADING = " .,:：・／/=-–—ـ|〈《□■\u3000*_\n\t&"
_TRAILING = " ,:：・／/-–—|〉》\u3000*_\n\t&"
_INITIALS = regex(r"[^\W\d_]\.\s*-?[^\W\d_]\.")  # ``M. J.``: where another follows, an M. is one as well
_FOOTNOTE = regex(r"(?<=[^\W\d_])\d+$")
_NUMBERED = regex(r"(?<=[^\W\d_]) [A-ZÀ-Þ]{2,}\d{1,2}$")  # ``Newsroom COAST7``: a house's number is no footnote's
_TOKEN = regex(r"[^\s,]+")
_COMPOUNDS = frozenset({"da", "fi", "no", "sv"})  # languages whose offices are one word: what stands before is the name
_SAY_I = frozenset({"da", "no", "sv"})  # languages whose ``i`` is ``in``, and joins no surnames
# Where a reporter is, behind the name: the prepositions of the languages that write their bylines so.
PLACE = regex(r"\s+(?:in|en|à|em|aus|i|w|we|в|у)\s+(?=[^\W\d_])(?![a-zß-ÿа-яіїєґ])")
# ``Jane Roe for The Beacon``, with the article that a house's name may have in front.
HOUSE = regex(
    r"\s+(?i:for|für|pour|para|per|voor|för|dla|для)\s+(?:[«“„\"]\s?)?(?i:(?:the|den|die|das|le|la|les|el|il|o|a|de|het)\s)?"
    r"(?=[^\W\d_])(?![a-zß-ÿа-яіїєґ])"
)
# The same in a piece of its own: ``Jane Roe | For beacon.example``, ``Jane Roe | Special to The Beacon``.
FOR_WHOM = regex(
    r"\s*(?i:for|special to|für|pour|spécial pour|para|especial para|per|voor|för|til|dla|pro|pentru)\s(?!.*[.!?]\s)"
    r"(?:[^\W\d_a-zß-ÿ]|[\w-]+\.[a-z]{2})"
)

# ``Aus Kiew berichtet Jana Roth``, as German papers name the reporter behind the place; Hindi has it as well.
REPORTS = regex(
    r"\s*[Aa]us\s[A-ZÄÖÜ][^\d,.;:!?\n]{1,40}?\sberichte(?:te)?[tn]?\s+(?=[A-ZÄÖÜ])"
    r"|\s*[\u0900-\u097f]+(?:\s[\u0900-\u097f]+)?\sसे\s(?=[\u0900-\u097f.\s]{3,40}\sकी\s(?:खास\s|विशेष\s|ग्राउंड\s)?रिपोर्ट[।.]?$)"
)
# An office in small letters, all that stands before a name: ``rural and regional reporter Alan Poe``.
_OFFICE_FIRST = regex(r"\s*(?P<office>(?:[a-zß-ÿ][\w'’-]*,?\s){1,6})(?=[A-ZÀ-Þ])")


def behind_office(text: str, words: Vocabulary) -> int:
    """Where a name begins behind what its bearer does, in small letters; 0 where no office is there."""
    match = _OFFICE_FIRST.match(text) if text.lstrip()[:1].islower() else None
    return match.end() if match and words.words("byline.roles").closing(level(match["office"].rstrip())) else 0


def trimmed(value: str, start: int, end: int, words: Vocabulary, *, roles: bool) -> tuple[int, int]:
    """Cut prefixes (``By``), suffixes, roles and punctuation off both ends, as whole words only."""
    if reports := REPORTS.match(value, start, end):
        start = reports.end()
    while start < end:
        before = (start, end)
        start = skipped(value, start, end, _LEADING)
        text = value[start:end]
        bare = text.rstrip(_TRAILING)
        numbered = bare[-1:].isdigit() and _NUMBERED.search(bare) is not None and not bare.isupper()
        end -= len(text) - len(bare if numbered else _FOOTNOTE.sub("", bare))
        leveled = level(value[start:end])
        for section in _BEFORE if roles else _BEFORE[:2]:
            length = words.words(section).opening(leveled)
            if (
                length
                and length < len(leveled)
                and _a_name_follows(leveled[:length], value[start + length : end], section, words)
                and not (section == "byline.honorifics" and _INITIALS.match(value, start, end))
            ):
                start += length
                break
        else:
            length = words.words("byline.suffixes").closing(leveled)
            if 0 < length < len(leveled):
                end -= length
        if (start, end) == before:
            break
    return start, end


def without_trailing_role(value: str, start: int, end: int, words: Vocabulary) -> int:
    """Cut a role that follows a name without a comma (``Jane Roe Political Correspondent``), or a network's name."""
    text = value[start:end]
    tokens = list(_TOKEN.finditer(text))
    if len(tokens) > 2 and agencies.platform(tokens[-1].group()):
        return start + tokens[-2].end()
    if named := before_office(text, words):
        return start + named
    stripped = without_role(text, words)
    if len(tokens) < 3 or stripped == len(text):
        return end
    kept = [token for token in tokens if token.end() <= stripped]
    if kept and _COMPOUNDS.intersection(words.languages):
        return start + kept[-1].end()
    least = (
        3
        if len(kept) > 2 and (kept[1].group().rstrip(".").lower() in PARTICLES or len(kept[1].group().rstrip(".")) == 1)
        else 2
    )
    return start + kept[min(len(kept), least) - 1].end() if kept else end


def before_office(text: str, words: Vocabulary) -> int:
    """The length of a name before an office with a capital and its house: ``Jane Roe Reporter The Beacon``; else 0."""
    leveled, roles = level(text), words.words("byline.roles")
    for token in list(_TOKEN.finditer(text))[2:-1]:
        length = roles.opening(leveled, token.start()) if token.group().istitle() else 0
        if length and token.start() + length < len(text):
            before = text[: token.start()].rstrip()
            return len(before) if is_person(before, words) else 0
    return 0


def without_prompt(value: str, start: int, end: int, words: Vocabulary) -> int:
    """Cut the button that follows a name (``Jane Roe Follow``)."""
    text = value[start:end]
    kept = text[: len(text) - words.words("boilerplate.share_bar").closing(level(text))].rstrip()
    return start + len(kept) if len(kept.split()) > 1 or agencies.agency(kept) else end


def without_place(value: str, start: int, end: int, words: Vocabulary) -> int:
    """Cut where a reporter is from the end (``Jane Roe in Kyiv``)."""
    place = PLACE.search(value, start, end)
    if place is None or not is_person(value[start : place.start()], words):
        return end
    joining = place.group().strip() in PARTICLES and not _SAY_I.intersection(words.languages)
    return end if joining else place.start()


def without_role(text: str, words: Vocabulary) -> int:
    """The length of the text without the role at its end."""
    length = words.words("byline.roles").closing(level(text))
    return len(text[: len(text) - length].rstrip()) if 0 < length < len(text) else len(text)


def _a_name_follows(cut: str, rest: str, section: str, words: Vocabulary) -> bool:
    """Whether the cut leaves a name; a prefix that is a particle as well (``von``) must leave two words."""
    bare = rest.lstrip(" :.,-–—/／|")
    if not bare:
        return False
    if section != "byline.prefixes" or rest[:1] in ":/／|" or holds_cjk(rest):
        return True
    tokens = bare.split()
    if agencies.agency(bare) or "byline.teams" in sections(bare):
        return True  # ``di Redazione``
    if cut.lower() in PARTICLES:
        return len(tokens) >= 2 and tokens[0] not in PARTICLES
    if bare[0].isupper() or bare[0].lower() == bare[0].upper() or tokens[0].lower() in PARTICLES:
        return True
    office = words.words("byline.roles").opening(level(bare))  # ``By our correspondent Jane Roe``
    return 0 < office < len(bare) and bare[office:].lstrip()[0].isupper()
