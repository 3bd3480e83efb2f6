"""Signatures of several words in Chinese and Japanese: whom they name, and what falls away."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.normalise.names import bylines, nobody
from validator.normalise.names import names as names_of


def names(value, language):
    return [(one.value, one.kind) for one in bylines.split(value, vocabulary(language))]


@pytest.mark.parametrize(
    ("language", "value", "persons"),
    [
        ("ja", "共同通信 若葉支局 仁科貴志", ["仁科貴志"]),
        ("ja", "若葉支局・仁科貴志", ["仁科貴志"]),
        ("ja", "社会部 仁科貴志", ["仁科貴志"]),
        ("ja", "【若葉支局】仁科貴志", ["仁科貴志"]),
        ("ja", "仁科貴志（若葉支局長）", ["仁科貴志"]),
        ("ja", "仁科 貴志", ["仁科 貴志"]),
        ("ja", "長谷川 大輔", ["長谷川 大輔"]),
        ("zh", "新华社记者 周启航", ["周启航"]),
        ("zh", "新华社记者周启航", ["周启航"]),
        ("zh", "青河晚报记者 周启航 通讯员 吴燕", ["周启航", "吴燕"]),
        ("zh", "〔記者周啟航／台北報導〕", ["周啟航"]),
        ("zh", "周启航 吴燕", ["周启航", "吴燕"]),
        ("zh", "文｜周启航", ["周启航"]),
        ("zh", "文｜青河周報 周啟航", ["周啟航"]),
    ],
)
def test_offices_desks_and_agencies_fall_away(language, value, persons):
    assert names(value, language) == [(one, "person") for one in persons]


@pytest.mark.parametrize(
    ("language", "value", "kind"),
    [("ja", "社会部", "organisation"), ("zh", "本报编辑部", "organisation"), ("ja", "共同通信", "agency")],
)
def test_an_office_alone_stays_what_it_is(language, value, kind):
    assert [kind for _, kind in names(value, language)] == [kind]


@pytest.mark.parametrize("line", ["社会部 事件続報", "記者 会見", "社会部 田中"])
def test_a_heading_of_two_words_is_no_signature(line):
    assert not bylines.looks_like(line, vocabulary("ja", "zh"))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Нижний Новгород"),
        ("cs", "Kulturní dům Vrbovo"),
        ("el", "Δήμος Βόλου"),
        ("tr", "Büyük Millet Meclisi"),
        ("hi", "विजय चौक"),
        ("fa", "علی آباد"),
    ],
)
def test_places_and_offices_sign_nothing(language, line):
    assert nobody.signs_nothing(line, vocabulary(language))


@pytest.mark.parametrize(
    ("language", "line", "signs"),
    [
        ("pl", "Anna Malik / 12.05.2024", True),
        ("pl", "Rada Miasta / 12.05.2024", False),
        ("hi", "नगर निगम / 12.05.2024", False),
        ("ja", "速報 一覧 2024年5月12日", False),
    ],
)
def test_beside_a_day_a_place_or_an_office_signs_nothing_either(language, line, signs):
    assert bylines.beside_dates(line, vocabulary(language)) is signs


@pytest.mark.parametrize("place", ["张家口", "高新区", "金融街"])
def test_a_place_is_no_chinese_name(place):
    assert not names_of.is_cjk_full_name(place)
