"""The two foldings under which phrases and texts are compared."""

from __future__ import annotations

import re
import unicodedata

_SAME_LENGTH = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\uff07": "'"}
    | dict.fromkeys("\u00a0\u202f\u2009\u2007\u3000\t", " ")
    | {"\uff1a": ":", "\uff1d": "=", "\uff0f": "/", "\u2010": "-", "\u2011": "-"}
)
_EDGES = " \t:.!…»>→*•·|-–—<«\"“”„'()[]{}+,;›‹►▶↓↑✕×。：！?？؟،、"
_SPACES = re.compile(r"\s+")
_SPACED_MARK = re.compile(r" (?=[:;!?])")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*")


_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff60]")
WIDE_WEIGHT = 2.5  # letters that an ideograph or a syllable is worth


def weight(text: str) -> float:
    """The number of characters, each ideograph or syllable counted as 2.5."""
    return len(text) if text.isascii() else len(text) + (WIDE_WEIGHT - 1) * len(_WIDE.findall(text))


def level(text: str) -> str:
    """Lower case with plain apostrophes and spaces, letter for letter: offsets stay valid."""
    lowered = text.translate(_SAME_LENGTH).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text.translate(_SAME_LENGTH))


def fold(text: str) -> str:
    """NFKC, case folded, plain apostrophes, single spaces, none before ``: ; ! ?``; edges kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_SAME_LENGTH))
    folded = _SPACES.sub(" ", text).strip().casefold()
    return _SPACED_MARK.sub("", folded)


def trim(folded: str) -> str:
    """A folded line without the punctuation, arrows and bullets at its edges."""
    return folded.strip(_EDGES)


def numbers_hidden(folded: str) -> str:
    """Every number written as ``{n}``, the way the lexicons write them."""
    return _NUMBER.sub("{n}", folded)
