"""What a page shows: its paragraphs as a reader sees them, and its header held against its metadata."""

from __future__ import annotations

import pytest

from validator import run
from validator.config.load import profile
from validator.lexicons import appeals
from validator.lexicons.fold import level
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Declared, Record
from validator.normalise.article import normalise
from validator.read.html import of_page
from validator.read.page.blocks import Block
from validator.read.page.letters import Lines

HEAD = "<title>The quay reopens</title><meta property='og:title' content='The quay reopens'>"
LONG = "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers."
MORE = "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May."
STANDFIRST = "Nine months after the storm the ferry sails again, and the islanders are making plans for it."


def text(body, head=HEAD, lang="en"):
    page = f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return of_page(page.encode(), Location("a.html"), {}).text.split("\n\n")


def article(*paragraphs, above=""):
    inner = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<article><h1>The quay reopens</h1>{above}{inner}</article>"


def found(tmp_path, page):
    (tmp_path / "a.html").write_text(page)
    report = run.check([str(tmp_path)], profile("news-drop"))
    return {one.rule: [seen.quote for seen in one.evidence] for one in report.findings}


def test_readings_above_characters_do_not_part_a_paragraph():
    told = "北の島の<ruby>澄明<rp>（</rp><rt>すみあき</rt><rp>）</rp></ruby>さんは三日、連絡船の再開を喜んだ。" * 4
    bare = "北の島の<ruby>澄明<rt>すみあき</rt></ruby>さんは四日、桟橋で船を待ち、家族と弁当を開いて食べた。" * 4
    head = "<title>連絡船が再開</title>"
    assert text(f"<article><h1>連絡船が再開</h1><p>{told}</p><p>{bare}</p></article>", head, "ja") == [
        "連絡船が再開",
        "北の島の澄明（すみあき）さんは三日、連絡船の再開を喜んだ。" * 4,
        "北の島の澄明（すみあき）さんは四日、桟橋で船を待ち、家族と弁当を開いて食べた。" * 4,
    ]


def test_two_breaks_part_paragraphs():
    last = "The timetable stays."
    told = f"<font size='2'>{LONG}<br><br>{MORE}<br> <br>{last}</font>"
    assert text(article(told, STANDFIRST))[1:] == [LONG, MORE, last, STANDFIRST]


def test_a_table_that_lays_a_page_out_holds_its_text():
    told = "<b>The quay reopens</b><br>{0}<br><br>{1} Few <i>of them</i> knew.<br><br>{2}"
    table = f"<table><tr><td><a href='/'>Home</a></td><td>{told.format(LONG, MORE, STANDFIRST)}</td></tr></table>"
    assert text(table) == ["The quay reopens", LONG, f"{MORE} Few of them knew.", STANDFIRST]
    menu = table.replace("</tr>", "<td><b>Related Links</b><br><a href='/a'>More</a><a href='/b'>Harbour</a></td></tr>")
    assert text(menu) == text(table)
    figures = "<table><tr><td>Crossings</td><td>1,204</td></tr><tr><td>Crew</td><td>9</td></tr></table>"
    assert text(article(LONG, MORE, STANDFIRST) + figures) == ["The quay reopens", LONG, MORE, STANDFIRST]


def test_an_entity_that_the_page_shows_is_in_the_text():
    shown = text(article(LONG.replace("Skarrow", "Sk&amp;auml;rrow &amp;#8211;") + " R&amp;D", MORE))
    assert shown[1] == LONG.replace("Skarrow", "Sk&auml;rrow &#8211;") + " R&D"


@pytest.mark.parametrize(
    "box",
    [
        "<div class='reklama'><span>REKLAMA</span></div>",
        "<amp-ad><div placeholder>Anzeige</div></amp-ad>",
        "<p class='copyright'>저작권자 © 새들신문 무단전재 및 재배포 금지</p>",
        "<div class='ad-slot' id='x'>Advertisement</div>",
        "<ul class='links'><li class='comment_forbidden'>Log in or register to post comments</li></ul>",
    ],
)
def test_the_label_of_an_advertisement_is_no_paragraph(box):
    assert text(f"<article><h1>The quay reopens</h1><p>{LONG}</p>{box}<p>{MORE}</p></article>")[1:] == [LONG, MORE]


