"""Damaged files of every format: what can be read is read, the rest is told, and nothing fails."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
import zlib

import brotli
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
    raw = tarred(0, 1)
    (tmp_path / "a.tar").write_bytes(damage(raw, raw.index(b"a1.jsonl")))

    assert read(tmp_path / "a.tar") == (["Pool 0"], [f"no tar that can be read to its end: {says}"])


def tarred(*numbers):
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w") as archive:
        for number in numbers:
            info = tarfile.TarInfo(f"a{number}.jsonl")
            info.size = len(lines(number))
            archive.addfile(info, io.BytesIO(lines(number)))
    return sink.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_tars_one_behind_the_other_are_one(tmp_path, pack):
    (tmp_path / "a.tar").write_bytes(pack(tarred(0, 1)) + pack(tarred(2)))

    assert read(tmp_path / "a.tar") == (["Pool 0", "Pool 1", "Pool 2"], [])


@pytest.mark.parametrize("behind", [b"\n", b"checked by hand\n" * 99], ids=["a line feed", "blocks"])
def test_what_stands_behind_the_end_of_a_tar_is_no_part_of_it(tmp_path, behind):
    (tmp_path / "a.tar").write_bytes(tarred(0) + behind)

    assert read(tmp_path / "a.tar") == (["Pool 0"], [])


def test_a_tar_behind_another_that_is_cut_is_told(tmp_path):
    (tmp_path / "a.tar").write_bytes(tarred(0) + tarred(1, 2)[:1100])

    titles, told = read(tmp_path / "a.tar")

    assert (titles, told) == (["Pool 0", "Pool 1"], ["no tar that can be read to its end: truncated header"])


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
        (TABLE[:-30], "the table breaks off within a row"),
        (TABLE[:-12], "line 5 opens a quoted cell that has no end"),
        ('id,"title\n' + TABLE.replace('"', ""), "a quoted cell of the header has no end"),
        (b"\x00\xff\xfe\n" * 40, "binary data, no text"),
    ],
    ids=["row", "cell", "header", "binary"],
)
def test_a_damaged_table_says_so_once(tmp_path, written, says):
    (tmp_path / "a.csv").write_bytes(written if isinstance(written, bytes) else written.encode())

    assert read(tmp_path / "a.csv")[1] == [says]


@pytest.mark.parametrize(
    ("lines", "titles", "says"),
    [
        (
            ['a0,"Old pool,It met.', "a1,Pool 1,It met.", 'a2,The 5" pipe,It met.', "a3,Pool 3,It met."],
            ["Pool 1", 'The 5" pipe', "Pool 3"],
            ["line 2 opens a quoted cell that has no end"],
        ),
        (
            ['a0,Pool 0,"It met.', "a1,Pool 1,It met.", "a2,Pool 2,It met."],
            ["Pool 0", "Pool 1", "Pool 2"],
            ["line 2 opens a quoted cell that has no end"],
        ),
        (
            ['a0,Pool 0,"It met.', "", 'It said "no" and left."', 'a1,"Pool "1"",It met.'],
            ["Pool 0", 'Pool 1""'],
            ["line 2 opens a quoted cell, and text stands behind its end"],
        ),
        (['a0,The 5" pipe,It met.'] * 3, ['The 5" pipe'] * 3, []),
    ],
    ids=["closed later", "never closed", "within a text", "within a cell"],
)
def test_a_stray_quotation_mark_does_not_swallow_the_rows_behind_it(tmp_path, lines, titles, says):
    (tmp_path / "a.csv").write_text("\n".join(["id,title,text", *lines, ""]))

    assert read(tmp_path / "a.csv") == (titles, says)


@pytest.mark.parametrize(
    ("stray", "says"), [('5" pipe', []), ('"5 pipe', ["line 2 opens a quoted cell that has no end"])]
)
def test_a_stray_quotation_mark_does_not_swallow_a_long_table(tmp_path, stray, says):
    rows = "".join(f"a{number},Pool {number},It met.\n" for number in range(100_000))
    (tmp_path / "a.csv").write_text(f"id,title,text\na,{stray},It met.\n{rows}")

    titles, told = read(tmp_path / "a.csv")

    assert (titles[-100_000::50_000], titles[-1], told) == (["Pool 0", "Pool 50000"], "Pool 99999", says)


@pytest.mark.parametrize("cell", ["2025-03-04", "https://kurier.example/pool", "The council met again. " * 9])
def test_a_table_without_a_header_says_so(tmp_path, cell):
    (tmp_path / "a.csv").write_text(f'a0,Pool 0,"{cell}"\na1,Pool 1,"{cell}"\n')

    assert read(tmp_path / "a.csv") == ([], ["no header: the first row holds values, not the names of fields"])


def test_a_backslash_at_the_end_of_a_cell_is_one(tmp_path):
    (tmp_path / "a.csv").write_text('id,title,text\na0,"C:\\","x"\na1,"D:\\","y ""z"""\n')

    assert read(tmp_path / "a.csv") == (["C:\\", "D:\\"], [])


