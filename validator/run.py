"""The whole house on one page: paths are read, records normalised, articles judged, a report comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from validator.check.judge import Judge
from validator.check.select import choose
from validator.config import load
from validator.config.models import Profile
from validator.errors import InputError
from validator.model.article import Article
from validator.model.report import FIELDS, Report
from validator.normalise.article import normalise
from validator.read.paths import Drop, expand
from validator.read.records import read

Tick = Callable[[int], None]


def check(  # noqa: PLR0913 - the options of the command
    paths: Sequence[str],
    profile: Profile,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    as_of: str | None = None,
    tick: Tick | None = None,
) -> Report:
    """Judge every article of the paths by a profile. Raises InputError where there is nothing to read."""
    known = [name for names in load.record_map(profile.record_map).names.values() for name in names]
    judge = Judge(choose(profile, select, ignore, known))
    report = Report(profile.name)
    files: set[str] = set()
    for article in articles(paths, profile, as_of):
        verdict = judge.judge(article)
        report.findings += verdict.findings
        report.articles += 1
        files.add(article.location.path)
        for rule, outcome in verdict.outcomes.items():
            report.outcomes.setdefault(rule, Counter())[outcome] += 1
        report.filled.update(_filled(article))
        if tick is not None:
            tick(report.articles)
    report.files = len(files)
    return report


def articles(paths: Sequence[str], profile: Profile, as_of: str | None = None) -> Iterator[Article]:
    """Every article of the paths with all its facts, in the order of the input."""
    drops = list(expand(paths))
    _insist(drops)
    names = load.record_map(profile.record_map).names
    for record in read(drops, names):
        yield normalise(record, as_of, profile.language.engine)


def _insist(drops: list[Drop]) -> None:
    if all(drop.problem for drop in drops):
        raise InputError("; ".join(f"{drop.path}: {drop.problem}" for drop in drops) or "no input")


def _filled(article: Article) -> list[str]:
    """The fields of the completeness table that an article has a value for."""
    values = (
        article.title.value,
        article.published.value,
        article.authors,
        article.language.declared,
        article.source.value,
        article.url.value,
        article.credits,
        any(credit.licence for credit in article.credits),
    )
    return [name for name, value in zip(FIELDS, values, strict=True) if value]
