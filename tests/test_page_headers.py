"""What stands around the text of a page that says little in its metadata: who signs, when, and where it breaks off."""

from __future__ import annotations

import pytest

from validator import run
from validator.config.load import profile, record_map
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read.fields import to_record
from validator.read.html import of_page

LONG = "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers."
MORE = "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May."
STANDFIRST = "Nine months after the storm the ferry sails again, and the islanders are making plans."


def page(*parts, head="", lang="en"):
    headline = "The quay reopens" if lang == "en" else "码头重新开放"
    body = f"<article><h1>{headline}</h1>{''.join(parts)}</article>"
    return f"<html lang='{lang}'><head><title>{headline}</title>{head}</head><body>{body}</body></html>"


def paragraphs(*texts):
    return "".join(f"<p>{one}</p>" for one in texts)


def read(told):
    return normalise(of_page(told.encode(), Location("a.html"), {}))


def signed(told):
    return [(one.value, one.kind) for one in read(told).authors]


def found(tmp_path, told):
    (tmp_path / "a.html").write_text(told)
    report = run.check([str(tmp_path)], profile("news-drop"))
    return {one.rule: [seen.quote for seen in one.evidence] for one in report.findings}


def test_the_header_may_stand_below_the_standfirst():
    boxes = "<div class='meta'><span>By: Ada Quill</span><span>14.06.2023 | 18:40</span></div>"
    article = read(page(paragraphs(STANDFIRST), boxes, paragraphs(LONG, MORE)))
    assert [one.value for one in article.authors] == ["Ada Quill"]
    assert article.published.value.value == "2023-06-14T18:40"


@pytest.mark.parametrize(
    "between", ["<div class='meta'>From the archive: Ada Quill</div>", "<div class='meta'>Bulletin</div>", ""]
)
def test_what_bears_no_date_below_the_first_paragraph_is_no_header(between):
    article = read(page(paragraphs(STANDFIRST), between, paragraphs(LONG, MORE)))
    assert not article.authors
    assert article.published.missing


@pytest.mark.parametrize(
    "header",
    [
        "<div class='meta'>15 April 2024, 12:00 | Author: Ada Quill</div>",
        "<div class='meta'>15 April 2024, 12:00 | Ada Quill</div>",
        "<div class='meta'><span>Ada Quill</span><span>reporter</span><span>15. 4. 2024</span></div>",
    ],
)
def test_a_name_in_the_line_of_a_date_or_beside_it_signs(header):
    assert signed(page(header, paragraphs(LONG, MORE))) == [("Ada Quill", "person")]


def test_a_label_within_a_line_outweighs_the_house_that_the_metadata_name():
    house = (
        '<meta name="author" content="The Skarrow Beacon"><meta property="og:site_name" content="The Skarrow Beacon">'
    )
    told = page("<p>Skarrow | 15 April 2024 | Author: Ada Quill</p>", paragraphs(LONG, MORE), head=house)
    assert signed(told) == [("Ada Quill", "person")]
    assert signed(told.replace("15 April 2024 | Author: ", "")) == [("The Skarrow Beacon", "organisation")]


def test_a_name_with_its_place_below_the_date_outweighs_the_house_that_the_metadata_name():
    house = '<meta name="author" content="The Skarrow"><meta property="og:site_name" content="The Skarrow">'
    header = "<div>Published: 15 April 2024, 12:00</div><div>Ada Quill / SKARROW</div>"
    assert signed(page(header, paragraphs(LONG, MORE), head=house)) == [("Ada Quill", "person")]


def test_an_agencys_reporters_outweigh_the_house_that_the_metadata_name():
    house = '<meta name="author" content="The Skarrow"><meta property="og:site_name" content="The Skarrow">'
    boxes = "<div>Ada QUILL - Una FERRY / SKARROW, (SNA)</div>"
    told = page("<div>15 April 2024, 12:00</div>", paragraphs(STANDFIRST), boxes, paragraphs(LONG, MORE), head=house)
    assert signed(told) == [("Ada QUILL", "person"), ("Una FERRY", "person")]


