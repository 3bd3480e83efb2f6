"""``copydesk fix``: what was not repaired stays byte for byte, in every format; what cannot be done is told."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import shutil
import stat
import subprocess
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet
import pytest
from backports import zstd

from validator.cli.main import _guarded as copydesk

PROSE = "The council voted on Monday to renovate the market hall, for nine million pounds."
FAULTY = f"{PROSE}\n\nLeave a comment"
CLEAN = b'{ "text":"Ol\\u00e1",  "n": 1e5, "n2":1.50 }\n'


def fix(*arguments):
    return copydesk(["fix", "--no-progress", *map(str, arguments)])


def write(path, content):
    path.write_bytes(content)
    return path


def written(path, content):
    """The bytes of a file after it was repaired in place, and once more."""
    write(path, content)
    assert fix("--write", path) == 0
    after = path.read_bytes()
    assert fix("--write", path) == 0
    assert path.read_bytes() == after
    return after


def test_one_finding_in_one_article_is_told_as_one(tmp_path, capsys):
    assert fix("--diff", write(tmp_path / "a.txt", FAULTY.encode())) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "1 finding would be fixed in 1 of 1 article, 0 left alone"


def test_json_lines_change_where_something_was_repaired_and_nowhere_else(tmp_path):
    spaced = json.dumps({"id": 7, "text": FAULTY, "author": "N/A", "n": 1.0}).encode()
    bare = b'{"text":"' + PROSE.encode() + b'","language" : "en_GB","k":"\\u00e9 \xc3\xa9","n":1e5}\r\n'
    lines = [b"\xef\xbb\xbf" + CLEAN, b"\n", spaced + b"\n", b"not JSON\n", b"[1]\n", bare, CLEAN.rstrip()]
    after = written(tmp_path / "drop.jsonl", b"".join(lines))

    assert after.split(b"\n")[2] == json.dumps({"id": 7, "text": PROSE, "author": None, "n": 1.0}).encode()
    lines[2] = after.split(b"\n")[2] + b"\n"
    lines[5] = bare.replace(b"en_GB", b"en-GB")
    assert after == b"".join(lines)


def test_what_python_writes_for_no_number_becomes_null(tmp_path):
    path = write(tmp_path / "a.jsonl", b'{"text": "The council met on Monday.", "author": NaN, "rank": NaN}\n')

    fix(path, "--write")

    assert path.read_bytes() == b'{"text": "The council met on Monday.", "author": null, "rank": NaN}\n'


def test_a_new_key_stands_behind_the_others_as_they_are_written(tmp_path):
    leaked = json.dumps(f"date 2025-03 {PROSE}")

    assert written(tmp_path / "a.jsonl", b'{"text": %s, "id": 1}' % leaked.encode()).endswith(
        b'"id": 1, "date": "2025-03"}'
    )
    assert written(tmp_path / "b.jsonl", b'{"text":%s,"id":1}' % leaked.encode()).endswith(b'"id":1,"date":"2025-03"}')
    pretty = json.dumps({"text": f"date 2025-03 {PROSE}", "id": 1}, indent=2).encode()
    assert written(tmp_path / "c.json", pretty).endswith(b'\n  "id": 1,\n  "date": "2025-03"\n}')


@pytest.mark.parametrize("wrap", ["[%s,\n  %s]\n", '{"n": 1e5, "articles": [%s, %s]}', "\ufeff[ %s , %s ]"])
def test_json_documents(tmp_path, wrap):
    one, other = json.dumps({"text": FAULTY}), json.dumps({"id": "ä", "text": PROSE})
    after = written(tmp_path / "drop.json", (wrap % (one, other)).encode())

    assert after == (wrap % (json.dumps({"text": PROSE}), other)).encode()


def test_a_key_that_stands_twice_is_not_written(tmp_path):
    line = b'{"author": "-", "author": "N/A", "text": "%s"}\n' % PROSE.encode()

    assert written(tmp_path / "drop.jsonl", line) == line


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_tables_change_in_their_cells(tmp_path, delimiter):
    rows = [
        "id,text,date,author",
        f'1,"{PROSE}\nIt cost much.",2025-05-05,"Roe, Jane"',
        f'"2","{FAULTY}","5 May 2025","N/A"',
        "",
        f'3,"{PROSE} {PROSE} It cost &quot;much&quot;.",2025-05-05,-',
        '4,"broken "quotes",x,y,z',
    ]
    text = "\r\n".join(rows).replace(",", delimiter)
    after = written(tmp_path / "drop.csv", text.encode())

    rows[2] = f'"2","{PROSE}","2025-05-05",'
    rows[4] = f'3,"{PROSE} {PROSE} It cost ""much"".",2025-05-05,'
    assert after.decode() == "\r\n".join(rows).replace(",", delimiter)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b"")],
)
def test_texts_keep_their_encoding_and_line_ends(tmp_path, encoding, mark):
    prose = (
        "Der Stadtrat hat am Montag beschlossen, die Brücke für neun Millionen Euro zu sanieren – gegen alle Einwände."
    )
    after = written(tmp_path / "a.txt", mark + f"Brücke\r\n\r\n{prose}\r\n\r\nAnzeige\r\n".encode(encoding))

    assert after == mark + f"Brücke\r\n\r\n{prose}\r\n".encode(encoding)


def test_a_letter_that_the_encoding_cannot_write_is_left_alone(tmp_path):
    prose = "Der Stadtrat hat am Montag beschlossen, die Brücke für neun Millionen Euro zu sanieren &rarr; gegen alle."
    raw = prose.encode("cp1252")

    assert written(tmp_path / "a.txt", raw) == raw


def test_front_matters(tmp_path):
    head = (
        "---\n# a note\ntitle:   'Hall: reopened'\ndate: 5 May 2025\nauthor: N/A\nlanguage: en_GB\ntags: [a]\n---\n\n"
    )
    after = written(tmp_path / "a.md", f"{head}{FAULTY}\n".encode())

    assert after.decode() == (
        f"---\n# a note\ntitle:   'Hall: reopened'\ndate: 2025-05-05\nlanguage: en-GB\ntags: [a]\n---\n\n{PROSE}\n"
    )
    leaked = f"date 2025-03 {PROSE}"
    assert written(tmp_path / "b.md", leaked.encode()).decode() == f"---\ndate: 2025-03\n---\n\n{PROSE}"
    assert written(tmp_path / "b.txt", leaked.encode()).decode() == leaked
    with_head = f"---\r\ntitle: Hall\r\n---\r\n{leaked}".encode()
    assert written(tmp_path / "c.txt", with_head).decode() == f"---\r\ntitle: Hall\r\ndate: 2025-03\r\n---\r\n{PROSE}"


def test_parquet_keeps_its_schema_its_row_groups_and_its_codec(tmp_path):
    schema = pa.schema(
        {"id": pa.int64(), "text": pa.large_string(), "author": pa.list_(pa.string()), "date": pa.string()}
        | {"extra": pa.float32()},
        metadata={"made_by": "us"},
    )
    rows = [{"id": n, "text": PROSE, "author": ["Jane Roe"], "date": "2025-05-05", "extra": n / 3} for n in range(5)]
    rows[3] |= {"text": FAULTY, "author": ["By Jane Roe", "Max Ohlsen"], "date": "N/A"}
    path = tmp_path / "drop.parquet"
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows, schema), path, row_group_size=2, compression="zstd")
    schema = pyarrow.parquet.read_schema(path)
    assert fix("--write", path) == 0
    after = pyarrow.parquet.ParquetFile(path)

    rows[3] |= {"text": PROSE, "author": ["Jane Roe", "Max Ohlsen"], "date": None}
    assert after.schema_arrow.equals(schema, check_metadata=True)
    assert after.read().equals(pa.Table.from_pylist(rows, schema))
    assert after.num_row_groups == 3
    assert after.metadata.row_group(0).column(1).compression == "ZSTD"


def test_a_text_that_parquet_stores_as_bytes_is_repaired_and_stays_bytes(tmp_path):
    path = tmp_path / "drop.parquet"
    schema = pa.schema({"text": pa.binary(), "author": pa.list_(pa.binary()), "id": pa.decimal128(9, 0)})
    rows = [{"text": FAULTY.encode(), "author": [b"By Jane Roe"], "id": Decimal(7)}, {"text": b"caf\xe9"}]
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows, schema), path)
    assert fix("--write", path) == 0

    rows[0] |= {"text": PROSE.encode(), "author": [b"Jane Roe"]}
    assert pyarrow.parquet.read_table(path).equals(pa.Table.from_pylist(rows, schema))


def test_columns_that_share_a_name_are_left_as_they_are(tmp_path):
    path = tmp_path / "drop.parquet"
    columns = [pa.array(["By Jane Roe"]), pa.array(["By Max Ohlsen"]), pa.array([FAULTY])]
    pyarrow.parquet.write_table(pa.table(columns, names=["author", "author", "text"]), path)
    assert fix("--write", path) == 0

    after = pyarrow.parquet.ParquetFile(path).read()
    assert [*map(str, (one.to_pylist() for one in after.columns))] == [
        "['By Jane Roe']",
        "['By Max Ohlsen']",
        repr([PROSE]),
    ]


@pytest.mark.parametrize(
    ("suffix", "pack", "unpack"),
    [
        (".gz", gzip.compress, gzip.decompress),
        (".bz2", bz2.compress, bz2.decompress),
        (".xz", lzma.compress, lzma.decompress),
        (".zst", zstd.compress, zstd.decompress),
    ],
)
def test_packed_files_stay_packed(tmp_path, suffix, pack, unpack):
    line = json.dumps({"text": FAULTY}).encode()
    after = written(tmp_path / f"drop.jsonl{suffix}", pack(line + b"\n" + CLEAN))

    assert unpack(after) == json.dumps({"text": PROSE}).encode() + b"\n" + CLEAN


def test_mode_and_links_are_kept_and_nothing_else_stays_behind(tmp_path):
    real = write(tmp_path / "real.txt", FAULTY.encode())
    real.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    assert fix("--write", link) == 0

    assert link.is_symlink()
    assert real.read_text() == PROSE
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.txt", "real.txt"]


def test_what_cannot_be_repaired_is_told_in_a_line_and_the_rest_is(tmp_path, capsys):
    write(tmp_path / "a.html", b"<html><p>x</p></html>")
    write(tmp_path / "b.txt", FAULTY.encode()).chmod(0o444)
    write(tmp_path / "c.txt", FAULTY.encode())
    write(tmp_path / "d.jsonl.gz", gzip.compress(json.dumps({"text": FAULTY}).encode())[:-9])
    assert fix("--write", "--quiet", tmp_path) == 1

    told = capsys.readouterr().err.splitlines()
    assert [line.rpartition("/")[2] for line in told] == [
        "a.html: HTML is read, and not repaired",
        "b.txt: read-only, left as it is",
        "d.jsonl.gz: the compressed stream breaks off: its end is missing",
    ]
    assert (tmp_path / "b.txt").read_text() == FAULTY
    assert (tmp_path / "c.txt").read_text() == PROSE
    write(tmp_path / "e.parquet", b"no columns")
    assert fix("--write", tmp_path / "a.html", tmp_path / "e.parquet") == 2


def test_what_is_only_read_is_told_and_is_no_failure(tmp_path, capsys):
    page = write(tmp_path / "a.html", b"<html><p>x</p></html>")

    assert fix("--write", page) == 0
    assert capsys.readouterr().err.splitlines() == [
        f"copydesk: {page}: HTML is read, and not repaired",
        "0 findings fixed in 0 of 0 articles, 0 left alone",
    ]
    assert page.read_bytes() == b"<html><p>x</p></html>"


def test_copies_with_the_list_of_changes(tmp_path):
    drop = tmp_path / "drop"
    (drop / "sub").mkdir(parents=True)
    write(drop / "a.html", b"<html><p>x</p></html>")
    write(drop / "sub" / "b.txt", FAULTY.encode())
    line = json.dumps({"text": PROSE, "author": ["By Jane Roe"]}).encode() + b"\n"
    write(drop / "c.jsonl", CLEAN + line)
    out = tmp_path / "out"
    assert fix("--output", out, drop) == 0

    assert sorted(str(one.relative_to(out)) for one in out.rglob("*")) == [
        "a.html",
        "c.jsonl",
        "changes.jsonl",
        "sub",
        "sub/b.txt",
    ]
    assert (out / "a.html").read_bytes() == b"<html><p>x</p></html>"
    assert (out / "sub" / "b.txt").read_text() == PROSE
    assert (drop / "sub" / "b.txt").read_text() == FAULTY
    assert [json.loads(one) for one in (out / "changes.jsonl").read_text().splitlines()] == [
        {"rule": "author.prefix", "path": f"{drop}/c.jsonl", "record": 2, "field": "$.author[0]",
         "before": "By Jane Roe", "after": "Jane Roe", "span": None},
        {"rule": "boilerplate.comment_form", "path": f"{drop}/sub/b.txt", "record": None, "field": "$.text",
         "before": "\n\nLeave a comment", "after": "",
         "span": {"line": 1, "column": 82, "end_line": 3, "end_column": 16}},
    ]  # fmt: skip


def test_a_name_that_is_no_utf_8_is_copied_as_it_is_and_listed_as_utf_8(tmp_path):
    (tmp_path / "in").mkdir()
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / "in" / name).write_text("The council met &amp; voted.\n")

    done = fix(tmp_path / "in", "--output", tmp_path / "out")

    (change,) = map(json.loads, (tmp_path / "out" / "changes.jsonl").read_text().splitlines())
    assert (done, change["path"]) == (0, f"{tmp_path}/in/caf?.txt")
    assert (tmp_path / "out" / name).read_text() == "The council met & voted.\n"


def test_what_the_profile_excuses_is_not_repaired(tmp_path):
    path = write(tmp_path / "a.txt", FAULTY.encode())
    profile = write(
        tmp_path / "our.yaml",
        b"name: our\nextends: news-drop\nsuppress:\n- {rule: boilerplate, reason: the forms are wanted here}\n",
    )
    assert fix("--diff", "--profile", profile, path) == 0
    assert fix("--diff", path) == 1


def test_a_diff_is_shown_and_nothing_written(tmp_path, capsysbinary):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": f"{FAULTY}\x1b[2J", "author": "-"}).encode() + b"\n" + CLEAN)
    before = path.read_bytes()
    assert fix("--diff", path) == 1

    shown = capsysbinary.readouterr().out.decode()
    assert "\x1b" not in shown
    assert '-author: "-"\n+author: null\n' in shown
    assert "#2" not in shown
    assert path.read_bytes() == before
    assert fix("--diff", "--ignore", "schema,boilerplate,encoding", path) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("articles", [1, 400], ids=["at the end", "on the way"])
def test_a_diff_that_cannot_be_written_is_one_line(tmp_path, articles):
    line = json.dumps({"text": FAULTY}).encode() + b"\n"
    for name in "ab":
        write(tmp_path / f"{name}.jsonl", line * articles)
    command = [sys.executable, "-m", "validator", "fix", "--diff", "a.jsonl", "b.jsonl"]

    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as closed:
        closed.stdout.close()
        told = closed.stderr.read()

    assert (done.returncode, done.stderr) == (2, b"copydesk: cannot write: No space left on device\n")
    assert told == b""
    assert closed.returncode in (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--diff", "--write"), ("--diff", "--unsafe", "encoding.mojibake"), ("--diff", "--select", "date.missing"),
     ("--diff", "--select", "nonsense")],
)  # fmt: skip
def test_wrong_use(tmp_path, arguments):
    assert fix(*arguments, write(tmp_path / "a.txt", FAULTY.encode())) == 2


def test_names_that_meet_in_the_folder_of_copies(tmp_path, capsys):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "x.txt", FAULTY.encode())
    out = tmp_path / "out"
    copies = ["a", "a/x.txt", "b", "b/x.txt", "changes.jsonl"]
    for paths in (["a", "b"], ["a/x.txt", "b/x.txt"], ["[ab]/*.txt"], ["a", "b/x.txt"]):
        assert fix("--quiet", "--output", out, *(tmp_path / one for one in paths)) == 0
        assert sorted(str(one.relative_to(out)) for one in out.rglob("*")) == copies
        shutil.rmtree(out)
    assert capsys.readouterr().err == ""


def test_copies_take_the_place_of_earlier_copies_only(tmp_path, capsys):
    (tmp_path / "drop").mkdir()
    for name in ("a.txt", "b.txt", "changes.jsonl"):
        write(tmp_path / "drop" / name, FAULTY.encode())
    out = tmp_path / "out"
    out.mkdir()
    write(out / "a.txt", b"something else")

    first = fix("--quiet", "--output", out, tmp_path / "drop")
    kept = (out / "a.txt").read_bytes(), (out / "b.txt").read_text()
    told = capsys.readouterr().err.splitlines()
    second = fix("--quiet", "--output", out, tmp_path / "drop" / "a.txt")

    assert (first, kept) == (1, (b"something else", PROSE))
    assert told == [
        f"copydesk: {tmp_path}/drop/a.txt: {out}/a.txt is there already, no copy written",
        f"copydesk: {tmp_path}/drop/changes.jsonl: {out}/changes.jsonl is the list of changes, no copy written",
    ]
    assert (second, (out / "a.txt").read_text()) == (0, PROSE)


def test_copies_do_not_go_into_what_is_read(tmp_path, capsys):
    write(tmp_path / "x.txt", FAULTY.encode())

    assert fix("--output", tmp_path / "out", tmp_path) == 2
    assert "it is part of what is read" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
