"""Captions of an article without its page, which their neighbours and their credit give away."""

from __future__ import annotations

import pytest

from validator.model.record import Location, Record
from validator.normalise.article import normalise

HEAD = "Skarrow rebuilds the old quay"
FIRST = "The council of Skarrow decided on Monday to rebuild the old quay, after a long debate about the money."
SECOND = "Work will begin in spring, the mayor said, and the ferry will sail from the new pier until the autumn."
CAPTION = "Two fishermen mend their nets on the quay of Skarrow"


def read(*told):
    return normalise(Record(Location("a.txt"), "\n".join((HEAD, "", *told)), {}))


def credits_of(*told):
    return [one.value for one in read(*told).credits]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ((CAPTION, f"{CAPTION}(WQNE)"), "WQNE"),
        ((f"{CAPTION}.", "", f"{CAPTION}. / EFE"), "EFE"),
        ((f"{CAPTION}.", f"{CAPTION}.ADA VENN"), "ADA VENN"),
        (("Tess Quill", "Tess QuillAda Venn, TPS"), "Ada Venn, TPS"),
        ((f"{HEAD} AFP",), "AFP"),
        ((f"{HEAD} | Skarrow Beacon",), None),
    ],
)
def test_a_caption_printed_twice_shows_its_credit(told, value):
    assert credits_of(*told, "", FIRST, "", SECOND) == ([value] if value else [])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (f"{CAPTION} on Monday. Ada Venn/AFP", "Ada Venn/AFP"),
        (f"{CAPTION} on Monday. ADA VENN", "ADA VENN"),
        (f"{CAPTION} on Monday. Ada Venn", "Ada Venn"),
        (f"{CAPTION} on Monday. skarrowlive.example", "skarrowlive.example"),
        (f"{CAPTION} on Monday. (SLN/Ada Venn)", "SLN/Ada Venn"),
        (f"{CAPTION}, 8 May. - Ada Venn - Europa Press", "Ada Venn - Europa Press"),
        (f"Archivo - {CAPTION}. - Ada Venn - Europa Press - Archivo", "Ada Venn - Europa Press"),
        (f"{CAPTION} on Monday. / EFE", "EFE"),
        (f"{CAPTION} on Monday. - REUTERS", "REUTERS"),
        (f"{CAPTION} on Monday. [Ada Venn, Standard]", "Ada Venn, Standard"),
        (f"{CAPTION} this morning (AFP)", "AFP"),
        ("[Ada Venn, Standard]", "Ada Venn, Standard"),
        ("(Getty Images)", "Getty Images"),
        ("Nobody asked who wrote the letter that the mayor of the island had read. It was Ada Venn.", None),
    ],
)
def test_a_caption_between_paragraphs_ends_in_its_credit(line, value):
    assert credits_of(FIRST, "", line, "", SECOND) == ([value] if value else [])


def test_the_last_paragraph_ends_in_its_writer_and_in_no_credit():
    assert credits_of(FIRST, "", f"{SECOND} Ada Venn") == []


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ((f"{CAPTION}.(", "", "SBC Rural: Ada Venn"), "SBC Rural: Ada Venn"),
        ((f"{CAPTION}. Photo:", "Ada Venn"), "Ada Venn"),
        (("Photo:", "Ada Venn"), "Ada Venn"),
    ],
)
def test_a_label_leads_on_to_the_next_line(told, value):
    assert credits_of(FIRST, "", *told, "", SECOND) == [value]


@pytest.mark.parametrize(
    "notice",
    ["© Skarrow Beacon Ltd", "© Zeitungsverlag Aue GmbH & Co. KG", "(©NTB)", "© PressReader. All rights reserved."],
)
def test_whose_the_text_is_stands_below_it_and_is_no_credit(notice):
    assert credits_of(FIRST, "", SECOND, "", notice) == []


def test_an_agency_of_pictures_alone_on_its_line_signs_no_text():
    article = read("Getty Images", "", FIRST, "", SECOND)

    assert ([one.value for one in article.credits], article.authors) == (["Getty Images"], ())


def test_a_sign_below_a_caption_at_the_foot_credits_its_picture():
    assert credits_of(FIRST, "", SECOND, "", f"In the picture: {CAPTION}", "© Ada Venn") == ["Ada Venn"]


def test_a_long_caption_ends_in_its_label_and_holder():
    caption = f"{CAPTION}, {'which the storm had thrown upon the stones of the yard, ' * 7}(PHOTO:ADA VENN)"
    assert credits_of(caption, "", FIRST, "", SECOND) == ["ADA VENN"]


def test_initials_behind_a_label_hold_the_picture():
    assert credits_of(f"{CAPTION}. Photo A.V.", "", FIRST, "", SECOND) == ["A.V."]


def test_a_label_of_two_words_leads_to_the_line_below():
    told = "El concejo de Albuera aprobó el lunes reparar el muelle viejo, tras un largo debate sobre el dinero."
    found = normalise(Record(Location("a.txt"), f"Crédito fotografía:\nAna Prado\n{told}\n{told.upper()}", {}))
    assert [one.value for one in found.credits] == ["Ana Prado"]


def test_the_holder_of_a_caption_that_is_printed_twice_is_named_once_more_and_signs_nothing():
    found = read(f"{CAPTION}. Photo: Ada Venn", f"{CAPTION}. Photo: Ada Venn", "", "Ada Venn", "", FIRST, "", SECOND)
    assert (found.authors, [one.value for one in found.credits]) == ((), ["Ada Venn", "Ada Venn"])


def test_a_name_behind_many_sentences_took_no_picture_and_signs():
    told = f"{SECOND} Nobody knows when it ends. The boats lie idle. But who pays for it? So it stays as it was."
    found = read(FIRST, "", f"{told} Ada Venn", "", "A community that moves things", "", FIRST)
    assert ([one.value for one in found.authors], found.credits) == (["Ada Venn"], ())


def test_a_notice_of_six_characters_in_brackets_credits_nobody():
    told = "古い橋は工事のため一年間閉鎖されると町が発表した。\n住民は遠回りを強いられると話している。"
    text = f"海の道をめぐる会談が開かれた\n[有料会員限定]\n{told}"
    assert normalise(Record(Location("drop.jsonl", 1), text)).credits == ()
