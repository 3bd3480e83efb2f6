"""What is accepted (the baseline) and what is excused (the profile's ``suppress``): counted, never reported."""

from __future__ import annotations

import json

import pytest

TEXT = "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter. " * 4
RECORD = {"title": "Ferry landing closes", "language": "en", "date": "2025-05-14", "text": TEXT, "outlet": "Tidewatch"}
COLLECTED = {"crawled_at": "2025-05-20T02:00:00Z"}


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


def drop(folder, *records, name="a.jsonl"):
    (folder / name).write_text("".join(json.dumps({**RECORD, **one}) + "\n" for one in records))


def checked(copydesk, folder, *arguments, name="a.jsonl"):
    done = copydesk("check", name, "--format", "json", "--no-corpus", "--fail-on", "warning", *arguments, cwd=folder)
    return done.returncode, json.loads(done.stdout)


def profile(folder, *entries):
    (folder / "p.yaml").write_text(json.dumps({"name": "p", "extends": "news-drop", "suppress": entries}))
    return "--profile", "./p.yaml"


def rules(report):
    return sorted((one["article_id"], one["rule"]) for one in report["findings"] if one["severity"] != "info")


MISSING = ["author.missing", "source.url_missing"]


def test_only_what_is_new_is_reported(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"}, {"id": "b"})
    accepted = copydesk("baseline", "a.jsonl", cwd=tmp_path)
    copydesk("baseline", "a.jsonl", "-o", "known.json", cwd=tmp_path)

    assert accepted.returncode == 0
    assert (tmp_path / "known.json").read_bytes() == accepted.stdout
    assert {one["rule"] for one in json.loads(accepted.stdout)["findings"]} >= set(MISSING)

    drop(tmp_path, {"id": "c"}, {"id": "b", "url": "https://tidewatch.example/ferry"}, {"id": "a"})
    status, report = checked(copydesk, tmp_path, "--baseline", "known.json")
    stale = [(one["article"], one["rule"]) for one in report["summary"]["stale"]]

    assert status == 1
    assert rules(report) == [("c", rule) for rule in MISSING]
    assert report["summary"]["known"] > 2
    assert report["summary"]["rules"]["author.missing"]["fail"] == 3
    assert ("b", "source.url_missing") in stale
    assert not any(rule.startswith("dup.") for _, rule in stale)


def test_a_baseline_is_the_same_for_any_order(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"}, {"id": "b", "title": ""})
    one = copydesk("baseline", "a.jsonl", cwd=tmp_path).stdout
    drop(tmp_path, {"id": "b", "title": ""}, {"id": "a"})

    assert copydesk("baseline", "a.jsonl", cwd=tmp_path).stdout == one


def test_the_ratchet_only_tightens(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"}, {"id": "b"})
    copydesk("baseline", "a.jsonl", "-o", "known.json", cwd=tmp_path)
    before = (tmp_path / "known.json").read_text().splitlines()
    drop(tmp_path, {"id": "a", "author": "Olga Demidenko"}, {"id": "c"})
    checked(copydesk, tmp_path, "--baseline", "known.json", "--select", "author")
    untouched = (tmp_path / "known.json").read_text().splitlines()
    _, told = checked(copydesk, tmp_path, "--baseline", "known.json", "--select", "author", "--ratchet")
    after = (tmp_path / "known.json").read_text().splitlines()
    _, again = checked(copydesk, tmp_path, "--baseline", "known.json", "--select", "author", "--ratchet")

    assert untouched == before
    assert len(told["summary"]["stale"]) == 2
    assert {one.rstrip(",") for one in after} < {one.rstrip(",") for one in before}
    assert not [one for one in after if "author.missing" in one]
    assert [one for one in after if "source.url_missing" in one]  # not asked, so nobody knows
    assert again["summary"]["stale"] == []
    assert ("c", "author.missing") in rules(again)


@pytest.mark.parametrize("indent", [None, 1], ids=["on one line", "indented"])
def test_a_baseline_may_be_written_otherwise(copydesk, tmp_path, indent):
    drop(tmp_path, {"id": "a"}, {"id": "b", "title": ""})
    copydesk("baseline", "a.jsonl", "-o", "known.json", cwd=tmp_path)
    drop(tmp_path, {"id": "a"}, {"id": "c", "title": ""})
    first = checked(copydesk, tmp_path, "--baseline", "known.json")
    accepted = json.loads((tmp_path / "known.json").read_text())
    (tmp_path / "known.json").write_text(json.dumps(accepted, indent=indent))

    assert checked(copydesk, tmp_path, "--baseline", "known.json") == first
    assert first[1]["summary"]["known"]
    assert first[1]["summary"]["stale"]


def test_entries_of_one_finding_accept_it_together(copydesk, tmp_path):
    drop(tmp_path, *[{"id": "a"}] * 3)
    copydesk("baseline", "a.jsonl", "--select", "author", "-o", "known.json", cwd=tmp_path)
    accepted = json.loads((tmp_path / "known.json").read_text())
    (one,) = accepted["findings"]
    assert one["count"] == 3
    accepted["findings"] = [{**one, "count": 1, "comment": "by hand"}, {**one, "count": 2}]
    (tmp_path / "known.json").write_text(json.dumps(accepted))

    status, report = checked(copydesk, tmp_path, "--select", "author", "--baseline", "known.json")

    assert (status, report["findings"], report["summary"]["known"], report["summary"]["stale"]) == (0, [], 3, [])


def known(folder):
    entries = json.loads((folder / "known.json").read_text())["findings"]
    return sorted((one["article"] or "", one["rule"], one.get("count", 1)) for one in entries)


SIGNED = {"author": "Olga Demidenko"}


@pytest.fixture
def two_files(copydesk, tmp_path):
    """A baseline of a folder with a.jsonl and b.jsonl, which bear everything twice; then nothing is wrong any more."""
    folder = tmp_path / "drop"
    folder.mkdir()
    for name in "ab":
        drop(folder, {"id": name}, {"id": "both"}, name=f"{name}.jsonl")
    copydesk("baseline", "drop", "--select", "author,dup.exact", "-o", "known.json", cwd=tmp_path)
    for name in "ab":
        drop(folder, {"id": name, "text": name * 99, **SIGNED}, name=f"{name}.jsonl")
    return tmp_path


ALL = [
    ("", "dup.exact", 1),
    ("a", "author.missing", 1),
    ("b", "author.missing", 1),
    ("both", "author.missing", 2),
]


@pytest.mark.parametrize(
    ("paths", "gone"),
    [
        (["drop"], ALL),
        (["./drop/"], ALL),
        (["drop/a.jsonl"], ALL[1:2]),
        (["drop/a.*"], ALL[1:2]),
        (["drop/*.jsonl"], ALL[1:]),
        (["drop/b.jsonl", "drop/a.jsonl"], ALL[1:]),
        (["**/b.jsonl"], ALL[2:3]),
        (["drop/a.jsonl", "nowhere"], ALL[1:2]),
    ],
)
def test_of_what_was_not_judged_the_ratchet_knows_nothing(copydesk, two_files, paths, gone):
    assert known(two_files) == ALL

    copydesk("check", *paths, "--baseline", "known.json", "--ratchet", cwd=two_files)

    assert known(two_files) == [one for one in ALL if one not in gone]


def test_what_is_gone_with_its_file_is_gone(copydesk, two_files):
    (two_files / "drop" / "b.jsonl").unlink()
    copydesk("check", "drop/a.jsonl", "drop/b.jsonl", "--baseline", "known.json", "--ratchet", cwd=two_files)
    named = known(two_files)
    copydesk("check", "drop", "--baseline", "known.json", "--ratchet", cwd=two_files)

    assert named == [one for one in ALL if one[0] != "a"]
    assert known(two_files) == []


def test_what_could_not_be_read_was_not_judged(copydesk, two_files):
    (two_files / "drop" / "b.jsonl").write_text("{")
    copydesk("check", "drop", "--baseline", "known.json", "--ratchet", cwd=two_files)

    assert ("b", "author.missing", 1) in known(two_files)
    assert ("a", "author.missing", 1) not in known(two_files)


def test_an_entry_that_names_no_file_is_held_against_every_run(copydesk, two_files):
    entries = json.loads((two_files / "known.json").read_text())
    for one in entries["findings"]:
        del one["paths"]
    (two_files / "known.json").write_text(json.dumps(entries))
    copydesk("check", "drop/a.jsonl", "--baseline", "known.json", "--ratchet", cwd=two_files)

    assert known(two_files) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "baseline known.json: no such file or directory"),
        ("{", "baseline known.json: invalid JSON"),
        ("{}", "baseline known.json: schema_version: field required"),
        (
            '{"schema_version": 1, "tool": "copydesk", "findings": [{"rule": "x", "article": "", "fingerprint": "z"}]}',
            "baseline known.json: findings.0.fingerprint: string should match",
        ),
    ],
)
def test_a_baseline_that_is_none(copydesk, tmp_path, content, says):
    drop(tmp_path, {"id": "a"})
    if content is not None:
        (tmp_path / "known.json").write_text(content)

    done = copydesk("check", "a.jsonl", "--baseline", "known.json", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"copydesk: {says}")
    assert done.stderr.count(b"\n") == 1


