"""The formats that are found by their names: each a module of ``report`` with ``parts``."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator

from validator.check import registry
from validator.model.report import Report

WRITTEN = ("sarif", "github", "gitlab", "junit", "csv", "markdown")


def written(report: Report, form: str) -> Iterator[bytes]:
    """A report in one of these formats, part by part."""
    parts: Iterator[bytes] = importlib.import_module(f"validator.report.{form}").parts(report, registry.about())
    return parts


def by_itself(output: str | None) -> str:
    """The format where none is asked for: GitHub's own where it reads along, else text."""
    return "github" if output is None and os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def summarise(report: Report) -> None:
    """Add the digest to the summary of the job, where GitHub Actions keeps one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with open(path, "ab") as summary:
            summary.writelines(written(report, "markdown"))
