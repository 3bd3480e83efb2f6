"""The forms in which newspapers write dates out, with the year and often with the time, as one pattern; time zones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from validator.regex import regex

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}

# Languages that write the day before the month.
DAY_FIRST = frozenset(
    "fr es pt it de nl pl uk ru ar he no da fi tr hi cs sk ro el bg hr sr sl ca gl id ms vi th".split()
)

WORD = r"[^\W\d_][^\s\d.,;:/()\[\]،|«»\"“”]*"
# A month's name: of two words in the Levant, and there with the other name beside it (``كانون الثاني/يناير``).
# Thailand shortens its own with points in them (``มี.ค.``).
# Behind it Persian may say that it is one.
_ONE = rf"(?:[ก-ฮเ][ิีม]?\.[คพย]|{WORD})(?:\s(?:الثاني|الأول|الاول|ثاني|أول|ماه)(?![^\W\d_]))?"
_MONTH = rf"{_ONE}(?:\s?[/(]\s?(?=[\u0600-\u06ff]){_ONE}\)?)?"
_ERA_BESIDE = r"(?:[（(](?:[^\W\d_]{2}(?:\d{1,2}|元)|\d{4})年?[)）])"  # 2026年（令和8年）, 令和8（2026）年
_THAI_ERA = r"(?:[พค]\.ศ\.\s?)?"
_YEAR = r"(?P<{0}>\d{{4}})(?!\d)"
# Behind a year no digit stands, unless the next date or a clock time begins with it, as pages print them side by side,
# or a count does, of minutes to read or of comments (``July 13, 20211 min read``).
_END = (
    r"(?:(?!\d)|(?=\d{1,2}\.?\s[^\W\d_]{3,}[.,]?\s\d{4}|\d{1,2}:\d\d)"
    r"|(?<=20[0-4]\d)(?=\d{1,3}(?:\+?\s?(?:min|[ck]om|kiek|view|vue|vis|vizu|vista|read|share|like|react|yorum|phút|мин|хв|ком|просм|перегл)|\s*$)))"
)
_NUMBER_END = r"(?!(?!\d{1,2}(?::\d\d|\s?min))\d|[/-]|\.\d)"
# Behind the day, or the year and its word, and more: ``2026. január 12. 10:30``, ``12.05.2026. 10:30``.
_POINT = r"(?:(?:\.|\s[гр]\.)(?=,?\s+(?:오전\s|오후\s|[воу]\s|u\s)?\d{1,2}:\d\d))?"
# Before noon and after it in Arabic, as letters or as words with their accusative: ``03:15 م``, ``9:30 صباحًا``.
_HALF = r"(?:ص(?:باح(?:ا\u064b?|\u064bا))?|م(?:ساء\u064b?)?)(?!\w)"
_TIME = (
    r"(?:(?:\s*[,،\-–—|•·/]?\s*(?:um|at|à|a las|às|alle ore|ore|alle|om|klo|kl\.?|o godz\.|godz\.|saat|о|об|в|u|"
    r"الساعة|ساعت|เวลา|klockan|(?P<noon>오전|오후))?\s*|T)(?P<hour>[01]?\d|2[0-4])(?:\s?[:h時时点點시]\s?|\.)(?P<minute>[0-5]\d)(?!\d)(?:[:.分](?P<second>[0-5]\d)(?!\d))?"
    rf"(?:\.\d{{1,9}})?[分분]?(?:\s*(?P<half>[ap]\.?\s?m\b\.?|{_HALF}))?(?:\s*(?:Uhr|uur)\b|h\b)?"
    r"\s?(?P<zone>Z\b|[+\-−](?:0\d|1[0-4]):?[0-5]\d|\(?\b(?:UTC|GMT|CET|CEST|MEZ|MESZ|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|JST|MSK|МСК|EET|EEST|IST)\b)?)?"
)
# Before a date no letter stands, unless it ends a name that the page shows above (``Jane RoeMar 5, 2026``), or the
# word of a label or a section whose space is lost (``Posted12/05/2026``).
_SMALL = "a-zß-ÿа-яѐ-џґα-ώğışąćęłńśźżčďěňřšťůžőű"
_BEGIN = (
    r"(?:(?<!(?-i:[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]))"
    r"|(?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ]{2,9}\.?\s\d{1,2},\s\d{4}))"
    rf"|(?-i:(?<=[{_SMALL}])|(?<=[^\W\d_]{{4}}))(?=\d{{1,2}}\.?\s(?:de\s)?[^\W\d_]{{3,10}}[.,]?\s(?:de\s)?\d{{4}})"
    r"|(?<=20[0-4]\d)(?=\d{1,2}\.?\s[^\W\d_]{3,10}[.,]?\s\d{4})"  # the next date begins with another's year
    r"|(?<=[^\W\d_]{4})(?=\d{1,2}([./])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d))"
)
DATE = regex(
    rf"{_BEGIN}(?:(?<![/.\-:+])|(?<=[^\W\d_]:)|(?<=[א-ת]-)|(?<=:\d\d-))(?:"
    rf"{_YEAR.format('iso_y')}(?P<iso_sep>[-/.])(?P<iso_m>\d{{1,2}})(?:(?P=iso_sep)(?P<iso_d>\d{{1,2}}))?(?!\d|[/-](?!\d\d:\d\d)){_POINT}"
    # The year and its point first, as in Hungary and Korea.
    rf"|{_YEAR.format('dot_y')}\.\s(?P<dot_m>0?[1-9]|1[0-2])\.\s(?P<dot_d>0?[1-9]|[12]\d|3[01])(?![\d/-]){_POINT}"
    rf"|{_YEAR.format('ymd_y')}\.\s(?P<ymd_m>{WORD})\.?\s(?P<ymd_d>[0-3]?\d)(?=[.,\-–—]){_POINT}"
    # Korea's boards write the year with two numbers behind their label: ``작성일 26-03-18``.
    r"|(?<=[작등게입][성록시력]일 )(?P<bbs_y>\d\d)-(?P<bbs_m>0?[1-9]|1[0-2])-(?P<bbs_d>0?[1-9]|[12]\d|3[01])(?![\d-])"
    rf"|(?P<num_a>\d{{1,2}})(?P<num_sep>\.\s?|/|-)(?P<num_b>\d{{1,2}})(?P=num_sep)(?P<num_y>\d{{4}}|\d{{2}}){_NUMBER_END}{_POINT}"
    rf"|(?:(?P<era>{'|'.join(ERAS)})(?P<era_y>\d{{1,3}}|元)|{_YEAR.format('cjk_y')})\s?{_ERA_BESIDE}?[年년]\s?{_ERA_BESIDE}?(?P<cjk_m>\d{{1,2}})\s?[月월](?:\s?(?P<cjk_d>\d{{1,2}})\s?(?:日|일(?![간째])))?"
    rf"|(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|er|ère|re|º|°|ª|-?го|-?е|:[ae]|\.)?[\s\-]*(?:de\s|d['’]|of\s)?[/\s]*(?P<dmy_m>{_MONTH})\.?\s?[,،]?[\s\-]*/?(?:de\s|del\s|of\s)?\s*{_THAI_ERA}(?P<dmy_y>\d{{4}}){_END}{_POINT}"
    # Thailand writes the years since the Buddha's death with two numbers, Taiwan those of its republic without a word.
    rf"|(?P<tha_d>\d{{1,2}})\s?(?P<tha_m>[ก-ฮเ][ิีม]?\.[คพย]\.|[ก-๎]{{4,}})\s?(?P<tha_y>[3-7]\d)(?!\d)"
    rf"|(?P<roc_y>1[0-3]\d)(?:(?P<roc_sep>[/.-])(?P<roc_m>\d\d)(?P=roc_sep)(?P<roc_d>\d\d)(?![\d/-])|\s?年\s?(?P<rok_m>\d{{1,2}})\s?月\s?(?P<rok_d>\d{{1,2}})\s?日)"
    rf"|(?P<thg_d>\d{{1,2}})\s(?:tháng|thg)\s(?P<thg_m>\d{{1,2}})(?:,?\s(?:năm\s)?){_YEAR.format('thg_y')}"
    rf"|(?P<mdy_m>{WORD})\.?\s+(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?[,،]?\s+(?:de\s|del\s)?(?P<mdy_y>\d{{4}}){_END}"
    rf"|(?P<my_m>{_MONTH})\.?،?\s+(?:de\s|del\s|of\s)?\s*{_THAI_ERA}(?P<my_y>\d{{4}})(?!\d)"
    rf"){_TIME}",
    re.IGNORECASE,
)
_SEAM = regex(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
# ``Posted on`` stands above dates in every language; a Wednesday in Norway is ``on.``. Behind a day that is written
# out a stop ends the sentence, and a comma before ``le 14 mai`` the clause.
WEEKDAY_BEFORE = regex(
    r"((?!on\s)(?:(?:یک|دو|سه|چهار|پنج)[ \u200c]|יום\s)?"
    r"(?:[^\W\d_]|[\u0900-\u0dff\u0e31-\u0e4e])+(?:['’ʼ][^\W\d_]+|-feira)?"  # vowel signs are no letters
    r"|(?i:thứ|chủ)\s(?:[^\W\d_]+|[2-7]))(?:(?<![^\W\d_]{5})\.)?[,،，]?\s*(?:,\s*)?"
    r"(?:den|dem|d\.|dne|dnia|the|dia|día|ngày|ที่|الموافق|ה(?:-|־)|(?<!, )(?:o|el|le|il))?,?\s*$"
)
WEEKDAY_AFTER = regex(
    r"\s*[（(]?\s*((?:星期|周|週)[一二三四五六日天]|[月火水木金土日](?=曜|[)）])|[월화수목금토일](?=요일|[)）]))"
)
# Behind the date elsewhere: parted off before and behind (``6 марта 2025, пятница, 12:40``, ``6 March 2025 (Friday)``).
WEEKDAY_APART = regex(r"(?:[,،]\s|\s[(|]\s?)((?:[^\W\d_]|[\u0900-\u0dff\u0e31-\u0e4e]){4,16})(?=\s*(?:[),،|.;:–—-]|$))")
WEEKDAY_LAST = {
    "hu": regex(r"(?:\.|-[^\W\d_]{1,3})?,?\s\(?([^\W\d_]{4,11})(?![^\W\d_])"),  # ``január 12-én, hétfőn``
    "tr": regex(r",?\s+([^\W\d_]{4,9})(?![^\W\d_])"),  # ``14 Ocak 2026 Çarşamba``
}
_ANCHOR = r"\d(?:\d{3}|[./-]\s?\d{1,2}[./-]\s?\d\d)"
NUMERIC_ANCHOR = regex(_ANCHOR)
ANCHOR = regex(rf"{_ANCHOR}|{'|'.join(ERAS)}")
ANCHORS = {"th": regex(rf"{_ANCHOR}|[.ก-๎]\s?[3-7]\d(?!\d)"), "zh": regex(rf"{_ANCHOR}|1[0-3]\d\s?年|{'|'.join(ERAS)}")}
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "bst": 60, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "msk": 180, "мск": 180,
    "eet": 120, "eest": 180, "ist": 330,
}  # fmt: skip

# The digits of Arabic, Persian, Indic and Thai scripts, and the wide ones of East Asia: clock times have a form of
# their own.
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xFF10)
_DIGITS = {zero + number: str(number) for zero in _ZEROS for number in range(10)}
_FOREIGN_DIGIT = regex(f"[{''.join(map(chr, _DIGITS))}]")


def beyond(match: re.Match[str]) -> int:
    """Where a date may begin behind a match that is none: at a capital within its first word, else behind that."""
    end = match.end(next(name for name, value in match.groupdict().items() if value))
    seam = _SEAM.search(match.string, match.start(), end)
    return seam.start() if seam else end


def plain_digits(text: str) -> str:
    """The text with plain digits for those of other scripts: looking for one is far cheaper than translating."""
    return text if text.isascii() or not _FOREIGN_DIGIT.search(text) else text.translate(_DIGITS)


def offset(zone: str | None) -> str:
    """A time zone by name or numbers as ISO 8601 writes it; nothing for none."""
    if not zone:
        return ""
    name = zone.strip("( ").lower().replace("−", "-")
    if name in _ZONES:
        minutes = _ZONES[name]
    else:
        digits = name[1:].replace(":", "")
        minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if name[0] == "-" else 1)
    return str(datetime(2000, 1, 1, tzinfo=timezone(timedelta(minutes=minutes))).isoformat()[19:])
