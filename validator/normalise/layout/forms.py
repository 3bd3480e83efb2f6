"""What a single line is by its form alone: a date line, a byline, a label with its value, a counter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from validator.lexicons import agencies, calendar
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Role
from validator.normalise.dates import moments
from validator.normalise.layout import behind, clocks, date_labels
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines, edges, houses, names, nobody, talks
from validator.regex import regex

_LEFT_OVER = 30  # letters a date line may hold beside its dates and labels
_TOLD, _WORD = 3, 4  # words before the date of a line that tells something; letters of one that is no particle
_TOLD_IN_ONE = (
    regex(r"[将將拟擬定会會][于於在]$"),
    regex(r"(?:に|から|より|まで)(?!公開|更新|掲載|配信)[^\s\W]|['’][a-zçğıöşü]"),
)
_ITS_DAY = frozenset("of vom du del van av af från fra от від z ze dne".split())  # ``the edition of`` a day
_PARTED = regex(r"[|•·:：–—,，،/\-]")
_CLOCK_BAR = 80  # letters beside the date of a bar that shows the weather too
_PLACE, _PLACED = 4, 8  # words of a place and its agency, and with the day
_SIGN = regex(r" [A-Z]{2,5} ")  # between label and date: ``Autor TASR 26. marca``
_LABEL_END = regex(r"\s*[:：]\s*")
_DIGIT = regex(r"\d")
_PART = regex(r"[A-ZÀ-ÞА-ЯІЇЄҐ][^\W\d_]+(?: [^\W\d_]+){0,2}\s?:\s")  # a report's part: ``Details: …``
_EMPTY = regex(r"\s*[:：]?\s*$")
_LEAK = regex(
    r"\s*(?P<key>date|published|pubdate|author|auteur|autor|autore|title|titre|titel|lang|language|source|url|id)\s*[:=]?\s+"
    r"(?P<value>\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?|null|undefined|None|nan|NaN)(?=\s+\W?[^\W\d_]|\s*$)",  # noqa: E501
    re.IGNORECASE,
)
_SECTIONS = regex(r"[\u3400-\u9fff]{2,4}(?:[\s\u3000|｜]+[\u3400-\u9fff]{2,4}){3,}")
# The day of the Hijra beside a date in Arabic, the marks of both eras, and the label of the paper's number.
_ARABIC_HEAD = regex(
    r"\d{1,2}\s(?:شهر\s)?[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?\s1[34]\d\d(?!\d)|(?<!\w)(?:[هم]ـ?|(?:رقم\s)?العدد)(?!\w)"
)
_CRUMBS = regex(r"\s[»>›→]\s|\s?[»›]\s|\s/\s")
MENU = ("boilerplate.sections", "boilerplate.nav")
_ROW, _ROW_SHARE = 3, 0.7  # sections that make a row of them, and their share of its words
_LONG_ROW, _LONG_SHARE = 5, 0.6  # the same of a row with a word in small letters, of a section of two (``Cosa fare``)
_AGENCY_DATELINE = regex(r"[^\W\d_][^()（）]{1,40}[(（]([^()（）]{2,24})[)）]\s*[-–—:.]?$")
_CAPITAL_DATELINE = regex(r"[^\W\d_][^a-z\d()]{2,40}\d{1,2}\s[^()]{3,20}\([^a-z()]{2,24}\)\s*[-–—]$")  # of any agency
_SIGNATURE = 100.0  # letters of a line with a date and a name; a longer one begins with the name, ends with the date
_FEW = 4  # words of a signature beside its name and its date
_MENU_WORDS = 2  # of a menu beside the day of a page's head, at least
_AFTER_DATE = 12  # letters of a clock time that may follow
_GLUED = regex(r"[A-ZÀ-Þ][a-zß-ÿ]+(?=[A-ZÀ-Þ])")  # a markup's ``ByJane Roe``
_BEFORE_NAME, _OFFICE = 40, 60  # letters between ``by`` and a name, for a role; of a role and its place, without a name


class Leak(Struct, frozen=True):
    """A metadata field printed in the text: ``text[start:end]`` with ``key`` and ``value``."""

    key: str
    value: str
    start: int
    end: int
    value_start: int


def leak(text: str, start: int, line_end: int) -> Leak | None:
    """A field's name with a machine's value at the head of a line (``date 2025-03 Selon …``)."""
    match = _LEAK.match(text, start, line_end)
    if match is None:
        return None
    rest = text[match.end() : line_end].lstrip(' \u00a0«"“„')
    another = leak(text, match.end(), line_end) if rest else None
    if rest and another is None and not (rest[0].isupper() or rest[0].lower() == rest[0].upper()):
        return None
    end = match.end() + (1 if text[match.end() : match.end() + 1] == " " else 0)
    return Leak(match["key"].lower(), match["value"], start, end, match.start("value"))


def is_date_line(draft: Draft, words: Vocabulary) -> bool:
    """Whether hardly anything but dates, their labels, weekdays, clock times and a place stand in a line."""
    if not draft.dates or draft.weight > 140 or names_labelled(draft, words):
        return False
    rest = without_dates(draft, words)
    if _tells(draft, rest, words):
        return False
    if clocks.shows_weather(draft):
        return len(rest) <= _CLOCK_BAR
    words_left = sum(any(map(str.isalpha, one)) for one in rest.split())
    return sum(one.isalpha() for one in rest) <= _LEFT_OVER and not (draft.sentence and words_left > _TOLD)


def _tells(draft: Draft, rest: str, words: Vocabulary) -> bool:
    """Whether a line tells something about a day, as a headline does (``New pool opens on 3 March 2026``).

    Words in lower case run up to the date, without a label or a mark; in Chinese and Japanese, what joins it to them.
    """
    first, last = draft.dates[0], draft.dates[-1]
    before, behind = draft.text[: first.start].strip(), draft.text[last.end :]
    if _TOLD_IN_ONE[0].search(before) or _TOLD_IN_ONE[1].match(behind):
        return True
    if _PARTED.search(before) or before not in rest:  # a label is not in the rest
        return False
    tokens = before.split()
    plain = [one for one in tokens if len(one) >= _WORD and not one[0].isupper()]
    caseless = bool(plain) and plain[0].lower() == plain[0].upper()
    told = len(tokens) >= _TOLD + caseless and len(plain) > caseless and tokens[-1] not in _ITS_DAY
    return told or words.words("dates.future.words").within(level(before)) is not None


def is_signed_date(draft: Draft, words: Vocabulary) -> bool:
    """A date or a time with a name beside it (``Jane Roe / Sep 2, 2024``); a long line begins with the name."""
    ends = [seen.end for seen in draft.dates]
    place = None if ends else clocks.time_in(draft, words)
    end = ends[-1] if ends else place[1] if place else 0
    rest = len(draft.text.rstrip(" .")) - end
    labelled = bool(ends) and date_labels.before(draft, draft.dates[-1].start, words)
    if not end or (draft.sentence and rest > 0) or (not labelled and nobody.tells_when(draft.text, end)):
        return False
    if _heads_page(draft.leveled[end:], words):
        return False
    short = draft.weight <= _SIGNATURE
    return bylines.beside_dates(draft.text, words, first=not short) and (short or rest <= _AFTER_DATE)


def _heads_page(rest: str, words: Vocabulary) -> bool:
    """Whether a menu stands behind a date: the name before it is the house's (``The Beacon 3 May Help Log in``)."""
    return len(list(words.words("boilerplate.nav").places(rest))) >= _MENU_WORDS


