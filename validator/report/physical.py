"""Where in a file a finding stands, for those who show files and know nothing of articles."""

from __future__ import annotations

from validator.model.finding import Finding
from validator.model.place import Span
from validator.regex import regex

# The lines of an article's text are not those of the page or the archive that it was taken from.
_OTHER_LINES = regex(
    r"(?i)\.(?:x?html?|md|markdown|warc|wet|zip|tar|tgz|json|csv|tsv|parquet|arrow|feather)(?:\.\w+)?$"
)


def span(finding: Finding) -> Span | None:
    """Lines and columns within the file, in code points from 1; None where only the file is known."""
    location = finding.location
    if location.record is not None or _OTHER_LINES.search(location.path):
        return None
    return finding.span


def line(finding: Finding) -> int:
    """The line within the file, from 1; the first where only the file is known."""
    at = span(finding)
    return at.line if at else finding.location.file_line or 1


def path(finding: Finding, paths: tuple[str, ...]) -> str:
    """The file, or for a finding about a corpus the first path of the drop; relative ones without ``./``."""
    found = finding.location.path or (paths[0] if paths else "")
    return found.removeprefix("./").rstrip("/") or "."
