"""Pages copied out of a browser: the site's clock over the headline, a masthead, an agency with its place, captions."""

from __future__ import annotations

import pytest

from tests.test_signed_pages import ARTICLES, END
from validator.config.load import record_map
from validator.lexicons.lexicon import vocabulary
from validator.model.article import DateRole, Role
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.credits import credits as credit_lines
from validator.read.fields import to_record

NAMES = record_map("default").names


def read(*lines):
    return normalise(to_record({"id": "page", "text": "\n".join(lines)}, Location("page.txt", 1, 1), NAMES))


def copied(language, above, below):
    """A page with these lines over its headline, and between standfirst and text; a broken bar parts the lines."""
    title, standfirst, *paragraphs = ARTICLES[language]
    menu, signed = above.split("¦"), below.split("¦")
    return read(*menu, "", title, "", standfirst, "", *signed, "", *paragraphs, "", *END)


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [
        (
            "fr",
            "Accueil › Ville › Port¦Vendredi 21 novembre 2025¦9 °C¦Mon compte¦Je m'abonne",
            "Maëlle Kermadec¦Publié le 18/11/2025 à 06h30¦Partager¦Facebook¦X¦WhatsApp¦E-mail¦Lecture 3 min.",
        ),
        (
            "ru",
            "Главная / Город / Порт¦Пятница, 21 ноября 2025¦Пермь −4 °C¦Войти¦Подписка",
            "Автор: Злата Порохова¦18 ноября 2025, 20:14¦Поделиться¦ВКонтакте¦Telegram¦Одноклассники",
        ),
        (
            "es",
            "Inicio / Sociedad¦Viernes 21 de noviembre de 2025¦Rosario 24°",
            "Por Macarena Iturral¦18 de noviembre de 2025 - 22:41",
        ),
    ],
)
def test_the_date_below_the_headline_is_its_own_and_the_later_one_above_the_clock(language, above, below):
    page = copied(language, above, below)
    assert page.published.value.value[:10] == "2025-11-18"
    assert [one.moment.value for one in page.dates if one.role is DateRole.RENDER] == ["2025-11-21"]
    assert len(page.authors) == 1


@pytest.mark.parametrize(
    "below", ["By Jane Roe¦Updated: 18 November 2025, 22:41", "By Jane Roe¦Saturday, 18 October 2025"]
)
def test_a_date_above_the_headline_is_the_clock_where_an_earlier_one_is_labelled_or_signed(below):
    page = copied("en", "20 November 2025", below)
    assert [one.moment.value for one in page.dates if one.role is DateRole.RENDER] == ["2025-11-20"]


def test_a_date_above_the_headline_that_says_so_is_no_clock():
    page = copied("en", "Published: 20 November 2025", "By Jane Roe¦18 November 2025, 22:41")
    assert all(one.role is not DateRole.RENDER for one in page.dates)


def test_a_place_may_stand_between_an_agency_and_the_day():
    menu = "Edición España¦Iniciar sesión¦Suscríbete¦Portada¦Deportes¦Cultura¦Opinión¦El tiempo¦Newsletter"
    page = copied("es", menu, "EFE¦Teruel¦07/11/2025¦Actualizado a las 13:25h.¦Compartir¦Facebook¦WhatsApp")
    assert [(one.value, one.kind) for one in page.authors] == [("EFE", "agency")]


