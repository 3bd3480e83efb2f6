"""Pages as other sites make them: what they say of themselves in other vocabularies, and what only a reader sees."""

from __future__ import annotations

import json

import pytest

from validator import run
from validator.config.load import profile
from validator.read.page import blocks

PARAGRAPHS = (
    "The swing bridge at Tolmeer stays closed to lorries until autumn, the canal office says after finding cracks.",
    "Repairs will cost three million and begin within a fortnight. Until then traffic is led around the old town.",
    "The council has promised free buses every half hour, from six in the morning until midnight.",
)
TITLE = "Swing bridge at Tolmeer closed to lorries"
BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
ORGANISATION = {"@type": "Organization", "name": "Tolmeer Courier"}


def article(tmp_path, body, head="", title=f"{TITLE} | Tolmeer Courier"):
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>", "utf-8")
    return next(run.articles([str(page)], profile("news-drop")))


def linked(data, kind="application/ld+json"):
    return f'<script type="{kind}">{data if isinstance(data, str) else json.dumps(data)}</script>'


def node(**more):
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **more}


def names(found):
    return [one.value for one in found.authors]


GRAPH = {"@graph": [node(author={"@id": "#7"}), {"@type": "Person", "@id": "#7", "name": "Wenna Hask"}]}
TEASER = node(headline="Choir wins the county prize", author={"name": "Piers Odell"})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (linked(GRAPH), ["Wenna Hask"]),
        (linked(node(author={"name": "Hugh d&#39;Arvel"})), ["Hugh d'Arvel"]),
        (linked(node(author={"name": ["Wenna Hask", "Tob Rill"]})), ["Wenna Hask", "Tob Rill"]),
        (linked(node(author=[{"name": "Wenna Hask"}]) | {"@type": "http://schema.org/TechArticle"}), ["Wenna Hask"]),
        (linked(json.dumps(node(author={"name": "Wenna Hask"}))[:-1] + ",}"), ["Wenna Hask"]),
        (linked(f"//<![CDATA[\n{json.dumps(node(author={'name': 'Wenna Hask'}))}\n//]]>"), ["Wenna Hask"]),
        (linked(node(author="Wenna Hask"), "application/ld+json; charset=utf-8"), ["Wenna Hask"]),
        (linked([TEASER, node(author={"name": "Wenna Hask"})]), ["Wenna Hask"]),
    ],
)
def test_authors_in_json_ld(tmp_path, data, expected):
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{BODY}", data)) == expected


def test_authors_in_rdfa(tmp_path):
    signed = '<div>by <span property="author" typeof="Person"><span property="name">Wenna Hask</span></span></div>'
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{signed}{BODY}")) == ["Wenna Hask"]


def test_a_labelled_byline_counts_before_the_house(tmp_path):
    house = linked(node(author=ORGANISATION, publisher=ORGANISATION))
    signed = article(tmp_path, f"<h1>{TITLE}</h1><div>By Wenna Hask and Tob Rill</div>{BODY}", house)
    assert names(signed) == ["Wenna Hask", "Tob Rill"]
    unlabelled = article(tmp_path, f"<h1>{TITLE}</h1><div>Support Tolmeer</div>{BODY}", house)
    assert [(one.value, one.kind) for one in unlabelled.authors] == [("Tolmeer Courier", "organisation")]


def test_the_house_named_by_the_title_is_no_person(tmp_path):
    byline = '<div class="byline">By Wenna Hask, Tob Rill and Hild Roon | Tolmeer Courier</div>'
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{byline}{BODY}")) == ["Wenna Hask", "Tob Rill", "Hild Roon"]


def test_name_and_date_side_by_side_below_the_headline(tmp_path):
    row = "<div><span>Wenna Hask</span><span>12 March 2025, 09:15</span><span>1,204 views</span></div>"
    found = article(tmp_path, f"<h1>{TITLE}</h1>{row}{BODY}")
    assert names(found) == ["Wenna Hask"]
    assert found.published.value.value == "2025-03-12T09:15"
    assert found.published.seen[0].locator == "shown"


def test_a_menu_below_the_headline_names_nobody(tmp_path):
    menu = "<div><div>Log In</div><div>Our Region</div></div>"
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{menu}{BODY}")) == []


def test_the_day_below_the_headline_counts_before_a_teasers(tmp_path):
    teaser = f'<article><h3>Choir wins</h3><time datetime="2025-04-02">2 April</time>{"<p>More</p>" * 4}</article>'
    found = article(tmp_path, f"<div>{teaser}</div><h1>{TITLE}</h1><time datetime='2025-03-12'>12 March</time>{BODY}")
    assert found.published.value.value == "2025-03-12"
    printed = article(tmp_path, f"<div>{teaser}</div><h1>{TITLE}</h1><div>Published: March 12, 2025</div>{BODY}")
    assert printed.published.value.value == "2025-03-12"


