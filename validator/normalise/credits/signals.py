"""The signs and the words without which no line holds a credit."""

from __future__ import annotations

from functools import lru_cache

from validator.lexicons import photo_words
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary
from validator.lexicons.phrases import Words
from validator.normalise.credits.spans import CAPTIONED, LONGEST

_LAST = 25  # letters at a line's end in which a verb may open what is a credit
_AMID = ",،，-'"  # signs behind which no label stands
_CLOSING = "([（)]）］】"
_COLON = (":", "：")
_CLOSED = (")", "]", "）")  # a short line may end with its platform in brackets


def possible(text: str, leveled: str, words: Vocabulary) -> bool:
    """Whether a line holds a sign, or in its place a word, without which no form of a credit is one.

    It spares most paragraphs the forms: what it denies ``find`` denies, of a line that is no caption.
    """
    if "/" in leveled or "©" in leveled or "via" in leveled or "(c" in leveled or " | " in leveled or " :: " in leveled:
        return True
    if leveled.count(" - ") > 1 and len(text) <= CAPTIONED:
        return True
    if len(text) <= LONGEST and text.rstrip(".")[-1:] in _CLOSED:
        return True
    if not text.isascii() and ("（c" in leveled or "ｃ" in leveled or "ⓒ" in leveled or "=" in leveled):
        return True
    if leveled.endswith("제공"):  # ``솔내군 제공``: the giver comes first
        return True
    signals = _signal_words(words).spots(leveled)
    return bool(signals) and any(_in_place(text, start, end) for start, end in signals)


def _in_place(text: str, start: int, end: int) -> bool:
    """Whether a word stands where a label or a verb of a credit may: not amid a sentence."""
    if start < 2 or len(text) - start <= _LAST:
        return True
    before, behind = text[start - 1], text[end]
    if before == " ":
        if text[start - 2] == "," and (behind in ":." or text[end - 1] == "."):
            return True
        free = not (text[start - 2].isalnum() or text[start - 2] in _AMID)
        labels = behind in _COLON and not text[start].islower()  # ``The quay at dawn Photo: Jane Roe``
        return free or labels or behind in _CLOSING or (text[start - 2] == "-" and behind == ":")
    return not before.isalnum() or text[start].isupper() or behind in _CLOSING


@lru_cache(maxsize=VOCABULARIES)
def _signal_words(words: Vocabulary) -> Words:
    """The labels and the verbs of a credit, and the words for a screenshot."""
    return Words.together((photo_words.labels(words), words.words("photo.verbs"), photo_words.section("screens")))
