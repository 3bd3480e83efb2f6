"""The lexicons of the languages, loaded when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson

from validator.lexicons.phrases import LineTable, Mark, Words

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("??.json")))
_KNOWN = frozenset(LANGUAGES)
# Whose lexicons a language without its own is read with: its labels and bylines are mostly theirs.
_NEAR = {"be": ("ru",), "bs": ("hr", "sr"), "mk": ("bg", "sr"), "ms": ("id",), "sl": ("hr",)}
LINE_SECTIONS = (
    "boilerplate",
    "page",
    "photo.captions",
    "byline.teams",
    "byline.placeholders",
    "photo.placeholders",
    "photo.staff",
    "source.contact",
    "text.ellipsis_marks",
    "byline.contributors",
)

EVERYWHERE = ("dates.relative", "licence.all_rights")
"""Sections that are asked in every language at once, whatever an article's own."""

VOCABULARIES = 64  # of the languages that corpora mix; all that is made of one is remembered for as many
_KEPT = 4096  # lines whose sections are remembered: names, labels and furniture come again and again


@cache
def load(name: str) -> Any:
    """One data file of this folder, by its stem."""
    return orjson.loads((FOLDER / f"{name}.json").read_bytes())


@cache
def built(name: str) -> Any:
    """One of the tables that ``ci/lexicons`` makes out of the lexicons and the CLDR."""
    return orjson.loads((FOLDER / "built" / f"{name}.json").read_bytes())


class Vocabulary:
    """The sections of one or several languages as one."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._data = [load(language) for language in languages]
        self._words: dict[str, Words] = {}

    def phrases(self, section: str) -> list[str]:
        """All phrases of a section such as ``byline.prefixes``."""
        return [phrase for data in self._data for phrase in _dig(data, section)]

    def words(self, section: str) -> Words:
        """A section ready for looking up."""
        found = self._words.get(section)
        if found is None:
            found = self._words[section] = self._made(section)
        return found

    def _made(self, section: str) -> Words:
        if len(self.languages) in (1, len(LANGUAGES)):
            return Words(self.phrases(section))
        return Words.together(vocabulary(one).words(section) for one in self.languages)


@lru_cache(maxsize=VOCABULARIES)
def vocabulary(*languages: str) -> Vocabulary:
    """The merged sections of the languages, by their own lexicons or those of the nearest; of all where none is."""
    near = (own for one in languages for own in ((one,) if one in _KNOWN else _NEAR.get(one, ())))
    return _vocabulary(tuple(sorted(set(near))) or LANGUAGES)


@lru_cache(maxsize=VOCABULARIES)
def _vocabulary(languages: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(languages)


@cache
def everywhere(section: str) -> Words:
    """A section of every language at once, without the lexicons themselves: few articles are of many languages."""
    return Words(built("everywhere")[section])


@cache
def openers(language: str) -> frozenset[str]:
    """The words that open a sentence with a capital though they are no name."""
    return frozenset(load("function_words")["open"].get(language, "").split())


@cache
def known_words() -> frozenset[str]:
    """Every word, levelled, that a lexicon has in any place, and the whole names of places, languages and times."""
    return frozenset(built("words"))


@cache
def line_table() -> LineTable:
    """The whole-line phrases of every language, each marked like ``("boilerplate.cookie", "fr")``."""
    return LineTable(built("lines"))


@lru_cache(maxsize=_KEPT)
def marks(line: str) -> frozenset[Mark]:
    """The sections that hold the line as a whole-line phrase, each with its language."""
    return line_table().marks(line)


@lru_cache(maxsize=_KEPT)
def sections(line: str) -> frozenset[str]:
    """The sections of the lexicons that hold the line as a whole-line phrase, in any language."""
    return frozenset(section for section, _ in marks(line))


def is_furniture(line: str) -> bool:
    """Whether a line is, as a whole, a phrase of furniture, in any language."""
    return any(section.startswith("boilerplate.") for section in sections(line))


def line_phrases() -> Iterator[tuple[str, Mark]]:
    """Every whole-line phrase of the lexicons with its section and language."""
    for language in LANGUAGES:
        data = load(language)
        for section in LINE_SECTIONS:
            content = _dig(data, section)
            if isinstance(content, dict):
                for name, phrases in content.items():
                    yield from ((phrase, (f"{section}.{name}", language)) for phrase in phrases)
            else:
                yield from ((phrase, (section, language)) for phrase in content)


def _dig(data: Any, section: str) -> Any:
    for key in section.split("."):
        data = data[key]
    return data
