"""AUT010: several authors stand in one value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from validator.lexicons.fold import level
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.rules import spoken
from validator.rules.author import signed
from validator.rules.base import DeclaredRule, bad, good

_SIGNS = frozenset({",", "，", ";", "&", "/", "|", "+", "、", "；", "／"})


class MultiUnsplit(DeclaredRule):
    """Each author is a value of its own.

    Joined, the two are a third writer who wrote this one article, and neither is found under the own name.
    """

    code = "AUT010"
    severity = Severity.INFO
    examples = (
        good({"text": "El legado.", "author": "Inés Ortega y Gasset", "language": "es"}),
        good({"text": "A parede.", "author": "Leonor Silva e Sousa", "language": "pt"}),
        good({"text": "Gutshof wird Schule.", "author": "Friedrich von und zu Ohlsen", "language": "de"}),
        good({"text": "A hundred years.", "author": ["Sheila O'Rourke", "Tam McLeod"], "language": "en"}),
        bad(
            {"text": "Hafen baut aus.", "author": "Jens Petersen und Anke Lorenzen", "language": "de"},
            at=("Jens Petersen und Anke Lorenzen",),
        ),
        bad(
            {"text": "Les castors reviennent.", "author": ["Lucie Hanquet et Thomas Delvigne"], "language": "fr"},
            at=("Lucie Hanquet et Thomas Delvigne",),
        ),
        bad(
            {"text": "Noc Muzeów w Bydgoszczy.", "author": "Anna Wilk; Piotr Zając", "language": "pl"},
            at=("Anna Wilk; Piotr Zając",),
        ),
        bad({"text": "The weir.", "author": "Jane Roe, Sam Poe", "language": "en"}, at=("Jane Roe, Sam Poe",)),
        bad({"text": "The weir.", "author": "Roe, Jane; Doe, J. K.", "language": "en"}, at=("Roe, Jane; Doe, J. K.",)),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        named = [(seen, one.value) for one in signed.persons(article) for seen in one.evidence if seen.declared]
        if not named:
            yield Skip("no person is declared")
            return
        joiners = spoken.words(article).words("byline.joiners")
        for seen, group in groupby(named, key=lambda one: one[0]):
            names = [name for _, name in group]
            if (
                len(names) > 1
                and all(map(_full, names))
                and any(between in _SIGNS or between in joiners for between in _between(seen, names))
            ):
                yield self.finding(
                    f"{len(names)} authors stand in one value", article, [seen], suggestion="; ".join(names)
                )


def _full(name: str) -> bool:
    """First and last name; where names are written without a space, two characters."""
    return " " in name or signed.script(name) in ("CJK", "HIRAGANA", "KATAKANA")


def _between(seen: Evidence, names: list[str]) -> Iterator[str]:
    """What stands between each name and the next; the signs, where the value has surnames first."""
    if not all(name in seen.quote for name in names):
        yield from _SIGNS.intersection(seen.quote)
        return
    places, at = [], 0
    for name in names:
        start = seen.quote.find(name, at)
        at = start + len(name)
        places.append((start, at))
    for (_, end), (start, _) in pairwise(places):
        if start >= end:
            between = level(seen.quote[end:start])
        yield between.strip(" ,，") or between.strip()