def test_what_stands_in_an_advertisements_class_and_is_long_is_text():
    held = text(f"<article><h1>The quay reopens</h1><div class='anzeige'><p>{LONG}</p></div><p>{MORE}</p></article>")
    assert held[1:] == [LONG, MORE]


def test_a_short_article_in_dense_script_keeps_its_paragraphs():
    first, second = (
        "배가 다시 뜬다고 항만 위원회가 월요일에 밝혔다. 주민들은 부두에서 반겼다.",
        "선원 아홉 명이 겨우내 훈련을 받았다.",
    )
    third = "시간표는 오월 말까지 그대로이고 요금도 오르지 않는다고 위원회는 덧붙였다."
    paragraphs = f"<p>{first}</p><p>{second}</p><p>{third}</p>"
    body = (
        f"<article itemprop='articleBody'><figure><figcaption>부두의 아침</figcaption></figure>{paragraphs}</article>"
    )
    assert text(f"<h1>다시 뜨는 배</h1>{body}", "<title>다시 뜨는 배</title>", "ko") == [
        "다시 뜨는 배",
        first,
        second,
        third,
    ]


def test_a_brief_is_no_failure_of_the_extractor():
    menu = "<nav><a href='/'>News</a> <a href='/w'>Weather</a></nav><div><span>Print</span><span>Email</span></div>"
    body = f"<div class='article-body'><p>{LONG}</p><p>It is free.</p></div>"
    assert text(f"{menu}<h1>The quay reopens</h1>{body}") == ["The quay reopens", LONG, "It is free."]


@pytest.mark.parametrize("told", [STANDFIRST, STANDFIRST[:60]])
def test_a_standfirst_that_the_description_repeats_is_text(told):
    head = f"{HEAD}<meta name='description' content='{told}'>"
    page = f"<h1>The quay reopens</h1><div class='teaser-text'>{STANDFIRST}</div>"
    page += f"<div class='article-body'><p>{LONG}</p><p>{MORE}</p><p>{LONG[:70]}</p></div>"
    assert text(page, head)[:3] == ["The quay reopens", STANDFIRST, LONG]


def test_a_description_that_the_text_or_only_a_teaser_holds_adds_nothing():
    head = f"{HEAD}<meta name='description' content='{LONG}'>"
    assert text(article(LONG, MORE), head)[1:] == [LONG, MORE]
    below = article(LONG, MORE) + f"<div><p>{STANDFIRST}</p></div>"
    assert text(below, f"{HEAD}<meta name='description' content='{STANDFIRST}'>")[:2] == ["The quay reopens", LONG]


META = (
    "<meta property='og:site_name' content='Skarrow Beacon'><link rel='canonical' href='https://b.example/a'>"
    "<meta property='article:published_time' content='2025-11-06T09:15:00Z'>"
    "<meta name='author' content='Isla Macrae'>"
)


def page_with(above):
    body = article(LONG, MORE, LONG.replace("ferry", "boat"), MORE.replace("nine", "ten"), above=above)
    return f"<html lang='en'><head>{HEAD}{META}</head><body>{body}</body></html>"


def test_a_date_that_the_page_prints_is_held_against_its_metadata(tmp_path):
    named = found(tmp_path, page_with("<p><span>Published:</span> <span>16 October 2025</span></p>"))
    assert named["date.text_meta_conflict"] == ["16 October 2025", "2025-11-06T09:15:00Z"]
    named = found(tmp_path, page_with("<p>Published: 6 November 2025 | Updated: 16 November 2025</p>"))
    assert not [rule for rule in named if rule.startswith("date.")]
    named = found(tmp_path, page_with("<p>Friday, 6 November 2025</p>"))
    assert named["date.weekday_mismatch"] == ["Friday, 6 November 2025"]