@pytest.mark.parametrize(
    ("desk", "author"),
    [
        ("Skarrow Newsroom", "Skarrow Newsroom"),
        ("The Newsroom", "The Skarrow Agency"),
        ("Ferry Newsroom", "The Skarrow Agency"),
    ],
)
def test_the_newsroom_beside_the_date_signs_for_the_house_that_alone_is_named(desk, author):
    name = "The Skarrow Agency"
    house = f'<meta name="author" content="{name}"><meta property="og:site_name" content="{name}">'
    header = f"<time datetime='2024-04-15'>15 April 2024, 12:00</time><div>{desk}</div>"
    assert signed(page(header, paragraphs(LONG, MORE), head=house)) == [(author, "organisation")]


def test_who_wrote_may_be_told_below_the_text():
    told = page("<div>15 April 2024</div>", paragraphs(LONG, MORE), "<div>Text: Ada Quill<br>Photo: Isla Macrae</div>")
    assert signed(told) == [("Ada Quill", "person")]


@pytest.mark.parametrize(
    ("language", "line", "author", "credit"),
    [
        ("pt", "Texto: Rui Serra Fotografia: Ana Melo", "Rui Serra", "Ana Melo"),
        ("de", "Text: Anna Meier Fotos: Karl Huber", "Anna Meier", "Karl Huber"),
        ("vi", "Bài, ảnh: Trần Quốc Khánh", "Trần Quốc Khánh", "Trần Quốc Khánh"),
    ],
)
def test_a_line_that_names_writer_and_photographer_signs_and_credits(language, line, author, credit):
    article = read(page(f"<div>{line}</div><div>15.04.2024</div>", paragraphs(LONG, MORE), lang=language))
    assert [one.value for one in article.authors] == [author]
    assert [one.value for one in article.credits] == [credit]


def test_a_name_with_a_full_stop_signs_a_french_article():
    told = page("<div>17 avril 2012</div>", paragraphs(LONG, MORE, "<b>Ada QUILL.</b>"), lang="fr")
    assert signed(told) == [("Ada QUILL", "person")]


def test_a_desk_beside_the_date_signs():
    told = page("<div>Redaktion, 15.04.2024, 09:12 Uhr</div>", paragraphs(LONG, MORE), lang="de")
    assert signed(told) == [("Redaktion", "organisation")]


def test_a_labelled_date_outweighs_the_day_that_the_pages_clock_shows():
    head = '<meta property="article:published_time" content="2026-11-27T09:14:55+00:00">'
    told = page("<div>Published on 15 April 2024</div>", paragraphs(LONG, MORE), head=head)
    assert read(told).published.value.value[:10] == "2026-11-27"
    clock = told.replace("<article>", "<div>Friday, 27 November 2026</div><article>", 1)
    assert read(clock).published.value.value[:10] == "2024-04-15"


def test_the_line_of_a_wall_is_no_other_furniture(tmp_path):
    wall = "<div><h3>Tämä artikkeli on vain tilaajille</h3><p>Jatka lukemista tilaamalla Kaiku.</p></div>"
    told = "Sahan pilli soi viimeisen kerran tiistaina kello 15. Sata vuotta toiminut laitos suljettiin, moni lähtee."
    faults = found(tmp_path, page(paragraphs(told, told[57:]), wall, lang="fi"))
    assert "page.paywall" in faults
    assert "boilerplate.read_more" not in faults


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        ('<meta name="date" content="2026-11-27T11:02:13+01:00">', "Published on 3 June 2022, 07:15", "2022-06-03"),
        ('<meta name="date" content="2026-11-27T11:02:13+01:00">', "3 June 2022", "2026-11-27"),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', "3 June 2022", "2022-06-03"),
        ('<meta property="article:published_time" content="2026-11-27">', "Published on 3 June 2022", "2026-11-27"),
    ],
)
def test_a_printed_date_outweighs_a_declared_one_that_says_nothing_for_sure(head, line, day):
    article = read(page(f"<div>{line}</div>", paragraphs(LONG, MORE), head=head))
    assert article.published.value.value[:10] == day


