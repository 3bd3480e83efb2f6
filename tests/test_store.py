"""The store: what a run leaves there, what a killed one does not, and what its documentation promises."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from validator.engines import store

ROOT = Path(__file__).resolve().parent.parent
DOCS = (ROOT / "docs" / "store.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)
TEXT = "The council of Brackwater voted on Tuesday to close ferry landing number {} for the winter. " * 4


@pytest.fixture(scope="module")
def copydesk(quick):
    return quick


def drop(folder, name, *records):
    rows = [
        {
            "title": f"Landing {at} closes",
            "language": "en",
            "date": f"2025-05-{10 + at}",
            "text": TEXT.format(*[at] * 4),
            "outlet": "Tidewatch",
            "url": f"https://tidewatch.example/landing/{at}",
            "author": "Olga Demidenko",
            **record,
        }
        for at, record in enumerate(records)
    ]
    (folder / name).write_text("".join(json.dumps(one) + "\n" for one in rows))


def stored(path, sql="SELECT number, drop_name, articles FROM runs ORDER BY number"):
    with duckdb.connect(str(path), read_only=True) as opened:
        return opened.sql(sql).fetchall()


@pytest.fixture(scope="module")
def archive(copydesk, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    credit = {"photo_credit": "Photo: Olga Demidenko / CC BY 4.0"}
    drop(folder, "may.jsonl", {"id": "a"}, {"id": "b", "author": ""}, {"id": "c", "outlet": "Harbour Post"})
    drop(folder, "june.jsonl", {"id": "a", "title": "Landing 0 reopens"}, {"id": "d", "author": "", **credit})
    for name in ("may", "june"):
        done = copydesk("check", f"{name}.jsonl", "--store", "s.duckdb", "--drop", name, cwd=folder)
        assert done.returncode in (0, 1), done.stderr.decode()
    return folder


def test_every_drop_is_there_in_order(archive):
    assert stored(archive / "s.duckdb") == [(1, "may", 3), (2, "june", 2)]
    assert stored(archive / "s.duckdb", "SELECT id FROM articles WHERE list_contains(failed, 'author.missing')") == [
        ("b",),
        ("d",),
    ]


def test_findings_and_outcomes_are_those_of_the_report(copydesk, archive):
    report = json.loads(copydesk("check", "may.jsonl", "--format", "json", cwd=archive).stdout)
    found = stored(archive / "s.duckdb", "SELECT fingerprint FROM findings WHERE drop_name = 'may'")
    rules = stored(archive / "s.duckdb", "SELECT rule, failed, passed, skipped FROM rules WHERE drop_name = 'may'")
    ((health,),) = stored(archive / "s.duckdb", "SELECT health FROM runs WHERE drop_name = 'may'")

    assert sorted(one for (one,) in found) == sorted(one["fingerprint"] for one in report["findings"])
    assert {rule: {"fail": f, "pass": p, "skip": s} for rule, f, p, s in rules} == report["summary"]["rules"]
    assert json.loads(health) == report["health"]


def test_there_are_ten_questions():
    assert len(QUERIES) == 10


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_documented_can_be_asked(archive, query):
    assert stored(archive / "s.duckdb", query)


@pytest.mark.parametrize("table", sorted(store.TABLES))
def test_every_column_is_documented(archive, table):
    columns = stored(archive / "s.duckdb", f"SELECT column_name, column_type FROM (DESCRIBE {table})")
    hidden = {"lines", "shapes", "roles", "line_words", "sketch", "sketch_lines", "sketch_ends", "scale"}

    assert [name for name, _ in columns] == list(store.TABLES[table])
    assert [
        name for name, kind in columns if f"`{name}`" not in DOCS and name not in hidden and "BIGINT[]" not in kind
    ] == []


def test_the_same_drop_again_takes_its_own_place(copydesk, archive):
    before = stored(archive / "s.duckdb", "SELECT number, run, errors FROM runs ORDER BY number")
    copydesk("check", "may.jsonl", "-j2", "--store", "s.duckdb", "--drop", "may", cwd=archive)

    assert stored(archive / "s.duckdb", "SELECT number, run, errors FROM runs ORDER BY number") == before
    assert stored(archive / "s.duckdb", "SELECT count(*) FROM articles WHERE drop_name = 'may'") == [(3,)]


def test_a_run_has_the_name_of_its_content(copydesk, tmp_path):
    drop(tmp_path, "a.jsonl", {"id": "a"})
    for _ in range(2):
        copydesk("check", "a.jsonl", "--store", "s.duckdb", cwd=tmp_path)
    drop(tmp_path, "a.jsonl", {"id": "b"})
    copydesk("check", "a.jsonl", "--store", "s.duckdb", "--format", "jsonl", cwd=tmp_path)
    rows = stored(tmp_path / "s.duckdb", "SELECT number, drop_name = run, articles FROM runs ORDER BY number")

    assert rows == [(1, True, 1), (2, True, 1)]
    assert stored(tmp_path / "s.duckdb", "SELECT count(*) > 0 FROM findings WHERE article_id = 'b'") == [(True,)]


def test_articles_lie_in_the_order_of_the_drop(copydesk, tmp_path):
    ids = [f"{at * 7919 % 1300:04}" for at in range(1300)]
    drop(tmp_path, "b.jsonl", *[{"id": one, "text": "Rain."} for one in ids[:700]])
    drop(tmp_path, "a.jsonl", *[{"id": one, "text": "Rain."} for one in ids[700:]])
    copydesk("check", "b.jsonl", "a.jsonl", "-j2", "--select", "schema", "--store", "s.duckdb", cwd=tmp_path)

    assert stored(tmp_path / "s.duckdb", "SELECT list(id ORDER BY rowid) FROM articles") == [(ids,)]


def test_rules_see_the_drop_before(archive):
    from validator.engines.duck import Duck

    def recalled(name):
        with Duck() as tables:
            store.Store(tables, str(archive / "s.duckdb")).recall(name)
            return [one for (one,) in tables.rows("SELECT id FROM earlier ORDER BY id")]

    assert recalled("july") == ["a", "d"]
    assert recalled("june") == ["a", "b", "c"]
    assert recalled("may") == []


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"no database at all " * 400, "not a store: the file is damaged"), (None, "a database, but no store")],
)
def test_a_file_that_is_no_store(copydesk, tmp_path, content, says):
    drop(tmp_path, "a.jsonl", {"id": "a"})
    path = tmp_path / "s.duckdb"
    if content is None:
        with duckdb.connect(str(path)) as opened:
            opened.sql("CREATE TABLE something AS SELECT 1 AS one")
    else:
        path.write_bytes(content)
    before = path.read_bytes()

    done = copydesk("check", "a.jsonl", "--store", "s.duckdb", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"copydesk: --store s.duckdb: {says}")
    assert done.stderr.count(b"\n") == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("--drop", "x"), ("--store", "s.duckdb", "--no-corpus"), ("--store", "no/s.duckdb")]
)
def test_what_cannot_be_stored(copydesk, tmp_path, arguments):
    drop(tmp_path, "a.jsonl", {"id": "a"})

    done = copydesk("check", "a.jsonl", *arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def holds(pid):
    """Whether a process has a store open."""
    for one in Path(f"/proc/{pid}/fd").glob("*"):
        with contextlib.suppress(OSError):
            if "s.duckdb" in os.readlink(one):
                return True
    return False


def waiting(folder):
    """A run that holds the store and waits for its input."""
    process = subprocess.Popen(
        [sys.executable, "-m", "validator", "check", "-", "--store", "s.duckdb"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 60
    while not holds(process.pid):
        assert time.monotonic() < until
        time.sleep(0.05)
    return process


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_two_at_a_time_and_one_that_is_killed(copydesk, tmp_path):
    drop(tmp_path, "a.jsonl", {"id": "a"})
    copydesk("check", "a.jsonl", "--store", "s.duckdb", "--drop", "first", cwd=tmp_path)
    before = (tmp_path / "s.duckdb").read_bytes()
    process = waiting(tmp_path)
    done = copydesk("check", "a.jsonl", "--store", "s.duckdb", cwd=tmp_path)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"copydesk: --store s.duckdb: in use by another run\n"
    assert stored(tmp_path / "s.duckdb") == [(1, "first", 1)]
    assert (tmp_path / "s.duckdb").read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_interrupted_first_run_leaves_no_store(tmp_path):
    process = waiting(tmp_path)
    time.sleep(0.5)  # it is now waiting for its input
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)

    assert process.returncode == 130
    assert not list(tmp_path.glob("s.duckdb*"))


def test_a_store_of_an_older_layout_is_read_and_widened(copydesk, tmp_path):
    drop(tmp_path, "a.jsonl", {"id": "a"}, {"id": "b"})
    copydesk("check", "a.jsonl", "--store", "s.duckdb", "--drop", "old", cwd=tmp_path)
    with duckdb.connect(str(tmp_path / "s.duckdb")) as opened:
        opened.sql("ALTER TABLE articles DROP COLUMN names")
        opened.sql("ALTER TABLE findings DROP COLUMN articles_total")

    done = copydesk("check", "a.jsonl", "--store", "s.duckdb", "--drop", "new", cwd=tmp_path)
    names = "SELECT drop_name, count(names) FROM articles GROUP BY 1 ORDER BY 1"

    assert done.returncode in (0, 1), done.stderr.decode()
    assert stored(tmp_path / "s.duckdb", names) == [("new", 2), ("old", 0)]


WHO = ("mayor", "miller", "baker", "warden", "pilot")
DID = ("sold", "saw", "left", "drew")
LONG = " ".join(f"The {who} of Brackwater {did} the ferry before noon." for who in WHO for did in DID)


@pytest.fixture(scope="module")
def third_drop(copydesk, tmp_path_factory):
    """What the rules of copies say of a third drop, with a first and a second one in the store."""
    folder = tmp_path_factory.mktemp("third")
    other = LONG.replace("ferry", "old bridge").replace("noon", "dusk")
    drop(folder, "may.jsonl", {"id": "m1", "text": LONG}, {"id": "m2", "text": other})
    drop(folder, "june.jsonl", {"id": "j1", "text": other}, {"id": "m1", "text": LONG}, {"id": "j2", "text": TEXT})
    drop(
        folder,
        "july.jsonl",
        {"id": "new", "text": TEXT.replace("ferry", "park").replace("council", "harbour board")},
        {"id": "copy", "text": other},
        {"id": "longer", "text": f"{LONG} Nobody asked why."},
        {"id": "m1", "text": LONG},
    )
    for name in ("may", "june", "july"):
        done = copydesk("check", f"{name}.jsonl", "--store", "s.duckdb", "--drop", name, cwd=folder)
        assert done.returncode in (0, 1), done.stderr.decode()
    return folder


def copies(folder, name="july"):
    sql = f"SELECT rule, articles, message FROM findings WHERE drop_name = '{name}' AND rule LIKE 'dup.%'"
    return sorted((rule, *ids, message) for rule, ids, message in stored(folder / "s.duckdb", sql))


def test_copies_of_any_earlier_drop_are_named_with_it(third_drop):
    assert copies(third_drop, "may") == []
    assert [one[:-1] for one in copies(third_drop, "june")] == [("dup.exact", "j1"), ("dup.exact", "m1")]
    assert copies(third_drop) == [
        ("dup.exact", "copy", "the same body stood in an earlier drop: may (m2); june (j1)"),
        ("dup.exact", "m1", "1 article was delivered before, in the drop may, with the same id and body"),
        ("dup.near", "longer", "at least 95% of the wording stood in an earlier drop: may (m1); june (m1)"),
        ("dup.near", "longer", "m1", "2 articles share at least 95% of their wording, pair by pair"),
    ]


def test_a_drop_is_no_copy_of_itself_or_of_a_later_one(copydesk, third_drop):
    before = copies(third_drop, "june")
    copydesk("check", "june.jsonl", "-j2", "--store", "s.duckdb", "--drop", "june", cwd=third_drop)

    assert copies(third_drop, "june") == before
