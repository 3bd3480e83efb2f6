"""Records of feeds and of agencies, whose texts, links and sources stand in objects and lists."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from validator import run
from validator.config.load import profile, record_map
from validator.model.place import Location
from validator.read.json_lines import of_line
from validator.read.nested import flattened, is_folded

NAMES = record_map("default").names
TEXT = "The council of Exampleton voted on the harbour wall after a long debate, and adjourned."
LINK = "https://kurier.example/wall"


def read(data):
    record = of_line(json.dumps(data).encode(), Location("a.jsonl", 1, 1), NAMES)
    return record.text, {name: declared.value for name, declared in record.fields.items()}


@pytest.mark.parametrize(
    "entry",
    [
        {"title": {"type": "text", "value": "The wall"}, "content": {"type": "text", "value": TEXT}},
        {"title": {"#text": "The wall", "@type": "text"}, "content": {"#text": TEXT}},
        {"title": "The wall", "content": [{"type": "text/html", "language": None, "value": TEXT}]},
        {"title": {"$t": "The wall"}, "content": {"$t": TEXT, "type": "text"}},
        {"title": "The wall", "content:encoded": TEXT},
        {"headlines": [{"role": "main", "value": "The wall"}], "bodies": [{"role": "main", "value": TEXT}]},
        {"title": {"rendered": "The wall"}, "content": {"rendered": TEXT, "protected": False}},
        {"headline": {"main": "The wall", "kicker": None}, "text": TEXT},
        {"fields": {"headline": "The wall", "body": f"<p>{TEXT}</p>", "bodyText": TEXT}},
    ],
)
def test_texts_in_objects_are_read(entry):
    text, fields = read(entry)

    assert (text, fields) == (TEXT, {"title": "The wall"})


@pytest.mark.parametrize(
    "links",
    [
        {"link": {"href": LINK, "rel": "alternate"}},
        {"link": {"@href": LINK}},
        {"link": [{"href": "https://kurier.example/feed", "rel": "self"}, {"href": LINK, "rel": "alternate"}]},
        {"link": LINK, "links": [{"href": "https://kurier.example/other", "rel": "alternate"}]},
        {"links": [{"href": "https://kurier.example/a.jpg", "rel": "enclosure"}, {"href": LINK, "rel": "alternate"}]},
    ],
)
def test_the_link_to_the_entry_itself_is_its_address(links):
    assert read({"content": TEXT, **links}) == (TEXT, {"url": LINK})


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ({"$date": "2026-01-12T08:15:00Z"}, "2026-01-12T08:15:00Z"),
        ({"$date": {"$numberLong": "1768205700000"}}, 1768205700000),
        ({"$numberInt": "2026"}, "2026"),
        ({"$date": "2026-01-12", "zone": 1}, {"$date": "2026-01-12", "zone": 1}),
        ({"$ref": "days"}, {"$ref": "days"}),
    ],
)
def test_a_database_writes_values_with_their_type(written, value):
    assert read({"_id": {"$oid": "65f0c0"}, "text": TEXT, "published": written})[1] == {"id": "65f0c0", "date": value}


def test_a_number_of_an_author_is_the_author_embedded_beside_it():
    beside = {"author": [{"id": 7, "name": "Jane Roe"}, {"id": 8}]}

    assert read({"text": TEXT, "author": 7, "_embedded": beside})[1] == {"author": ["Jane Roe"]}
    assert read({"text": TEXT, "author": "Rory Baird", "_embedded": beside})[1] == {"author": "Rory Baird"}
    assert read({"text": TEXT, "author": 7, "_embedded": {"author": [None]}})[1] == {"author": 7}


def test_a_byline_that_stands_whole_beside_its_persons():
    byline = {"original": "By Jane Roe", "person": [{"firstname": "Jane", "lastname": "Roe"}]}

    assert read({"text": TEXT, "byline": byline})[1] == {"author": "By Jane Roe"}


def test_agencies_name_their_source_and_writers():
    item = {"body_text": TEXT, "by": "Jane Roe", "infosources": [{"name": "Harbour Press"}], "copyrightholder": "HP"}

    assert read(item)[1] == {"author": "Jane Roe", "outlet": "Harbour Press"}


def test_the_only_image_has_the_credit_that_the_article_itself_lacks():
    image = {"@type": "ImageObject", "url": "a.jpg", "creditText": "Isla Macrae"}

    assert read({"articleBody": TEXT, "image": image})[1] == {"photo_credit": "Isla Macrae"}
    assert read({"articleBody": TEXT, "image": [image]})[1] == {"photo_credit": "Isla Macrae"}
    assert read({"articleBody": TEXT, "image": [image, image]})[1] == {}
    assert read({"articleBody": TEXT, "image": image, "creditText": "Rory Baird"})[1] == {"photo_credit": "Rory Baird"}


@pytest.mark.parametrize(
    "data",
    [
        {"title": "The wall", "text": TEXT},
        {"title": {"code": "ar"}, "text": TEXT},
        {"title": {"value": "one", "_": "another"}, "text": TEXT},
        {"content": [{"value": TEXT}, {"value": TEXT}]},
        {"link": {"rel": "self", "href": LINK}, "text": TEXT},
        {"infosources": [{}], "images": []},
    ],
)
def test_what_holds_no_text_or_several_stays_as_it_is(data):
    assert flattened(data) is data
    assert not is_folded(data)


def test_a_table_of_objects_is_read_as_their_lines_are(tmp_path):
    rows = [{"id": "a1", "title": {"rendered": "The wall"}, "content": {"rendered": TEXT}}] * 2
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")

    (one, other) = run.articles([str(tmp_path)], profile("news-drop"))

    assert (one.text, one.title.value, other.title.value) == (TEXT, "The wall", "The wall")