def test_nobody_signs_in_a_chinese_header_with_buttons(tmp_path):
    told = "渡船将于周一恢复航行，港务局在致乘客的信中表示，冬天里九名船员都接受了培训。" * 3
    line = "<div>2021年09月30日 08:22　来源：海角晚报　作者：{}　字号：大 中 小</div>"
    nobody = page(line.format("佚名"), paragraphs(told), lang="zh-CN")
    assert found(tmp_path, nobody)["author.placeholder"] == ["佚名"]
    assert "author.placeholder" not in found(tmp_path, nobody.replace("佚名", "周启航"))
    named = read(page(line.format("本报记者 周启航 通讯员 李敏"), paragraphs(told), lang="zh-CN"))
    assert [one.value for one in named.authors] == ["周启航", "李敏"]
    sourced = page("<div>来源：海角晚报 作者：周启航 人气： 发布时间：2021-09-30</div>", paragraphs(told), lang="zh-CN")
    assert [one.value for one in read(sourced).authors] == ["周启航"]


def test_a_desk_whose_name_begins_like_a_label_is_a_desk():
    told = "Vapur pazartesi günü yeniden sefere başlıyor, liman kurulu yolculara gönderdiği mektupta bunu duyurdu. " * 2
    record = {"text": f"Rıhtım yeniden açılıyor\n\nHaber Merkezi\n\n21.11.2022\n\n{told}\n\n{told}", "language": "tr"}
    article = normalise(to_record(record, Location("a.txt"), record_map("default").names))
    assert [(one.value, one.kind) for one in article.authors] == [("Haber Merkezi", "organisation")]


def test_an_address_alone_in_the_place_of_the_author_is_one(tmp_path):
    told = '{"@type": "NewsArticle", "headline": "The quay reopens", "author": "https://social.example/skarrow"}'
    head = f'<script type="application/ld+json">{told}</script>'
    bare = page(paragraphs(LONG, MORE), head=head)
    assert found(tmp_path, bare)["author.url"] == ["https://social.example/skarrow"]
    bylined = page("<p class='byline'>By Ada Quill</p>", paragraphs(LONG, MORE), head=head)
    assert "author.url" not in found(tmp_path, bylined)


@pytest.mark.parametrize("cut", ["and nobody knows yet whe…", "and nobody knows yet whether the"])
def test_a_text_that_its_page_invites_to_read_on_breaks_off(tmp_path, cut):
    broken = page(paragraphs(LONG, f"{MORE[:-1]} {cut}"), "<p><a href='/sub'>Read the full story</a></p>")
    assert found(tmp_path, broken)["text.truncated"][-1] == "Read the full story"


@pytest.mark.parametrize(
    ("last", "below"),
    [
        (MORE, "<p><a href='/x'>Read the full story</a></p>"),
        (f"{MORE} So they wait…", "<p><a href='/x'>Ferries</a></p>"),
        (f"{MORE} So they wait…", "<p>Thanks.</p><p>Goodbye.</p><p><a href='/x'>Read the full story</a></p>"),
    ],
)
def test_a_text_that_ends_or_whose_page_invites_elsewhere_does_not(tmp_path, last, below):
    assert "text.truncated" not in found(tmp_path, page(paragraphs(LONG, last), below))


@pytest.mark.parametrize("note", ["", "\n\n※写真は昨年の様子です。", "\n\n＊催しの問い合わせは町役場まで。"])
def test_whoever_closes_a_japanese_article_signs_above_its_notes(note):
    first = (
        "二〇一七年に閉校した小学校の給食室が、毎週日曜の朝市に合わせて食堂として生まれ変わり、町の人でにぎわっている。"
    )
    text = f"給食室が食堂に\n\n{first}\n\n営業は午前七時から十時まで。収益は校舎の修繕に充てる。【菅谷真帆】{note}"
    article = normalise(to_record({"text": text, "language": "ja"}, Location("a.txt"), record_map("default").names))
    assert [one.value for one in article.authors] == ["菅谷真帆"]


@pytest.mark.parametrize("head", ["The Skarrow, Exampleton", "skarrow", "jrx"])
def test_a_name_below_the_text_outweighs_the_house_or_the_initials_that_the_metadata_name(head):
    named = f'<meta name="author" content="{head}"><meta property="og:site_name" content="The Skarrow">'
    told = page(paragraphs(LONG, MORE, LONG.replace("a", "o"), MORE.replace("e", "i"), "Ada Quill"), head=named)
    assert signed(told) == [("Ada Quill", "person")]