def is_agency_dateline(draft: Draft) -> bool:
    """A place, perhaps a day, and an agency in brackets: ``KYIV, Sept. 3 (AFP)``, ``SKARROW, 3 Sept. (BEACON) -``."""
    few = draft.words <= (_PLACED if draft.digits else _PLACE)  # a longer one is a picture's caption
    match = _AGENCY_DATELINE.match(draft.text) if draft.weight < 60 and few else None
    known = match is not None and any(agencies.agency(one, sure=True) for one in match[1].split("/"))
    return known or (draft.weight < 60 and _CAPITAL_DATELINE.match(draft.text) is not None)


def without_dates(draft: Draft, words: Vocabulary) -> str:
    """The line with its dates, their labels and clock times cut out."""
    kept = []
    for uncut in _between_dates(draft):
        part = _ARABIC_HEAD.sub(" ", uncut)
        leveled = level(part)
        for kind in date_labels.KINDS:
            while place := words.words(f"dates.{kind}").within(leveled):
                part = part[: place[0]] + part[place[1] :]
                leveled = level(part)
        kept.append(re.sub(r"\d{1,2}[:.h]\d{2}(?:\s?(?:Uhr|h|uur))?", " ", part))
    return " | ".join(one.strip(" ,:;|–—-•·()") for one in kept if one.strip(" ,:;|–—-•·()."))


