"""Fields are found under the names that producers give them, in any usual spelling of these."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.config.load import record_map
from validator.model.names import FieldNames
from validator.model.place import Location
from validator.read.fields import to_record

NAMES = record_map("default").names
PLACE = Location("a.jsonl", 1, 1)
TEXT = "The council of Exampleton voted on the harbour wall after a long debate, and adjourned."
ROW = {
    "title": "The harbour wall",
    "date": "2025-05-14",
    "author": "Jane Roe",
    "outlet": "Example Courier",
    "url": "https://kurier.example/wall",
}
PRODUCERS = {
    "spreadsheet": ("Title", "Publication Date", "Author", "Newspaper", "URL", "Text"),
    "camels": ("headline", "publishedAt", "authorName", "publisherName", "webUrl", "bodyText"),
    "snakes": ("headline", "pub_date", "byline", "source_name", "web_url", "article_text"),
    "shouts": ("TITLE", "PUBLISH_DATE", "AUTHORS", "SOURCE", "LINK", "CONTENT"),
    "kebabs": ("article-title", "publish-date", "author", "site-name", "article-url", "full-text"),
}


def read(data, names=NAMES):
    return to_record(data, PLACE, names)


def values(record):
    return {name: declared.value for name, declared in record.fields.items()}


@pytest.mark.parametrize("producer", PRODUCERS)
def test_each_producer_is_understood(producer):
    record = read(dict(zip(PRODUCERS[producer], (*ROW.values(), TEXT), strict=True)))

    assert (values(record), record.text, record.unknown) == (ROW, TEXT, ())


def test_the_name_stays_the_producers_own():
    assert read({"Publish Date": "2025-05-14"}).fields["date"].locator == "$.Publish Date"


def test_the_name_as_the_map_writes_it_comes_first():
    assert values(read({"DATE": "2025-05-15", "date": "2025-05-14"})) == {"date": "2025-05-14"}


def test_of_several_names_the_first_that_is_filled_counts():
    assert values(read({"date": "", "Published": None, "pubDate": "2025-05-14"})) == {"date": "2025-05-14"}


def test_a_name_with_points_is_known_as_it_is_written():
    names = FieldNames({"author": ("meta.author",)})

    assert values(read({"meta": {"author": "Jane Roe"}}, names)) == {"author": "Jane Roe"}
    assert read({"Meta": {"author": "Jane Roe"}}, names).unknown == ("$.Meta",)


def test_a_name_that_is_nearly_one_is_not_one():
    assert read({"dates": "2025-05-14", "my title": "x", "author2": "y"}).unknown == (
        "$.dates",
        "$.my title",
        "$.author2",
    )


@pytest.mark.parametrize("url", [{}, {"url": None}, {"url": ""}])
def test_an_outlet_that_is_an_address_is_the_url(url):
    record = read({"source": ROW["url"], "source-hostname": "Example Courier", **url})

    assert values(record) == {"outlet": "Example Courier", "url": ROW["url"]}
    assert values(read({"source": ROW["url"], **url})) == {"url": ROW["url"]}


def test_an_outlet_that_is_an_address_beside_a_url_stays_one():
    data = {"source": "https://kurier.example", "url": ROW["url"]}

    assert values(read(data)) == {"outlet": "https://kurier.example", "url": ROW["url"]}


@given(st.dictionaries(st.text(max_size=12) | st.sampled_from([*PRODUCERS["camels"], *ROW]), st.text(max_size=5)))
def test_every_name_is_a_field_or_unknown(data):
    record = read(data)
    told = {declared.locator for declared in record.fields.values()} | {*record.unknown}
    spare = {f"$.{name}" for name in data} - told

    assert told <= {f"$.{name}" for name in data} | {"$.text"}
    assert all(NAMES.place(name.removeprefix("$.")) for name in spare)


def test_the_command_reads_a_spreadsheets_names(copydesk, tmp_path):
    names = PRODUCERS["spreadsheet"]
    table = tmp_path / "drop.csv"
    table.write_text(",".join(names) + "\n" + ",".join(f'"{one}"' for one in (*ROW.values(), TEXT)) + "\n", "utf-8")

    done = copydesk("check", table, "--format", "json", "--no-corpus", "--fail-on", "never")
    failed = {finding["rule"] for finding in json.loads(done.stdout)["findings"]}

    assert not failed & {"schema.unknown_field", "date.missing", "author.missing", "text.empty", "source.url_missing"}
