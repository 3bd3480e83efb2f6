"""Findings about a row that stands for others, said in the words of each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from validator.kinds.origins import SITE
from validator.kinds.times import FIELDS
from validator.lexicons.fold import fold
from validator.model.finding import Finding
from validator.model.place import Location
from validator.regex import regex

_DAY_OF_URL = regex(r"/(\d{4}/\d\d/\d\d)/", re.ASCII)
_DOTTED = regex(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)
Way = Callable[[str], str]


class Quoting:
    """The findings of a row in which forms, by the name of their column with the field, stand for values.

    ``beside`` are the texts that stand for themselves. ``quotes`` is whether a finding speaks of a form at all; it is
    ``sure`` where times and addresses only are spoken of, and by nothing but what can be told of the row itself.
    """

    def __init__(
        self, findings: Sequence[Finding], forms: Mapping[str, tuple[str, str]], beside: Sequence[str]
    ) -> None:
        self._forms = {field: form for field, form in forms.values() if field in FIELDS or field == "url"}
        self._words = {way(form): (field, way) for field, form in self._forms.items() for way in _ways(field)}
        longest_first = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile(f"({'|'.join(map(re.escape, longest_first))})" if longest_first else r"(?!)")
        parts = [*_parts(self._forms), *(form for field, form in forms.values() if field not in self._forms)]
        spoken = [word for one in findings for word in _spoken(one)]
        located = {_column(seen.locator) for one in findings for seen in one.evidence}
        self.quotes = not located.isdisjoint(forms) or any(part in word for part in parts for word in spoken)
        named = {name for name, (field, _) in forms.items() if field not in self._forms}
        rest = [*(self._pattern.sub("", word) for word in spoken), *beside]
        ordered = len({one.rule for one in findings}) == len(findings)  # those of one rule stand by what they quote
        told = located.isdisjoint(named) and not any(part in word for part in parts for word in rest)
        single = len({*self._forms.values()}) == len(self._forms)  # a word that stands for one value only
        self.sure = ordered and told and single
        self._said = [(one, [*map(self._pattern.split, _spoken(one))]) for one in findings]

    def said(self, values: Mapping[str, str], place: Location, article_id: str) -> list[Finding]:
        """The findings about a row that has these values in its fields."""
        return [self._of(one, texts, values, place, article_id) for one, texts in self._said]

    def _of(
        self, one: Finding, texts: list[list[str]], values: Mapping[str, str], place: Location, article_id: str
    ) -> Finding:
        message, subject, suggestion, *quotes = (self._put(text, values) for text in texts)
        evidence = (
            seen if seen.quote == quote else replace(seen, quote=quote)
            for seen, quote in zip(one.evidence, quotes, strict=True)
        )
        return replace(
            one,
            location=place,
            article_id=article_id,
            message=message,
            evidence=tuple(evidence),
            subject=subject,
            suggestion=one.suggestion and suggestion,
        )

    def _put(self, text: list[str], values: Mapping[str, str]) -> str:
        """A text, parted at the words that stand for values, with the values of a row."""
        if len(text) == 1:
            return text[0]
        told = [*text]
        for at in range(1, len(text), 2):
            field, way = self._words[text[at]]
            told[at] = way(values[field])
        return "".join(told)


def _ways(field: str) -> tuple[Way, ...]:
    """What rules say of an address or a time: it as it is, folded, without the query, its day."""
    return (str, fold, _bare, _folded_bare, _day_of_url) if field == "url" else (str, fold, _day)


def _bare(url: str) -> str:
    return url.partition("?")[0]


def _folded_bare(url: str) -> str:
    return fold(_bare(url))


def _day_of_url(url: str) -> str:
    match = _DAY_OF_URL.search(url)
    return match[1] if match else url


def _day(written: str) -> str:
    match = _DOTTED.fullmatch(written)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else written


def _parts(forms: Mapping[str, str]) -> Iterator[str]:
    """What is found of forms in a finding that speaks of them otherwise than by their words."""
    for field, form in forms.items():
        if field in FIELDS:
            yield form[3:] if _DOTTED.fullmatch(form) else form[:7]
        else:
            yield from (form.partition("?")[0], *([SITE.split("/")[2]] if form.startswith(SITE) else []))
            yield from (found[:7] for found in _DAY_OF_URL.findall(form))


def _spoken(finding: Finding) -> Iterator[str]:
    yield from (finding.message, finding.subject, finding.suggestion or "")
    yield from (seen.quote for seen in finding.evidence)


def _column(locator: str | None) -> str:
    return (locator or "").removeprefix("$.").split(".")[0].split("[")[0]
