"""Every language has every section, no phrase stands twice, and the built tables are fresh."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from validator.lexicons import agencies, calendar, own_words, sentences
from validator.lexicons.lexicon import FOLDER, LANGUAGES, load, sections, vocabulary
from validator.lexicons.phrases import LineTable

ROOT = Path(__file__).resolve().parent.parent
MAIN = ("fr", "en", "es", "de", "it", "pt", "nl", "pl", "uk", "ru", "ar", "zh", "ja")
# Lists that a language may leave empty: it has no such thing.
OPTIONAL = {
    "letters",
    "appeals.closers",
    "appeals.leads",
    "byline.suffixes",
    "byline.contributors",
    "byline.honorifics",
    "byline.team_endings",
    "dates.day_parts",
    "dates.months",
    "dates.weekdays",
    "dates.future.suffixes",
    "dates.future.words",
    "photo.verbs",
    "text.calques",
    "text.editorial_cuts",
}


def leaves(data, prefix=""):
    for key, value in data.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and name not in ("dates.months", "dates.weekdays", "licence.names"):
            yield from leaves(value, f"{name}.")
        else:
            yield name, value


SECTIONS = {name for name, _ in leaves(load("fr"))}


def test_the_thirteen_languages_are_there():
    assert set(MAIN) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_and_filled(language):
    found = dict(leaves(load(language)))

    assert set(found) == SECTIONS
    assert found["language"] == language
    assert sorted(name for name, value in found.items() if not value and name not in OPTIONAL) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice_in_a_section(language):
    for name, value in leaves(load(language)):
        if isinstance(value, list):
            assert sorted({one for one in value if value.count(one) > 1}) == [], name


@pytest.mark.parametrize("line", ["***", "* * *", "■", "►", "—", "···", "..."])
def test_a_line_without_words_is_no_phrase(line):
    assert sections(line) == frozenset()


@pytest.mark.parametrize("phrase", ["▲…", "…»", "…"])
def test_a_phrase_of_which_nothing_is_looked_for_is_refused(phrase):
    with pytest.raises(ValueError, match="holds no word"):
        LineTable.built([(phrase, ("photo.captions", "ja"))])


def test_a_function_word_is_of_one_language():
    words = " ".join(load("own_words")["words"].values()).split()

    assert sorted({one for one in words if words.count(one) > 1}) == []


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The mill will be repaired before winter, which the council has promised for years.", "en", True),
        ("The mill will be repaired before winter, which the council has promised for years.", "de", False),
        (
            "Das Museum zeigt die Inschrift „The mill which the council has given to them“, und das ist alt.",
            "de",
            False,
        ),
        ("水車は来年の春までに修理され、その後は見学できるようになる。", "ja", True),
        ("市政府表示，这座磨坊的修复工作将在春天开始。", "zh", True),
        ("水車は来年の春までに修理される。", "zh", False),
        ("Jane Roe, Vale", "en", False),
    ],
)
def test_function_words_tell_a_passage_in_one_language_alone(text, language, told):
    assert own_words.spoken(text, language) == told


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Baca juga: Dermaga Teluk Selasih ditutup sementara", "boilerplate.related"),
        ("Ikuti saluran WhatsApp kami untuk berita terbaru", "boilerplate.newsletter"),
        ("Artikel ini khusus untuk pelanggan", "page.paywall"),
        ("Scroll untuk melanjutkan membaca", "boilerplate.ad_label"),
        (">> Xem thêm: Bến phà Vịnh Sậy đóng cửa", "boilerplate.related"),
        ("Email của bạn sẽ không được hiển thị công khai.", "boilerplate.comment_form"),
        ("Vui lòng đăng nhập để đọc tiếp", "page.paywall"),
        ("Mời bạn theo dõi Báo Vịnh Sậy trên Google News", "boilerplate.newsletter"),
    ],
)
def test_indonesian_and_vietnamese_furniture(line, section):
    assert section in sections(line)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga tanahnya, jangan cuma harga pasar, kata seorang petani kopi di lereng gunung itu.",
        "Xem thêm một vụ mùa nữa rồi mới tính, ông nói khi được hỏi về kế hoạch chuyển nghề của làng.",
    ],
)
def test_indonesian_and_vietnamese_sentences_are_none(line):
    assert not {one for one in sections(line) if one.startswith(("boilerplate.", "page."))}


def test_built_tables_are_fresh():
    done = subprocess.run(
        [sys.executable, str(ROOT / "ci" / "lexicons"), "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_data_files_are_json_without_a_key_twice():
    def once(pairs):
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), keys
        return dict(pairs)

    for path in FOLDER.glob("*.json"):
        json.loads(path.read_text("utf-8"), object_pairs_hook=once)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Laisser un commentaire", "boilerplate.comment_form"),
        ("  « Publicité » ", "boilerplate.ad_label"),
        ("23 comments", "boilerplate.comment_form"),
        ("Capture d’écran de la vidéo", "photo.captions"),
        ("Leave a comment", "boilerplate.comment_form"),
        ("در خبرنامه ما عضو شوید", "boilerplate.newsletter"),
        ("این سایت از کوکی ها استفاده می کند", "boilerplate.cookie"),
        ("Citește și: Podul din Lunca", "boilerplate.related"),
        ("Citeşte şi: Podul din Lunca", "boilerplate.related"),
        ("Citeste si: Podul din Lunca", "boilerplate.related"),
        ("SUSŢINE PRESA INDEPENDENTĂ", "boilerplate.donation"),
        ("00:00 / 00:00 1x הדפדפן שלך לא תומך באלמנט אודיו.", "boilerplate.video_block"),
        ("Questo articolo è già stato letto 1.412 volte!", "boilerplate.teaser"),
        ("Реклама Реклама", "boilerplate.ad_label"),
    ],
)
def test_whole_lines_are_known(line, section):
    assert section in sections(line)


@pytest.mark.parametrize(
    "line",
    [
        "Publicité et démocratie",
        "Comment laisser un commentaire utile",
        "Leave a comment unread",
        "Cookies",
        "Citește și strada, nu doar ziarul",
    ],
)
def test_other_lines_are_not(line):
    assert not {one for one in sections(line) if one.startswith("boilerplate.") and one != "boilerplate.nav"}


def test_a_headline_with_its_photos_is_no_caption():
    assert sections("Un camion a rămas în groapa de pe bulevard (FOTO)") == frozenset()


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("afp", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("agence tass", "TASS"),
        ("ТАСС", "TASS"),
        ("tass", None),
        ("TASS", "TASS"),
        ("共同通信", "Kyodo"),
        ("Jane Roe", None),
        ("map", None),
    ],
)
def test_agencies_by_their_names(name, agency):
    assert agencies.agency(name) == agency


@pytest.mark.parametrize(
    ("name", "language", "number"),
    [
        ("mars", "fr", 3),
        ("mars", "", 3),
        ("марта", "ru", 3),
        ("listopada", "pl", 11),
        ("listopada", "hr", 10),
        ("يناير", "ar", 1),
        ("Jänner", "de", 1),
        ("Sept.", "en", 9),
        ("septembrie", "ro", 9),
        ("ian.", "ro", 1),
        ("Ian", "en", None),
        ("Ian", "", None),
        ("kasım", "tr", 11),
        ("see", "", None),
        ("mara", "fr", None),
    ],
)
def test_months_by_their_names(name, language, number):
    assert calendar.month(name, language) == number


def test_a_cedilla_is_a_comma_below():
    assert calendar.weekday("marţi", "ro") == calendar.weekday("marți", "ro") == 2
    assert calendar.weekday("Çarşamba", "tr") == 3
    assert "Inteligenţa artificială" in vocabulary("ro").words("text.ai_tools")


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("de", "kam am mittwochabend", "mittwochabend"),
        ("de", "am sonnabendvormittag", "sonnabendvormittag"),
        ("nl", "kwam woensdagavond", "woensdagavond"),
        ("sv", "kom i onsdags", "onsdags"),
        ("sv", "på onsdagskvällen", "onsdagskvällen"),
        ("no", "på onsdagskvelden", "onsdagskvelden"),
        ("da", "i onsdags", "onsdags"),
        ("fi", "saapui keskiviikkoiltana", "keskiviikkoiltana"),
        ("hu", "a polgármester szerdán érkezett", "szerdán"),
        ("pl", "w środę", "środę"),
        ("cs", "v sobotu", "sobotu"),
        ("cs", "ve středu", "ve středu"),
        ("uk", "у п'ятницю", "п'ятницю"),
        ("ru", "в среду", "в среду"),
        ("pt", "na segunda feira", "segunda feira"),
        ("cs", "do středu města", None),
        ("ru", "охрана окружающей среды", None),
        ("pt", "na segunda vez", None),
        ("fr", "la mer est belle", None),
        ("fi", "auki maanantaisin", None),
    ],
)
def test_weekdays_by_their_names(language, text, named):
    found = [text[start:end] for start, end in calendar.weekday_names(language).places(text)]

    assert found == ([named] if named else [])


def test_vocabularies_merge():
    both = vocabulary("fr", "en").words("byline.prefixes")

    assert "par" in both
    assert "by" in both
    assert "von" not in both


@pytest.mark.parametrize(
    ("text", "ended", "asked"),
    [
        ("„Wir warten seit Mai“, sagte sie. „Das reicht.“", True, False),
        ("‘Will the quay reopen?’", True, True),
        ("埠頭は再び開くのか？」", True, True),
        ("यह घाट फिर खुलेगा।", True, False),
        ("Council backs “the quiet quay”", False, False),
        ("Where to:", False, False),
        ("* * *", False, False),
    ],
)
def test_how_sentences_end(text, ended, asked):
    assert (sentences.ends(text), sentences.asks(text)) == (ended, asked)