PAGE = b"<html lang=en><head><title>Pool %d</title></head><body><h1>Pool %d</h1>" + b"<p>The council met again.</p>" * 9
PACKED = {
    "Content-Encoding: gzip": gzip.compress,
    "Content-Encoding: deflate": zlib.compress,
    "Content-Encoding: Deflate": lambda page: zlib.compress(page)[2:-4],
    "Content-Encoding: br": brotli.compress,
    "Content-Encoding: zstd": zstd.compress,
    "Content-Encoding: utf-8": bytes,
    "Content-Encoding: gzip, br": lambda page: brotli.compress(gzip.compress(page)),
    "Transfer-Encoding: chunked": lambda page: (
        b"5\r\n%b\r\n%x;x=y\r\n%b\r\n0\r\n" % (page[:5], len(page) - 5, page[5:])
    ),
}


def crawled(number, header="X: y", pack=bytes, length=None):
    page = PAGE % (number, number)
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n".encode() + pack(page)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kurier.example/{number}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Date: 2025-05-16T02:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length or len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@pytest.mark.parametrize("header", PACKED)
@pytest.mark.parametrize("lies", [False, True], ids=["packed", "said to be packed"])
def test_a_page_is_read_as_it_was_packed_or_as_it_is(tmp_path, header, lies):
    pages = [crawled(0), crawled(1, header, bytes if lies else PACKED[header]), crawled(2)]
    (tmp_path / "a.warc").write_bytes(b"".join(pages))

    assert read(tmp_path / "a.warc") == (["Pool 0", "Pool 1", "Pool 2"], [])


def test_a_page_whose_packing_is_cut_does_not_take_the_others_with_it(tmp_path):
    cut = crawled(1, "Content-Encoding: gzip", lambda page: gzip.compress(page)[:-30])
    (tmp_path / "a.warc").write_bytes(crawled(0) + cut + crawled(2))

    titles, told = read(tmp_path / "a.warc")

    assert (titles[0], titles[-1], told) == ("Pool 0", "Pool 2", ["the page is packed, and damaged or cut"])


def labelled(number):
    head, rest = crawled(number, pack=lambda page: page[:40]).split(b"WARC-Record-ID", 1)
    return head + b"WARC-Truncated: length\r\nWARC-Record-ID" + rest


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (crawled(1, "Content-Length: 900", lambda page: page[:-30]), "the page breaks off: 300 of 900 bytes are there"),
        (
            crawled(1, "Transfer-Encoding: chunked", lambda page: b"50\r\n%b\r\n50\r\n%b" % (page[:80], page[80:99])),
            "the page breaks off: its last chunk is missing",
        ),
        (labelled(1), "the page breaks off: the crawl cut it (length)"),
    ],
    ids=["length", "chunk", "label"],
)
def test_a_page_that_was_stored_in_part_says_so(tmp_path, page, says):
    (tmp_path / "a.warc").write_bytes(crawled(0) + page + crawled(2))

    titles, told = read(tmp_path / "a.warc")

    assert (titles[0], titles[-1], told) == ("Pool 0", "Pool 2", [says])


@pytest.mark.parametrize(
    ("header", "pack"),
    [
        ("Content-Length: 9999", lambda page: page + b"</body></HTML>"),
        ("Content-Length: " + "9" * 5000, lambda page: page[:-30]),
        ("Content-Length: 20", lambda page: page[:-30]),
        ("Transfer-Encoding: chunked", lambda page: b"%x\r\n%b\r\n" % (len(page) + 7, page + b"</html>")),
    ],
    ids=["miscounted", "no number", "unpacked before", "closed"],
)
def test_a_page_whose_end_is_there_is_whole(tmp_path, header, pack):
    (tmp_path / "a.warc").write_bytes(crawled(0, header, pack) + crawled(1))

    assert read(tmp_path / "a.warc") == (["Pool 0", "Pool 1"], [])


