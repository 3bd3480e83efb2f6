"""What a page prints between its headline and its text: the lines that its main text lost, with their roles and dates.

Metadata come first, and these lines are what a rule compares them with.
"""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model import record
from validator.model.article import Article, Dated, Role
from validator.model.evidence import HEADER, Evidence
from validator.normalise import dated
from validator.normalise.layout import clocks, forms, lines, zones
from validator.normalise.layout.lines import Draft

_LABELS = ("byline.prefixes", "byline.labels", *(f"dates.{kind}" for kind in clocks.DATE_LABELS))
_DATING = (Role.DATELINE, Role.BYLINE)


def header(article: Article, words: Vocabulary, language: str) -> list[Draft]:
    """The lines of a page's header that its text does not hold; a label in a box of its own leads to the next line."""
    shown = record.shown(article.sightings, HEADER)
    if not shown:
        return []
    held = set(article.text.split("\n"))
    joined: list[str] = []
    for line in shown:
        if joined and (label := _label(joined[-1], words)):
            joined[-1] = f"{label} {line}"
        elif line not in held:
            joined.append(line)
    drafts = [draft for draft in lines.split("\n".join(joined), article.said("outlet") or "") if draft.text]
    for draft in drafts:
        zones.mark_form(draft, words, language)
    return drafts


def dates(drafts: list[Draft], words: Vocabulary) -> Iterator[Dated]:
    """The dates of the header's date lines and bylines."""
    for draft in drafts:
        for seen in draft.dates if draft.role in _DATING else ():
            label = forms.label_before(draft, seen.start, words)
            quote = draft.text[seen.start : seen.end]
            yield Dated(
                dated.role(draft, label), Evidence("html", quote, locator=HEADER), seen.moment, label, seen.problem
            )


def _label(line: str, words: Vocabulary) -> str:
    """The label that a line is, or that the house stands before, parted by a bar: ``The Beacon | By``."""
    label = line.rpartition("|")[2].strip()
    bare = level(label).rstrip(" :：")
    return label if any(bare in words.words(one).all for one in _LABELS) else ""