def test_the_day_of_publication_counts_before_that_of_the_last_change(tmp_path):
    head = '<meta property="article:modified_time" content="2025-03-20T09:00:00+01:00">'
    dated = "<div>Published: 12 March 2025, 07:00 | Updated: 20 March 2025, 09:00</div>"
    found = article(tmp_path, f"<h1>{TITLE}</h1>{dated}{BODY}", head)
    assert found.published.value.value == "2025-03-12T07:00"
    assert found.modified.value.value == "2025-03-20T09:00:00+01:00"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (f"Tolmeer Courier | {TITLE}", f'<h1><a href="/">Tolmeer Courier</a></h1><h2>{TITLE}</h2>'),
        (f"{TITLE} « Tolmeer Courier", f"<h2>{TITLE}</h2>"),
        (f"Courier :: {TITLE}", f"<h2>Weather</h2><h2>{TITLE}</h2>"),
        (f"Tolmeer Courier: {TITLE}", f"<font size=5><b>{TITLE}</b></font>"),
        (f"{TITLE}_Courier", f"<div>{TITLE}</div>"),
        (f"{TITLE} | Courier", f"<aside><h1>Choir wins prize</h1></aside><h1>{TITLE}</h1>"),
        (f"{TITLE} | Courier", f"<h1>Choir wins prize</h1><h1>{TITLE}</h1>"),
    ],
)
def test_the_headline_among_headings(tmp_path, title, heading):
    assert article(tmp_path, heading + BODY, title=title).title.value == TITLE


def test_lines_of_a_page_are_those_that_a_reader_sees():
    from lxml import html

    tree = html.document_fromstring(
        "<nav>Home</nav><h1>A <span>swing</span><span> bridge</span></h1><p>By <a>Wenna Hask</a><!-- x --> in Tolmeer"
        "<br>12 March</p><div><b>Wenna</b><i>Tolmeer</i></div><figure>Photo</figure>tail"
    )
    shown = list(blocks.of_page(tree))
    assert [one.text for one in shown if not one.beside] == [
        "A swing bridge", "By Wenna Hask in Tolmeer", "12 March", "Wenna", "Tolmeer", "tail",
    ]  # fmt: skip
    assert [one.text for one in shown if one.beside] == ["Home", "Photo"]


MENU = "".join(
    f"<li><a href='/{one}'>{one}</a></li>" for one in "News Sport Culture Weather Jobs Cars Homes Travel".split()
)
FOOT = "".join(
    f"<p>{one}</p>" for one in "Imprint|Privacy|Contact|Terms|Jobs|Help|Archive|Newsletter|Podcasts".split("|")
)


@pytest.mark.parametrize(
    "signed",
    [
        "<div>Wenna Hask</div><div>Canal reporter</div><div>Share</div><div>12 March 2025</div>",
        "<div>By</div><div><a href='/h'>Wenna Hask</a></div><div>12 March 2025, 09:15</div>",
    ],
)
def test_a_whole_page_without_metadata_is_read_as_a_text(tmp_path, signed):
    whole = f"<form><ul>{MENU}</ul><h1>{TITLE}</h1>{signed}{BODY}<div>{FOOT}</div></form>"
    found = article(tmp_path, whole)
    assert names(found) == ["Wenna Hask"]
    assert found.published.value.value[:10] == "2025-03-12"


def test_a_byline_in_a_bar_of_buttons_is_the_byline(tmp_path):
    bar = '<div class="byline-bar"><div class="byline">Wenna Hask</div><div>Text Size</div><div>Follow Us</div></div>'
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{bar}{BODY}")) == ["Wenna Hask"]


def test_a_byline_of_several_boxes(tmp_path):
    people = "<b>Wenna Hask</b><i>Reporter</i><b>Tob Rill</b><i>Editor</i>"
    boxes = f"<div class=byline>{people}<u>12 March 2025</u><u>AA</u></div>"
    assert names(article(tmp_path, f"<h1>{TITLE}</h1>{boxes}{BODY}")) == ["Wenna Hask", "Tob Rill"]


def test_a_time_above_the_headline_is_the_articles(tmp_path):
    teaser = '<div><h3>Choir wins</h3><time datetime="2025-04-02">2 April</time></div>' + "<p>More</p>" * 8
    body = f"{teaser}<time datetime='2025-03-12'>12 March</time><h1>{TITLE}</h1>{BODY}"
    assert article(tmp_path, body).published.value.value == "2025-03-12"


def test_a_headline_has_no_letters_that_nobody_sees(tmp_path):
    found = article(tmp_path, f"<h1>{TITLE.replace('closed', 'clo&shy;sed')}</h1>{BODY}", title="Courier")
    assert found.title.value == TITLE