def _between_dates(draft: Draft) -> Iterator[str]:
    """What stands before, between and behind the dates of a line."""
    at = 0
    for seen in draft.dates:
        yield draft.text[at : seen.start]
        at = seen.end
    yield draft.text[at:]


def names_labelled(draft: Draft, words: Vocabulary) -> int:
    """Where the names begin in a line that says so itself (``By …``, ``Auteur : …``); 0 if it does not."""
    text = draft.leveled
    label = words.words("byline.labels").opening(text) if draft.dates else 0
    if label and _SIGN.fullmatch(draft.text, label, draft.dates[0].start):
        return label
    length = words.words("byline.prefixes").opening(text)
    if length:
        rest = draft.text[length:]
        colon = _LABEL_END.match(rest)
        if not colon and ("byline.teams" in sections(draft.text) or nobody.is_rubric(text[:length], rest)):
            return 0  # ``Haber Merkezi`` is a desk
        end = draft.dates[0].start if draft.dates and draft.dates[0].start > length else len(draft.text)
        bare = draft.text[length:end].lstrip(" :：/／|\u3000-–—ـ")
        if bare and (
            colon or rest[:1] in " /／|\u3000" or not (text[length - 1].isascii() and text[length - 1].isalnum())
        ):
            named = colon or _opens_with_name(bare, words) or names.is_foreign_account(draft.text, length)
            return behind.house(draft.text, length, words) if named else 0
    if (glued := _GLUED.match(draft.text)) and glued.group().lower() in words.words("byline.prefixes"):
        return glued.end() if _opens_with_full_name(draft.text[glued.end() :], words) else 0
    if reports := edges.REPORTS.match(draft.text):
        return reports.end() if _opens_with_full_name(draft.text[reports.end() :], words) else 0
    length = words.words("byline.labels").opening(text)
    if length and (colon := _LABEL_END.match(draft.text, length)) and colon.end() < len(draft.text):
        return length
    return behind.desk(draft, words) or behind.begins(draft, words) or talks.behind(draft.text, words)


def _opens_with_full_name(text: str, words: Vocabulary) -> bool:
    first = next(iter(bylines.split(text, words)), None)
    return first is not None and first.start == 0 and first.kind == "person" and " " in first.value


def _opens_with_name(text: str, words: Vocabulary) -> bool:
    text = text[edges.behind_office(text, words) :]
    first = re.split(r"[,;|(（•·／]|\s[–—/-]\s|\s(?:et|and|und|y|e|i|и|та|og|och|și|en|mit|with|avec|con|met)\s", text)[
        0
    ].strip()
    first = re.split(r"\s\d", first)[0]
    if houses.signs_with_agency(text, 0, len(first)):
        return True  # La Dépêche du soir avec AFP
    if names.is_person(text, words):
        return True  # Jane von und zu Roe
    if ": " in first and not _DIGIT.search(text):
        return False  # Von Rot zu Grün: die neue Ampel
    found = [match for where in (edges.PLACE, edges.HOUSE) if (match := where.search(first))]
    short = bool(found) and len(first) <= _OFFICE and first[-1] not in ".!?"
    if short and any(names.is_person(first[: match.start()], words) for match in found):
        return True  # Jane Roe in Lyon, Jane Roe for The Beacon
    role = words.words("byline.roles").within(level(first[:_BEFORE_NAME]))
    if role and names.is_person(first[role[1] :], words):
        return True  # our correspondent Jane Roe
    if role and not first[: role[0]] and (first[role[1] :] == "" or edges.PLACE.match(first[role[1] :])):
        return len(text) <= _OFFICE and text[-1] not in ".!?:"  # our correspondent in Lyon
    if "byline.placeholders" in sections(first):
        return True
    if names.is_person(first, words, least=1) or names.organisation(first, words) or agencies.is_sign(first):
        return True
    return _DIGIT.search(text) is not None and _opens_with_full_name(text, words)  # Jane Roe on 3 May 2026


