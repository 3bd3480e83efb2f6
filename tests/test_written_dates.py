"""Dates in the forms that newspapers print them in."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.model.place import Location
from validator.normalise.article import normalise, normalise_all
from validator.normalise.dates import moments, solar_hijri, stamps
from validator.read.fields import to_record


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "١٢ كانون الثاني ٢٠٢٦"),
        ("ar", "١٢ يناير/كانون الثاني ٢٠٢٦"),
        ("ar", "12 كانون الثاني/يناير 2026"),
        ("ar", "12 يناير (كانون الثاني) 2026"),
        ("ar", "12 كانون الثاني / يناير، 2026"),
        ("ar", "12 يناير، 2026"),
        ("ar", "12:30-12 يناير 2026 م ـ 23 رجب 1447 هـ"),
        ("ar", "يناير 12، 2026"),
        ("ja", "2026年（令和8年）1月12日"),
        ("ja", "令和8年（2026年）1月12日"),
        ("ja", "2026(令和8)年1月12日"),
        ("zh", "民國115年1月12日"),
        ("zh", "中華民國115年1月12日"),
        ("he", "12 בינואר 2026"),
        ("he", "ב-12 בינואר 2026"),
        ("he", "12.1.2026"),
        ("pt", "12/jan/2026"),
        ("es", "12/ene/2026"),
        ("es", "12-ene-2026"),
        ("es", "enero 12 de 2026"),
        ("en", "12-Jan-2026"),
        ("nl", "12-01-26"),
        ("hu", "2026. január 12."),
        ("hu", "2026. jan. 12-én"),
        ("hu", "2026. 01. 12."),
        ("ko", "2026. 1. 12."),
        ("vi", "ngày 12 tháng 1 năm 2026"),
        ("vi", "12 tháng 1, 2026"),
        ("vi", "12 thg 1 2026"),
        ("th", "12 ม.ค. 2569"),
        ("th", "๑๒ มกราคม ๒๕๖๙"),
        ("th", "12 มกราคม พ.ศ. 2569"),
        ("th", "12 ม.ค.2569"),
        ("th", "12 ม.ค. 69"),
        ("th", "12 มกราคม 69"),
        ("zh", "115年1月12日"),
        ("zh", "115/01/12"),
        ("zh", "115-01-12"),
        ("ko", "26.01.12"),
        ("fa", "۲۲ دی ماه ۱۴۰۴"),
        ("ur", "12 جنوری ، 2026"),
        ("bn", "১২ জানুয়ারি ২০২৬"),
        ("sr", "12. januara 2026."),
        ("bg", "12 ян. 2026 г."),
    ],
)
def test_a_day_is_read_in_the_form_of_its_country(language, text):
    assert [seen.moment.value for seen in moments.find(text, language)] == ["2026-01-12"]


@pytest.mark.parametrize(
    "text",
    ["12. Januar 202612. Januar 2026", "12. Jan. 20263. Februar 2026 4 Kommentare", "12 Januar, 202612 Januar, 2026"],
)
def test_two_days_that_a_page_prints_without_a_space_between(text):
    assert next(moments.find(text, "de")).moment.value == "2026-01-12"


def test_the_year_stands_first_behind_the_label_of_a_korean_board():
    assert next(moments.find("작성일 26-01-12 10:42", "ko")).moment.value == "2026-01-12T10:42"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "January 12, 20261 min. read"),
        ("en", "Jan 12, 202612 min read"),
        ("en", "12 January 20263 comments"),
        ("fr", "12 janvier 20260"),
        ("pt", "12 de janeiro de 20262 comentários"),
        ("es", "12 enero, 20260"),
        ("ru", "Статья12 января 2026"),
        ("uk", "Новини12 січня 2026"),
        ("es", "Publicado el12 de enero de 2026"),
        ("en", "NEWS12 January 2026"),
        ("pl", "Dodano12.01.2026"),
        ("ru", "Опубликовано12.01.2026"),
        ("en", "Published2026-01-12"),
    ],
)
def test_a_count_or_a_label_glued_to_a_day(language, text):
    assert [seen.moment.value for seen in moments.find(text, language)] == ["2026-01-12"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "2026/01/12/16:30"),
        ("de", "12.01.202616:30"),
        ("hr", "12.01.2026. u 16:30"),
        ("sr", "12. januar 2026. 16:30"),
        ("bg", "12 януари 2026 г., 16:30"),
        ("ru", "12 января 2026 г. в 16:30"),
        ("fa", "۲۲ دی ۱۴۰۴ ساعت ۱۶:۳۰"),
    ],
)
def test_a_clock_time_behind_a_slash_a_stop_or_the_word_for_year(language, text):
    assert [seen.moment.value for seen in moments.find(text, language)] == ["2026-01-12T16:30"]


def test_a_clock_time_glued_to_the_year():
    assert [seen.moment.value for seen in moments.find("8 de enero de 202600:10 6 minutos", "es")] == [
        "2026-01-08T00:10"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Az. 12. Januar 20261 im Register"),
        ("en", "12 May/June 2026"),
        ("en", "It opened in 2026. May 12 people be found?"),
        ("hu", "A komp 2026. 12 utast vitt."),
        ("en", "Vol. 12 / Spring 2026"),
        ("zh", "民國115年度預算"),
        ("ja", "2026年（令和8年）度予算"),
        ("ar", "الفصل الثاني 2026"),
        ("es", "La borrasca Marta 2026"),
        ("en", "114/05/07"),
        ("en", "AB12.01.2026"),
        ("th", "12 ห้องเรียน 55"),
        ("zh", "历时115年1月"),
    ],
)
def test_what_is_no_day_is_read_as_none(language, text):
    assert list(moments.find(text, language)) == []


@pytest.mark.parametrize(
    ("text", "day", "problem"),
    [
        ("2026-W03-1", "2026-01-12", ""),
        ("2026-012", "2026-01-12", ""),
        ("2026-W60-1", None, "impossible"),
        ("20260112T081500Z", "2026-01-12T08:15:00+00:00", ""),
        ("20260112081500", "2026-01-12T08:15:00", ""),
        ("20261312081500", None, "impossible"),
        (20260112, "2026-01-12", ""),
        (20260112.0, "2026-01-12", ""),
        (20260112081500, "2026-01-12T08:15:00", ""),
        (2026, "2026", ""),
        (1768205700, "2026-01-12T08:15:00+00:00", ""),
        (1768205700000, "2026-01-12T08:15:00+00:00", ""),
        (20269999, "1970-08-23T14:33:19+00:00", ""),
        (float("nan"), None, "unparseable"),
        (True, None, "unparseable"),
    ],
)
def test_a_declared_day_in_the_other_forms_of_iso_8601(text, day, problem):
    moment, found = stamps.read(text)
    assert (moment and moment.value, found) == (day, problem)


@pytest.mark.parametrize(
    ("text", "day", "weekday"),
    [
        ("پنج‌شنبه ۱۵ آبان ۱۴۰۴", "2025-11-06", 4),
        ("15 آبان 1404", "2025-11-06", None),
        ("۱ فروردین ۱۴۰۴", "2025-03-21", None),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20", None),
        ("15 دي 1404", "2026-01-05", None),
        ("۱۵ عقرب ۱۴۰۴", "2025-11-06", None),
        ("۱۴۰۴/۰۸/۱۵", "2025-11-06", None),
        ("1404-08-15", "2025-11-06", None),
        ("۱۵/۸/۱۴۰۴", "2025-11-06", None),
        ("سه شنبه، ۱۱ نوامبر ۲۰۲۵", "2025-11-11", 2),
        ("یک‌شنبه ۹ نوامبر ۲۰۲۵", "2025-11-09", 7),
        ("شنبه ۸ نوامبر ۲۰۲۵", "2025-11-08", 6),
    ],
)
def test_the_calendar_and_the_weekdays_of_persian(text, day, weekday):
    (seen,) = moments.find(text, "fa")
    assert seen.moment is not None
    assert (seen.moment.value, seen.moment.weekday) == (day, weekday)


def test_what_is_no_day_of_the_solar_calendar():
    (seen,) = moments.find("۳۰ اسفند ۱۴۰۲", "fa")
    assert (seen.moment, seen.problem) == (None, "impossible")
    assert list(moments.find("آبان ۱۴۰۴", "fa")) == []  # lies in two months of the common calendar
    assert list(moments.find("1447/05/15", "ar")) == []


def test_the_solar_years_follow_each_other():
    for year in range(1300, 1450):
        new_year, last = (
            solar_hijri.day(year, 1, 1),
            solar_hijri.day(year - 1, 12, 30) or solar_hijri.day(year - 1, 12, 29),
        )
        assert new_year is not None
        assert last is not None
        assert (new_year - last).days == 1
        assert (new_year.month, new_year.day) in ((3, 20), (3, 21), (3, 22))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "الثلاثاء ٢ سبتمبر ٢٠٢٥ - ١٧:٣٠"),
        ("fa", "سه‌شنبه ۱۱ شهریور ۱۴۰۴ - ۱۷:۳۰"),
        ("hi", "२ सितंबर २०२५, १७:३०"),
        ("ja", "２０２５年９月２日１７時３０分"),
        ("th", "๒ กันยายน ๒๕๖๘ เวลา ๑๗:๓๐ น."),
    ],
)
def test_a_clock_time_in_the_digits_of_its_script(language, text):
    assert [seen.moment.value for seen in moments.find(text, language)] == ["2025-09-02T17:30"]


@pytest.mark.parametrize(("text", "weekday"), [("Posted on 16. mai 2025", None), ("Posted on. 16. mai 2025", 3)])
def test_an_english_preposition_is_no_weekday(text, weekday):
    (seen,) = moments.find(text, "no")
    assert seen.moment is not None
    assert seen.moment.weekday == weekday


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("uk", "п’ятниця, 16 травня 2025", 5),
        ("uk", "п'ятниця, 16 травня 2025", 5),
        ("uk", "пʼятниця, 16 травня 2025", 5),
        ("da", "fredag d. 16. maj 2025", 5),
        ("he", "יום שישי, 16 במאי 2025", 5),
        ("he", "יום שישי ה-16 במאי 2025", 5),
        ("sv", "fredagen den 16:e maj 2025", 5),
        ("ru", "16 мая 2025, пятница, 12:40", 5),
        ("uk", "16 травня 2025 (п’ятниця)", None),
        ("bg", "16 май 2025, петък", 5),
        ("en", "16 May 2025 (Friday)", 5),
        ("fr", "vendredi, 16 mai 2025", 5),
        ("de", "Freitag, den 16. Mai 2025", 5),
        ("pt", "Sex. 16 de maio de 2025", 5),
        ("en", "16 May 2025, Friday prayers", None),
        ("ru", "16 мая 2025, среда обитания", None),
        ("th", "วันศุกร์ที่ 16 พฤษภาคม พ.ศ. 2568", 5),
        ("th", "วันศุกร์ ที่ 16 พ.ค. 2568", 5),
    ],
)
def test_a_weekday_with_an_apostrophe_or_an_abbreviated_article(language, text, weekday):
    (seen,) = moments.find(text, language)
    assert seen.moment is not None
    assert (seen.start, seen.moment.value, seen.moment.weekday) == (0, "2025-05-16", weekday)


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("hi", "आखिरकार सोमवार, 12 जनवरी 2026 को", 1),
        ("hi", "मंगलवार 12 जनवरी 2026", 2),
        ("vi", "Thứ Hai, 12/01/2026", 1),
        ("vi", "Thứ 3, ngày 12 tháng 1 năm 2026", 2),
        ("vi", "Chủ nhật 12/01/2026", 7),
        ("id", "Senin, 12 Januari 2026", 1),
        ("id", "Jum'at 12 Januari 2026", 5),
        ("hi", "सड़क, 12 जनवरी 2026", None),
        ("vi", "Thứ nhất, 12/01/2026", None),
    ],
)
def test_a_weekday_of_vowel_signs_or_of_two_words(language, text, weekday):
    (seen,) = moments.find(text, language)

    assert seen.moment.weekday == weekday


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La séance eut lieu lundi, le 16 mai 2025 ayant été choisi pour la fête."),
        ("es", "Se reunieron el lunes, el 16 de mayo de 2025 ya era fiesta."),
        ("ru", "Собрание прошло в понедельник. 16 мая 2025 года вода ещё стояла."),
        ("it", "Si vota lunedì. 16 maggio 2025: una data da ricordare."),
    ],
)
def test_a_weekday_of_another_clause_or_sentence_is_not_the_dates(language, text):
    (seen,) = moments.find(text, language)
    assert (seen.moment.value, seen.moment.weekday) == ("2025-05-16", None)


def test_a_date_stands_right_behind_the_colon_of_its_label_but_not_of_a_clock_time():
    assert [seen.moment.value for seen in moments.find("发布时间:2025-05-16", "zh")] == ["2025-05-16"]
    assert not list(moments.find("10:16-05-2025", "en"))


@pytest.mark.parametrize(
    ("record", "day", "other"),
    [
        ({"language": "en"}, "2025-06-05", "2025-05-06"),
        ({"language": "en-US"}, "2025-05-06", None),
        ({"language": "en-GB"}, "2025-06-05", None),
        ({"url": "https://example.org/2025/05/06/a"}, "2025-05-06", None),
        ({"url": "https://hull.example.us/a"}, "2025-05-06", None),
        ({"date_modified": "2025-05-06T10:00:00Z"}, "2025-05-06", None),
        ({"date_modified": "05/28/2025"}, "2025-05-06", None),
        ({"date_modified": "28/05/2025"}, "2025-06-05", None),
        ({"text": "It ran from 28/05/2025 to 05/31/2025."}, "2025-06-05", "2025-05-06"),
        ({"crawled_at": "2025-05-20"}, "2025-05-06", None),
        ({"crawled_at": "2025-07-20"}, "2025-06-05", "2025-05-06"),
    ],
)
def test_what_stands_beside_a_numeric_date_tells_its_month(record, day, other):
    fields = {"text": "The council met.", "language": "en", "date": "05/06/2025 10:30", **record}
    (article,) = normalise_all([to_record(fields, Location("a.jsonl", 1), record_map("default").names)])

    assert article.published.value is not None
    assert (article.published.value.value, article.published.value.other) == (f"{day}T10:30", other)


def test_the_day_of_the_run_tells_which_reading_is_still_to_come():
    record = to_record({"text": "A.", "date": "05/06/2025"}, Location("a.jsonl", 1), record_map("default").names)

    assert normalise(record, as_of="2025-05-20").published.value.value == "2025-05-06"