def test_a_byline_that_the_page_prints_is_held_against_its_metadata(tmp_path):
    named = found(tmp_path, page_with("<p>By Rory Baird, 6 November 2025</p>"))
    assert named["author.text_meta_conflict"] == ["Isla Macrae", "Rory Baird"]
    assert "author.text_meta_conflict" not in found(tmp_path, page_with("<p>By Isla Macrae</p>"))
    assert "author.text_meta_conflict" not in found(tmp_path, page_with("<p>Photos by Rory Baird</p>"))


def sighted(body, field):
    page = f"<html><body>{body}</body></html>"
    record = of_page(page.encode(), Location("a.html"), {})
    return [(one.value, one.locator.split("[")[0]) for name, one in record.sightings if name == field]


def test_content_systems_sign_and_date_in_ways_of_their_own():
    drupal = (
        "<div class='meta submitted'><span property='dc:date dc:created' content='2025-03-14T10:20:33+01:00' "
        "rel='sioc:has_creator'>Submitted by <span typeof='sioc:UserAccount' property='foaf:name'>Isla Macrae</span> "
        "on Fri, 14/03/2025 - 10:20</span></div>"
    )
    assert sighted(drupal, "author") == [(["Isla Macrae"], "//*")]
    assert sighted(drupal, "date")[0] == ("2025-03-14T10:20:33+01:00", "span")
    later = "<footer><div class='node__submitted'>By <a class='username'>Isla Macrae</a></div></footer>"
    assert sighted(later, "author") == [(["Isla Macrae"], "//*")]
    hatom = (
        "<p class='author vcard'>Written by <b class='fn'>Isla Macrae</b></p><abbr class='published' "
        "title='2025-03-14T08:41:00-03:00'>14 March</abbr><div class='comment'><p class='author vcard'><b class='fn'>"
        "Rory</b></p></div>"
    )
    squarespace = "<meta itemprop='author' content='Isla Macrae'>"
    assert sighted(squarespace, "author") == [(["Isla Macrae"], "meta")]
    comment = "<li itemprop='comment' itemtype='http://schema.org/Comment'><span itemprop='author'>Rory</span></li>"
    assert sighted(f"<ol>{comment}</ol>", "author") == []
    assert sighted(hatom, "author") == [(["Isla Macrae"], "//*")]
    assert sighted(hatom, "date")[0] == ("2025-03-14T08:41:00-03:00", "abbr")


def test_a_line_of_links_that_print_or_go_back_is_no_paragraph():
    bar = "<p><a href='javascript:history.back()'>back</a> | <a href='letters.htm'>Write a letter</a></p>"
    told = f"{LONG[:60]} <a href='javascript:explain()'>of piers</a> {LONG[60:]}"
    assert text(article(told, MORE) + bar)[1:] == [f"{LONG[:60]} of piers {LONG[60:]}".replace("  ", " "), MORE]
    assert text(f"<article><h1>The quay reopens</h1><p>{LONG}</p><p>{MORE}</p>{bar}</article>")[1:] == [LONG, MORE]


def test_a_name_beside_a_date_is_found_whatever_parts_them(tmp_path):
    head = f"{HEAD}<meta property='article:published_time' content='2025-11-06T09:15:00Z'>"
    above = "<div><span>Isla Macrae</span>, <span>6 November 2025</span></div>"
    (tmp_path / "a.html").write_text(
        f"<html lang='en'><head>{head}</head><body>{article(LONG, MORE, above=above)}</body>"
    )
    assert [one.value for one in next(run.articles([str(tmp_path)], profile("news-drop"))).authors] == ["Isla Macrae"]


def test_a_bar_for_social_networks_is_no_text():
    bar = "<ul class='sns-area'><li>シェア</li><li>ツイート</li><li>LINEで送る</li></ul>"
    told = f"<h1>The quay reopens</h1><article><p>{LONG}</p><p>{MORE}</p>{bar}</article>"
    assert text(told, HEAD) == ["The quay reopens", LONG, MORE]


