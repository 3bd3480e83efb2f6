"""Who a short article says that it is by: what stands beside names, between them, and what only looks like one."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.lexicons.lexicon import vocabulary
from validator.model.article import Role
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.names import bylines
from validator.read.fields import to_record

NAMES = record_map("default").names
BODY = {
    "en": "The council voted on Tuesday to mend the harbour wall before winter, after more than three hours of debate.",
    "es": "El pleno aprobó el martes reparar el muro del puerto antes del invierno, tras más de tres horas de debate.",
    "fr": "Le conseil a décidé mardi de réparer la digue avant l'hiver, après un débat de plus de trois heures.",
    "de": "Der Rat hat am Dienstag nach einer Debatte von mehr als drei Stunden beschlossen, die Mauer zu erneuern.",
}


def article(language, *lines, **fields):
    text = "\n\n".join(["The wall of the harbour", "\n".join(lines), BODY[language]])
    return normalise(
        to_record({"id": "one", "text": text, "language": language, **fields}, Location("one.txt", 1, 1), NAMES)
    )


def signed(language, value):
    return [(one.value, one.kind[0]) for one in bylines.split(value, vocabulary(language, "en"))]


@pytest.mark.parametrize(
    ("language", "value", "names"),
    [
        ("nl", "Door Pieter van ’t Sant en Roos van der Wijk", ["Pieter van ’t Sant", "Roos van der Wijk"]),
        ("es", "Por Ana Oteiza y Galdós y Luis Felipe de la Presa", ["Ana Oteiza y Galdós", "Luis Felipe de la Presa"]),
        ("pt", "Por Rui Serra e Moura e Ana Melo", ["Rui Serra e Moura", "Ana Melo"]),
        ("fr", "Par Louise Hamon (texte) et Paul Rével (photos)", ["Louise Hamon"]),
        ("de", "Von Anna Meier (Text) und Karl Huber (Foto)", ["Anna Meier"]),
        ("de", "Verfasst von Anna Meier am 4. Mai 2026", ["Anna Meier"]),
        ("it", "Scritto da Anna Rovelli il 4 maggio 2026", ["Anna Rovelli"]),
        ("en", "By Jane Roe and John Poe", ["Jane Roe", "John Poe"]),
        ("ta", "கா.முத்துவேல்", ["கா.முத்துவேல்"]),
        ("ta", "மல்லிகை", []),
        ("en", "Submitted by Jane Roe on Tue, 03/04/2014 - 14:22", ["Jane Roe"]),
        ("fr", "Soumis par Louise Hamon le mar 04/03/2014 - 14:22", ["Louise Hamon"]),
        ("nl", "Ingediend door Roos van der Wijk op di, 04/03/2014 - 14:22", ["Roos van der Wijk"]),
        ("nl", "Roos van der Wijk, Teun Barendsdo 12 mrt 2026 07:41", ["Roos van der Wijk", "Teun Barends"]),
        ("nl", "Teun Salgado 13 mrt 2026 07:41", ["Teun Salgado"]),
        ("id", "Penulis: Dewi Laksmi | Editor: Bambang Suryo", ["Dewi Laksmi"]),
        ("en", "By Jane Roe, edited by John Poe", ["Jane Roe"]),
        ("hi", "राजीव कुमार सोनवाने", ["राजीव कुमार सोनवाने"]),  # the joiner व is a letter of the name, with a sign
        ("hi", "विकास जोशी और राजीव सोनवाने", ["विकास जोशी", "राजीव सोनवाने"]),
        ("en", "By Jane Roe, Harbour Correspondent, and John Poe", ["Jane Roe", "John Poe"]),
        ("en", "Posted by Jane Roe at 9:41 PM", ["Jane Roe"]),
        ("de", "Von Anna Meier um 9.41 Uhr", ["Anna Meier"]),
        ("no", "Kari Nordby Moen Journalist", ["Kari Nordby Moen"]),
        ("no", "Av Kari Marie Nordby kari.nordby@skarrow.example", ["Kari Marie Nordby"]),
        ("no", "Av Kari Marie Nordby Kari.Nordby@skarrow.example", ["Kari Marie Nordby"]),
        ("es", "Ana Oteiza PARA LA VOZ DEL PUERTO", ["Ana Oteiza"]),
        ("ja", "仁科貴志　佐藤美咲", ["仁科貴志", "佐藤美咲"]),
        ("ja", "　仁科貴志　佐藤美咲", ["仁科貴志", "佐藤美咲"]),
        ("ja", "仁科貴志　樫淵美咲 2024年4月8日 11時00分", ["仁科貴志", "樫淵美咲"]),  # 樫淵 is no known surname
        ("ja", "仁科貴志　論説委員", ["仁科貴志"]),
        ("ja", "長谷川　太郎", ["長谷川　太郎"]),
        ("de", "Aus Oberau berichten Anna Meier und Karl Huber", ["Anna Meier", "Karl Huber"]),
        ("pt", "Texto: Rui Serra Fotografia: Ana Melo", ["Rui Serra"]),
        ("en", "By our correspondent Jane Roe", ["Jane Roe"]),
        ("fr", "Le 14 mars 2024 - Par notre correspondante Louise Hamon", ["Louise Hamon"]),
        ("pt", "Por Ana Melo e Rui Serra, Portal Exemplo e TV Exemplo — Rio Claro", ["Ana Melo", "Rui Serra"]),
        ("pt", "Por Ana Melo, Rui Serra e Iva Lima, TV Exemplo — Rio Claro", ["Ana Melo", "Rui Serra", "Iva Lima"]),
        ("fr", "Louise Hamon, Journalisme local – L'Écho du Quai", ["Louise Hamon"]),
        ("de", "Von Anna Meier und unserem Mitarbeiter Karl Huber", ["Anna Meier", "Karl Huber"]),
        ("fr", "Une carte blanche de Louise Hamon, botaniste", ["Louise Hamon"]),
        ("uk", "Тетяна Жук, фото авторки та Олени Бойко", ["Тетяна Жук"]),
        ("de", "Text: Anna Meier Redaktion: Karl Huber Fotos: Ina Vogt", ["Anna Meier"]),
        ("fr", "Rubrique Jardins, mis en ligne le 6 mai 2025 par Louise Hamon", ["Louise Hamon"]),
        ("fr", "Louise HAMON. Publié le 14/03/2024 à 19h15", ["Louise HAMON"]),
        ("en", "Jane Roe. Published: 14 March 2024 Updated 15 March 2024", ["Jane Roe"]),
        ("sv", "Karin LundbladText", ["Karin Lundblad"]),
        ("sv", "Karin LundbladText, Nils FalkFoto", ["Karin Lundblad", "Nils Falk"]),
        ("de", "Anna DeVon", ["Anna DeVon"]),
        ("pl", "Autorka/Autor: Jadwiga Kmieć/ zof", ["Jadwiga Kmieć"]),
        ("pl", "Autorzy/Autorki: Jadwiga Kmieć, Olgierd Lis/ zof", ["Jadwiga Kmieć", "Olgierd Lis"]),
    ],
)
def test_persons_in_a_byline(language, value, names):
    assert signed(language, value) == [(name, "p") for name in names]


@pytest.mark.parametrize(
    ("language", "value", "names"),
    [
        ("nl", "Lotte Bakkerredacteur Cultuur", ["Lotte Bakker"]),
        ("nl", "Joris van der Meiverslaggever", ["Joris van der Mei"]),
        ("sv", "Karin Lindholmreporter", ["Karin Lindholm"]),
        ("nl", "Lotte Bakker, fotojournalist", ["Lotte Bakker"]),
        ("en", "Ida MooreWes Carter", ["Ida Moore", "Wes Carter"]),
        ("es", "Por Ana LimaÁngel RuizEva Soto", ["Ana Lima", "Ángel Ruiz", "Eva Soto"]),
        ("en", "Ida FitzGerald Moore", ["Ida FitzGerald Moore"]),
        ("en", "Kim DeShawn Brown", ["Kim DeShawn Brown"]),
        ("en", "Sam MacDonald", ["Sam MacDonald"]),
    ],
)
def test_what_is_glued_to_a_name(language, value, names):
    assert signed(language, value) == [(name, "p") for name in names]


@pytest.mark.parametrize("house", ["KF-Studio Rom", "KF-Landesstudio Ulm", "AFP Rom"])
def test_the_studio_that_a_person_reports_from_is_nobody(house):
    assert signed("de", f"Von Anna Roth, {house}") == [("Anna Roth", "p")]
    names = ["Anna Roth", "AJ Kern", "MJ-Lee Voss"]
    assert signed("de", "Von Anna Roth, AJ Kern und MJ-Lee Voss") == [(one, "p") for one in names]


def test_a_pictures_credit_that_ends_in_its_archive_signs_nothing():
    words = vocabulary("es", "en")
    assert bylines.looks_like("Ana Lima - Sociedad", words)
    assert not bylines.looks_like("CASA DEL MAR - Archivo", words)
    assert bylines.looks_like("Ana Lima (fotografia)", vocabulary("pt", "en"))


def test_a_team_behind_a_word_that_names_have_as_well():
    assert signed("it", "di Redazione") == [("Redazione", "o")]
    assert signed("it", "Di Giulio Moretti") == [("Giulio Moretti", "p")]
    assert signed("it", "Di Nardo") == [("Di Nardo", "p")]


@pytest.mark.parametrize(
    ("language", "line"),
    [("ja", "（高橋健一）"), ("ja", "【高橋健一】"), ("zh", "文 | 王晓明"), ("zh", "作者｜王晓明")],
)
def test_a_name_in_brackets_or_behind_a_bar(language, line):
    body = {
        "ja": "町議会は火曜日、旧庁舎で三時間を超える議論の末、港の壁を冬までに修理する予算案を可決した。",
        "zh": "市议会星期二在旧市政厅经过三个多小时的讨论，决定在冬天到来之前修复港口的围墙。",
    }
    text = f"港の壁を冬までに修理\n\n{line}\n\n{body[language]}"
    made = normalise(to_record({"id": "one", "text": text, "language": language}, Location("one.txt", 1, 1), NAMES))
    assert [one.value for one in made.authors] == ["高橋健一" if language == "ja" else "王晓明"]


def test_a_headline_in_capitals_is_no_name():
    english = vocabulary("en")
    assert not bylines.looks_like("MILL OWNERS MEET THE STRIKERS.", english)
    assert bylines.looks_like("ANA MARIA DE LOS RIOS", vocabulary("es"))
    assert bylines.looks_like("JOHN RONALD REUEL DALE", english)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Got a story? Email our newsdesk"), ("fr", "Contactez la rédaction"), ("de", "Hinweise an die Redaktion")],
)
def test_a_line_that_asks_for_news_signs_nothing(language, line):
    text = f"The wall of the harbour\n\n{BODY[language]}\n\n{line}"
    made = normalise(to_record({"id": "one", "text": text, "language": language}, Location("one.txt", 1, 1), NAMES))
    assert made.authors == ()
    assert made.filled[-1].role is Role.BOILERPLATE


def test_two_japanese_names_on_a_line_sign():
    japanese = vocabulary("ja", "en")
    assert bylines.looks_like("仁科貴志　佐藤美咲", japanese)
    assert bylines.looks_like("仁科貴志　樫淵美咲", japanese)
    assert not bylines.looks_like("港湾整備　樫淵美咲", japanese)


def test_labels_glued_together_are_no_name():
    assert not bylines.looks_like("FacebookTelegramPinterestShare Link", vocabulary("en"))
    assert bylines.looks_like("Ann McLeod-MacRae", vocabulary("en"))


def test_several_reporters_of_a_house_are_no_person():
    assert signed("en", "By PA Reporters") == [("PA Reporters", "o")]


@pytest.mark.parametrize(
    ("language", "lines", "name", "day"),
    [
        ("fr", ["Rédigé par Aurèle Loiseleur le lundi 11 mai 2026 à 19 h 05."], "Aurèle Loiseleur", "2026-05-11"),
        ("en", ["Written by Jane Roe on Monday, 11 May 2026, 15:20."], "Jane Roe", "2026-05-11"),
        ("de", ["Von dpa/lno 11.05.2026 – 21:44 Uhr"], "dpa", "2026-05-11"),
        ("de", ["Aus Oberau berichtet Anna Meier", "11. Mai 2026"], "Anna Meier", "2026-05-11"),
        ("de", ["11.05.2026 - 16:38 Uhr Aus Sankt Veit berichtet Anna Meier"], "Anna Meier", "2026-05-11"),
        ("de", ["Autor HNAV 11. Mai 2026 16:38, aktualisiert 17:15"], "HNAV", "2026-05-11"),
        ("de", ["Von dpa/lni", "11.05.2026 – 21:44 Uhr"], "dpa", "2026-05-11"),
        ("es", ["Tomasa Villar", "Puerto Chico - 11 MAY 2026 - 00:15 CEST"], "Tomasa Villar", "2026-05-11"),
        (
            "en",
            ["Harbour Chronicle", "11 May 2026", "Section: NEWS; Pg. 4", "Byline: Jane Roe"],
            "Jane Roe",
            "2026-05-11",
        ),
    ],
)
def test_names_and_days_in_the_header(language, lines, name, day):
    made = article(language, *lines)
    assert [one.value for one in made.authors] == [name]
    assert made.published.value is not None
    assert made.published.value.value[:10] == day


def test_a_sentence_that_opens_like_a_byline_signs_nothing():
    made = article("es", "Por Ana Prado pasaron el 3 de mayo de 2026 los ciclistas de toda la comarca.")
    assert made.authors == ()
    assert Role.BYLINE not in {one.role for one in made.filled}


def test_a_byline_before_a_credit_signs_and_credits():
    made = article("es", "Por Rogelio Pastrana | Fotos: Amparo Bellido")
    assert [one.value for one in made.authors] == ["Rogelio Pastrana"]
    assert [(one.value, one.caption) for one in made.credits] == [("Amparo Bellido", None)]


@pytest.mark.parametrize("line", [".", "..."])
def test_stops_alone_sign_nothing(line):
    made = normalise(to_record({"text": f"The wall\n\n{BODY['en']}\n\n{line}"}, Location("one.txt", 1, 1), NAMES))
    assert made.authors == ()


def test_a_heading_above_a_sentence_is_no_signature():
    text = f"A town\n\n{BODY['en']}\n\nPUBLIC NOTICES\n\nThe pump is shut."
    made = normalise(to_record({"id": "one", "text": text, "language": "en"}, Location("one.txt", 1, 1), NAMES))
    assert made.authors == ()


@pytest.mark.parametrize(("language", "author"), [("fr", "P. D."), ("de", "mku"), ("en", "G.K."), ("en", "jane roe")])
def test_initials_in_the_field_are_an_author(language, author):
    assert [(one.value, one.kind) for one in article(language, author=author).authors] == [(author, "person")]


@pytest.mark.parametrize("author", ["N. N.", "n/a", "red", "x"])
def test_stand_ins_of_two_or_three_letters_are_none(author):
    assert not any(one.kind == "person" for one in article("de", author=author).authors)
