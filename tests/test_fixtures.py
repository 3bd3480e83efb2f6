"""The demo drop holds exactly the faults that were planted in it, and the clean drop holds none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from validator import run
from validator.cli.written import WRITTEN, written
from validator.config.load import profile
from validator.model.finding import Severity
from validator.report import json as as_json
from validator.report import text

ROOT = Path(__file__).resolve().parent.parent
PLANTED = json.loads((ROOT / "fixtures" / "drop.planted.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def drop():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return run.check(["fixtures/drop"], profile("news-drop"), health=True)


def key(finding):
    return finding.location.path, finding.location.record, finding.rule


def test_every_planted_fault_is_found(drop):
    found = {key(one) for one in drop.findings}

    assert sorted(str(one) for one in PLANTED if (one["path"], one["record"], one["rule"]) not in found) == []


def test_nothing_else_raises_an_alarm(drop):
    planted = {(one["path"], one["record"], one["rule"]) for one in PLANTED}
    alarms = [one for one in drop.findings if one.severity is not Severity.INFO]

    assert sorted(f"{key(one)} {one.message}" for one in alarms if key(one) not in planted) == []


def test_the_planted_words_are_quoted(drop):
    for want in (one for one in PLANTED if one["quote"]):
        here = [one for one in drop.findings if key(one) == (want["path"], want["record"], want["rule"])]
        quotes = [seen.quote for one in here for seen in one.evidence]

        assert any(want["quote"] in quote or quote in want["quote"] for quote in quotes if quote), (want, quotes)


def test_the_clean_drop_is_silent():
    report = run.check([str(ROOT / "fixtures" / "clean")], profile("news-drop"))

    assert report.articles >= 14
    assert [f"{key(one)} {one.message}" for one in report.findings if one.severity is not Severity.INFO] == []


def test_text_report_is_the_golden_one(drop):
    printed = "".join(f"{text.plain(line)}\n" for line in text.lines(drop))

    assert printed == (ROOT / "fixtures" / "golden" / "drop.txt").read_text("utf-8"), (
        "run ci/golden and read the change"
    )


def test_json_report_is_the_golden_one(drop):
    printed = b"".join(as_json.report(drop)).decode()

    assert printed == (ROOT / "fixtures" / "golden" / "drop.json").read_text("utf-8"), (
        "run ci/golden and read the change"
    )


NAMES = {"github": "drop.github.txt", "gitlab": "drop.gitlab.json", "junit": "drop.xml", "markdown": "drop.md"}


@pytest.mark.parametrize("form", WRITTEN)
def test_every_written_format_is_the_golden_one(drop, form):
    golden = ROOT / "fixtures" / "golden" / NAMES.get(form, f"drop.{form}")

    assert b"".join(written(drop, form)).decode() == golden.read_text("utf-8"), "run ci/golden and read the change"
