"""Gates: thresholds over a corpus that hold, do not hold, or could not be judged, and what Great Expectations sees."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from pathlib import Path

import pytest

from tests.forked import loaded
from validator import run
from validator.config import load
from validator.config.gates import Gate
from validator.errors import ConfigError, MissingExtraError
from validator.gates import gx, verdict
from validator.report import json as as_json
from validator.report.shapes import ReportShape

ROOT = Path(__file__).resolve().parent.parent
PROFILE = str(ROOT / "fixtures" / "gates.yaml")
needs_gx = pytest.mark.skipif(
    importlib.util.find_spec("great_expectations") is None, reason="great_expectations is not installed (extra: gates)"
)
GOOD = {
    "url": "https://kurier.example/2025/05/14/rat",
    "title": "Council votes for the pool",
    "language": "en",
    "date": "2025-05-14",
    "author": "Jane Roe",
    "outlet": "Example Courier",
}


def written(folder, records, *gates):
    """A drop of records without texts, and a profile with gates."""
    lines = [json.dumps({"id": f"a{number}", **GOOD, **one}) for number, one in enumerate(records)]
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "p.yaml").write_text(json.dumps({"name": "p", "extends": "news-drop", "gates": list(gates)}))


def checked(copydesk, folder, *options):
    """The report of ``written``, asked for one rule that nothing breaks, so that gates alone decide."""
    chosen = () if "--select" in options else ("--select", "encoding.mojibake")
    done = copydesk("check", "a.jsonl", "--profile", "p.yaml", "--format", "json", *chosen, *options, cwd=folder)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def copydesk():
    with loaded("great_expectations") as command:
        yield command


@pytest.fixture(scope="module")
def demo(copydesk):
    done = copydesk(
        "check", "fixtures/drop", "--profile", PROFILE, "--format", "json", "--no-cache", "-j", "1", cwd=ROOT
    )
    assert done.returncode == 1, done.stderr.decode()
    return json.loads(done.stdout)


@needs_gx
def test_the_demo_drop_passes_warns_and_fails_as_planted(demo):
    states = {(one["gate"], one["source"]): (one["state"], one["severity"]) for one in demo["gates"]}

    assert states["date", None] == ("pass", "error")
    assert states["author", None] == ("fail", "error")
    assert states["photo_credit", None] == ("fail", "warning")
    assert states["language by source", "Brackwater Courier"] == ("fail", "warning")
    assert states["language by source", "Pellham Gazette"] == ("not_evaluated", "info")
    assert states["date by source", "Nobody's Gazette"] == ("not_evaluated", "info")
    assert states["articles", None] == ("pass", "error")


@needs_gx
def test_fields_are_held_against_every_source(demo):
    gates = {(one["gate"], one["source"]): one for one in demo["gates"]}
    courier = {
        name: gates[name, "Brackwater Courier"]
        for name in ("date of every source", "author by source", "photo_credit by source", "language by source")
    }

    assert {name: (one["state"], one["severity"], one["articles"]) for name, one in courier.items()} == {
        "date of every source": ("pass", "error", []),
        "author by source": ("pass", "error", []),
        "photo_credit by source": ("fail", "warning", ["gc-000102", "gc-000116"]),
        "language by source": ("fail", "warning", ["fixtures/drop/texts/en-01-ferry.txt"]),
    }
    nobody = gates["date of every source", ""]
    assert (nobody["state"], nobody["severity"], nobody["passed"], nobody["judged"]) == ("fail", "error", 3, 7)
    assert nobody["articles"] == [
        "fixtures/drop/crawl.jsonl#10",
        "fixtures/drop/crawl.jsonl#6",
        "fixtures/drop/texts/fr-01-passerelle.txt",
        "fixtures/drop/texts/uk-01-pekarnia.txt",
    ]


@needs_gx
@pytest.mark.filterwarnings("ignore")  # of what pyspark says of the newest pandas
def test_gates_on_spark_are_those_of_one_machine(spark, monkeypatch):
    monkeypatch.chdir(ROOT)
    here, there = (
        json.loads(b"".join(as_json.report(run.check(["fixtures/drop/crawl.jsonl"], load.profile(PROFILE), **options))))
        for options in ({"jobs": 1}, {"engine": "spark"})
    )

    assert here["gates"] == there["gates"]
    assert {one["state"] for one in there["gates"]} == {"pass", "fail", "not_evaluated"}
    assert [one for one in there["gates"] if one["articles"]]


@needs_gx
def test_failing_articles_are_named_and_counted(demo):
    gates = {(one["gate"], one["source"]): one for one in demo["gates"]}
    authors = gates["author", None]

    assert authors["articles_total"] == authors["judged"] - authors["passed"] == 7
    assert {"gc-000102", "urn:solonytsia:307"} <= set(authors["articles"])
    assert gates["language by source", "Brackwater Courier"]["articles"] == ["fixtures/drop/texts/en-01-ferry.txt"]
    assert gates["date", None]["articles"] == []


@needs_gx
def test_the_report_has_its_published_shape_and_tells_gates_as_findings(demo):
    ReportShape.model_validate(demo)
    told = {(one["rule"], one.get("source")) for one in demo["findings"] if one["rule"].startswith("gate.")}

    assert ("gate.failed", "Brackwater Courier") in told
    assert ("gate.not_evaluated", "Nobody's Gazette") in told


@needs_gx
@pytest.mark.parametrize("form", ["text", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "markdown"])
def test_every_format_tells_them(copydesk, tmp_path, form):
    written(tmp_path, [{}, {"author": ""}], {"field": "author", "mostly": 0.9, "severity": "warning"})

    chosen = ("--profile", "p.yaml", "--select", "encoding.mojibake")
    done = copydesk("check", "a.jsonl", *chosen, "--format", form, cwd=tmp_path)

    assert "1 of 2 articles in order (50 %" in done.stdout.decode()


@needs_gx
@pytest.mark.parametrize(("severity", "fail_on", "code"), [("error", "error", 1), ("warning", "error", 0)])
def test_severity_sets_the_exit_code(copydesk, tmp_path, severity, fail_on, code):
    written(tmp_path, [{}, {"author": ""}], {"field": "author", "severity": severity})

    assert checked(copydesk, tmp_path, "--fail-on", fail_on)[0] == code


@needs_gx
def test_what_could_not_be_judged_is_no_pass_and_says_why(copydesk, tmp_path):
    gates = (
        {"field": "date", "minimum": 3},
        {"rule": "date.future"},
        {"rule": "dup.exact", "per": "source"},
        {"field": "url", "sources": ["Nobody"], "not_evaluated": "info"},
    )
    written(tmp_path, [{}, {}], *gates)

    code, report = checked(copydesk, tmp_path)
    told = {one["gate"]: (one["state"], one["severity"], one["message"]) for one in report["gates"]}

    assert code == 1
    assert told == {
        "date": ("not_evaluated", "error", "2 of at least 3 articles could be judged"),
        "date.future": ("not_evaluated", "error", "date.future was not asked"),
        "dup.exact by source": ("not_evaluated", "error", "dup.exact was not asked"),
        "url by source": ("not_evaluated", "info", "no article of this source"),
    }


@needs_gx
def test_rules_are_held_to_the_articles_that_they_judged(copydesk, tmp_path):
    fields = {"url": "https://kurier.example/2024/01/01/rat"}
    written(tmp_path, [{}, {}, fields, {"date": None}], {"rule": "date.url_conflict", "mostly": 0.5})

    _, report = checked(copydesk, tmp_path, "--select", "date.url_conflict")

    assert [(one["passed"], one["judged"], one["state"]) for one in report["gates"]] == [(2, 3, "pass")]


@needs_gx
def test_a_rule_about_many_articles_is_gated_by_its_findings(copydesk, tmp_path):
    text = "The council of Exampleton voted on the pool after a long debate, and nobody left before midnight. " * 6
    records = [{"text": text}, {"text": text}, {"text": f"{text} The mayor of Exampleton was away. " * 3}]
    written(tmp_path, records, {"rule": "dup.exact", "at_most": 0}, {"rule": "dup.exact", "per": "source"})

    _, report = checked(copydesk, tmp_path, "--select", "dup.exact")
    whole, by_source = report["gates"]

    assert (whole["state"], whole["articles"]) == ("fail", ["a0", "a1"])
    assert by_source["message"] == "dup.exact is about all articles together"


@needs_gx
def test_gates_do_not_depend_on_processes_or_order(copydesk, tmp_path):
    records = [{"author": "" if at % 7 == 0 else "Jane Roe", "outlet": f"Paper {at % 3}"} for at in range(300)]
    gate = {"field": "author", "mostly": 0.86, "per": "source"}
    written(tmp_path, records, gate)
    first = checked(copydesk, tmp_path, "-j", "1")[1]["gates"]
    lines = (tmp_path / "a.jsonl").read_text().splitlines()
    random.Random(5).shuffle(lines)
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + "\n")

    again = checked(copydesk, tmp_path, "-j", "2")[1]["gates"]

    assert first == again
    assert [one["source"] for one in first] == ["Paper 0", "Paper 1", "Paper 2"]
    assert {one["state"] for one in first} == {"pass", "fail"}


@needs_gx
def test_at_most_a_hundred_ids_and_how_many_there_are(copydesk, tmp_path):
    written(tmp_path, [{"author": ""}] * 150, {"field": "author"})

    (gate,) = checked(copydesk, tmp_path)[1]["gates"]

    assert (len(gate["articles"]), gate["articles_total"]) == (100, 150)


@needs_gx
def test_great_expectations_agrees_with_arithmetic():
    chance = random.Random(3)
    columns = []
    for at in range(60):
        judged = chance.randint(1, 300)
        passed = chance.randint(0, judged)
        mostly = chance.choice([round(passed / judged, 2), passed / judged, 0.99, 1.0])
        columns.append(gx.Column(Gate(field="date", mostly=mostly, name=f"g{at}"), {"all articles": passed / judged}))

    answers = gx.validate("agreement", columns)

    for one in columns:
        share = one.held["all articles"]
        assert bool(answers[one.gate.title].failing) == (share < one.gate.limits[0]), one
    assert {bool(answer.failing) for answer in answers.values()} == {True, False}


@needs_gx
def test_what_great_expectations_raises_is_no_pass(monkeypatch):
    column = gx.Column(Gate(field="date"), {"all articles": 1.0})
    monkeypatch.setattr(gx, "_frame", lambda _: 1 / 0)

    assert gx.validate("p", [column])["date"] == gx.Answer(error="great_expectations raised: division by zero")


@needs_gx
def test_sources_that_are_too_small_are_one_finding(copydesk, tmp_path):
    written(
        tmp_path,
        [{"outlet": f"Example {letter}"} for letter in "ABCDEFGHAAA"] + [{"outlet": "Example Z", "author": ""}],
        {"field": "author", "per": "source", "minimum": 2},
    )

    _, report = checked(copydesk, tmp_path)
    text = copydesk("check", "a.jsonl", "--profile", "p.yaml", cwd=tmp_path).stdout.decode()

    (said,) = [one["message"] for one in report["findings"] if one["rule"].startswith("gate.")]
    assert said.startswith("gate author by source: not evaluated: 8 sources: Example B: 1 of at least 2 articles")
    assert said.endswith("Example D: 1 of at least 2 articles could be judged; and 5 more")
    assert len([one for one in report["gates"] if one["state"] == "not_evaluated"]) == 8
    assert "author by source: 3 more sources" in text


@needs_gx
def test_code_without_a_file_is_told_what_came_of_its_gates(run_python):
    code = """
