"""Bylines of texts as crawls bear them, in languages from Slovenia to Japan: who signs, and what is no name."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.normalise.names import names

# Two paragraphs of each language.
TOLD = {
    "ar": (
        "أغلقت البلدية الجسر القديم فوق النهر لمدة عام كامل بعد اكتشاف تشققات خطيرة في أعمدته خلال الفحص السنوي.",
        "وقال السكان إنهم سيضطرون إلى السير عشرة كيلومترات كل صباح للوصول إلى أعمالهم في الجهة الأخرى من النهر.",
    ),
    "fa": (
        "شهرداری پل قدیمی روی رودخانه را به دلیل ترک‌هایی که در پایه‌های آن پیدا شده به مدت یک سال خواهد بست.",
        "ساکنان می‌گویند که باید هر روز صبح ده کیلومتر راه بروند تا به محل کار خود در آن سوی رودخانه برسند.",
    ),
    "he": (
        "הגשר הישן מעל הנחל ייסגר לתנועה למשך שנה בשל סדקים שהתגלו בו, כך הודיעה המועצה בתחילת השבוע.",
        "התושבים ייאלצו לנסוע בדרך עוקפת באורך עשרה קילומטרים, ולדבריהם איש לא שאל אותם מתי נוח להם.",
    ),
    "hi": (
        "नदी पर बना पुराना पुल दरारें मिलने के कारण एक साल के लिए बंद कर दिया जाएगा, नगर परिषद ने सोमवार को बताया।",
        "निवासियों को हर सुबह दस किलोमीटर घूमकर जाना पड़ेगा और उनका कहना है कि किसी ने उनसे कुछ नहीं पूछा।",
    ),
    "sl": (
        "Most čez reko bodo zaradi razpok za eno leto zaprli za ves promet, so včeraj sporočili z občine Vrbovo.",
        "Prebivalci bodo morali vsak dan voziti po deset kilometrov dolgem obvozu in pravijo, da jih ni nihče vprašal.",
    ),
    "ms": (
        "Jambatan lama di atas sungai itu akan ditutup selama setahun kerana keretakan yang ditemui pada tiangnya.",
        "Penduduk berkata mereka terpaksa memandu sejauh sepuluh kilometer setiap pagi untuk pergi ke tempat kerja.",
    ),
}


def signed(language: str, text: str) -> list[str]:
    """Who signs a text in which ``{0}`` and ``{1}`` are the language's two paragraphs, and ``|`` begins a line."""
    lines = text.replace("|", "\n").format(*TOLD[language])
    return [one.value for one in normalise(Record(Location("drop.jsonl", 1), lines)).authors]


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("sl", "piše Mateja Kolenc Dobnik||{0}|{1}", ["Mateja Kolenc Dobnik"]),
        ("ms", "Jambatan lama ditutup setahun||Penulis: Roslan Hamid||{0}|{1}", ["Roslan Hamid"]),
    ],
)
def test_a_language_without_a_lexicon_is_read_with_the_nearest(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "authors"),
    [
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|الجسر القديم", []),
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|مواد متعلقة|المضافة حديثا", []),
        ("ar", "الجسر القديم يغلق أبوابه عاما كاملا|{0}|{1}|سامي عبد الحميد", ["سامي عبد الحميد"]),
        ("fa", "پل قدیمی رودخانه یک سال بسته می‌شود|گفتگو با منوچهر فرزانه|{0}|{1}", []),
        ("fa", "پل قدیمی رودخانه یک سال بسته می‌شود|{0}|{1}|کد مطلب :|251873|news.example/kTqW2", []),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|סדקים בגשר|{0}|{1}", []),
        ("he", "הגשר הישן מעל הנחל ייסגר לשנה|עומר לוינסון|{0}|{1}", ["עומר לוינסון"]),
        ("hi", "नदी पर बना पुराना पुल एक साल बंद रहेगा|पुल की दरारें|{0}|{1}", []),
        ("hi", "नदी पर बना पुराना पुल एक साल बंद रहेगा|रमेश श्रीवास्तव|{0}|{1}", ["रमेश श्रीवास्तव"]),
    ],
)
def test_without_capitals_a_line_is_a_name_where_a_given_name_shows_it(language, text, authors):
    assert signed(language, text) == authors


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("th", "สมชาย แก้วมณีโชติ", True),
        ("th", "ตำรวจ จับผู้ต้องหาขนประทัดร้อยลังเตรียมป่วนงานวัด", False),
        ("fa", "منوچهر فرزانه", True),
        ("fa", "گفتگو با منوچهر فرزانه", False),
    ],
)
def test_a_phrase_is_no_name(language, text, person):
    assert names.is_person(text, vocabulary(language)) == person
