"""ENC009: several kinds of quotation marks are mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic import Field

from validator.model.article import Article, Line, Role
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.told import signs

_CLOSED_BY = {"«": "»", "»": "«", "„": "“”", "“": "”", '"': '"', "「": "」"}
_MARK = regex('[«»„“"「]')
_MARKS = frozenset(_CLOSED_BY)
_SAID = 5  # words from which a quotation is what somebody said
_TEXT = frozenset({Role.LEAD, Role.BODY})


class MixedQuotes(ArticleRule):
    """One text quotes with one pair of marks, and a second one within quotations.

    Several pairs side by side tell that the text was joined from several sources, and make who said what
    hard to tell for a program.
    """

    code = "ENC009"
    severity = Severity.INFO
    examples = (
        good("«Учитель говорил: „Полюби грязь“, — и “цветок” тоже», — вспоминает она. «Да», — говорит он."),
        good("“We go on,” she said. “Always.” The correction, 'Mayor Well', stands beside 27\" and 32\" screens."),
        bad(
            '«Reconocimos los versos», explica la filóloga. "No queríamos un museo", dice; «y la hemos encontrado», '
            'concluye ella, "por fin".',
            at=('"No queríamos un museo"', '"por fin"'),
        ),
        good("«On avance, et on avancera toujours», dit le patron, dont le bateau s'appelle “Petit Louis”."),
        bad(
            "«Antes vendía en la vereda y corría mucho», recuerda ella. “Ahora pago dos dólares y duermo tranquila”.",
            at=("“Ahora pago dos dólares y duermo tranquila”",),
        ),
        bad(
            "“Ohne Druck geht nichts”, sagte sie. „Wir warten“, rief ein Fahrer, »wir kommen wieder«, ein anderer.",
            at=("„Wir warten“", "»wir kommen wieder«"),
        ),
    )

    least: int = Field(default=2, gt=0, description="Quotations in each of two pairs; of three pairs one each will do.")

    def check(self, article: Article) -> Iterator[Finding]:
        if len(article.once(signs) & _MARKS) + ('"' in article.text) < 2:
            return
        systems: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for line in article.lines:
            if line.role in _TEXT:
                for opening, start, end in _quotations(line):
                    systems[opening].append((line.start + start, line.start + end))
        often = [
            opening for opening, places in systems.items() if len(places) >= self.least or _is_speech(article, places)
        ]
        if len(often) > 1 or len(systems) > 2:
            main = max(systems, key=lambda opening: len(systems[opening]))
            others = sorted(place for opening, places in systems.items() if opening != main for place in places)
            message = f"{len(systems)} pairs of quotation marks: {', '.join(sorted(systems))}"
            yield self.finding(message, article, [article.at(*place) for place in others[:12]])


def _is_speech(article: Article, places: list[tuple[int, int]]) -> bool:
    """Whether a quotation is a sentence that somebody said; a title or a single word may stand in other marks."""
    return any(len(article.text[start:end].split()) >= _SAID for start, end in places)


def _quotations(line: Line) -> Iterator[tuple[str, int, int]]:
    """The outermost quotations of a line: opening mark, start and end."""
    text, free = line.text, 0
    for match in _MARK.finditer(text):
        at = match.start()
        if at >= free and _opens(text, at):
            ends = [end for mark in _CLOSED_BY[text[at]] if (end := text.find(mark, at + 1)) > at]
            if ends:
                free = min(ends) + 1
                yield text[at], at, free


def _opens(text: str, at: int) -> bool:
    """A mark opens before a word and not behind one, so that inches and closing marks do not."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in "«「“„":
        return bool(after)
    return not before.isalnum() and before not in ".,!?…" and after.isalnum() if before else after.isalnum()
