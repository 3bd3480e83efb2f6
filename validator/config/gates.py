"""What a profile's ``gates`` may say: thresholds for a whole corpus, or for every source in it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

GatedField = Literal["title", "date", "author", "language", "outlet", "url", "photo_credit", "photo_licence"]
Counted = Literal["articles", "findings", "errors", "warnings", "infos"]
GateSeverity = Literal["error", "warning", "info"]


class Gate(BaseModel):
    """One threshold: how many articles have a field, how many keep a rule, or how much of something there is."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    field: GatedField | None = Field(None, description="The field that articles must have a value for.")
    rule: str | None = Field(None, description="The rule (name or code) that articles must keep.")
    count: Counted | None = Field(None, description="What is counted.")
    name: str = Field(
        "",
        max_length=80,
        pattern="^[^<>&$\"']*$",
        description="What the gate is called; made of the rest where it is not given.",
    )
    mostly: float | None = Field(None, ge=0, le=1, description="The least share of articles in order; 1 by default.")
    at_most: int | None = Field(None, ge=0, description="The most articles at fault, or the most of what is counted.")
    at_least: int | None = Field(None, ge=0, description="The least of what is counted.")
    per: Literal["corpus", "source"] = Field("corpus", description="Of all articles together, or of every source.")
    sources: tuple[str, ...] = Field((), description="Only these sources, each by itself.")
    minimum: int = Field(1, ge=1, description="How many articles must be there for the gate to be judged.")
    severity: GateSeverity = Field("error", description="How grave it is where the gate does not hold.")
    not_evaluated: GateSeverity | None = Field(
        None, description="How grave it is where the gate could not be judged; as grave as a failure by default."
    )

    @model_validator(mode="after")
    def _one_question(self) -> Gate:
        subjects = [self.field, self.rule, self.count]
        if sum(subject is not None for subject in subjects) != 1:
            message = "a gate names one of field, rule and count"
            raise ValueError(message)
        if self.count is not None:
            if self.mostly is not None or (self.at_most is None and self.at_least is None):
                message = "a count has at_most or at_least, and no mostly"
                raise ValueError(message)
            if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
                message = f"at_least {self.at_least} is more than at_most {self.at_most}, which nothing can hold"
                raise ValueError(message)
        elif self.at_least is not None or (self.mostly is not None and self.at_most is not None):
            message = "a field or a rule has mostly or at_most"
            raise ValueError(message)
        return self

    @property
    def subject(self) -> str:
        return self.field or self.rule or self.count or ""

    @property
    def by_source(self) -> bool:
        return self.per == "source" or bool(self.sources)

    @property
    def title(self) -> str:
        """The gate's own name, else its subject and whose articles it is about."""
        return self.name or f"{self.subject}{' by source' if self.by_source else ''}"

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The least and the most of what is held against the gate: a share of articles in order, or a number."""
        if self.count is not None or self.at_most is not None:
            return self.at_least, self.at_most
        return 1.0 if self.mostly is None else self.mostly, None

    @property
    def is_share(self) -> bool:
        return self.count is None and self.at_most is None


def distinct(gates: tuple[Gate, ...]) -> tuple[Gate, ...]:
    """The gates as they are. Raises ValueError where two have one name."""
    titles = [gate.title for gate in gates]
    twice = sorted({title for title in titles if titles.count(title) > 1})
    if twice:
        message = f"two gates are called '{twice[0]}': give one a name"
        raise ValueError(message)
    return gates
