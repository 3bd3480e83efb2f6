"""Who signs a full page as text: the forms in which sites print it, and what only looks like a name."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.lexicons.lexicon import vocabulary
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.names import names
from validator.read.fields import to_record

NAMES = record_map("default").names
MENU = "Home|News|World|Politik|Economía|Sport|Culture|Login|Abo|Newsletter|Podcast|Video|Search|Menu|Panorama".split(
    "|"
)
END = ("Ferry timetable changes again", "Bakery wins a national prize", "Contact", "Terms")
ARTICLES = {
    "en": (
        "Council backs plan to rebuild harbour wall before winter",
        "The town council voted on Tuesday to rebuild the harbour wall before the storms, after years of argument.",
        "Engineers say that the old stones can no longer hold back the sea, and that delay will make the work dearer.",
        "“We have waited long enough,” said the mayor, while fishermen outside held up pictures of last year's flood.",
        "Work on the first part is to begin in September, and the region has promised to pay for almost half of it.",
    ),
    "de": (
        "Stadtrat beschließt Neubau der Hafenmauer vor dem Winter",
        "Der Stadtrat hat am Dienstag nach langem Streit beschlossen, die Hafenmauer noch vor dem Winter neu zu bauen.",
        "Fachleute sagen, dass die alten Steine das Meer nicht mehr aufhalten und jeder Monat die Arbeiten verteuert.",
        "„Wir haben lange gewartet“, sagte die Bürgermeisterin, während Fischer draußen Bilder der Flut hochhielten.",
        "Die Arbeiten am ersten Abschnitt sollen im September beginnen, das Land will fast die Hälfte davon bezahlen.",
    ),
    "es": (
        "El Ayuntamiento aprueba reconstruir el muro del puerto antes del invierno",
        "El pleno municipal aprobó el martes, tras años de disputa, reconstruir el muro antes del invierno.",
        "Los técnicos dicen que las viejas piedras ya no pueden contener el mar y que el retraso encarecerá las obras.",
        "«Hemos esperado bastante», dijo la alcaldesa, mientras los pescadores mostraban fuera fotos de la inundación.",
        "Las obras de Peñaflor del Valle empezarán en septiembre, y la región ha prometido pagar la mitad del coste.",
    ),
    "fr": (
        "La ville reconstruira la digue du port avant l'hiver",
        "Le conseil municipal a décidé mardi, après des années de débat, de reconstruire la digue avant l'hiver.",
        "Les ingénieurs disent que les vieilles pierres ne retiennent plus la mer et que le retard coûtera plus cher.",
        "« Nous avons assez attendu », a dit la maire, tandis que des pêcheurs montraient des photos de l'inondation.",
        "Les travaux de la première partie doivent commencer en septembre, et la région en paiera presque la moitié.",
    ),
    "no": (
        "Bystyret vedtok å bygge ny havnemur før vinteren",
        "Bystyret vedtok tirsdag, etter flere år med krangel, å bygge opp igjen havnemuren før vinterstormene.",
        "Ingeniørene sier at de gamle steinene ikke lenger holder havet tilbake, og at venting gjør arbeidet dyrere.",
        "– Vi har ventet lenge nok, sa ordføreren etter avstemningen, mens fiskere utenfor viste bilder av flommen.",
        "Arbeidet med den første delen skal begynne i september, og fylket har lovet å betale nesten halvparten.",
    ),
    "ru": (
        "Город восстановит стену гавани до наступления зимы",
        "Городской совет во вторник после долгих споров решил восстановить стену гавани до наступления зимних штормов.",
        "Инженеры говорят, что старые камни больше не сдерживают море и что каждый месяц задержки удорожает работы.",
        "«Мы ждали достаточно долго», — сказала глава города, пока рыбаки у здания показывали снимки наводнения.",
        "Работы на первом участке должны начаться в сентябре, и область обещала оплатить почти половину расходов.",
    ),
}


def signed(language, above="", below=""):
    """The authors of a page with these lines between standfirst and text, and below the text."""
    return [one.value for one in read(language, above, below).authors]


def published(language, above, below=""):
    moment = read(language, above, below).published.value
    return moment and moment.value


def read(language, above="", below=""):
    """A page with these lines between standfirst and text, and below the text.

    A bar parts the lines; a broken one stands for a bar.
    """
    title, standfirst, *paragraphs = ARTICLES[language]
    head, foot = ([line.replace("¦", "|") for line in lines.split("|") if line] for lines in (above, below))
    text = "\n".join([*MENU, title, standfirst, *head, *paragraphs, *foot, *END])
    return normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES))


@pytest.mark.parametrize(
    ("language", "lines", "names"),
    [
        ("en", "By|Jane Roe|and|John Doe|April 28, 2023", "Jane Roe, John Doe"),
        ("en", "By|Jane Roe,|…|Amy Poe &|John Doe|April 28, 2023", "Jane Roe, Amy Poe, John Doe"),
        ("en", "By Jane Roe and|John Doe|April 28, 2023", "Jane Roe, John Doe"),
        ("en", "By Jane Roe|and John Doe|April 28, 2023", "Jane Roe, John Doe"),
        ("en", "ByJane Roe and John Doe|April 28, 2023", "Jane Roe, John Doe"),
        ("en", "Jane Roe in Kyiv and John Doe in Paris|Fri 28 Apr 2023 14.23 BST", "Jane Roe, John Doe"),
        ("en", "By Jane Roe, Senior Reporter, For The Skarrow Beacon|Published: 12:01 BST, 28 April 2023", "Jane Roe"),
        ("en", "Jane Roe|Skarrow News|Published|3 hours ago", "Jane Roe"),
        ("en", "Jane RoeApr 28, 2023, 04:12 PM ET|Follow on X", "Jane Roe"),
        ("en", "By Jane RoeWest Coast Correspondent|April 28, 2023", "Jane Roe"),
        ("en", "Jane RoeLocal Democracy Reporter|April 28, 2023", "Jane Roe"),
        ("en", "By Jane Roe28 April 2023", "Jane Roe"),
        ("en", "By Jane Roe – Staff Writer, Three Rivers Weekly|April 28, 2023", "Jane Roe"),
        (
            "en",
            "By|Jane Roe|Jane Roe|Jane Roe is here.|and|John Doe|John Doe|John Doe is there.|April 28, 2023",
            "Jane Roe, John Doe",
        ),
        ("en", "Jane MacDonald Reporter|April 28, 2023", "Jane MacDonald"),
        ("en", "by Jane Roe, Undercurrent, and John Doe, Bay Ledger|April 28, 2023", "Jane Roe, John Doe"),
        ("en", "by Jane Roe, John Doe, and Ann Poe|April 28, 2023", "Jane Roe, John Doe, Ann Poe"),
        ("en", "Jane Roe|April 28, 2023|COMMENTSSHAREREAD LATERPRINT", "Jane Roe"),
        ("en", "Jane Roe 7 hours", "Jane Roe"),
        ("en", "Jane Roe1 day ago|Share", "Jane Roe"),
        ("en", "Jane Roe · 3 min read|April 28, 2023", "Jane Roe"),
        ("en", "Published Fri, Apr 28 20232:23 PM EDT|Jane Roe@JaneRoe|WATCH LIVE", "Jane Roe"),
        ("en", "Jane Roe|Senior reporter", "Jane Roe"),
        ("en", "By Robert Haye, Jr., and Ann Lowe|28 April 2023, 14:23", "Robert Haye, Jr., Ann Lowe"),
        ("de", "Von Karl Weber sen. und Karl Weber jun.|28.04.2023", "Karl Weber sen., Karl Weber jun."),
        ("en", "Jane Roe – Correspondent in Berlin|28 April 2023, 14:23", "Jane Roe"),
        (
            "en",
            "Jane Roe, Skarrow Institute of Applied Marine Science research fellow, skarrow.com 28 April 2023, 14:23",
            "Jane Roe",
        ),
        ("es", "Marta Cruz Redactora ElFaroDelPuerto|15/10/2024 13:10", "Marta Cruz"),
        ("es", "MARTA CRUZ TOLEDO Enviada especial de EL FARO a Puerto Chico|15/10/2024 13:10", "MARTA CRUZ TOLEDO"),
        ("en", "Jane Roe Reporter Skarrow Beacon|April 28, 2023", "Jane Roe"),
        ("en", "Jane Roe|Reuters|April 28, 2023", "Jane Roe"),
        ("en", "Jane Roe / AFP / Apr 28, 2023, 14:02 IST", "Jane Roe"),
        ("en", "Reuters|Published 15 minutes ago|Share", "Reuters"),
        ("en", "PTI ¦ Aug 28, 2024, 14:02 IST|Share", "PTI"),
        ("en", "Author of the article:|The Canadian Press|Published April 28, 2023", "The Canadian Press"),
        ("de", "Jana Roth • vor 3 Std.|Teilen", "Jana Roth"),
        ("de", "Von|Jana Roth|und|Max Kern|28.04.2023", "Jana Roth, Max Kern"),
        ("de", "Jana Roth aus Kiew|28.04.2023", "Jana Roth"),
        ("de", "SID|Nachrichtenagentur|16:30|Teilen", "SID"),
        ("es", "Marta Cruz|Paula H. Matos Madrid|Madrid|Martes, 15 octubre 2024 - 13:10", "Marta Cruz, Paula H. Matos"),
        ("es", "Marta Cruz Corresponsal en Kiev|15/10/2024 13:10", "Marta Cruz"),
        ("es", "José Luis García Toledo|15 de octubre de 2024", "José Luis García Toledo"),
        ("en", "News Desk, Harbour Beacon, Skarrow Published by: Jane Roe Fri, 28 Apr 2023 11:24 AM IST", "Jane Roe"),
        ("es", "Marta Cruz|Peñaflor del Valle (Skarrow) - 15 oct 2024 - 05:30CET", "Marta Cruz"),
        ("es", "La plaza mayor|Marta Cruz - 15 oct 2024 - 05:30CET", "Marta Cruz"),
        ("fr", "Par|Jeanne Roux|avec|AFP|Publié le 28 avril 2023", "Jeanne Roux, AFP"),
        ("fr", "Par La Dépêche du soir avec AFP|Publié le 28 avril 2023", "La Dépêche du soir"),
        ("fr", "Par Jeanne Roux avec AFP|Publié le 28 avril 2023", "Jeanne Roux"),
        ("de", "Von Jana Roth mit dpa|28.04.2023", "Jana Roth"),
        ("fr", "Par AFP|Publié le 28 avril 2023", "AFP"),
        ("fr", "Jeanne Roux à Kiev|Publié le 28 avril 2023 à 14h23", "Jeanne Roux"),
        (
            "no",
            "Kari Nordby – Journalist Journalist|Ola Vik – Journalist i Paris Journalist i Paris|05.08.2024",
            "Kari Nordby, Ola Vik",
        ),
        ("no", "04.08.24 10:21|NTB Tips meg", "NTB"),
        ("no", "Kari Nordby E-post|Publisert 3. aug. kl. 09:10 Oppdatert 4. aug. kl. 10:21", "Kari Nordby"),
        (
            "no",
            "Åse NordbyJournalistase.nordby@skarrow.example|Ola Vikola@skarrow.example|Publisert 3. aug. kl. 09:10",
            "Åse Nordby, Ola Vik",
        ),
        (
            "no",
            "Kari Nordby Journalist|Ola Vik Fotojournalist|Publisert 3. aug. kl. 09:10 Oppdatert 4. aug. kl. 10:21",
            "Kari Nordby, Ola Vik",
        ),
        ("en", "Words by Jane Roe. Photographs by Max Kern.|April 28, 2023", "Jane Roe"),
        ("en", "28 April 2023|Emre ATAY/MUĞLA, (DHA)", "Emre ATAY"),
        ("fr", "Accueil / Grand Sud / Exampleville|Publié le 28 avril 2023", ""),
        ("ru", "Иван Кротов Анна Лесина Карина Гасанова 8 января, 17:46", "Иван Кротов, Анна Лесина, Карина Гасанова"),
        ("ru", "Иван Петрович Кротов 8 января, 17:46", "Иван Петрович Кротов"),
    ],
)
def test_who_signs_above_the_text(language, lines, names):
    assert ", ".join(signed(language, lines)) == names


@pytest.mark.parametrize(
    ("language", "lines", "names"),
    [
        ("en", "Comment by|Jane Roe|Editor", "Jane Roe"),
        ("de", "28. 4. 2023, 18:41 Uhr|Kommentar von|Jana Roth|Redakteurin", "Jana Roth"),
        ("de", "Fehler entdeckt?|Schreiben Sie uns|Politik|Deutschland|Hafen|Von|Jana Roth", "Jana Roth"),
        ("de", "HB-Redaktion|Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns.", "HB-Redaktion"),
        ("fr", "La rédaction|Partager", "La rédaction"),
        ("en", "Jane Roe|Share", "Jane Roe"),
        ("en", "(Jane Roe)|28 April 2023|Share", "Jane Roe"),
        ("fr", "Jeanne Roux et Paul Rével|Je m'abonne", "Jeanne Roux, Paul Rével"),
        ("fr", "Jeanne Roux, correspondante à Skarrow|Sur le même sujet", "Jeanne Roux"),
        ("ru", "Иван Кротов, фото автора и Анны Лесиной|Поделиться", "Иван Кротов"),
        ("ru", "Иван Кротов, Анна Лесина|Судоходство Порты", "Иван Кротов, Анна Лесина"),
        ("de", "Jana Roth, sturmfels.hafenblatt.example|Links:|Teilen", "Jana Roth"),
        ("en", "See alsoFerry fair returns|Jane Roejane.roe@skarrow.example|Found a mistake? Tell us", "Jane Roe"),
        ("de", "Lesen Sie auch: Das Hafenfest|Jana Röth j.roth@hafenblatt.example|Teilen", "Jana Röth"),
    ],
)
def test_who_signs_below_the_text(language, lines, names):
    assert ", ".join(signed(language, below=lines)) == names


@pytest.mark.parametrize(
    ("office", "names"),
    [
        ("CORRESPONSAL DE EL FARO COSTERO", ["MARTA CRUZ TOLEDO"]),
        ("CORRESPONSAL DE LA GACETA NORTE", ["El Faro Costero"]),
        ("EL FARO COSTERO", ["El Faro Costero"]),
    ],
)
def test_who_signs_below_the_text_as_one_of_the_house_outweighs_the_house_beside_the_date(office, names):
    article = read("es", "El Faro Costero 15/10/2024 13:10", f"MARTA CRUZ TOLEDO|{office}|SKARROW")
    assert [one.value for one in article.authors] == names
    assert article.published.value.value == "2024-10-15T13:10"


def test_of_whom_the_text_tells_signs_nothing_below_it():
    title, standfirst, *paragraphs = ARTICLES["en"]
    told = paragraphs[-1].replace("the region", "Jane Roe of the region")
    text = "\n".join([*MENU, title, "28 April 2023", standfirst, *paragraphs[:-1], told, "Jane Roe", "Share", *END])
    assert not normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).authors


@pytest.mark.parametrize("sign", ["AFP", "(AFP)", "Reuters"])
def test_an_agency_alone_right_below_the_text_signs_it_and_credits_no_picture(sign):
    article = read("en", "April 28, 2023", f"{sign}|Share|Comments")
    assert article.agency.value == sign.strip("()")
    assert not article.credits


@pytest.mark.parametrize(
    ("lines", "credited"),
    [
        ("A wave breaks over the harbour wall on Monday.|Ida Moore, Beacon staff|By Jane Roe|April 28, 2023", True),
        ("Picture|The wall at noon|Photo|Ida Moore|By Jane Roe|April 28, 2023", True),
        ("A wave breaks over the harbour wall on Monday.|Ida Moore, harbour master|By Jane Roe|April 28, 2023", False),
        ("Photo|The harbour|By Jane Roe|April 28, 2023", False),
    ],
)
def test_who_took_a_picture_stands_below_its_caption_or_below_a_label(lines, credited):
    page = read("en", lines)
    assert [one.photographer for one in page.credits] == (["Ida Moore"] if credited else [])
    assert [one.value for one in page.authors] == ["Jane Roe"]


def test_a_team_right_above_the_date_signs_though_menus_show_it():
    assert signed("de", "Redaktion|28. April 2023, 14:23 Uhr") == ["Redaktion"]
    assert signed("de", "Redaktion|Werbung|28. April 2023, 14:23 Uhr") == []


def test_an_agency_in_brackets_above_the_text_credits_its_picture():
    assert [one.value for one in read("en", "Jane Roe|April 28, 2023|2 min read|(AFP)").credits] == ["AFP"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", "Published Fri, Apr 28 20232:23 PM EDT|WATCH LIVE"),
        ("en", "April 28, 2023 at 11:24 a.m. EDT|Share"),
        ("en", "Current Time: 0:00 Duration: 3:12|April 28, 2023"),
        ("en", "A wave breaks over the harbour wall on Monday.|Reuters|April 28, 2023"),
        ("en", "Jane Roe, left, and John Doe at the harbour|April 28, 2023"),
        ("en", "United Kingdom|April 28, 2023|Share"),
        ("es", "Guerra en Ucrania|15/10/2024 13:10"),
        ("fr", "Guerre en Ukraine|Publié le 28 avril 2023 à 14h23"),
        ("fr", "La Chaux-de-Fonds, le 28 avril 2023"),
        ("en", "Stratford-upon-Avon, 28 April 2023"),
        ("en", "Harbour Beacon 28 April 2023 Home Contact Us Log In"),
        ("no", "Nordby Avis Onsdag 4. februar Kontakt oss Logg inn"),
    ],
)
def test_what_signs_nothing_above_the_text(language, lines):
    assert signed(language, lines) == []


@pytest.mark.parametrize(("caption", "names"), [("The wall at low tide", ["Jane Roe"]), ("Mrs Roe at the wall", [])])
def test_the_only_name_above_the_text_signs_where_the_page_says_it_nowhere_else(caption, names):
    title, standfirst, *paragraphs = ARTICLES["en"]
    text = "\n".join([*MENU, title, "Work starts in autumn", "Jane Roe", caption, standfirst, *paragraphs, *END])
    article = normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES))
    assert [one.value for one in article.authors] == names


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("Terms Privacy © Le Phare", "Jeanne ROUX"),
        ("© Le Phare — Terms — Privacy", "Jeanne ROUX"),
        ("", "Le Phare Jeanne ROUX"),
    ],
)
@pytest.mark.parametrize("line", ["Le Phare Jeanne ROUX.|Publié", "Le Phare Jeanne ROUX. Publié"])
def test_the_house_that_the_notice_of_rights_names_is_no_part_of_a_name(line, notice, name):
    title, standfirst, *paragraphs = ARTICLES["fr"]
    lines = [title, standfirst, *f"{line} le 28 avril 2023 à 14h23".split("|"), *paragraphs, *END, notice]
    article = normalise(
        to_record({"id": "page", "text": "\n".join([*MENU, *lines])}, Location("page.txt", 1, 1), NAMES)
    )
    assert [one.value for one in article.authors] == [name]


def test_a_section_behind_the_house_is_its_desk():
    assert signed("fr", "Le Phare Culture Sports|Publié le 28 avril 2023", "© Le Phare") == ["Le Phare Culture Sports"]


@pytest.mark.parametrize(
    ("line", "below", "names"),
    [
        ("Le Phare breton Jeanne LE ROUX.", "Le Phare breton est imprimé à Skarrow|Abonnez-vous au Phare breton", []),
        (
            "Le Phare breton Jeanne LE ROUX.",
            "Écrire au Phare breton|Le Phare breton, 2023|Le Phare breton",
            ["Jeanne LE ROUX"],
        ),
        ("Anne Jeanne LE ROUX", "La rue Anne|Anne et Paul", ["Anne Jeanne LE ROUX"]),
    ],
)
def test_a_surname_in_capitals_parts_a_name_from_the_house_that_the_page_names_elsewhere(line, below, names):
    assert signed("fr", f"{line}|Publié le 28 avril 2023 à 14h23", below) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Sobre la firma|Marta Cruz|Redactora de Local|Luis Prado Rey|Periodista", ["Marta Cruz", "Luis Prado Rey"]),
        ("Sobre la firma|Marta Cruz|Redactora de Local", ["Marta Cruz Luis Prado Rey"]),
    ],
)
def test_names_side_by_side_are_two_where_each_stands_alone_below_the_text(below, names):
    assert signed("es", "Marta Cruz Luis Prado Rey|Peñaflor del Valle - 15 oct 2024 - 05:30CET", below) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("MARTA CRUZDeportes", ["MARTA CRUZ"]),
        ("Marta CruzCultura", ["Marta Cruz"]),
        ("Marta MacCultura", ["Marta MacCultura"]),
    ],
)
def test_a_name_glued_to_its_section_below_a_row_of_sections_and_the_date(line, names):
    title, standfirst, *paragraphs = ARTICLES["es"]
    row = "Política Deportes Economía Cultura Sociedad Qué hacer Opinión"
    text = "\n".join([*MENU, row, "15 oct 2024", line, title, standfirst, *paragraphs, *END])
    article = normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES))
    assert [one.value for one in article.authors] == names
    assert article.published.value.value == "2024-10-15"


def test_whom_a_pointer_between_paragraphs_names_signs_nothing():
    title, standfirst, *paragraphs = ARTICLES["en"]
    pointer = ["Read also", "Harbour fair returns to the quay", "by Ann Lowe 27 April 2023"]
    text = "\n".join([*MENU, title, standfirst, "28 April 2023", paragraphs[0], *pointer, *paragraphs[1:], *END])
    assert not normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).authors


def test_whom_teasers_name_below_a_short_text_signs_nothing():
    teasers = "Harbour fair returns|Ann Lowe 27-04-2023|Ferry sold|Max Kern 26-04-2023|Quay closed|25-04-2023"
    article = read("en", "Jane Roe|28-04-2023, 14:23", teasers)
    assert [one.value for one in article.authors] == ["Jane Roe"]


def test_teasers_with_their_days_below_the_text_leave_the_byline_below_the_standfirst():
    days = [f"{title}|Ann Lowe {day} April 2023" for day, title in enumerate(("Fair returns", "Ferry sold", "Bus"), 25)]
    article = read("en", "Jane Roe 14:23 28 April 2023|Share", "|".join(days))
    assert ([one.value for one in article.authors], article.published.value.value[:10]) == (["Jane Roe"], "2023-04-28")


def test_whom_one_teaser_names_below_the_text_signs_nothing_beside_who_signs_above_it():
    teaser = "Interview|Harbour fair returns to the quay|Ann Lowe 27 April 2023"
    told = "Storms have broken the wall twice in three years. Now the council wants to build it anew, at any price."
    caption = "Waves break over the wall on Monday.Photo Max Kern / Skarrow Beacon"
    assert signed("en", f"{told}|{caption}|Jane Roe 28 April 2023, 14:23", teaser) == ["Jane Roe"]
    assert signed("en", "", "Jane Roe 28 April 2023, 14:23") == ["Jane Roe"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", "This topic in the programme:|Radio Skarrow 1 ¦ Regional North ¦ 17.06.2025 ¦ 15:00"),
        ("de", "Dieses Thema im Programm:|Radio 1 Küste ¦ Regional Nord ¦ 17.06.2025 ¦ 15:00 Uhr"),
        ("de", "Kontakt|Redaktion|Impressum"),
        ("de", "Alle Nachrichten zur Hafenmauer|Teilen"),
        ("en", "Jane Roe|John Doe|Ann Lowe"),
        ("en", "See alsoFerry fair returns|Jane Roe news@skarrow.example|Share"),
        ("en", "Share|Jane Roejane.roe@skarrow.example|Ann Lowe ann.lowe@skarrow.example"),
        (
            "de",
            "Der Deich|Jana Roth 13.07.2024 6 min|Die Flut|Max Kern 11.07.2024 4 min|Der Kai|Ida Ost 09.07.2024 5 min",
        ),
    ],
)
def test_what_signs_nothing_below_the_text(language, lines):
    assert signed(language, below=lines) == []


@pytest.mark.parametrize(
    ("text", "language", "team"),
    [
        ("灯台新聞取材班", "ja", True),
        ("HB-Online", "de", True),
        ("灯台新聞デジタル編集部", "ja", True),
        ("灯台新聞編集部の新しい会員プレゼント", "ja", False),
        ("編集部をクレジットカードで応援", "ja", False),
        ("灯塔报编辑部", "zh", True),
        ("编辑部的新活动", "zh", False),
    ],
)
def test_a_phrase_about_a_team_is_no_team(text, language, team):
    assert names.organisation(text, vocabulary(language)) == team


@pytest.mark.parametrize("week", ["M T W T F S S", "Mo|Tu|We|Th|Fr|Sa|Su"])
def test_a_month_over_a_calendar_dates_nothing(week):
    assert published("en", f"April 2025|{week}") is None
    assert published("en", "April 2025|Volume 7") == "2025-04"


def test_a_clock_time_between_the_label_and_its_day():
    assert published("en", "Society / November 2025|Published 6:30, September 18, 2025") == "2025-09-18"
    assert published("de", "Aktualisiert 12.15 Uhr, 3. Mai 2025|Veröffentlicht 9.30 Uhr, 2. Mai 2025") == "2025-05-02"


def test_a_caption_between_headline_and_credit_is_no_headline():
    _, _, *paragraphs = ARTICLES["en"]
    caption = f"The harbour wall that engineers say the town needs. {' '.join(paragraphs[0].split()[:12])}"
    head = ["Harbour wall to rise again", caption, "Photo: Ann Poe", "By Jane Roe", "April 28, 2023"]
    text = "\n".join([*MENU, *head, *paragraphs, *END])
    assert normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).title.value == head[0]


def test_a_path_between_strokes_credits_nobody():
    title, *rest = ARTICLES["en"]
    text = "\n".join([*MENU, "Home/News/Local News", title, "By Jane Roe", *rest, *END])
    article = normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES))
    assert (article.credits, article.title.value) == ((), title)


def test_the_day_of_the_article_outweighs_the_one_that_the_papers_own_lines_at_the_foot_label():
    imprint = "Related articles|Harbour fair returns|Licence No. 4711|Published 1 April 1994|Skarrow Beacon Ltd"
    assert published("en", "Jane Roe|April 28, 2023", imprint) == "2023-04-28"
    assert published("en", "Jane Roe", "Advertisement|Published 28 April 2023") == "2023-04-28"


def test_a_day_glued_to_the_name_above_it():
    assert published("en", "Jane RoeApr 28, 2023, 04:12 PM ET") == "2023-04-28T16:12"
    assert published("en", "By Jane Roe28 April 2023") == "2023-04-28"


def test_a_label_behind_a_caption_leads_to_the_line_below():
    article = read("en", "By Jane Roe|April 28, 2023|The old quay in the evening. Credit:|Ann Poe/Skarrow Pictures")
    assert [one.value for one in article.credits] == ["Ann Poe/Skarrow Pictures"]
    assert [one.role.value for one in article.lines if one.text.startswith("The old quay")] == ["caption"]


def test_a_long_line_with_a_name_its_office_and_house_is_no_headline():
    line = "MARTA CRUZ TOLEDO Enviada especial de EL FARO a Puerto Chico"
    assert read("es", f"{line}|15/10/2024 13:10").title.value == ARTICLES["es"][0]


def test_what_a_page_says_of_who_signs_above_its_day_is_no_headline():
    found = read("en", "By Jane Roe|Jane is a local reporter·Skarrow Courier·|3 Aug 2020 10:42 PM")
    assert (found.title.value, [one.value for one in found.authors]) == (ARTICLES["en"][0], ["Jane Roe"])


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("By newsdesk, 11 June, 2026", "— Jane Roe", ["Jane Roe"]),
        ("By Newsdesk - published 11 June 2026|A standfirst|A caption|By Jane Roe", "", ["Jane Roe"]),
        ("Newsdesk|20 March 2026", "Jane Roe|Tags: harbour", ["Jane Roe"]),
        ("Share|Jane Roe, Sam Poe|A caption. Photo: Ann Vale", "", ["Jane Roe", "Sam Poe"]),
        ("11 June 2026|Jane Roe", "Comments|By Sam Poe (not verified) on Tue, 06/12/2026 - 15:02", ["Jane Roe"]),
        (
            "North Coast - Thursday, 11 June 2026",
            "A prize|North Coast - Friday, 12 June 2026|North Coast - 7 June 2026",
            [],
        ),
    ],
)
def test_whoever_put_an_article_in_and_whoever_commented_did_not_write_it(above, below, names):
    assert signed("en", above, below) == names


def test_a_long_row_of_fields_says_who_wrote_and_when():
    row = (
        "Written by Jane Roe ¦ Published: Tuesday, 3 March 2026, 16:42 ¦ Last updated on Thursday, 5 March 2026, 09:10"
    )

    assert signed("en", f"{row} ¦ Views: 1187") == ["Jane Roe"]
    assert published("en", f"{row} ¦ Views: 1187") == "2026-03-03T16:42"


def test_of_two_days_side_by_side_the_earlier_is_that_of_publication():
    assert published("en", "29 January 202627 January 2026 by Jane Roe") == "2026-01-27"


def test_who_signs_between_a_headline_and_the_same_below_its_picture():
    headline = ARTICLES["en"][0]

    assert signed("en", f"{headline}\nPosted by Jane Roe\nUpdated Tuesday Mar 10 2026\n{headline}") == ["Jane Roe"]
