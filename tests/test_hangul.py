"""Korean: who signs a line, who gave a picture, which agency a dispatch is of, and what is none of these."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.lexicons.lexicon import sections, vocabulary
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits import signals
from validator.normalise.dates import moments
from validator.normalise.names import bylines, hangul
from validator.read.fields import to_record

WORDS = vocabulary("ko")
NAMES = record_map("default").names
TITLE = "물레방아 마을에 장이 선다"
BODY = (
    "솔내마을 물레방아 앞 장터가 십 년 만에 다시 문을 열었다. 주민들은 겨우내 지붕을 고치고 길을 넓혔다고 했다.",
    "상인 스무 명이 자리를 신청했고 첫날에는 떡과 그릇이 모두 팔렸다. 이장은 장이 서야 마을이 산다고 말했다.",
)


def article(*blocks):
    record = to_record({"text": "\n\n".join(blocks), "title": TITLE, "language": "ko"}, Location("a"), NAMES)
    return normalise(record)


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("임하늘 기자", ["임하늘"]),
        ("임하늘·오상민 기자", ["임하늘", "오상민"]),
        ("임하늘 기자, 오상민 인턴기자", ["임하늘", "오상민"]),
        ("/임하늘 기자 haneul@solnae.example", ["임하늘"]),
        ("솔내=임하늘 기자", ["임하늘"]),
        ("글·사진 임하늘 기자", ["임하늘"]),
        ("글 임하늘 사진 오상민", ["임하늘"]),
        ("문화부 임하늘 기자", ["임하늘"]),
        ("임하늘 문화부 기자", ["임하늘"]),
        ("[임하늘 특파원]", ["임하늘"]),
        ("임하늘 오상민 기자 haneul@solnae.example", ["임하늘", "오상민"]),
        ("임하늘 선임기자 오상민 기자", ["임하늘", "오상민"]),
        ("강원도 임하늘 기자", ["임하늘"]),
        ("임하늘기자 구독", ["임하늘"]),
        ("임하늘·오상민 기자 다른기사 보기", ["임하늘", "오상민"]),
    ],
)
def test_a_signature_names_whom_its_office_follows(line, persons):
    assert [line[start:end] for start, end in hangul.signed(line)] == persons
    assert [(one.value, one.kind) for one in bylines.split(line, WORDS)] == [(one, "person") for one in persons]


@pytest.mark.parametrize(
    "line", ["사진=오상민 기자", "번역=임하늘 기자", "전직 신문 기자", "다시 문을 연 장터", "임하늘", "The reporter"]
)
def test_other_lines_are_no_signature(line):
    assert hangul.signed(line) == []


@pytest.mark.parametrize(
    ("blocks", "authors"),
    [
        ((TITLE, *BODY, "임하늘 기자 haneul@solnae.example"), ["임하늘"]),
        ((TITLE, "임하늘·오상민 기자", "입력 2026.01.19 09:12", *BODY), ["임하늘", "오상민"]),
        ((TITLE, f"(솔내=솔내통신) 임하늘 오상민 기자 = {BODY[0]}", BODY[1]), ["임하늘", "오상민"]),
        ((TITLE, f"(솔내=솔내통신) {BODY[0]}", BODY[1]), []),
        ((TITLE, "다시 문을 연 장터", *BODY), []),
        ((TITLE, "사진 속 주인공은 웃고 있었다", *BODY), []),
    ],
)
def test_the_signature_is_the_articles(blocks, authors):
    assert [one.value for one in article(*blocks).authors] == authors


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("(솔내=연합뉴스) 임하늘 기자 = ", "연합뉴스"),
        ("[솔내=뉴시스] 임하늘 기자 = ", "뉴시스"),
        ("(솔내=솔내신문) 임하늘 기자 = ", None),
    ],
)
def test_a_dispatch_names_its_agency_in_the_bracket(opening, agency):
    assert article(TITLE, opening + BODY[0], BODY[1]).agency.value == agency


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("물레방아 앞 장터에 모인 주민들. 솔내군 제공", "솔내군"),
        ("물레방아 앞 장터에 모인 주민들 [솔내군 제공]", "솔내군"),
        ("물레방아 앞 장터에 모인 주민들. /사진=솔내군", "솔내군"),
        ("물레방아 앞 장터에 모인 주민들 사진=임하늘 기자", "임하늘 기자"),
        ("[솔내군 제공. 재판매 및 DB 금지]", "솔내군"),
        ("[촬영 임하늘]", "임하늘"),
        ("[사진 보기]", None),
        ("사진 이야기", None),
        ("장터에서는 점심을 무료로 제공", None),
        ("사진 속 주인공은 웃고 있었다", None),
    ],
)
def test_who_gave_a_picture(line, value):
    seen = credit_lines.find(line, WORDS) if signals.possible(line, line.lower(), WORDS) else None

    assert (seen.value if seen else None) == value


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("무단 전재 및 재배포 금지", "boilerplate.copyright_footer"),
        ("댓글 12개", "boilerplate.comment_form"),
        ("요청하신 페이지를 찾을 수 없습니다.", "page.error"),
        ("이 기사는 유료회원 전용입니다", "page.paywall"),
        ("▶ 관련기사", "boilerplate.related"),
    ],
)
def test_furniture_is_known(line, section):
    assert section in sections(line)


@pytest.mark.parametrize(
    "line", ["댓글을 읽지 않게 된 뒤로 시가 길어졌다", "광고 문구를 오려 붙인 시도 있다", "사진은 한 장도 싣지 않았다"]
)
def test_prose_is_none(line):
    assert not sections(line)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("입력 2026년 1월 19일 오후 2시 10분", "2026-01-19T14:10"),
        ("2026년 1월 19일 오전 9:05", "2026-01-19T09:05"),
        ("2026.01.19 오후 12:30", "2026-01-19T12:30"),
        ("2026. 1. 19. 오후 3:05", "2026-01-19T15:05"),
        ("2026년1월19일", "2026-01-19"),
        ("송고2026-01-19 14:10", "2026-01-19T14:10"),
        ("입력2026.01.19. 오후 2:10", "2026-01-19T14:10"),
        ("2019년 5월 4일간의 잔치", "2019-05"),
    ],
)
def test_dates_and_halves_of_the_day(text, value):
    assert [one.moment.value for one in moments.find(text, "ko")] == [value]


def test_a_weekday_in_brackets_is_the_dates():
    (seen,) = moments.find("2025년 11월 4일(화) 주민 총회가 열렸다.", "ko")

    assert (seen.moment.value, seen.moment.weekday) == ("2025-11-04", 2)
