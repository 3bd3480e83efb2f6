"""The corpus of a run on one machine: features as they come, and the corpus rules asked at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from validator.check.suppress import Origin
from validator.config.models import Profile
from validator.corpus.survey import Asked, survey
from validator.model.finding import Finding
from validator.model.gate import GateResult
from validator.model.listing import Listing
from validator.model.report import Counts, Report
from validator.rules.base import ArticleRule, Rule

if TYPE_CHECKING:  # a run over a single article opens no database, and few describe their corpus
    from validator.engines.duck import Duck
    from validator.engines.store import Store
    from validator.gates.verdict import Run
    from validator.model.health import CorpusHealth

_A_CORPUS = 2  # articles


class Many:
    """Takes the features of articles, as far as columns are asked; DuckDB is opened at the second one. To be closed."""

    def __init__(self, asked: Sequence[Asked], columns: Sequence[str], jobs: int, store: str | None = None) -> None:
        self._asked = asked
        self._columns = columns
        self._jobs = jobs
        self._waiting: list[bytes] = []
        self._tables: Duck | None = None
        self._made: frozenset[str] = frozenset()
        self._store = self._shelf(store) if store is not None else None

    def add(self, features: bytes, articles: int) -> None:
        """The features of a piece; ``articles`` is how many there are by now."""
        if not self._columns:
            return
        self._waiting.append(features)
        if articles >= _A_CORPUS or self._store is not None:
            self._take_in()

    def survey(self, articles: int) -> tuple[list[Finding], Counts]:
        """Findings and counts of the corpus rules; a single article is no corpus and skips them all."""
        if self._tables is not None:
            self._tables.flush()
        if self._tables is None or articles < _A_CORPUS:
            counts = Counts()
            rules: list[Rule] = [rule for rule, _ in self._asked]
            counts.skipped.update({one.rule_name(): articles for one in rules if not isinstance(one, ArticleRule)})
            return [], counts
        found, counts, self._made = survey(self._tables, self._asked)
        return found, counts

    def health(self, report: Report) -> CorpusHealth | None:
        """How the corpus is, after ``survey``; None where there is none."""
        if self._tables is None or report.articles < _A_CORPUS:
            return None
        from validator.corpus.health import examine

        return examine(self._tables, self._made, report.rules, report.counts)

    def listing(self, report: Report) -> Listing:
        """The articles that a page names, after ``survey``; a single one may be listed too."""
        from validator.corpus.listing import listing

        return listing(self._flushed(), report.findings)

    def gates(self, profile: Profile, run: Run, data_docs: str | None) -> tuple[GateResult, ...]:
        """The gates of a profile, after ``survey``; a single article may be held to them too."""
        from validator.gates.verdict import judge

        return judge(profile, self._flushed(), run, data_docs)

    def recall(self, drop: str) -> None:
        """What the store remembers of the drop before, for the rules that compare."""
        if self._store is not None:
            self._store.recall(drop)

    def keep(self, report: Report, run: str, drop: str) -> None:
        """What was found goes into the store."""
        if self._store is not None:
            self._store.keep(report, run, drop)

    def write(self, findings: Iterable[Finding], stem: str) -> None:
        """Findings, and features where they are kept, as files beside a report."""
        from validator.engines import beside

        beside.write(self._flushed() if self._columns else None, findings, stem)

    def now(self) -> dt.date | None:
        """The last day on which an article was collected, as far as one tells it."""
        if self._tables is None:
            return None
        ((day,),) = self._tables.rows("SELECT max(collected) FROM articles")
        return day if isinstance(day, dt.date) else None

    def origins(self, finding: Finding) -> list[Origin]:
        """Where the articles of a finding come from; of very many, which it does not name, only its source is known."""
        if self._tables is None or not finding.articles or finding.articles_total != len(finding.articles):
            return [("", (finding.source or "",))]
        from validator.engines.database import quoted

        ids = ", ".join(map(quoted, finding.articles))
        rows = self._tables.rows(f"SELECT DISTINCT path, source FROM articles WHERE id IN ({ids})")
        return [(path, (source,)) for path, source in rows]

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
        if self._tables is not None:
            self._tables.close()

    def _shelf(self, path: str) -> Store:
        from validator.engines.store import Store

        return Store(self._opened(), path)

    def _flushed(self) -> Duck:
        """The tables with all that has come."""
        tables = self._take_in()
        tables.flush()
        return tables

    def _take_in(self) -> Duck:
        tables = self._opened()
        for one in self._waiting:
            tables.add(one)
        self._waiting.clear()
        return tables

    def _opened(self) -> Duck:
        if self._tables is None:
            from validator.engines.duck import Duck

            self._tables = Duck(self._jobs, self._columns)
        return self._tables
