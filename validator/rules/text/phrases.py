"""Where the phrases of a lexicon stand in a text, found by their first words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from validator.lexicons.fold import level
from validator.lexicons.lexicon import VOCABULARIES, Vocabulary, vocabulary

Place = tuple[int, int]

_SPACELESS = "\u3040"  # from here on scripts that do not part their words


def places(text: str, section: str, *languages: str) -> list[Place]:
    """The places of the section's phrases as words of their own, in order, none within another."""
    leveled = _leveled(text)
    by_word, spaceless = _phrases(section, vocabulary(*languages))
    phrases = [phrase for word in by_word.keys() & set(leveled.split()) for phrase in by_word[word]]
    found: list[Place] = []
    for phrase in sorted((*phrases, *spaceless), key=len):
        found += [place for place in _each(leveled, phrase) if not any(_overlap(place, one) for one in found)]
    return sorted(found)


def _leveled(text: str) -> str:
    """Lower case and plain apostrophes; the slow way only where lower case has another length."""
    quick = text.replace("\u2019", "'").lower()
    return quick if len(quick) == len(text) else level(text)


@lru_cache(maxsize=2 * VOCABULARIES)  # placeholders and machine translators' signs
def _phrases(section: str, words: Vocabulary) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """The phrases by their first words, and those of scripts without spaces."""
    by_word: dict[str, list[str]] = defaultdict(list)
    spaceless = []
    for phrase in sorted(words.words(section).all):
        if phrase[0] >= _SPACELESS:
            spaceless.append(phrase)
        else:
            by_word[phrase.split()[0]].append(phrase)
    return dict(by_word), tuple(spaceless)


def _each(text: str, phrase: str) -> Iterator[Place]:
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not _goes_on(text, at) and not _goes_on(text, end):
            yield at, end
        at = text.find(phrase, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on over an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and text[at] < _SPACELESS


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
