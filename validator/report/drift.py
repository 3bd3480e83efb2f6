"""How two drops differ, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from validator.model.counted import number
from validator.model.drift import Change, Drift
from validator.model.health import Ratio
from validator.report.safe import printable


def as_json(found: Drift) -> bytes:
    return orjson.dumps(found.model_dump(mode="json"), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_text(found: Drift) -> Iterator[bytes]:
    for line in _lines(found):
        yield f"{line.rstrip()}\n".encode("utf-8", "replace")


def _lines(found: Drift) -> Iterator[str]:
    count = number(found.old_articles, "article")
    yield f"{printable(found.old)}: {count}; {printable(found.new)}: {found.new_articles:,}"
    for word, names in (("appeared", found.appeared), ("vanished", found.vanished)):
        for name in names:
            most = next(max(one.old, one.new) for one in found.sources if one.source == name)
            yield f"  {word:<10}{_named(name)} ({most:,})"
    at: str | None = ""
    for change in found.changes:
        if change.source != at or change is found.changes[0]:
            at = change.source
            yield ""
            yield _named(at) if at is not None else "all sources"
        yield f"  {_change(change)}"
    yield ""
    few = sum(not one.tested for one in found.sources)
    yield (
        f"{number(len(found.changes), 'change')} of at least {found.least_difference:.0%} in "
        f"{number(found.tests, 'comparison')} "
        f"(Fisher's exact test, p at most {found.level:.1g}); in {few:,} of {number(len(found.sources), 'source')} "
        f"one of the drops has fewer than {number(found.least_articles, 'article')}"
    )


def _change(one: Change) -> str:
    return f"{one.kind:<14}{one.name:<32}{_share(one.old)} -> {_share(one.new)}"


def _share(one: Ratio) -> str:
    share = one.numerator / one.denominator if one.denominator else 0.0
    return f"{share:>4.0%} ({one.numerator:,}/{one.denominator:,})"


def _named(source: str) -> str:
    return printable(source) or "no source"
