"""Every written format: valid by its schema, within its reader's limits, and nothing of an article acts in it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from validator.cli.written import WRITTEN, written
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity
from validator.model.place import Location, Span
from validator.model.report import Counts, Report
from validator.report import gitlab, sarif, terminal, text

SCHEMAS = Path(__file__).parent / "schemas"
GOLDEN = Path(__file__).parent.parent / "fixtures" / "golden"
HOSTILE = [
    "::error file=app.js,line=1::owned",
    "\n::error::owned",
    "\r\n  ::add-mask::a",
    "##[error]owned",
    "%0A::warning::owned",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x9b2J",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]></failure><script/>&lt;&#0;",
    "nul \x00 bell \x07 tab \x0b end \ufffe\uffff \ud800 \u2028 \u202e",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    " @SUM(A1)",
    "\uff1d1+1",
    "-2+3",
    '"quoted","=1+1"\n=1+1',
    "[text](javascript:alert(1)) ![](https://evil.example/x.png) @everyone #1 https://evil.example",
    "` code `` | cell \\| <b>bold</b>",
    "`",
    "{0} {{1}}",
]


def finding(text, number=0, **given):
    fields = {
        "rule": "author.organisation",
        "code": "AUT003",
        "severity": Severity.WARNING,
        "message": text,
        "location": Location(text, number or None, number or None),
        "article_id": text,
        "evidence": (Evidence("record", text, locator=text), Evidence("text", text, Span(1, 1, 1, 2))),
        "subject": text,
        "suggestion": text,
        "line_text": text,
        "span": Span(1, 1, 1, 2),
    }
    return Finding(**(fields | given))


def report(findings, **given):
    counts = Counts(articles=len(findings), severities=Counter((one.rule, one.severity) for one in findings))
    counts.failed.update(one.rule for one in findings)
    rules = tuple(sorted({one.rule for one in findings} | {"date.missing"}))
    return Report("news-drop", rules, findings, counts, files=1, **{"paths": ("./drop/",), **given})


def in_form(form, findings):
    return b"".join(written(report(findings), form)).decode()


ABOUT_MANY = finding(
    HOSTILE[6],
    rule="dup.exact",
    code="DUP001",
    location=Location(""),
    article_id="",
    span=None,
    evidence=(),
    articles=(*HOSTILE, "a2"),
    articles_total=len(HOSTILE) + 1,
    source=HOSTILE[0],
)
ALL = [*map(finding, HOSTILE), *(finding(text, severity=Severity.ERROR) for text in HOSTILE), ABOUT_MANY]


def schema(name):
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def validated_sarif(text):
    found = json.loads(text)
    jsonschema.Draft4Validator(schema("sarif-2.1.0.json")).validate(found)
    return found["runs"][0]


def validated_junit(text):
    tree = etree.fromstring(text.encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(tree)
    return tree


def validated_gitlab(text):
    found = json.loads(text)
    jsonschema.validate(found, schema("gitlab-code-quality.json"))
    assert len({one["fingerprint"] for one in found}) == len(found)
    return found


@pytest.mark.parametrize(
    ("name", "validated"),
    [("drop.sarif", validated_sarif), ("drop.xml", validated_junit), ("drop.gitlab.json", validated_gitlab)],
)
def test_the_golden_files_are_valid(name, validated):
    assert len(validated((GOLDEN / name).read_text("utf-8")))


@pytest.mark.parametrize("form", WRITTEN)
def test_nothing_found_is_a_valid_file_too(form):
    text = in_form(form, [])

    if form == "sarif":
        assert validated_sarif(text)["results"] == []
    elif form == "gitlab":
        assert json.loads(text) == []
    elif form == "junit":
        assert validated_junit(text).get("failures") == "0"
    else:
        assert text.count("\n") < 20


@pytest.mark.parametrize("form", WRITTEN)
def test_no_format_lets_an_order_to_a_terminal_through(form):
    text = in_form(form, ALL)

    assert "owned" in text
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ufeff]", text.removeprefix("\ufeff"))


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
def test_no_tag_of_an_article_is_one(form):
    text = in_form(form, ALL)

    assert "alert(1)" in text
    assert "<script" not in text
    assert "<img" not in text


def test_hostile_sarif():
    run = validated_sarif(in_form("sarif", ALL))

    assert len(run["results"]) == len(ALL)
    assert not [one for one in run["results"] if "](" in one["message"]["text"]]
    marks = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(marks)) == len(marks)
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    assert all(re.fullmatch(r"[\w.~%/:?=&-]+", uri, re.ASCII) for uri in uris)
    assert unquote(uris[6]) == HOSTILE[6]


def test_a_corpus_finding_stands_at_the_drop():
    place = validated_sarif(in_form("sarif", [ABOUT_MANY]))["results"][0]["locations"][0]
    issue = validated_gitlab(in_form("gitlab", [ABOUT_MANY]))[0]

    assert place["physicalLocation"]["artifactLocation"]["uri"] == "drop"
    assert place["logicalLocations"][0]["fullyQualifiedName"] == HOSTILE[0]
    assert issue["location"] == {"path": "drop", "lines": {"begin": 1}}


def test_hostile_junit():
    tree = validated_junit(in_form("junit", ALL))

    assert [one.get("name") for one in tree.iter("testcase")] == ["author.organisation", "date.missing", "dup.exact"]
    assert {one.tag for one in tree.iter()} == {"testsuites", "testsuite", "testcase", "failure"}
    assert f"and {2 * len(HOSTILE) - 20} more" in tree.findtext(".//failure")


def test_hostile_gitlab():
    assert len(validated_gitlab(in_form("gitlab", ALL))) == len(ALL)


def commands(text):
    """What a runner takes for a command: ``::`` after any blanks, or ``##[`` anywhere in a line."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def test_hostile_github():
    given = commands(in_form("github", ALL))

    assert Counter(line.split(" ")[0] for line in given) == {"::error": 10, "::warning": 10}
    for line in given:
        _, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        assert {one.split("=")[0] for one in properties.split(",")} <= {"file", "line", "title", "col", "endColumn"}
        assert not re.search("%(?!25|0A|0D)", message)


