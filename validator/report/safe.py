"""Article text is hostile: what of it may reach a terminal, and through it any other reader."""

from __future__ import annotations

import unicodedata

_SHOWN = {"\n": "⏎", "\r": "␍", "\t": " "}
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """The text letter for letter, control and formatting characters replaced by visible ones."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_SHOWN.get(one) or ("\ufffd" if unicodedata.category(one) in _HIDDEN else one) for one in text)


def brief(text: str, longest: int) -> str:
    """The text printable, and cut where it is longer than so many letters."""
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


def width(text: str) -> int:
    """The columns of a terminal that a printable text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )
