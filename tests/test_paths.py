"""What a command line names: each file once, none that never ends, and what stands within an archive on a store."""

from __future__ import annotations

import errno
import gzip
import json
import os
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet
import pytest

from validator.config.load import record_map
from validator.read import records
from validator.read.paths import Unread, expand

NAMES = record_map("default").names
TABLE = b"id,title,text\na0,Pool,The council met.\n"


def row(number):
    return json.dumps({"id": f"a{number}", "title": f"Pool {number}", "text": "The council met."})


def test_a_file_is_named_once_however_it_is_written(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.jsonl").write_text(row(0))
    monkeypatch.chdir(tmp_path)

    given = ["a.jsonl", "./a.jsonl", "sub/../a.jsonl", str(tmp_path / "a.jsonl"), "*.jsonl", "."]

    assert [one.path for one in expand(given)] == ["a.jsonl"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.jsonl")
    (tmp_path / "b.jsonl").write_text(row(0))
    os.symlink("nowhere", tmp_path / "c.jsonl")

    assert [os.path.basename(one.path) for one in expand([str(tmp_path)])] == ["b.jsonl", "c.jsonl"]


@pytest.mark.parametrize("given", ["{}", "{}/**/*.txt", "{}/shut"])
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path, monkeypatch, given):
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("The council met.")
    scandir = os.scandir

    def refusing(path):
        if os.path.basename(path) == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    drops = [(os.path.basename(one.path), one.problem) for one in expand([given.format(tmp_path)])]

    assert drops == [("a.txt", "")] * (given != "{}/shut") + [("shut", "Permission denied")]


@pytest.mark.parametrize(
    ("pattern", "paths"),
    [
        ("**/*.txt", ["a.txt", "sub/b.txt", "z/c.txt"]),
        ("sub/**", ["sub/again/a.txt", "sub/again/z/c.txt", "sub/b.txt"]),
        ("su?/**/b.txt", ["sub/b.txt"]),
        ("**/.old/*.txt", ["sub/.old/d.txt"]),
        ("*/*.txt", ["sub/b.txt", "z/c.txt"]),
        ("**/d.txt", []),
    ],
)
def test_a_glob_looks_into_every_folder_once(tmp_path, monkeypatch, pattern, paths):
    for path in ("a.txt", "sub/b.txt", "sub/.old/d.txt", "z/c.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("The council met.")
    os.symlink("..", tmp_path / "sub" / "again")
    os.symlink("..", tmp_path / "z" / "again")
    monkeypatch.chdir(tmp_path)

    assert [one.path for one in expand([pattern]) if not one.problem] == paths


def test_what_no_suffix_names_is_told_and_left(copydesk, tmp_path):
    for name in ("a.jl", "part-00000", "part-00001", "scan.PDF", ".hidden.bin"):
        (tmp_path / name).write_text(row(0))

    done = copydesk("check", tmp_path, "--fail-on", "never", "--no-corpus", "--no-cache", "--format", "json")
    named = copydesk("check", tmp_path / "part-00000", "--fail-on", "never", "--no-corpus", "--no-cache")

    assert done.stderr == b"copydesk: 3 files left unread, of no known kind: no suffix (2), .pdf (1)\n"
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert named.stderr == b""
    assert b"1 article in 1 file" in named.stdout


def test_what_an_archive_holds_under_other_suffixes_is_told(copydesk, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("a.jsonl", "b.story", "c.story", "notes", ".hidden.bin", "__MACOSX/._a"):
            archive.writestr(name, row(0))
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        archive.add(tmp_path / "a.zip", "a.zip")
        archive.addfile(tarfile.TarInfo("d.\x1b[31m"))

    done = copydesk("check", tmp_path, "--fail-on", "never", "--no-corpus", "--no-cache", "-q")

    told = "7 files in archives left unread, of no known kind: .story (4), no suffix (2), .\ufffd[31m (1)"
    assert done.stderr.decode() == f"copydesk: {told}\n"


def test_files_that_hold_no_article_are_told(copydesk, tmp_path):
    pieces = {
        "a.jsonl": b"", "b.jsonl.gz": gzip.compress(b""), "c.json": b"[ ]", "d.csv": b"id,title,text\n",
        "e.jsonl": b"\n \n", "f.jsonl": row(0).encode(),
    }  # fmt: skip
    for name, content in pieces.items():
        (tmp_path / name).write_bytes(content)
    pyarrow.parquet.write_table(pa.table({"id": pa.array([], pa.string())}), tmp_path / "g.parquet")

    given = ("--fail-on", "never", "--no-corpus", "--no-cache", "-q")
    done = copydesk("check", ".", *given, cwd=tmp_path)
    one = copydesk("check", "e.jsonl", *given, cwd=tmp_path)

    assert done.returncode == 0
    assert done.stderr == b"copydesk: 6 files hold no article: a.jsonl, b.jsonl.gz, c.json \xe2\x80\xa6\n"
    assert one.returncode == 2
    assert one.stderr == b"copydesk: no article in what was read, so nothing was judged\n"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a.x"], "1 file left unread, of no known kind: .x (1)"),
        (
            [f"a.{one}" for one in "bccdefgh"],
            "8 files left unread, of no known kind: .c (2), .b (1), .d (1), .e (1), .f (1) …",
        ),
    ],
)
def test_many_suffixes_are_cut(names, told):
    unread = Unread()
    for name in names:
        unread.take(name)

    assert str(unread) == told


@pytest.mark.parametrize("inside", ["a.jsonl", "*.jsonl"])
def test_a_file_within_an_archive_has_a_url(tmp_path, inside):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jsonl", row(0))
    url = f"zip://{inside}::file://{tmp_path}/a.zip"

    found = [one for piece in records.cut(expand([url]), NAMES) for one in records.records(piece, NAMES)]

    assert [one.fields["title"].value for one in found] == ["Pool 0"]
    assert found[0].location.path == f"zip://a.jsonl::file://{tmp_path}/a.zip"


def test_a_url_of_nothing_says_so(tmp_path):
    (piece,) = records.cut(expand([f"file://{tmp_path}/a.jsonl"]), NAMES)

    assert piece.problem.message == "no such file or folder"


@pytest.mark.parametrize(
    ("name", "content", "titles"),
    [
        ("a.txt", TABLE, ["Pool"]),
        ("a", TABLE.replace(b",", b"\t"), ["Pool"]),
        ("a.jsonl", TABLE, ["Pool"]),
        ("a.json", TABLE, ["Pool"]),
        ("a.txt", TABLE.replace(b"id,", b"number,"), [None]),
        ("a.txt", TABLE.replace(b"id,", b""), [None]),
    ],
    ids=["text", "nothing", "lines", "document", "unknown name", "two columns"],
)
def test_a_row_of_known_names_begins_a_table(tmp_path, name, content, titles):
    (tmp_path / name).write_bytes(content)

    found = [
        one for piece in records.cut(expand([str(tmp_path / name)]), NAMES) for one in records.records(piece, NAMES)
    ]

    assert [one.fields["title"].value if "title" in one.fields else None for one in found] == titles
