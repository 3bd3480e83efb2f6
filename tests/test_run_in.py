"""Bylines that open or close a paragraph in Chinese and Japanese, and brackets that are none."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.lexicons.lexicon import vocabulary
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.names import run_in
from validator.read.fields import to_record

REST = "\n\n一間咖啡館收留了七隻流浪貓，市民每天下午都來看望牠們，店主說這樣的日子很熱鬧。"


def named(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in run_in.spans(text, vocabulary(language), last=True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("〔記者周啟航／台北報導〕台北市一間咖啡館收留了七隻流浪貓。", ["周啟航"]),
        ("〔記者周啟航、吳燕／綜合報導〕山城。", ["周啟航", "吳燕"]),
        ("（中央社記者周啟航台北12日電）台北市一間咖啡館。", ["周啟航"]),
        ("【本報記者周啟航台北報導】山城。", ["周啟航"]),
        ("【山城報2026年1月12日訊】（山城報記者吳燕台北報導）山城。", ["吳燕"]),
        ("本报讯（记者 周启航）山城一间咖啡馆。", ["周启航"]),
        ("山城晚报讯（全媒体记者 吴燕 实习生 周启航）山城。", ["吴燕", "周启航"]),
        ("本报讯（记者周启航 通讯员吴燕）山城一间咖啡馆。", ["周启航", "吴燕"]),
        ("山城一间咖啡馆收留了流浪猫。（记者 周启航）", ["周启航"]),
        ("【本报讯】记者周海燕报道：山城一间咖啡馆。", ["周海燕"]),
        ("本报记者周海燕报道：山城一间咖啡馆。", ["周海燕"]),
        ("【本報訊】記者周啟航台北報導：山城。", ["周啟航"]),
        ("记者周海燕说：山城一间咖啡馆。", []),
        ("记者昨天报道，山城一间咖啡馆。", []),
        ("记者从气象局获悉报道，山城一间咖啡馆。", []),
        ("（路透台北12日電）山城。", []),
        ("（资料图）山城。", []),
        ("（记者节）是一个节日。", []),
        ("记者（周启航）说。", []),
        ("山城一间咖啡馆。（完）", []),
        ("山城。（作者单位：山城大学）", []),
    ],
)
def test_chinese(text, names):
    assert named(text, "zh") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("【若葉支局・仁科貴志】若葉町は渡し船を。", ["仁科貴志"]),
        ("【ワシントン＝仁科貴志】若葉町は。", ["仁科貴志"]),
        ("船は電気で動く。（佐藤美咲、鈴木大輔）", ["佐藤美咲", "鈴木大輔"]),
        ("船は電気で動く。（若葉支局・仁科貴志）", ["仁科貴志"]),
        ("船は電気で動く。（写真部長 仁科貴志）", ["仁科貴志"]),
        ("船は電気で動く。（写真も　仁科貴志）", ["仁科貴志"]),
        ("船は電気で動く。（取材・文＝仁科貴志）", ["仁科貴志"]),
        ("船は電気で動く。（佐藤　美咲）", ["佐藤　美咲"]),
        ("船は電気で動く。（社会　政治）", []),
        ("【北京共同】若葉町は。", []),
        ("【仁科貴志】若葉町は。", []),
        ("船は電気で動くという（佐藤美咲）", []),
        ("新しい灯台が完成した。（関連記事）", []),
        ("船は電気で動く。（青木町）", []),
        ("船は電気で動く。（大島渚監督）", []),
        ("船は電気で動く。（高橋製作所）", []),
        ("船は電気で動く。（共同）", []),
        ("船は電気で動く。（敬称略）", []),
        ("知事は辞意を示した。（山田太郎知事）", []),
    ],
)
def test_japanese(text, names):
    assert named(text, "ja") == names


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"咖啡館收留流浪貓\n\n〔記者周啟航／台北報導〕台北市一間咖啡館收留了七隻流浪貓。{REST}", ["周啟航"]),
        (f"咖啡館收留流浪貓\n\n台北市一間咖啡館（記者周啟航攝）收留了七隻流浪貓。{REST}", []),
        (f"咖啡館收留流浪貓\n\n記者吳燕／台北報導\n\n〔記者周啟航／台北報導〕台北市一間咖啡館。{REST}", ["吳燕"]),
    ],
)
def test_an_article_is_signed_so_where_no_line_signs_it(text, authors):
    record = to_record({"text": text, "language": "zh"}, Location("a.jsonl", 1, 1), record_map("default").names)

    assert [one.value for one in normalise(record).authors] == authors
