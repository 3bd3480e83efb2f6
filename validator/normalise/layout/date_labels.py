"""The labels that stand before dates: ``Published on``, ``Updated``, ``Photographed``."""

from __future__ import annotations

from validator.lexicons.lexicon import Vocabulary
from validator.normalise.layout.lines import Draft
from validator.regex import regex

KINDS = ("published", "modified", "photographed", "collected")
# What stands between a label and its date, a clock time too: ``Published 6:30, May 3, 2026``.
_TO_DATE = regex(
    r"(?:[\s:：,|–—\-(]+\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h))?)?"
    r"[\s:：,|–—\-(]+(?:\s*(?:the|le|am|on|el|il|em|den|dne|o|la)\s*)?$"
)


def before(draft: Draft, at: int, words: Vocabulary) -> str:
    """Which date label ends just before an offset of the line: ``published``, ``modified`` … or nothing."""
    head = _TO_DATE.sub("", draft.leveled[:at])
    whole = draft.leveled[:at].rstrip()
    found = {}
    for kind in KINDS:
        section = words.words(f"dates.{kind}")
        found[kind] = max(section.closing(whole), section.closing(head))
    longest = max(found, key=found.__getitem__)  # ``date of the update`` is no ``date``
    return longest if found[longest] else ""
