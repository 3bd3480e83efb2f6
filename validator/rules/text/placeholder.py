"""TXT008: the text holds filler text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good
from validator.rules.text.phrases import places

# What a server or a template put in the place of a value; nobody writes that by chance.
_UNFILLED = regex(
    r"\[an error occurred while processing this directive\]|\[object Object\]|\{\{\s?[a-z_][\w.|\- ]{1,40}\s?\}\}",
    re.IGNORECASE,
)
_OPENING = "{{"  # what calls the rule, and is no phrase by itself


class Placeholder(ArticleRule):
    """What is published has been written.

    Filler text is a template that somebody forgot. It is no language, no news, and the same on thousands
    of pages.
    """

    code = "TXT008"
    severity = Severity.ERROR
    triggers = frozenset({"text.fillers"})
    examples = (
        good("Lorem ipsum past volgens de bakker niet op een taart van dertig centimeter, en dat zegt hij al jaren."),
        good("The setters' old favourite, “Lorem ipsum dolor sit amet”, comes from Cicero, the exhibition explains."),
        good("Художник собрал из плиток фразу «Lorem ipsum dolor sit amet», и прохожие уверены, что это девиз города."),
        bad(
            "Noc Muzeów w Bydgoszczy\n\nPonad 40 tysięcy osób odwiedziło w sobotę muzea i galerie w Bydgoszczy.\n\n"
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            at=("Lorem ipsum", "dolor sit amet", "consectetur adipiscing"),
        ),
        bad(
            "Der Rat tagt\n\nLorem ipsum ist hier noch zu ersetzen. Hier steht der Text, der noch kommt.",
            at=("Lorem ipsum", "Hier steht der Text"),
        ),
        good("Editors mark such a sentence with “{{citation needed}}”, and readers have learnt to smile at it."),
        bad(
            "[an error occurred while processing this directive]\n\nPony found\n\nA runaway pony has been found after "
            "travelling forty miles from home, the RSPCA said.\n\nMore about {{ article.place }}",
            at=("[an error occurred while processing this directive]", "{{ article.place }}"),
        ),
        bad(
            "老市场将修缮\n\n市议会周一决定修缮老城的旧市场，预算九百万元。\n\nLorem ipsum dolor sit amet, consectetur "
            "adipiscing elit.",
            at=("Lorem ipsum", "dolor sit amet", "consectetur adipiscing"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        main, text = article.language.main, article.text
        sure = {place for match in _UNFILLED.finditer(text) if not _quoted(text, (place := match.span())[0])}
        found = places(text, "text.fillers", *((main, "en") if main else ()))
        kept = [place for place in found if text[slice(*place)] != _OPENING and not _quoted(text, place[0])]
        if sure or len({text[start:end].lower() for start, end in kept}) > 1:
            evidence = [article.at(*place) for place in sorted(sure.union(kept))[:12]]
            yield self.finding(f"{len(evidence)} phrases of filler text", article, evidence)


def _quoted(text: str, start: int) -> bool:
    """Whether a quotation is open at an offset of its line."""
    head = text[text.rfind("\n", 0, start) + 1 : start]
    pairs = (("«", "»"), ("“", "”"), ("„", "“"), ("「", "」"), ("『", "』"))
    return any(head.rfind(left) > head.rfind(right) for left, right in pairs) or head.count('"') % 2 == 1
