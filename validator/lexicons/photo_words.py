"""Words about pictures that no language owns alone, and the labels of languages that have no lexicon.

The labels come from style guides, agencies' credit rules and the translations of content-management systems.
"""

from __future__ import annotations

from functools import cache, lru_cache

from validator.lexicons import agencies
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary, load
from validator.lexicons.phrases import Words

LONGEST_NAME = 40  # letters of a platform's name


@lru_cache(maxsize=VOCABULARIES)
def labels(words: Vocabulary) -> Words:
    """The labels of a vocabulary and those of every language without a lexicon: ``Photo``, ``Ljósmynd``."""
    return Words.together((words.words("photo.labels"), _foreign_labels()))


def label(text: str, words: Vocabulary) -> int:
    """The length of the label and its mark at the head of a credit."""
    length = labels(words).opening(level(text))
    rest = text[length:].lstrip(" :：/|")
    return len(text) - len(rest) if length and rest and not text[length].isalnum() else 0


@cache
def _foreign_labels() -> Words:
    return Words(label for one in load("photo_words")["labels"].values() for label in one)


@cache
def section(name: str) -> Words:
    """One list of the words that no language owns alone.

    ``closing`` labels stand behind the name, ``rights`` are notices, ``screens`` are screenshots,
    ``origins`` say before a platform's name that a picture is from there and ``origins_behind`` behind it,
    ``giving`` words stand behind a label and before whoever gave the picture, whose ``articles`` are in small letters;
    ``givers`` begin the name of an office or a collection that did. ``holders`` end the name of who holds pictures,
    ``alone`` stand for one.
    """
    return Words(load("photo_words")[name])


def platform(part: str) -> str | None:
    """The platform that a part of a credit is, or says that it is from: ``X``, ``taken from X``, ``Xより``."""
    return agencies.platform(part) or _origin(part)[1]


def from_platform(part: str) -> bool:
    """Whether a part of a credit says in words that it is from a platform, which shows a credit without a label."""
    return agencies.platform(part) is None and _origin(part)[1] is not None


def before_platform(part: str) -> int:
    """The length of what says before a platform's name that the picture is from there; a screenshot is said of it."""
    told = agencies.platform(part) or section("screens").opening(level(part))
    return 0 if told else _origin(part)[0]


@lru_cache(maxsize=1024)
def _origin(part: str) -> tuple[int, str | None]:
    """Where the platform's name begins behind the words that say ``from``, and the platform."""
    leveled, start, end = level(part), 0, len(part)
    while length := max(section("origins").opening(leveled, start), section("screens").opening(leveled, start)):
        start = skipped(leveled, start + length, signs=" :")
    while length := section("origins_behind").closing(leveled, end):
        end = len(leveled[: end - length].rstrip())
    found = agencies.platform(part[start:end].strip('«»"“”„「」『』 ')) if start < end < start + LONGEST_NAME else None
    return (start, found) if found and (start, end) != (0, len(part)) else (0, None)


def is_holder(part: str) -> bool:
    """Whether a part of a credit is an agency, a platform, or called like one (``Roe Images``, ``Handout``)."""
    if agencies.agency(part, sure=True) or platform(part):
        return True
    leveled = level(part.strip(" ()[]."))
    named = 0 < section("holders").closing(leveled) < len(leveled)
    return named or leveled in section("alone") or section("screens").opening(leveled) > 0
