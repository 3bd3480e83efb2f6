"""How a sentence ends, in any script."""

from __future__ import annotations

FULL_STOPS = frozenset(".．。।۔։")
SPACED = ".!?…।۔؟"  # the signs that end a sentence where a space follows it, for patterns
STOPS = FULL_STOPS | frozenset("!?…！？؟")
_ASKING = ("?", "？", "؟")
# What may stand behind: a quotation mark (of every language's: ``“`` closes a German one), a bracket, an asterisk.
_CLOSERS = "»«”“\"'’)）」』】〉》] \u00a0*"


def ends(text: str) -> bool:
    """Whether a text ends as a sentence ends."""
    return text.rstrip(_CLOSERS)[-1:] in STOPS


def asks(text: str) -> bool:
    """Whether a text ends as a question ends."""
    return text.rstrip(_CLOSERS).endswith(_ASKING)
