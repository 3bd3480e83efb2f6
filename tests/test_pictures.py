"""Credits that a page gives more than once: in its metadata, its byline, its captions and its buttons."""

from __future__ import annotations

import json

import pytest

from validator import run
from validator.config.load import profile

BODY = (
    "<p>The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers.</p>"
    "<p>Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May.</p>"
)
CAPTION = "Passengers wait below the crane at the old quay."


def credited(tmp_path, byline, figcaption, image=None):
    node = {"@type": "NewsArticle", "headline": "The quay reopens", "image": {"@type": "ImageObject", **(image or {})}}
    (tmp_path / "a.html").write_text(
        "<html lang='en'><head><title>The quay reopens</title>"
        f"<script type='application/ld+json'>{json.dumps(node)}</script></head><body><article>"
        f"<h1>The quay reopens</h1><p>{byline}</p>"
        f"<figure><img src='a.jpg'><figcaption>{figcaption}</figcaption></figure>{BODY}</article></body></html>"
    )
    (article,) = run.articles([str(tmp_path)], profile("news-drop"))
    return [one.value for one in article.credits]


@pytest.mark.parametrize(
    ("image", "values"),
    [
        ({"author": "Isla Macrae"}, ["AP / Isla Macrae"]),
        ({"author": "Ewan Roe"}, ["Ewan Roe", "AP / Isla Macrae"]),
        ({"creditText": "Isla Macrae"}, ["Isla Macrae", "AP / Isla Macrae"]),
    ],
)
def test_a_maker_whom_the_metadata_name_is_not_credited_beside_the_fuller_credit(tmp_path, image, values):
    assert credited(tmp_path, "By Jane Roe", f"{CAPTION} Photo: AP / Isla Macrae", image) == values


@pytest.mark.parametrize(
    ("byline", "values"),
    [
        ("Words by Jane Roe. Photographs by Isla Macrae.", ["AP/Isla Macrae"]),
        ("Words by Jane Roe. Photographs by Ewan Roe.", ["AP/Isla Macrae", "Ewan Roe"]),
    ],
)
def test_whom_a_byline_credits_is_not_credited_twice(tmp_path, byline, values):
    assert credited(tmp_path, byline, f"{CAPTION} Photo: AP/Isla Macrae") == values


def test_the_words_of_a_button_are_no_part_of_a_credit(tmp_path):
    told = "<span class='credit'>Isla Macrae/AP</span>"
    assert credited(tmp_path, "By Jane Roe", f"{CAPTION} Photo: {told} <button>View in fullscreen</button>") == [
        "Isla Macrae/AP"
    ]
