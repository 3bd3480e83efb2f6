"""Lines of a header that go with a byline: the place, the office below, the time of an update; an agency's day."""

from __future__ import annotations

import pytest

from validator.lexicons import agencies
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

PARAGRAPHS = {
    "en": "The council said on Monday that the work had taken two years and cost four million, one more than planned.",
    "de": "Der Rat teilte am Montag mit, dass die Arbeiten zwei Jahre gedauert und vier Millionen gekostet haben.",
    "pt": "A câmara disse na segunda-feira que as obras duraram dois anos e custaram quatro milhões de euros.",
    "fr": "Le conseil a déclaré lundi que les travaux avaient duré deux ans et coûté quatre millions, un de trop.",
}
TITLES = {
    "en": "The quay is mended",
    "de": "Der Kai ist repariert",
    "pt": "O cais foi reparado",
    "fr": "Le quai réparé",
}


def headed(language, *head):
    text = "\n".join([TITLES[language], "", *head, "", PARAGRAPHS[language], "", PARAGRAPHS[language].upper()])
    return normalise(Record(Location("drop.jsonl", 1), text))


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("en", "By Yusuf Adler in Leeds", "Yusuf Adler"),
        ("de", "Von Uta Brandt in Kiel", "Uta Brandt"),
        ("fr", "Par Luce Garnier à Lyon", "Luce Garnier"),
    ],
)
def test_a_byline_with_the_place_of_the_reporter(language, line, name):
    article = headed(language, line)
    assert [one.value for one in article.authors] == [name]


@pytest.mark.parametrize(
    ("language", "head", "name"),
    [
        ("en", ("By Yusuf Adler", "Energy editor"), "Yusuf Adler"),
        ("en", ("Yusuf Adler", "Local Democracy Reporter", "21 Oct 2025"), "Yusuf Adler"),
        ("en", ("By Yusuf Adler", "Political reporter, @yusufwrites"), "Yusuf Adler"),
        ("de", ("Von Uta Brandt", "Redakteurin Politik"), "Uta Brandt"),
    ],
)
def test_the_office_below_a_byline_goes_with_it(language, head, name):
    article = headed(language, *head)
    assert [line.role for line in article.filled[1:3]] == [Role.BYLINE, Role.BYLINE]
    assert [one.value for one in article.authors] == [name]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pt", "Atualizado às 18:05"),
        ("de", "Aktualisiert um 18:05 Uhr"),
        ("en", "Updated at 18:05 GMT"),
        ("fr", "Mis à jour à 18h05"),
    ],
)
def test_a_label_with_a_clock_time_is_a_date_line(language, line):
    article = headed(language, line)
    assert article.filled[1].role is Role.DATELINE


def test_a_dispatch_opens_with_its_place_and_its_agency_whoever_that_is():
    for line in ("CABO LIRIO DO SUL, 21 Jul. (FARO NOTICIAS) -", "CABO LIRIO DO SUL, 21 Jul. (EFE) -"):
        article = headed("pt", line)
        assert (article.filled[1].role, article.authors) == (Role.DATELINE, ())


@pytest.mark.parametrize(
    ("language", "opening", "day"),
    [
        ("pt", "Maputo, 16 Jan 2026 (Lusa) - ", "2026-01-16"),
        ("fr", "PARIS, 16 janvier 2026 (AFP) — ", "2026-01-16"),
        ("de", "BERLIN (dpa), 16.01.2026 - ", "2026-01-16"),
        ("en", "The fire of 16 January 2026 (AFP) - the worst in years - ", None),
        ("en", "Oslo, 16 January 2026 (see below) - ", None),
    ],
)
def test_the_day_of_a_dispatch(language, opening, day):
    article = normalise(Record(Location("d.jsonl", 1), f"{TITLES[language]}\n\n{opening}{PARAGRAPHS[language]}"))
    assert (article.published.value and article.published.value.value) == day