def test_a_ratchet_needs_a_baseline(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"})

    assert copydesk("check", "a.jsonl", "--ratchet", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ({"rule": "author.missing"}, [("a", MISSING[1]), ("b", MISSING[1])]),
        ({"rule": ["author", "SRC002"]}, []),
        ({"path": "a.*"}, []),
        ({"path": "b.*"}, [(one, rule) for one in "ab" for rule in MISSING]),
        ({"source": "Tidewatch", "rule": "author"}, [("a", MISSING[0]), ("a", MISSING[1]), ("b", MISSING[1])]),
        ({"article": "a"}, [("b", rule) for rule in MISSING]),
        ({"article": ["a", "b"], "rule": "source"}, [("a", MISSING[0]), ("b", MISSING[0])]),
    ],
)
def test_every_side_that_is_named_must_apply(copydesk, tmp_path, entry, left):
    drop(tmp_path, {"id": "a", "outlet": "Harbour Post"}, {"id": "b"})

    status, report = checked(copydesk, tmp_path, *profile(tmp_path, {**entry, "reason": "known to the house"}))
    (said,) = report["summary"]["suppressions"]

    assert rules(report) == left
    assert status == int(bool(left))
    assert report["summary"]["suppressed"] == said["suppressed"] >= 4 - len(left)
    assert said["reason"] == "known to the house"
    assert report["summary"]["rules"]["author.missing"]["fail"] == 2


