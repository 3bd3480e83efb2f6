"""The names in an article's text as they are spelled, and the key under which spellings of one name meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from validator.lexicons.fold import plain_latin, unaccented
from validator.model.article import Article, Line, Role
from validator.regex import regex

_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00deĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŠŞŤŮŰŹŻŽЀ-ЯҐ"
_SMALL = "a-z\u00df-\u00f6\u00f8-\u017fа-џґ"
WORD = regex(rf"[{_CAPITAL}](?<![\w'’\-].)[{_SMALL}]+(?:['’\-][{_CAPITAL}{_SMALL}]+)*(?![\w])")
_SPLIT = regex(f"({WORD.pattern})")
_OUTSIDE = frozenset({Role.BLANK, Role.BOILERPLATE, Role.TAGS, Role.SOURCE, Role.CREDIT, Role.DATELINE})
_WRITTEN_OUT = 60
_EXCHANGED_LETTERS = str.maketrans("yjw", "iiv", "'’-")


def capitalised(article: Article) -> list[tuple[Line, list[re.Match[str]]]]:
    """The capitalised words of every line in which the article speaks of persons."""
    return [(line, [*WORD.finditer(line.text)]) for line in told(article)]


def words_and_gaps(article: Article) -> tuple[list[str], list[str]]:
    """The capitalised words of `capitalised` one after the other, and what stands before each and after the last.

    Most articles misspell nobody: what tells it needs the words and their neighbourhood only, and one split of all
    lines at once gives both; the matches are made where there may be a fault to show.
    """
    parts = _SPLIT.split("\n".join([line.text for line in told(article)]))
    return parts[1::2], parts[::2]


def told(article: Article) -> Iterator[Line]:
    """The lines in which the article speaks of persons; of furniture only what is written out (questions, boxes)."""
    for line in article.lines:
        written_out = line.role is Role.BOILERPLATE and not line.marks and len(line.text) >= _WRITTEN_OUT
        if line.role not in _OUTSIDE or written_out:
            yield line


# What transliterations and languages exchange, after ``key`` has made y and j to i, w to v. Last come the
# ends of Slavic names, and the Ukrainian h beside the Russian g, which is safe in known names only.
_EXCHANGED = (
    (regex("gu(?=[ei])"), "g"),
    (regex("sch"), "sh"),
    (regex("ph"), "f"),
    (regex("th"), "t"),
    (regex("ou"), "u"),
    (regex("x"), "ks"),
    (regex("ck|kh|ch|q|c(?![eihk])"), "k"),
    (regex(r"([a-z])\1"), r"\1"),
    (regex("^ie"), "e"),
    (regex("(?<=[^aeiou])ei$"), "i"),
    (regex("f$"), "v"),
)
_RUSSIAN = frozenset("igor oleg bogdan sergi galina olga evgen evgeni georgi genadi ganna grigori".split())
# Given names that Ukrainian and Russian spell apart, when all else is exchanged.
_UKRAINIAN = {
    "oleksandr": "aleksandr",
    "aleksander": "aleksandr",
    "oleksandra": "aleksandra",
    "oleksi": "aleksi",
    "volodimir": "vladimir",
    "mikola": "nikolai",
    "mikailo": "mikail",
    "dmitro": "dmitri",
    "pavlo": "pavel",
    "petro": "petr",
    "piotr": "petr",
    "olena": "elena",
    "katerina": "ekaterina",
    "evgen": "evgeni",
    "tetiana": "tatiana",
}
_CASE = regex(r"ą\b")
_SOFT = regex("ь(?=[яеюи])")


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """What the spellings of one given name share: ``Serguéi`` and ``Serhiy``, ``Katharina`` and ``Catarina``."""
    if word[0] >= "Ѐ":
        return _SOFT.sub("и", word.casefold().replace("\u0301", "").replace("ё", "е").replace("’", "'"))
    found = key(word)
    for form, one in _EXCHANGED:
        found = form.sub(one, found)
    russian = found.replace("h", "g")
    found = russian if russian in _RUSSIAN else found
    return _UKRAINIAN.get(found, found)


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A name without accents, with the letters that transliterations exchange (y i j, w v) as one."""
    return re.sub("i+", "i", plain_latin(word.casefold()).translate(_EXCHANGED_LETTERS))


def seen(name: str) -> str:
    """A spelling; accents on capitals and the dots of ё are optional, apostrophes and hyphens of one kind.

    A Polish ending is a case (``z Ewą Malicką``).
    """
    if name[0] >= "Ѐ":
        return name.replace("ё", "е").replace("\u0301", "").replace("’", "'")
    name = _CASE.sub("a", name) if "ą" in name else name
    capitals = "".join(unaccented(one) if one.isupper() else one for one in name)
    return capitals.replace("’", "'")
