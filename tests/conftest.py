"""What every test may ask for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from validator.check.judge import Judge, Verdict
from validator.check.select import Chosen
from validator.config.load import record_map
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read import json_lines
from validator.read.fields import to_record
from validator.rules.base import ArticleRule


@pytest.fixture(scope="session")
def judge() -> Callable[[ArticleRule, Mapping[str, Any]], Verdict]:
    """Ask one rule, unsilenced, about one record."""
    names = record_map("default").fields

    def ask(rule: ArticleRule, record: Mapping[str, Any]) -> Verdict:
        line = record.get("$line")
        place = Location("example.jsonl", 1, 1)
        read = json_lines.of_line(line.encode(), place, names) if line else to_record(record, place, names)
        article = normalise(read)
        return Judge([Chosen(rule)]).judge(article)

    return ask


@pytest.fixture(scope="session")
def run_python() -> Callable[[str], str]:
    """What a fresh interpreter prints for a piece of code."""

    def run(code: str) -> str:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    return run


@pytest.fixture(scope="session")
def copydesk() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command as a process."""

    def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "validator", *arguments], capture_output=True, check=False, **options
        )

    return run
