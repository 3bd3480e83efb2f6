"""An article as it is read on the page: its lines with their roles, and evidence marked to the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from validator.model.article import Article, Role
from validator.model.finding import Finding
from validator.model.place import Span
from validator.report.safe import printable

LETTERS = 20_000  # of a text that are shown
_JOINERS = "\u200c\u200d"  # join and part letters as writing needs it, and do nothing else
Marks = Sequence[tuple[int, Span]]


class Part(Struct, frozen=True):
    """A piece of a line, and the numbers of the findings that it is evidence of."""

    text: str
    marks: tuple[int, ...] = ()


class Shown(Struct, frozen=True):
    """A line as it is shown."""

    number: int
    role: str
    parts: tuple[Part, ...]


def marks(findings: Iterable[Finding]) -> list[tuple[int, Span]]:
    """What is marked in the text: number of the finding, span."""
    found = []
    for number, one in enumerate(findings):
        spans = [seen.span for seen in one.evidence if seen.origin == "text" and seen.span is not None]
        found += [(number, span) for span in spans or ([one.span] if one.span is not None else [])]
    return found


def lines(article: Article, marked: Marks) -> tuple[list[Shown], int]:
    """The lines of an article, and how many of its letters are left out."""
    roles = {line.number: line.role for line in article.lines}
    by_line = _by_line(marked)
    shown: list[Shown] = []
    left = LETTERS
    for number, text in enumerate(article.text.split("\n"), 1):
        if left <= 0:
            break
        parts = tuple(_parts(text[:left], by_line[number]))
        shown.append(Shown(number, roles.get(number, Role.BLANK).value, parts))
        left -= len(text) + 1
    return shown, max(0, len(article.text) - LETTERS)


def letters(text: str) -> str:
    """The text letter for letter, nothing in it that reorders, hides or breaks."""
    if not any(one in text for one in _JOINERS):
        return printable(text)
    return "".join(one if one in _JOINERS else printable(one) for one in text)


def _by_line(marked: Marks) -> dict[int, list[tuple[int, int, int]]]:
    """Line -> number of the finding, first and past the last letter within the line."""
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, span in marked:
        for line in range(span.line, span.end_line + 1):
            start = span.column - 1 if line == span.line else 0
            end = span.end_column - 1 if line == span.end_line else LETTERS
            found[line].append((number, start, end))
    return found


def _parts(text: str, marked: Sequence[tuple[int, int, int]]) -> Iterable[Part]:
    edges = {0, len(text)}
    for _, start, end in marked:
        edges |= {min(start, len(text)), min(end, len(text))}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = sorted({number for number, first, last in marked if first <= start and end <= last})
        yield Part(letters(text[start:end]), tuple(over))