def test_the_notice_of_a_house_is_no_credit(tmp_path):
    notice = "<p class='copyright'>저작권자 © 새들신문 무단전재 및 재배포 금지</p>"
    figure = "<figure><img src='a.jpg'><figcaption>부두의 아침</figcaption></figure>"
    (tmp_path / "a.html").write_text(f"<html lang='ko'><body><div>{figure}{notice}<p>{LONG}</p></div></body></html>")
    assert not next(run.articles([str(tmp_path)], profile("news-drop"))).credits


def test_a_headline_of_the_third_order_frees_the_title_of_the_sites_name():
    head = "<title>The quay reopens &lt; News &lt; Skarrow Beacon</title>"
    head += "<meta property='og:title' content='The quay reopens - Skarrow Beacon'>"
    told = f"<h3>The quay reopens</h3><article><p>{LONG}</p><p>{MORE}</p></article>"
    assert text(told, head)[0] == "The quay reopens"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("The quay reopens, and the ferry with it | Skarrow Beacon", "The quay reopens, and the ferry with it"),
        ("The quay reopens | Skarrow Beacon", "The quay reopens"),
    ],
)
def test_a_headline_that_is_shortened_for_sharing_is_whole_on_the_page(name, title):
    head = f"<title>{name}</title><meta property='og:title' content='The quay reopens'>"
    node = '{"@type": "NewsArticle", "headline": "The quay reopens"}'
    head += f"<script type='application/ld+json'>{node}</script>"
    told = f"<article><h1>The quay reopens, and the ferry with it</h1><p>{LONG}</p><p>{MORE}</p></article>"
    page = f"<html lang='en'><head>{head}</head><body>{told}</body></html>"
    record = of_page(page.encode(), Location("a.html"), {})
    assert next(one.value for field, one in record.sightings if field == "title") == title


@pytest.mark.parametrize(("itemprop", "title"), [("headline name", "Board reopens quay"), ("name", "Quay open again")])
def test_an_element_may_be_marked_as_the_headline_among_other_things(itemprop, title):
    head = "<title>Board reopens quay - Skarrow Beacon</title><meta property='og:title' content='Quay open again'>"
    node = '{"@type": "NewsArticle", "headline": "Quay open again"}'
    head += f"<script type='application/ld+json'>{node}</script>"
    told = f"<article><h1 itemprop='{itemprop}'>Board reopens quay</h1><p>{LONG}</p><p>{MORE}</p></article>"
    page = f"<html lang='en'><head>{head}</head><body>{told}</body></html>"
    record = of_page(page.encode(), Location("a.html"), {})
    assert next(one.value for field, one in record.sightings if field == "title") == title


@pytest.mark.parametrize(
    ("tag", "name", "title"),
    [
        ("h1", "：岸辺日日新聞デジタル", "桟橋が4月に再開　冬の補修を終えて"),
        ("div", " - 새들신문", "새들 부두, 봄부터 다시 연다…겨울 보수 마쳐"),
    ],
)
def test_a_shared_title_is_freed_of_the_sites_name_by_what_the_page_shows(tag, name, title):
    head = f"<title>{title}{name}</title><meta property='og:title' content='{title}{name}'>"
    told = f"<{tag} class='head'>{title}</{tag}><article><p>{LONG}</p><p>{MORE}</p></article>"
    assert text(told, head)[0] == " ".join(title.split())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "责任编辑：庄文静　校对：吕一帆"),
        ("zh", "（责编：庄文静）"),
        ("en", "Edited by: Tom Harrow"),
        ("ru", "Редактор: Ольга Белова"),
        ("de", "Redaktion: Petra Kranz"),
    ],
)
def test_who_edited_an_article_is_no_part_of_it(language, line):
    told = {"zh": "6月18日起，云栖县六条城乡公交新线路正式开行，沿线二十三个行政村首次通上公交，票价两元。" * 2}
    record = Record(Location("a"), f"{told.get(language, LONG)}\n\n{line}", {"language": Declared(language, "$")})
    assert normalise(record).filled[-1].role is Role.BOILERPLATE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Um weiterzulesen, melden Sie sich bitte an.", "page.paywall"),
        ("To continue reading this article, create a free account or log in.", "page.paywall"),
        ("登录后阅读全文", "page.paywall"),
        ("Okumaya devam etmek için abone olun", "page.paywall"),
        ("لمتابعة آخر الأخبار اشترك في قناتنا على تلغرام", "boilerplate.newsletter"),
        ("Чтобы быть в курсе подписывайтесь на наш канал в Telegram", "boilerplate.newsletter"),
        (
            "We are a nonprofit newsroom. Please consider making a gift to support our reporting.",
            "boilerplate.donation",
        ),
        (
            "Mit dem Besuch erklären Sie sich mit dem Setzen von Cookies einverstanden.",
            "boilerplate.cookie",
        ),
        ("This website uses cookies so that pages load faster.", "boilerplate.cookie"),
        ("Ce site utilise des traceurs pour mesurer son audience.", "boilerplate.cookie"),
        ("Używamy plików cookies, aby serwis działał szybciej.", "boilerplate.cookie"),
        ("当サイトでは利便性の向上のためクッキーを使用しています。", "boilerplate.cookie"),
    ],
)
def test_an_appeal_is_known_by_its_form(line, kind):
    assert set(appeals.find(level(line))) == {kind}


