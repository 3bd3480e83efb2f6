"""The vocabulary of one language, and sentences made of it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

FOLDER = Path(__file__).resolve().parent / "words"
LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh")
SLOT = re.compile(r"\{(\w+)\}")
# Slots of a sentence and the section of the vocabulary that fills each; a capital begins a sentence.
SECTIONS = {"s": "subject", "v": "verb", "o": "object", "a": "adjunct", "l": "link", "r": "role"}
STARTS = {"S": "subject", "V": "verb", "A": "adjunct", "T": "start"}
# Written without spaces, so that a full stop is followed by none.
UNSPACED = {"ja", "zh"}


class Words:
    """The sections of one file: lists of items, one a line, or one line of single words."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.joint = "" if language in UNSPACED else " "
        self.sections: dict[str, tuple[str, ...]] = {}
        for part in (FOLDER / f"{language}.txt").read_text("utf-8").split("[")[1:]:
            name, _, rest = part.partition("]\n")
            lines = rest.splitlines()
            single = len(lines) == 1 and name in {"first", "last", "town", "months"}
            self.sections[name] = tuple(lines[0].split() if single else lines)

    def __getitem__(self, section: str) -> tuple[str, ...]:
        return self.sections[section]

    def day(self, day: date, form: str = "date") -> str:
        """A day in the language's own manner, with its year (``date``) or without (``day``)."""
        return self[form][0].format(d=day.day, month=self["months"][day.month - 1], y=day.year)


@cache
def words(language: str) -> Words:
    return Words(language)


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Text and slots in turn: text at even places, names of slots at odd ones."""
    return tuple(SLOT.split(template))


class Teller:
    """Fills templates of one language by the throws of one generator; ``day`` is the day of writing."""

    def __init__(self, dice: Random, vocabulary: Words, day: date) -> None:
        self.throw = dice.random
        self.words = vocabulary
        self.day = day

    def pick(self, items: tuple[str, ...]) -> str:
        # Only random() is promised to throw the same numbers in every version of Python.
        return items[int(self.throw() * len(items))]

    def between(self, least: int, most: int) -> int:
        return least + int(self.throw() * (most + 1 - least))

    def name(self) -> str:
        joint = "" if self.words.language in UNSPACED else " "
        first, last = self.pick(self.words["first"]), self.pick(self.words["last"])
        return f"{last}{first}" if self.words.language in UNSPACED else f"{first}{joint}{last}"

    def fill(self, template: str, **given: str) -> str:
        """The template with every slot filled: by what is given for it, else by a throw."""
        parts = _parts(template)
        if len(parts) == 1:
            return template
        return "".join((given.get(part) or self._slot(part)) if place % 2 else part for place, part in enumerate(parts))

    def _slot(self, slot: str) -> str:
        section = SECTIONS.get(slot)
        if section is not None:
            return self.fill(self.pick(self.words[section]))
        section = STARTS.get(slot)
        if section is not None:
            filled = self.fill(self.pick(self.words[section]))
            return filled[0].upper() + filled[1:]
        if slot == "town":
            return self.pick(self.words["town"])
        if slot == "name":
            return self.name()
        if slot == "n":
            return str(self.between(2, 99) * 10)
        if slot == "few":
            return str(self.between(3, 9))
        if slot == "year":
            return str(self.between(1880, 1985))
        if slot == "day":
            return self.words.day(self.day, "day")
        raise KeyError(slot)

    def sentence(self) -> str:
        section = "number" if self.throw() < 0.08 else "pattern"
        filled = self.fill(self.pick(self.words[section]))
        return filled[0].upper() + filled[1:]

    def paragraph(self) -> str:
        return self.words.joint.join(self.sentence() for _ in range(self.between(2, 5)))

    def body(self, size: int) -> list[str]:
        """Paragraphs until about so many bytes of UTF-8 are written."""
        paragraphs: list[str] = []
        written = 0
        while written < size:
            paragraphs.append(self.paragraph())
            written += len(paragraphs[-1].encode()) + 2
        return paragraphs
