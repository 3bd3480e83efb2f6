"""What a body tells, as far as it can be compared across outlets, languages and scripts: names, numbers, days.

A name is a word with a capital in the middle of a sentence, romanised and reduced to its consonants, so that
``Zelensky``, ``Selenskyj`` and ``Зеленского`` are one. In German, where every noun has a capital, two of them have to
stand side by side. Scripts without capitals give no names, and are compared by numbers and days alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from validator.lexicons import calendar
from validator.lexicons.lexicon import openers
from validator.model.article import Article, DateRole, Role
from validator.regex import regex

MOST = 64  # of each kind
_UNCASED = regex(r"[\s\W\d]*[\u0590-\u109f\u1100-\u13ff\u2e80-\ud7ff]")  # opens in a script without capitals
_EDGES = ".,!?…:;«»\"“”„‚‘’'()[]—–-•*|›‹"
_OPENS = frozenset('.!?…:;«»"“”„‚‘(—–-•*|')
_NUMBER = regex(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_MONTH_AFTER = regex(r"(?:\.|º|er|st|nd|rd|th)?\s(?:de\s|of\s|d['’])?([^\W\d_]{3,})")
_MONTH_BEFORE = regex(r"([^\W\d_]{3,}\.?)\s$")
_NO_DIGIT = regex(r"\D")
_OWN = regex(r"['’]s?$")
_CASES = regex(r"(?<=\w\w)['’]\w+$")  # which Turkish parts from a name
_PARTED = frozenset({"tr", "az"})
_ELIDED = regex(r"^(?:[dlmnst]|qu|dell|nell|all|sull|un)['’]", re.IGNORECASE)
_CASE_ENDING = regex(r"(?<=[а-яіїєґ]{3})(?:ого|ому|ему|ыми|ами|ями|ой|ою|ом|ем|ым|им|ах|ях|ам|ов|[аяуюеіиыьй])$")
_ALIKE = (
    *((one, "s") for one in ("tsch", "sch", "tch", "sh", "ch", "ts", "tz", "cz", "sz", "zh", "z")),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("c", "k"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_SOFT = regex(r"(?<!^)[aeiouh]")
_TWICE = regex(r"(.)\1+")
_CONSONANTS = 5  # of a name that are compared
CAPITAL_NOUNS = frozenset({"de", "lb"})
_MOST_CAPITALS, _MOST_CAPITALS_OF_NOUNS = 0.5, 0.75  # share of words with a capital in a line of running text


def told(article: Article) -> dict[str, Any]:
    """The columns of the features table that say what is told. Who tells too little is not asked whether it is news."""
    named = names(article)
    numbers, days = figures(article)
    enough = len(named) > 2 and len(numbers) + len(days) > 1
    return {"names": named, "numbers": numbers, "days": days, "as_of_today": enough and speaks_of_today(article)}


def names(article: Article) -> list[str]:
    """The names of the running text, reduced, in order of the alphabet."""
    language = article.language.main or ""
    found: set[str] = set()
    for line in article.body:
        if line.role is not Role.SUBHEAD and (line.text.isascii() or not _UNCASED.match(line.text)):
            found |= _capitals(line.text, openers(language), paired=language in CAPITAL_NOUNS)
    return sorted({key for word in found if (key := reduced(word, language))})[:MOST]


def _capitals(text: str, opening: Collection[str], *, paired: bool) -> set[str]:
    """Words with a capital inside a sentence, and such as stand beside another one; ``paired``: only the latter.

    The ``opening`` words have a capital because a sentence begins.
    """
    found: set[str] = set()
    large = 0
    opens, before = True, ""
    words = text.split()
    for word in words:
        bare = word if word[0].isalpha() else word.lstrip(_EDGES)
        if "'" in bare[1:5] or "’" in bare[1:5]:
            bare = _ELIDED.sub("", bare)
        named = bare[:1].isupper() and len(bare) > 1
        if named:
            large += 1
            bare = bare.rstrip(_EDGES)
            if before:
                found |= {before, bare}
            elif not (opens or paired or (bare is not word and word[0] in _OPENS)):
                found.add(bare)
        begins = opens and named and bare.lower() in opening
        opens = word[-1] in _OPENS
        before = bare if named and word[-1].isalnum() and not begins else ""
    if len(words) > 3 and large > (_MOST_CAPITALS_OF_NOUNS if paired else _MOST_CAPITALS) * len(words):
        return set()  # a headline in capitals, or a list of names
    return found


@lru_cache(1 << 16)
def reduced(word: str, language: str = "") -> str:
    """The letters of a name by which it is compared; empty for a month, a weekday and the shortest."""
    from anyascii import anyascii

    plain = (_CASES if language in _PARTED else _OWN).sub("", word)
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


def figures(article: Article) -> tuple[list[str], list[str]]:
    """The numbers of the body, their digits alone, and the days and months that the text speaks of.

    Numbers have twelve digits at most; days are ``2025-03-12``, ``2025-03``, and without a year ``XXXX-03-12``.
    """
    seen = (one.moment for one in article.dates if one.role is DateRole.EVENT)
    days = {moment.value[:10] for moment in seen if moment is not None}
    language = article.language.main or ""
    numbers: set[str] = set()
    for line in article.body:
        for match in _NUMBER.finditer(line.text):
            digits = _NO_DIGIT.sub("", match[0])
            if len(digits) <= 12:
                numbers.add(str(int(digits)))
            if len(match[0]) < 3 and (day := _day(line.text, match.start(), match.end(), language)):
                days.add(day)
    dated = {one[5:] for one in days if one[0] != "X"}
    return sorted(numbers)[:MOST], sorted(one for one in days if one[0] != "X" or one[5:] not in dated)[:MOST]


def _day(text: str, start: int, end: int, language: str) -> str:
    """A day without its year, where a month's name stands beside a number."""
    after = _MONTH_AFTER.match(text, end)
    before = None if after else _MONTH_BEFORE.search(text, max(0, start - 14), start)
    number = int(text[start:end])
    word = after or before
    month = calendar.month(word[1], language) if word and 1 <= number <= 31 else None
    return f"XXXX-{month:02}-{number:02}" if month else ""


def speaks_of_today(article: Article) -> bool:
    """Whether the text says when by words that only its own day explains: ``today``, ``yesterday``, a weekday."""
    told = (one.evidence.quote for one in article.relative)
    return any(not any(map(str.isdigit, quote)) for quote in told)