@pytest.mark.parametrize(
    ("language", "line", "agency"),
    [
        ("de", "dpa/lmo", "dpa"),
        ("de", "(dpa/lno)", "dpa"),
        ("fr", "(AFP)", "AFP"),
        ("pt", "Lusa/Fim", "Lusa"),
        ("en", "RM/kk", None),
        ("en", "Nobody was hurt.", None),
    ],
)
def test_an_agency_signs_at_the_foot(language, line, agency):
    text = f"{TITLES[language]}\n\n{PARAGRAPHS[language]}\n\n{PARAGRAPHS[language]}\n\n{line}"
    article = normalise(Record(Location("d.jsonl", 1), text))
    assert article.agency.value == agency
    assert (article.filled[-1].role is Role.SOURCE) == (agency is not None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Words and pictures: Ada Venn", "Ada Venn"),
        ("Text and photos by Ada Venn", "Ada Venn"),
        ("Photos: Ada Venn", None),
    ],
)
def test_who_wrote_and_took_the_pictures(line, name):
    text = f"{TITLES['en']}\n\n{PARAGRAPHS['en']}\n\n{PARAGRAPHS['en']}\n\n{line}"
    article = normalise(Record(Location("d.jsonl", 1), text))
    assert [one.value for one in article.authors] == ([name] if name else [])


def test_a_house_below_a_byline_is_whom_it_was_written_for():
    article = headed("en", "By Yusuf Adler", "Quay News")
    assert [one.value for one in article.authors] == ["Yusuf Adler"]


def test_a_headline_above_a_credit_is_no_caption():
    text = (
        f"News\n12 May 2026\nA bear came to the school at noon\nPhoto: Ada Venn\n{PARAGRAPHS['en']}\n{PARAGRAPHS['en']}"
    )
    article = normalise(Record(Location("d.jsonl", 1), text))
    assert article.title.value == "A bear came to the school at noon"
    assert [one.value for one in article.credits] == ["Ada Venn"]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Club to sell its best goalkeeper of all time before the summer", None),
        (
            "Source: Harbour Yearbook, Council of Ports, National Office of Trade, Fisheries Board",
            Role.SOURCE,
        ),
    ],
)
def test_what_goes_on_behind_the_label_of_a_source_is_a_headline(line, source):
    text = f"News\n{line}\nBy Yusuf Adler\n{PARAGRAPHS['en']}\n{PARAGRAPHS['en']}"
    article = normalise(Record(Location("d.jsonl", 1), text))
    assert [one.role for one in article.filled if one.text == line] == [source or Role.TITLE]


def test_a_preposition_that_heads_a_headline_is_no_byline():
    text = f"Von Rot zu Grün: Die Ampel am Kai kommt doch\n\n{PARAGRAPHS['de']}\n\n{PARAGRAPHS['de']}"
    article = normalise(Record(Location("d.jsonl", 1), text))
    assert article.title.value == "Von Rot zu Grün: Die Ampel am Kai kommt doch"
    assert not article.authors


def test_a_row_of_sections_is_no_headline():
    told = "一間咖啡館收留了七隻流浪貓，市民每天下午都來看望牠們，店主說這樣的日子很熱鬧，貓也越來越胖。"
    text = f"即時 政治 社會 生活 娛樂\n咖啡館收留七隻流浪貓\n{told}\n{told}"
    assert normalise(Record(Location("d.jsonl", 1), text)).title.value == "咖啡館收留七隻流浪貓"


def test_a_caption_with_its_agency_is_no_dateline():
    text = f"{TITLES['en']}\n\n{PARAGRAPHS['en']}\n\nThe old train at the station (AFP)\n\n{PARAGRAPHS['en']}"
    roles = {line.text: line.role for line in normalise(Record(Location("d.jsonl", 1), text)).filled}
    assert roles["The old train at the station (AFP)"] is not Role.DATELINE


def test_an_agency_in_turkish_capitals():
    assert agencies.agency("İHLAS HABER AJANSI") == agencies.agency("İhlas Haber Ajansı") == "IHA"