@pytest.mark.parametrize(
    ("after", "says"),
    [
        (crawled(1)[:70], "no WARC that can be read after page 1: it breaks off within a record"),
        (crawled(1, length=10**15) + crawled(2), "more than 67,108,864 bytes for one page"),
    ],
    ids=["header", "length"],
)
def test_a_crawl_that_ends_too_early_says_so(tmp_path, after, says):
    (tmp_path / "a.warc").write_bytes(crawled(0) + after)

    titles, told = read(tmp_path / "a.warc")

    assert (titles, told) == (["Pool 0"], [says])


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress], ids=["gz", "zst"])
def test_a_damaged_record_of_a_crawl_does_not_take_those_behind_it_with_it(tmp_path, pack):
    members = [bytearray(pack(crawled(number))) for number in range(6)]
    members[1][len(members[1]) // 2 :] = b"\x7e" * (len(members[1]) // 2)
    del members[4][20:-20]
    (tmp_path / "a.warc").write_bytes(b"".join(members))

    titles, told = read(tmp_path / "a.warc")

    assert [one for one in titles if one in ("Pool 0", "Pool 2", "Pool 3", "Pool 5")] == [*titles]
    assert {"Pool 0", "Pool 2", "Pool 5"} <= {*titles}
    assert all("the compressed stream is damaged" in one for one in told)
    assert len(told) == 2


@pytest.mark.parametrize("sign", ["\x02", "\x0b", "\uffff"])
def test_a_sign_that_nobody_sees_does_not_take_the_page_with_it(tmp_path, sign):
    page = PAGE.decode() % (0, 0) + f"<p>The coun{sign}cil of A&amp;B met.</p>"
    (tmp_path / "a.html").write_text(page)

    (record,) = (one for piece in records.cut(expand([str(tmp_path)]), NAMES) for one in records.records(piece, NAMES))

    assert record.text.endswith("The council met again.\n\nThe council of A&B met.")


ITEMS = json.dumps([row(number) for number in range(4)])
PRETTY = json.dumps([row(number) for number in range(4)], indent=2)
OBJECTS = [json.dumps(row(number), indent=1) for number in range(4)]
AROUND = json.dumps({"total": 4, "articles": [row(number) for number in range(4)], "next": None})


@pytest.mark.parametrize(
    ("name", "written", "missing", "says"),
    [
        ("a.json", ITEMS, "", []),
        ("a.json", PRETTY, "", []),
        ("a.json", ITEMS[:-90], "23", ["item 3 is not valid JSON: unterminated string, line 1"]),
        ("a.json", ITEMS[:-1], "", ['nothing where "]" is due, behind item 4, line 1']),
        ("a.json", f"{ITEMS[:-1]},]", "", ['",]" where "]" is due, behind item 4, line 1']),
        ("a.json", PRETTY.replace("},", "}"), "", ['nothing where "," is due, behind item 1, line 7']),
        (
            "a.json",
            ITEMS.replace('Pool 0"', 'Pool "0"'),
            "0",
            ["item 1 is not valid JSON: expecting ',' delimiter, line 1"],
        ),
        (
            "a.json",
            PRETTY.replace('Pool 2"', "Pool 2"),
            "2",
            ["item 3 is not valid JSON: invalid control character, line 14"],
        ),
        ("a.json", "".join(OBJECTS), "", []),
        ("a.json", ",".join(OBJECTS), "", ['"," where nothing is due, behind item 1, line 5']),
        ("a.jsonl", "\n".join(OBJECTS), "", []),
        ("a.json", AROUND, "", []),
        ("a.json", AROUND[:-60], "3", ["item 4 is not valid JSON: unterminated string, line 1"]),
        (
            "a.json",
            AROUND.replace('Pool 1"', "Pool 1"),
            "1",
            ["item 2 is not valid JSON: expecting ',' delimiter, line 1"],
        ),
        ("a.json", AROUND[:-1], "", ["not valid JSON behind the array"]),
        ("a.json", f"[{OBJECTS[0]}, 7, {OBJECTS[1]}]", "23", ["item 2 holds a number, not an object"]),
    ],
)
def test_what_stands_around_damaged_json_is_read(tmp_path, name, written, missing, says):
    (tmp_path / name).write_text(written)

    titles, told = read(tmp_path / name)

    assert titles == [f"Pool {number}" for number in range(4) if str(number) not in missing]
    assert told == says


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_word_that_python_writes_for_no_number_is_a_word(tmp_path, name):
    rows = [{**row(number), "author": float("nan")} for number in range(3)]
    (tmp_path / name).write_text(json.dumps(rows) if name == "a.json" else "\n".join(map(json.dumps, rows)))

    found = [one for piece in records.cut(expand([str(tmp_path)]), NAMES) for one in records.records(piece, NAMES)]

    assert [one.fields["author"].value for one in found] == ["NaN"] * 3


def test_a_long_array_is_read_in_parts(tmp_path):
    rows = [row(number) for number in range(20_000)]
    (tmp_path / "a.json").write_text("\ufeff" + json.dumps(rows).replace('Pool 9000"', "Pool 9000"))

    titles, told = read(tmp_path / "a.json")

    assert titles == [one["title"] for one in rows if one["id"] != "a9000"]
    assert told == ["item 9001 is not valid JSON: expecting ',' delimiter, line 1"]


def test_brackets_without_an_end_do_not_fill_the_memory(tmp_path):
    (tmp_path / "a.json").write_text('[{"a":' * 50_000)

    titles, told = read(tmp_path / "a.json")

    assert titles == []
    assert told[-1] == "20 items in a row are damaged: what stands behind item 20 is not read"
