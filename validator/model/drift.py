"""How one drop differs from another, source by source."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from validator.model.health import Ratio

Kind = Literal["volume", "completeness", "language", "length", "rule"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Change(_Shape):
    """A share that is another one than before, by more than chance makes it."""

    source: str | None = Field(description="null for all sources together.")
    kind: Kind
    name: str = Field(description="Field, language or rule; of lengths: below the old median.")
    old: Ratio
    new: Ratio
    p: float = Field(description="Fisher's exact test, two-sided, before the correction for the number of tests.")


class SourceVolume(_Shape):
    source: str
    old: int
    new: int
    tested: bool = Field(description="Whether both drops have enough of its articles.")


class Drift(_Shape):
    """What ``copydesk compare`` prints as JSON."""

    old: str
    new: str
    old_articles: int
    new_articles: int
    appeared: list[str]
    vanished: list[str]
    sources: list[SourceVolume]
    tests: int
    level: float = Field(description="A change is told where p is at most this, the level divided by the tests.")
    least_articles: int = Field(description="Of a source in each drop, for its shares to be tested.")
    least_difference: float
    changes: list[Change]
