"""Damaged files of every format: what can be read is read, the rest is told, and nothing fails."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet
import pytest
from backports import zstd

from validator.config.load import record_map
from validator.read import records
from validator.read.paths import expand

NAMES = record_map("default").names


def row(number):
    return {"id": f"a{number}", "title": f"Pool {number}", "text": f"The council of Exampleton met {number} times."}


def lines(*numbers):
    return b"".join(json.dumps(row(number)).encode() + b"\n" for number in numbers)


def read(path):
    """The titles of the records that are whole, and what is told of the others."""
    found = [record for piece in records.cut(expand([str(path)]), NAMES) for record in records.records(piece, NAMES)]
    titles = [one.fields["title"].value for one in found if "title" in one.fields]
    return titles, [problem.message for one in found for problem in one.problems]


def zipped(members, method=zipfile.ZIP_DEFLATED):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def test_a_frame_of_zstd_that_holds_nothing_stands_before_those_that_do(tmp_path):
    passed_over = b"\x5d\x2a\x4d\x18\x04\x00\x00\x00abcd"
    (tmp_path / "a.jsonl.zst").write_bytes(
        passed_over + zstd.compress(lines(0)) + passed_over + zstd.compress(lines(1))
    )

    assert read(tmp_path / "a.jsonl.zst") == (["Pool 0", "Pool 1"], [])


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_does_not_take_the_others_with_it(tmp_path, method):
    raw = bytearray(zipped({f"a{number}.jsonl": lines(number) for number in range(3)}, method))
    at = raw.index(b"a1.jsonl") + 20
    raw[at : at + 40] = b"\xff" * 40
    (tmp_path / "a.zip").write_bytes(raw)

    titles, told = read(tmp_path / "a.zip")

    assert titles == ["Pool 0", "Pool 2"]
    assert len(told) == 1


def test_a_path_that_leads_out_of_an_archive_is_not_hidden(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"../up.jsonl": lines(0), "./.hidden/a.jsonl": lines(1)}))

    assert read(tmp_path / "a.zip") == (["Pool 0"], [])


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda raw, at: raw[: at + 100], "truncated header"),
        (lambda raw, at: raw[: at + 120] + b"\xff" * 30 + raw[at + 150 :], "bad checksum"),
    ],
    ids=["cut", "damaged"],
)
def test_a_tar_whose_header_is_no_more_is_not_at_its_end(tmp_path, damage, says):
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for number in range(2):
            info = tarfile.TarInfo(f"a{number}.jsonl")
            info.size = len(lines(number))
            archive.addfile(info, io.BytesIO(lines(number)))
    raw = (tmp_path / "a.tar").read_bytes()
    (tmp_path / "a.tar").write_bytes(damage(raw, raw.index(b"a1.jsonl")))

    assert read(tmp_path / "a.tar") == (["Pool 0"], [f"no tar that can be read to its end: {says}"])


def arrow(table, new=pyarrow.ipc.new_file):
    sink = io.BytesIO()
    with new(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


def test_an_offset_beyond_its_column_is_told_and_nothing_dies_of_it(tmp_path):
    rows = pa.Table.from_pylist([row(number) for number in range(9)])
    offsets = rows.slice(0, 9).column("title").combine_chunks().buffers()[1].to_pybytes()[:40]
    raw = arrow(rows)
    assert raw.count(offsets) == 1
    (tmp_path / "a.arrow").write_bytes(raw.replace(offsets, offsets[:16] + b"\xff\xff\xff\x7f" * 2 + offsets[24:]))

    titles, told = read(tmp_path / "a.arrow")

    assert titles == []
    assert [one.partition(":")[0] for one in told] == ["no table that can be read after row 0"]


@pytest.mark.parametrize("name", ["a.arrow", "a.parquet"])
def test_a_column_of_letters_that_are_none_is_read(tmp_path, name):
    raw = pa.array([text.encode("latin-1") for text in ("Café Müller", "Cafe")], pa.binary())
    letters = pa.Array.from_buffers(pa.string(), 2, raw.buffers())
    rows = pa.table({"title": letters, "text": ["The council met.", "It met again."]})
    if name.endswith("arrow"):
        (tmp_path / name).write_bytes(arrow(rows))
    else:
        pyarrow.parquet.write_table(rows, tmp_path / name)

    assert read(tmp_path / name) == (["Caf\ufffd M\ufffdller", "Cafe"], [])


TABLE = """id,title,text
a0,Pool 0,"The council met.

It voted, at last."
a1,Pool 1,"It met again.

It rose."
"""


@pytest.mark.parametrize(
    "written",
    [
        TABLE.replace('"\n', '"\r').replace("text\n", "text\r"),
        TABLE.replace('"\n', '"\r').replace("text\n", "text\r").replace("\n", "\r\n"),
        f"\n \r\n\n{TABLE}",
        f"\ufeff\n{TABLE}",
        TABLE.replace("voted", '\\"voted\\"').replace("again", "again in C:\\\\"),
        TABLE.replace("voted", '\\"voted, and voted\\"') * 2000,
    ],
    ids=["old lines", "old lines about new ones", "blank lines", "mark", "backslashes", "long"],
)
def test_a_table_is_read_however_it_is_written(tmp_path, written):
    (tmp_path / "a.csv").write_bytes(written.encode())

    titles, told = read(tmp_path / "a.csv")

    assert (titles[:2], told) == (["Pool 0", "Pool 1"], [])


def test_a_backslash_before_a_quotation_mark_is_no_part_of_a_cell(tmp_path):
    said = ['It said \\"no, never\\", and left.', "A path: C:\\\\", '\\"Once\\"']
    rows = "".join(f'a{at},"{text}"\n' for at, text in enumerate(said)) * 5000
    (tmp_path / "a.csv").write_text(f"id,text\n{rows}")

    texts = [one.text for piece in records.cut(expand([str(tmp_path)]), NAMES) for one in records.records(piece, NAMES)]

    assert texts == ['It said "no, never", and left.', "A path: C:\\", '"Once"'] * 5000


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (TABLE[:-12], "the table breaks off within a quoted cell"),
        ('id,"title\n' + TABLE.replace('"', ""), "a quoted cell of the header has no end"),
        (b"\x00\xff\xfe\n" * 40, "binary data, no text"),
    ],
    ids=["end", "header", "binary"],
)
def test_a_damaged_table_says_so_once(tmp_path, written, says):
    (tmp_path / "a.csv").write_bytes(written if isinstance(written, bytes) else written.encode())

    assert read(tmp_path / "a.csv")[1] == [says]


def test_a_backslash_at_the_end_of_a_cell_is_one(tmp_path):
    (tmp_path / "a.csv").write_text('id,title,text\na0,"C:\\","x"\na1,"D:\\","y ""z"""\n')

    assert read(tmp_path / "a.csv") == (["C:\\", "D:\\"], [])
