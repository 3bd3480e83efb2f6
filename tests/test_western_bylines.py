"""Who signs in the languages of the West: names at the ends of paragraphs, behind dates, below labels; and who not."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.normalise.names import bylines

BODY = {
    "en": "The council voted on Tuesday to mend the harbour wall before winter, after more than three hours of debate.",
    "es": "El pleno aprobó el martes reparar el muro del puerto antes del invierno, tras más de tres horas de debate.",
    "fr": "Le conseil a décidé mardi de réparer la digue avant l'hiver, après un débat de plus de trois heures.",
    "de": "Der Rat hat am Dienstag nach einer Debatte von mehr als drei Stunden beschlossen, die Mauer zu erneuern.",
    "it": "Il consiglio ha deciso martedì di riparare il molo prima dell'inverno, dopo più di tre ore di discussione.",
    "ro": "Consiliul a decis marți să repare digul portului înainte de iarnă, după o dezbatere de peste trei ore.",
    "no": "Kommunestyret vedtok tirsdag å reparere muren ved havnen før vinteren, etter mer enn tre timers debatt.",
    "pt": "A câmara decidiu na terça reparar o muro do porto antes do inverno, após mais de três horas de debate.",
    "sv": "Kommunfullmäktige beslutade på tisdagen att laga hamnens mur före vintern efter mer än tre timmars debatt.",
}
TITLE = {
    "en": "The wall of the harbour",
    "es": "El muro del puerto",
    "fr": "La digue du port",
    "de": "Die Mauer am Hafen",
    "it": "Il molo del porto",
    "ro": "Digul din port",
    "no": "Muren ved havnen",
    "pt": "O muro do porto",
    "sv": "Muren vid hamnen",
}


def read(*lines):
    return normalise(Record(Location("one.txt", 1), "\n\n".join(lines)))


def article(language, *lines):
    return read(TITLE[language], "\n".join(lines), BODY[language])


def names(found):
    return [one.value for one in found.authors]


def signed(language, value):
    return [(one.value, one.kind[0]) for one in bylines.split(value, vocabulary(language, "en"))]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Created On:"),
        ("de", "Anna Meier, Bürgermeisterin Foto:"),
        ("en", "Today's Most Popular"),
        ("en", "Most Viewed Video Stories"),
        ("es", "Últimas Noticias Nacionales"),
        ("en", "4. Answers to media questions"),
        ("en", "Students turn down media fee increases"),
        ("en", "Newspapers in Danish"),
        ("en", "Current News Video"),
        ("de", "HB Newsletter - die wichtigsten News"),
        ("es", "Servicio Sindicado RSS"),
        ("fr", "Remplaçants : R. Miron – L. Raduc, M. Fotin, F. Olard"),
        ("da", "Koncert i Havneby, Havnesalen The Brass Hounds ***** *"),
    ],
)
def test_labels_and_headings_of_lists_sign_nothing(language, line):
    assert not bylines.looks_like(line, vocabulary(language, "en"))


@pytest.mark.parametrize("line", ["Herald staff reporter", "Beacon News", "Text: Jane Roe, John Poe, Sam Doe"])
def test_what_signs_though_it_holds_words_of_labels(line):
    assert bylines.looks_like(line, vocabulary("en"))


@pytest.mark.parametrize(
    "foot", [["Today's Most Popular"], ["New Concert Hall", "New Skarrow hall too expensive"], ["In Depth Video Story"]]
)
def test_a_heading_below_the_text_signs_nothing(foot):
    lines = ["The wall of the harbour", BODY["en"], BODY["en"].replace("wall", "pier"), *foot]
    found = read(*lines)
    assert not found.authors


def test_a_sentence_about_somebody_and_a_day_signs_nothing():
    for line in (
        "Fergus Dolan (58) went missing from the Chapel Road area yesterday, 3 May 2026",
        "Councillor Jane Roe on 3 May 2026 said the wall is weak",
    ):
        assert not article("en", line).authors
    assert names(article("en", "Jane Roe, our correspondent in Leeds, 3 May 2026")) == ["Jane Roe"]


def test_a_person_of_whom_the_text_tells_is_in_the_picture_and_signs_nothing():
    body = BODY["en"] + " Mayor Gimbang praised the work."
    lines = ["The wall of the harbour", "By Jane Roe\nFelix Gimbang", body, BODY["en"]]
    found = read(*lines)
    assert names(found) == ["Jane Roe"]


@pytest.mark.parametrize(
    ("language", "value"), [("es", "Por Ana Prado / La Comarca"), ("fr", "Louise Hamon | Le Phare breton")]
)
def test_a_house_with_its_article_behind_a_slash_is_nobody(language, value):
    assert len(signed(language, value)) == 1


def test_a_dateline_with_two_agencies_names_nobody():
    found = article("es", "LIMA, 3 mar. (Reuters/EP) -")
    assert found.filled[1].role is Role.DATELINE
    assert not found.authors


@pytest.mark.parametrize(
    ("language", "end", "found"),
    [
        ("it", "Il cantiere apre lunedì. (Anna Rovelli)", ["Anna Rovelli"]),
        ("es", "La obra empieza el lunes. (Por Ana Prado. Editado por Luis Gil)", ["Ana Prado"]),
        ("de", "Der Bau beginnt im Mai. (Anna Meier, Karl Huber)", ["Anna Meier", "Karl Huber"]),
        ("fr", "Le chantier ouvre lundi. Louise Hamon", ["Louise Hamon"]),
        ("es", "Gracias al chófer, que siempre espera. Ana Prado. Albuera.", ["Ana Prado"]),
        ("en", "(Jane Roe can be reached at 555-0100 or at the office.)", ["Jane Roe"]),
        ("en", "The work starts in May. (Jane P. Roe)", ["Jane P. Roe"]),
        ("en", "The work starts in May. (Harbour Press)", []),
        ("de", "Der Bau beginnt im Mai. (dpa)", []),
        ("de", "Die Arbeiten beginnen im Mai. Die Zahl", []),  # cut off
        ("en", "Roe chairs the board, which meets in May. Jane Roe", []),  # cut off too
        ("en", "The pier is open. (Photo: Jane Roe)", []),
    ],
)
def test_names_behind_the_last_sentence(language, end, found):
    end = end if end.startswith("(") else f"{BODY[language]} {end}"
    assert names(read(TITLE[language], BODY[language], end)) == found


@pytest.mark.parametrize(
    ("language", "start", "found"),
    [
        ("it", "(Anna Rovelli) «", ["Anna Rovelli"]),
        ("it", "(Nuova Agenzia) «", []),
        ("it", "(Anna Rovelli, 40 anni) «", []),
        ("es", "Redacción Albuera.- ", ["Redacción"]),
        ("es", "Redacción, Albuera de la Sierra.— ", ["Redacción"]),
        ("es", "Albuera.- ", []),
    ],
)
def test_names_before_the_first_sentence(language, start, found):
    assert names(read(TITLE[language], start + BODY[language], BODY[language])) == found


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("fr", "8 mars 2019 à 17h43 par AFP", ["AFP"]),
        ("fr", "Publié le 03 février 2011 par Hamonette", ["Hamonette"]),
        ("en", "Posted on May 3, 2026 by Jane Roe", ["Jane Roe"]),
        ("es", "3 de mayo de 2026 por Ana Prado", ["Ana Prado"]),
        ("de", "Veröffentlicht am 3. Mai 2026 von Anna Meier", ["Anna Meier"]),
        ("de", "Erstellt am 3. Mai 2026 von Redaktion", ["Redaktion"]),
        ("en", "Harbour attacked on May 3, 2026 by Pirates", []),
        ("en", "The market hall (photo credit: SAM POE)ByJANE ROE", ["JANE ROE"]),
        ("en", "The market hall (photo credit: SAM POE)ByTHE SEA", []),
        ("de", "DER HAFENText und Fotos: Anna Meier", ["Anna Meier"]),
        ("sv", "Muren vid hamnenText: Anna Berg", ["Anna Berg"]),
    ],
)
def test_a_byline_behind_something_else_on_its_line(language, line, found):
    assert names(article(language, line)) == found


def test_a_picture_is_credited_before_the_byline_that_is_glued_to_it():
    found = article("en", "The market hall (photo credit: SAM POE)ByJANE ROE")
    assert [one.value for one in found.credits] == ["SAM POE"]


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("fr", "Entretien Louise Hamon", ["Louise Hamon"]),
        ("fr", "L’opinion de Louise Hamon", ["Louise Hamon"]),
        ("de", "Fotos und Text: Anna Meier", ["Anna Meier"]),
        ("en", "Guest column by Jane Roe", ["Jane Roe"]),
        ("es", "Comentario de Ana Prado", ["Ana Prado"]),
        ("sv", "Analys av Anna Berg", ["Anna Berg"]),
    ],
)
def test_the_kind_of_a_piece_leads_to_its_author(language, line, found):
    assert names(article(language, line)) == found


@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "Tribune Libre"), ("es", "Punto De Vista"), ("en", "Guest Column"), ("it", "Tribuna Libera")],
)
def test_a_rubric_of_readers_signs_nothing(language, line):
    assert not bylines.looks_like(line, vocabulary(language, "en"))


def test_a_news_agency_by_its_full_name_signs_below_the_text():
    found = read(TITLE["fr"], BODY["fr"], BODY["fr"].replace("mardi", "jeudi"), "Agence d’information du Norland")
    assert names(found) == ["Agence d’information du Norland"]


@pytest.mark.parametrize(
    ("language", "foot", "found"),
    [
        ("sv", ["Taggar", "Författare\n1. Anna Berg"], ["Anna Berg"]),
        ("en", ["Authors:\n1. Jane Roe\n2. Sam Poe"], ["Jane Roe", "Sam Poe"]),
    ],
)
def test_names_below_a_label_at_the_foot(language, foot, found):
    assert names(read(TITLE[language], BODY[language], BODY[language].upper(), *foot)) == found


def test_an_agency_above_the_date_or_the_text_signs_and_is_no_headline():
    for head in (["Agência France-Presse\npostado em 18/02/2010 09:47"], ["STT"]):
        found = read(*head, BODY["es"], BODY["es"].replace("martes", "jueves"))
        assert (found.filled[0].role, [one.kind for one in found.authors]) == (Role.BYLINE, ["agency"])


@pytest.mark.parametrize(
    ("rubric", "found"), [("Letter to the Editor", ["Jane Roe"]), ("Harbour news", ["Jane Roe", "Everly Grove"])]
)
def test_behind_a_readers_name_stands_the_town(rubric, found):
    text = [rubric, "The wall is my least favourite view", BODY["en"], BODY["en"].upper(), "Jane Roe, Everly Grove"]
    assert names(read(*text)) == found


@pytest.mark.parametrize(
    "head",
    [
        ["Beacon", "Beacon Books"],
        ["The mayor, Jane Roe (left), opens the gate of the new harbour with her deputy, Sam Doe (right).\nSam Poe"],
        ["La Gazzetta"],
    ],
)
def test_a_section_a_photographer_and_a_house_with_its_article_sign_nothing(head):
    assert not read(*head, BODY["en"], BODY["en"].upper()).authors


def test_a_byline_below_its_portrait_and_above_a_box_with_its_role():
    menu = [f"• {one}" for one in "Home;News;Sport;Opinion;Video;Weather;Lifestyle;Property;Business;Cars".split(";")]
    menu += ["Subscribe", "Sections", "Media", "Sign in", "Advertisement", "Home / Skarrow Courier"]
    told = ["Skarrow hall plays its role in the big snow", "Jane Roe", "By Jane Roe", "Reporter·Skarrow Courier·"]
    page = ["Skarrow Courier", *menu, *told, "16 Aug, 2022 03:41 AM4 mins to read", "Save", "Share this article"]
    assert names(read("\n".join([*page, "The hall fed seventy people when the road was cut for three days."]))) == [
        "Jane Roe"
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("es", "Luz y sombra"),
        ("de", "Brände und Unfälle"),
        ("no", "Havneby i Nordvik"),
        ("es", "MINUTO A MINUTO"),
        ("es", "CIUDAD DE PANAMÁ, PANAMÁ"),
        ("es", "Garganta de Albuera"),
        ("en", "Word Count"),
        ("es", "Últimos Temas"),
        ("sv", "Norra Kustbladets Annonser - - Sverige / Världen -"),
        ("pt", "O Instituto Botânico."),
        ("it", "Palazzo Rovelli"),
        ("de", "Freiwillige Feuerwehr"),
        ("en", "Skarrow Borough Council"),
        ("en", "The Sunday Lantern"),
        ("es", "Canal Seis Albuera"),
        ("es", "Ana Prado, Luis Gil, el"),
        ("es", "Muelle Viejo- Foto"),
        ("pl", "Komenda Powiatowa"),
        ("ru", "Министерство Обороны"),
        ("ru", "Свет и Тень"),
        ("uk", "с. Малий Яр"),
        ("en", "CHECK ALSO"),
        ("it", "IN AGGIORNAMENTO"),
        ("tr", "Kıyıkent Belediyesi"),
        ("hu", "Partvári Önkormányzat"),
    ],
)
def test_places_offices_houses_and_headings_sign_nothing(language, line):
    assert not bylines.looks_like(line, vocabulary(language, "en"))


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("es", "Luis Prado, Canal Seis Albuera 21-05-2013 17:08", ["Luis Prado"]),
        ("ro", "Delta TV, 17 iulie 2025 14:40", []),
        ("de", "Archivierter Beitrag vom 21.11.2014, 09:48 Uhr", []),
        ("en", "Jane Roe\nThe Sunday Lantern", ["Jane Roe"]),
        ("en", "Jane Roe\nBeacon News, Skarrow@JaneRoe", ["Jane Roe"]),
        ("en", "By The Sunday Lantern", ["The Sunday Lantern"]),
        ("en", "Harbour Gates\nHarbour Gates- Photo X", []),
        ("en", "Jane Roe\nPhoto: Sam Poe", ["Jane Roe"]),
    ],
)
def test_a_house_or_a_label_beside_a_day_or_a_name_is_nobody(language, line, found):
    assert names(article(language, line)) == found


def test_a_list_of_pieces_by_several_authors_has_none():
    teasers = [
        line
        for name in ("Anna Meier", "Karl Huber", "Jana Roth")
        for line in (f"Was {name.split()[0]} gesehen hat", BODY["de"], f"Ein Kommentar von {name}")
    ]
    assert not names(read("Meinung", *teasers))
    told = [BODY["de"].replace("Dienstag", day) for day in ("Montag", "Mittwoch", "Freitag", "Sonntag")]
    assert names(read(TITLE["de"], "Von Anna Meier", *told, *teasers[3:])) == ["Anna Meier"]


@pytest.mark.parametrize(
    ("language", "line", "found"),
    [
        ("en", "- Delroy Poe/ Lantern Writer editorial@lantern.example", ["Delroy Poe"]),
        ("en", "- JANE ROE City council reporter jane.roe@lantern.example", ["JANE ROE"]),
        ("en", "Jane Roe,jroe@lantern.example", ["Jane Roe"]),
        ("en", "Send your news to desk@lantern.example", []),
        ("en", "By rural and regional reporter Jane Roe, Monday March 3, 2014 - 11:15 EDT", ["Jane Roe"]),
        ("en", "By old and forgotten paths Jane Roe", []),
        ("en", "author name Gulf Lantern", ["Gulf Lantern"]),
        ("en", "By From Our Correspondent", ["Our Correspondent"]),
        ("ro", "Fotoreportaj realizat de Vasile Dinu", ["Vasile Dinu"]),
        ("no", "Tekst, arkivfoto og nett: Jon Arne Berg", ["Jon Arne Berg"]),
        ("de", "Text, Fotos und Video: Anna Meier", ["Anna Meier"]),
        ("de", "Text, Karten und Noten: Anna Meier", []),
        ("pt", "• Foto do escritor: Ana Souza\nAna Souza", ["Ana Souza"]),
        ("pt", "• Foto do escritor: porto agora\nporto agora", ["porto agora"]),
        ("en", "Posted on May 3, 2026 - 6:48pm by janeroe", ["janeroe"]),
        ("en", "Posted on May 3, 2026 by admin", []),
        ("en", "Posted on May 3, 2026 by mail", []),
    ],
)
def test_who_signs_with_an_address_an_office_or_an_account(language, line, found):
    assert names(article(language, line)) == found


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("- Jane Roe", ["Jane Roe"]),
        ("-Jane Roe", ["Jane Roe"]),
        ("— Jane Roe", ["Jane Roe"]),
        ("- Jane Roe\n- Sam Poe", []),
        ("- Comments", []),
    ],
)
def test_a_dash_leads_to_the_signature(end, found):
    assert names(read(TITLE["en"], BODY["en"], BODY["en"].replace("wall", "pier"), end)) == found


def test_a_dash_below_a_quotation_leads_to_who_said_it():
    quoted = "“The wall has to be mended before the winter comes, whatever that may cost the town.”"
    assert not names(read(TITLE["en"], BODY["en"], quoted, "- Jane Roe"))


def test_a_name_and_a_place_before_the_first_sentence():
    assert names(read(TITLE["es"], f"Ana Prado Gil / Albuera.- {BODY['es']}", BODY["es"])) == ["Ana Prado Gil"]
    assert not names(read(TITLE["es"], f"Ana Prado Gil / Albuera.- {BODY['es']}", f"{BODY['es']} Habló Ana Prado Gil."))


def test_a_name_above_a_dateline_signs_and_is_no_headline():
    found = read("Ana Prado", f"Albuera, Gto.- {BODY['es']}")
    assert (names(found), found.title.value) == (["Ana Prado"], None)
    headed = read("Puerto Albuera", f"Albuera, Gto.- {BODY['es']}")
    assert (names(headed), headed.title.value) == ([], "Puerto Albuera")


def test_a_byline_glued_to_the_headline_is_cut_off():
    found = read("Skarrow takes five wickets in one over and a halfBy Jane Roe", BODY["en"], BODY["en"])
    assert (found.title.value, names(found)) == ("Skarrow takes five wickets in one over and a half", ["Jane Roe"])


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Around that time, Kerwin Poe was knocked down by a ram at the pier and had to be brought home.", []),
        (
            "The mayor told Kerwin Poe that she had no doubts about the work, which begins in the spring.",
            ["Kerwin Poe"],
        ),
        (
            "Kerwin Poe can be reached at the office of the paper in Harbour Street, which opens at nine.",
            ["Kerwin Poe"],
        ),
    ],
)
def test_a_name_below_the_headline_of_whom_the_text_tells_is_in_the_picture(told, found):
    assert names(read(TITLE["en"], "Kerwin Poe", BODY["en"], BODY["en"].replace("wall", "pier"), told)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["BEACON", f"Skarrow (BEACON) {BODY['en']}", BODY["en"]], ["BEACON"]),
        (["SKARROW", f"Harbour (BEACON) {BODY['en']}", BODY["en"]], []),
        ([TITLE["en"], BODY["en"], BODY["en"], "Law and Harbour - Skarrow news", "www.harbour.example"], []),
        (
            ["By Jane Roe, Skarrow Daily Inquirer Stringer and Harbour Daily Inquirer Correspondent", BODY["en"]],
            ["Jane Roe"],
        ),
    ],
)
def test_houses_at_the_edges_of_a_text(lines, found):
    assert names(read(*lines)) == found


@pytest.mark.parametrize(
    ("language", "line", "writer", "photographer"),
    [
        ("pt", "TEXTO ANA PRADO IMAGEM DR", "ANA PRADO", "DR"),
        ("en", "Words Jane Roe Photos Sam Poe", "Jane Roe", "Sam Poe"),
        ("de", "Text Anna Meier Fotos Jan Roth", "Anna Meier", "Jan Roth"),
        ("sv", "Text Lena Berg Foto Ola Lind", "Lena Berg", "Ola Lind"),
    ],
)
def test_labels_without_a_mark_part_writer_and_photographer(language, line, writer, photographer):
    found = article(language, line)
    assert (names(found), [one.value for one in found.credits]) == ([writer], [photographer])


def test_a_houses_number_is_no_footnotes():
    assert names(article("en", "Newsroom COAST7 |")) == ["Newsroom COAST7"]
    assert names(article("en", "By Jane Roe1")) == ["Jane Roe"]


@pytest.mark.parametrize("house", ["For beacon.example", "For The Beacon", "Special to The Beacon"])
def test_for_whom_a_name_writes_stands_behind_a_bar(house):
    line = f"Jane Roe | {house}"
    assert names(article("en", line)) == ["Jane Roe"]
    found = read(f"Posted October 15, 2016 at 05:30 AM\n{line}\n{BODY['en']}")
    assert (names(found), found.title.value) == (["Jane Roe"], None)


@pytest.mark.parametrize(
    ("heading", "reader"),
    [
        ("14 Responses to The wall of the harbour", "1. Jane Roe\nJane Roe May 9, 2015 at 4:08 pm"),
        ("3 comments to The wall of the harbour", "Jane Roe May 9, 2015 at 4:08 pm"),
    ],
)
def test_readers_below_the_heading_that_counts_them_sign_nothing(heading, reader):
    long = [BODY["en"], BODY["en"].upper()]
    found = read(TITLE["en"], *long, heading, reader, "Put a railing there, I said so last year already.", reader)
    assert names(found) == []
    assert names(read(TITLE["en"], *long, "By Jane Roe", heading, reader)) == ["Jane Roe"]


def test_a_name_below_a_label_that_stands_above_another_teaser_too_signs_nothing():
    teasers = ["Premium", "Eva Luna", "Tango ou tédio", BODY["pt"].upper(), "Premium", "Ana Prado", "Sem barcos"]
    assert names(read(TITLE["pt"], BODY["pt"], BODY["pt"].swapcase(), *teasers)) == []


def test_a_word_of_menus_behind_a_noun_that_may_lead_to_a_name_is_nobody():
    assert names(article("pt", "Reportagem Especial")) == []
    assert names(article("pt", "Reportagem Ana Prado")) == ["Ana Prado"]


@pytest.mark.parametrize(
    ("language", "end", "found"),
    [
        ("de", " Dann zählt jede Stimme. hke", ["hke"]),
        ("sv", " Ingen kom till skada. (jbk)", ["jbk"]),
        ("de", " Dann zählt jede Stimme. (red)", []),
        ("en", " Nobody came to the pier at noon. jbk", []),
    ],
)
def test_small_letters_behind_the_last_sentence_sign_in_the_north(language, end, found):
    assert names(read(TITLE[language], BODY[language], BODY[language] + end)) == found


def test_initials_before_the_day_sign():
    found = article("fr", "R.D. - 12 juin 2018 à 22:14 | mis à jour le 13 juin 2018 à 08:40")
    assert (names(found), found.published.value.value[:10]) == (["R.D."], "2018-06-12")


def test_a_name_and_its_office_are_no_headline():
    found = read("Swimming Relays", "Jane Roe, Sports Writer", BODY["en"])
    assert (found.title.value, names(found)) == ("Swimming Relays", ["Jane Roe"])
