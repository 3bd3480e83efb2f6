"""A finding: the only thing that rules say."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from validator.model.evidence import Evidence
from validator.model.place import Location, Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for an info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class Outcome(StrEnum):
    """What came of asking one rule about one article."""

    PASS = "pass"  # noqa: S105 - an outcome, no password
    FAIL = "fail"
    SKIP = "skip"


class Skip(Struct, frozen=True):
    """The rule could not judge the article, and why."""

    reason: str


class Finding(Struct, frozen=True):
    """One fault, in one article or (``articles`` then names them, at most a hundred) among many.

    ``span`` is the place in the text the finding is about, None for a declared or absent field.
    ``subject`` is the normalised value that the finding is about; it and not the line makes the
    fingerprint, so that a re-sorted file gives the same ones. ``line_text`` is the line that the
    span begins on, for those who show it.
    """

    rule: str
    code: str
    severity: Severity
    message: str
    location: Location
    article_id: str
    field: str | None = None
    span: Span | None = None
    evidence: tuple[Evidence, ...] = ()
    subject: str = ""
    suggestion: str | None = None
    fixable: bool = False
    line_text: str = ""
    articles: tuple[str, ...] = ()
    articles_total: int = 0
    source: str | None = None

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits of rule, article, field and normalised value."""
        import hashlib

        key = "\x1f".join((self.rule, self.article_id or self.source or "", self.field or "", self.subject))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def at(self, location: Location, article_id: str) -> Finding:
        """The same finding about another article."""
        return replace(self, location=location, article_id=article_id)


class Alike(Struct, frozen=True):
    """What is found in a record as in others: their findings, and the place and the id of this one."""

    shared: tuple[Finding, ...]
    path: str
    record: int | None
    file_line: int | None
    article_id: str

    @property
    def findings(self) -> list[Finding]:
        place = Location(self.path, self.record, self.file_line)
        return [one.at(place, self.article_id) for one in self.shared]


class Verdict(Struct, frozen=True):
    """What the rules say of one article: findings in order of place, and which of the reported rules did not pass."""

    findings: tuple[Finding, ...]
    failed: tuple[str, ...]
    skipped: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """Rule -> outcome."""
        return {
            **dict.fromkeys(self.asked, Outcome.PASS),
            **dict.fromkeys(self.failed, Outcome.FAIL),
            **dict.fromkeys(self.skipped, Outcome.SKIP),
        }
