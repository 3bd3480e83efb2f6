"""Chinese and Korean signatures that office, house, place and what was done stand around."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise
from validator.normalise.names import hangul, reporters

TAIWAN = (
    "新竹市東區昨（5）日發生一起調包案，一名老翁因遭詐騙欲拿出80萬現金，警方表示目前已鎖定嫌犯全力追緝中。",
    "根據警方調查，老翁於數月前接到電話，對方每日都與他聊天、關心生活，後來通知他中了頭獎。",
)
MAINLAND = (
    "昨日8时，棉纺宿舍区某单元3楼一户人家厨房突然冒烟，邻居翻窗关火，及时处置，该家庭只损失一口锅。",
    "多位居民称，是该户老人出门买菜忘记关火所致。据这家主人讲，没出什么事，只糊了一锅汤。",
)
KOREA = (
    "조일환 구청장 주재로 열린 회식에 한 언론사 직원 2명이 녹음을 시도하다 적발됐다. 경찰은 이들을 조사하고 있다.",
    "경찰은 회식이 끝난 직후 식당 종업원으로부터 누군가 작은 가방을 들고 왔다갔다 했다는 얘기를 듣고 수색했다.",
)


def signed(told: tuple[str, str], text: str) -> list[str]:
    """Who signs a text of the two paragraphs: ``|`` begins a line, ``¦`` is a bar."""
    lines = text.replace("|", "\n").replace("¦", "|").format(*told)
    return [one.value for one in normalise(Record(Location("drop.jsonl", 1), lines)).authors]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[海灣新聞網]記者林承翰／綜合報導", ["林承翰"]),
        ("海灣報 記者林承翰／新竹即時報導", ["林承翰"]),
        ("【本報記者林承翰新竹報導】", ["林承翰"]),
        ("[記者 林承翰 新竹 報導]", ["林承翰"]),
        ("即時中心／何宛庭報導", ["何宛庭"]),
        ("社會中心／何宛庭、林承翰報導", ["何宛庭", "林承翰"]),
        ("生活中心／綜合報導", []),
        ("林承翰／新竹報導", ["林承翰"]),
        ("文/本报记者 韩立春 图/本报记者 苏晴", ["韩立春"]),
        ("采写/渤海晨报记者韩立春 摄影/记者苏晴", ["韩立春"]),
        ("渤海都市报全媒体记者 韩立春 通讯员 苏晴 文/图", ["韩立春", "苏晴"]),
        ("本报记者 韩立春 文 苏晴 摄", ["韩立春"]),
        ("记者 韩立春 编辑 苏晴", ["韩立春"]),
        ("记者从气象局获悉", []),
        ("记者走访菜市场", []),
        ("韩立春 苏晴", []),
        ("新竹報導", []),
    ],
)
def test_a_line_that_is_a_chinese_signature(line, found):
    assert [line[start:end] for start, end in reporters.signed(line, vocabulary("zh"))] == found


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("假中獎真詐騙！老翁遭當街調包|[海灣新聞網]記者林承翰／綜合報導|{0}|{1}", ["林承翰"]),
        ("假中獎真詐騙！老翁遭當街調包|2025-11-05 10:20 海灣報 記者林承翰／新竹即時報導|{0}|{1}", ["林承翰"]),
        ("假中獎真詐騙！老翁遭當街調包|即時中心／何宛庭報導{0}|{1}", ["何宛庭"]),
        ("假中獎真詐騙！老翁遭當街調包|記者 林承翰 / 新竹報導 {0}|{1}", ["林承翰"]),
        ("假中獎真詐騙！老翁遭當街調包|生活中心／綜合報導|{0}|{1}", []),
    ],
)
def test_a_report_from_taiwan(text, authors):
    assert signed(TAIWAN, text) == authors


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("厨房冒烟遇邻居 所幸只糊一锅汤|本报记者韩立春 实习生苏晴 {0}|{1}", ["韩立春", "苏晴"]),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|渤海网讯 记者 韩立春 通讯员 苏晴 {0}|{1}", ["韩立春", "苏晴"]),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|本报讯 （韩立春 苏晴） {0}|{1}", ["韩立春", "苏晴"]),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|新华网长春11月8日电(高文杰杨丽梅){0}|{1}(完)", ["高文杰", "杨丽梅"]),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|{0}|{1}(韩立春 赵柏林 苏晴)", ["韩立春", "赵柏林", "苏晴"]),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|{0}|{1}（责任编辑：韩立春）", []),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|{0}|{1}（来源 渤海都市报）", []),
        ("厨房冒烟遇邻居 所幸只糊一锅汤|{0}|{1}（全文完）", []),
    ],
)
def test_a_report_from_the_mainland(text, authors):
    assert signed(MAINLAND, text) == authors


@pytest.mark.parametrize(
    "text",
    [
        "구청장 회식 녹음하려던 2명 '들통'|2010-03-12 임하늘 기자|{0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|임하늘 기자 2010.03.12 10:20|{0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|입력 : 2010.03.12 10:20 ¦ 임하늘 기자|{0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|솔내일보 2010-03-12 10:20 임하늘 기자 sky@solnae.example|{0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|[솔내뉴스=임하늘 기자] {0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|[솔내일보 임하늘 기자] {0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|솔내뉴스 임하늘 기자 = {0}|{1}",
        "구청장 회식 녹음하려던 2명 '들통'|{0}|{1} /솔내=임하늘 기자",
        "구청장 회식 녹음하려던 2명 '들통'|{0}|{1} 임하늘 기자 sky@solnae.example",
        "구청장 회식 녹음하려던 2명 '들통'|{0}|{1}(임하늘 기자)",
    ],
)
def test_a_korean_report(text):
    assert signed(KOREA, text) == ["임하늘"]


@pytest.mark.parametrize(
    "text",
    ["[솔내시 임하늘] 다리가 통제된다.", "다리가 통제된다고 말했다. 임하늘 씨", "[사진=임하늘] 다리가 통제된다."],
)
def test_a_korean_name_without_its_office_signs_nothing(text):
    assert hangul.run_in(text, last=True) == []
