"""ENC010: letters and their accents are separate characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_COMPOSED = regex("[^\\W\\d_][\u0300-\u036f\u0653-\u0655\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


class NotNfc(ArticleRule):
    """A letter with its accent is one character (Unicode's form C).

    In two characters it looks the same and is another: equal words differ, searches miss, and lengths are
    wrong.
    """

    code = "ENC010"
    severity = Severity.INFO
    triggers = frozenset(map(chr, (*range(0x300, 0x370), 0x653, 0x654, 0x655, 0x3099, 0x309A, *range(0x1161, 0x1176))))
    fixable = True
    examples = (
        good("Ångström, naïveté, Đà Nẵng, Київ, が, 서울: everything in one piece, and μ\u0304 has no other form."),
        good("神社の\ufa19職、\u212bの単位、क\u093cलम।"),
        good("Die Bürger von Köln hören Dvořák, essen Crème brûlée und fahren dann mit der Fähre nach Århus weiter."),
        good("Hội đồng thành phố đã thông qua ngân sách cho năm tới sau ba giờ tranh luận về trường học và đường sá."),
        bad("Le cafe\u0301 de l'e\u0301te\u0301", at=("cafe\u0301", "e\u0301te\u0301")),
        bad("Полтавський короваи\u0306", at=("короваи\u0306",)),
        bad("か\u3099っこう", at=("か\u3099っこう",)),
        bad(
            "Der Stadtrat von Wu\u0308rzburg hat am Montag beschlossen, die Bru\u0308cke für zwei Jahre zu schließen.",
            at=("Wu\u0308rzburg", "Bru\u0308cke"),
        ),
        bad(
            "La sen\u0303ora Pen\u0303a volvió ayer a abrir la panadería que su abuelo fundó en la plaza del pueblo.",
            at=("sen\u0303ora", "Pen\u0303a"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            return
        found = parted(text)
        if not found:
            return
        places: list[tuple[int, int]] = []
        for place in (_word(text, *one) for one in found):
            if not places or places[-1] != place:
                places.append(place)
        message = f"{len(found)} letter(s) with a separate accent"
        yield self.finding(message, article, [article.at(*place) for place in places[:12]])


def parted(text: str) -> list[tuple[int, int]]:
    """Where a letter and its accents stand that are one character in form C."""
    return [match.span() for match in _COMPOSED.finditer(text) if _shrinks(match[0])]


def _shrinks(letters: str) -> bool:
    return len(unicodedata.normalize("NFC", letters)) < len(letters)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _joins(text[start - 1]):
        start -= 1
    while end < len(text) and _joins(text[end]):
        end += 1
    return start, end


def _joins(letter: str) -> bool:
    return letter.isalpha() or unicodedata.combining(letter) > 0
