"""Two drops beside one another: which shares have changed by more than chance makes them change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from validator.model.corpus import Tables
from validator.model.drift import Change, Drift, Kind, SourceVolume
from validator.model.health import Ratio
from validator.model.report import FIELDS
from validator.rules.chance import LEVEL, apart

LEAST = 20  # articles of a source in each drop
DIFFERENCE = 0.05  # of two shares, below which nobody minds
Told = tuple[Kind, str]


COLUMNS = ("source", "fields", "failed", "skipped", "language", "words", "proper")
"""Of ``articles`` and ``earlier``, those that are looked at."""
# What an article says, counted where the tables are: in how many combinations, grows with the drop.
_SAID: dict[Kind, str] = {
    "completeness": "unnest(fields)",
    "language": "coalesce(nullif(language, ''), 'und')",
    "rule": "unnest(failed)",
}
_COMPLETENESS: tuple[Told, ...] = tuple(("completeness", name) for name in FIELDS)


class _Side(Struct):
    """Of one source in one drop: articles, and how many of how many say what."""

    articles: int = 0
    hits: Counter[Told] = field(default_factory=Counter)
    tries: Counter[Told] = field(default_factory=Counter)
    skips: Counter[Told] = field(default_factory=Counter)

    def of(self, told: Told) -> Ratio:
        every = self.tries[told] if told[0] == "length" else self.articles - self.skips[told]
        return Ratio(numerator=self.hits[told], denominator=every)


def drift(tables: Tables, old: str, new: str) -> Drift:
    """How ``articles`` differ from ``earlier``; ``old`` and ``new`` are what the two are called."""
    medians = _medians(tables)
    before, after = _sides(tables, "earlier", medians), _sides(tables, "articles", medians)
    names = sorted({name for name in {**before, **after} if name is not None})
    asked = list(_asked(before, after))
    level = LEVEL / max(1, len(asked))
    changes = [one for one in asked if one.p <= level and abs(_share(one.new) - _share(one.old)) >= DIFFERENCE]
    return Drift(
        old=old,
        new=new,
        old_articles=before[None].articles,
        new_articles=after[None].articles,
        appeared=[name for name in names if name not in before],
        vanished=[name for name in names if name not in after],
        sources=[
            SourceVolume(
                source=name,
                old=before.get(name, _Side()).articles,
                new=after.get(name, _Side()).articles,
                tested=min(before.get(name, _Side()).articles, after.get(name, _Side()).articles) >= LEAST,
            )
            for name in names
        ],
        tests=len(asked),
        level=level,
        least_articles=LEAST,
        least_difference=DIFFERENCE,
        changes=changes,
    )


def _asked(before: dict[str | None, _Side], after: dict[str | None, _Side]) -> Iterator[Change]:
    """Every question there are enough articles for, answered."""
    for source in sorted({**before, **after}, key=lambda one: (one is not None, one or "")):
        old, new = before.get(source, _Side()), after.get(source, _Side())
        every, later = before[None].articles, after[None].articles
        if source is not None and min(every, later) >= LEAST and old.articles + new.articles >= LEAST:
            was = Ratio(numerator=old.articles, denominator=every)
            yield _change(source, ("volume", "articles"), was, Ratio(numerator=new.articles, denominator=later))
        if min(old.articles, new.articles) < LEAST:
            continue
        told: set[Told] = {*old.hits, *new.hits, *_COMPLETENESS}
        for one in sorted(told):
            pair = old.of(one), new.of(one)
            if min(side.denominator for side in pair) >= LEAST:
                yield _change(source, one, *pair)


def _change(source: str | None, told: Told, old: Ratio, new: Ratio) -> Change:
    p = apart(old.numerator, old.denominator, new.numerator, new.denominator)
    return Change(source=source, kind=told[0], name=told[1], old=old, new=new, p=float(f"{p:.3g}"))


def _medians(tables: Tables) -> dict[str | None, int]:
    """Source -> median words of its earlier articles."""
    ask = "percentile_disc(0.5) WITHIN GROUP (ORDER BY words) FROM earlier WHERE proper"
    rows: list[tuple[str | None, int | None]] = [(None, one) for (one,) in tables.rows(f"SELECT {ask}")]
    rows += tables.rows(f"SELECT source, {ask} GROUP BY source")
    return {source: median for source, median in rows if median is not None}


def _sides(tables: Tables, table: str, medians: dict[str | None, int]) -> dict[str | None, _Side]:
    sides: dict[str | None, _Side] = {None: _Side()}
    for source, count in tables.rows(f"SELECT source, count(*) FROM {table} GROUP BY 1"):
        sides.setdefault(source, _Side()).articles += count
        sides[None].articles += count
    for kind, said in _SAID.items():
        for source, name, count in tables.rows(f"SELECT source, {said}, count(*) FROM {table} GROUP BY 1, 2"):
            for side in (sides[None], sides[source]):
                side.hits[kind, name] += count
    for source, rule, count in tables.rows(f"SELECT source, unnest(skipped), count(*) FROM {table} GROUP BY 1, 2"):
        for side in (sides[None], sides[source]):
            side.skips["rule", rule] += count
    _lengths(tables, table, medians, sides)
    return sides


def _lengths(tables: Tables, table: str, medians: dict[str | None, int], sides: dict[str | None, _Side]) -> None:
    """How many articles are shorter than the old median: about half of them, as long as nothing changes."""
    for source, words, count in tables.rows(f"SELECT source, words, count(*) FROM {table} WHERE proper GROUP BY 1, 2"):
        for where in (source, None):
            if where in medians:
                told: Told = ("length", "below the old median")
                sides[where].tries[told] += count
                sides[where].hits[told] += count * (words < medians[where])


def _share(ratio: Ratio) -> float:
    return ratio.numerator / ratio.denominator if ratio.denominator else 0.0
