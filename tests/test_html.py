"""A page says many things of itself; every one is a sighting, and the article's facts come out of them."""

from __future__ import annotations

import gzip
import importlib
import re
from pathlib import Path

import pytest

from validator import run
from validator.config.load import profile
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read import records
from validator.read.html import of_page
from validator.read.paths import Drop

PLACE = Location("a.html", 1, 1)
PROSE = "".join(
    f"<p>The council voted on {day} to keep the old market hall open, after a debate of nine hours about its price.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
PAGE = Path(__file__).resolve().parent.parent / "fixtures" / "pages" / "ferry.html"


def read(path):
    (piece,) = records.cut([Drop(str(path))], ())
    return next(records.records(piece, {}))


@pytest.fixture(scope="module")
def record():
    return read(PAGE)


@pytest.fixture(scope="module")
def article():
    return next(run.articles([str(PAGE)], profile("news-drop")))


def sighted(record, field):
    return [(one.value, one.locator) for name, one in record.sightings if name == field]


def test_every_statement_is_a_sighting(record):
    assert sighted(record, "date") == [
        ("2025-10-14T07:00:00+01:00", "json-ld $.datePublished"),
        ("2025-10-21T07:00:00+01:00", 'meta[property="article:published_time"]'),
        ("2025-10-14", "time[datetime]"),
    ]
    assert sighted(record, "outlet")[0] == ("The Skarrow Beacon", "json-ld $.publisher.name")
    assert {one.origin for _, one in record.sightings} == {"html"}


def test_the_facts_of_the_page(article):
    assert article.title.value == "Ferry to Skarrow stops for the winter"
    assert [(one.value, one.kind) for one in article.authors] == [("Isla Macrae", "person")]
    assert article.published.value.value == "2025-10-14T07:00:00+01:00"
    assert article.source.value == "The Skarrow Beacon"
    assert article.url.value == "https://www.skarrowbeacon.example/2025/10/14/ferry-stops"
    assert article.language.main == "en"
    assert "Hamish Tennant / Skarrow Harbour Trust" in [one.value for one in article.credits]


def test_the_text_is_the_article_and_nothing_else(article):
    assert "The ferry between Skarrow and the mainland" in article.text
    assert "All rights reserved" not in article.text


def test_metadata_that_disagree_are_a_finding():
    report = run.check([str(PAGE)], profile("news-drop"))
    conflict = next(one for one in report.findings if one.rule == "date.text_meta_conflict")

    assert {seen.quote for seen in conflict.evidence} == {"2025-10-14T07:00:00+01:00", "2025-10-21T07:00:00+01:00"}


@pytest.mark.parametrize(
    ("declared", "faults"),
    [
        ('<html><head><meta property="og:locale" content="en_GB"></head>', []),  # as Open Graph wants it
        ('<html lang="en_GB"><head></head>', ["en_GB"]),
    ],
)
def test_a_locale_is_at_fault_where_a_language_tag_is_wanted(tmp_path, declared, faults):
    page = tmp_path / "page.html"
    page.write_text(
        f"{declared}<body><h1>Ferry stops</h1><p>{'The ferry to Skarrow stops for a week. ' * 9}</p></body></html>"
    )

    found = [one for one in run.check([str(page)], profile("news-drop")).findings if one.rule == "language.invalid_tag"]

    assert [seen.quote for one in found for seen in one.evidence] == faults


def test_packed_pages_and_pages_in_other_encodings(tmp_path):
    text = PAGE.read_text("utf-8").replace("Skarrow", "Skärrow")
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(text.encode()))
    (tmp_path / "b.html").write_bytes(text.replace("utf-8", "iso-8859-1").encode("iso-8859-1"))

    titles = [one.title.value for one in run.articles([str(tmp_path)], profile("news-drop"))]

    assert titles == ["Ferry to Skärrow stops for the winter"] * 2


RUSSIAN = "Городской совет решил закрыть старый мост до конца лета."