from validator.errors import UsageError
from validator.gates import gx
try:
    print(gx.suite("gates", [], {})["name"])
except UsageError as error:
    print(error)
"""
    said = run_python(code).strip()

    assert said in ("gates", "pyspark ends a process that was started without a file: no gate was judged")


@needs_gx
def test_a_gate_that_raises_alone_is_not_evaluated_and_the_others_are(monkeypatch):
    whole = gx._frame
    monkeypatch.setattr(gx, "_frame", lambda columns: whole(columns).drop(columns="author"))
    columns = [gx.Column(Gate(field=name), {"all articles": 1.0}) for name in ("author", "date")]

    answers = gx.validate("p", columns)

    assert 'The column "author" in BatchData does not exist' in answers["author"].error
    assert answers["date"] == gx.Answer()


def test_without_gates_great_expectations_is_not_imported(run_python, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", **GOOD}) + "\n" + json.dumps({"id": "2", **GOOD}) + "\n")
    code = (
        "import sys, contextlib, io\nfrom validator.cli.main import _guarded\n"
        f"with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):\n"
        f"    _guarded(['check', {str(tmp_path / 'a.jsonl')!r}, '--no-cache', '-j', '1', '--no-progress'])\n"
        "print(*sorted({'great_expectations', 'validator.gates', 'validator.gates.gx'} & set(sys.modules)))"
    )

    assert run_python(code).strip() == ""


@needs_gx
def test_nothing_leaves_the_machine_and_nothing_is_left_at_home(run_python, tmp_path):
    code = (
        f"import os, socket, sys\nsys.ps1 = '>'\nos.environ['HOME'] = {str(tmp_path)!r}\n"
        "asked = []\n"
        "socket.socket.connect = lambda self, address: asked.append(address)\n"
        "socket.getaddrinfo = lambda *a, **k: asked.append(a)\n"
        "from validator.config.gates import Gate\nfrom validator.gates import gx\n"
        "column = gx.Column(Gate(field='date'), {'all articles': 0.5})\n"
        f"print(gx.validate('p', [column], (), {str(tmp_path / 'd')!r}))\n"
        "print(asked, sorted(os.listdir(os.environ['HOME'])))"
    )

    answer, left = run_python(code).strip().splitlines()

    assert "frozenset({'all articles'})" in answer
    assert left == "[] ['d']"


def test_without_the_extra_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setattr(verdict, "find_spec", lambda name: None if name == "great_expectations" else object())

    with pytest.raises(MissingExtraError, match=re.escape("pip install 'copydesk[gates]'")):
        verdict.insist(load.profile(PROFILE))


@needs_gx
def test_data_docs_grow_run_by_run_and_show_articles_harmlessly(copydesk, tmp_path):
    records = [{"outlet": "<img src=x onerror=alert(1)>", "id": "<script>a</script>", "author": ""}, {}]
    written(tmp_path, records, {"field": "author", "per": "source"}, {"rule": "date.future"})

    for _ in range(2):
        checked(copydesk, tmp_path, "--data-docs", "site")

    pages = sorted((tmp_path / "site" / "validations").rglob("*.html"))
    index = (tmp_path / "site" / "index.html").read_text()
    assert len(pages) == 2
    assert all(f"validations/{page.relative_to(tmp_path / 'site' / 'validations')}" in index for page in pages)
    page = pages[-1].read_text()
    assert "<img src=x" not in page
    assert "<script>a" not in page
    assert "&lt;script&gt;a&lt;/script&gt;" in page
    assert "not evaluated: date.future was not asked" in page


def test_data_docs_without_gates_is_a_mistake(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text("{}\n")

    done = copydesk("check", "a.jsonl", "--data-docs", "site", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (2, b"copydesk: --data-docs: the profile news-drop has no gates\n")


@needs_gx
@pytest.mark.filterwarnings("ignore")
def test_the_exported_suite_judges_its_frame_as_the_run_does(copydesk, tmp_path, demo):
    import duckdb
    import great_expectations

    copydesk("gates", "--profile", PROFILE, "--export", "suite.json", cwd=tmp_path)
    exported = json.loads((tmp_path / "suite.json").read_text())
    about = exported["meta"]["copydesk"]
    frame = duckdb.sql(about["sql"].replace("FROM articles", f"FROM {_features(tmp_path)}")).df()
    context = great_expectations.get_context(mode="ephemeral")
    batch = context.data_sources.pandas_default.read_dataframe(frame)
    suite = great_expectations.ExpectationSuite(**exported)

    results = batch.validate(
        suite, result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["scope"]}
    )

    failing = {
        (one.expectation_config.kwargs["column"], row["scope"])
        for one in results.results
        for row in one.result.get("unexpected_index_list") or ()
    }
    wanted = {(one["gate"], _scope(one["source"])) for one in demo["gates"] if one["state"] == "fail"}
    assert about["left_out"] == ["DUP001"]
    assert failing == wanted


def _scope(source):
    return "all articles" if source is None else f"source: {source}" if source else "no source"


def _features(folder):
    """The features of the demo drop as a Parquet file, named as SQL names a table."""
    import pyarrow.parquet as pq

    from validator.corpus import features
    from validator.engines.desk import Desk, Question
    from validator.read import records

    question = Question(load.profile(PROFILE))
    rows = []
    drop = str(ROOT / "fixtures" / "drop")
    for packed in Desk(question, None)([*records.of_paths([drop], question.names)]).features:
        rows += features.unpacked(packed)[0]
    pq.write_table(features.of_rows(rows, features.ARTICLES), folder / "features.parquet")
    return f"'{folder / 'features.parquet'}'"


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        ({}, "a gate names one of field, rule and count"),
        ({"field": "date", "rule": "date.future"}, "a gate names one of field, rule and count"),
        ({"count": "errors"}, "a count has at_most or at_least, and no mostly"),
        ({"field": "date", "mostly": 0.9, "at_most": 3}, "a field or a rule has mostly or at_most"),
        ({"field": "date", "name": "<b>"}, "match"),
    ],
)
def test_a_gate_with_a_mistake(tmp_path, gate, says):
    written(tmp_path, [], gate)

    with pytest.raises(ConfigError, match=says):
        load.profile(str(tmp_path / "p.yaml"))


def test_two_gates_with_one_name(tmp_path):
    written(tmp_path, [], {"field": "date"}, {"field": "date", "mostly": 0.5})

    with pytest.raises(ConfigError, match="two gates are called 'date'"):
        load.profile(str(tmp_path / "p.yaml"))


def test_a_gate_on_a_rule_that_is_not_there(tmp_path):
    written(tmp_path, [], {"rule": "date.futur"})

    with pytest.raises(ConfigError, match=re.escape("unknown rule 'date.futur'; did you mean 'date.future'?")):
        verdict.insist(load.profile(str(tmp_path / "p.yaml")))


def test_gates_are_listed(copydesk, tmp_path):
    written(tmp_path, [], {"field": "date", "mostly": 0.9}, {"count": "errors", "at_most": 3, "severity": "info"})

    done = copydesk("gates", "--profile", "p.yaml", cwd=tmp_path)

    assert done.stdout.decode().splitlines() == ["error    date: at least 0.9", "info     errors: at most 3"]

    none = copydesk("gates", "--profile", "archive", cwd=tmp_path)
    assert (none.returncode, none.stdout, none.stderr) == (0, b"", b"copydesk: the profile archive has no gates\n")


def test_the_profile_of_the_documentation_is_valid(tmp_path):
    text = (ROOT / "docs" / "great-expectations.md").read_text("utf-8")
    (tmp_path / "p.yaml").write_text(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0])

    assert len(load.profile(str(tmp_path / "p.yaml")).gates) == 7


@needs_gx
def test_no_baseline_accepts_a_gate_that_does_not_hold(copydesk, tmp_path):
    written(tmp_path, [{}, {"author": ""}], {"field": "author"})
    chosen = ("--profile", "p.yaml", "--select", "author.missing")
    copydesk("baseline", "a.jsonl", "--profile", "p.yaml", "-o", "known.json", cwd=tmp_path)

    done = copydesk("check", "a.jsonl", *chosen, "--baseline", "known.json", "--format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert [one["rule"] for one in report["findings"]] == ["gate.failed"]
    assert "gate." not in (tmp_path / "known.json").read_text()
