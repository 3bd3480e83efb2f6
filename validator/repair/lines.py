"""Whole lines are taken out of a text, with the blank lines that held them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from validator.model.article import Article
from validator.repair.draft import Draft, Edit


def without(draft: Draft, article: Article, numbers: Collection[int]) -> Iterator[Edit]:
    """The edits that drop the lines of these numbers; none where no other line would be left."""
    filled = article.filled
    at = 0
    if all(line.number in numbers for line in filled):
        return
    while at < len(filled):
        last = at
        while last < len(filled) and filled[last].number in numbers:
            last += 1
        if last > at:
            yield Edit(draft.text, "", *_bounds(article, at, last))
        at = last + 1


def _bounds(article: Article, at: int, behind: int) -> tuple[int, int]:
    """From where to where the text is cut to drop the filled lines ``[at:behind]``."""
    filled, index, text = article.filled, article.index, article.text
    start = index.start(filled[at].number)
    if behind == len(filled):
        start = index.start(filled[at - 1].number + 1)
        if not text.endswith("\n"):  # nor does it end in one afterwards
            start -= 2 if text[start - 2 : start] == "\r\n" else 1
        return start, len(text)
    apart = at == 0 or filled[at].number > filled[at - 1].number + 1
    return start, index.start(filled[behind].number if apart else filled[behind - 1].number + 1)
