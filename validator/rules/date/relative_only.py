"""DAT016: only the day of writing would tell the day of the news."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import BODY_ROLES, Article, Dated, DateRole, Line, Role
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.date import facts

_FR = "Le président a annoncé ce mercredi qu'il avait conclu un accord avec son homologue sur la paix en mer Noire."
_MOST = 12
# Words for tomorrow that are the morning behind these.
_MORNINGS = {
    "mañana": frozenset("la una media cada aquella".split()),
    "morgen": frozenset("am den der dem jeden jedem einem eines guten schönen nächsten folgenden de een elke".split()),
}
_OPENING = 60  # letters of a paragraph within which its dateline ends
_DASH = regex(r"[.:)]{0,2}\s?[-–—]")


class RelativeOnly(ArticleRule):
    """An article without a date must not tell its day by words like yesterday alone.

    They mean something only to those who know the day of writing. Where the time of collection is
    known it can settle a "3 hours ago"; "on Wednesday" stays open for good.
    """

    code = "DAT016"
    severity = Severity.WARNING
    silenced_by = (*NO_ARTICLE, "page.listing")
    examples = (
        good({"text": _FR, "date": "2025-02-12"}),
        good(f"Accord sur la paix\n\nPublié le 12 février 2025\n\n{_FR}"),
        good(
            "Sin focos\n\nDos aficionados siguen el partido en una mañana de lluvia, según contó uno de ellos a Isla "
            "Hoy a la salida, y el bar del puerto cerró sin vender un solo bocadillo."
        ),
        good("The treaty of 1648 ended a war that had lasted for thirty years and had laid waste to the land."),
        good("Oldmoor, February 14, 1923.—The conference, which began this morning at ten, was adjourned at five."),
        bad(f"Accord sur la paix\n\n{_FR}", at=("ce mercredi",)),
        bad(
            "На Байкале сняли запрет на выход катеров\n\nВчера, 18:40\n\nСпасатели разрешили маломерным судам "
            "выходить на Байкал: ветер стих, а волна не превышает полуметра.",
            at=("Вчера",),
        ),
        bad(
            {"text": "Der Rat der Stadt hat am Montag über den Haushalt beraten und ihn vertagt.", "date": "2025-05"},
            at=("Montag",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if facts.to_the_day(article.published.value) or facts.unread(article):
            return
        if any(_written(article, one) for one in article.dates):
            yield Skip("a dateline tells the day of writing")
            return
        seen = [one for one in article.relative if _counts(article, one)]
        if seen:
            head = [one for one in seen if _above_body(article, one)]
            severity = Severity.INFO if _dated(article) or not _sure(seen, head) else Severity.WARNING
            shown = [one.evidence for one in (head or seen)[:_MOST]]
            words = "1 word tells" if len(seen) == 1 else f"{len(seen)} words tell"
            yield self.finding(
                f"{words} the day only to those who know the day of writing", article, shown, severity=severity
            )


def _counts(article: Article, one: Dated) -> bool:
    """A word in the header or the body; a weekday that belongs to a full date tells nothing of its own."""
    line = facts.line_of(article, one)
    span = one.evidence.span
    assert span is not None
    if line is None or line.role in (Role.CAPTION, Role.CREDIT) or _is_name(article, line, one):
        return False
    return not any(
        other.moment
        and other.evidence.span
        and other.evidence.span.line == span.line
        and other.evidence.span.column <= span.column < other.evidence.span.end_column
        for other in article.dates
    )


def _is_name(article: Article, line: Line, one: Dated) -> bool:
    """Whether the word is no day: part of a name (``Isla Hoy``, ``Island TODAY``), or the morning (``una mañana``).

    In a headline every word may have a capital; there a question asks for no day (``And tomorrow?``).
    """
    span = one.evidence.span
    if span is None or one.label != "relative":
        return False
    start = article.index.start(span.line) + span.column - 1 - line.start
    end = start + span.end_column - span.column
    word, left = line.text[start:end], line.text[:start].split()[-1:]
    if line.role is Role.TITLE:
        return line.text[end:].lstrip(" \u00a0\u202f").startswith(("?", "؟", "？"))
    if not left or line.text[start - 1] != " ":
        return False
    if left[0].casefold() in _MORNINGS.get(word.casefold(), ()):
        return True
    named = word[0].isupper() and " " not in word and not line.text.isupper()
    return named and left[0][0].isupper() and left[0].isalpha()


def _above_body(article: Article, one: Dated) -> bool:
    line = facts.line_of(article, one)
    first = next((other.number for other in article.lines if other.role in BODY_ROLES and len(other.text) > 60), 0)
    return line is not None and line.number < first and line.role is not Role.TITLE


def _dated(article: Article) -> bool:
    """Whether a month, a site's clock or the URL narrows the day down."""
    return any(one.role in (DateRole.PUBLISHED, DateRole.RENDER, DateRole.URL) and one.moment for one in article.dates)


def _written(article: Article, one: Dated) -> bool:
    """Whether a paragraph opens with the place and the day of its writing: ``Oldmoor, February 14, 1923.—The …``."""
    line, span = facts.line_of(article, one), one.evidence.span
    if line is None or span is None or line.role not in BODY_ROLES or not facts.to_the_day(one.moment):
        return False
    end = article.index.start(span.line) + span.end_column - 1 - line.start
    return end <= _OPENING and _DASH.match(line.text, end) is not None


def _sure(seen: list[Dated], head: list[Dated]) -> bool:
    """More than bare weekdays of a body."""
    return bool(head) or any(one.label == "relative" for one in seen)
