"""What a short line above an article's bare text may be beside its headline: left over from the page's head."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons import agencies, photo_words
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, is_furniture, sections
from validator.model.article import Role
from validator.normalise.layout import alone, forms
from validator.normalise.layout.lines import Draft
from validator.normalise.layout.told import NO_SPACES
from validator.normalise.names import bylines, names
from validator.regex import regex

_SIGNED = regex(r"(?:[A-ZÀ-ÞĞİŞ][a-zß-ÿğışı]+[ -]){1,2}[A-ZÀ-ÞĞİŞ]{5,}(?:[ -][A-ZÀ-ÞĞİŞ]{2,})?")
# A page of a Chinese paper and its section: ``第03版：民生``, ``A12版 要闻``.
_PAPER_PAGE = regex(
    r"(?:第\s?)?[A-D]?\d{1,3}\s?版(?:\s?[:：]\s?|\s|$)[^\s，。]{0,8}$|第[一二三四五六七八九十]{1,3}版(?:\s?[:：]|\s|$)[^\s，。]{0,8}$"
)
_DANDA_PLACE = regex(r"[\u0900-\u097f]{2,}(?:\s[\u0900-\u097f]{2,})?[।|]\s?[\u0900-\u097f]")  # ``मथुरा। …``
_SIGNS = "•●▪◦‣∙©"  # bullets, and a right that is reserved
# A server's message, whoever signs: ``[an error occurred while processing this directive]``, ``(Jane Roe)``.
_BRACKETED = regex(r"\[[^\[\]]+\]|\([^()]+\)")
_DOMAIN = regex(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_COUNT = regex(r"\d+ [^\W\d_]+$")  # ``La Gazette13 partages``
_YEAR = regex(r"[12]\d{3}[^\W\d_a-z][a-zß-ÿ]")  # ``Martes 2 de junio de 2015Ver día siguiente``
_OPEN_ENDS = (":", "：", ",", "،", "，", "、")  # of a label, of a salutation
_SEAMS = 2  # of a menu glued into one word
_BARS = 2  # platforms side by side that make a share bar
_TWICE = 3  # words with which a row of tags begins, and begins again
_ROW, _SECTION = 3, 4  # sections of a row in Chinese, letters of one
_WALL, _WALLS = (3, 4, 5), frozenset({"page.paywall", "boilerplate.account"})  # words that say whom a text is for
_KEYWORDS, _KEYWORD = 3, 2  # keywords in a row, words of one
# What templates write over an article's parts, for readers who hear the page.
_PART_LABELS = frozenset(("article content", "story content", "main content", "contenu de l'article"))
_PIECES, _CREDIT = regex(r"\s[-–—|]\s|\s?[/,]\s?"), 70  # what parts a credit, letters of one
_RUBRIC = regex(r"(?P<rubric>[^\W\d_]{3,20})\s?[-–—|:]\s[^.!?]{3,40}$")
_DASHES = (" – ", " - ", " | ", " — ")
_BUTTON, _BUTTONS = 4, 3  # words of a button, buttons of a row
_CODE_DIGITS = 4  # of a file's name
_SITE = 8  # letters of a site's name
_LIST, _ITEM, _ITEM_LETTERS = 6, 5, 28.0  # lines of a list; words and letters of one
_OFFICE = 4  # words of an office behind a name
_LEAST = 3  # lines of a text with its day and who signs


def is_left_over(draft: Draft) -> bool:
    """Whether a line is by its form a button, an address, a counter, a row of tags or of sections."""
    text = draft.text
    first, last = text[0], text[-1]
    if draft.folded in _PART_LABELS or "data:image/" in text:
        return True
    if first in _SIGNS or last in _OPEN_ENDS or (first in "[(" and last in "])" and _BRACKETED.fullmatch(text)):
        return True
    if "版" in text and _PAPER_PAGE.match(text):
        return True
    tokens = text.split()
    if len(tokens) == 1:
        return _is_mark(text)
    if draft.digits and _counts_shares(text):
        return True
    if all(agencies.platform(one) for one in tokens[:_BARS]):
        return True
    if _is_row(draft, tokens) or _is_glued(text) or (draft.digits and _shows_day(text)):
        return True
    if _names_readers(tokens) or _is_keywords(text) or _is_skip_links(tokens) or _names_site_twice(text):
        return True
    return _is_row_of_buttons(tokens)


def is_writer(draft: Draft, filled: list[Draft], words: Vocabulary) -> bool:
    """Whether a line is an agency, a name and its office behind a comma (``Jane Roe, Sports Writer``).

    Or a name with the surname in capitals, as columnists sign above their text. Of whom the text tells, it is about.
    """
    if agencies.agency(draft.text, sure=True):
        return not photo_words.labels(words).opening(draft.leveled)
    if _says_office(draft, words):
        return True
    if _SIGNED.fullmatch(draft.text) is None or not names.is_person(draft.text, words):
        return False
    return not alone.is_told(draft.text.split()[-1], [one for one in filled if one is not draft])


def _says_office(draft: Draft, words: Vocabulary) -> bool:
    name, _, office = draft.text.partition(", ")
    if not office or len(office.split()) > _OFFICE or not office[0].isalpha():
        return False
    role = words.words("byline.roles").closing(level(office))
    return bool(role) and " " in name and names.is_person(name, words)


def free_list(filled: list[Draft]) -> None:
    """Make furniture of a list of short lines that a text opens with, one below the other, parted from a longer one.

    Papers and sections, which sign nothing; what stands in a headline's place is long, or dated, or credits.
    """
    size = next((at for at, one in enumerate(filled) if one.number > filled[0].number + at), 0)
    if size < _LIST or filled[size].words <= _ITEM or filled[size].furniture:
        return
    run = filled[:size]
    free = all(one.role in (None, Role.BYLINE, Role.BOILERPLATE) and not one.dates for one in run)
    if free and all(one.words <= _ITEM and one.weight <= _ITEM_LETTERS and not one.sentence for one in run):
        for draft in run:
            draft.role = Role.BOILERPLATE


def signs_below_date(filled: list[Draft], words: Vocabulary) -> None:
    """A full name, a bar and for whom it writes, between the day that a text opens with and its first paragraph."""
    if len(filled) < _LEAST or filled[0].role is not Role.DATELINE or not filled[2].prose:
        return
    name, bar, _ = filled[1].text.partition(" | ")
    full = bar and " " in name and filled[1].role is None and names.is_person(name, words)
    if full and bylines.looks_like(filled[1].text, words):
        filled[1].role = Role.BYLINE


def heads_place(draft: Draft, filled: list[Draft], words: Vocabulary) -> bool:
    """Whether a line is a name in Devanagari that the text tells nowhere else, above the place that opens it."""
    below = filled[filled.index(draft) + 1 :][:1]
    if not "\u0900" <= draft.text[0] <= "\u097f" or not below or not below[0].prose:
        return False
    last = draft.text.split()[-1]
    told = any(last in one.text for one in filled if one is not draft)
    return not told and _DANDA_PLACE.match(below[0].text) is not None and names.is_person(draft.text, words)


def is_credit(text: str, words: Vocabulary) -> bool:
    """Whether a line is a photographer and an agency side by side (``Jane Roe - AFP - Archive``), or ``photo AFP``."""
    if len(text) > _CREDIT:
        return False
    label = photo_words.labels(words).opening(level(text))
    if label and ":" not in text and agencies.agency(text[label:].strip(), sure=True):
        return True
    pieces = _PIECES.split(text)
    others = [one for one in pieces if not agencies.agency(one, sure=True)]
    if not others or len(others) == len(pieces) or not names.is_person(others[0], words):
        return False
    illustrative = words.words("photo.illustrative")
    return all(" " not in one or illustrative.within(level(one)) for one in others[1:])


def names_rubric(text: str) -> bool:
    """Whether a line is a rubric and whom it is about: ``Interview – Jane Roe``."""
    match = _RUBRIC.match(text)
    return match is not None and "boilerplate.sections" in sections(match["rubric"])


def _is_mark(text: str) -> bool:
    """One word that is an address, a class of the page's style (``largefeature``), a file or a menu glued together."""
    if text.isascii() and ((text.isalpha() and text.islower()) or _is_file(text)):
        return True
    return ("." in text and _DOMAIN.fullmatch(text) is not None) or len(seams(text)) >= _SEAMS


def _is_file(text: str) -> bool:
    """A picture's name in the page's store, or an icon's: ``news204260130a05``, ``photo_camera``."""
    if text[0].isupper() and "_" not in text:
        return False
    digits = sum(map(str.isdigit, text))
    return "_" in text or (digits >= _CODE_DIGITS and any(map(str.isalpha, text)))


def _is_row_of_buttons(tokens: list[str]) -> bool:
    """Whether a line is nothing but labels of several words, side by side: ``Send by mail Print Text version``."""
    at = labels = 0
    while at < len(tokens):
        ends = range(min(at + _BUTTON, len(tokens)), at, -1)
        end = next((end for end in ends if is_furniture(" ".join(tokens[at:end]).rstrip(":"))), 0)
        if not end:
            return False
        at, labels = end, labels + 1
    return labels >= _BUTTONS


def seams(text: str) -> list[int]:
    """Where a capital stands right behind a small letter."""
    return [at for at, (above, below) in enumerate(pairwise(text), 1) if above.islower() and below.isupper()]


def _counts_shares(text: str) -> bool:
    count = _COUNT.search(text)
    return count is not None and "boilerplate.share_bar" in sections(count[0])


def _is_row(draft: Draft, tokens: list[str]) -> bool:
    """Tags that come round again, or sections in Chinese (``社會 社會焦點 保障人權``)."""
    if len(tokens) >= 2 * _TWICE and f" {' '.join(tokens[:_TWICE])}" in draft.text[1:]:
        return True
    if len(tokens) < _ROW or draft.weight < NO_SPACES * len(draft.text) or any(len(one) > _SECTION for one in tokens):
        return False
    return not sections(tokens[0]).isdisjoint(forms.MENU) and all(map(str.isalpha, tokens))


