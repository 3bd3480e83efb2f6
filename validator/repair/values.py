"""Repairs of what a record declares: nulls, dates, addresses, language tags and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.model.article import Article, Moment, Precision
from validator.model.finding import Finding
from validator.model.nulls import says_nothing
from validator.regex import regex
from validator.repair.base import Repair
from validator.repair.draft import Draft, Edit, Path, path_of
from validator.rules.language import tags
from validator.rules.source import url_noncanonical

_TIME = regex(r"\d[:h時时]\s?\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_SURE = 0.9  # of a detector, from which its language may be written down


def _paths(draft: Draft, finding: Finding) -> Iterator[tuple[Path, Any]]:
    """The declared values that a finding is about, each with its path."""
    for seen in finding.evidence:
        path = path_of(seen.locator) if seen.origin == "record" else None
        if path is not None:
            yield path, draft.value(path)


class NullEquivalent(Repair):
    """Write null for a word for nothing; an object with more in it than a name stays."""

    rule = "schema.null_equivalent"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for path, _ in _paths(draft, finding):
            whole = draft.value(path[:1])
            others = [value for key, value in whole.items() if key != "name"] if isinstance(whole, dict) else [whole]
            if all(one is None or says_nothing(one) for one in others):
                yield Edit(path[:1], None)


class NonstandardFormat(Repair):
    """Write a date that can be read in one way only as ISO 8601, as precise as it is and no more."""

    rule = "date.nonstandard_format"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        seen = finding.evidence[0]
        moment = next((one.moment for one in article.dates if one.evidence == seen), None)
        for path, value in _paths(draft, finding):
            if isinstance(value, str) and moment is not None and _is_whole(moment, value):
                yield Edit(path, moment.value)


def _is_whole(moment: Moment, written: str) -> bool:
    """Whether nothing that a date says is lost in its value: another reading, a time, a time zone."""
    timed = moment.precision in (Precision.MINUTE, Precision.SECOND)
    if moment.other is not None or (_TIME.search(written) and not timed):
        return False
    zone = re.search(r"(?:\d|[ap]\.?m\.?)\s*\(?([A-Z]{2,5}|[+-]\d\d:?\d\d)\)?\s*$", written)
    return zone is None or not timed or moment.zoned or zone[1] in ("AM", "PM")


class UrlNoncanonical(Repair):
    """Drop tracking parameters and places within a page from an address."""

    rule = "source.url_noncanonical"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for path, value in _paths(draft, finding):
            if isinstance(value, str):
                yield Edit(path, url_noncanonical.clean(value))


class InvalidTag(Repair):
    """Write the tag that a locale, a country's code or a language's name means, unless the text is in another one."""

    rule = "language.invalid_tag"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        for path, value in _paths(draft, finding):
            meant = tags.posix(value.strip()) or tags.meant(value) if isinstance(value, str) else None
            if meant and article.language.value in (None, tags.primary(meant)):
                yield Edit(path, meant)


class Prefix(Repair):
    """Drop the byline's "By" from an author's name."""

    rule = "author.prefix"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for path, value in _paths(draft, finding):
            if isinstance(value, str) and finding.suggestion and value.rstrip().endswith(finding.suggestion):
                yield Edit(path, finding.suggestion)


class Undeclared(Repair):
    """Declare the language that the text was found to be in."""

    rule = "language.undeclared"
    safe = False

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        if article.language.value and article.language.confidence >= _SURE:
            yield Edit(draft.named("language"), article.language.value)


class WrongType(Repair):
    """Write a number where text is wanted as text."""

    rule = "schema.wrong_type"
    safe = False

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for path, value in _paths(draft, finding):
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                yield Edit(path, str(value))
