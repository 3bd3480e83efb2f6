"""Records of feeds and of agencies, whose texts, links and sources stand in objects and lists."""

from __future__ import annotations

import json

import pytest

from validator.config.load import record_map
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
