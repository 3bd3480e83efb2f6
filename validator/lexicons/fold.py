"""The two foldings under which phrases and texts are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from validator.regex import regex

# Replaced one after the other: on a long text some fifty times as fast as str.translate.
_PLAIN = (
    *((one, "'") for one in "\u2019\u2018\u02bc\u00b4\uff07"),
    *((one, " ") for one in "\u00a0\u202f\u2009\u2007\u3000\t"),
    *((one, "-") for one in "\u2010\u2011"),
    # Romanian's letters with a comma below, which many keyboards and old fonts write with a cedilla, as Turkish does.
    ("\u015f", "\u0219"),
    ("\u015e", "\u0218"),
    ("\u0163", "\u021b"),
    ("\u0162", "\u021a"),
    ("\uff1a", ":"),
    ("\uff1d", "="),
    ("\uff0f", "/"),
)
_SPACED = ((" :", ":"), (" ;", ";"), (" !", "!"), (" ?", "?"))
# What stands before a line that points elsewhere: bullets, arrows, the brackets of Japanese headings, pictures.
BULLETS = "•·*+→►▶▸▹›➜➤➔➡⇒◆◇■□●○◎▪▫▼▲▽△★☆※▌▍▎▏┃✔✅👉👇⬇📌📲📢🔔🔴🔵🟢📷📸🎥\ufe0f【】［］〔〕＜＞≪≫"
_EDGES = " \t:.!…»>→*•·|-–—<«\"“”„'()[]{}+,;›‹►▶↓↑✕×。：！?？؟،、" + BULLETS
_DIGIT = regex(r"\d")
_SHORT = 60  # letters of a name, a label, a button: a corpus says them again and again
_KEPT = 1 << 14
# Letters that Unicode does not take apart, as they are written where nobody has them.
_WHOLE = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_NUMBER = regex(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d{1,2}(?=\s?%))?")


_WIDE = regex(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff60]")
WIDE_WEIGHT = 2.5  # letters that an ideograph or a syllable is worth


def weight(text: str) -> float:
    """The number of characters, each ideograph or syllable counted as 2.5."""
    if text.isascii():
        return len(text)
    # Most scripts have none: looking for one takes a third of the time that looking for all takes.
    wide = len(_WIDE.findall(text)) if _WIDE.search(text) else 0
    return len(text) + (WIDE_WEIGHT - 1) * wide


def _plain(text: str) -> str:
    """Plain apostrophes, spaces and hyphens for the typographic ones, letter for letter."""
    if text.isascii():
        return text.replace("\t", " ")
    for typographic, plain in _PLAIN:
        text = text.replace(typographic, plain)
    return text


def level(text: str) -> str:
    """Lower case with plain apostrophes and spaces, letter for letter: offsets stay valid."""
    return _short_leveled(text) if len(text) <= _SHORT else _lowered(_plain(text))


@lru_cache(maxsize=_KEPT)
def _short_leveled(text: str) -> str:
    return _lowered(_plain(text))


def _lowered(plain: str) -> str:
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in plain)


def fold(text: str) -> str:
    """NFKC, case folded, plain apostrophes, single spaces, none before ``: ; ! ?``; edges kept."""
    return _short_folded(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=_KEPT)
def _short_folded(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        text = _plain(text)
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
    return _closed_up(text.casefold())


def _closed_up(text: str) -> str:
    """Single plain spaces, and none before a mark."""
    if "  " in text or not text.isprintable():  # of all spaces only the plain one is
        text = " ".join(text.split())
    text = text.strip()
    for spaced, mark in _SPACED:
        text = text.replace(spaced, mark)
    return text


def _is_closed_up(text: str) -> bool:
    return "  " not in text and text.isprintable() and not any(spaced in text for spaced, _ in _SPACED)


class Foldings:
    """Both foldings of the lines of a text: made of all lines at once where they go letter for letter."""

    def __init__(self, text: str) -> None:
        self._plain = _plain(text)
        self.leveled = _lowered(self._plain)
        """``level(text)``."""
        self._normal = text.isascii() or unicodedata.is_normalized("NFKC", self._plain)
        folded = self._plain.casefold()
        self._folded = folded if len(folded) == len(text) and self._normal else None
        self._closed_up = self._folded is not None and _is_closed_up(folded.replace("\n", ""))

    def level(self, start: int, end: int) -> str:
        """``level(text[start:end])``."""
        return self.leveled[start:end]

    def fold(self, start: int, end: int) -> str:
        """``fold(text[start:end])`` of a trimmed line."""
        if self._folded is None:
            plain = self._plain[start:end]
            return _closed_up(plain.casefold()) if self._normal else fold(plain)
        folded = self._folded[start:end]
        return folded if self._closed_up else _closed_up(folded)


def unaccented(text: str) -> str:
    """The text without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def plain_latin(lowered: str) -> str:
    """A text in small letters without accents and the like: ``l`` for ``ł``, ``ae`` for ``æ``."""
    return unaccented(lowered.translate(_WHOLE))


def trim(folded: str) -> str:
    """A folded line without the punctuation, arrows and bullets at its edges."""
    return folded.strip(_EDGES)


def skipped(text: str, start: int, end: int | None = None, signs: str | None = None) -> int:
    """Where a piece of a text begins without the ``signs``, or the white space, that it opens with."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(signs))


def holds_digit(text: str) -> bool:
    """Whether a text holds a digit of any script."""
    return _DIGIT.search(text) is not None


def valid(text: str) -> str:
    """The text without what UTF-8 cannot write: half of a surrogate pair."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def numbers_hidden(folded: str) -> str:
    """Every number written as ``{n}``, the way the lexicons write them."""
    return _NUMBER.sub("{n}", folded)
