"""What a page prints around its text: headlines twice, dates above them, walls and notices below."""

from __future__ import annotations

import pytest

from validator import run
from validator.config.load import profile
from validator.lexicons.lexicon import vocabulary
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.normalise.credits import credits as credit_lines
from validator.read.html import of_page

TITLE = "The quay reopens to the ferry"
LONG = "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers."
MORE = "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May."
BODY = f"<p>{LONG}</p><p>{MORE}</p>"


def page(inner, above="", below="", head="", lang="en"):
    return (
        f"<html lang='{lang}'><head><title>{TITLE}</title>{head}</head><body>{above}<article><h1>{TITLE}</h1>"
        f"<div class='text'>{inner}</div></article>{below}</body></html>"
    )


def text(told):
    return of_page(told.encode(), Location("a.html"), {}).text.split("\n\n")


def found(tmp_path, told):
    (tmp_path / "a.html").write_text(told)
    report = run.check([str(tmp_path)], profile("news-drop"))
    return {one.rule: [seen.quote for seen in one.evidence] for one in report.findings}


def test_a_headline_that_a_paragraph_prints_again_is_there_twice(tmp_path):
    twice = page(f"<p><b>{TITLE}</b></p>{BODY}")
    assert text(twice)[:3] == [TITLE, TITLE, LONG]
    assert "title.duplicated" in found(tmp_path, twice)


@pytest.mark.parametrize(
    "told",
    [
        page(BODY, above=f"<h1 class='small-screens'>{TITLE}</h1>"),
        page(f"<h1 class='print-heading'>{TITLE}</h1>{BODY}"),
        page(BODY, above=f"<div class='trail'><a href='/'>Home</a> <span class='current'>{TITLE}</span></div>"),
        page(f"{BODY}<div class='share'><p>{TITLE}</p></div>"),
    ],
)
def test_headings_for_other_screens_trails_and_boxes_repeat_nothing(told):
    assert text(told)[:2] == [TITLE, LONG]


def test_a_label_above_the_headline_dates_the_page_before_a_link_to_print_it(tmp_path):
    head = '<meta property="article:published_time" content="2025-05-14T12:20:00+01:00">'
    above = "<div><span>No. {}</span> <span>{}: 30 April 2025</span> <a href='/p'>Print</a></div>"
    told = page(BODY, above=above.format("1402", "Published"), head=head)
    assert found(tmp_path, told)["date.text_meta_conflict"][0] == "30 April 2025"
    assert "date.text_meta_conflict" not in found(tmp_path, told.replace("Published: ", "Today: "))


def test_what_the_metadata_say_twice_does_not_outvote_the_date_that_the_page_shows(tmp_path):
    day = "2025-05-14T12:20:00+01:00"
    head = f'<meta property="article:published_time" content="{day}"><meta name="datePublished" content="{day}">'
    told = page(f"<p>Published: 30 April 2025</p>{BODY}", head=head)
    assert found(tmp_path, told)["date.text_meta_conflict"] == ["30 April 2025", day]
    assert "date.text_meta_conflict" not in found(tmp_path, told.replace("30 April", "14 May"))


def test_a_wall_right_below_the_text_shows_that_there_is_more(tmp_path):
    wall = "<div class='box'><h3>This article is for subscribers only</h3><button>Subscribe</button></div>"
    walled = page(BODY, below=wall)
    assert found(tmp_path, walled)["page.paywall"] == ["This article is for subscribers only"]
    apart = page(BODY, below=f"<p>Skarrow</p><p>Ferries</p><p>More news</p>{wall}")
    assert "page.paywall" not in found(tmp_path, apart)
    whole = page("".join(f"<p>{number}. {LONG} {MORE}</p>" for number in range(30)), below=wall)
    assert "page.paywall" not in found(tmp_path, whole)


@pytest.mark.parametrize("notice", ["© Skarrow Beacon, all rights reserved", "ⓒ 바다신문, 무단 전재 및 재배포 금지"])
def test_a_notice_of_rights_in_a_block_of_its_own_is_the_pages(notice):
    assert text(page(BODY, below=f"<p>{notice}</p>"))[-1] == MORE
    assert text(page(f"{BODY}<p>{notice}</p>"))[-1] == notice


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("The quay at dawn, before the boats return. —ROSE AMBERLEY", "ROSE AMBERLEY"),
        ("The quay at dawn, before the boats return. — Rose Amberley", "Rose Amberley"),
        ("“It is ours again,” says the master. —ROSE AMBERLEY", "ROSE AMBERLEY"),
    ],
)
def test_a_dash_behind_a_captions_full_stop_credits(line, value):
    seen = credit_lines.find(line, vocabulary("en"), caption=True)
    assert seen is not None
    assert seen.value == value


