"""Counted things: the noun agrees with its number."""

from __future__ import annotations


def number(count: int, noun: str) -> str:
    """So many of a thing."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