def _names_readers(tokens: list[str]) -> bool:
    """Whether a line ends with a notice for whom the text is, behind a picture's words (``icon Reserved for …``)."""
    return any(not sections(" ".join(tokens[-few:])).isdisjoint(_WALLS) for few in _WALL if few < len(tokens))


def _is_keywords(text: str) -> bool:
    """Whether a line is a page's keywords, all in small letters: ``news, story, article``."""
    if "," not in text or text != text.lower() or text == text.upper() or text[-1] in ".!?":
        return False
    pieces = text.split(",")
    return len(pieces) >= _KEYWORDS and all(0 < len(one.split()) <= _KEYWORD for one in pieces)


def _is_skip_links(tokens: list[str]) -> bool:
    """Whether links to a page's parts stand side by side, one word behind each (``본문 바로가기 메뉴 바로가기``)."""
    last = tokens[-1]
    if tokens.count(last) == 1 or len(tokens) < _ROW:
        return False
    pairs = (" ".join(pair) for pair in pairwise(tokens) if pair[1] == last)
    return any("boilerplate.nav" in sections(one) for one in pairs)


def _names_site_twice(text: str) -> bool:
    """Whether a browser's title has the site's name behind a slogan that ends with it: ``All news on X – X``."""
    for dash in _DASHES:
        slogan, _, site = text.rpartition(dash)
        if slogan and len(site) >= _SITE and slogan.endswith(site):
            return True
    return False


def _is_glued(text: str) -> bool:
    """Whether buttons stand side by side without a space: ``Skip to main contentSkip to navigation``."""
    cuts = seams(text)
    if not cuts:
        return False
    pieces = [text[start:end].strip() for start, end in pairwise((0, *cuts, len(text)))]
    return all(map(is_furniture, pieces))


def _shows_day(text: str) -> bool:
    """Whether a button follows a year without a space, or the weather stands beside something glued, or twice."""
    degrees = text.count("°")
    return _YEAR.search(text) is not None or (degrees > 0 and (degrees > 1 or bool(seams(text))))