TITLE, STANDFIRST, *PARAGRAPHS = ARTICLES["en"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("The Long Shore Gazette", "Town and country", "", TITLE, "", STANDFIRST), TITLE),
        (("TIDELINE", "A monthly for those who live by water", "", TITLE, "", STANDFIRST), TITLE),
        (("Opinion", "The council that cried wolf", "", "Why the mayor smiles", "", "By Jane Roe"), None),
        (("The wall will be built", "Engineers are glad", "", "Storms come early", "", STANDFIRST), None),
    ],
)
def test_a_headline_below_a_masthead(head, title):
    seen = read(*head, "", "By Jane Roe", "April 28, 2023", "", *PARAGRAPHS).title.value
    assert seen == title if title else seen in head[:2]


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("A crack runs over the window on Pike Street, Oct. 30. (Wendell Strake/The Lantern)", "en", True),
        ("A crack runs over the window of the bakery. (Wendell Strake/Lantern staff)", "en", True),
        ("La strada interrotta al chilometro 14 (foto Comune di Siena)", "it", "Comune di Siena"),
        ("La strada interrotta al chilometro 14 (foto Bartolazzi/FaroOggi)", "it", "Bartolazzi/FaroOggi"),
        ("Il ponte di notte (per gentile concessione del Comune di Siena)", "it", "Comune di Siena"),
        ("Los vagones volcados junto al cruce (Gentileza: Bomberos Voluntarios)", "es", "Bomberos Voluntarios"),
        ("Le port, hier (Gracieuseté Jean Tremblet)", "fr", "Jean Tremblet"),
        ("Le patron devant son four remis en service, lundi. | LE FANAL – MAËLLE KERMADEC", "fr", True),
        ("Le patron devant son four remis en service, lundi. | PHOTO : LE FANAL", "fr", "LE FANAL"),
    ],
)
def test_who_holds_a_picture_in_the_captions_of_newspapers(line, language, value):
    seen = credit_lines.find(line, vocabulary(language, "en"))
    tail = line.rsplit(" | ", 1)[-1] if "|" in line else line.rsplit("(", 1)[-1].rstrip(")")
    assert seen is not None
    assert seen.value == (tail if value is True else value)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Fotografia: direitos reservados", "pt"),
        ("Photo : droits réservés", "fr"),
        ("Foto: Alle Rechte vorbehalten", "de"),
    ],
)
def test_reserved_rights_behind_a_label_are_a_filler(line, language):
    seen = credit_lines.find(line, vocabulary(language))
    assert seen is not None
    assert seen.kind == "placeholder"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Copyright : tous droits réservés", "fr"),
        ("Final results of the rowing on Sunday. (Leeds/Bradford)", "en"),
        ("Auf dem Foto sieht man den alten Platz (Bild Mitte).", "de"),
        ("Le conseil a voté. | LE FANAL", "fr"),
        ("La strada interrotta al chilometro 14 (foto sotto/sopra)", "it"),
        ("La cortesía: una virtud en desuso", "es"),
    ],
)
def test_what_names_nobody_who_holds_a_picture(line, language):
    assert credit_lines.find(line, vocabulary(language)) is None


HEADLINES = ("The last ferry pilot retires", "A dictionary of the mud")


@pytest.mark.parametrize(
    ("listed", "kept"),
    [
        (("You might also like", *HEADLINES), ""),
        (("You might also like", "", HEADLINES[0], "", HEADLINES[1]), HEADLINES[1]),
        (("Most read", *HEADLINES), ""),
        (("You might also like", "", "What the wall costs"), "What the wall costs"),
    ],
)
def test_a_list_between_paragraphs_holds_headlines_of_other_articles(listed, kept):
    page = read(TITLE, "", STANDFIRST, "", PARAGRAPHS[0], "", *listed, "", PARAGRAPHS[1], "", PARAGRAPHS[2])
    roles = {line.text: line.role for line in page.lines}
    assert [one for one in listed if one and roles[one] is Role.SUBHEAD] == ([kept] if kept else [])
    assert roles[listed[0]] is Role.BOILERPLATE


@pytest.mark.parametrize(
    ("line", "role"),
    [("About us | Advertise | Privacy policy | Terms of use", Role.BOILERPLATE), ("Sea | Salt | Sand", Role.BODY)],
)
def test_a_row_of_links_below_the_text_is_furniture(line, role):
    assert read(TITLE, "", STANDFIRST, "", *PARAGRAPHS, "", line).lines[-1].role is role


@pytest.mark.parametrize(
    ("between", "role"),
    [
        ("Lawmakers of the coast push for an answer before the storms come", Role.LEAD),
        (f"Harbour news {TITLE}", Role.BOILERPLATE),
        ("Wall and sea", Role.BOILERPLATE),
    ],
)
def test_what_stands_between_headline_and_byline_is_the_standfirst(between, role):
    menu = "Home|News|World|Sport|Culture|Login|Newsletter|Podcast|Video|Search|Menu|Weather|Shop|Jobs".split("|")
    page = read(*menu, TITLE, between, "By Jane Roe", "April 28, 2023", STANDFIRST, *PARAGRAPHS, *END)
    assert next(line.role for line in page.lines if line.text == between) is role


def test_a_name_glued_to_a_captions_full_stop_credits_what_has_the_form_of_a_paragraph():
    told = "Los vecinos de Peñaflor del Valle miran desde la antigua lonja el muro que el temporal derribó en enero"
    told += ", mientras los técnicos miden las piedras que aún quedan en pie, el pasado martes"
    title, standfirst, *paragraphs = ARTICLES["es"]
    menu = "Inicio|Sociedad|Deportes|Cultura|Opinión|El tiempo|Newsletter|Suscríbete|Entrar|Vídeos|Política".split("|")
    head = (*menu, *END, title, standfirst, "Por Luis Olano", "18 NOV 2025 - 05:20CET", paragraphs[0])
    page = read(*head, f"{told}.Macarena Iturral", *paragraphs[1:], *END)
    assert [(one.value, one.caption) for one in page.credits] == [("Macarena Iturral", f"{told}.")]
    assert [one.value for one in page.authors] == ["Luis Olano"]


