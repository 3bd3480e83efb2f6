"""One drop in every format gives the same findings, and a damaged file of each is a finding, not an end."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from decimal import Decimal

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest
from backports import zstd

from validator import run
from validator.config.load import profile, record_map
from validator.errors import InputError
from validator.read import records
from validator.read.paths import expand

TEXT = "Council votes for the pool\n\n" + "The council of Exampleton voted on the pool after a long debate. " * 6
ROWS = [
    {"id": "a1", "url": "https://kurier.example/2025/05/14/rat", "title": "Council votes for the pool", "text": TEXT}
    | {"language": "en", "date": "2025-05-14", "author": "Jane Roe", "outlet": "Example Courier"},
    {"id": "a2", "url": "https://kurier.example/2025/05/14/pool?utm_source=x", "title": "Pool", "text": TEXT}
    | {"language": "en", "date": "2025-06-30", "author": "Newsroom", "outlet": "Example Courier"},
    {"id": "a3", "title": 'He said "never"\nagain', "text": TEXT, "language": "fr", "date": "31.02.2025"},
]


def json_lines():
    return b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)


def table(delimiter):
    names = list(dict.fromkeys(name for row in ROWS for name in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    return stream.getvalue().encode()


def arrow(kind, text="string"):
    sink = io.BytesIO()
    content = pa.Table.from_pylist(ROWS, pa.schema([(name, pa.string()) for name in [*ROWS[0]]]))
    content = content.cast(pa.schema([(name, text) for name in [*ROWS[0]]]))
    if kind == "parquet":
        pyarrow.parquet.write_table(content, sink, row_group_size=2)
    elif kind == "stream":
        with pyarrow.ipc.new_stream(sink, content.schema) as writer:
            writer.write_table(content)
    else:
        pyarrow.feather.write_feather(content, sink, compression="uncompressed")
    return sink.getvalue()


def zipped():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("drop/a.jsonl", json_lines())
    return sink.getvalue()


def tarred():
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w:gz") as archive:
        info = tarfile.TarInfo("drop/a.jsonl")
        info.size = len(json_lines())
        archive.addfile(info, io.BytesIO(json_lines()))
    return sink.getvalue()


WRITTEN = {
    "a.jsonl": json_lines(),
    "a.json": json.dumps(ROWS, indent=1).encode(),
    "wrapped.json": json.dumps({"status": "ok", "articles": ROWS}).encode(),
    "a.csv": table(","),
    "a.tsv": table("\t"),
    "a.parquet": arrow("parquet"),
    "a.feather": arrow("feather"),
    "a.zip": zipped(),
    "a.tgz": tarred(),
    "a.jsonl.gz": gzip.compress(json_lines()),
    "a.jsonl.zst": zstd.compress(json_lines()),
    "a.jsonl.bz2": bz2.compress(json_lines()),
    "a.csv.xz": lzma.compress(table(";")),
    "lies.txt": json_lines(),
    "lies.csv": gzip.compress(json_lines()),
    "lies.json": json_lines(),
    "stream.arrow": arrow("stream"),
    "a.arrows": arrow("stream"),
    "stream": arrow("stream"),
    "lies.csv.zst": zstd.compress(arrow("stream")),
    "bytes.parquet": arrow("parquet", "binary"),
    "bytes.arrow": arrow("feather", "large_binary"),
    "excel.csv": b"sep=;\r\n" + table(";"),
}


def found(path, **options):
    report = run.check([str(path)], profile("news-drop"), **options)
    return [(one.article_id, one.rule, one.message, one.fingerprint) for one in report.findings]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    path = tmp_path_factory.mktemp("drop") / "a.jsonl"
    path.write_bytes(json_lines())
    return found(path)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_gives_the_same_findings(tmp_path, name, expected):
    (tmp_path / name).write_bytes(WRITTEN[name])

    assert {rule for _, rule, *_ in expected} >= {"author.organisation", "date.impossible", "source.url_noncanonical"}
    assert found(tmp_path / name) == expected


@pytest.mark.parametrize("name", [name for name in WRITTEN if not name.startswith("lies")])
def test_a_truncated_file_is_a_finding(tmp_path, name):
    (tmp_path / name).write_bytes(WRITTEN[name][: len(WRITTEN[name]) * 2 // 3])

    rules = {rule for _, rule, *_ in found(tmp_path / name)}

    assert "schema.unreadable" in rules


@pytest.mark.parametrize("name", ["a.parquet", "a.feather", "a.zip", "a.tar", "a.warc"])
def test_a_lying_file_is_a_finding(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x00\x01 no such thing" * 40)

    assert [rule for _, rule, *_ in found(tmp_path / name)][:1] == ["schema.unreadable"]


def test_front_matter_declares(tmp_path):
    (tmp_path / "a.md").write_text(f"---\ntitle: Council votes\ndate: 2025-05-14\nauthor: [Jane Roe]\n---\n\n{TEXT}\n")

    article = next(run.articles([str(tmp_path)], profile("news-drop")))

    assert article.title.value == "Council votes"
    assert article.published.value.value == "2025-05-14"
    assert article.text.startswith("Council votes for the pool\n")


def test_front_matter_is_read_as_it_is_written(tmp_path):
    (tmp_path / "a.md").write_text(f"---\ntitle: Council votes\nlanguage: no\ndate: 2025-13-02\n---\n\n{TEXT}\n")

    report = run.check([str(tmp_path)], profile("news-drop"))
    quoted = {one.rule: [seen.quote for seen in one.evidence] for one in report.findings}

    assert quoted["date.impossible"] == ["2025-13-02"]
    assert quoted["language.mismatch"] == ["no"]


def test_pages_of_a_crawl_are_articles(tmp_path):
    page = b"<html lang=en><head><title>Pool</title></head><body><h1>Council votes for the pool</h1><p>"
    page += TEXT.encode() + b"</p></body></html>"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Target-URI: https://kurier.example/pool\r\nWARC-Date: 2025-05-16T02:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(head.encode() + answer + b"\r\n\r\n"))

    articles = list(run.articles([str(tmp_path)], profile("news-drop")))

    assert [one.url.value for one in articles] == ["https://kurier.example/pool"]
    assert articles[0].collected.value.value.startswith("2025-05-16T02:00:00")
    assert "The council of Exampleton" in articles[0].text


def test_an_object_store_is_read(tmp_path, expected):
    (tmp_path / "a.jsonl").write_bytes(json_lines())

    assert found(f"file://{tmp_path}/a.jsonl") == expected
    assert found(f"file://{tmp_path}") == expected


def test_a_store_in_memory_is_read_walked_and_matched(expected):
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe("/courier/2025/a.jsonl", json_lines())
    store.pipe("/courier/2025/notes.bin", b"1")
    try:
        assert found("memory://courier/2025/a.jsonl") == expected
        assert found("memory://courier") == expected
        assert found("memory://courier/*/*.jsonl") == expected
        report = run.check(["memory://courier/gone.jsonl", "memory://courier"], profile("news-drop"))
        assert [one.location.path for one in report.findings if one.rule == "schema.unreadable"] == [
            "memory://courier/gone.jsonl"
        ]
        with pytest.raises(InputError, match=r"^memory://courier/gone\.jsonl: no such file or folder$"):
            run.check(["memory://courier/gone.jsonl", "memory://courier"], profile("news-drop"), ignore=["schema"])
    finally:
        store.rm("/courier", recursive=True)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_processes_do_not_change_the_findings(tmp_path, jobs):
    rows = [{**row, "id": f"{row['id']}-{number}"} for number in range(1500) for row in ROWS]
    (tmp_path / "a.jsonl").write_text("\n\n".join(map(json.dumps, rows)))

    report = run.check([str(tmp_path)], profile("news-drop"), select=["date", "source"], jobs=jobs)
    places = [(one.location.record, one.location.file_line) for one in report.findings]

    assert report.articles == len(rows)
    assert places == sorted(places)
    assert places[-1] == (len(rows), 2 * len(rows) - 1)


def test_what_was_found_before_is_found_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(json_lines())
    first = found("a.jsonl", cache=".copydesk_cache")
    with monkeypatch.context() as patched:
        patched.setattr("validator.engines.desk.normalise_all", None)  # nothing is judged again

        assert found("a.jsonl", cache=".copydesk_cache") == first
    (tmp_path / "a.jsonl").write_bytes(json_lines().replace(b"Newsroom", b"John Doe"))

    assert found("a.jsonl", cache=".copydesk_cache") != first


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "wrapped.json", "a.csv", "a.tsv"])
def test_a_marked_encoding_is_read_and_told(tmp_path, name, encoding, expected):
    (tmp_path / name).write_bytes(WRITTEN[name].decode().encode(encoding))

    told = found(tmp_path / name)

    assert [one for one in told if one[1] != "encoding.not_utf8"] == expected
    assert sum(one[1] == "encoding.not_utf8" for one in told) == len(ROWS)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "b.json"])
def test_an_encoding_without_a_mark_is_read_and_told(tmp_path, name):
    text = "Le conseil de Garencelles a voté mardi pour la piscine, après un débat très animé, a déclaré le maire."
    row = {"id": "a1", "title": "La piscine votée", "text": text}
    content = json.dumps([row] if name == "a.json" else row, ensure_ascii=False)
    (tmp_path / name).write_bytes(content.encode("latin-1"))

    article = next(run.articles([str(tmp_path / name)], profile("news-drop")))

    assert article.text == text
    assert "encoding.not_utf8" in [rule for _, rule, *_ in found(tmp_path / name)]


NAMES = record_map("default").names
MIXED = ["La fête à Évreux", "La fête".encode("latin-1"), "Die Brücke", "Plain"]


@pytest.mark.parametrize(
    ("name", "row", "between", "around", "at"),
    [
        ("a.csv", b"a1,%s,x", b"\n", b"id,title,text\n%s\n", 7),
        ("a.csv", b"a1,%s,x", b"\n", b"id,title,text\n%s\n" % (b"a1,Plain,x\n" * 40_000 + b"%s"), 7),
        ("a.jsonl", b'{"id": "a1", "title": "%s", "text": "x"}', b"\n", b"%s\n", 27),
        ("a.json", b'{"id": "a1", "title": "%s", "text": "x"}', b", ", b"[%s]", 27),
        ("a.json", b'{"id": "a1", "title": "%s", "text": "x"}', b", ", b'{"articles": [%s]}', 27),
        ("a.json", b'{"id": "a1", "title": "%s", "text": "x"}', b", ", b'{"n": [1], "articles": [%s]}', 27),
    ],
    ids=["table", "late", "lines", "array", "object", "later in an object"],
)
def test_a_record_in_another_encoding_than_the_others_is_read_and_told_by_itself(
    tmp_path, name, row, between, around, at
):
    written = [one if isinstance(one, bytes) else one.encode() for one in MIXED]
    (tmp_path / name).write_bytes(around % between.join(row % one for one in written))

    told = [
        (record.fields["title"].value, [problem.message for problem in record.problems])
        for piece in records.cut(expand([str(tmp_path)]), NAMES)
        for record in records.records(piece, NAMES)
    ]

    assert told[-4:] == [
        ("La fête à Évreux", []),
        ("La fête", [f"not UTF-8 at byte {at}; read as cp1252"]),
        ("Die Brücke", []),
        ("Plain", []),
    ]
    assert not any(problems for _, problems in told[:-4])


@pytest.mark.parametrize(
    "around",
    [
        '{"response": {"total": 2, "results": %s}}',
        '{"data": {"page": {"items": %s}}}',
        '{"status": "OK", "copyright": "The Ferry Times", "response": {"docs": %s, "meta": {"hits": 2}}}',
    ],
)
def test_articles_in_an_object_within_an_object_are_many(tmp_path, around):
    (tmp_path / "a.json").write_text(around % '[{"id": "a1", "text": "It rained."}, {"id": "a2", "text": "It froze."}]')

    texts = [article.text for article in run.articles([str(tmp_path)], profile("news-drop"))]

    assert texts == ["It rained.", "It froze."]


def test_a_gallery_within_an_article_is_no_drop_of_articles(tmp_path):
    (tmp_path / "a.json").write_text('{"title": "Rain", "media": {"gallery": [{"caption": "A quay in the rain"}]}}')

    titles = [article.title.value for article in run.articles([str(tmp_path)], profile("news-drop"))]

    assert titles == ["Rain"]


def test_an_object_with_a_letter_of_another_encoding_is_read(tmp_path):
    written = '{"title": "La fête à Évreux, été après été", "text": "?"}'
    (tmp_path / "a.json").write_bytes(written.encode().replace(b"?", b"\xe9"))

    told = [(one.rule, one.message) for one in run.check([str(tmp_path)], profile("news-drop")).findings]

    assert ("encoding.not_utf8", "not UTF-8 at byte 62; read as utf-8") in told


def test_a_table_with_the_line_ends_of_the_old_macintosh(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"id,title,text\ra1,Pool,The council voted.\ra2,Rain,It rained.\r")

    assert [article.title.value for article in run.articles([str(tmp_path)], profile("news-drop"))] == ["Pool", "Rain"]


def test_a_column_that_stands_twice_is_told_once(tmp_path):
    (tmp_path / "a.csv").write_text("id,title,title,text\na1,Pool,Pools,The council voted.\na2,Rain,,It rained.\n")

    assert [one for one, rule, *_ in found(tmp_path / "a.csv") if rule == "schema.duplicate_key"] == ["a1"]
    assert [one.title.value for one in run.articles([str(tmp_path)], profile("news-drop"))] == ["Pools", "Rain"]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_a_column_of_arrow_that_stands_twice_is_told_once(tmp_path, name):
    columns = [
        [f"a{number}" for number in range(900)],
        [f"b{number}" for number in range(900)],
        ["The council met."] * 900,
    ]
    content = pa.table([pa.array(column) for column in columns], names=["id", "id", "text"])
    if name == "a.parquet":
        pyarrow.parquet.write_table(content, tmp_path / name)
    else:
        pyarrow.feather.write_feather(content, tmp_path / name)

    told = [(one, message) for one, rule, message, _ in found(tmp_path / name) if rule == "schema.duplicate_key"]

    assert told == [("b0", "2 columns are called id; the last one that is filled was taken")]


def test_a_decimal_number_is_a_number(tmp_path):
    big = 12345678901234567890123456789012345678
    numbers = [[4711, big], ["1747209600.50", "1747209600.00"], ["1.00", "2.50"]]
    kinds = [pa.decimal128(38, 0), pa.decimal128(12, 2), pa.decimal128(5, 2)]
    values = [pa.array([*map(Decimal, column)], kind) for column, kind in zip(numbers, kinds, strict=True)]
    meta = pa.StructArray.from_arrays([values[2], pa.array([b"caf\xc3\xa9", b"caf\xe9"])], ["score", "place"])
    content = pa.table([*values[:2], meta, [TEXT] * 2], names=["id", "date", "author", "text"])
    pyarrow.parquet.write_table(content, tmp_path / "a.parquet")

    articles = list(run.articles([str(tmp_path)], profile("news-drop")))

    assert [one.id for one in articles] == ["4711", str(big)]
    assert [one.declared["date"].value for one in articles] == [1747209600.5, 1747209600]
    assert [one.declared["author"].value for one in articles] == [
        {"score": 1, "place": "café"},
        {"score": 2.5, "place": b"caf\xe9"},
    ]
    assert "schema.wrong_type" not in {
        rule for _, rule, message, _ in found(tmp_path) if not message.startswith("author")
    }


def test_an_arrow_stream_is_read_from_standard_input(copydesk):
    done = copydesk("extract", "-", input=arrow("stream"))

    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["a1", "a2", "a3"]


@pytest.mark.parametrize("around", ['{"total": 2, "articles": %s}', "%s"], ids=["object", "array"])
def test_a_key_that_stands_twice_in_one_of_many(tmp_path, around):
    items = '[{"id": "a1", "title": "A", "text": "It rained."}, {"id": "a2", "title": "A", "title": "B", "text": ""}]'
    (tmp_path / "a.json").write_text(around % items)

    assert [one for one, rule, *_ in found(tmp_path / "a.json") if rule == "schema.duplicate_key"] == ["a2"]


def test_a_moment_beyond_the_calendar_is_a_value_like_another(tmp_path):
    moments = pa.array([2**62, 0], pa.timestamp("us"))
    table = pa.table({"id": ["a1", "a2"], "date": moments, "text": [TEXT, TEXT]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")

    dates = [one.published.value for one in run.articles([str(tmp_path)], profile("news-drop"))]

    assert [date and date.value[:10] for date in dates] == [None, "1970-01-01"]


ALIASES = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "[" * 100_000 + "]" * 100_000),
        ("a.json", '[{"id": "a1", "text": "x"}, {"x": ' + "[" * 9_000 + "]" * 9_000 + "}]"),
        ("a.md", "".join(["---\na0: &a0 [x, x]\n", *ALIASES, "---\n\nText.\n"])),
    ],
    ids=["array", "item", "aliases"],
)
def test_what_would_fill_the_memory_is_a_finding(tmp_path, name, content):
    (tmp_path / name).write_text(content)

    assert "schema.unreadable" in [rule for _, rule, *_ in found(tmp_path / name)]


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_an_archive_with_nothing_to_read_is_a_finding(tmp_path, name):
    if name == "a.zip":
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("junk.bin", b"1")
    else:
        with tarfile.open(tmp_path / name, "w") as archive:
            archive.addfile(tarfile.TarInfo("junk.bin"))

    assert [rule for _, rule, *_ in found(tmp_path / name)] == ["schema.unreadable"]


URL = "https://kurier.example/pool"


def crawled(headers, content, cut=0, address=URL, media="text/html; charset=utf-8", end="\r\n"):
    media = media and f"Content-Type: {media}\r\n"
    answer = f"HTTP/1.1 200 OK\r\n{media}{headers}\r\n".replace("\r\n", end).encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2025-05-16T02:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer[: len(answer) - cut] + b"\r\n\r\n"


HTML = f"<html lang=en><body><h1>Council votes for the pool</h1><p>{TEXT}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(HTML)),
        ("Transfer-Encoding: chunked\r\n", f"{len(HTML):x}\r\n".encode() + HTML + b"\r\n0\r\n\r\n"),
    ],
    ids=["gzip", "chunked"],
)
def test_pages_are_read_as_the_server_packed_them(tmp_path, headers, content):
    (tmp_path / "a.warc").write_bytes(crawled(headers, content))

    articles = list(run.articles([str(tmp_path)], profile("news-drop")))

    assert ["The council of Exampleton" in one.text for one in articles] == [True]
    assert "schema.unreadable" not in [rule for _, rule, *_ in found(tmp_path)]


def test_a_page_of_a_crawl_is_known_by_its_beginning_where_no_type_is_given(copydesk, tmp_path):
    records = [
        crawled("", b"\n<!DOCTYPE html>" + HTML, media=""),
        crawled("Content-Encoding: gzip\r\n", gzip.compress(HTML), media=""),
        crawled("", HTML, end="\n"),
        crawled("", b"body {}", media=""),
        crawled("", b"User-agent: *", media="Text/Plain"),
        crawled("", HTML).replace(b"200 OK", b"404 No"),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))

    texts = [one.text for one in run.articles([str(tmp_path)], profile("news-drop"))]
    done = copydesk("check", tmp_path, "--no-corpus", "--no-cache", "-q")

    assert ["The council of Exampleton" in one for one in texts] == [True] * 3
    assert done.stderr == b"copydesk: 2 records of crawls left unread, no pages: no type (1), text/plain (1)\n"


def test_an_address_stands_between_no_angle_brackets(tmp_path):
    (tmp_path / "a.warc").write_bytes(crawled("", HTML, address=f"<{URL}>"))

    (article,) = run.articles([str(tmp_path)], profile("news-drop"))

    assert (article.id, article.url.value) == (URL, URL)


def test_a_crawl_that_breaks_off_within_a_page_says_so(tmp_path):
    (tmp_path / "a.warc").write_bytes(crawled("", HTML) + crawled("", HTML, cut=200))

    told = [message for _, rule, message, _ in found(tmp_path) if rule == "schema.unreadable"]

    assert told == ["no WARC that can be read after page 2: it breaks off within this page"]


def test_a_page_that_declares_itself_xml_is_a_page(tmp_path):
    (tmp_path / "a.xhtml").write_bytes(b'<?xml version="1.0" encoding="utf-8"?>\n' + HTML)

    assert "The council of Exampleton" in next(run.articles([str(tmp_path)], profile("news-drop"))).text


def test_the_byline_of_a_ninjs_item_is_its_author(tmp_path):
    item = {"uri": "https://agency.example/1", "headlines": [{"value": "Pool"}], "bodies": [{"value": TEXT}]}
    (tmp_path / "a.json").write_text(json.dumps(item | {"bylines": [{"value": "By Jane Roe"}]}))

    article = next(run.articles([str(tmp_path)], profile("news-drop")))

    assert [one.value for one in article.authors] == ["Jane Roe"]