@pytest.mark.parametrize(
    "line",
    [
        "Log in to comment on this article",
        "Читать далее",
        "He asked users to log in to read the full report.",
        "続きは動画でご覧ください",
        "Если вы читаете наш телеграм-канал, вы знаете об этом.",
        "Regulators say that sites must ask before they set cookies.",
        "Die Behörde prüft, ob Nutzer ihre Zustimmung zu Cookies frei geben können.",
        "“We use cookies only where the law lets us,” a spokesman said of the complaint.",
        "Our bakers sold two thousand cookies at the fair.",
    ],
)
def test_what_asks_for_nothing_is_no_appeal(line):
    assert not appeals.find(level(line))


def test_letters_that_nobody_sees_are_those_of_the_page():
    told = "کشتی از دوشنبه دوباره حرکت می\u200cکند و مسافران می\u200cتوانند بلیت بخرند." * 3
    page = f"<article><h1>کشتی</h1><p>{told}</p><p>{told[::-1]}</p></article>"
    assert told in text(page, "<title>کشتی</title>", "fa")
    odd = LONG.replace("Skarrow", "Ska\u0308rrow\u200b")
    assert odd in text(article(odd, MORE))
    assert LONG in text(article(LONG.replace("passengers", "pas\u00adsengers"), MORE))


def test_a_paragraph_that_the_page_shows_twice_stands_twice():
    assert text(article(LONG, LONG, MORE, STANDFIRST))[1:] == [LONG, LONG, MORE, STANDFIRST]
    assert text(article(LONG, MORE, STANDFIRST) + f"<aside><p>{LONG}</p></aside>")[1:] == [LONG, MORE, STANDFIRST]


def test_a_paragraph_that_links_tear_is_whole():
    told = (
        "Who clicked that picture of <a href='/a'>the quay</a>, and who gave it to the newspapers of the whole county?"
    )
    body = f"<div class='article-body'><div>{told}</div><div>{LONG}</div><div>{MORE}</div></div>"
    shown = "Who clicked that picture of the quay, and who gave it to the newspapers of the whole county?"
    assert shown in text(f"<h1>The quay reopens</h1>{body}")


def test_the_pieces_of_a_line_are_its_own():
    lines = [Block("Ferries They sail, as told, and rest. And rest."), Block("BoldHere the text begins and goes on.")]
    pieces = ["Ferries They sail", ", as told,", "and rest. And rest."]
    assert Lines(lines).restored(pieces) == [lines[0].text]
    assert Lines(lines).restored([*pieces[:2], "Another end."]) == [*pieces[:2], "Another end."]
    assert Lines(lines).restored(["Bold", "Here the text begins and goes on."]) == [
        "Bold",
        "Here the text begins and goes on.",
    ]