def test_a_house_may_stand_before_the_label_that_leads_to_the_name(tmp_path):
    head = '<meta name="author" content="Perran Lisle"><meta name="date" content="2024-04-15">'
    box = "<div class='meta'><span>Radio Skarrow | By </span><a href='/q'>Ada Quill</a></div>"
    assert found(tmp_path, page(box, paragraphs(LONG, MORE), head=head))["author.text_meta_conflict"] == [
        "Perran Lisle",
        "Ada Quill",
    ]


@pytest.mark.parametrize(
    "trail", ["Home &gt; Harbours &gt; The quay reopens", "Home › News › Harbours › The quay reopens"]
)
def test_the_trail_that_leads_to_a_page_is_no_line_of_its_text(tmp_path, trail):
    body = f"<div><p class='path'>{trail}</p><h1>The quay reopens</h1>{paragraphs(LONG, MORE, LONG + ' Again.')}</div>"
    told = f"<html lang='en'><head><title>The quay reopens</title></head><body>{body}</body></html>"
    assert read(told).text.startswith("The quay reopens\n\nThe ferry")
    assert "boilerplate.nav" not in found(tmp_path, told)


@pytest.mark.parametrize(
    ("address", "named", "house"),
    [
        ("https://www.skarrowstandard.example/a", "The Skarrow Standard", "The Skarrow Standard"),
        ("https://gloszatoki.example/a", "Głos Zatoki", "Głos Zatoki"),
        ("https://www.skarrowstandard.example/a", "Harbours", None),
        ("https://sportblatt.example/a", "Sport", None),
        ("https://harbours.skarrow.example/a", "Harbours", None),
        ("https://bote-von-skaerau.example/a", "Bote von Skärau", "Bote von Skärau"),
        ("https://ecoskarrow.example/a", "Eco della Skarrow", "Eco della Skarrow"),
        ("https://www.skarrow.example.co.uk/a", "Skarrow", None),
    ],
)
def test_the_name_beside_the_headline_is_the_houses_where_the_address_bears_it(address, named, house):
    head = f'<link rel="canonical" href="{address}">'
    told = page(paragraphs(LONG, MORE), head=head).replace("</title>", f" - {named}</title>", 1)
    assert read(told).source.value == house


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("en", "By Ada Quill for The Skarrow Beacon"),
        ("es", "Por Ada Quill para El Faro"),
        ("fr", "Par Ada Quill pour Le Phare"),
        ("de", "Von Ada Quill für den Leuchtturm"),
        ("fr", "Publié par Ada Quill sur 14 Mars 2025, 10:11am"),
        ("en", "Words: Ada Quill"),
    ],
)
def test_a_byline_ends_before_the_house_that_its_author_writes_for(lang, byline):
    assert signed(page(f"<div class='x'>{byline}</div>", paragraphs(LONG, MORE), lang=lang)) == [
        ("Ada Quill", "person")
    ]


def test_the_house_in_the_line_below_a_byline_signs_nothing():
    told = page("<p>By ADA QUILL<br>Skarrow Wire<br>July 22, 2003</p>", paragraphs(LONG, MORE))
    assert signed(told.replace("</title>", " - Skarrow Wire Archive</title>", 1)) == [("ADA QUILL", "person")]


def test_the_house_behind_the_author_signs_nothing_where_the_metadata_name_it():
    told = page("<p>By Ada Quill, Skarrow Wire — Harbourside</p>", paragraphs(LONG, MORE))
    named = told.replace("<title>", "<meta property='og:site_name' content='Skarrow Wire'><title>", 1)
    assert signed(named) == [("Ada Quill", "person")]


def test_the_address_below_a_name_is_no_part_of_it(tmp_path):
    box = "<div class='byline'><span>By Ada Quill</span><br><span>quill@wire.example</span></div>"
    told = page(box, paragraphs(LONG, MORE))
    assert signed(told) == [("Ada Quill", "person")]
    assert "author.email" not in found(tmp_path, told)