def test_brackets_end_a_caption_between_paragraphs_as_they_end_another():
    menu = "Home|News|World|Sport|Culture|Login|Newsletter|Podcast|Video|Search|Menu|Weather|Shop|Jobs".split("|")
    first, second = "Waves at the old wall (Isla Macrae / AP)", "The wall is measured at dawn (Coastguard of Skarrow)"
    signed = ("By Jane Roe", "April 28, 2023")
    for captions in ((first, second), (second,)):
        page = read(
            *menu, TITLE, STANDFIRST, *signed, *captions[:-1], *PARAGRAPHS[:2], captions[-1], *PARAGRAPHS[2:], *END
        )
        held = ["Isla Macrae / AP", "Coastguard of Skarrow"] if first in captions else []
        assert [one.value for one in page.credits] == held


@pytest.mark.parametrize(
    ("notice", "held"), [("All rights reserved © 2023 Tidewater Post", ["Tidewater Post"]), ("Tidewater Post", [])]
)
def test_brackets_end_a_caption_with_the_house_that_the_notice_of_rights_names(notice, held):
    menu = "Home|News|World|Sport|Culture|Login|Newsletter|Podcast|Video|Search|Menu|Weather|Shop|Jobs".split("|")
    head = (TITLE, STANDFIRST, "The wall in a winter storm (Tidewater Post)", "By Jane Roe", "April 28, 2023")
    page = read(*menu, *head, *PARAGRAPHS, *END, notice)
    assert [one.value for one in page.credits] == held
    assert [one.value for one in page.authors] == ["Jane Roe"]


@pytest.mark.parametrize("details", ["Details: ", ""])
@pytest.mark.parametrize("quoted", [(), (f"Quote from the mayor of Lower Skarrow, Isla Macrae: {PARAGRAPHS[2]}",)])
def test_the_source_of_a_report_in_labelled_parts_is_no_pictures(details, quoted):
    menu = "Home|News|World|Sport|Culture|Login|Newsletter|Podcast|Video|Search|Menu|Weather|Shop|Jobs".split("|")
    told = (PARAGRAPHS[0], "Source: Skarrow Harbour Board", *quoted, f"{details}{PARAGRAPHS[1]}", *PARAGRAPHS[2:])
    page = read(*menu, TITLE, STANDFIRST, "By Jane Roe", "April 28, 2023", *told, *END)
    assert [one.value for one in page.credits] == ([] if details else ["Skarrow Harbour Board"])


SPACED = "The wall was mended with old stones in the spring of 2021 Isla Macrae/AP"


@pytest.mark.parametrize(
    ("caption", "other", "value"),
    [
        ("The pumps below the wall, seen this week Ewan Tredinnick", SPACED, "Ewan Tredinnick"),
        (
            "The pumps below the wall, seen this week Ewan Tredinnick",
            "The wall in winter photo: Isla Macrae/AP",
            "Ewan Tredinnick",
        ),
        ("The pumps below the wall, seen this week Ewan Tredinnick", "The wall in winter. Photo: Isla Macrae/AP", None),
        ("The pumps below the wall, seen this week Ewan Tredinnick", "The wall was mended", None),
        ("The pumps below the wall, as shown by Ewan Tredinnick", SPACED, None),
        ("The pumps below the wall in the Port of Lower Skarrow", SPACED, None),
        ("The pumps and the mayor, who fought for them Ewan Tredinnick", f"{SPACED}|Mrs Tredinnick", None),
    ],
)
def test_a_name_behind_a_space_ends_a_caption_as_it_ends_another(caption, other, value):
    menu = "Home|News|World|Sport|Culture|Login|Newsletter|Podcast|Video|Search|Menu|Weather|Shop|Jobs".split("|")
    head = (*menu, TITLE, "Work starts in autumn", "By Jane Roe", "April 28, 2023", "Share", caption, "Listen 03:12")
    page = read(*head, STANDFIRST, *PARAGRAPHS[:2], *other.split("|"), *PARAGRAPHS[2:], *END)
    assert [one.value for one in page.credits if one.value != "Isla Macrae/AP"] == ([value] if value else [])
