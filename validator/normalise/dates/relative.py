"""Words that tell the day only to those who know the day of writing (``yesterday``, ``2 hours ago``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from validator.lexicons.lexicon import VOCABULARIES
from validator.lexicons.phrases import Words
from validator.regex import regex

_NUMBER = regex(r"\d+")
_WEEKDAY = "{weekday}"
_NONE = Words(())


def find(
    leveled: str, section: Words, weekdays: Words = _NONE, *, digits: bool = True
) -> Iterator[tuple[int, int, str]]:
    """Places of relative expressions; a weekday that is part of one is not told again.

    In the lexicons' phrases ``{n}`` is any number and ``{weekday}`` any weekday: the text is brought into that shape.
    ``digits`` says whether the text may hold a number.
    """
    named = _plain(section, weekdays).spots(leveled)
    if not named and not (digits and _around_numbers(section).stand_in(leveled)):
        return
    shaped, shifts = _shaped(leveled, weekdays)
    for start, end in _expressions(section).places(shaped):
        label = "weekday" if shaped[start:end] == _WEEKDAY else "relative"
        yield _offset(start, shifts), _offset(end, shifts), label


@lru_cache(maxsize=VOCABULARIES)
def _plain(section: Words, weekdays: Words) -> Words:
    """The weekdays, and the expressions that hold neither a number nor a weekday."""
    return Words([*weekdays.all, *(one for one in section.all if "{" not in one)])


@lru_cache(maxsize=VOCABULARIES)
def _around_numbers(section: Words) -> Words:
    """The longest part of each expression that holds a number."""
    return Words(max(one.split("{n}"), key=len) for one in section.all if "{n}" in one)


@lru_cache(maxsize=VOCABULARIES)
def _expressions(section: Words) -> Words:
    return Words([*section.all, _WEEKDAY])


def _shaped(leveled: str, weekdays: Words) -> tuple[str, list[tuple[int, int]]]:
    """The text with numbers and weekdays as their names, and from which offset on it is shifted by how much."""
    spots = [(*match.span(), "{n}") for match in _NUMBER.finditer(leveled)]
    spots += [(start, end, _WEEKDAY) for start, end in weekdays.places(leveled)]
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = length = 0
    for start, end, name in sorted(spots):
        parts += [leveled[at:start], name]
        length += start - at + len(name)
        shifts.append((length, end - length))
        at = end
    parts.append(leveled[at:])
    return "".join(parts), shifts


def _offset(shaped: int, shifts: list[tuple[int, int]]) -> int:
    """An offset of the shaped text in the text itself."""
    number = bisect_right(shifts, shaped, key=itemgetter(0)) - 1
    return shaped + (shifts[number][1] if number >= 0 else 0)
