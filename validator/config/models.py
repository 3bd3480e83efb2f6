"""What a profile and a record map may say."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from validator.config.gates import Gate, distinct
from validator.model.names import FieldNames

FieldName = Literal[
    "id",
    "text",
    "title",
    "date",
    "date_modified",
    "author",
    "language",
    "outlet",
    "url",
    "canonical_url",
    "crawled_at",
    "photo_credit",
    "photo_licence",
]
CoveredName = Literal["title", "date", "author", "language", "outlet", "url", "photo_credit", "photo_licence"]
SeverityName = Literal["error", "warning", "info"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Fields(_Strict):
    """Which metadata an article should carry; a field in none of the lists is optional."""

    required: tuple[FieldName, ...] = Field((), description="Missing is an error.")
    recommended: tuple[FieldName, ...] = Field((), description="Missing is a warning.")
    optional: tuple[FieldName, ...] = Field((), description="Missing is no fault.")

    @model_validator(mode="after")
    def _each_field_once(self) -> Fields:
        named = [*self.required, *self.recommended, *self.optional]
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            message = f"{', '.join(twice)} stands in more than one list"
            raise ValueError(message)
        return self


class Selection(_Strict):
    """Which rules are asked: names, codes, families, or ``all``."""

    select: tuple[str, ...] = Field(("all",), description="Rules, codes or families to ask.")
    ignore: tuple[str, ...] = Field((), description="Rules, codes or families not to ask; wins over select.")


class Source(_Strict):
    """What is known of an outlet beforehand."""

    name: str = Field(description="The outlet's name, as records give it.")
    hosts: tuple[str, ...] = Field((), description="The hosts that its pages are on.")
    founded: int | None = Field(None, ge=1450, le=2200, description="The year of its first issue.")


Words = str | tuple[str, ...]


class Suppress(_Strict):
    """Findings that are excused: those to which every side that is named applies."""

    rule: Words = Field((), description="Rules, codes or families.")
    path: Words = Field((), description="Globs over paths as they are given; * stands for / too.")
    source: Words = Field((), description="Names of outlets as records give them, or hosts.")
    article: Words = Field((), description="Ids of articles.")
    reason: str = Field(pattern=r"\S", description="Why they are excused.")
    until: dt.date | None = Field(None, description="The last day of collection for which that holds.")

    @model_validator(mode="after")
    def _of_something(self) -> Suppress:
        if not (self.rules or self.paths or self.sources or self.articles):
            message = "names no rule, path, source or article"
            raise ValueError(message)
        return self

    @property
    def rules(self) -> tuple[str, ...]:
        return _words(self.rule)

    @property
    def paths(self) -> tuple[str, ...]:
        return _words(self.path)

    @property
    def sources(self) -> tuple[str, ...]:
        return _words(self.source)

    @property
    def articles(self) -> tuple[str, ...]:
        return _words(self.article)


def _words(given: Words) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


class LanguageSettings(_Strict):
    """How languages are told."""

    engine: Literal["cld2", "langdetect"] = Field("cld2", description="The detector: fast, or langdetect alone.")


class Profile(_Strict):
    """What a corpus is held to."""

    name: str = Field(description="The profile's name, as in --profile.")
    description: str = Field("", description="One sentence on who it is for.")
    extends: str | None = Field(None, description="A profile whose settings this one changes.")
    record_map: str = Field("default", description="The record map: a shipped name or a YAML file.")
    fields: Fields = Field(Fields(), description="Required, recommended and optional fields.")
    coverage: dict[CoveredName, Annotated[float, Field(ge=0, le=1)]] = Field(
        {},
        description="Field -> the share of every source's articles that must have a value for it; "
        "of required fields nine in ten where nothing is said, and 0 asks for none.",
    )
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = Field(
        (), description="The languages that may occur (ISO 639 codes); empty for any."
    )
    language: LanguageSettings = Field(LanguageSettings(), description="How languages are told.")
    sources: tuple[Source, ...] = Field((), description="The outlets of the corpus, as far as they are known.")
    rules: Selection = Field(Selection(), description="Which rules are asked.")
    severity: dict[str, SeverityName] = Field({}, description="Rule, code or family -> its severity here.")
    options: dict[str, dict[str, Any]] = Field({}, description="Rule -> its options.")
    suppress: tuple[Suppress, ...] = Field((), description="Findings that are excused, with the reason.")
    gates: Annotated[tuple[Gate, ...], AfterValidator(distinct)] = Field(
        (), description="Thresholds for the corpus as a whole, or for every source in it."
    )


class RecordMap(_Strict):
    """For each of the house's fields the names that producers give it, the preferred one first."""

    name: str = Field(description="The map's name.")
    description: str = Field("", description="Whose records it reads.")
    fields: dict[FieldName, tuple[str, ...]] = Field(
        description="Field -> names in a record; `meta.author` is `author` in the object `meta`."
    )

    @property
    def names(self) -> FieldNames:
        """The map itself, for the readers."""
        return FieldNames({str(field): names for field, names in self.fields.items()})
