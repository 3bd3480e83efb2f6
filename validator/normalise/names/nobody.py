"""Lines that have the form of a name or of a team and sign nothing: labels, headings of lists, offers, results."""

from __future__ import annotations

import re

from validator.lexicons import office_words, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise.names import bodies
from validator.normalise.names.pieces import pieces
from validator.regex import regex

# Of a match: ``Vale, 2 - Albion, 2``; ``Vale – Albion 2:0``, ``Vale – Albion 19:28 (9:14)``, where 19:28 may be a time.
_RESULT = regex(
    r"\w,? \d{1,3}\s?[-–]\s?\w.*\w,? \d{1,3}$"
    r"|\w\s[-–—]\s[^\W\d].*\s(?:\d{1,3}:\d|(?:2[4-9]|[3-9]\d|\d{3}):\d{1,3}|\d{1,3}:\d{1,3}(?=\s?\(\d{1,3}:\d)\b)(?!\d)"
)
_COUNTED = regex(r"\d{1,2}[.)]\s")  # the third point of a list
_LISTED = regex(r"(?P<head>[^,:\d]{2,24}):\s[^,]+,[^,]+,")  # ``Substitutes: A. Roe, B. Poe, C. Doe``
_READER = 90  # letters of a line that names a reader and the day
_BRACKET = regex(r"\(([^\W\d_][^()]{4,24})\)")
_SMALL = r"[a-zß-ÿа-яіїєґ'’]{2,}"
_RUNS_ON = regex(rf"(?:\s{_SMALL}){{4}}")
_RUN_BEFORE, _RUN_BEHIND = regex(rf"(?<=\s)(?:{_SMALL}\s){{4}}"), regex(rf"\s(?:{_SMALL}\s){{3}}")
# Where somebody stands in a picture, in brackets behind the name.
_POSED = regex(
    r"\((?:left|right|cent(?:re|er)|t\.\s?[vh]\.?|li\.|re\.|links|rechts|mitte|v\.\s?l\.(?:\s?n\.\s?r\.)?|l\.|r\.|vas\.|oik\."
    r"|à gauche|à droite|au centre|izq\.|dcha\.|izda\.|der\.|(?:a la )?(?:izquierda|derecha)|al centro"
    r"|a (?:sinistra|destra)|à (?:esquerda|direita)|esq\.|dir\.|till (?:vänster|höger)|vasemmalla|oikealla"
    r"|stânga|dreapta)\)",
    re.IGNORECASE,
)
_EMPTY = (" - - ", " – – ", " | | ")  # of a row of fields, one that is left empty
_LISTS = ("boilerplate.teaser", "boilerplate.related")
_LABELS = ("byline.prefixes", "byline.labels", "byline.roles", "byline.teams", "source.labels")
# Where letters to a paper come from, with the kind of place in short: ``с. Малий Яр``.
_VILLAGES, _VILLAGE = frozenset("смгдхп"), regex(r"(?:[смгдх]|смт|пос|дер)\.?\s[А-ЯІЇЄҐЁ]")
_EASTERN = "\u0530"  # the first letter behind the Latin, Greek and Cyrillic ones
_PREPOSITION = 4  # letters of ``by`` in any language, at most
_HOUSE = 2  # words of a house with its article: ``La Gazzetta``
_ARTICLES = frozenset("The La Il Les Los Las Die Das".split())
# What a page calls its parts in English, whatever its language.
_PARTS = frozenset(
    "cover story,top story,top stories,lead story,main story,big story,photo story,photo news,hot news,breaking news,"
    "latest news,top news,special report,hot issue,must read,most read".split(",")
)
# A team that plays, or whom a picture shows: ``فريق نادي النصر``.
_PLAYERS = ("فريق نادي ", "فريق كرة ", "الفريق الأول ", "منتخب ", "لاعبو ", "جانب من ", "لقطة من ", "صورة من ")


