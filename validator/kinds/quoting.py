"""Findings about a row that stands for others, said in the words of each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from validator.kinds.origins import SITE
from validator.kinds.times import FIELDS
from validator.lexicons.fold import fold
from validator.model.finding import Finding

_DAY_OF_URL = re.compile(r"/(\d{4}/\d\d/\d\d)/", re.ASCII)
_DOTTED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)


class Quoting:
    """The findings of a row in which forms, by the name of their column with the field, stand for values.

    ``beside`` are the texts that stand for themselves. ``quotes`` is whether a finding speaks of a form at all; it is
    ``sure`` where times and addresses only are spoken of, and by nothing but what can be told of the row itself.
    """

    def __init__(
        self, findings: Sequence[Finding], forms: Mapping[str, tuple[str, str]], beside: Sequence[str]
    ) -> None:
        self._findings = findings
        self._forms = {field: form for field, form in forms.values() if field in FIELDS or field == "url"}
        self._words = _words(self._forms)
        self._pattern = re.compile("|".join(map(re.escape, sorted(self._words, key=len, reverse=True))) or r"(?!)")
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

    def said(self, values: Mapping[str, str]) -> list[Finding]:
        """The findings about a row that has these values in its fields."""
        own = _words({field: values[field] for field in self._forms})
        words = dict(zip(self._words, own, strict=True))
        return [self._of(one, words) for one in self._findings]

    def _of(self, one: Finding, words: Mapping[str, str]) -> Finding:
        def put(text: str) -> str:
            return self._pattern.sub(lambda found: words[found[0]], text)

        return replace(
            one,
            message=put(one.message),
            evidence=tuple(replace(seen, quote=put(seen.quote)) for seen in one.evidence),
            subject=put(one.subject),
            suggestion=one.suggestion and put(one.suggestion),
        )


def _words(values: Mapping[str, str]) -> list[str]:
    """What rules say of times and addresses, one after the other: as they are, folded, without the query, their day."""
    found: list[str] = []
    for field, value in values.items():
        found += [value, fold(value)]
        if field == "url":
            bare, match = value.partition("?")[0], _DAY_OF_URL.search(value)
            found += [bare, fold(bare), match[1] if match else value]
        else:
            match = _DOTTED.fullmatch(value)
            found.append(f"{match[3]}-{match[2]}-{match[1]}" if match else value)
    return found


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
