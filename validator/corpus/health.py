"""The health of a corpus: queries over the features table, and what was derived from it for the rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import combinations

from validator.corpus.grades import graded, overall
from validator.model.corpus import Tables
from validator.model.health import (
    CorpusHealth,
    Duplicates,
    Furniture,
    Lengths,
    Ratio,
    SourceHealth,
    Together,
    Troubled,
    Unjudged,
)
from validator.model.report import FIELDS, Counts

SOURCES, LINES, ARTICLES, PAIRS = 200, 300, 20, 30  # that are named
_OF_A_SOURCE = 12  # lines
_LARGE = 5  # articles of a source that can be called one of the worst
_UNJUDGED = 0.5

_QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
_MONTHS = """
SELECT substr(CAST(published AS STRING), 1, 7), count(*) FROM articles WHERE published IS NOT NULL GROUP BY 1
"""

Failing = list[tuple[tuple[str, ...], int]]


def examine(tables: Tables, made: Collection[str], rules: Collection[str], counts: Counts) -> CorpusHealth:
    """The health of the articles in ``tables``; ``made`` are the derived tables there are, ``rules`` those asked."""
    ((articles, proper, undated),) = tables.rows(
        "SELECT count(*), count(CASE WHEN proper THEN 1 END), count(CASE WHEN published IS NULL THEN 1 END) "
        "FROM articles"
    )
    failing = sorted(
        (tuple(sorted(failed)), count)
        for failed, count in tables.rows("SELECT failed, count(*) FROM articles GROUP BY failed")
    )
    families = graded(failing, articles, rules, counts)
    grade, explanation = overall(families)
    sources, total = _sources(tables)
    return CorpusHealth(
        grade=grade,
        explanation=explanation,
        families=families,
        articles=articles,
        proper=proper,
        completeness=_completeness(tables)[None],
        languages=_languages(tables)[None],
        months=dict(sorted(tables.rows(_MONTHS))),
        undated=undated,
        lengths=_lengths(tables).get(None),
        duplicates=_duplicates(tables, made),
        furniture=_furniture(tables) if "learnt" in made else None,
        sources=sources,
        sources_total=total,
        worst_sources=_worst_sources(sources),
        worst_articles=_worst_articles(tables),
        together=_together(failing),
        unjudged=_unjudged(articles, rules, counts),
    )


def _completeness(tables: Tables) -> dict[str | None, dict[str, Ratio]]:
    """Source, or None for all -> field -> articles that have a value."""
    total: Counter[str | None] = Counter()
    filled: dict[str | None, Counter[str]] = defaultdict(Counter)
    for source, fields, count in tables.rows("SELECT source, fields, count(*) FROM articles GROUP BY source, fields"):
        for where in (source, None):
            total[where] += count
            for field in fields:
                filled[where][field] += count
    return {
        where: {field: Ratio(numerator=filled[where][field], denominator=total[where]) for field in FIELDS}
        for where in total
    }


def _languages(tables: Tables) -> dict[str | None, dict[str, int]]:
    found: dict[str | None, Counter[str]] = defaultdict(Counter)
    for source, language, count in tables.rows("SELECT source, language, count(*) FROM articles GROUP BY 1, 2"):
        for where in (source, None):
            found[where][language or "und"] += count
    return {where: dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))) for where, counts in found.items()}


def _lengths(tables: Tables) -> dict[str | None, Lengths]:
    figures = ", ".join(f"percentile_disc({share}) WITHIN GROUP (ORDER BY words)" for share in _QUANTILES)
    ask = f"min(words), {figures}, max(words), sum(CAST(words AS BIGINT)) FROM articles WHERE proper"
    rows = [(None, *row) for row in tables.rows(f"SELECT {ask} HAVING count(*) > 0")]
    rows += tables.rows(f"SELECT source, {ask} GROUP BY source")
    names = ("least", "p5", "p25", "median", "p75", "p95", "most", "total")
    return {row[0]: Lengths(**dict(zip(names, map(int, row[1:]), strict=True))) for row in rows}


def _sources(tables: Tables) -> tuple[list[SourceHealth], int]:
    """The largest sources by name, and how many there are."""
    rows = tables.rows(
        "SELECT source, count(*), count(CASE WHEN proper THEN 1 END), count(CASE WHEN errors > 0 THEN 1 END), "
        "min(published), max(published) FROM articles GROUP BY source"
    )
    largest = sorted(rows, key=lambda row: (-row[1], row[0]))[:SOURCES]
    completeness, languages, lengths = _completeness(tables), _languages(tables), _lengths(tables)
    days: dict[str, dict[str, int]] = defaultdict(dict)
    for source, day, count in sorted(
        tables.rows("SELECT source, published, count(*) FROM articles WHERE published IS NOT NULL GROUP BY 1, 2")
    ):
        days[source][day.isoformat()] = count
    sources = [
        SourceHealth(
            name=name,
            articles=articles,
            proper=proper,
            errors=Ratio(numerator=errors, denominator=articles),
            completeness=completeness[name],
            languages=languages[name],
            first=first,
            last=last,
            lengths=lengths.get(name),
            days=days[name],
        )
        for name, articles, proper, errors, first, last in sorted(largest)
    ]
    return sources, len(rows)


def _duplicates(tables: Tables, made: Collection[str]) -> Duplicates | None:
    if "bodies" not in made:
        return None
    ((compared,),) = tables.rows("SELECT count(*) FROM bodies")
    ((groups, articles),) = tables.rows(
        "SELECT count(*), coalesce(sum(n), 0) FROM "
        "(SELECT count(*) AS n FROM bodies GROUP BY body HAVING count(*) > 1) AS shared"
    )
    near = tables.rows("SELECT count(*) FROM pairs")[0][0] if "pairs" in made else None
    return Duplicates(compared=compared, exact_groups=groups, exact_articles=int(articles), near_pairs=near)


def _furniture(tables: Tables) -> list[Furniture]:
    rows = tables.rows(
        "SELECT source, text, bearers, articles FROM (SELECT *, row_number() OVER (PARTITION BY source "
        f"ORDER BY bearers DESC, text) AS place FROM learnt) AS ranked WHERE place <= {_OF_A_SOURCE} "
        f"ORDER BY 3 DESC, 1, 2 LIMIT {LINES}"
    )
    return [
        Furniture(source=source, text=text, articles=Ratio(numerator=bearers, denominator=articles))
        for source, text, bearers, articles in rows
    ]


def _worst_sources(sources: list[SourceHealth]) -> list[str]:
    large = [one for one in sources if one.articles >= _LARGE and one.errors.numerator]
    large.sort(key=lambda one: (-one.errors.numerator / one.articles, -one.articles, one.name))
    return [one.name for one in large[:ARTICLES]]


def _worst_articles(tables: Tables) -> list[Troubled]:
    names = ("article_id", "path", "record", "source", "errors", "warnings", "infos", "rules")
    rows = tables.rows(
        "SELECT id, path, record, source, errors, warnings, infos, failed FROM articles WHERE errors + warnings > 0 "
        f"ORDER BY errors DESC, warnings DESC, infos DESC, id, path, record LIMIT {ARTICLES}"
    )
    return [Troubled(**{**dict(zip(names, row, strict=True)), "rules": sorted(row[-1])}) for row in rows]


def _together(failing: Failing) -> list[Together]:
    """The pairs of rules that fail together most often."""
    each: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for rules, count in failing:
        for rule in rules:
            each[rule] += count
        for pair in combinations(rules, 2):
            both[pair] += count
    most = sorted(((pair, count) for pair, count in both.items() if count > 1), key=lambda one: (-one[1], one[0]))
    return [
        Together(first=a, second=b, both=count, first_total=each[a], second_total=each[b])
        for (a, b), count in most[:PAIRS]
    ]


def _unjudged(articles: int, rules: Collection[str], counts: Counts) -> list[Unjudged]:
    mostly: list[tuple[int, str]] = sorted(
        (-counts.skipped[rule], rule) for rule in rules if counts.skipped[rule] > _UNJUDGED * articles
    )
    return [Unjudged(rule=rule, skipped=Ratio(numerator=-less, denominator=articles)) for less, rule in mostly]