@pytest.mark.parametrize(
    ("head", "body", "encoding", "told"),
    [
        ("", RUSSIAN, "cp1251", ["not UTF-8 at byte 15; read as cp1251"]),
        ("", RUSSIAN, "koi8_r", ["not UTF-8 at byte 15; read as koi8_r"]),
        ("<meta charset=windows-1251>", RUSSIAN, "cp1251", []),
        ("<meta charset=unheard>", RUSSIAN, "cp1251", ["not UTF-8 at byte 37; read as cp1251"]),
        ("", f"<!--{' ' * 70_000}-->{RUSSIAN}", "cp1251", ["not UTF-8 at byte 70022; read as cp1251"]),
        ("<meta charset=iso-2022-jp>", "市議会は月曜日、古い橋を閉鎖することを決めた。", "iso2022_jp", []),
        ("<meta http-equiv=Content-Type content='text/html; charset=EUC-JP'>", "市議会は決めた。", "euc_jp", []),
        ("", RUSSIAN, "utf-8", []),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares_or_the_likeliest(head, body, encoding, told):
    raw = f"<html>{head}<body><p>{body}</p></body></html>".encode(encoding)

    record = of_page(raw, Location("a.html"), {})

    assert record.text == body.rpartition("-->")[2]
    assert [(one.rule, one.message) for one in record.problems] == [("encoding.not_utf8", one) for one in told]


def test_a_page_of_xml_declares_its_encoding():
    page = '<?xml version="1.0" encoding="ISO-8859-2"?>\n<html><body><p>Rada przyjęła budżet.</p></body></html>'

    record = of_page(page.encode("iso-8859-2"), Location("a.xhtml"), {})

    assert (record.text, record.problems) == ("Rada przyjęła budżet.", ())


@pytest.mark.parametrize(
    ("depth", "text", "told"),
    [
        (400, "Ferry\n\nThe council met again.", []),
        (3000, "Ferry", ["the page is read in part: Excessive depth in document: 2048"]),
    ],
)
def test_what_lies_deep_in_a_page_is_read_or_told(depth, text, told):
    page = f"<html><title>Ferry</title><body>{'<div>' * depth}<p>The council met again.</p>{'</div>' * depth}</html>"

    record = of_page(page.encode(), Location("a.html"), {})

    assert (record.text, [one.message for one in record.problems]) == (text, told)


@pytest.mark.parametrize("content", [b"", b"   ", b"<!-- nothing -->", b"\x00\x01\x02" * 50])
def test_a_page_that_is_none_is_a_finding(tmp_path, content):
    (tmp_path / "a.html").write_bytes(content)

    report = run.check([str(tmp_path)], profile("news-drop"))

    assert {"schema.unreadable", "text.empty"} & {one.rule for one in report.findings}


def test_authors_of_other_articles_are_not_this_ones(tmp_path):
    card = '<div><div><div><span itemprop="author"><a><b itemprop="name">{}</b></a></span></div></div></div>'
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><main><div>{card.format('Isla Macrae')}</div><div><div>{card.format('Rory Baird')}</div></div>"
        "</main></body></html>"
    )
    (names, _), *_ = sighted(read(page), "author")
    assert names == ["Isla Macrae"]


def test_a_remark_of_the_pages_author_may_stand_anywhere():
    markup = PAGE.read_text().replace("<figcaption>", '<p class="description">')
    plain = normalise(of_page(markup.encode(), PLACE, {}))
    remarked = normalise(of_page(re.sub(r"(<(?!!|/)[^>]*>)", r"<!-- x -->\1<!-- y -->", markup).encode(), PLACE, {}))

    assert remarked.title.value == plain.title.value
    assert [one.value for one in remarked.authors] == [one.value for one in plain.authors]


@pytest.mark.parametrize("fault", ["validator.read.html.of_page", "validator.normalise.authors.resolve"])
def test_a_fault_of_our_own_is_told_of_the_page_and_the_run_goes_on(tmp_path, monkeypatch, fault):
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(f"{NEWS}<h1>{HEADLINE}</h1>{PROSE * (1 + number)}")
    module, _, name = fault.rpartition(".")
    true = getattr(importlib.import_module(module), name)

    def failing(*given):
        if "1.html" in str(given):
            raise ValueError("a page that nobody thought of")
        return true(*given)

    monkeypatch.setattr(fault, failing)
    found = run.check([str(tmp_path)], profile("news-drop"), jobs=1, cache=None)
    told = [one for one in found.findings if one.rule == "schema.unreadable"]

    assert [(one.location.path, "a page that nobody thought of" in one.message) for one in told] == [
        (str(tmp_path / "1.html"), True)
    ]
    assert found.counts.articles == 3


HEADLINE = "Council votes to keep the old market"
GHOST = '{"@type": "Article", "author": {"name": "Jane Roe"}, "contributor": [{"name": "Sam Poe"}]}'
FIRST = '<script type=application/ld+json>{"@type": "Article", "author": {"name": "Jane Roe"}}</script>'
NEWS = f"<title>{HEADLINE}</title>"


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (f"<title>{HEADLINE} - Beacon</title>", f"<h1><a title='x'>{HEADLINE}</a></h1>", HEADLINE),
        (NEWS, f"<h1>{HEADLINE}<br><span>2026-02-06 10:21 Source: Beacon</span></h1>", HEADLINE),
        (f"<title>{HEADLINE} &gt; Local | Beacon</title>", f"<h1>{HEADLINE} &gt; Local</h1><h2>Local</h2>", HEADLINE),
        ("<title>beacon.example</title>", f"<p>{HEADLINE}</p><p>4 May 2026</p>", HEADLINE),
        ("<title>Skarrow Daily</title>", f"<h1><a href='#'>{HEADLINE}</a></h1>", HEADLINE),
        ("<title>Skarrow Daily</title>", f"<h2>{HEADLINE}</h2>", HEADLINE),
        (
            f"<meta property=og:title content='Skarrow - {HEADLINE}'><title>Skarrow - {HEADLINE}</title>",
            f"<a href='/'>Skarrow</a><h1>Local {HEADLINE}</h1>",
            HEADLINE,
        ),
        ("<title>Skarrow | Skarrow Daily</title>", f"<h4>{HEADLINE}</h4><p>4 May 2026</p>", HEADLINE),
    ],
)
def test_headings_as_templates_print_them(head, heading, title):
    article = normalise(of_page(f"{head}<body>{heading}{PROSE}".encode(), PLACE, {}))

    assert article.title.value == title


