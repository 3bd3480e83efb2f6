"""A profile proposed from what a corpus holds, each line with the figures that it stands on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import floor

from validator.model.corpus import Tables
from validator.model.counted import number
from validator.model.report import FIELDS

REQUIRED, RECOMMENDED = 0.95, 0.6  # of the articles
_LEAST = 20  # articles of a source whose coverage is a threshold
_SLACK = 0.05  # below what the poorest source has
_RARE = 0.005  # of the articles, below which a language is taken for a slip
_SOURCES = 200
COLUMNS = ("source", "host", "fields", "language", "modified", "collected", "proper")
"""Of ``articles``, those that are looked at."""
_ALWAYS = {"text": "proper", "crawled_at": "collected IS NOT NULL", "date_modified": "modified IS NOT NULL"}


def proposed(tables: Tables, name: str, guessed: Mapping[str, str], record_map: str | None) -> Iterator[str]:
    """The lines of the profile; ``record_map`` is the file that holds the names that were guessed."""
    ((articles,),) = tables.rows("SELECT count(*) FROM articles")
    shown = number(articles, "article")
    yield f"# Proposed by copydesk init from {shown}; the figures are those of that corpus."
    yield f"name: {json.dumps(name)}"
    yield f"description: {json.dumps(f'What {name} holds, by {shown}.')}"
    for field, found in sorted(guessed.items()):
        yield f"# {field} stands under {_safe(found)}, a name that the default record map does not know"
    if record_map is not None:
        yield f"record_map: {json.dumps(record_map)}"
    yield from _fields(tables, articles)
    yield from _coverage(tables)
    yield from _languages(tables, articles)
    yield from _sources(tables)


def records(base: Mapping[str, Sequence[str]], guessed: Mapping[str, str], name: str) -> Iterator[str]:
    """The lines of a record map: the default one, the guessed names first."""
    yield f"name: {json.dumps(name)}"
    yield "fields:"
    for field, names in base.items():
        own = [guessed[field]] if field in guessed else []
        yield f"  {field}: {json.dumps([*own, *names], ensure_ascii=False)}"


def _fields(tables: Tables, articles: int) -> Iterator[str]:
    filled = Counter(dict.fromkeys((*_ALWAYS, *FIELDS), 0))
    for fields, count in tables.rows("SELECT fields, count(*) FROM articles GROUP BY fields"):
        for field in fields:
            filled[field] += count
    for field, condition in _ALWAYS.items():
        ((filled[field],),) = tables.rows(f"SELECT count(*) FROM articles WHERE {condition}")
    levels: dict[str, list[str]] = {"required": [], "recommended": [], "optional": []}
    for field in sorted(filled, key=lambda one: (-filled[one], one)):
        share = filled[field] / articles if articles else 0.0
        level = "required" if share >= REQUIRED else "recommended" if share >= RECOMMENDED else "optional"
        levels[level].append(field)
    yield f"# required from {REQUIRED:.0%} of the articles, recommended from {RECOMMENDED:.0%}"
    yield "fields:"
    for level, fields in levels.items():
        yield f"  {level}:{'' if fields else ' []'}"
        for field in fields:
            yield f"    - {field}  # {filled[field]:,} of {articles:,}"


def _coverage(tables: Tables) -> Iterator[str]:
    """For fields that every large source has mostly: what the poorest has, less some slack."""
    total: dict[str, int] = dict(tables.rows("SELECT source, count(*) FROM articles GROUP BY source"))
    large = sorted(source for source, count in total.items() if source and count >= _LEAST)
    if not large:
        return
    filled: Counter[tuple[str, str]] = Counter()
    for source, fields, count in tables.rows("SELECT source, fields, count(*) FROM articles GROUP BY 1, 2"):
        for field in fields:
            filled[source, field] += count
    yield f"# what the poorest source of at least {_LEAST} articles has, less {_SLACK:.0%}"
    yield "coverage:"
    for field in FIELDS:
        poorest = min(large, key=lambda one: (filled[one, field] / total[one], one))
        share = filled[poorest, field] / total[poorest]
        floor_ = max(0.0, floor(100 * (share - _SLACK)) / 100)
        yield f"  {field}: {floor_:g}  # {_safe(poorest)}: {filled[poorest, field]:,} of {total[poorest]:,}"


def _languages(tables: Tables, articles: int) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for language, count in tables.rows("SELECT language, count(*) FROM articles WHERE language IS NOT NULL GROUP BY 1"):
        counts[language.partition("-")[0].lower()] += count
    kept = sorted(
        (one for one in counts if counts[one] >= max(2, _RARE * articles)), key=lambda one: (-counts[one], one)
    )
    yield f"languages:{'' if kept else ' []'}"
    for language in kept:
        yield f"  - {json.dumps(language)}  # {counts[language]:,} of {articles:,}"


def _sources(tables: Tables) -> Iterator[str]:
    rows = tables.rows("SELECT source, host, count(*) FROM articles WHERE source <> '' GROUP BY 1, 2")
    total: Counter[str] = Counter()
    hosts: dict[str, Counter[str]] = {}
    for source, host, count in rows:
        total[source] += count
        hosts.setdefault(source, Counter())[host] += count
    largest = sorted((one for one in total if total[one] > 1), key=lambda one: (-total[one], one))[:_SOURCES]
    yield f"sources:{'' if largest else ' []'}"
    for source in sorted(largest):
        own = [json.dumps(host) for host, count in sorted(hosts[source].items()) if host and count > 1]
        yield f"  - name: {json.dumps(source, ensure_ascii=False)}  # {total[source]:,}"
        if own:
            yield f"    hosts: [{', '.join(own)}]"


def _safe(text: str) -> str:
    """Text that can stand in a comment."""
    return json.dumps(text, ensure_ascii=False)
