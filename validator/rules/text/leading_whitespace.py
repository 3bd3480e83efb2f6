"""TXT006: lines begin or end in spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules import told
from validator.rules.base import ArticleRule, bad, good

_INDENT = "\u3000"
_SPACES = frozenset(one for one in map(chr, range(0x3001)) if one.isspace()) - frozenset(" \t\r\n")


class LeadingWhitespace(ArticleRule):
    """A line begins and ends with what can be seen.

    Spaces at the edges make equal lines differ: duplicates are missed, and phrases matched by whole line
    are not found.
    """

    code = "TXT006"
    severity = Severity.INFO
    fixable = True
    examples = (
        good("　岬の灯台に勤めた最後の職員が、任務を終えて島を離れた。\n\n　退職したのは松本五郎さん。"),
        good("Halle rénovée\n   \nLe conseil a voté lundi."),
        good("　老城的旧市场将修缮，工程明年春天开始。\n\n　市议会周一批准了九百万元的预算。"),
        bad(" Selon un compte rendu, les deux présidents se sont parlé.", at=(" ",)),
        bad("O prêmio será usado para comprar instrumentos.  \n\n\u00a0A orquestra viaja.", at=("  ", "\u00a0")),
        bad("Ринок відремонтують за два роки.\u00a0\n\n  Роботи почнуться навесні.", at=("\u00a0", "  ")),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        places = edges(article)
        if places:
            seen = [article.at(*place) for place in places[:12]]
            yield self.finding(f"{len(places)} edge(s) of lines are spaces", article, seen)


def edges(article: Article) -> list[tuple[int, int]]:
    """The runs of spaces that lines begin or end with; indents of ideographic spaces are none."""
    if not _may_have_edges(article):
        return []
    text, places = article.text, []
    for line in article.filled:
        if line.start and _space(text[line.start - 1]):
            places.append(_run(text, line.start, -1))
        if line.end < len(text) and _space(text[line.end]):
            places.append(_run(text, line.end, 1))
    return [(start, end) for start, end in places if text[start:end].strip(_INDENT)]


def _may_have_edges(article: Article) -> bool:
    """Whether a line may begin or end in a space; most texts have plain spaces only, and those between words."""
    text = article.text
    plain = article.once(told.signs).isdisjoint(_SPACES) and "\t" not in text and "\r" not in text
    return not plain or " \n" in text or "\n " in text or text[:1] == " " or text[-1:] == " "


def _space(letter: str) -> bool:
    return letter == " " or (letter > "\x7f" and unicodedata.category(letter) == "Zs")


def _run(text: str, at: int, step: int) -> tuple[int, int]:
    """The spaces before (-1) or behind (1) an offset."""
    end = at
    while 0 <= (place := end - 1 if step < 0 else end) < len(text) and _space(text[place]):
        end += step
    return min(at, end), max(at, end)