def test_an_excuse_ends_with_the_day_of_collection_never_the_clock(copydesk, tmp_path):
    entry = {"rule": "author.missing", "reason": "the house signs nothing", "until": "2025-05-19"}
    drop(tmp_path, {"id": "a", **COLLECTED}, {"id": "b", "crawled_at": "2025-05-19T23:00:00Z"}, {"id": "c"})
    given = profile(tmp_path, entry)
    _, unknown = checked(copydesk, tmp_path, *given)
    _, later = checked(copydesk, tmp_path, *given, "--as-of", "2025-06-01")
    text = copydesk("check", "a.jsonl", *given, "--no-corpus", cwd=tmp_path).stdout.decode()

    assert [one for one, rule in rules(unknown) if rule == "author.missing"] == ["a"]
    assert [one for one, rule in rules(later) if rule == "author.missing"] == ["a", "c"]
    assert later["summary"]["suppressions"][0]["expired"] == 2
    assert "suppressed until 2025-05-19 (author.missing: the house signs nothing): 1 finding since" in text
    assert text.rstrip().endswith(", 2 suppressed")


def test_an_excuse_of_nothing_is_told(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"})
    given = profile(
        tmp_path,
        {"rule": "author.missing", "source": "Harbor Post", "reason": "a typo"},
        {"rule": "AUT001", "reason": "known"},
        {"path": "dropp/*", "reason": "a typo"},
        {"rule": "dup", "reason": "not asked here"},
    )

    done = copydesk("check", "a.jsonl", *given, "--no-corpus", cwd=tmp_path)

    assert b"suppress: 2 of 4 cover nothing here (author.missing, Harbor Post; dropp/*)\n" in done.stdout


def test_processes_and_the_cache_change_nothing(copydesk, tmp_path):
    drop(tmp_path, *({"id": f"{at}", "outlet": f"Post {at % 3}"} for at in range(900)))
    given = profile(tmp_path, {"rule": "author.missing", "source": "Post 1", "reason": "x", "until": "2025-05-19"})
    copydesk("baseline", "a.jsonl", "--select", "source", "-o", "known.json", cwd=tmp_path)
    common = ("check", "a.jsonl", *given, "--format", "json", "--baseline", "known.json")
    common = (*common, "--select", "source,author", "--no-corpus")
    runs = [
        copydesk(*common, *more, cwd=tmp_path).stdout for more in (["-j1"], ["-j2"], ["-j1", "--cache"], ["--cache"])
    ]

    assert len(set(runs)) == 1
    assert json.loads(runs[0])["summary"]["suppressed"] == 300
    assert json.loads(runs[0])["summary"]["known"] == 900


def test_a_group_is_excused_only_with_all_its_articles(copydesk, tmp_path):
    drop(tmp_path, {"id": "a", "outlet": "Post"}, {"id": "b", "outlet": "Echo"})

    def groups(**sides):
        given = profile(tmp_path, {"rule": "dup.exact", **sides, "reason": "a reprint"})
        done = copydesk("check", "a.jsonl", *given, "--format", "json", "--select", "dup", cwd=tmp_path)
        return [one["articles"] for one in json.loads(done.stdout)["findings"] if one["rule"] == "dup.exact"]

    assert groups(article=["a"]) == [["a", "b"]]
    assert groups(article=["a", "b"]) == []
    assert groups(source="Post") == [["a", "b"]]
    assert groups(source=["Post", "Echo"]) == []
    assert groups(path="b.*") == [["a", "b"]]
    assert groups(path="a.*", source=["Post", "Echo"]) == []


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"rule": "author.missing"}, "suppress.0.reason: field required"),
        ({"rule": "author.missing", "reason": " "}, "suppress.0.reason: string should match"),
        ({"reason": "all of it"}, "suppress.0: value error, names no rule, path, source or article"),
        ({"rule": "author.mising", "reason": "x"}, "unknown rule 'author.mising'; did you mean 'author.missing'?"),
        ({"rule": "author", "reason": "x", "until": "soon"}, "suppress.0.until: input should be a valid date"),
    ],
)
def test_an_excuse_that_is_none(copydesk, tmp_path, entry, says):
    drop(tmp_path, {"id": "a"})

    done = copydesk("check", "a.jsonl", *profile(tmp_path, entry), cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_what_a_parent_suppresses_stays_suppressed(copydesk, tmp_path):
    drop(tmp_path, {"id": "a"})
    profile(tmp_path, {"rule": "author.missing", "reason": "x"})
    child = {"name": "c", "extends": "./p.yaml", "suppress": [{"rule": "source.url_missing", "reason": "y"}]}
    (tmp_path / "c.yaml").write_text(json.dumps(child))

    _, report = checked(copydesk, tmp_path, "--profile", "./c.yaml")

    assert rules(report) == []
    assert [one["reason"] for one in report["summary"]["suppressions"]] == ["x", "y"]
