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


@pytest.mark.parametrize(
    ("figcaption", "values"),
    [
        ("<span>AFP</span><span>Passengers below the crane</span>", ["AFP"]),
        ("<span>Skarrow</span><span>Passengers below the crane</span>", []),
        ("<b>AFP</b> is shown the quay by <i>passengers</i> below the crane", []),
    ],
)
def test_an_agency_in_an_element_of_its_own_may_open_a_caption(tmp_path, figcaption, values):
    assert credited(tmp_path, "By Jane Roe", figcaption) == values


def test_the_words_of_a_button_are_no_part_of_a_credit(tmp_path):
    told = "<span class='credit'>Isla Macrae/AP</span>"
    assert credited(tmp_path, "By Jane Roe", f"{CAPTION} Photo: {told} <button>View in fullscreen</button>") == [
        "Isla Macrae/AP"
    ]


HEAD = "<h3><a href='/b'>Flut</a></h3>"
TEASERS = {
    "link": "<a href='/b'><figure><img src='b.jpg'><span class='copyright'>Tom Birk</span></figure><b>Flut</b></a>",
    "article": f"<article><figure><img src='b.jpg' alt='Flut. Foto: Tom Birk'></figure>{HEAD}</article>",
    "box": f"<div class='teaser'><img src='b.jpg' alt='Flut: © Tom Birk'>{HEAD}<p>Es steigt.</p></div>",
    "item": "<li><p class='image__copyright'>© Tom Birk</p><a href='/b'>Flut steigt im Norden</a></li>",
    "whole": "<a href='/b'><img src='b.jpg'><i class='img-credit'>Foto: Tom Birk</i><b>Flut steigt im Norden</b></a>",
    "card": "<article><img src='b.jpg'><i class='img-credit'>Foto: Tom Birk</i><a href='/b'>Flut steigt</a></article>",
    "caption": f"<div class='teaser-s'><figure><img><figcaption>© Tom Birk</figcaption></figure>{HEAD}</div>",
}


@pytest.mark.parametrize("teaser", TEASERS.values(), ids=TEASERS)
def test_a_teasers_picture_is_credited_elsewhere(tmp_path, teaser):
    own = "<figure><img src='a.jpg'><figcaption>Am Kai. <i class='credit'>Ada Noll</i></figcaption></figure>"

    assert shown(tmp_path, own, f"<section>{teaser}</section>") == ["Ada Noll"]


@pytest.mark.parametrize(
    "picture",
    [
        "<a href='/galerie'><figure><img src='a.jpg'><figcaption>Der Kran. Foto: Ada Noll</figcaption></figure></a>",
        "<figure><a href='a.jpg'><img src='a.jpg'></a><figcaption>Der Kran. Foto: Ada Noll</figcaption></figure>",
        "<div class='teaser'><figure><img src='a.jpg'><figcaption>Foto: Ada Noll</figcaption></figure></div>",
        "<figure><img src='a.jpg'><figcaption>Der Kran am Kai.</figcaption><footer>Ada Noll</footer></figure>",
        "<figure><img src='a.jpg'><figcaption><b>Der Kran am Kai.</b>&nbsp;<cite>Ada Noll</cite></figcaption></figure>",
        "<a href='gross.jpg'><img src='a.jpg'><b>Der Kran am alten Kai</b><i class='img-credit'>Ada Noll</i></a>",
        "<figure><img src='a.jpg'><figcaption>Der Kran am Kai</figcaption><i class='bildAuthor'>Ada Noll</i></figure>",
        "<div><img src='a.jpg'><div class='bildtext'>Der Kran. <i class='bildquelle'>Ada Noll</i></div></div>",
    ],
    ids=["gallery", "larger", "opener", "footer", "cite", "enlarged", "camel", "box"],
)
def test_an_articles_own_picture_is_credited(tmp_path, picture):
    assert shown(tmp_path, picture) == ["Ada Noll"]


def shown(tmp_path, picture, below=""):
    page = (
        f"<html lang='de'><head><title>Kran kommt</title></head><body><article><h1>Kran kommt</h1>{picture}"
        "<p>Der neue Kran wird am Montag am alten Kai aufgebaut, teilte die Hafenbehörde von Norderstrand mit.</p>"
        "<p>Er hebt vierzig Tonnen und ersetzt zwei ältere, die seit dem Sturm nicht mehr zu brauchen sind.</p>"
        f"</article>{below}</body></html>"
    )
    (tmp_path / "a.html").write_text(page)
    (article,) = run.articles([str(tmp_path)], profile("news-drop"))
    return [one.value for one in article.credits]


def captioned(tmp_path, *captions):
    figures = "".join(
        f"<figure><img src='{at}.jpg'><figcaption>{one}</figcaption></figure>" for at, one in enumerate(captions)
    )
    (tmp_path / "a.html").write_text(
        f"<html lang='en'><head><title>The quay reopens</title></head><body><article><h1>The quay reopens</h1>"
        f"{figures}{BODY}</article></body></html>"
    )
    (article,) = run.articles([str(tmp_path)], profile("news-drop"))
    return [one.value for one in article.credits]


CREDITED = "Passengers wait at the old quay (Isla Macrae / AP)"


@pytest.mark.parametrize(
    ("caption", "values"),
    [
        ("The crane is hauled over the slip at Skarrow (Harbour Board of Skarrow)", ["Harbour Board of Skarrow"]),
        ("The crane is hauled over the slip at dawn (Harbourmaster)", ["Harbourmaster"]),
        ("The crane is hauled over the slip at Skarrow (Moray)", []),
        ("The crane is hauled over the slip (left to right)", []),
        ("The crane is hauled over the slip (Spring 2024)", []),
        ("The crane is hauled over the slip (Video)", []),
    ],
)
def test_brackets_at_a_captions_end_credit_where_another_captions_do(tmp_path, caption, values):
    assert captioned(tmp_path, caption) == []
    assert captioned(tmp_path, CREDITED, caption) == ["Isla Macrae / AP", *values]


@pytest.mark.parametrize(("house", "values"), [("Tidewater Post", ["Tidewater Post"]), ("Skarrow Gazette", [])])
def test_brackets_at_a_captions_end_credit_the_house(tmp_path, house, values):
    figure = "<figure><img src='a.jpg'><figcaption>The old crane above the quay (Tidewater Post)</figcaption></figure>"
    (tmp_path / "a.html").write_text(
        f"<html lang='en'><head><title>The quay reopens</title><meta property='og:site_name' content='{house}'></head>"
        f"<body><article><h1>The quay reopens</h1>{figure}{BODY}</article></body></html>"
    )
    (article,) = run.articles([str(tmp_path)], profile("news-drop"))
    assert [one.value for one in article.credits] == values


@pytest.mark.parametrize("details", ["<b>Details</b>: ", ""])
def test_a_source_below_a_picture_is_a_reports_where_labelled_parts_follow(tmp_path, details):
    below = "<p><b>Source</b>: harbour master on the radio</p>"
    told = BODY.replace("<p>", f"<p>{details}", 1)
    (tmp_path / "a.html").write_text(
        "<html lang='en'><head><title>The quay reopens</title></head><body><article><h1>The quay reopens</h1>"
        f"<div><img src='a.jpg'></div>{below}{told}</article></body></html>"
    )
    (article,) = run.articles([str(tmp_path)], profile("news-drop"))
    assert [one.value for one in article.credits] == ([] if details else ["harbour master on the radio"])
