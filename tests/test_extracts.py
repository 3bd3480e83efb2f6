"""Extracts with a few lines of their page's frame, and articles whose own lines are short."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.model.article import BODY_ROLES, Role
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.layout import lines, page
from validator.read.fields import to_record

NAMES = record_map("default").names
EXTRACTS = {
    "it": (
        ["Home » Cronaca » Vallombra", "Accedi", "Abbonati", "Riapre il ponte sul torrente a Vallombra"],
        ["di Nerea Bastianelli", "3 Febbraio 2026 alle 06:40", "Condividi su Facebook", "Condividi su WhatsApp"],
        [
            "Il ponte sul torrente ha riaperto lunedì dopo cinque mesi di lavori. Il primo a passare fu il postino.",
            "I pali nuovi sono di larice e poggiano sulla roccia. Il limite per i camion resta di sette tonnellate.",
            "«Abbiamo fatto il giro largo per un inverno intero», racconta Oreste Malvezzi, che ha un forno in paese.",
        ],
        ["Pubblicità", "Potrebbe interessarti anche", "La frana di novembre", "Il forno compie cento anni"],
        ["Iscriviti alla newsletter", "Lascia un commento", "Il tuo indirizzo email non sarà pubblicato."],
    ),
    "sv": (
        ["Hem » Nyheter » Skogsnäs", "Logga in", "Bli prenumerant", "Kvarnen i Skogsnäs mal igen efter trettio år"],
        ["Av Hedda Lövgren", "Publicerad 3 februari 2026 kl 06.40", "Dela på Facebook", "Dela via e-post"],
        [
            "Kvarnen i Skogsnäs började mala i lördags, för första gången på trettio år. Axeln är ny, stenen gammal.",
            "Mjölet räcker till byns bageri och lite till. Besökare får komma in tre åt gången på grund av dammet.",
            "”Jag minns ljudet från när jag var liten”, säger Tage Wiklund, som höll i linan när hjulet släpptes på.",
        ],
        ["Annons", "Läs också", "Så bakas byns bröd", "Bron över forsen rivs"],
        ["Anmäl dig till vårt nyhetsbrev", "Lämna ett svar", "Obligatoriska fält är märkta *"],
    ),
    "tr": (
        ["Ana Sayfa > Haberler > Dereköy", "Giriş yap", "Abone ol", "Dereköy'de eski değirmen yeniden dönüyor"],
        ["Haber: Selin Yurtbay", "03.02.2026 - 06:40", "Facebook'ta paylaş", "WhatsApp'ta paylaş"],
        [
            "Dereköy'deki eski değirmen otuz yıl sonra yeniden dönmeye başladı. İlk çuval un köyün fırınına gitti.",
            "Çark meşeden yapıldı, taş ise eskisi gibi duruyor. Değirmen yalnızca hafta sonları ziyarete açık olacak.",
            "Köyün en yaşlısı Hasan Efe, sesi çocukluğundan hatırladığını söyledi ve suyun kapağını kendi eliyle açtı.",
        ],
        ["Bunlar da ilginizi çekebilir", "Köprü trafiğe kapandı", "Pazar yeri taşınıyor"],
        ["Bültenimize abone olun", "Bir yanıt yazın", "Tüm hakları saklıdır"],
    ),
}
RESULTS = [f"Club {one} – Union {one} {20 + at}:{18 + at} (1{at}:9)" for at, one in enumerate("ABCDEFGH")]
TABLE = [f"{at}. Club {one} {22 - at} 6{at}0:5{at}0" for at, one in enumerate("ABCDEFGH", 1)]
REPORT = (
    "Weil in der Halle von Birkau das Wasser steht, wird das letzte Spiel der Runde am Mittwoch in Ellerbach "
    "nachgeholt, wie der Verband am Sonntag mitteilte."
)


def article(text, **fields):
    return normalise(to_record({"id": "one", "text": text, **fields}, Location("one.txt", 1, 1), NAMES))


@pytest.mark.parametrize("language", EXTRACTS)
def test_the_paragraphs_of_an_extract_are_its_body(language):
    above, header, paragraphs, below, foot = EXTRACTS[language]
    text = "\n\n".join("\n".join(part) for part in (above, header))
    text = "\n\n".join([text, *paragraphs, *("\n".join(part) for part in (below, foot))])
    made = article(text, title=above[-1], language=language)

    assert page.is_page([one for one in lines.split(text) if one.text])
    assert [line.text for line in made.filled if line.role in BODY_ROLES] == paragraphs


def test_results_and_a_table_are_no_page_and_nobody_signs_with_them():
    text = "\n".join(["Die Ergebnisse der Runde im Überblick", *RESULTS, "", *TABLE, "", REPORT])
    made = article(text, language="de")

    assert not page.is_page([one for one in lines.split(text) if one.text])
    assert made.authors == ()
    assert next(line for line in made.filled if line.text == REPORT).role in BODY_ROLES


@pytest.mark.parametrize(
    "line",
    [
        "“Subscribe to our newsletter,” says a box on the screen, and nine out of ten students close it at once.",
        "« Nous utilisons des cookies » : la phrase est peinte sur le mur de l'école, et personne ne sait par qui.",
        "„Jetzt abonnieren und weiterlesen“ stand auf dem Schild, das der Wirt in das Fenster gehängt hatte.",
        "«Suscríbete a nuestro boletín», decía el cartel, y los vecinos se reían al pasar por delante de la tienda.",
    ],
)
def test_a_line_about_a_phrase_that_it_quotes_is_a_paragraph(line):
    made = article(f"A sign in the street\n\n{line}\n\n{line.replace('.', ' too.')}")
    assert {one.role for one in made.filled[1:]} <= {Role.LEAD, Role.BODY}
    assert not any(mark.startswith(("boilerplate.", "page.")) for one in made.filled for mark in one.marks)


def test_a_quotation_excuses_only_what_it_quotes():
    quoted, plain = lines.split("“Harbour Post”: subscribe to our newsletter\n“Subscribe to our newsletter”")
    assert "boilerplate.newsletter" in quoted.marks
    assert "boilerplate.newsletter" in plain.marks


def test_whom_the_press_may_ask_has_not_written_a_handout():
    text = (
        "Gerüst in Birkau eingestürzt\n\nIn der Gerberstraße ist am Donnerstag ein Gerüst auf zwölf Metern Länge "
        "eingestürzt. Drei Arbeiter wurden verletzt.\n\nRückfragen bitte an:\nPolizeiinspektion Birkau\nPressestelle"
    )
    made = article(text, language="de")
    assert made.authors == ()
    assert [line.role for line in made.filled[-3:]] == [Role.BOILERPLATE] * 3


PARAGRAPHS = [
    "The footbridge over the Yarl is closed until May, the parish said on Tuesday, after a beam was found cracked.",
    "Walkers are sent round by the mill, which adds twenty minutes to the path and has pleased the owner of its café.",
    "“We had noticed the crack for years and took it for a drawing,” said the warden, who keeps the key of the gate.",
]
MENU = ["News", "Sport", "Culture", "Opinion", "Weather", "Travel", "Sign in", "Subscribe", "Search", "Most read"]
FOOT = [
    "Subscribe to our newsletter",
    "Leave a comment",
    "About us",
    "Contact us",
    "© 2026 Yarl Media. All rights reserved.",
]
HEADLINE = "Cracked beam shuts the footbridge until May"
CARDS = [
    "Bakery on Fore Street to close in June",
    "By Dora Quill | 3 hours ago",
    "Why the otters came back",
    "12 March 2026",
]
RELATED = ["Related articles", "Ferry firm cuts its winter sailings", "14 March 2026", "By Sam Toll | yesterday"]


def framed(*header, above=(), below=(), **fields):
    return article("\n".join([*MENU, *above, HEADLINE, *header, *PARAGRAPHS, *below, *FOOT]), language="en", **fields)


def test_cards_above_the_headline_sign_and_date_nothing():
    made = framed("By Jane Roe", "2 April 2026", above=CARDS)
    assert made.title.value == HEADLINE
    assert [one.value for one in made.authors] == ["Jane Roe"]
    assert made.published.value is not None
    assert made.published.value.value == "2026-04-02"


def test_the_list_below_a_short_article_signs_and_dates_nothing():
    made = framed(below=RELATED, title=HEADLINE)
    assert made.authors == ()
    assert made.published.value is None


def test_a_name_alone_between_headline_and_text_signs():
    made = framed("Jane Roe", title=HEADLINE)
    assert [one.value for one in made.authors] == ["Jane Roe"]


def test_a_date_above_the_headline_dates_the_article():
    made = framed(above=["Local", "2 April 2026"], title=HEADLINE)
    assert made.published.value is not None
    assert made.published.value.value == "2026-04-02"


def test_a_caption_below_a_label_belongs_to_the_article():
    made = framed(below=["Advertisement", "The footbridge on Monday. Photo: Sam Poe"], title=HEADLINE)
    assert [one.value for one in made.credits] == ["Sam Poe"]


def test_two_cards_of_few_words_are_a_list_and_one_may_be_a_kicker():
    cards = ["Otters returned upstream", "14 March 2026", "Bell-ringers urgently wanted", "15 March 2026"]
    kicker = framed("By Jane Roe", above=["Walking in Yarldale", "2 April 2026"], title=HEADLINE)
    assert framed("By Jane Roe", above=cards, title=HEADLINE).published.value is None
    assert kicker.published.value is not None


def test_a_field_that_must_be_filled_in_shares_nothing():
    shared, required = lines.split("Correo electrónico\nCorreo electrónico *")
    assert "boilerplate.share_bar" in shared.marks
    assert "boilerplate.share_bar" not in required.marks
