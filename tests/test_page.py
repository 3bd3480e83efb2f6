"""The archivist's page without a browser: evidence at its letters, hostile text as text, nothing that reaches out."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import hashlib
import json
import re
import subprocess
import sys
from itertools import pairwise

import click
import jsonschema
import lxml.html
import pytest

from tests import ferries
from validator.corpus.largest import Largest
from validator.model.finding import Finding, Severity
from validator.model.place import Location
from validator.report import digest, story, terminal
from validator.report.page import drawings
from validator.report.safe import width

HOSTILE = {
    "id": "</script><script>alert(1)</script>",
    "title": "<img src=x onerror=alert(2)> & “quotes”",
    "outlet": "javascript:alert(3)//\u202egnp.exe",
    "url": "javascript:alert(4)",
    "date": "2025-02-03",
    "author": "<b>Eve</b>",
    "text": f"<script>alert(5)</script>\n\n{ferries.BODY}\u202e reversed\u202c\n\n{'z' * 60_000}\n\n"
    "Share on Facebook\n]]><!-- --!>",
}


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


def record(number, **more):
    return ferries.record(number, **{"date": f"2025-0{1 + number % 3}-1{number % 9}", **more})


@pytest.fixture(scope="module")
def folder(copydesk, tmp_path_factory):
    return ferries.reported(
        copydesk, tmp_path_factory, [record(1), record(2, author=""), HOSTILE, record(4), record(4, id="n005")]
    )


@pytest.fixture(scope="module")
def page(folder):
    return lxml.html.fromstring((folder / "report.html").read_bytes())


@pytest.fixture(scope="module")
def found(copydesk, folder):
    done = copydesk("check", "a.jsonl", "--format", "json", "--no-cache", cwd=folder)
    return json.loads(done.stdout)["findings"]


def opened(page, title):
    (article,) = [one for one in page.iterfind(".//details[@class='article']") if title in one[0].text_content()]
    return article


def test_marks_are_at_the_letters_of_the_evidence(page, found):
    article = opened(page, "The ferry of day 1")
    own = [one for one in found if one["article_id"] == "n001"]
    spans = {
        (seen["line"], seen["column"], seen["end_column"], seen["quote"])
        for one in own
        for seen in one["evidence"]
        if seen["origin"] == "text"
    }
    marked = set()
    for line in article.iterfind(".//p[@class]/bdi"):
        role = line.getprevious()
        if role is None or role.get("class") != "role":
            continue
        column = 1 + len(line.text or "")
        for mark in line:
            marked.add((int(role.text.split()[0]), column, column + len(mark.text), mark.text))
            column += len(mark.text) + len(mark.tail or "")

    assert spans
    assert spans == marked


def test_each_finding_stands_beside_the_text_with_its_reason(page, found):
    article = opened(page, "The ferry of day 2")
    prints = [one.get("data-finding") for one in article.iterfind(".//li[@data-finding]")]

    assert prints == [one["fingerprint"] for one in found if one["article_id"] == "n002"]
    assert "author.missing" in article.text_content()
    assert "Without an author nobody can be cited" in article.text_content()


def test_links_lead_somewhere(page):
    ids = {one.get("id") for one in page.iterfind(".//*[@id]")}
    links = [one.get("href") for one in page.iterfind(".//a")]

    assert len(ids) == len(page.findall(".//*[@id]"))
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links if not link.startswith("#list:")} <= ids


def test_nothing_reaches_out(folder, page):
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    style, scripts = page.find(".//style").text, page.findall(".//script")
    hashes = [
        "sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, scripts[1].text)
    ]

    assert policy.startswith("default-src 'none'; ")
    assert all(f"'{one}'" in policy for one in hashes)
    assert len(scripts) == 2
    assert not [one for one in page.iter() for key in ("src", "action", "style", "srcset", "onclick") if one.get(key)]
    assert not page.findall(".//link") + page.findall(".//img") + page.findall(".//iframe")
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_text_is_text(folder, page):
    raw = (folder / "report.html").read_text("utf-8")
    article = opened(page, "<img src=x onerror=alert(2)>")

    assert "<script>alert" not in raw
    assert "<img" not in raw
    assert "<b>Eve" not in raw
    assert "\u202e" not in raw
    assert "<script>alert(5)</script>" in article.text_content()
    assert "\ufffd reversed\ufffd" in article.text_content()
    assert "more letters are not shown" in article.text_content()
    assert len(article.text_content()) < 30_000


def test_tables_say_what_they_are(page):
    for table in page.iterfind(".//table"):
        assert table.find("caption").text_content().strip()
        assert all(one.get("scope") in ("col", "row") for one in table.iter("th"))
    assert {one.tag for one in page.find("body")} >= {"header", "main", "footer"}
    assert page.get("lang") == "en"


def test_the_decisions_of_the_page_know_every_finding_shown(page, found):
    data = json.loads(page.get_element_by_id("data").text)
    shown = {one.get("data-finding") for one in page.iterfind(".//li[@data-finding]")}

    assert shown == set(data["decisions"])
    assert shown == {one["fingerprint"] for one in found}
    assert [one["lacks"] for one in data["articles"] if "n002" in one["words"]] == [
        ["author", "photo_credit", "photo_licence"]
    ]


def test_many_articles_are_listed_in_part_with_a_table_beside(copydesk, tmp_path):
    rows = [record(number, text=f"On day {number} nothing. {ferries.BODY}", author="") for number in range(230)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    done = copydesk("report", "a.jsonl", "-o", "page.html", cwd=tmp_path)
    page = lxml.html.fromstring((tmp_path / "page.html").read_bytes())
    with (tmp_path / "page.csv").open(encoding="utf-8-sig") as lines:
        beside = list(csv.DictReader(lines))

    assert done.returncode == 0
    assert len(page.findall(".//details[@class='article']")) == 200
    assert "page.csv" in page.get_element_by_id("articles").getparent().text_content()
    assert sum(one["rule"] == "author.missing" for one in beside) == 230


def test_markdown_and_json(copydesk, folder):
    for name in ("report.md", "report.json"):
        assert copydesk("report", "a.jsonl", "-o", name, cwd=folder).returncode == 0
    text = (folder / "report.md").read_text("utf-8")
    report = json.loads((folder / "report.json").read_text("utf-8"))

    jsonschema.validate(report, json.loads(copydesk("schema", "report").stdout))
    assert report["health"]["articles"] == 5
    assert text.startswith("# 5 articles in 1 file: ")
    assert "## What to do first" in text
    assert "javascript:" not in text
    assert "<img" not in text


def test_the_trend_since_a_stored_drop(copydesk, folder):
    rows = [record(number, author="" if number < 3 else "Olga Demidenko") for number in range(5)]
    (folder / "before.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    copydesk("check", "before.jsonl", "--store", "kept.duckdb", "--drop", "may", cwd=folder)
    done = copydesk("report", "a.jsonl", "--since", "kept.duckdb", "-o", "trend.html", cwd=folder)
    page = lxml.html.fromstring((folder / "trend.html").read_bytes())
    head = [one.text_content() for one in page.get_element_by_id("rules").iterfind(".//thead//th")]
    cells = page.get_element_by_id("rule-author.missing").findall("*")

    assert (done.returncode, done.stderr) == (0, b"")
    assert cells[head.index("since may")].text_content() == "-20"  # three of five, now two
    assert page.find(".//section[@class='verdict']//p").text_content().strip().endswith("It was F in may.")
    told = copydesk("report", "a.jsonl", "--since", "kept.duckdb#may", cwd=folder).stdout.decode()
    assert re.search(r" -20  author\.missing ", told)
    assert copydesk("report", "a.jsonl", "--since", "kept.duckdb", "-o", "t.md", cwd=folder).returncode == 0
    assert "| `author.missing` | error | 2 | 40% | -20 |" in (folder / "t.md").read_text("utf-8")
    missing = copydesk("report", "a.jsonl", "--since", "none.duckdb", cwd=folder)
    assert missing.stderr.decode().strip() == "copydesk: --since none.duckdb: no such file"


def test_the_terminal_tells_it_in_forty_lines(copydesk, folder):
    done = copydesk("report", "a.jsonl", cwd=folder)
    lines = done.stdout.decode().splitlines()

    assert done.returncode == 0
    assert 10 < len(lines) <= 40
    assert lines[0].startswith("Grade ")
    assert "\x1b" not in done.stdout.decode()
    assert "\u202e" not in done.stdout.decode()
    assert any("author.missing" in line for line in lines)


def test_lines_are_cut_to_the_terminal():
    line = [("  error   ", "error"), ("記者の名前", ""), (" is missing", "dim")]

    assert digest.fitted(line, 40) == line
    assert digest.fitted(line, 24) == [*line[:2], (" is…", "dim")]
    assert digest.fitted(line, 15) == [line[0], ("記者…", "")]
    assert [width("".join(text for text, _ in digest.fitted(line, at))) for at in (24, 20, 15)] == [24, 19, 15]


@pytest.mark.parametrize(("asked", "codes"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_is_left_out_where_it_is_not_wished(monkeypatch, capsys, asked, codes):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    with click.Context(click.Command("report")) as context:
        context.color = True  # as on a terminal
        terminal.printed([[("error", "error"), (" in a line", "")]])

    assert capsys.readouterr().out == ("\x1b[31m\x1b[1merror\x1b[0m in a line\n" if codes else "error in a line\n")


@pytest.mark.parametrize(
    ("missing", "output", "said"),
    [
        ("jinja2", "a.html", "reports as a page need more than was installed: pip install 'copydesk[report]'"),
        ("duckdb", "a.html", "reports on a corpus need more than was installed: pip install 'copydesk[corpus]'"),
        ("duckdb", None, "reports on a corpus need more than was installed: pip install 'copydesk[corpus]'"),
    ],
)
def test_what_is_not_installed_is_said_in_one_line_before_the_work(tmp_path, missing, output, said):
    asked = ["report", "nothing-is-read.jsonl", *(["-o", output] if output else [])]
    code = f"import sys; sys.modules[{missing!r}] = None; from validator.cli.main import main; main({asked!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)

    assert (done.returncode, done.stderr) == (2, f"copydesk: {said}\n")


def test_one_article_and_standard_input(copydesk, tmp_path):
    row = json.dumps(record(1)).encode()
    done = copydesk("report", "-", "-o", "one.html", input=row, cwd=tmp_path)
    page = lxml.html.fromstring((tmp_path / "one.html").read_bytes())

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(page.get_element_by_id("list").findall(".//tbody/tr")) == 1
    assert not page.findall(".//details[@class='article']")


def test_a_wrong_suffix_is_said_before_the_work(copydesk, folder):
    done = copydesk("report", "a.jsonl", "-o", "report.doc", cwd=folder)

    assert done.returncode == 2
    assert done.stderr.decode().strip() == "copydesk: -o report.doc: a report is .html, .md or .json"


def test_the_page_is_the_same_twice_and_in_any_number_of_processes(copydesk, folder):
    copydesk("report", "a.jsonl", "-o", "again.html", "-j", "2", cwd=folder)

    assert (folder / "again.html").read_bytes() == (folder / "report.html").read_bytes()


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 9, "0%"), (9, 9, "100%"), (1, 900, "<1%"), (899, 900, ">99%"), (1, 3, "33%"), (0, 0, "–")],
)
def test_percents_round_neither_to_all_nor_to_nothing(part, whole, said):
    assert story.percent(part, whole) == said


def test_months_run_on_and_break_where_a_year_is_empty():
    assert story.continuous(["2025-02", "1970-01", "2024-12"]) == [["1970-01"], ["2024-12", "2025-01", "2025-02"]]


def test_sparklines_show_the_least_too():
    assert story.sparkline([0, 1, 100, 50]) == " ▂█▅"


def test_of_many_findings_the_largest_of_each_rule_are_shown():
    largest = Largest()
    for at in range(100):
        for rule in ("dup.exact", "dup.near"):
            named = tuple(f"{one}" for one in range(2 + at % 50))
            told = f"{at}"
            largest.add(
                Finding(
                    rule,
                    "DUP",
                    Severity.INFO,
                    told,
                    Location(""),
                    "",
                    subject=told,
                    articles=named,
                    articles_total=len(named),
                )
            )
    kept = largest.kept()
    sizes = [one.articles_total for one in kept if one.rule == "dup.exact"]

    assert largest.totals == {"dup.exact": 100, "dup.near": 100}
    assert [one.rule for one in kept] == ["dup.exact"] * 24 + ["dup.near"] * 24
    assert sizes == sorted([*range(40, 52)] * 2, reverse=True)
    assert [one.subject for one in kept[:4]] == ["49", "99", "48", "98"]


def test_months_are_named_where_their_names_have_room():
    days = {"2024-03-30": 1, "2024-04-02": 1, "2025-02-20": 1}
    drawn = drawings.calendar(days, {})

    assert [name for _, name in drawn.months][:2] == ["Apr 2024", "Jun"]
    assert "2025" in [name for _, name in drawn.months]
    assert all(after - before >= 20 for (before, _), (after, _) in pairwise(drawn.months))


def test_missing_crowded_and_crawl_days_are_marked(copydesk, tmp_path):
    first = dt.date(2025, 1, 6)
    rows = [record(1, date=f"{first + dt.timedelta(at // 3)}") for at in range(240) if at // 3 not in range(40, 48)]
    rows += [record(2, date=f"{first + dt.timedelta(at // 3)}") for at in range(240)]
    rows += [record(2, date="2025-02-05") for _ in range(120)]
    rows += [record(1, date="2025-04-01", crawled_at="2025-04-01T08:00:00Z") for _ in range(80)]
    lines = (json.dumps({**one, "id": f"n{at}"}) + "\n" for at, one in enumerate(rows))
    (tmp_path / "a.jsonl").write_text("".join(lines), "utf-8")
    copydesk("report", "a.jsonl", "--select", "corpus", "-o", "page.html", cwd=tmp_path)
    page = lxml.html.fromstring((tmp_path / "page.html").read_bytes())
    marked = {one.get("class").split()[-1]: set() for one in page.iterfind(".//rect[@data-day]")}
    for one in page.iterfind(".//rect[@data-day]"):
        marked[one.get("class").split()[-1]].add(one.get("data-day"))

    assert marked["missing"] >= {f"2025-02-{15 + at}" for at in range(8)}
    assert marked["crowded"] == {"2025-02-05"}
    assert marked["crawl"] == {"2025-04-01"}


def test_a_calendar_has_a_cell_a_day_and_shows_the_fullest_year():
    days = {"1970-01-01": 1, "2025-01-01": 1, "2025-01-15": 9}
    drawn = drawings.calendar(days, {"2025-01-07": "missing"})
    cells = {one.day: one for one in drawn.cells}

    assert (drawn.first, drawn.last, drawn.outside) == ("2025-01-01", "2025-01-15", 1)
    assert len(cells) == 15
    assert (cells["2025-01-01"].x, cells["2025-01-01"].y) == (0, 20)  # a Wednesday
    assert (cells["2025-01-06"].x, cells["2025-01-06"].y) == (10, 0)  # a Monday
    assert cells["2025-01-07"].mark == "missing"
    assert [cells[day].step for day in ("2025-01-01", "2025-01-02", "2025-01-15")] == [2, 0, 4]
