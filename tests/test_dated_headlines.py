"""A headline that holds a date is no date line; a date line of several words is no headline."""

from __future__ import annotations

import pytest

from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

PARAGRAPHS = {
    "en": "The council said on Monday that the work had taken two years and cost four million, one more than planned.",
    "de": "Der Rat teilte am Montag mit, dass die Arbeiten zwei Jahre gedauert und vier Millionen gekostet haben.",
    "fr": "Le conseil a déclaré lundi que les travaux avaient duré deux ans et coûté quatre millions, un de trop.",
    "es": "El ayuntamiento dijo el lunes que las obras habían durado dos años y costado cuatro millones de euros.",
    "pl": "Miasto podało w poniedziałek, że prace trwały dwa lata i kosztowały cztery miliony, o milion więcej.",
    "ru": "Мэрия сообщила в понедельник, что работы заняли два года и обошлись в четыре миллиона рублей.",
    "tr": "Belediye pazartesi günü çalışmaların iki yıl sürdüğünü ve dört milyona mal olduğunu açıkladı.",
    "ar": "وقالت البلدية يوم الاثنين إن الأعمال استغرقت عامين وكلفت أربعة ملايين، أي أكثر مما كان مقررا.",
    "zh": "市政府周一表示，工程历时两年，耗资四百万元，比原计划多出一百万元，主要原因是钢材价格上涨。",
    "ja": "市は月曜日、工事に二年を要し、費用は当初の計画を一億円上回る四億円になったと発表した。",
}


def headed(language, line):
    text = f"{line}\n\n{PARAGRAPHS[language]}\n\n{PARAGRAPHS[language][::-1]}"
    return normalise(Record(Location("drop.jsonl", 1), text))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "New swimming pool opens on 3 March 2026"),
        ("de", "Neues Bad öffnet am 3. März 2026"),
        ("fr", "La piscine rouvre le 3 mars 2026"),
        ("es", "La piscina abrirá el 3 de marzo de 2026"),
        ("pl", "Basen ruszy 1 marca 2026 roku"),
        ("ru", "Бассейн откроют 3 марта 2026 года"),
        ("tr", "Yeni havuz 3 Mart 2026'da açılıyor"),
        ("ar", "افتتاح معرض الكتاب الكبير في 3 مارس 2026"),
        ("zh", "新桥将于2026年3月1日通车"),
        ("ja", "新しい橋、2026年3月1日に開通"),
    ],
)
def test_a_headline_that_tells_of_a_day(language, line):
    article = headed(language, line)
    assert article.title.value == line
    assert article.published.value is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Last reviewed on 3 March 2026"),
        ("en", "From the print edition of 3 March 2026"),
        ("en", "This story was originally published on 3 March 2026"),
        ("de", "Frankfurt am Main, 3. März 2026"),
        ("de", "Erschienen in der Ausgabe vom 3. März 2026"),
        ("fr", "Mis en ligne le 3 mars 2026"),
        ("es", "Actualizado por última vez el 3 de marzo de 2026"),
        ("pl", "Ostatnia zmiana 3 marca 2026 roku"),
        ("ru", "Номер газеты от 3 марта 2026 года"),
        ("ja", "2026年3月3日に公開"),
    ],
)
def test_a_date_line_of_several_words(language, line):
    article = headed(language, line)
    assert article.lines[0].role is Role.DATELINE
    assert article.published.value is not None
    assert article.published.value.value == "2026-03-03"
