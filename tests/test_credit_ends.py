"""A platform in brackets ends a caption; a notice of rights behind a sign names nobody."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits import signals


@pytest.mark.parametrize(
    ("line", "language", "platform"),
    [
        ("الجرس بعد تنظيفه (فيسبوك)", "ar", "Facebook"),
        ("The mill pond by night (Facebook)", "en", "Facebook"),
        ("책을 읽는 주민들. 사진=페이스북", "ko", "Facebook"),
    ],
)
def test_a_platform_at_the_end_of_a_caption_is_its_credit(line, language, platform):
    words = vocabulary(language)
    seen = credit_lines.find(line, words)

    assert signals.possible(line, line.lower(), words)
    assert seen is not None
    assert (seen.platform, seen.kind) == (platform, "platform")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("© RIPRODUZIONE RISERVATA", "it"),
        ("© Alle Rechte vorbehalten", "de"),
        ("(c) Der Heidebote 2026 | Impressum | Datenschutz | AGB", "de"),
        ("Copyright © Il Faro - P.IVA 01234567890", "it"),
        ("Copyright © Tidewater Media, Inc. All rights reserved.", "en"),
        ("The baker showed the loaf to his followers. They laughed (Facebook)", "en"),
        ("The baker showed the loaf to his followers (see Facebook)", "en"),
        ("Subscribe (Facebook)", "en"),
        ("Delen via Facebook", "nl"),
        ("Compartir via Facebook", "es"),
        ("फोटो : 14 एसकेआर 3", "hi"),
        ("फोटो : 14 एसकेआर 3 ::: कैप्शन : पुल पर खड़े लोग", "hi"),
    ],
)
def test_no_credit_is_seen(line, language):
    assert credit_lines.find(line, vocabulary(language)) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Una de las voluntarias, con las redes que han cosido este invierno. / INÉS ALBARRÁN", "INÉS ALBARRÁN"),
        ("The keeper winds the clock by hand, as he has since 1981. / Ewan Tredinnick", "Ewan Tredinnick"),
        ("The keeper winds the clock by hand, as he has since 1981. | Ewan Tredinnick", "Ewan Tredinnick"),
        ("El guarda da cuerda al reloj a mano, como desde 1981. Luis Olano / EFE", "Luis Olano / EFE"),
        ("El guarda da cuerda al reloj a mano, como desde 1981. Luis Olano (EFE)", "Luis Olano (EFE)"),
        (
            "The keeper winds the clock by hand, as in 1981. | EWAN TREDINNICK / The Tidewater Post",
            "EWAN TREDINNICK / The Tidewater Post",
        ),
        ("Los vecinos de Ribaseca, en el polideportivo. / LUIS OLANO (EFE)", "LUIS OLANO (EFE)"),
        ("Los vecinos de Ribaseca, en el polideportivo. :: LUIS OLANO", "LUIS OLANO"),
        ("El polideportivo de Ribaseca :: l. o.", "l. o."),
    ],
)
def test_a_person_behind_a_full_stop_and_a_sign_holds_the_picture(line, value):
    seen = credit_lines.find(line, vocabulary("es", "en"))
    assert signals.possible(line, line.lower(), vocabulary("es", "en"))
    assert seen is not None
    assert (seen.value, line[: seen.whole].rstrip(" /|:")) == (value, line.removesuffix(value).rstrip(" /|:"))


@pytest.mark.parametrize(
    "line",
    [
        "She closed the door and went to the sea. / The sea was grey",
        "La letra dice que el mar no vuelve. / Que el mar se queda",
        "He won in 2019. / Ewan Tredinnick",
        "La Comarca :: Noticias de Ribaseca",
        "The clock was wound by hand until 1981. Ewan Tredinnick",
        "The clock was wound by hand until 1981. Ewan Tredinnick / The Clockmakers of Old Town",
    ],
)
def test_a_slash_behind_a_full_stop_is_no_credit_by_itself(line):
    assert credit_lines.find(line, vocabulary("es", "en")) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("The quay. Photo: CC BY 4.0, Jane Roe", "Jane Roe"),
        ("Un plano. © Todos los derechos reservados. Licencia CC BY 4.0, Elvira Montes", "Elvira Montes"),
        ("The quay. Photo: CC BY-SA 4.0", "CC BY-SA 4.0"),
        ("The quay. Photo: Jane Roe (CC BY 4.0), cropped", "Jane Roe"),
    ],
)
def test_who_is_named_behind_a_licence(line, value):
    seen = credit_lines.find(line, vocabulary("es", "en"))
    assert seen is not None
    assert seen.value == value
    assert seen.licence is not None
    assert (seen.licence.id or "").startswith("CC-BY")


def test_whose_copyright_it_is_without_the_word():
    seen = credit_lines.find("L'orologiaio carica l'orologio - Copyright ANSA", vocabulary("it"), caption=True)
    assert seen.value == "ANSA"
    assert credit_lines.find("RIPRODUZIONE RISERVATA © Copyright ANSA", vocabulary("it")) is None


def test_a_label_with_its_dot_credits_whom_it_names():
    seen = credit_lines.find("月曜日の港の壁。写真・田中次郎", vocabulary("ja"))
    assert seen is not None
    assert (seen.value, seen.kind) == ("田中次郎", "person")


def test_an_agency_in_brackets_behind_a_person():
    seen = credit_lines.find("Foto: Luis Olano (EFE)", vocabulary("es"))
    assert seen is not None
    assert (seen.value, seen.photographer, seen.agency) == ("Luis Olano (EFE)", "Luis Olano", "EFE")
    party = credit_lines.find("El acuerdo se firmó el lunes en la capital. Luis Olano (PSOE)", vocabulary("es"))
    assert party is None


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("Rynek po zmroku wygląda jak scena fot. Jadwiga Kmieć", "pl", "Jadwiga Kmieć"),
        ("Stary most nad rzeką tuż po zmroku fot. Urząd Gminy Lipowa", "pl", "Urząd Gminy Lipowa"),
        ("De haven bij vorst Foto Teun Barends", "nl", "Teun Barends"),
        ("The crane on the quay Photograph by Ewan Tredinnick", "en", "Ewan Tredinnick"),
        ("El guarda da cuerda al reloj a mano, como desde 1981. LUIS OLANO", "es", "LUIS OLANO"),
        (
            "Le gardien remonte l’horloge à la main. LUCE HAMEL POUR « LE QUAI »",
            "fr",
            "LUCE HAMEL POUR « LE QUAI »",
        ),
        ("The keeper winds the clock in April. Ewan Tredinnick/Tidewater Post", "en", "Ewan Tredinnick/Tidewater Post"),
        ("El guarda da cuerda al reloj en Llanera del Mar. Luis Olano (EFE)", "es", "Luis Olano (EFE)"),
        ("El guarda da cuerda al reloj el viernes.L. M. Olano (EFE)", "es", "L. M. Olano (EFE)"),
        ("Сторож заводит часы вручную / фото Ивана Кротова", "ru", "Ивана Кротова"),
        ("A malomkerék ismét forog Fotó: Kocsis Bence / Vidéki Hírek", "hu", "Kocsis Bence / Vidéki Hírek"),
        ("Hodinář natahuje hodiny až do rána. Autor: Petr Havel", "cs", "Petr Havel"),
        ("Penjaga memutar jam dengan tangan, Jumat (17/1/2025).(Dok. Rina Wijaya)", "id", "Rina Wijaya"),
    ],
)
def test_a_caption_ends_in_a_person_behind_a_pointed_label_or_in_capitals(line, language, value):
    seen = credit_lines.find(line, vocabulary(language, "en"), caption=True)
    assert seen is not None
    assert (seen.value, seen.kind) == (value, "person")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Links auf dem Foto Lena Haug", "de"),
        ("Links op de foto Teun Barends", "nl"),
        ("The clock was wound by hand until 1981. THE END", "en"),
        ("Der Turm steht seit dem Jahr 1950 offen. ZUM THEMA", "de"),
        ("Autor: Petr Havel", "cs"),
    ],
)
def test_whom_a_caption_shows_is_not_who_took_it(line, language):
    assert credit_lines.find(line, vocabulary(language, "en"), caption=True) is None


def test_a_picture_by_the_author_is_the_houses_own():
    seen = credit_lines.find("The keeper at his clock. Photo by the author", vocabulary("en"))
    assert seen is not None
    assert (seen.value, seen.kind) == ("the author", "staff")


@pytest.mark.parametrize("dash", ["−", "–", "—"])
def test_a_dash_may_stand_between_the_full_stop_and_the_label(dash):
    seen = credit_lines.find(
        f"Der Wärter zieht die Uhr von Hand auf. {dash} Foto: Haug", vocabulary("de"), caption=True
    )
    assert seen is not None
    assert seen.value == "Haug"


@pytest.mark.parametrize(
    ("line", "value", "photographer"),
    [
        ("The keeper winds the clock by hand. (Tidewater Post: Isla Macrae)", "Tidewater Post: Isla Macrae", True),
        ("The keeper winds the clock by hand. (AAP: Isla Macrae)", "AAP: Isla Macrae", True),
        ("The keeper winds the clock by hand. (Supplied: Clockmakers' Guild)", "Clockmakers' Guild", False),
        ("The keeper winds the clock by hand. (Tidewater Post photo by Isla Macrae)", "Isla Macrae", True),
    ],
)
def test_brackets_hold_a_house_or_a_giver_a_colon_and_a_name(line, value, photographer):
    seen = credit_lines.find(line, vocabulary("en"), caption=True)
    assert seen is not None
    assert (seen.value, seen.photographer == "Isla Macrae") == (value, photographer)


@pytest.mark.parametrize("brackets", ["QX/Isla Macrae", "FotoTide Macrae", "Skarrow Photopress"])
def test_brackets_hold_an_agency_that_nobody_knows_but_by_its_form(brackets):
    seen = credit_lines.find(f"The keeper winds the clock by hand ({brackets})", vocabulary("en"), caption=True)
    assert seen is not None
    assert seen.value == brackets


@pytest.mark.parametrize(
    "brackets", ["QX/2024", "QX/Macrae", "Photogallery Skarrow", "Photofinish", "photo of Skarrow"]
)
def test_brackets_that_hold_no_agency(brackets):
    line = f"The keeper winds the clock by hand ({brackets})"
    assert credit_lines.find(line, vocabulary("en"), caption=True) is None


@pytest.mark.parametrize(
    "line",
    [
        "The film is shown at the old mill. (Director: Isla Macrae)",
        "The keeper winds the clock by hand (Tidewater Post: Isla Macrae)",
        "The keeper winds the clock by hand. (Tidewater Post: read more)",
        "Der Wärter zieht die Uhr von Hand auf. (Zweiter Vorsitzender: Jonas Haug)",
    ],
)
def test_other_colons_in_brackets(line):
    assert credit_lines.find(line, vocabulary("de" if "Uhr" in line else "en"), caption=True) is None


@pytest.mark.parametrize(
    ("line", "language", "values"),
    [
        ("Los vecinos, durante una tarde en el polideportivo.Luis Olano", "es", ["Luis Olano"]),
        ("The keeper winds the clock by hand.Ewan Tredinnick", "en", ["Ewan Tredinnick"]),
        ("The keeper winds the clock by hand.Then he leaves", "en", []),
        ("Die Wärterin zieht die Uhr von Hand auf.Jana Roth/Getty Images", "de", ["Jana Roth/Getty Images"]),
        ("Es war ihr dritter Sieg in diesem Winter. AFP via Getty Images", "de", ["AFP via Getty Images"]),
        ("The quay. J. Roe/Warner Bros. via Getty Images", "en", ["J. Roe/Warner Bros. via Getty Images"]),
        ("Bilder vom Rennen", "de", []),
        ("Die Wärterin zieht die Uhr von Hand auf.Jana Roth", "de", []),
    ],
)
def test_a_name_without_a_space_behind_a_captions_full_stop(line, language, values):
    seen = credit_lines.find(line, vocabulary(language), caption=True)
    assert [one.value for one in [seen] if one] == values
