"""The published shapes of what is printed as JSON: the contract, and the source of its JSON Schema."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from validator.model.health import CorpusHealth

SeverityName = Literal["error", "warning", "info"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class EvidenceShape(_Shape):
    """One sighting: a quote, and its place in the text or in the record."""

    origin: Literal["record", "text", "html", "url"]
    quote: str = Field(description="As found, never cleaned.")
    locator: str | None = Field(None, description="JSON path in the record.")
    line: int | None = Field(None, ge=1)
    column: int | None = Field(None, ge=1, description="In code points, from 1.")
    end_line: int | None = Field(None, ge=1)
    end_column: int | None = Field(None, ge=1, description="Exclusive.")


class FindingShape(_Shape):
    """One fault in one article, or among several."""

    rule: str
    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    severity: SeverityName
    path: str | None = Field(description="null for a finding about a corpus.")
    record: int | None = Field(description="The record's number in its file, from 1.")
    file_line: int | None = Field(None, description="The physical line of a JSON Lines record.")
    article_id: str | None = Field(description="null for a finding about a corpus.")
    articles: list[str] | None = Field(None, description="The ids that a finding about a corpus names, at most 100.")
    articles_total: int | None = Field(None, description="How many articles it is about.")
    source: str | None = Field(None, description="The source that it is about.")
    field: str | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    message: str
    evidence: list[EvidenceShape]
    suggestion: str | None
    fixable: bool
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")


class OutcomesShape(_Shape):
    """How often a rule was broken, kept, or could not be judged, known and suppressed findings included."""

    fail: int = Field(ge=0)
    # `pass` is a word of the language, so the field has another name inside.
    passed: int = Field(ge=0, alias="pass")
    skip: int = Field(ge=0)


class KnownShape(_Shape):
    """A finding that the baseline accepts and that is not there any more."""

    rule: str
    article: str | None
    fingerprint: str
    message: str
    count: int = Field(ge=1, description="How often it is missing.")


class SuppressionShape(_Shape):
    """An entry of the profile's ``suppress``, and what came of it."""

    rules: list[str]
    paths: list[str]
    sources: list[str]
    articles: list[str]
    reason: str
    until: str | None
    suppressed: int = Field(ge=0, description="Findings that it excuses.")
    expired: int = Field(ge=0, description="Findings of articles collected after its end, which are reported.")


class SummaryShape(_Shape):
    """The counts of a run."""

    articles: int
    files: int
    errors: int
    warnings: int
    infos: int
    known: int = Field(description="Findings that the baseline knows.")
    stale: list[KnownShape] = Field(description="What the baseline knows and is not there any more.")
    suppressed: int = Field(description="Findings that the profile excuses.")
    suppressions: list[SuppressionShape]
    omitted: int = Field(description="Findings left out for their number.")
    rules: dict[str, OutcomesShape]
    fields: dict[str, int] = Field(description="Field -> articles that have a value for it.")


class ToolShape(_Shape):
    name: Literal["copydesk"]
    version: str


class GateShape(_Shape):
    """A threshold of the profile, held against all articles or those of one source."""

    gate: str
    subject: str = Field(description="The field or rule, or what is counted.")
    source: str | None = Field(description="null for all articles, empty for those without a source.")
    state: Literal["pass", "fail", "not_evaluated"]
    severity: SeverityName = Field(description="How grave it is where it does not pass.")
    observed: float | None = Field(description="The share in order, the number at fault, or what was counted.")
    passed: int = Field(ge=0)
    judged: int = Field(ge=0)
    message: str
    articles: list[str] = Field(description="Ids of articles at fault, at most 100.")
    articles_total: int = Field(ge=0, description="How many articles are at fault.")


class ReportShape(_Shape):
    """What ``check --format json`` prints."""

    schema_version: Literal[1]
    tool: ToolShape
    profile: str
    summary: SummaryShape
    findings: list[FindingShape]
    health: CorpusHealth | None = Field(description="null where there is no corpus, or none was looked at.")
    gates: list[GateShape]


class NamedShape(_Shape):
    """A value with its evidence."""

    value: str | None
    evidence: list[EvidenceShape]


class AuthorShape(_Shape):
    value: str = Field(description="As a reader would cite it.")
    kind: Literal["person", "organisation", "agency"]
    evidence: list[EvidenceShape]


class DateShape(_Shape):
    value: str = Field(description="EDTF / ISO 8601, as far as it is known.")
    precision: Literal["year", "month", "day", "minute", "second"]
    evidence: list[EvidenceShape]


class DatedShape(_Shape):
    value: str | None
    precision: Literal["year", "month", "day", "minute", "second"] | None
    role: Literal["published", "modified", "render", "crawl", "event", "photo", "url", "relative", "unknown"]
    evidence: list[EvidenceShape]


class LanguageShape(_Shape):
    value: str | None = Field(description="Detected, BCP 47.")
    declared: str | None
    confidence: float = Field(ge=0, le=1)


class LicenceShape(_Shape):
    id: str | None = Field(description="SPDX identifier.")
    quote: str


class CreditShape(_Shape):
    value: str
    photographer: str | None
    agency: str | None
    licence: LicenceShape | None
    caption: str | None
    evidence: list[EvidenceShape]


class LineShape(_Shape):
    line: int = Field(ge=1)
    role: Literal[
        "title",
        "lead",
        "byline",
        "dateline",
        "caption",
        "credit",
        "subhead",
        "body",
        "tags",
        "source",
        "boilerplate",
        "blank",
    ]


class ArticleShape(_Shape):
    """One line of what ``extract`` prints."""

    article_id: str
    path: str
    record: int | None
    title: NamedShape | None
    authors: list[AuthorShape]
    published: DateShape | None
    modified: DateShape | None
    dates: list[DatedShape]
    language: LanguageShape
    credits: list[CreditShape]
    source: NamedShape
    agency: str | None
    url: str | None
    lines: list[LineShape]
