"""Words that tell the day only to those who know the day of writing (``yesterday``, ``2 hours ago``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons.phrases import Words

_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*|\d+")


def find(leveled: str, section: Words, weekdays: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Places of relative expressions; a weekday that is part of one is not told again."""
    shaped, offsets = _shaped(leveled, weekdays)
    at = 0
    while at < len(shaped):
        length = section.opening(shaped, at) if at == 0 or not shaped[at - 1].isalnum() or shaped[at] > "\u2fff" else 0
        if length:
            yield offsets[at], offsets[at + length], "relative"
            at += length
        elif shaped.startswith("{weekday}", at):
            yield offsets[at], offsets[at + len("{weekday}")], "weekday"
            at += len("{weekday}")
        else:
            at += 1


def _shaped(leveled: str, weekdays: frozenset[str]) -> tuple[str, list[int]]:
    """The text with numbers written ``{n}`` and weekdays ``{weekday}``, and the offset of each letter."""
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _TOKEN.finditer(leveled):
        word = match.group()
        shape = "{n}" if word.isdigit() else "{weekday}" if word in weekdays else ""
        if not shape:
            continue
        parts += [leveled[at : match.start()], shape]
        offsets += range(at, match.start())
        offsets += [match.start()] * len(shape)
        at = match.end()
    parts.append(leveled[at:])
    offsets += range(at, len(leveled) + 1)
    return "".join(parts), offsets
