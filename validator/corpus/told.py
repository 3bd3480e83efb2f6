"""What a body tells, as far as it can be compared across outlets, languages and scripts: names, numbers, days.

A name is a word with a capital in the middle of a sentence, romanised and reduced to its consonants, so that
``Zelensky``, ``Selenskyj`` and ``Зеленского`` are one. In German, where every noun has a capital, two of them have to
stand side by side. Scripts without capitals give no names, and are compared by numbers and days alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from validator.lexicons import calendar
from validator.model.article import Article, DateRole, Role

MOST = 64  # of each kind
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OPENS = frozenset('.!?…:;«»"“”„‚‘(—–-•*|')
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|of\s|d['’])?(?P<after>[^\W\d_]{3,})"
    r"|\b(?P<before>[^\W\d_]{3,}\.?)\s(?P<late>\d{1,2})\b(?![.,:]?\d)"
)
_NO_DIGIT = re.compile(r"\D")
_OWN = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"^(?:[dlmnst]|qu|dell|nell|all|sull|un)['’]", re.IGNORECASE)
_CASE_ENDING = re.compile(r"(?<=[а-яіїєґ]{3})(?:ого|ому|ему|ыми|ами|ями|ой|ою|ом|ем|ым|им|ах|ях|ам|ов|[аяуюеіиыьй])$")
_ALIKE = (
    *((one, "s") for one in ("tsch", "sch", "tch", "sh", "ch", "ts", "tz", "cz", "sz", "zh", "z")),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("c", "k"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_SOFT = re.compile(r"(?<!^)[aeiouh]")
_TWICE = re.compile(r"(.)\1+")
_CONSONANTS = 5  # of a name that are compared
_CAPITAL_NOUNS = frozenset({"de", "lb"})


def names(article: Article) -> list[str]:
    """The names of the running text, reduced, in order of the alphabet."""
    paired = article.language.main in _CAPITAL_NOUNS
    language = article.language.main or ""
    found: set[str] = set()
    for line in article.body:
        if line.role is not Role.SUBHEAD:
            found |= {word for word, opens, beside in _capitals(line.text) if beside or not (opens or paired)}
    return sorted({key for word in found if (key := reduced(word, language))})[:MOST]


def _capitals(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Words with a capital; whether each opens a sentence, and whether another one stands beside it."""
    found = [(match.start(), match.end(), _ELIDED.sub("", match.group())) for match in _TOKEN.finditer(text)]
    large = [word[0].isupper() and len(word) > 1 for _, _, word in found]
    if len(found) > 3 and 2 * sum(large) > len(found):
        return  # a headline in capitals, or a list of names
    for at, (start, end, word) in enumerate(found):
        if large[at]:
            after = at + 1 < len(found) and large[at + 1] and text[end : found[at + 1][0]] == " "
            prior = at > 0 and large[at - 1] and text[found[at - 1][1] : start] == " "
            before = text[max(0, start - 3) : start].rstrip()[-1:]
            yield word, not before or before in _OPENS, after or prior


@lru_cache(1 << 16)
def reduced(word: str, language: str = "") -> str:
    """The letters of a name by which it is compared; empty for a month, a weekday and the shortest."""
    from anyascii import anyascii

    plain = _OWN.sub("", word)
    if calendar.month(plain, language) or calendar.weekday(plain, language):
        return ""
    roman = anyascii(_CASE_ENDING.sub("", plain.lower())).lower()
    for letters, one in _ALIKE:
        roman = roman.replace(letters, one)
    whole = _TWICE.sub(r"\1", "".join(filter(str.isalpha, roman)))
    bones = _TWICE.sub(r"\1", _SOFT.sub("", whole))[:_CONSONANTS]
    # Of two consonants there are too few to tell names apart: such a name keeps its vowels.
    key = bones if len(bones) > 2 else whole
    return key if len(key) > 2 else ""


def numbers(article: Article) -> list[str]:
    """The numbers of the body, their digits alone, in order of the alphabet; nothing of more than twelve digits."""
    found = {_NO_DIGIT.sub("", match) for line in article.body for match in _NUMBER.findall(line.text)}
    return sorted({str(int(one)) for one in found if len(one) <= 12})[:MOST]


def days(article: Article) -> list[str]:
    """The days and months that the text speaks of: ``2025-03-12``, ``2025-03``, and without a year ``XXXX-03-12``."""
    seen = (one.moment for one in article.dates if one.role is DateRole.EVENT)
    found = {moment.value[:10] for moment in seen if moment is not None}
    language = article.language.main or ""
    for line in article.body:
        for match in _DAY.finditer(line.text):
            after, before = match["after"], match["before"]
            day, month = int(match["day"] or match["late"]), calendar.month(after or before, language)
            if month and 1 <= day <= 31:
                found.add(f"XXXX-{month:02}-{day:02}")
    dated = {one[5:] for one in found if one[0] != "X"}
    return sorted(one for one in found if one[0] != "X" or one[5:] not in dated)[:MOST]


def speaks_of_today(article: Article) -> bool:
    """Whether the text says when by words that only its own day explains: ``today``, ``yesterday``, a weekday."""
    told = (one.evidence.quote for one in article.dates if one.role is DateRole.RELATIVE)
    return any(not any(map(str.isdigit, quote)) for quote in told)