def is_signature(draft: Draft, words: Vocabulary) -> bool:
    """Whether a sentence says who wrote, when, and nothing else (``Written by Jane Roe on 4 May 2026.``)."""
    if not draft.dates or draft.weight > _SIGNATURE or not names_labelled(draft, words):
        return False
    rest = without_dates(draft, words)
    for one in bylines.split(draft.text, words):
        rest = rest.replace(one.value, " ")
    return len(rest.split()) <= _FEW and sum(map(str.isalpha, rest)) <= _LEFT_OVER


def is_byline_label(draft: Draft, words: Vocabulary) -> bool:
    """A byline's opening word or label alone on its line (``By``, ``Author of the article:``)."""
    bare = draft.leveled.rstrip(" :：").strip()
    return bare in words.words("byline.prefixes").all or bare in words.words("byline.labels").all


def labelled(draft: Draft, section: str, words: Vocabulary) -> tuple[str, int] | None:
    """The value behind a line-initial label and colon, with its offset; an empty value too."""
    length = words.words(section).opening(draft.leveled)
    if not length:
        return None
    colon = _LABEL_END.match(draft.text, length)
    if colon is None:
        return ("", len(draft.text)) if _EMPTY.fullmatch(draft.text, length) and length == len(draft.text) else None
    return draft.text[colon.end() :], colon.end()


def sources_report(filled: list[Draft], at: int) -> bool:
    """Whether a line with a source's label begins a report in labelled parts: ``Source: X``, ``Details: …``.

    A quotation may come first, whose label names who said it.
    """
    if filled[at].role is not Role.SOURCE:
        return False
    return any(_PART.match(below.text) for below in filled[at + 1 : at + 3] if below.prose)


def find_dates(draft: Draft, language: str) -> tuple[moments.Seen, ...]:
    """The dates of a line, offsets counted within it."""
    return tuple(moments.find(draft.text, language))


def is_breadcrumb(draft: Draft) -> bool:
    """A path of short names (``Home > Sport > Football``, ``Home/News/Local``), a row (``政治 社會 生活 娛樂``)."""
    if draft.sentence:
        return False
    if not draft.text.isascii() and _SECTIONS.fullmatch(draft.text):
        return True
    home = "boilerplate.nav" in sections(draft.text.partition("/")[0])
    parts = draft.text.split("/") if home else _CRUMBS.split(draft.text)
    return len(parts) >= 3 and all(0 < len(part.strip()) <= 30 for part in parts[:-1])


def heads_menu(filled: list[Draft], at: int) -> bool:
    """Whether two lines of a menu follow: what stands over it is the site's name."""
    below = filled[at + 1 : at + 1 + _MENU_WORDS]
    return len(below) == _MENU_WORDS and all(not draft.marks.isdisjoint(MENU) for draft in below)


def is_menu(draft: Draft) -> bool:
    """Sections side by side, which a page parts by its style alone (``News Sport Business Jobs Motors``)."""
    words = draft.text.split()
    small = sum(not one[0].isupper() for one in words)
    if draft.sentence or len(words) < _ROW or small > 1:
        return False
    known = sum(not sections(one).isdisjoint(MENU) for one in words)
    least, share = (_LONG_ROW, _LONG_SHARE) if small else (_ROW, _ROW_SHARE)
    return known >= max(least, share * len(words))


def place_beside(draft: Draft) -> str:
    """A country's name that is all a date line holds beside its dates; empty if there is none."""
    rest = " ".join(_between_dates(draft)).strip(" ,|–—-•·")
    return rest if rest and calendar.country(rest) else ""
