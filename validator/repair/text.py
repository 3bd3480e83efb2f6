"""Repairs of the text: leaked fields, glued captions, spaces at the edges, and the site's name behind the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article, Role
from validator.model.finding import Finding
from validator.model.nulls import says_nothing
from validator.regex import regex
from validator.repair.base import Repair
from validator.repair.draft import Draft, Edit, path_of
from validator.rules.text import glued, leading_whitespace, metadata_leak
from validator.rules.title import site_suffix

_PAIR = regex(metadata_leak.PAIR)
_PARTS = regex(r"([^\W\d_]+(?:_[^\W\d_]+)?)\s*[:=]?\s*(.+)", re.DOTALL)
_DATES = frozenset("date datum fecha дата published pubdate publish_date".split())


class MetadataLeak(Repair):
    """Move a leaked date to the empty field that it is of, and drop a leaked null; a conflict stays."""

    rule = "text.metadata_leak"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        text, moved = article.text, ""
        for leak in metadata_leak.leaks(text):
            values = {_told(pair[0]) for pair in _PAIR.finditer(leak[1])}
            dates = {value for key, value in values if not says_nothing(value) and key in _DATES}
            others = any(not says_nothing(value) and key not in _DATES for key, value in values)
            # A person's name above a text may be written nowhere else.
            if not values or others or len(dates | ({moved} if moved else set())) > 1:
                continue
            date = next(iter(dates), "")
            if date and date != moved:
                known = article.declared.get("date")
                edit = Edit(draft.named("date"), date)
                empty = known is None or known.value is None or says_nothing(known.value)
                if empty and draft.can(edit):
                    moved = date
                    yield edit
                elif empty or known is None or not str(known.value).startswith(date):
                    continue
            yield Edit(draft.text, "", *_bounds(text, *leak.span()))


def _told(pair: str) -> tuple[str, str]:
    """Name and value of a leaked field."""
    match = _PARTS.fullmatch(pair)
    return (match[1].casefold(), match[2].strip()) if match else ("", pair)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """A leak with the spaces around it; with its line and the blank ones below where nothing else stands there."""
    while end < len(text) and text[end] in " \t\u00a0":
        end += 1
    if end == len(text) or text[end] in "\r\n":
        while end < len(text) and text[end].isspace():
            end += 1
    return start, end


class Glued(Repair):
    """A space before the label of a picture; of two glued sentences nobody knows what stood between them."""

    rule = "text.glued"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        for start, _ in glued.labels(article.text):
            yield Edit(draft.text, " ", start, start)


class LeadingWhitespace(Repair):
    """Drop the spaces at the edges of lines; in Markdown they mean something."""

    rule = "text.leading_whitespace"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:  # noqa: ARG002
        if article.location.path.lower().endswith((".md", ".markdown")):
            return
        for start, end in leading_whitespace.edges(article):
            yield Edit(draft.text, "", start, end)


class SiteSuffix(Repair):
    """Cut the site's name off the title, where the outlet or the address tells that it is one."""

    rule = "title.site_suffix"

    def edits(self, draft: Draft, article: Article, finding: Finding) -> Iterator[Edit]:
        names = site_suffix.names_of_site(article)
        printed = next(article.with_role(Role.TITLE), None)
        for seen in finding.evidence:
            path = path_of(seen.locator)
            if seen.span is not None and printed is not None and (at := site_suffix.suffix(printed.text, names)):
                kept = printed.text[:at].rstrip()
                yield Edit(draft.text, "", printed.start + len(kept), printed.end)
            elif path is not None and draft.value(path) == seen.quote and (at := site_suffix.suffix(seen.quote, names)):
                yield Edit(path, "", len(seen.quote[:at].rstrip()), len(seen.quote))
