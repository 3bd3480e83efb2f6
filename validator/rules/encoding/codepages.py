"""Text that was written in one code page and read as another: each letter became another, or two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from validator.regex import regex

_READ = "cp1252"  # what programs take for granted
_BEYOND = regex(r"[^\x00-\x7f]+")
_VARIED = 8  # different signs of Latin-1's upper half, without which no other script is looked for
_LETTERS = 40  # of another script, at least, in words of four and more
_UPPER = frozenset(map(chr, range(0xA1, 0x100)))
_WORD = regex("[\u00a1-\u00ff]{4,}")
_SHARE = 0.75  # of letters that are common in the script that was meant
_LEAST = 4  # letters of an alphabet
_MARKS = 2  # places that no language has
_KINDS = 2  # different ones among them
_RIGHT = 4  # times as many as letters that stand as they were written
# The letters that make up at least four fifths of running text in the languages of each code page.
_SCRIPTS = {
    "cp1251": "оаеинтсрвлкмдпуягзбі",
    "koi8-r": "оаеинтсрвлкмдпуягзб",
    "cp1253": "αοιετσνηυρπκμλςάίόέή",
    "cp1255": "יוהלאתמרבשדנחע",
    "cp1256": "اليمنوترهبدسعفكقة",
}
# Lead bytes of Hangul, and of the common half of hanzi, which holds them: so they are asked in this order, and last.
_PAIRED = (("euc-kr", 0xB0, 0xC8), ("gb2312", 0xB0, 0xD7))
_CENTRAL, _TURKISH, _BALTIC = ("cp1250", "iso8859-2"), ("cp1254",), ("cp1257",)
# The letters that a language has beyond Latin-1, and the code pages that have them.
_ALPHABETS = {
    "cs": (_CENTRAL, "ěčřůňďťž"),
    "hr": (_CENTRAL, "čćđšž"),
    "hu": (_CENTRAL, "őű"),
    "lt": (_BALTIC, "ąčęėįšųūž"),
    "lv": (_BALTIC, "āčēģīķļņšūž"),
    "pl": (_CENTRAL, "ąćęłńśźż"),
    "ro": (_CENTRAL, "ăşţ"),
    "sk": (_CENTRAL, "čďľňťžš"),
    "sl": (_CENTRAL, "čšž"),
    "sr": (_CENTRAL, "čćđšž"),
    "tr": (_TURKISH, "ışğ"),
}
_SHARED = ("", "I", "i", "Š", "š", "Ž", "ž")  # what Windows-1252 has as well, and what is nothing in it
_PINYIN = regex("(?<=[A-Za-z])¨[¢¤¦¨ª¬®°²´¹º]")  # accented vowels of GB 2312, which has them for pinyin
_MAC = regex("(?<=[a-z])Õ(?=(?:s|t|re|ll|ve|d|m)\\b)|(?<=\\s)Ò(?=[A-Z])|(?<=[a-z.,!?])Ó(?=[\\s.,]|$)")


class Confusion(Struct, frozen=True):
    """The code page that a text was written in, that which it was read as, and each place with what was meant."""

    written: str
    read: str
    places: tuple[tuple[int, int, str], ...]


def confused(text: str, language: str | None, signs: frozenset[str]) -> Confusion | None:
    """How a text was misread; None where its letters are those it was written in.

    ``signs`` are the characters beyond ASCII that it has.
    """
    return (
        _by_script(text, signs)
        or _by_alphabet(text, language or "", signs)
        or _by_marks(_PINYIN, "gb2312", "¨", text, signs)
        or _by_marks(_MAC, "mac-roman", "ÕÒÓ", text, signs)
    )


def _confusion(name: str, text: str, form: re.Pattern[str]) -> Confusion:
    spans = [match.span() for match in form.finditer(text)]
    places = ((start, end, _meant(text[start:end], name)) for start, end in spans)
    return Confusion(name, _READ, tuple((start, end, meant) for start, end, meant in places if meant))


def _meant(run: str, name: str) -> str:
    """What a run was in another code page; nothing where it cannot have been there."""
    try:
        return run.encode(_READ).decode(name)
    except UnicodeError:
        return ""


def _by_script(text: str, signs: frozenset[str]) -> Confusion | None:
    """Words of nothing but Latin-1's upper half, where they are common letters of another script."""
    if len(_UPPER & signs) < _VARIED:
        return None
    words = [word.encode("latin-1") for word in _WORD.findall(text)]
    if sum(map(len, words)) < _LETTERS:
        return None
    name = next((name for name, share in _shares(words) if share >= _SHARE), None)
    return _confusion(name, text, _BEYOND) if name else None


def _shares(words: list[bytes]) -> Iterator[tuple[str, float]]:
    """The code pages that words may have been written in, with the share of their letters that is common there."""
    run = b"".join(words)
    for name, common in _SCRIPTS.items():
        meant = run.decode(name, "replace")
        yield name, sum(map(meant.count, common)) / len(meant)
    leads = [lead for word in words for lead in word[: len(word) // 2 * 2 : 2]]
    for name, first, last in _PAIRED:
        yield name, sum(first <= lead <= last for lead in leads) / len(leads)


def _by_alphabet(text: str, language: str, signs: frozenset[str]) -> Confusion | None:
    """Letters that a language has not, in words of it, where those that it has are missing."""
    found = [_confusion(name, text, form) for name, became, form in _images(language) if len(became & signs) >= _KINDS]
    best = max(found, key=lambda one: len(one.places), default=None)
    if best is None or len(best.places) < _LEAST:
        return None
    right = sum(map(text.count, _ALPHABETS[language][1]))
    return best if len(best.places) >= _RIGHT * right else None


@cache
def _images(language: str) -> list[tuple[str, frozenset[str], re.Pattern[str]]]:
    """What a language's letters became in each of its code pages, and how that stands in a word.

    Signs that are no letters stand before one: a raised figure behind a word marks a note.
    """
    if language not in _ALPHABETS:
        return []
    names, letters = _ALPHABETS[language]
    images = []
    for name in names:
        meant = letters + letters.upper()
        became = {one.encode(name).decode(_READ, "ignore") for one in meant} - {*meant, *_SHARED}
        written, within = "".join(sorted(became)), "".join(sorted(filter(str.isalpha, became)))
        form = f"[{written}](?=[^\\W\\d_])" + (f"|(?<=[^\\W\\d_])[{within}]" if within else "")
        images.append((name, frozenset(became), regex(form)))
    return images


def _by_marks(form: re.Pattern[str], name: str, marks: str, text: str, signs: frozenset[str]) -> Confusion | None:
    if signs.isdisjoint(marks):
        return None
    found = _confusion(name, text, form)
    return found if len(found.places) >= _MARKS else None
