"""How a corpus is: figures with what they are taken from, and grades that say why."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Grade = Literal["A", "B", "C", "D", "F"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Ratio(_Shape):
    """So many of so many."""

    numerator: int = Field(ge=0)
    denominator: int = Field(ge=0)

    @property
    def share(self) -> float:
        return self.numerator / self.denominator if self.denominator else 0.0


class Lengths(_Shape):
    """Words of the bodies of articles proper; quantiles are lengths that occur."""

    least: int
    p5: int
    p25: int
    median: int
    p75: int
    p95: int
    most: int
    total: int


class Duplicates(_Shape):
    """Copies among the bodies that are long enough to be compared (``compared``), furniture left out."""

    compared: int
    exact_groups: int
    exact_articles: int = Field(description="Articles that share their body with another one.")
    near_pairs: int | None = Field(description="Pairs of different bodies; null where they were not looked for.")


class Furniture(_Shape):
    """A line that recurs at like places of a source's articles."""

    source: str
    text: str
    articles: Ratio = Field(description="Articles that bear it, of those that have text of their own.")


class Troubled(_Shape):
    """An article with many or grave findings."""

    article_id: str
    path: str
    record: int | None
    source: str
    errors: int
    warnings: int
    infos: int
    rules: list[str]


class Together(_Shape):
    """Two rules that fail in the same articles: in how many, and how many fail each."""

    first: str
    second: str
    both: int
    first_total: int
    second_total: int


class SourceHealth(_Shape):
    """One source; its name is empty where articles tell none."""

    name: str
    articles: int
    proper: int = Field(description="Articles that are one: no error page, listing or empty text.")
    errors: Ratio = Field(description="Articles with an error.")
    completeness: dict[str, Ratio]
    languages: dict[str, int]
    first: dt.date | None
    last: dt.date | None
    lengths: Lengths | None
    days: dict[str, int] = Field(description="Day of publication -> articles.")


class FamilyGrade(_Shape):
    """A family of rules; without a grade where none of its rules could judge anything."""

    family: str
    grade: Grade | None
    errors: Ratio = Field(description="Articles with an error, of those judged.")
    warnings: Ratio = Field(description="Articles with a warning or an error, of those judged.")
    explanation: str


class Unjudged(_Shape):
    """A rule that could not judge most articles."""

    rule: str
    skipped: Ratio


class Earlier(_Shape):
    """What a stored drop leaves to compare with; ``failed`` is rule -> articles that failed of those judged."""

    drop: str
    grade: str
    failed: dict[str, Ratio]


class CorpusHealth(_Shape):
    """What is known of a corpus as a whole. Accepted and excused findings count like the others."""

    grade: Grade | None
    explanation: str
    families: list[FamilyGrade]
    articles: int
    proper: int
    completeness: dict[str, Ratio]
    languages: dict[str, int] = Field(description="Language, or 'und' where it is unknown -> articles.")
    months: dict[str, int] = Field(description="Month of publication -> articles.")
    undated: int = Field(description="Articles without a day of publication.")
    lengths: Lengths | None
    duplicates: Duplicates | None = Field(description="null where no rule compared bodies.")
    furniture: list[Furniture] | None = Field(
        description="The most frequent lines of each source; null where none were learnt."
    )
    sources: list[SourceHealth] = Field(description="The largest sources, by name.")
    sources_total: int
    worst_sources: list[str] = Field(description="By the share of articles with errors, of sources large enough.")
    worst_articles: list[Troubled]
    together: list[Together]
    unjudged: list[Unjudged]