def signs_nothing(text: str, words: Vocabulary) -> bool:
    """Whether a line that names somebody or a team by its form shows by a sign that it is no signature."""
    if text.endswith((":", "：")) or "**" in text or _left_empty(text) or (text[:1].isdigit() and _COUNTED.match(text)):
        return True
    if text.startswith("Theo ") and "vi" in words.languages:
        return True  # according to whom
    if text[:1] in _VILLAGES and _VILLAGE.match(text):
        return True
    if text.isascii() or text[0] < _EASTERN:
        tokens = text.split()
        small = [one.lower() for one in tokens]
        if (len(tokens) == _HOUSE and tokens[0] in _ARTICLES) or text.lower() in _PARTS:
            return True
        if not office_words.words("offers").isdisjoint(small) or _tells(tokens, small) or _is_heading(text):
            return True
    elif text.startswith(_PLAYERS) or bodies.is_body(text):
        return True
    return bool(_RESULT.search(text)) or _heads_list(text, words) or _lists(text, words)


def _left_empty(text: str) -> bool:
    """Whether nothing stands between two dashes, where a template has left out a day: ``Beacon - - News -``."""
    return any(empty in text[1:] for empty in _EMPTY)


def _is_heading(text: str) -> bool:
    """Whether a line is an office, a place, a house, a label, two words that are joined, or breaks off."""
    if bodies.is_body(text) or bodies.is_house(text) or bodies.is_label(text) or bodies.is_cut_off(text):
        return True
    return bodies.is_pair(text) or bodies.comes_round(text)


def goes_on(text: str, at: int, words: Vocabulary) -> bool:
    """Whether behind a name words run on in small letters, and no role: ``Jane Roe yesterday said more than 20``."""
    behind = _RUNS_ON.match(text, at)
    return behind is not None and words.words("byline.roles").within(level(text[at:])) is None


def tells_when(text: str, end: int) -> bool:
    """Whether words in small letters run on beside a date that ends there: ``Jane Roe (58) left home on Monday``.

    Behind the date fewer show it, as the roles of who signs stand before.
    """
    return _RUN_BEFORE.search(text, 0, end) is not None or _RUN_BEHIND.match(text, end) is not None


def is_rubric(prefix: str, rest: str) -> bool:
    """Whether one word of menus stands behind a noun that may lead to a name: ``Reportagem Especial``."""
    return len(prefix) > _PREPOSITION and " " not in prefix + rest.strip() and "boilerplate.sections" in sections(rest)


def is_reader(text: str) -> bool:
    """Whether a line names a reader whom the system does not know: ``Submitted by Jane (not verified)``."""
    bracket = _BRACKET.search(text) if len(text) <= _READER else None
    return bracket is not None and not office_words.words("unverified").isdisjoint(bracket[1].lower().split())


def is_posed(text: str) -> bool:
    """Whether a line says where somebody stands in its picture: ``The mayor (left) with Sam Poe``."""
    return "(" in text and _POSED.search(text) is not None


def is_filed(text: str, words: Vocabulary) -> bool:
    """Whether a line ends in what stands for a photographer, as a picture's credit does: ``TOWN HALL - Archive``."""
    last = level(next((text[slice(*one)].strip() for one in [*pieces(text, words)][:0:-1]), ""))
    filed = "photo.placeholders" in sections(last) or last in photo_words.section("alone")
    return filed and last not in photo_words.labels(words)


def _tells(tokens: list[str], small: list[str]) -> bool:
    """Whether a word of houses is told of, or labels what is shown: ``Answers to media questions``, ``News Video``."""
    media = office_words.words("media")
    for at, word in enumerate(small[:-1]):
        if word in media:
            told = tokens[at + 1].isalpha() and tokens[at + 1].islower() and (at == 0 or tokens[at].islower())
            if told or small[at + 1] in office_words.words("shown"):
                return True
    return False


def _heads_list(text: str, words: Vocabulary) -> bool:
    """Whether a line opens or ends with the heading of a list of articles: ``Today's Most Popular``."""
    leveled = level(text)
    for phrases in map(words.words, _LISTS):
        opens, closes = phrases.opening(leveled), phrases.closing(leveled)
        if " " in leveled[:opens].strip() or (closes and " " in leveled[-closes:].strip()):
            return True
    return False


def _lists(text: str, words: Vocabulary) -> bool:
    """Whether a label of something else leads to three names or more."""
    listed = _LISTED.match(text) if ":" in text else None
    head = level(listed["head"].strip()) if listed else ""
    if not head or photo_words.labels(words).within(head) is not None:
        return False
    return not any(words.words(one).opening(head) or words.words(one).closing(head) for one in _LABELS)