@pytest.mark.parametrize(
    ("head", "byline", "names"),
    [
        (NEWS, f"<p>By Jane Roe</p>{PROSE}<div class=ce_comments><p>By <b itemprop=author>Sam Poe</b>", ["Jane Roe"]),
        (NEWS, f"<p>By Jane Roe</p>{PROSE}<div class=comentarios><p class=author-name>Sam Poe</p>", ["Jane Roe"]),
        (
            f"<meta name=generator content='Ghost 6.2'><script type=application/ld+json>{GHOST}</script>",
            PROSE,
            ["Jane Roe", "Sam Poe"],
        ),
        (
            f"{NEWS}<meta name=author content='Jane Roe'>",
            f"<p>By <a rel=author href=/jane>Jane Roe</a> and <a rel=author href=/sam>Sam Poe</a></p>{PROSE}",
            ["Jane Roe", "Sam Poe"],
        ),
        (
            f"{FIRST}<meta name=author content='Jane Roe'><meta name=author content='Sam Poe'>",
            PROSE,
            ["Jane Roe", "Sam Poe"],
        ),
        (f"{NEWS}<meta name=author content='Discuz! Team and Comsenz UI Team'>", PROSE, []),
        (NEWS, f"<p>Posted by Jane Roe</p><h3>{HEADLINE}</h3>{PROSE}", ["Jane Roe"]),
    ],
)
def test_authors_as_templates_print_them(head, byline, names):
    article = normalise(of_page(f"{head}<body><h1>{HEADLINE}</h1>{byline}".encode(), PLACE, {}))

    assert [one.value for one in article.authors] == names


def test_a_credit_beside_a_caption_is_found_by_its_class(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<html><body><div><span class="caption">The quay at dawn</span><span class="credit">Rory Baird</span></div>'
        '<p class="img-info">The quay at noon. Photo: Isla Macrae</p></body></html>'
    )
    record = read(page)
    assert ("Rory Baird", "span.credit") in sighted(record, "photo_credit")
    assert ("The quay at noon. Photo: Isla Macrae", "p") in sighted(record, "photo_caption")


