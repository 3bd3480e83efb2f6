"""BPL017: a label for a date or for an author, and nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.lexicons.sentences import SPACED
from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.base import ArticleRule, bad, good

_LONGEST = 40  # letters of a label
_SMALL = 3  # letters of what may stand on a line of its own between label and date: ``am``, ``le``
_PARAGRAPH = 60  # letters from which a sentence is a paragraph, and no value
_DATES = ("dates.published", "dates.modified")
_AUTHORS = ("byline.labels", "byline.prefixes")
_COLON = (":", "：")
_STOPS = tuple(SPACED + '。！？”»"')
_PROSE = frozenset({Role.LEAD, Role.BODY})


class LabelEmpty(ArticleRule):
    """A label that announces a date or an author is followed by one.

    Where nothing stands behind it, the page fills it by script or the crawl has lost it: the article seems to have no
    date or no author, though its page shows one.
    """

    code = "BPL017"
    severity = Severity.WARNING
    examples = (
        good(
            "Council saves the market\n\nPublished on\n\n3 May 2026\n\nThe council voted on Monday to save the market."
        ),
        bad(
            "Council saves the market\n\nPublished\non\n\n"
            "The council voted on Monday to save the old market hall, which had been closed for years.",
            at=("Published",),
        ),
        bad(
            "Der Rat rettet die Markthalle\n\nVeröffentlicht:\n\nAktualisiert:\n\n"
            "Der Rat hat am Montag beschlossen, die alte Markthalle bis zum Mai zu sanieren.",
            at=("Veröffentlicht:", "Aktualisiert:"),
        ),
        good(
            "Der Rat rettet die Markthalle\n\nAutor:\n\nJana Roth\n\n"
            "Der Rat hat am Montag beschlossen, die alte Markthalle bis zum Mai zu sanieren."
        ),
        good(
            "Reporter:\n\nWarum hat der Rat beschlossen, die Markthalle jetzt doch noch zu sanieren?\n\nReporter:\n\n"
            "Und wer bezahlt am Ende die neun Millionen Euro, die das alles kosten soll?"
        ),
        bad(
            "老市场将修缮\n\n作者：\n\n市议会周一决定修缮老城的旧市场，预算为九百万元，工程明年春天开始，为期两年，"
            "市政府在居民会议上向居民介绍了工程的安排，并回答了他们的问题。",
            at=("作者：",),
        ),
        bad(
            "Members voted on Monday to accept the offer, and ferries ran again the same night.\n\nLast updated:",
            at=("Last updated:",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        words, lines = spoken.words(article), article.filled
        short = ((at, line) for at, line in enumerate(lines) if len(line.text) <= _LONGEST)
        labels = {at: kind for at, line in short if (kind := _kind(line, words))}
        told = [lines[at].text for at in labels]
        empty = [lines[at] for at in labels if told.count(lines[at].text) == 1 and _is_empty(lines, at, labels)]
        if empty:
            yield self.finding(f"{len(empty)} label(s) with nothing behind", article, map(article.line, empty))


def _kind(line: Line, words: Vocabulary) -> str:
    """What a line announces that is nothing but a label; of an author only with a colon, as it may be a heading."""
    bare = level(line.text).rstrip(" :：")
    if any(bare in words.words(section) for section in _DATES):
        return "date"
    labelled = line.text.endswith(_COLON) and any(bare in words.words(section) for section in _AUTHORS)
    return "author" if labelled else ""


def _is_empty(lines: Sequence[Line], at: int, labels: Mapping[int, str]) -> bool:
    """Whether prose, furniture or nothing stands where the value would, and none on the line above."""
    above = lines[at - 1] if at else None
    if above is not None and (above.role is Role.BYLINE if labels[at] == "author" else _has_digit(above)):
        return False
    for number, below in enumerate(lines[at + 1 :], at + 1):
        if number in labels or (len(below.text) <= _SMALL and below.text.isalpha()):
            continue
        if _has_digit(below) or (below.role is Role.BYLINE and labels[at] == "author"):
            return False
        prose = below.role in _PROSE and len(below.text) >= _PARAGRAPH and below.text.endswith(_STOPS)
        return prose or (below.role is Role.BOILERPLATE and bool(below.marks))
    return True


def _has_digit(line: Line) -> bool:
    """Whether a line may hold a date."""
    return any(map(str.isdigit, line.text[:_LONGEST]))