@pytest.mark.parametrize("line", ["“It is ours again.” — Rose Amberley", "The quay at dawn — Skarrow Bay"])
def test_who_said_it_and_where_it_is_are_no_credit(line):
    assert credit_lines.find(line, vocabulary("en"), caption=True) is None


def test_a_sentence_without_spaces_is_more_than_a_word():
    body = "渡船将于周一恢复航行，港务局在致乘客的信中表示，冬天里九名船员都接受了培训，旧的时刻表沿用到五月底。"
    between = "扫描二维码，关注海角晚报微信公众号"
    article = normalise(Record(Location("a.txt"), f"码头重新开放\n\n{body}\n\n{between}\n\n{body[::-1]}", {}))
    assert [one.role for one in article.lines if one.text == between] == [Role.BOILERPLATE]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("2025年06月05日08:20 | 来源：海角晚报", "海角晚报"),
        ("2025-06-05 08:20 来源：海角晚报 作者：周启航", "海角晚报"),
        ("2025年06月05日08:20 | 来源：新华社", None),
    ],
)
def test_the_source_beside_the_date_is_the_outlet_of_a_page_that_names_none(line, outlet):
    body = "渡船将于周一恢复航行，港务局在致乘客的信中表示，冬天里九名船员都接受了培训，旧的时刻表沿用到五月底。"
    told = f"<html lang='zh'><body><h1>码头重新开放</h1><div>{line}</div><p>{body}</p><p>{body[::-1]}</p></body></html>"
    article = normalise(of_page(told.encode(), Location("a.html"), {}))
    assert article.source.value == outlet


def test_a_menu_above_the_headline_is_no_text():
    menu = "".join(f"<a href='/{one}'>{one}</a> | " for one in ("News", "Harbour", "Contact", "Ferries"))
    lines = "<br><br>".join((LONG, MORE, f"{LONG} {MORE}"))
    told = f"<div>{menu}</div><table><tr><td><h1>{TITLE}</h1><div>{lines}</div></td></tr></table>"
    assert text(f"<html lang='en'><head><title>{TITLE}</title></head><body>{told}</body></html>")[:2] == [TITLE, LONG]


def test_a_head_and_a_menu_that_the_extractor_takes_for_text_are_none():
    names = "News Harbour Ferries Contact Sport Weather Letters Jobs Motors Homes".split()
    menu = "".join(f"<span><a href='/{one}'>{one}</a></span>" for one in names)
    head = f"<div id='hd'><p>Friday, 27 November 2026, Skarrow</p><a href='/'>Skarrow Beacon</a>{menu}</div>"
    told = (
        f"{head}<div id='ct'><div>Harbour</div><h1>{TITLE}</h1><div>17 April 2012</div>{BODY}<p>{LONG} {MORE}</p></div>"
    )
    shown = text(f"<html lang='en'><head><title>{TITLE}</title></head><body>{told}</body></html>")
    assert shown == [TITLE, LONG, MORE, f"{LONG} {MORE}"]


def test_what_lies_behind_a_wall_may_cost_something(tmp_path):
    wall = "<p>This article is for subscribers only</p><p>First month free, then 8.99 a month.</p>"
    assert "page.paywall" in found(tmp_path, page(f"{BODY}{wall}"))
    assert "page.paywall" not in found(tmp_path, page(f"{BODY}{wall}<p>{LONG}</p><p>{MORE}</p>"))


def test_a_korean_name_before_a_bar_and_the_date_signs():
    body = "배는 월요일부터 다시 다닌다고 항만위원회가 승객에게 보낸 편지에서 밝혔다. 시간표는 오월 말까지 그대로다."
    line = "<div>임하늘 기자 | 등록 2025-05-26 11:00</div>"
    told = f"<html lang='ko'><body><h1>다시 열린 부두</h1>{line}<p>{body}</p><p>{body[::-1]}</p></body></html>"
    article = normalise(of_page(told.encode(), Location("a.html"), {}))
    assert [one.value for one in article.authors] == ["임하늘"]


def test_a_korean_widgets_author_is_one():
    told = page(BODY, head='<meta property="dable:author" content="임하늘">', lang="ko")
    assert [one.value for one in normalise(of_page(told.encode(), Location("a.html"), {})).authors] == ["임하늘"]


def test_the_short_line_of_a_headed_box_below_the_text_is_none_of_it():
    box = "<div class='cm'><h3>Your word</h3><p>Nobody has written a word yet, be the first.</p></div>"
    told = page(f"{BODY}<p>{LONG} {MORE}</p>", below=box)
    assert text(told)[-1] == f"{LONG} {MORE}"
    part = f"<section><h2>A new timetable</h2><p>{LONG} {MORE}</p></section>"
    last = "The board meets again in May, said its head."
    parts = page(f"{BODY}{part}<section><h2>What is next</h2><p>{last}</p></section>")
    assert text(parts)[-1] == last