def test_an_element_called_a_users_name_above_the_headline_signs():
    card = "<ul><li><span class='tQ user-name'>Ada Quill</span></li><li>12 Mar 2025</li><li>3 min read</li></ul>"
    told = page(paragraphs(LONG, MORE), "<div class='comment'><span class='user-name'>Old Rower</span></div>")
    assert signed(told.replace("<h1>", f"{card}<h1>", 1)) == [("Ada Quill", "person")]


def test_a_date_before_a_bar_and_a_label_is_read_with_it():
    article = read(page("<div class='r'>15-09-2025, 16:42 | Text and photos: Ada Quill</div>", paragraphs(LONG, MORE)))
    assert [one.value for one in article.authors] == ["Ada Quill"]
    assert article.published.value.value == "2025-09-15T16:42"


def test_the_day_of_a_printed_issue_dates_the_article_below_a_kicker():
    text = "Открытие крытого катка, которое обещали приурочить к Новому году, переносится на март, сообщили в управе."
    above = "<p>№ 47 (1893), 15 сентября 2025 г.</p><b>ГОРОД</b><h1>Каток откладывается</h1>"
    body = above + paragraphs(text, text.replace("март", "май"))
    article = read(f"<html lang='ru'><head><title>Каток откладывается</title></head><body>{body}</body></html>")
    assert article.published.value.value == "2025-09-15"


def test_a_page_credits_its_pictures_in_its_header():
    box = "<div class='byline'>By Ada Quill | Photos: Isla Macrae</div>"
    article = read(page(box, paragraphs(LONG, MORE)))
    assert [(one.value, one.evidence[0].locator) for one in article.credits] == [("Isla Macrae", "header")]


@pytest.mark.parametrize(
    ("lang", "line", "named"),
    [
        ("de", "Von Ada Quill (Text) und Isla Macrae (Fotos)", ["Isla Macrae"]),
        ("da", "Af Ada Quill og Isla Macrae (foto)", ["Isla Macrae"]),
        ("en", "By Ada Quill (words and photos)", ["Ada Quill"]),
        ("en", "By Ada Quill (Harbour)", []),
    ],
)
def test_a_byline_says_in_brackets_whose_the_pictures_are(lang, line, named):
    article = read(page(f"<div class='byline'>{line}</div>", paragraphs(LONG, MORE), lang=lang))
    assert [one.value for one in article.authors] == ["Ada Quill"]
    assert [one.value for one in article.credits] == named


def test_whoever_reports_signs():
    box = "<div class='r'><b>Ada Quill</b> reports<br>Thursday 6th March 2025</div>"
    assert signed(page(box, paragraphs(LONG, MORE))) == [("Ada Quill", "person")]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div class='firma'>Ada Quill</div>", [("Ada Quill", "person")]),
        ("<p class='article-author'>Ada Quill and Rory Baird</p>", [("Ada Quill", "person"), ("Rory Baird", "person")]),
        ("<div class='firma'>About the author</div>", []),
        ("<div class='tag'>Ada Quill</div>", []),
        ("<h3>More</h3><div class='firma'>Ada Quill</div>", []),
    ],
)
def test_whom_an_element_called_a_signature_names_right_below_the_text(below, names):
    assert signed(page(paragraphs(LONG, MORE)).replace("</article>", f"</article>{below}", 1)) == names


def test_whoever_signs_below_the_text_outweighs_the_house_that_the_metadata_name():
    house = (
        "<meta name='author' content='The Skarrow Beacon'><meta property='og:site_name' content='The Skarrow Beacon'>"
    )
    told = page(paragraphs(LONG, MORE), "<p class='author'>Ada Quill</p>", head=house)
    assert signed(told) == [("Ada Quill", "person")]
    assert signed(told.replace("Ada Quill", "Ferries")) == [("The Skarrow Beacon", "organisation")]


def test_who_signs_a_teaser_does_not_sign_the_page():
    desk = "<meta name='author' content='Skarrow Bureau'>"
    teaser = "<div class='element'><h3><a href='/b'>Trams again</a></h3><p class='author-name'>Ada Quill</p></div>"
    own = "<h2><a href='/a'>The quay reopens</a></h2><p class='author-name'>Rory Baird</p>"
    below = page(paragraphs(LONG, MORE), head=desk).replace("</body>", f"{teaser}</body>", 1)
    blog = page(paragraphs(LONG, MORE), head=desk).replace("<h1>The quay reopens</h1>", own, 1)
    assert signed(below) == [("Skarrow Bureau", "organisation")]
    assert signed(blog) == [("Rory Baird", "person")]
    aside = f"<aside><article>{teaser.replace('h3', 'h1')}</article></aside>"
    assert signed(below.replace(teaser, aside)) == [("Skarrow Bureau", "organisation")]


