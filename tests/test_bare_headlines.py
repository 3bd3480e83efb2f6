"""Which line of an article's bare text is its headline, and what of the line is given."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.read.fields import to_record

NAMES = record_map("default").names
TITLE = "Divers find seven cracks in the harbour wall"
LEAD = "Divers have found seven cracks in the harbour wall of Skarrow, which the council wants to mend before autumn."
MORE = "The work will cost two million pounds, the harbour master said on Monday, and nobody was hurt in the storm."
BODY = [
    LEAD,
    MORE,
    "Boats may use the eastern quay until then, and the ferry to Kelby leaves an hour later than usual.",
]


def read(*text, language=None):
    data = {"id": "bare", "text": "\n".join(text)}
    return normalise(to_record(data | ({"language": language} if language else {}), Location("a.txt", 1, 1), NAMES))


def title(*head, body=BODY):
    return read(*head, "", *body).title.value


@pytest.mark.parametrize(
    "left_over",
    [
        "Skip to main content",
        "Skip to main contentSkip to navigation",
        "[an error occurred while processing this directive]",
        "skarrow-beacon.example",
        "largefeature",
        "TodayReportsColumnsLetters",
        "СегодняОбзорыКолонкиПисьма",
        "Facebook Twitter Google+ All the news of the coast",
        "Previous dayTuesday 2 June 2015Next dayOlder editions",
        "Friday 14 MarchCloudy 11 °C, later rain",
        "The Kelby Gazette13 shares",
        "Skarrow Harbour Council wall storm sea and ships Skarrow Harbour Council",
        "Published by the desk: Created:",
        "• The ferry to Kelby runs again",
        "Letter to the Editor",
        "Leserbrief",
        "Carta al director",
        "Lettere al direttore",
        "Письмо в редакцию",
        "読者の声",
        "Erweiterte Suche",
        "Búsqueda avanzada",
        "Подробно търсене",
        "Beacon icon The Skarrow Beacon Subscribe to continue reading",
        "pictogramme abonné Le Skarrow Contenu réservé aux abonnés",
        "본문 바로가기 메뉴 바로가기 하단 메뉴 바로가기",
        "news, story, article",
        "Read the weekly of the coast, Skarrow Beacon – Skarrow Beacon",
        "Dear editor of the Beacon,",
        "(Jane Roe)",
        "Article content",
        "Subscription Notification",
        "Estimated read time: Less than a minute",
        "Search date: 15-09-2019 Return to current date: Click here",
        "Treść tylko dla pełnoletnich",
        "Ihr Browser ist veraltet.",
        "Vous utilisez un navigateur obsolète.",
        "Máte tip na článok, fotografie alebo video?",
        "У нас появился канал в Telegram, подписывайтесь",
        "Web Analytics Made Easy - Statcounter",
        "Inicio Blog Página 41",
        "You cannot copy content of this page",
        "Povežite se s nama",
        "Terverifikasi Administratif dan Faktual oleh Dewan Pers",
        "Ďalších 9 fotografií v galérii",
        "メインメニューをとばして、このページの本文エリアへ",
        "Schnellzugriff: Sitemap Textversion Erweiterte Suche",
        "인쇄하기 메일로 보내기 글자 크게 글자 작게",
        '<image>data:image/png;base64,iVBORw0KGgo= alt="The quay at dawn"</image>',
        "news204260130a05",
        "photo_camera",
        "© Skarrow Press Bureau - All rights",
    ],
)
def test_what_is_left_over_from_the_head_of_a_page_is_no_headline(left_over):
    assert title(left_over, "", TITLE) == TITLE


def test_a_headline_that_says_that_there_are_pictures_is_no_caption():
    assert title(f"{TITLE} (FOTO)") == f"{TITLE} (FOTO)"


def test_many_short_lines_hide_no_headline():
    assert title("xs", "xsm", "sm", "md", "lg", "", TITLE) == TITLE


def test_a_row_of_chinese_sections_is_no_headline():
    body = [f"{'高雄市政府十二日表示港口防波堤將於秋天前修復完成'}，渡輪改由東碼頭出發，居民可以放心。"] * 2
    assert title("社會 社會焦點 保障人權", "", "港口防波堤出現七道裂縫 秋天前修復", body=body) == (
        "港口防波堤出現七道裂縫 秋天前修復"
    )


def test_the_last_of_several_chinese_headlines_is_the_one_that_the_text_tells_of():
    body = [
        "港口防波堤發現七道裂縫，市政府十二日表示，防波堤將於秋天前修復完成，渡輪改由東碼頭出發，居民可以放心。"
    ] * 2
    others = ("市場菜價十二日再漲 攤商喊苦", "", "職棒兩隊傳出換將 球迷不捨")
    assert title(*others, "", "港口防波堤發現七道裂縫 秋天前修復", "", "記者陳小華／報導", body=body) == (
        "港口防波堤發現七道裂縫 秋天前修復"
    )


@pytest.mark.parametrize(
    "signature",
    [
        "Sedat ÖZTÜRK",
        "Agence France-Presse",
        "Jane Roe - Europa Press - Archive",
        "foto LaPresse",
        "Jeanne-Marie LEROUX",
        "Sheila Alvarado, Sports Writer",
    ],
)
def test_who_signs_above_a_text_is_no_headline(signature):
    assert title(signature) is None


@pytest.mark.parametrize("head", ["第03版:民生", "A12版 要闻", "第五版：文化"])
def test_the_page_of_a_chinese_paper_is_no_headline(head):
    told = "11月16日，山城河畔，园林工人正在修剪岸边的垂柳，确保步道干净整洁，市民可以放心地来这里散步。"
    assert normalise(Record(Location("drop.jsonl", 1), f"{head}\n\n{told}")).title.value is None


def test_a_name_above_a_place_and_its_danda_is_no_headline():
    told = "सागर। नदी पर बना पुराना पुल दरारें मिलने के कारण एक साल के लिए बंद कर दिया जाएगा, नगर परिषद ने सोमवार को बताया।"
    assert normalise(Record(Location("drop.jsonl", 1), f"रमेश दीक्षित\n{told}\n{told[6:]}")).title.value is None


@pytest.mark.parametrize("headline", ["Inside NATO", "Skarrow mends its WALL", "Skarrow: a wall"])
def test_words_in_capitals_sign_nothing(headline):
    assert title(headline) == headline


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (("Home of the bold columnists", "", "Download App", "", TITLE), TITLE),
        (("Blog Page 471", "", TITLE, "", TITLE), TITLE),
        (("All you can trust since 1761", "", TITLE), TITLE),
        (("WexbyMail Money wexbyGURUS BusinessPost", "", TITLE), TITLE),
        (("Mayor of Wexby on trial", "", "Bread gets dearer again", "", TITLE, "By Jane Roe"), TITLE),
        (("watch the news of the day", "", TITLE), TITLE),
        (("Interview – Jane Roe", "", f"“{TITLE}”"), f"“{TITLE}”"),
        (("- Mayor of Kelby stands on trial", "- Bread gets dearer again", TITLE), TITLE),
        (("A bitter pill for the west coast", "", TITLE), "A bitter pill for the west coast"),
        (("A bitter pill for the west coast", "", "Share this article", "", TITLE), "A bitter pill for the west coast"),
        (("Seven cracks and a bitter pill", "", "Download App", "", TITLE), "Seven cracks and a bitter pill"),
        ((f"{TITLE} - The Skarrow Beacon", "", "Region", TITLE), TITLE),
    ],
)
def test_a_slogan_above_the_headline_tells_nothing_of_the_text(head, headline):
    assert title(*head) == headline


QUESTION = "Who will pay for the seven cracks in the harbour wall of Skarrow and when?"
CALL = "Seven new cracks in the harbour wall of Skarrow, and the old pier is open!"
LONG = (
    "Isla Macrae: more stones, fewer cracks • Why the work on the harbour wall will go on with the council's money "
    "and without a delay, whatever Kelby says"
)


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ((QUESTION, "", "By Jane Roe"), QUESTION),
        ((QUESTION, ""), QUESTION),
        (("Search", "", QUESTION, ""), QUESTION),
        ((CALL, ""), CALL),
        ((f"{CALL[:-1]}...", "", "By Jane Roe"), f"{CALL[:-1]}..."),
        ((LONG, "", "3 May 2026", "", "By Jane Roe"), LONG),
        ((LONG, ""), None),
        ((TITLE, "", QUESTION), TITLE),
    ],
)
def test_a_headline_may_ask_or_be_long(head, headline):
    assert title(*head) == headline


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ((LEAD, TITLE, "Published 03.05.2026 at 15:09 by Jane Roe"), TITLE),
        ((LEAD, "", TITLE, "3 May 2026", "", MORE), TITLE),
        ((MORE, "", TITLE, "", TITLE, "", LEAD), TITLE),
        (
            (LEAD, "", "Skarrow divers find seven cracks in harbour wall", "", MORE),
            "Skarrow divers find seven cracks in harbour wall",
        ),
        (
            (LEAD, "Skarrow divers find seven cracks in harbour wall"),
            "Skarrow divers find seven cracks in harbour wall",
        ),
        (
            (LEAD, MORE, MORE, MORE, MORE, "Divers find wall cracks on the quay", "3 May 2026"),
            "Divers find wall cracks on the quay",
        ),
        (
            (
                LEAD,
                "Article Stones of old. And now? appears first in The Skarrow Beacon of the coast.",
                "Stones of old. And now?",
            ),
            "Stones of old. And now?",
        ),
        (
            (LEAD, MORE, MORE, MORE, MORE, "Skarrow divers find seven cracks in harbour wall", "Tags:"),
            "Skarrow divers find seven cracks in harbour wall",
        ),
        (
            (
                LEAD,
                f"The post Stones of old appeared first on The Skarrow Beacon of {'the coast '}and its ports.",
                "Stones of old",
            ),
            None,
        ),
        ((LEAD, "", "Boats may use the eastern quay", "", MORE), None),
        ((LEAD, "Boats may use the eastern quay", "Boats may use the eastern quay", "İçeriği Görüntüle", MORE), None),
        ((LEAD, MORE, "", "Divers at work below the eastern quay. Photo: Jane Roe", "3 May 2026", MORE), None),
        ((LEAD, "", TITLE, "", MORE, "", MORE), TITLE),
        ((LEAD, MORE, "Two ferries stay", "Jane Roe", f"Article image for {TITLE}", MORE), None),
        ((LEAD, MORE, "Watch", TITLE, "Jane Roe", f"Article image for {TITLE}", MORE), TITLE),
        ((LEAD, MORE, *BODY[:2], "The ferry waits...", "Skarrow#more", TITLE, "3 May 2026", MORE), TITLE),
        ((LEAD, "", "Skarrow, 3 May 2007", "", MORE, "Seen on the same day", "4 May 2008", MORE), None),
    ],
)
def test_a_headline_may_stand_below_the_lead(text, headline):
    assert read(*text).title.value == headline


def test_the_lead_above_the_headline_is_the_lead():
    article = read(LEAD, "", TITLE, "3 May 2026", "", MORE)
    assert [line.role for line in article.lines if line.text][:2] == [Role.LEAD, Role.TITLE]


WRAPPED = [
    "Divers have found seven cracks in the harbour wall of Skarrow,",
    "which the council wants to mend before the storms of the autumn",
    "come back to the coast.",
]


@pytest.mark.parametrize(
    ("gallery", "headline"),
    [
        ("Pictures: Best of the Skarrow harbour race 2023", "Pictures: Best of the Skarrow harbour race 2023"),
        ("Foto’s: 80.000 tulpenplukkers op de Dam", "Foto’s: 80.000 tulpenplukkers op de Dam"),
        ("Photos: Jane Roe for The Beacon", None),
        ("Photos: Friends of the Harbour Museum", None),
    ],
)
def test_a_gallerys_headline_is_no_credit(gallery, headline):
    assert title(gallery) == headline


def test_a_short_headline_stands_above_its_day():
    assert (
        title("Divers find cracks", "3 May 2026", "Seven of them below the quay", "By Jane Roe") == "Divers find cracks"
    )
    assert title("Letters from abroad", "3 May 2026", TITLE, "By Jane Roe") == TITLE


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (("News of the coast", "", TITLE, "3 May 2026", "Share:", TITLE), TITLE),
        (("HANDBALL/ LEAGUE OF SKARROW", "", TITLE), TITLE),
        (("Stones after the storm.", "", "© AFP", "", TITLE), TITLE),
        (("Kelby Police", "", "Kelby Police – the coast office", "", TITLE), TITLE),
        (("Meniny má Richard", "", TITLE), TITLE),
        (("Le Courrier de Montval", "", TITLE, "", "Two ferries stay at the quay", "- JANE ROE"), TITLE),
        (
            (
                "EN",
                "3 May 2026, 10:12",
                "",
                "Cracks and walls",
                "",
                f"{TITLE}, and who is to pay for it all when the storms of autumn are over",
            ),
            "Cracks and walls",
        ),
    ],
)
def test_what_stands_above_a_headline_is_none(head, headline):
    assert title(*head) == headline


def test_a_name_or_a_sign_above_a_dateline_is_no_headline():
    dateline = f"Skarrow, Ont.- {LEAD}"
    assert title("Lorenzo Matus", body=[dateline, MORE]) is None
    assert title("HVZ", body=[f"Skarrow (HVZ) {LEAD}", MORE]) is None
    assert title("Lorenzo Matus", body=[dateline, "Matus dived first."]) == "Lorenzo Matus"


def test_furniture_is_a_headline_only_where_the_text_takes_up_its_words():
    assert title("Read more: Divers find seven cracks") == "Read more: Divers find seven cracks"
    assert title("Estimated read time: Less than a minute") is None


def test_a_paragraph_that_is_cut_short_below_a_word_or_two_is_no_headline():
    told = "The tribunal of Kelby has to decide before December, though nobody expects it..."
    assert title("Bridge closed", "", told, "") != told


def test_a_script_above_the_headline_is_passed_over():
    script = f"window.beacon = window.beacon || {{ cmd: [] }}; window.beacon.ads = {{ {'enabled: [], ' * 20} }}"
    assert title(script, "", TITLE, "", "Jane Roe") == TITLE


def test_the_first_line_of_a_paragraph_broken_by_hand_is_no_headline():
    assert read("By Jane Roe", *WRAPPED, *WRAPPED).title.value is None
    assert read(TITLE, *WRAPPED, *WRAPPED).title.value == TITLE


def test_a_text_broken_by_hand_is_no_page():
    text = ["Evening", "Search", "Watch", TITLE, *(WRAPPED * 6)]
    article = read(*text)
    assert article.title.value == TITLE
    assert sum(line.role in (Role.LEAD, Role.BODY, Role.SUBHEAD) for line in article.lines) == len(WRAPPED) * 6


@pytest.mark.parametrize(
    ("notice", "body"),
    [
        ("Dit is het laatste Premium artikel dat u gratis kunt lezen. Tijd voor een abonnement, en wel nu!", BODY),
        ("This is your last free article of the month. Subscribe today to read on without any limit!", BODY),
    ],
)
def test_how_many_articles_are_left_is_no_paragraph(notice, body):
    assert title(notice, "", TITLE, body=body) == TITLE


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        (f"× {TITLE}", TITLE),
        (f": {TITLE}", TITLE),
        (f"{TITLE} |", TITLE),
        (f"{TITLE} | ||", TITLE),
        (f"{TITLE}Sunday, May 3, 2026", TITLE),
        (f"{TITLE}May 3, 2026", TITLE),
        (f"{TITLE}By Jane Roe", TITLE),
        (f"live {TITLE}", TITLE),
        (f"bold {TITLE}", f"bold {TITLE}"),
        (f"{TITLE} By Sunday", f"{TITLE} By Sunday"),
        (f"{TITLE} - Skarrow & Kelby News, Weather, Sports", TITLE),
        (f"{TITLE} - what it means for boats, news and sports", f"{TITLE} - what it means for boats, news and sports"),
        (f"2 hours ago {TITLE}", TITLE),
        ("2 hours ago Skarrow Divers in Skarrow find seven cracks", "Divers in Skarrow find seven cracks"),
        ("3 hurt in school bus crash", "3 hurt in school bus crash"),
    ],
)
def test_a_headline_is_given_without_what_stands_around_it(printed, headline):
    assert title(printed) == headline


def test_a_place_in_capitals_is_left_out_where_the_dateline_repeats_it():
    dateline = f"SKARROW, Pa. -- {LEAD}"
    assert title(f"SKARROW {TITLE}", body=[dateline, MORE]) == TITLE
    assert title(f"SKARROW {TITLE}") == f"SKARROW {TITLE}"


def test_a_section_is_left_out_where_the_rest_is_a_line_too():
    assert title(f"Analysis / {TITLE}", "", MORE, TITLE) == TITLE
    assert title(f"Analysis / {TITLE}") == f"Analysis / {TITLE}"


def test_the_site_behind_a_headline_is_one_that_the_text_names():
    footer = "Copyright © 2026 The Skarrow Beacon. All rights reserved."
    assert title(f"{TITLE} | The Skarrow Beacon", body=[*BODY, footer]) == TITLE
    assert title(f"{TITLE} | The Skarrow Beacon") == f"{TITLE} | The Skarrow Beacon"


def test_the_last_step_of_a_path_is_the_headline_below():
    assert title("The Beacon » Letters » At an odd hour", "", "At an odd hour", "", "3 May 2026") == "At an odd hour"
    assert title("Home » Sport » Football", "", "Football", "3 May 2026", TITLE) == TITLE


def test_a_quotation_mark_that_closes_nothing_is_cut_off():
    assert title(f'{TITLE}"') == TITLE
    assert title('Divers find a crack of 12"') == 'Divers find a crack of 12"'


def test_a_path_to_a_headline_that_asks_is_not_it():
    asks = "Who mends the harbour wall?"
    assert title(f"Home / Coast / {asks}", "", asks, "3 May 2026") == asks


def test_a_long_headline_stands_above_a_name_alone():
    long = (
        f"{TITLE}, mayors quarrel over stones, ferries wait for days and the oldest pilot of the coast tells how it was"
    )
    assert title("Coast|3 May 2026 08:40", "", long, "", "Jane Roe") == long


def test_a_text_of_dated_teasers_alone_has_no_headline():
    teasers = (("14:05 - 9 May 2026", TITLE, LEAD), ("09:31 - 7 May 2026", "Two ferries stay at the quay", MORE))
    assert read("# harbour", "", *teasers[0], *teasers[1]).title.value is None
    assert read("# harbour", "", *teasers[0], MORE, *teasers[1]).title.value == TITLE


def test_a_french_place_in_small_letters_and_its_rubric_are_left_out():
    body = ("Le mur du port a cédé lundi soir, et les bateaux restent à quai jusqu'au printemps, dit la mairie.",) * 2
    head = "Le mur du port cède"
    assert read(f"skarrow-la-vieille Tempête {head}", "", *body, language="fr").title.value == head


def test_a_path_glued_to_the_headline_is_not_it():
    assert title("Listen Live", "", f"HomeNews{TITLE}", "", TITLE) == TITLE


def test_a_script_above_the_headline_is_no_paragraph():
    script = "gtag('consent', 'update', {'ad_storage': 'granted','analytics_storage': 'granted','wait': 'no' });"
    assert title(script, "Back", "", TITLE) == TITLE


def test_a_list_of_papers_on_top_holds_neither_headline_nor_byline():
    papers = ["Notices", "The Globe", "Dale Morning", "The Lantern", "The Kelby Hill Gazette", "Jane Morning"]
    found = read(*papers, "", TITLE, "", *BODY)
    assert (found.title.value, found.authors) == (TITLE, ())
