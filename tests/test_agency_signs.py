"""The agency whose copy an article is, where only its dateline or its last sentence names it."""

from __future__ import annotations

import pytest

from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

LINES = (
    "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its many passengers.",
    "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May.",
    "Fares stay as they were, although fuel has become dearer and the islanders were told to expect more.",
)
OTHERS = {
    "ru": "Мэрия сообщила в понедельник, что работы заняли два года и обошлись в четыре миллиона рублей.",
    "it": "Il comune ha detto lunedì che i lavori sono durati due anni e sono costati quattro milioni di euro.",
    "ko": "시는 월요일 공사에 2년이 걸렸고 비용은 당초 계획보다 1억 원 많은 4억 원이 들었다고 밝혔다.",
    "fr": "Le conseil a déclaré lundi que les travaux avaient duré deux ans et coûté quatre millions, un de trop.",
}


def agency(*lines):
    return normalise(Record(Location("drop.jsonl", 1), "\n".join(lines))).agency.value


@pytest.mark.parametrize(
    ("language", "opening", "named"),
    [
        ("it", "(ANSA) - SKARROW, 30 OTT - ", "ANSA"),
        ("fr", "(AFP) ", "AFP"),
        ("ru", "СКАРРОУ, 17 апреля. /ТАСС/. ", "ТАСС"),
        ("ko", "【전주=뉴시스】서준영 기자 = ", "뉴시스"),
        ("it", "(GRAFICA) - SKARROW, 30 OTT - ", None),
        ("fr", "Les quais nord/sud et est/ouest : ", None),
    ],
)
def test_the_agency_that_opens_a_dateline(language, opening, named):
    text = OTHERS[language]
    assert agency(opening + text, "", f"{text} {text}") == named


def test_an_underscore_for_the_datelines_dash():
    assert agency("Ferry sails again", "", f"SKARROW, Neb. (AP) _ {LINES[0]}", *LINES[1:]) == "AP"


@pytest.mark.parametrize(
    ("end", "named"),
    [
        (" (AFP)", "AFP"),
        (" — Sapa-AFP", "SAPA"),
        (" – BERNAMA", "Bernama"),
        (" (AFP/Jane Roe)", None),
        (" — Correspondent", None),
        (" (see page 3)", None),
    ],
)
def test_the_agency_behind_the_last_sentence(end, named):
    assert agency("Ferry sails again", "", *LINES[:2], LINES[2] + end) == named


def test_the_agency_of_a_report_and_of_a_date_line():
    report = "This report by The Canadian Press was first published Dec. 8, 2020."
    assert agency("Ferry sails again", "", *LINES, "", report) == "CP"
    headed = ("Un bac repart", "", "8 mars 2019 à 17h43 par AFP", "", OTHERS["fr"], "", OTHERS["fr"] + OTHERS["fr"])
    assert agency(*headed) == "AFP"


@pytest.mark.parametrize(
    ("body", "line", "named"),
    [
        (LINES, "Source: The Skarrow Beacon", "The Skarrow Beacon"),
        ([OTHERS["fr"]] * 2, "Source : Publié le 09-01-2019 Modifié le 09-01-2019 à 08:59", None),
        (LINES, "Sources: the harbour board. Harbour News", None),
    ],
)
def test_what_stands_behind_a_sources_label_is_an_outlet_or_nothing(body, line, named):
    told = "\n".join(("Skarrow", "", *body, "", line))
    assert normalise(Record(Location("drop.jsonl", 1), told)).source.value == named