def credits_of(tmp_path, body):
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article><p>{'The ferry will not sail. ' * 20}</p>{body}</article></body></html>")
    return [one.value for one in next(run.articles([str(page)], profile("news-drop"))).credits]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<figure><img src="a.jpg"><figcaption>The quay <span class="credit">( Image: Tom Birkett)</span>',
            ["Tom Birkett"],
        ),
        (
            '<div><img src="a.jpg"><p class="caption">In Skarrow Bay</p><p class="photographer">Rory Baird</p></div>',
            ["Rory Baird"],
        ),
        ('<figure><img src="a.jpg"><figcaption>In Skarrow Bay <b class="credit">Rory Baird/AP</b>', ["Rory Baird/AP"]),
        ('<figure><img src="a.jpg"><figcaption><span class="credit">Credit</span></figcaption></figure>', []),
        ('<div><img src="a.jpg"></div><p>Image: ROSE AMBERLEY</p>', ["ROSE AMBERLEY"]),
        ('<div><img src="a.jpg"><div class="pie">The quay. Photo: Rose Amberley</div></div>', ["Rose Amberley"]),
        ('<div class="page-footer"><p class="copyright">© Skarrow Beacon</p></div>', []),
        ('<div class="image-footer"><p class="caption">Picture: Isla Macrae</p></div>', ["Isla Macrae"]),
        ('<img src="a.jpg" alt="The quay at noon. (Isla Macrae/Reuters)">', ["Isla Macrae/Reuters"]),
        ('<a href="/other"><img src="a.jpg" alt="The quay at noon. (Isla Macrae/Reuters)"></a>', []),
        ('<img src="logo.png" alt="Reuters">', []),
        (
            '<figure><img alt="Men mend nets at 6"><b class="author">Men mend nets at 6</b><b class="author">Ada Venn',
            ["Ada Venn"],
        ),
        ('<figure><img src="a.jpg" alt="Isla Macrae"><p class="photo_author">Isla Macrae</p>', ["Isla Macrae"]),
        (
            '<figure><img src="a.jpg"><figcaption><b>The men mend their nets.</b><i class="x">Isla Macrae</i>',
            ["Isla Macrae"],
        ),
        ('<figure><img src="a.jpg"><figcaption><b>The men mend their nets.</b> <i class="x">Isla Macrae</i>', []),
        ('<div class="pic"><img src="a.jpg"><br><em>The quay. Picture: Isla Macrae</em></div>', ["Isla Macrae"]),
        ('<div class="pic"><img src="a.jpg">The quay. Picture: Isla Macrae</div>', ["Isla Macrae"]),
        ('<div id="fuss"><img src="a.jpg"><div class="copyright">© Skarrow Beacon</div></div>', []),
        (
            f'<div><div><img src="a.jpg"></div><p>{"The crane lifts. " * 12}</p></div><div>© Skarrow Beacon</div>',
            [],
        ),
        ('<figure><img src="a.jpg"><footer><span>Picture: Isla Macrae</span></footer></figure>', ["Isla Macrae"]),
        ('<footer><figure><img src="a.jpg"><p class="copyright">© Skarrow Beacon</p></figure></footer>', []),
        ('<div><div class="imgcap">The quay. Picture: Isla Macrae</div><img src="a.jpg"></div>', ["Isla Macrae"]),
        (
            '<table><tr><td><img src="a.jpg"><tr><td class="boxCaption">The quay (Photo: Isla Macrae)</table>',
            ["Isla Macrae"],
        ),
        (
            '<div><img src="a.jpg"><div><span class="atomPhoto__author">Photo: Isla Macrae</span> The quay</div></div>',
            ["Isla Macrae"],
        ),
        (
            '<p><a href="/b"><img src="a.jpg"></a></p><div class="x1"><span>The quay. Photo: Isla Macrae</span></div>',
            ["Isla Macrae"],
        ),
        (
            '<aside><figure><a href="/b"><img src="a.jpg"></a><figcaption>The mill. Photo: Tom Birkett</aside>',
            [],
        ),
        (
            '<aside><figure><img src="a.jpg"><figcaption>The mill. Photo: Tom Birkett</aside>',
            ["Tom Birkett"],
        ),
        (
            '<figure><img src="a.jpg"><figcaption>The quay. <i class="tnt-byline">Isla Macrae, The Beacon</i>',
            ["Isla Macrae, The Beacon"],
        ),
    ],
)
def test_credits_of_a_page(tmp_path, body, expected):
    assert credits_of(tmp_path, body) == expected