def test_github_says_once_what_has_no_annotation():
    text = in_form("github", [finding(f"f{number}") for number in range(25)] + [finding("e", severity=Severity.ERROR)])

    assert len(commands(text)) == 11
    assert "copydesk: 15 warnings without an annotation, all below\n" in text
    assert "  warning AUT003  f24  (author.organisation)" in text


def test_hostile_csv():
    text = in_form("csv", ALL)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert len(rows) == len(ALL) == text.count("\n") - 1
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]", cell)]
    assert "'=cmd|' /C calc'!A0" in cells


def test_hostile_markdown():
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(in_form("markdown", ALL))
    inner = [child for one in tokens for child in one.children or ()]

    assert {one.type for one in inner} <= {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
    assert not [one for one in tokens if one.type == "html_block"]
    assert sum(one.type == "tr_open" for one in tokens) == 2 + 2 + len(ALL)
    shown = [one.content for one in inner if one.type == "text"]
    assert not [text for text in shown if re.search("@|https?:|<|owned", text)]


def many(number):
    few = [finding(f"few {count}", rule="author.missing", code="AUT001") for count in range(3)]
    return [finding(f"f{count}") for count in range(number)] + few + [finding("e", severity=Severity.ERROR)]


def test_sarif_keeps_what_github_keeps_and_says_what_is_left_out():
    findings = many(sarif.RESULTS + 500)
    run = validated_sarif(in_form("sarif", findings))
    rules = Counter(one["ruleId"] for one in run["results"])

    assert len(run["results"]) <= sarif.RESULTS
    assert rules["author.missing"] == 3
    assert run["results"][-2]["level"] == "error"
    assert run["properties"]["omitted"] == len(findings) - (len(run["results"]) - 1) > 0
    assert run["results"][-1]["message"]["text"].startswith(f"{run['properties']['omitted']:,} more of author.org")


def test_sarif_stays_small_when_packed(monkeypatch):
    monkeypatch.setattr(sarif, "PACKED", 40_000)
    run_of = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(40_000))
    findings = [finding(run_of[number * 37 : number * 37 + 900]) for number in range(1_000)]

    text = in_form("sarif", findings)
    run = validated_sarif(text)

    assert len(gzip.compress(text.encode())) < 60_000
    assert 10 < len(run["results"]) < 1_000
    assert run["properties"]["omittedByRule"] == {"author.organisation": 1_001 - len(run["results"])}


def test_gitlab_takes_so_many(monkeypatch):
    monkeypatch.setattr(gitlab, "ISSUES", 100)

    issues = validated_gitlab(in_form("gitlab", many(500)))

    assert len(issues) == 101
    assert issues[-1]["description"] == "404 more of author.organisation left out; the first of them is here"


def test_fingerprints_do_not_move_with_the_lines():
    here, there = finding("x", 1), finding("x", 2)

    def mark(one):
        result = validated_sarif(in_form("sarif", [one]))["results"][0]
        return result["partialFingerprints"], validated_gitlab(in_form("gitlab", [one]))[0]["fingerprint"]

    assert mark(here) == mark(there)


@pytest.mark.parametrize(
    ("path", "record", "line", "columns"),
    [("a.txt", None, 3, True), ("a.html", None, 1, False), ("a.md.gz", None, 1, False), ("a.jsonl", 7, 7, False)],
)
def test_a_place_is_one_in_the_file(path, record, line, columns):
    one = finding("x", location=Location(path, record, record), span=Span(3, 2, 3, 5))
    region = validated_sarif(in_form("sarif", [one]))["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert region["startLine"] == line
    assert ("startColumn" in region) is columns


def test_github_is_chosen_under_github_actions(copydesk, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": "word " * 100, "author": "::error::owned"}) + "\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("what others wrote\n")

    done = copydesk("check", "a.jsonl", cwd=tmp_path)
    summary = (tmp_path / "summary.md").read_text("utf-8")

    assert b"\n::error file=a.jsonl,line=1,title=" in done.stdout
    assert summary.startswith("what others wrote\n## copydesk\n")
    assert copydesk("check", "a.jsonl", "--format", "text", cwd=tmp_path).stdout.startswith(b"a.jsonl#1")
    assert (tmp_path / "summary.md").read_text("utf-8") == summary


@pytest.mark.parametrize(
    ("given", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_a_log_gets_colours_where_they_are_forced(copydesk, tmp_path, given, coloured):
    (tmp_path / "a.txt").write_text("x " * 200)
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "GITHUB_ACTIONS")}

    done = copydesk("check", "a.txt", "--no-corpus", "--no-cache", cwd=tmp_path, env=kept | given)

    assert (b"\x1b[1m\x1b[4ma.txt\x1b[0m" in done.stdout) is coloured
    assert (b"\x1b" in done.stdout) is coloured


def test_a_terminal_gets_the_text_and_colours_of_ours_only(capsys, monkeypatch):
    plain = [text.plain(line) for line in text.lines(report(ALL))]

    for no_colour in ("", "1"):
        monkeypatch.setenv("NO_COLOR", no_colour)
        terminal.show(report(ALL))
        shown = capsys.readouterr().out
        assert [line.rstrip() for line in shown.splitlines()] == plain