def test_persons_below_the_date_sign_and_not_the_house_or_the_agency_above_it():
    house = "<meta name='author' content='Skarrow Sound'><meta property='og:site_name' content='Skarrow Sound'>"
    figure = "<figure><img src='a.jpg'><figcaption><span>AFP</span> <span>The quay</span></figcaption></figure>"
    names = "<ul><li><div>Ada Quill</div><div>harbour reporter</div></li><li><div>Rory Baird</div></li></ul>"
    told = page(figure, "<p>12 March 2025, 06:10</p>", names, paragraphs(LONG, MORE), head=house)
    menu = "".join(f"<li>{one}</li>" for one in "News Sport Culture Weather Podcasts Ferries Contact Login".split())
    told = told.replace("<article>", f"<ul>{menu * 2}</ul><article>")
    assert signed(told) == [("Ada Quill", "person"), ("Rory Baird", "person")]
    assert signed(told.replace(names, "")) == [("Skarrow Sound", "organisation")]


OF_OLD = """<html><head><title>{title}</title></head><body><table><tr>
<td><a href="/"><img alt="Skarrow Beacon"></a><a href="/news">News</a><a href="/sport">Sport</a></td>
<td>{day}<br><b>The quay of Skarrow reopens at last</b><p><i>by Ada Quill, Harbour Correspondent</i><p>
<table><tr><td><img src="quay.jpg"></td></tr><tr><td>Picture: Isla Macrae</td></tr></table>
{long}<p>{more}<p>{standfirst}</td></tr></table></body></html>"""


@pytest.mark.parametrize("title", ["Skarrow Beacon - News", "Skarrow Beacon", "News | Skarrow Beacon"])
def test_the_headline_is_a_line_of_the_page_where_its_title_names_the_house(title):
    told = OF_OLD.format(title=title, day="Thursday, 11 October 2001", long=LONG, more=MORE, standfirst=STANDFIRST)
    article = read(told)
    assert article.title.value == "The quay of Skarrow reopens at last"
    assert article.published.value.value == "2001-10-11"
    assert [one.value for one in article.authors] == ["Ada Quill"]
    assert [one.value for one in article.credits] == ["Isla Macrae"]
    assert [line.text for line in article.lines if line.text][-3:] == [LONG, MORE, STANDFIRST]


def test_a_title_that_says_more_than_the_houses_name_is_the_headline():
    told = OF_OLD.format(title="Quay reopens - Skarrow Beacon", day="", long=LONG, more=MORE, standfirst=STANDFIRST)
    assert read(told).title.value == "Quay reopens - Skarrow Beacon"


@pytest.mark.parametrize(
    ("linked", "title"),
    [
        ("The quay reopens – “We all cheered”", "The quay reopens – “We all cheered”"),
        ("The quay reopens", "The quay reopens"),
    ],
)
def test_what_the_headline_says_behind_a_dash_is_its_own_where_the_linked_data_say_it_too(linked, title):
    shared = f"""<meta property="og:title" content="The quay reopens">
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{linked}"}}</script>"""
    told = page(paragraphs(LONG, MORE), head=shared)
    assert read(told.replace(">The quay reopens<", ">The quay reopens – “We all cheered”<")).title.value == title


def test_a_house_is_none_of_its_authors_by_whichever_of_its_names():
    head = """<meta property="og:site_name" content="Skarrow | Today"><script type="application/ld+json">
    {"@type": "NewsArticle", "author": {"name": "Skarrow Today"}, "publisher": {"name": "Skarrow"}}</script>"""
    author = "<span class='article-authors__name'>Ada Quill</span>"
    assert signed(page(author, paragraphs(LONG, MORE), head=head)) == [("Ada Quill", "person")]
    assert signed(page(paragraphs(LONG, MORE), head=head)) == [("Skarrow Today", "organisation")]
