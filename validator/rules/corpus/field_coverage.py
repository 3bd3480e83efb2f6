"""COR004: too few of a source's articles have a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.model.report import FIELDS
from validator.rules import chance, outlets
from validator.rules.survey import Corpus, CorpusRule

_TEXT = "The council of Brackwater met for the {}th time this year and spoke of the ferry landing and the school roof."


def _records(signed: int, articles: int) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "id": f"a{at:02}",
            "text": _TEXT.format(at),
            "outlet": "The Brackwater Bell",
            **({"author": "Nell Harrow"} if at < signed else {}),
        }
        for at in range(articles)
    )


class FieldCoverage(CorpusRule):
    """Of every source, as large a share of the articles has a field as the profile asks for.

    What is missing here and there is a fault of articles; where it is missing in a whole source, its scraper is broken
    or the source does not have it, and one line says so. The binomial test against the profile's share is held against
    the number of sources and fields, so that neither a few articles nor bad luck among many sources is a fault.
    """

    code = "COR004"
    severity = Severity.ERROR
    reads = (*outlets.IDS, "fields")
    corpora = (
        Corpus(_records(40, 40), options={"shares": {"author": 0.9}}),
        Corpus(_records(35, 40), options={"shares": {"author": 0.9}}),  # two in a hundred: bad luck
        Corpus(_records(1, 3), options={"shares": {"author": 0.9}}),
        Corpus(_records(10, 40), options={"shares": {"outlet": 0.9}}),
        Corpus(
            _records(10, 40),
            (frozenset(f"a{at:02}" for at in range(10, 40)),),
            options={"shares": {"author": 0.9}},
        ),
    )

    shares: dict[str, float] = Field(default={}, description="Field -> the share of a source's articles.")
    least: int = Field(default=20, ge=1, description="How many articles of a source can be judged at all.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        wanted = [(at, name, self.shares[name]) for at, name in enumerate(FIELDS) if self.shares.get(name)]
        rows = tables.rows(
            f"SELECT source, count(*), {outlets.FILLED} FROM articles WHERE proper GROUP BY source "
            f"HAVING count(*) >= {self.least}"
        )
        level = chance.LEVEL / max(1, len(rows) * len(wanted))
        ids = outlets.Ids(tables)
        for source, articles, *filled in rows:
            for at, name, share in wanted:
                if filled[at] < share * articles and chance.at_most(filled[at], articles, share) <= level:
                    yield self.among(
                        f"{outlets.called(source)}: {name} in {filled[at]} of {articles} articles "
                        f"({filled[at] / articles:.0%}), of which {share:.0%} should have it",
                        ids.of(source, f"proper AND NOT list_contains(fields, '{name}')"),
                        source=source,
                        subject=f"{source} | {name}",
                    )
