"""ENC002: letters were lost in decoding."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.rules.base import ArticleRule, bad, good
from validator.rules.encoding import fields

_LOST = "\ufffd"


class ReplacementChar(ArticleRule):
    """Every letter of a text can be read.

    The replacement character stands where a decoder gave up. What it replaced is lost for good: names are
    cut in two, and only a new collection brings them back.
    """

    code = "ENC002"
    severity = Severity.ERROR
    examples = (
        good("Le signe « \ufffd » remplace un caractère illisible, rappelle le guide distribué lundi aux archivistes."),
        good("Unicode calls “\ufffd” the replacement character; the museum sells it on a mug."),
        good("Знак «\ufffd» означает, что букву прочесть не удалось, объясняет хранитель музея почты."),
        bad("Toen Tammin\ufffda het las, was het stil in Leeuwar\ufffden.", at=("Tammin\ufffda", "Leeuwar\ufffden")),
        bad({"text": "Rada obradowała w poniedziałek.", "author": ["Ewa Kubi\ufffd"]}, at=("Ewa Kubi\ufffd",)),
        bad("\ufffdويل دولي", at=("\ufffdويل",)),
        bad("Der Stadtrat hat beschlossen, die Br\ufffdcke zu schließen.", at=("Br\ufffdcke",)),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        lost = text.count(_LOST)
        places = [place for place in _words(text) if any(one.isalnum() for one in text[slice(*place)])] if lost else []
        declared = [(value, seen) for value, seen in fields.texts(article) if _LOST in value]
        if places or declared:
            lost += sum(value.count(_LOST) for value, _ in declared)
            seen = [*(article.at(*place) for place in places[:12]), *(one for _, one in declared)]
            yield self.finding(f"{lost} letter(s) lost in decoding", article, seen)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """The words that hold a lost letter."""
    end = 0
    while (at := text.find(_LOST, end)) >= 0:
        start = end = at
        while start > 0 and _joins(text[start - 1]):
            start -= 1
        while end < len(text) and _joins(text[end]):
            end += 1
        yield start, end


def _joins(letter: str) -> bool:
    return letter == _LOST or letter.isalnum()
