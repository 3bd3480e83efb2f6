"""The front door: what a person types, what comes back, and the exit code."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time

import jsonschema
import pytest

GOOD = {
    "id": "a1",
    "url": "https://kurier.example/2025/05/14/rat",
    "title": "Council votes for the pool",
    "language": "en",
    "date": "2025-05-14",
    "author": "Jane Roe",
    "outlet": "Example Courier",
    "text": "Council votes for the pool\n\n" + "The council of Exampleton voted on the pool after a long debate. " * 6,
}


def lines(*records):
    return "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in records)


def findings(done):
    """The errors and warnings of a report."""
    return [
        (one["rule"], one["record"], one["file_line"])
        for one in json.loads(done.stdout)["findings"]
        if one["severity"] != "info"
    ]


def one_line(done):
    text = done.stderr.decode()
    assert text.count("\n") == 1, text
    return text.strip()


def test_clean_is_zero(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))

    done = copydesk("check", "a.jsonl", cwd=tmp_path)

    assert done.returncode == 0, done.stdout.decode()
    assert b"1 article in 1 file: 0 errors" in done.stdout


def test_errors_are_one_and_fail_on_decides(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "title": "", "text": "x. " * 200}))

    assert copydesk("check", "a.jsonl", cwd=tmp_path).returncode == 1
    assert copydesk("check", "a.jsonl", "--fail-on", "never", cwd=tmp_path).returncode == 0


def test_no_command_at_all_is_the_help(copydesk):
    done = copydesk()

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == copydesk("--help").stdout
    assert done.stderr.startswith(b"Usage: copydesk [OPTIONS] COMMAND [ARGS]...\n\n  The linter")


def test_missing_path(copydesk, tmp_path):
    done = copydesk("check", "nowhere.txt", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert one_line(done) == "copydesk: nowhere.txt: no such file or folder"


def test_missing_path_beside_a_good_one_is_a_finding(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))

    done = copydesk("check", "nowhere.txt", "a.jsonl", "--format", "json", cwd=tmp_path)

    assert done.returncode == 1
    assert findings(done) == [("schema.unreadable", None, None)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--select", "boilerplate", "--quiet"),
        ("check", "--ignore", "schema.unreadable", "--fail-on", "never", "-o", "out.txt"),
        ("baseline", "-o", "out.txt"),
        ("extract",),
        ("fix", "--write"),
        ("init",),
    ],
)
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere.txt", "no such file or folder"),
        ("n*.txt", "no file matches"),
        ("fold*", "no file matches"),
        ("folder", "no file of a known kind in this folder (.txt, .text, "),
    ],
)
def test_a_path_of_nothing_beside_a_good_one_stops_the_run(copydesk, tmp_path, arguments, name, says):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "author": "N/A"}))
    (tmp_path / "folder").mkdir()
    before = (tmp_path / "a.jsonl").read_bytes()

    done = copydesk(arguments[0], "a.jsonl", name, *arguments[1:], cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert one_line(done).startswith(f"copydesk: {name}: {says}")
    assert not (tmp_path / "out.txt").exists()
    assert (tmp_path / "a.jsonl").read_bytes() == before


def test_empty_file(copydesk, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")

    done = copydesk("check", "a.txt", "--format", "json", cwd=tmp_path)

    assert done.returncode == 1
    assert [rule for rule, *_ in findings(done)] == ["text.empty"]


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere refuse such a name")
def test_a_file_name_that_is_no_utf8_is_judged_and_told(copydesk, tmp_path):
    (tmp_path / os.fsdecode(b"inv\xff.txt")).write_text(str(GOOD["text"]))

    for command in ("check . --format=json", "check . --format=jsonl", "extract ."):
        done = copydesk(*command.split(), cwd=tmp_path)

        assert done.returncode in (0, 1), done.stderr.decode()
        assert b'"inv?.txt"' in done.stdout


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", ""), ("a.json", "[]"), ("a.csv", "id,title,text\n")])
def test_no_article_at_all_is_nothing_judged(copydesk, tmp_path, name, content):
    (tmp_path / name).write_text(content)

    done = copydesk("check", name, "--format", "json", cwd=tmp_path)

    assert done.returncode == 2
    assert one_line(done) == "copydesk: no article in what was read, so nothing was judged"
    assert json.loads(done.stdout)["summary"]["articles"] == 0


def test_standard_input_that_is_closed_is_nothing_judged():
    shell = ["sh", "-c", f"{sys.executable} -m validator check - <&-"]

    done = subprocess.run(shell, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (2, b"copydesk: -: standard input is closed\n")


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_sign_that_nobody_sees_in_a_key_is_shown(copydesk, tmp_path, form):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "a\0b": "x"}))

    done = copydesk("check", "a.jsonl", "--no-corpus", "--format", form, cwd=tmp_path)

    assert "$.a\ufffdb: a\ufffdb" in done.stdout.decode()
    assert b"\0" not in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["check a.jsonl", "check a.jsonl --format=jsonl", "extract a.jsonl", "rules"])
def test_a_full_disk_is_one_line(tmp_path, arguments):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "title": ""}))

    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "validator", *arguments.split()]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 2
    assert one_line(done) == "copydesk: cannot write: No space left on device"


def test_binary_file(copydesk, tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 20)

    done = copydesk("check", "a.txt", "--format", "json", cwd=tmp_path)

    assert done.returncode == 1
    assert [rule for rule, *_ in findings(done)] == ["schema.unreadable"]


def test_utf16_file_is_read_and_reported(copydesk, tmp_path):
    (tmp_path / "a.txt").write_bytes(str(GOOD["text"]).encode("utf-16"))

    done = copydesk("check", "a.txt", "--format", "json", cwd=tmp_path)
    rules = [rule for rule, *_ in findings(done)]

    assert "encoding.not_utf8" in rules
    assert "schema.unreadable" not in rules


def test_invalid_json_in_line_three_of_five(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(
        lines(GOOD, {**GOOD, "id": "a2"}, '{"id": "a3", ', GOOD | {"id": "a4"}, GOOD | {"id": "a5"})
    )

    done = copydesk("check", "a.jsonl", "--format", "json", "--no-corpus", cwd=tmp_path)
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert findings(done) == [("schema.unreadable", 3, 3)]
    assert report["summary"]["articles"] == 5


def test_an_array_instead_of_an_object(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD, "[1, 2]"))

    done = copydesk("check", "a.jsonl", "--format", "json", cwd=tmp_path)

    assert findings(done) == [("schema.unreadable", 2, 2)]
    assert b"holds an array, not an object" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["--profile", "news-dorp"],
            "unknown profile 'news-dorp' (known: archive, news-drop, training-corpus); did you mean 'news-drop'?",
        ),
        (["--select", "date.mising"], "unknown rule 'date.mising'; did you mean 'date.missing'?"),
        (["--profil", "archive"], "No such option '--profil'"),
        (["--format", "jsn"], "Invalid value for '--format'"),
        (["--as-of", "soon"], "--as-of: 'soon' is no date"),
        (["--as-of", "05/02/2025"], "--as-of: '05/02/2025' is no date (give one like 2025-05-14)"),
        (["--as-of", "2025-02-30"], "--as-of: '2025-02-30' is no date"),
    ],
)
def test_usage(copydesk, tmp_path, arguments, says):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))

    done = copydesk("check", "a.jsonl", *arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert says in one_line(done).replace('"', "'")


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        ("name: x\nfeilds: {}\n", "feilds: unknown key; did you mean 'fields'?"),
        (
            "name: x\nextends: news-drop\nfields: {required: author}\n",
            "fields.required: must be a list, as in [author]",
        ),
        (
            "name: x\nextends: news-drop\nfields: {required: [auther]}\n",
            "or 'photo_licence', not 'auther'; did you mean 'author'?",
        ),
        ("name: x\nrules: {ignore: style}\n", "rules.ignore: must be a list, as in [style]"),
        ("name: x\nseverity: {author: off}\n", "not 'False'; what is not wanted stands in rules.ignore"),
        ("name: x\nrules: {ignore: [date.futur]}\n", "profile x: rules.ignore: unknown rule 'date.futur'"),
        ("name: x\nseverity: {date.futur: info}\n", "profile x: severity: unknown rule 'date.futur'"),
        ("name: x\nname: y\n", "line 2: name: stands twice"),
        ("name: x\nfields:\n  required: []\n  required: [title]\n", "line 4: fields.required: stands twice"),
        (
            "name: x\ndescription: 2025-13-01\n",
            "line 2: description: '2025-13-01' is no date (a text stands in quotes)",
        ),
        (
            "name: x\nsuppress:\n- {rule: author, reason: y, until: 2025-02-30}\n",
            "line 3: suppress.0.until: '2025-02-30' is no date",
        ),
        ("name: !!int x\n", "line 1: name: 'x' is no number"),
        (
            "name: x\ngates: [{count: articles, at_least: 10, at_most: 3}]\n",
            "at_least 10 is more than at_most 3, which nothing can hold",
        ),
        ("name: x\nfields: {requird: [title]}\n", "fields.requird: unknown key; did you mean 'required'?"),
        ("name: x\nfields: {required: [titel]}\n", "did you mean 'title'?"),
        ("name: x\nrules: {select: [dat]}\n", "unknown rule 'dat'; did you mean 'date'?"),
        ("name: x\noptions: {date.future: {grace: -1}}\n", "date.future: grace: "),
        (
            "name: x\noptions: {date.future: {grance: 1}}\n",
            "date.future: grance: unknown option; did you mean 'grace'?",
        ),
        ("name: x\nextends: y.yaml\n", "profile y.yaml: no such file"),
        ("name: x\nextends: ./p.yaml\n", "extends runs in a circle"),
        ("name: [x\n", "not valid YAML"),
        ("- x\n", "must be a mapping of settings"),
    ],
)
def test_a_profile_with_a_mistake(copydesk, tmp_path, profile, says):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))
    (tmp_path / "p.yaml").write_text(profile)

    done = copydesk("check", "a.jsonl", "--profile", "./p.yaml", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert says in one_line(done)


def test_a_profile_changes_what_is_required(copydesk, tmp_path):
    bare = {key: value for key, value in GOOD.items() if key not in ("url", "author")}
    (tmp_path / "a.jsonl").write_text(lines(bare))

    def severities(profile):
        done = copydesk("check", "a.jsonl", "--format", "json", "--profile", profile, cwd=tmp_path)
        return {
            one["rule"]: one["severity"] for one in json.loads(done.stdout)["findings"] if one["severity"] != "info"
        }

    assert severities("news-drop") == {"author.missing": "error", "source.url_missing": "error"}
    assert severities("archive") == {"author.missing": "warning"}


def test_select_and_ignore(copydesk, tmp_path):
    (tmp_path / "a.txt").write_text("x " * 200)

    def rules(*arguments):
        done = copydesk("check", "a.txt", "--format", "json", *arguments, cwd=tmp_path)
        return {one["rule"].split(".")[0] for one in json.loads(done.stdout)["findings"]}

    assert rules("--select", "source,author") == {"source", "author"}
    assert rules("--select", "source", "--select", "author", "--ignore", "source") == {"author"}


def test_closed_pipe_is_quiet(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(*({"id": str(n), "text": "x " * 300} for n in range(400))))
    command = f"{sys.executable} -m validator check a.jsonl | head -n 1; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )

    assert done.stderr == b""
    assert done.returncode in (0, 1)


def test_interrupt(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "validator", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b'{"id": "1"}\n')
    process.stdin.flush()
    time.sleep(1.5)  # the command is now waiting for the end of its input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    assert process.returncode == 130
    assert (out, err) == (b"", b"\ncopydesk: interrupted\n")


def test_standard_input_is_text_or_json_lines(copydesk):
    text = copydesk("extract", "-", input=b"Council votes for the pool\n\nThe council voted.")
    records = copydesk("extract", "-", input=lines(GOOD, GOOD).encode())

    assert json.loads(text.stdout)["path"] == "-"
    assert [json.loads(line)["record"] for line in records.stdout.splitlines()] == [1, 2]


def test_gzip_and_a_stream_that_breaks_off(copydesk, tmp_path):
    packed = gzip.compress(lines(*({**GOOD, "id": str(n)} for n in range(300))).encode())
    (tmp_path / "whole.jsonl.gz").write_bytes(packed)
    (tmp_path / "torn.jsonl.gz").write_bytes(packed[:-40])

    whole = copydesk("check", "whole.jsonl.gz", "--format", "json", "--no-corpus", cwd=tmp_path)
    torn = copydesk("check", "torn.jsonl.gz", "--format", "json", "--no-corpus", cwd=tmp_path)

    assert findings(whole) == []
    assert "schema.unreadable" in [rule for rule, *_ in findings(torn)]


def test_a_folder_is_walked_in_order_and_a_glob_expanded(copydesk, tmp_path):
    (tmp_path / "drop" / "b").mkdir(parents=True)
    for name in ("drop/c.txt", "drop/b/a.txt", "drop/b/.hidden.txt", "drop/notes.pdf"):
        (tmp_path / name).write_text("Title of an article\n\nText.")

    walked = copydesk("extract", "drop", cwd=tmp_path)
    globbed = copydesk("extract", "drop/*.txt", cwd=tmp_path)

    assert [json.loads(line)["path"] for line in walked.stdout.splitlines()] == ["drop/c.txt", "drop/b/a.txt"]
    assert [json.loads(line)["path"] for line in globbed.stdout.splitlines()] == ["drop/c.txt"]


def test_all_records_of_one_id_are_counted(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD, {**GOOD, "id": "other"}, GOOD))

    done = copydesk("check", "a.jsonl", "--no-cache", "--select", "schema", "--format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)

    assert [one["message"] for one in report["findings"]] == [
        f"2 records bear the id '{GOOD['id']}': a.jsonl#1, a.jsonl#3"
    ]
    assert report["summary"]["rules"]["schema.duplicate_id"] == {"fail": 2, "pass": 1, "skip": 0}


def test_output_file_is_written_whole(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))

    done = copydesk("check", "a.jsonl", "--no-cache", "--format", "json", "-o", "report.json", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["articles"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "report.json"]


def test_output_replaces_what_a_link_points_to_and_never_a_device(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))
    (tmp_path / "kept.json").write_text("old")
    (tmp_path / "link.json").symlink_to("kept.json")
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", "pipe"], cwd=tmp_path, stdout=subprocess.PIPE)

    done = [
        copydesk("check", "a.jsonl", "--no-cache", "--format", "json", "-o", name, cwd=tmp_path)
        for name in ("link.json", "pipe")
    ]

    assert [one.returncode for one in done] == [0, 0]
    assert reader.communicate(timeout=30)[0] == (tmp_path / "kept.json").read_bytes() != b"old"
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "pipe").is_fifo()


def test_what_was_found_is_kept_unless_unwanted(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "date": "31.02.2025"}))
    cache = tmp_path / ".copydesk_cache"

    printed = [copydesk("check", "a.jsonl", "--no-cache", cwd=tmp_path).stdout]
    assert not cache.exists()
    printed += [copydesk("check", "a.jsonl", cwd=tmp_path).stdout for _ in range(2)]
    assert (cache / ".gitignore").read_text() == "*\n"
    (cache / "found.sqlite").write_bytes(b"no database" * 99)
    printed.append(copydesk("check", "a.jsonl", cwd=tmp_path).stdout)

    assert len(set(printed)) == 1
    assert b"(date.impossible)" in printed[0]


def test_a_cache_that_cannot_be_kept_is_no_error(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))
    (tmp_path / ".copydesk_cache").write_text("a file, and no folder")

    done = copydesk("check", "a.jsonl", "-q", "--select", "schema", cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_output_into_a_folder_that_is_not_there(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD))

    done = copydesk("check", "a.jsonl", "-o", "no/report.txt", cwd=tmp_path)

    assert done.returncode == 2
    assert one_line(done).startswith("copydesk: cannot write no/report.txt")


@pytest.mark.parametrize("name", ["profile", "record", "finding", "report", "article", "source"])
def test_schemas_are_json_schema(copydesk, tmp_path, name):
    (tmp_path / "schema.json").write_bytes(copydesk("schema", name).stdout)

    # It reads patterns as ECMAScript does, which editors and other languages follow.
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(tmp_path / "schema.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_what_is_printed_has_the_published_shape(copydesk, tmp_path):
    (tmp_path / "a.txt").write_text("x " * 200)
    (tmp_path / "b.jsonl").write_text(lines(GOOD, "{"))
    report = json.loads(copydesk("check", "a.txt", "b.jsonl", "--format", "json", cwd=tmp_path).stdout)
    articles = copydesk("extract", "a.txt", "b.jsonl", cwd=tmp_path).stdout.splitlines()

    jsonschema.validate(report, json.loads(copydesk("schema", "report").stdout))
    for line in articles:
        jsonschema.validate(json.loads(line), json.loads(copydesk("schema", "article").stdout))


def test_same_input_same_output(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD, {"id": "b", "text": "x " * 200}))
    runs = [
        copydesk("check", "a.jsonl", cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in "12"
    ]

    assert runs[0] == runs[1]


def test_rules_and_explain(copydesk):
    rules = copydesk("rules").stdout.decode()
    page = copydesk("explain", "DAT010").stdout.decode()

    assert "date.weekday_mismatch" in rules
    assert page.startswith("date.weekday_mismatch (DAT010, warning)")
    assert copydesk("explain", "date.weekday").returncode == 2


def test_explain_takes_what_is_printed_and_gives_what_a_profile_takes(copydesk):
    page = copydesk("explain", "date.future").stdout

    assert b'\n  grace = "P1DT12H": How far ahead' in page
    assert b"\n  languages = []: " in copydesk("explain", "language.unexpected").stdout
    assert copydesk("explain", "dat007").stdout == page
    assert copydesk("explain", "Date.Future").stdout == page
    assert page in copydesk("explain", "DAT").stdout == copydesk("explain", "date").stdout
    assert copydesk("explain", "gate.failed").stdout.startswith(
        b"gate.failed (GAT001, as grave as the gate says)\n\nA "
    )
    assert copydesk("explain", "gat002").stdout.startswith(b"gate.not_evaluated (GAT002, ")


def test_nothing_of_an_article_steers_the_terminal(copydesk, tmp_path):
    (tmp_path / "a.jsonl").write_text(lines({**GOOD, "id": "\x1b[31mred\u202e", "title": "\x1b]0;x\x07"}))

    done = copydesk("check", "a.jsonl", cwd=tmp_path)

    assert b"\x1b" not in done.stdout
    assert "\u202e".encode() not in done.stdout


def test_the_catalogue_as_json(copydesk):
    listed = json.loads(copydesk("rules", "--format", "json").stdout)
    future = next(one for one in listed if one["rule"] == "date.future")

    assert future["law"] == "An article cannot be published after it was collected."
    assert future["options"][0]["name"] == "grace"
    assert [one["rule"] for one in listed] == sorted(one["rule"] for one in listed)


def test_without_the_extra_the_corpus_rules_are_left_out_and_it_is_said(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines(GOOD, {**GOOD, "id": "a2"}))
    code = "import sys; sys.modules['duckdb'] = None; from validator.cli.main import main; main(sys.argv[1:])"

    def run(*arguments):
        command = [sys.executable, "-c", code, "check", str(tmp_path / "a.jsonl"), "--no-cache", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    done = run()
    assert (done.returncode, "dup.exact" in done.stdout) == (0, False)
    assert "rules that need many articles are not asked" in done.stderr
    assert run("--no-corpus").stderr == ""
    assert run("--corpus").returncode == 2
    assert json.loads(run("--format", "json").stdout)["summary"]["articles"] == 2