def test_an_address_signs_where_nobody_else_does(tmp_path):
    person = '{"@type": "Person", "name": "https://skarrow.example/author/isla/"}'
    head = f'{HEAD}<script type="application/ld+json">{{"@type": "NewsArticle", "author": {person}}}</script>'
    page = f"<html lang='en'><head>{{}}</head><body>{article(LONG, MORE)}</body></html>"
    assert found(tmp_path, page.format(head))["author.url"] == ["https://skarrow.example/author/isla/"]
    named = f"{head}<meta name='author' content='Isla Macrae'>"
    assert "author.url" not in found(tmp_path, page.format(named))


def test_what_a_feed_puts_below_an_article_is_no_part_of_it():
    told = "Kelp farm wins licence off Dunhaven"
    record = Record(
        Location("a"),
        f"{told}\n\n{LONG}\n\nThe post {told} appeared first on Dunhaven Mercury.",
        {"title": Declared(told, "$"), "language": Declared("en", "$")},
    )
    assert normalise(record).filled[-1].role is Role.BOILERPLATE


def test_lines_that_stand_side_by_side_are_lines_of_their_own():
    shown = [Block("Text: Isla Macrae"), Block("Thursday, 6 November 2025"), Block("It rains, and the quay is shut.")]
    glued = ["Text: Isla MacraeThursday, 6 November 2025", shown[2].text]
    assert Lines(shown).restored(glued) == [one.text for one in shown]
    told = ["Text: Isla Macrae Thursday, 6 November 2025", shown[2].text]
    assert Lines(shown).restored(told) == told


@pytest.mark.parametrize(
    ("language", "line", "name", "kind"),
    [
        ("es", "Publicado por Redacción el 06/11/2025 a las 10:42", "Redacción", "organisation"),
        ("uk", "Опублікував: Богдан Рись, 06 листопада 2025, 10:42", "Богдан Рись", "person"),
        ("ru", "Добавила: Инна Козлова, 06.11.2025 10:42", "Инна Козлова", "person"),
        ("zh", "发布: 2025-11-6 10:42 | 作者: 周子涵 | 来源: 青禾网 | 查看: 312次", "周子涵", "person"),
        (
            "fr",
            "Rubrique Patrimoine, mis en ligne le 6 novembre 2025 par Nolwenn Tréguier",
            "Nolwenn Tréguier",
            "person",
        ),
    ],
)
def test_who_signs_beside_a_date(language, line, name, kind):
    told = {"zh": "6月18日起，云栖县六条城乡公交新线路正式开行，沿线二十三个行政村首次通上公交，票价两元。" * 2}
    body = told.get(language, LONG)
    record = Record(Location("a"), f"{STANDFIRST}\n\n{line}\n\n{body}", {"language": Declared(language, "$")})
    assert [(one.value, one.kind) for one in normalise(record).authors] == [(name, kind)]


@pytest.mark.parametrize(
    ("between", "last"),
    [
        ([], "Nobody was hurt."),
        ([], "The road is closed."),
        ([], "An inquiry has begun, police said on Tuesday."),
        (["Read also: Ferry timetable to change"], "The owner was away, and will build the mill again. It is insured."),
        ([], "The owner, who was away that night, says that he will build the mill again, in brick this time. AFP"),
    ],
)
def test_the_sentences_that_end_a_short_page(between, last):
    menu = [
        "Skarrow News",
        "Menu",
        "Home",
        "News",
        "Local",
        "Sport",
        "Culture",
        "Opinion",
        "Search",
        "Log in",
        "Subscribe",
    ]
    foot = [
        "More from Local",
        "Ferry timetable to change",
        "Beach cleaned by volunteers",
        "Most read",
        "Cup final moved",
    ]
    foot += ["About us", "Contact", "Privacy", "Terms of use", "Cookie policy", "Advertise", "© 2026 Skarrow News"]
    told = "The old mill burned down on Monday night after a lorry hit a power line and sparks set fire to the roof."
    page = [*menu, "Old mill burns down in Skarrow", "By Jane Roe", "12 May 2026", told, *between, last, *foot]
    article = normalise(Record(Location("page.txt", 1), "\n".join(page)))
    assert [line.text for line in article.with_role(Role.LEAD, Role.BODY)] == [told, last]
