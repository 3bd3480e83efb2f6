"""Blocks of a headline, a teaser and a date or a counter, one below another: how pages list articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from validator.lexicons.fold import fold, numbers_hidden, trim, weight
from validator.model.article import Article, Line, Role

_PARAGRAPH = 120  # letters from which a line is a paragraph
_STAMP = 60  # letters that a line with a date may have beside it
_COUNTER = 30  # letters of a line that comes back in every block (``Comments (3)``, ``Read more``)
_HEADLINE = (25, 140)  # letters
_WORDS = 4  # of a headline; names are shorter
_BLOCK = 6  # lines of a block
_PARAGRAPHS = 2  # of a block: an article has more between its date and its foot
_STOPS = tuple(".,;:…!。")


def listed(article: Article, least: int) -> Sequence[Line]:
    """The lines that part the blocks of a list, at least that many and over half of the text; none where there is none.

    Dates run backwards, as the latest article stands first: a chronicle and a calendar run on.
    """
    lines = article.filled
    for marks in (_dated(article, lines), _counters(lines, least)):
        chain = _chain(lines, marks) if len(marks) >= least else []
        if len(chain) >= least and 2 * (chain[-1] - chain[0]) >= len(lines):
            return [lines[at] for at in chain]
    return ()


def _dated(article: Article, lines: Sequence[Line]) -> list[int]:
    """The lines with little more than a day, as far as the days run backwards."""
    places = {line.number: at for at, line in enumerate(lines) if len(line.text) <= _STAMP}
    days: dict[int, str] = {}
    for one in article.dates:
        if one.evidence.span and one.moment and one.moment.day and one.evidence.span.line in places:
            days.setdefault(places[one.evidence.span.line], one.moment.value[:10])
    told = [days[at] for at in sorted(days)]
    backwards = all(above >= below for above, below in pairwise(told)) and len(set(told)) > 1
    return sorted(days) if backwards else []


def _counters(lines: Sequence[Line], least: int) -> list[int]:
    """The lines of furniture that come back, whatever they count."""
    furniture = (at for at, line in enumerate(lines) if line.marks and line.role is Role.BOILERPLATE)
    short = {at: lines[at] for at in furniture if len(lines[at].text) <= _COUNTER}
    if len(short) < least:
        return []
    forms = {at: numbers_hidden(trim(fold(line.text))) for at, line in short.items()}
    form, count = Counter(forms.values()).most_common(1)[0]
    return [at for at, one in forms.items() if one == form] if count >= least else []


def _chain(lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """The longest run of marks with nothing but a headline and a teaser between each two of them."""
    best: list[int] = []
    run = [marks[0]]
    for above, below in pairwise(marks):
        run = [*run, below] if _is_block(lines[above + 1 : below]) else [below]
        best = max(best, run, key=len)
    return best


def _is_block(block: Sequence[Line]) -> bool:
    if not 0 < len(block) <= _BLOCK or sum(weight(line.text) >= _PARAGRAPH for line in block) > _PARAGRAPHS:
        return False
    return any(_is_headline(line.text) for line in block)


def _is_headline(text: str) -> bool:
    spaced = len(text.split()) >= _WORDS or weight(text) > 1.5 * len(text)  # letters that stand for words
    return _HEADLINE[0] <= weight(text) <= _HEADLINE[1] and spaced and not text.endswith(_STOPS)
