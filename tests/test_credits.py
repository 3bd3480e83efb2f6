"""Photo credits as they are printed: with a label of any language, at a caption's end, and what only looks like one."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.model.article import Role
from validator.normalise.credits import credits as credit_lines
from validator.normalise.layout import lines, page_pictures, zones


def values(line, *languages, caption=False):
    found = credit_lines.find(line, vocabulary(*languages, "en"), caption=caption)
    return [found.value] if found else []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Ljósmynd/Jón Hallur Bersason", "Jón Hallur Bersason"),
        ("Snjór í Reykholti í gær. Ljósmynd/Katla Rós Finnsdóttir", "Katla Rós Finnsdóttir"),
        ("Foto: Mihai Vrancea / Știri Munte", "Mihai Vrancea / Știri Munte"),
        ("Sursa foto: Primăria Lunca", "Primăria Lunca"),
        ("Zdroj fotografie: Profoto/Jan Skála", "Profoto/Jan Skála"),
        ("Fotó: Kertész Panna / Tiszapart", "Kertész Panna / Tiszapart"),
        ("Φωτογραφία: Νίκος Λάμπρου", "Νίκος Λάμπρου"),
        ("Снимка: Иво Христов", "Иво Христов"),
        ("Argazkia: Ane Lizarralde", "Ane Lizarralde"),
        ("Chanzo cha picha, Getty Images", "Getty Images"),
        ("Nguồn hình ảnh, Getty Images", "Getty Images"),
        ("Image source, Skarrow Harbour Trust", "Skarrow Harbour Trust"),
        ("[사진=연합뉴스]", "연합뉴스"),
        ("Sous la halle, jeudi. © Photo Malo Kervran", "Malo Kervran"),
        ("Onder de hal. © Foto: Joke Terlinden", "Joke Terlinden"),
        ("Sous la halle, jeudi. © Photo News", "Photo News"),
        ("( Image: Tom Birkett/Skarrow Live)", "Tom Birkett/Skarrow Live"),
        ("Niamh Orr/PA Images via Getty Images", "Niamh Orr/PA Images via Getty Images"),
        ("Copyright Tomas Berger/Copyright 2025 The AP. All rights reserved.", "Tomas Berger"),
        ("Bild: Lena Vogt/dpa +++ dpa-Bildfunk +++", "Lena Vogt/dpa"),
        ("Zamknięty pas w stronę centrum. Fot. archiwum", "archiwum"),
        ("Die neue Halle von oben. Visualisierung: Kai & Kran Architekten", "Kai & Kran Architekten"),
        ("Tak ma wyglądać hala. Wizualizacja: Pracownia Nurt", "Pracownia Nurt"),
        ("Fishermen mend their nets on the quay. —PHOTO BY ADA VENN", "ADA VENN"),
        ("Capture d'écran de Reddit", "Capture d'écran de Reddit"),
        ("नदी पर पुल। फोटो: विनय पाठक", "विनय पाठक"),
        ("دریا پر پل۔ فوٹو: کاشف رضا", "کاشف رضا"),
    ],
)
def test_labelled_lines(line, value):
    assert values(line, "de", "fr", "pl") == [value]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Photo: Ada Venn, licensed under CC BY-SA 4.0", "Ada Venn"),
        ("Photo: Ada Venn, available under the terms of the CC BY 2.0 license", "Ada Venn"),
        ("Foto: Ada Venn, lizenziert unter CC BY-SA 4.0", "Ada Venn"),
        ("Photo : Ada Venn, sous licence CC BY-SA 4.0", "Ada Venn"),
        ("Foto: Ada Venn, bajo una licencia CC BY 4.0", "Ada Venn"),
        ("Fot. Ada Venn, na licencji CC BY 4.0", "Ada Venn"),
        ("Фото: Ада Венн, по лицензии CC BY 4.0", "Ада Венн"),
        ("Photo: Venn of the Isles / CC BY 4.0", "Venn of the Isles"),
        ("Photo : © Tous droits réservés - CC BY 4.0", "Tous droits réservés"),
        ("Photo: CC BY 4.0", "CC BY 4.0"),
    ],
)
def test_what_leads_to_a_licence_is_no_part_of_whose_picture_it_is(line, value):
    assert values(line, "de", "fr", "es", "pl", "ru") == [value]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("木造校舎＝６日、霧沢町、菅谷真帆撮影", "菅谷真帆"),
        ("木造校舎＝霧沢町で11月6日、本社ヘリから菅谷まほ撮影", "菅谷まほ"),
        ("木造校舎=菅谷真帆写す", "菅谷真帆"),
        ("木造校舎＝６日、霧沢町提供", "霧沢町"),
        ("木造校舎＝昨年夏撮影", ""),
        ("木造校舎＝11月6日、ドローンで撮影", ""),
        ("ＬＥＤ照明＝省エネ型、工場内撮影", ""),
        ("木造校舎＝町の資料提供", ""),
        ("木造校舎＝霧沢町で（霧沢町提供）", "霧沢町"),
        ("木造校舎（町の資料提供）", ""),
        ("写真・図版", ""),
        ("写真・菅谷真帆", "菅谷真帆"),
    ],
)
def test_ends_of_japanese_captions(line, value):
    assert values(line, "ja") == ([value] if value else [])


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Der Kai am Morgen. © HFN Foto: Lena Vogt", ("Lena Vogt", "Lena Vogt", None)),
        ("Der Kai am Morgen. © picture alliance/dpa Foto: Lena Vogt", ("Lena Vogt", "Lena Vogt", "picture alliance")),
        ("The quay. Photo: Rose Amberley", ("Rose Amberley", "Rose Amberley", None)),
    ],
)
def test_a_house_before_the_label_of_its_photographer(line, credit):
    found = credit_lines.find(line, vocabulary("de", "en"), caption=True)
    assert found is not None
    assert (found.value, found.photographer, found.agency) == credit


def test_an_office_is_no_part_of_a_photographers_name():
    found = credit_lines.find("책방으로 바뀐 대합실. /사진=민하늘 기자", vocabulary("ko"))
    assert found is not None
    assert (found.value, found.photographer) == ("민하늘 기자", "민하늘")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("책방으로 바뀐 대합실에 손님이 앉아 있다. 민하늘 기자", "민하늘 기자"),
        ("책방으로 바뀐 대합실에 손님이 앉아 있다. 민하늘 기자 haneul@solnae.example", "민하늘 기자"),
        ("책방으로 바뀐 대합실에 손님이 앉아 있다. 번역 민하늘 기자", ""),
        ("책방으로 바뀐 대합실에 민하늘 기자", ""),
    ],
)
def test_whoever_signs_a_korean_caption_took_its_picture(line, value):
    assert values(line, "ko", caption=True) == ([value] if value else [])


def test_the_day_may_stand_behind_a_photographer():
    assert values("步道歷經半年修復完工。記者林若蓉攝　115年3月7日", "zh") == ["林若蓉"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("The mayor opens the new quay in Skarrow Bay Rose Amberley/GC Images", "Rose Amberley/GC Images"),
        ("A dress worn at London Design Week Nell J Park/Getty Images", "Nell J Park/Getty Images"),
        ("The minister left his plane in Washington DC Paul Renner/via Reuters", "Paul Renner/via Reuters"),
        ("The offices in Muscat. Omar Saleh for The Skarrow Beacon", "Omar Saleh for The Skarrow Beacon"),
        ("Die Werft am Morgen. Lena Vogt für Hafenblatt", "Lena Vogt für Hafenblatt"),
        ("Bærinn var á kafi í morgun. hafnarfrettir.is/Atli Már Bersason", "hafnarfrettir.is/Atli Már Bersason"),
        ("Fréttin birtist í gær. Skjáskot/Fjallapóstur", "Skjáskot/Fjallapóstur"),
        ("The trial is heard in November. (NPA)", "NPA"),
        ("The officers seized a boat. (U.S. Harbor Court, Northern District)", "U.S. Harbor Court, Northern District"),
        ("( The Skarrow Beacon)", "The Skarrow Beacon"),
        ("Der Eintrag wurde gelöscht. (Quelle: Hafenfunk)", "Hafenfunk"),
        ("El barco en el puerto. (Fuente: Radio Puerto)", "Radio Puerto"),
        ("Bažnyčia, asociatyvi nuotr. / P. Kalnaičio / Uosto žinios nuotr.", "P. Kalnaičio / Uosto žinios"),
        ("Kompanijos pastatas Vilniuje. Jono Petraičio nuotr.", "Jono Petraičio"),
        ("Temperatures reached a record that day. The Associated Press", "The Associated Press"),
        ("Die Werft am Morgen, kurz vor dem Stapellauf. | dpa", "dpa"),
        ("Marcus Lehmann Fotograf | Moment | Getty Images", "Marcus Lehmann Fotograf | Moment | Getty Images"),
    ],
)
def test_ends_of_captions(line, value):
    assert values(line, "de", "es", caption=True) == [value]


@pytest.mark.parametrize(
    "line",
    [
        "Share current article via Email Share current article via LinkedIn",
        "Subscribe via Email",
        "© dpa-infocom, dpa:250516-99-53606/3 (dpa)",
        "Weitere Quellen • AP",
        "PHOTO FLOPS",
        "Copyright © Skarrow Beacon 2025",
        "Skarrow Beacon © 2025. All rights reserved",
        "Was tun Pendler bei Streik? Eine Möglichkeit für Homeoffice gibt es nicht.",
        "The boat was seized in March. (Archive photo)",
        "Der Hafen am Morgen. (Symbolbild)",
        "No decision has been made, he said… pic.twitter.com/PbK0B7UjJM",
        "He writes for this paper. Follow him on X | Truth Social",
        "Either she or he/she may sign the form",
        "The ferry leaves on Monday, and the crew knows it",
        "Photo, video and text are welcome",
    ],
)
def test_other_lines_of_a_page(line):
    assert values(line, "de", caption=True) == []


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("Sous la halle, jeudi. / Photo LQH, Malo Kervran", "fr", "LQH, Malo Kervran"),
        ("La presse donne deux cents litres par jour (Ph : Malo Kervran)", "fr", "Malo Kervran"),
        ("Los vecinos esperan junto a la única fuente Foto Cuartoscuro / Luis Olano", "es", "Cuartoscuro / Luis Olano"),
        ("Tak ma wyglądać most (wizualizacja). Fot. mat. prasowe Urzędu Gminy", "pl", "mat. prasowe Urzędu Gminy"),
        ("Tak wyglądał most. Fot. Muzeum Lipowa", "pl", "Muzeum Lipowa"),
        ("Fot. PAP/Jadwiga Kmieć", "pl", "PAP/Jadwiga Kmieć"),
        ("Le barche rientrano a febbraio (Ap)", "it", "Ap"),
        ("The last plates of the night, on Monday. - Photo by Jane Roe", "en", "Jane Roe"),
        ("Skarrow Post staff photo by Jane Roe", "en", "Jane Roe"),
        ("Crédito, Ana Prado/Correo de Albuera", "es", "Ana Prado/Correo de Albuera"),
        ("La source du Merlet, à sec depuis le 4 août (photo mairie de Lormières)", "fr", "mairie de Lormières"),
        ('Die Werft am Kai. Quellenangabe: "obs/Haug Werft GmbH/Lena Vogt"', "de", "obs/Haug Werft GmbH/Lena Vogt"),
    ],
)
def test_labels_and_houses_at_the_end_of_a_caption(line, language, value):
    assert values(line, language, caption=True) == [value]


def test_acidity_is_no_label():
    assert values("Un savon très doux (pH : neutre)", "fr", caption=True) == []


HEAD = "Ferry to Skarrow stops for the winter"
PROSE = "The ferry between Skarrow and the mainland will not sail before March, the harbour trust said on Tuesday."


def of_page(*between, above=()):
    """The credits of a page whose body are the paragraphs at both ends of the given lines."""
    drafts = lines.split("\n".join([HEAD, *above, PROSE, *between, PROSE]))
    words = vocabulary("en")
    for draft in drafts:
        zones.mark_form(draft, words, "en")
    first, last = len(above) + 1, len(drafts) - 1
    place = page_pictures.Place(range(len(drafts)), 0, frozenset((first, last)), first, last)
    page_pictures.mark(drafts, place, words)
    return [one.credit.value for one in drafts if one.credit and one.role in (Role.CREDIT, Role.CAPTION)]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (["A crowd at the quay on Monday (", "Image:", "Tom Birkett/Skarrow Live)"], ["Tom Birkett/Skarrow Live"]),
        (["The quay at dawn in March. Harbour Trust", "The quay at dawn in March."], ["Harbour Trust"]),
        (["The new quay seen from the north", "The new quay seen from the north — Ferry Users"], ["Ferry Users"]),
        (["The crew and their old ferry. Skarrow Sea Museum"], ["Skarrow Sea Museum"]),
        (["The old ferry in dry dock. Skarro", "The new ferry leaves the yard. Skarro"], ["Skarro", "Skarro"]),
        (["The ferry in the harbour / Isla Macrae"], ["Isla Macrae"]),
        (["The ferry lies in the harbour all week", "AP"], ["AP"]),
        (["The old ferry lies in dry dock.", "Isla Macrae/Harbour Beacon"], ["Isla Macrae/Harbour Beacon"]),
        (["The old ferry", "Isla Macrae/Harbour Beacon"], []),
        (["Photos:", "Where to eat on the island this winter"], []),
        (["The old ferry in dry dock. Skarro"], []),
        (["Meet the captain of the ferry, Capt. Isla Macrae"], []),
        (["Share", "AP"], []),
        (["Skarrow Wins The Cup Again. Latest Football News"], []),
        (["The crew has won the race. Sports", "The ferry has lost its captain. Sports"], []),
        (["News / Harbour / Isla Macrae"], []),
    ],
)
def test_credits_between_paragraphs(between, expected):
    assert of_page(*between) == expected


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Zdjęcie ilustracyjne. Fot. Jan Sowa", "Jan Sowa"),
        ("Zdjęcie poglądowe. Fot. Shutterstock", "Shutterstock"),
        ("Zdjęcie ilustracyjne, fot. Adobe Stock", "Adobe Stock"),
        ("Zdjęcie archiwalne, fot. Jan Sowa", "Jan Sowa"),
    ],
)
def test_what_kind_of_picture_it_is_stands_before_who_took_it(line, value):
    draft, words = lines.split(line)[0], vocabulary("pl", "en")
    zones.mark_form(draft, words, "pl")

    assert (draft.role, draft.credit and draft.credit.value) == (Role.CAPTION, value)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["All rights reserved Skarrow Beacon"], ["Skarrow Beacon"]),
        (["The quay on Monday - Tous droits réservés Skarrow Beacon"], ["Skarrow Beacon"]),
        (["All rights reserved. Skarrow Beacon 2025"], []),
        (["AP"], []),
    ],
)
def test_credits_above_the_text(above, expected):
    assert of_page(above=above) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The old ferry lies in dry dock for the winter (AFP)", ["AFP"]),
        ("The old ferry lies in dry dock all winter - Private archive", ["Private archive"]),
        ("What the board of Skarrow says to its critics", []),
        ("How the crew heard of it in Port Skarrow (PA)", []),
    ],
)
def test_what_stands_among_the_paragraphs_like_a_subhead_may_be_a_caption(line, expected):
    drafts = lines.split(f"{HEAD}\n{PROSE}\n{line}\n{PROSE}")
    words = vocabulary("en")
    page_pictures.mark(drafts, page_pictures.Place(range(4), 0, frozenset((1, 2, 3)), 1, 3), words)
    assert [one.credit.value for one in drafts if one.credit] == expected


@pytest.mark.parametrize(("line", "agency"), [("Le barche a febbraio (Ap)", "AP"), ("Le barche a San Lupo (Ap)", None)])
def test_behind_a_place_brackets_may_hold_its_province(line, agency):
    seen = credit_lines.find(line, vocabulary("it"), caption=True)
    assert seen is not None
    assert seen.agency == agency


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("Photo courtesy of Lt. Ada Venn with Skarrow Fire.", "en", "Lt. Ada Venn with Skarrow Fire"),
        ("Photo courtesy of the Skarrow County Sheriff's Office", "en", "the Skarrow County Sheriff's Office"),
        ("The quay at dawn. Photo provided by Skarrow Fire Department", "en", "Skarrow Fire Department"),
        ("Photo provided by the family shows a boat", "en", None),
        ("Imagen cedida por el Ayuntamiento de Arnela", "es", "el Ayuntamiento de Arnela"),
        ('Рабочие. Фото с сайта РИА "Новости"', "ru", 'РИА "Новости"'),
        ("Фото с сайта www.lesogorsk.example", "ru", "www.lesogorsk.example"),
        ("Фото пресс-службы администрации области", "ru", "пресс-службы администрации области"),
        ("Фото автора", "ru", "автора"),
        ("The quay at dawn. (Photo by 7News’ Ada Venn)", "en", "7News’ Ada Venn"),
        ("All photos by Ada Venn", "en", "Ada Venn"),
        ("Staff photo by Ada Venn", "en", "Ada Venn"),
    ],
)
def test_who_gave_a_picture_is_named_behind_its_label(line, language, value):
    assert values(line, language) == ([value] if value else [])


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("Фото — Тарас ГНАТ’ЮК", "uk", "Тарас ГНАТ’ЮК"),
        ("फोटो - विनय पाठक", "hi", "विनय पाठक"),
        ("Foto - Das lange Wochenende am Kai", "de", None),
        ("La halle en hiver. Photo PQR /Malo KERVRAN", "fr", "PQR /Malo KERVRAN"),
        ("foto LaPresse", "it", "LaPresse"),
        ("(foto LaPresse)", "it", "LaPresse"),
        ("Die Sitzung - © Foto: Jan Vogt/dpa", "de", "Jan Vogt/dpa"),
        ("Hallen i Havneby. - Foto: Bo Friis", "da", "Bo Friis"),
        ("Cảng lúc bình minh - Ảnh: VĂN NAM", "vi", "VĂN NAM"),
        ("The quay at dawn. ― Picture by Ada Venn", "en", "Ada Venn"),
        ("הנמל עם שחר, צילום: דן כהן", "he", "דן כהן"),
        ("Мост размыло за ночьФото: Иван Петров", "ru", "Иван Петров"),
        ("Hasiči, ilustračné foto. Zdroj: FB/Hasičský zbor - Lipovský kraj", "sk", "FB/Hasičský zbor - Lipovský kraj"),
        ("Die Halle am Abend Foto: Jan Vogt", "de", "Jan Vogt"),
        ("הנמל צילום: דן כהן", "he", "דן כהן"),
        ("Auf dem Foto: Jan Vogt", "de", None),
        ("BEELDEN VAN DE KERMIS", "nl", None),
        ("Imágenes de la Fiesta", "es", None),
    ],
)
def test_what_stands_between_a_label_and_a_name(line, language, value):
    assert values(line, language) == ([value] if value else [])


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("老码头。新华社记者 周启明 摄", "zh", "周启明"),
        ("老码头。（新华社记者周启明摄）", "zh", "周启明"),
        ("老码头 本报记者 周启明 摄", "zh", "周启明"),
        ("音乐会开唱。见习记者 赵景元 摄", "zh", "赵景元"),
        ("▲老碼頭發生碰撞事故。（里長提供，下同）", "zh", "里長"),
        ("老碼頭。（市府提供／記者林佳蓉高雄傳真）", "zh", "市府"),
        ("老碼頭。市府提供", "zh", "市府"),
        ("文/图 周启明", "zh", "周启明"),
        ("记者 邓磊 摄", "zh", "邓磊"),
        ("港の灯台（AP=共同）", "ja", "AP=共同"),
        ("港の灯台=14日、千葉県浜崎市(共同)", "ja", "共同"),
        ("（文・写真／高橋健一）", "ja", "高橋健一"),
    ],
)
def test_a_verb_or_a_sign_of_the_far_east_credits(line, language, value):
    assert values(line, language) == [value]


@pytest.mark.parametrize(
    ("line", "language"), [("Tekst og foto: Eivind Tang", "no"), ("Texte et photos : Malo Kervran", "fr")]
)
def test_who_wrote_and_took_the_pictures_is_both(line, language):
    (draft,) = lines.split(line)
    zones.mark_form(draft, vocabulary(language, "en"), language)

    assert draft.role is Role.BYLINE
    assert draft.credit is not None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Bayangan penonton jatuh di layar. ANTARA FOTO/Bayu Lestari/kye/pd/16.", "ANTARA FOTO/Bayu Lestari"),
        ("TERAS TIMUR/RUDI AMRAN", "TERAS TIMUR/RUDI AMRAN"),
    ],
)
def test_credits_of_indonesia(line, value):
    assert values(line, "id") == [value]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("■台の上で撮影", "ja"),
        ("FOTO: Most zaprli zaradi globokih razpok, škode za 20 tisočakov", "sl"),
        ("Foto’s: 80.000 bezoekers op de oude brug", "nl"),
        ("© SITA Všetky práva vyhradené", "sk"),
    ],
)
def test_headings_and_notices_of_rights_name_nobody(line, language):
    assert values(line, language) == []
