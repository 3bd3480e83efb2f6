"""Rows judged by kind are judged as they are one by one: the same findings at the same places, the same counts."""

from __future__ import annotations

import io
import json

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from tests.strategies import records
from validator.check.registry import by_name
from validator.config.load import profile
from validator.corpus.features import unpacked
from validator.engines.desk import Desk, Question
from validator.kinds import names
from validator.kinds.ordinary import standing
from validator.lexicons.lexicon import LANGUAGES
from validator.read.columns import cut
from validator.read.piece import Piece
from validator.read.streams import Stream
from validator.rules.schema.duplicate_id import DuplicateId
from validator.rules.survey import CorpusRule

DAYS = st.sampled_from(
    [
        *(
            "2024-02-29",
            "2023-02-29",
            "2021-06-30",
            "2021-07-02",
            "2021-08-09",
            "2001-02-03",
            "2001-02-05",
            "1970-01-01",
        ),
        *("2024-5-6", "31.02.2024", "17.06.2024", "05.07.2021", "1950-03-04"),
    ]
)
CLOCKS = st.sampled_from(
    [
        "",
        "T10:20:30Z",
        "T23:59:59Z",
        "T00:00:00Z",
        "T10:20:30+02:00",
        "T23:30:00-05:00",
        "T00:30:00+09:00",
        "T00:10:00",
        "T25:00:00Z",
    ]
)
DATES = st.one_of(
    st.none(),
    st.builds("{}{}".format, DAYS, CLOCKS),
    st.sampled_from(["", "yesterday", "2024", "2021-06", "2021-08", "n/a", "\0form x"]),
)
SITES = st.sampled_from(
    ["https://post.example/", "http://www.kurier.example/", "https://archive.example/", "post.example/"]
)
PATHS = st.sampled_from(
    [
        "news/1",
        "2024/02/29/pool",
        "a/2021/06/30/x-y",
        "2023/02/29/x",
        "20240229/x",
        "a/2021/07/02/",
        "2021/08/01/pool?utm_source=a&page=2",
        "archiv/7",
        "x?utm_source=a",
        "News/Pool?utm_source=B",
        "x?day=2001-02-03",
        "x#top",
        "2025/1234",
        "2025/7-x",
        "2021/13/45/x",
        "2021",
        "2021/08?day=1",
        "20240229?page=2",
        "",
    ]
)
URLS = st.one_of(st.none(), st.builds("{}{}".format, SITES, PATHS), st.just("-"))
ROWS = st.fixed_dictionaries(
    {
        "id": st.one_of(st.none(), st.sampled_from(["a-1", "b-22222", "ark:/3", "n/a", "", "historic-4"])),
        "title": st.one_of(
            st.none(), st.sampled_from(["Council votes", "undefined", "-", "Short", "The pool is built at last"])
        ),
        "date": DATES,
        "author": st.one_of(
            st.none(),
            st.sampled_from(
                [
                    "Jane Roe",
                    "Ann Poe",
                    "admin",
                    "By Jane Roe",
                    "AFP",
                    "Example Post",
                    "N/A",
                    "",
                    "Redaktion",
                    "jane@post.example",
                ]
            ),
        ),
        "language": st.sampled_from(["en", "fr", "jp", "xx", "", None]),
        "outlet": st.sampled_from(["Example Post", "Kurier", "-", "https://post.example/2024/02/29/pool", None]),
        "url": URLS,
    },
    optional={
        "crawled_at": DATES,
        "date_modified": DATES,
        "canonical_url": URLS,
        "photo_credit": st.sampled_from(
            ["Jane Roe", "Max Doe", "Ann Poe", "Ann Poe / AFP", "AFP", "Facebook", "CC BY 4.0", "-", ""]
        ),
        "text": st.sampled_from([None, "", " ", "The council voted."]),
        "colour": st.sampled_from(["red", "blue"]),
    },
)
LISTED = st.builds(
    lambda row, names: {**row, "author": names}, ROWS, st.lists(st.sampled_from(["Jane Roe", "-", "Max Doe"]))
)
QUESTIONS = [Question(profile("news-drop"), as_of=day, corpus=False) for day in (None, "2022-01-01")]
MANY = [name for name, rule in by_name().items() if issubclass(rule, CorpusRule) and rule is not DuplicateId]
IDS = Question(profile("news-drop"), ignore=tuple(MANY))


def both(pieces, question):
    """What is said with the screen and without it; the rows that the screen spared are told as well."""
    screened, plain = Desk(question, None), Desk(question, None)
    assert screened._screen is not None
    plain._screen, screened.small = None, 0
    return told(screened(pieces)), told(plain(pieces)), screened._screen


def told(share):
    rows = sorted(row for packed in share.features for row in unpacked(packed)[0])
    return [(share.counts, share.findings.findings, rows)]


@pytest.mark.parametrize("question", [*QUESTIONS, IDS], ids=["no day", "a day", "ids"])
@given(st.lists(st.one_of(ROWS, ROWS, LISTED, records()), min_size=1, max_size=25))
@settings(deadline=None, max_examples=30)
def test_json_lines(question, rows):
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    screened, plain, _ = both([Piece("a.jsonl", "json_lines", raw, 7, 9)], question)

    assert screened == plain


@given(st.lists(ROWS, min_size=1, max_size=25))
@settings(deadline=None, max_examples=20)
def test_columns(rows):
    sink = io.BytesIO()
    names = dict.fromkeys(name for row in rows for name in row)
    parquet.write_table(
        pa.table({name: pa.array([row.get(name) for row in rows], pa.string()) for name in names}), sink
    )
    pieces = list(cut(Stream(io.BytesIO(sink.getvalue())), "a.parquet", QUESTIONS[0].names))
    screened, plain, _ = both(pieces, QUESTIONS[0])

    assert screened == plain


def test_ordinary_rows_are_judged_once():
    rows = [
        {
            "id": f"row-{at}",
            "title": f"The council votes for pool {at}",
            "author": f"Jane {'ABCDEFGH'[at % 8]}. Roe",
            "date": f"2024-02-{1 + at % 28:02d}T10:00:{at % 60:02d}Z" if at % 5 else "31.02.2024",
            "url": f"https://post.example/news/{at}",
        }
        for at in range(2000)
    ]
    screened, plain, screen = both(
        [Piece("a.jsonl", "json_lines", b"".join(json.dumps(row).encode() + b"\n" for row in rows))], QUESTIONS[0]
    )

    assert screened == plain
    assert len(screen._kinds) == 2
    assert screen.usable


def test_who_took_the_picture_too_is_told_once_and_names_forgotten_are_asked_again(monkeypatch):
    monkeypatch.setattr(names, "_MOST", 2)
    signed = [f"{first} {last}" for first in ("Jane", "Ann", "Mary") for last in ("Roe", "Poe", "Doe")]
    rows = [{"id": f"row-{at}", "author": one, "photo_credit": one} for at, one in enumerate(signed * 40)]
    rows += [{"id": f"row-{at}", "author": one, "photo_credit": "N/A"} for at, one in enumerate(signed)]
    lines = [json.dumps(row).encode() + b"\n" for row in rows]
    pieces = [Piece("a.jsonl", "json_lines", b"".join(lines[at : at + 100]), at) for at in range(0, len(lines), 100)]
    screened, plain, screen = both(pieces, QUESTIONS[0])

    assert screened == plain
    jane = ("Jane Roe",)
    assert {key[1:] for _, _, key in screen._kinds} == {(jane, jane), (jane, "N/A")}


LATIN, CYRILLIC, GREEK = "aeioubcdfgklmnprstzäéßł", "абвгдежиклмнопрстуюя", "αβγδεικλμνοπρστ"
ARABIC, HEBREW, DEVANAGARI = "ابتحخدرسصعفقكلمني", "אבגדהוזחטילמנ", "कखगचजतनपमरलवसािीेो"
LETTERS = st.sampled_from([LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI])
HAN = "云桂兰岚晓棠怀瑾椎葉槇柊汐霧沢顾祁骆温岑"
SOME_WORDS = st.lists(LETTERS.flatmap(lambda one: st.text(one, min_size=2, max_size=9)), min_size=2, max_size=4)


@given(
    st.lists(st.one_of(SOME_WORDS.map(" ".join).map(str.title), st.text(HAN, min_size=3, max_size=4))),
    st.sampled_from([None, *LANGUAGES]),
)
@settings(deadline=None, max_examples=20)
def test_what_has_the_form_of_a_name_is_found_to_be_one(some, language):
    some += [one.upper() for one in some]
    formed = [name for name in some if standing(name, "A Z") == "A Z"]
    asked = names.Names(Desk(QUESTIONS[0], None)._each)
    for field in ("author", "photo_credit"):
        asked._ask([{field: (field, one, language)} for one in formed])

    assert all(asked._plain.values())


def test_words_that_a_lexicon_knows_make_no_ordinary_name():
    plain = ["Wenna Tolmeer-Hask", "WENNA TOLMEER", "Зорян Криничник", "विकास सोनवाने", "顾怀瑾", "霧沢椎葉"]
    assert {standing(one, "A Z") for one in plain} == {"A Z"}
    assert standing("Wenna Tolmeer 12.03.2025", "A Z") == "A Z 12.03.2025"
    odd = ["Wenna", "By Wenna", "Wenna Reuters", "Redaktion Tolmeer", "wenna tolmeer", "Wenna Tolmeer 3rd", ""]
    odd += ["怀瑾", "本报记者", "顾记者", "怀瑾的棠", "顾怀瑾晓棠"]
    assert [standing(one, "A Z") for one in odd] == odd


def test_findings_quote_each_row_in_its_own_words():
    rows = [
        {
            "id": f"row-{at}",
            "date": f"{13 + at % 9}.06.2024" if at % 2 else f"2024-06-{10 + at % 9}T10:20:30+02:00",
            "crawled_at": f"2024-07-{1 + at % 9:02d}T08:00:{at % 60:02d}Z"
            if at % 2
            else f"2024-05-{10 + at % 9}T08:20:30Z",
            "url": f"https://post.example/2024/05/{10 + at % 9}/pool-{at}"
            if at % 3
            else "https://post.example/2024/05/31/x",
        }
        for at in range(600)
    ]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    screened, plain, screen = both([Piece("a.jsonl", "json_lines", raw)], QUESTIONS[0])

    assert screened == plain
    ((_, found, _),) = screened
    quoted = {seen.quote for one in found if one.rule != "date.url_conflict" for seen in one.evidence}
    assert quoted >= {row["date"] for row in rows}
    assert {one.message for one in found if one.rule == "date.future"} == {"published 31 days after it was collected"}
    assert screen._odd == 0


def test_the_day_in_an_archives_address_stays_beside_its_date():
    rows = [{"id": f"{at}", "date": None, "url": None, "crawled_at": "2021-07-02"} for at in range(3)]
    rows.append({"date": "2021-06-30", "url": "https://archive.example/a/2021/06/30/x-y", "crawled_at": ""})
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    screened, plain, _ = both([Piece("a.jsonl", "json_lines", raw)], QUESTIONS[0])

    assert screened == plain


def test_an_agency_beside_many_outlets_is_judged_once():
    rows = [
        {
            "id": f"row-{at}",
            "date": "2024-03-04T10:00:00Z",
            "author": "Jane Roe" if at % 2 else "AFP",
            "outlet": f"{'Avon Bray Coln Dove Exe'.split()[at % 5]}side Gazette",
            "url": f"https://www.{'avon bray coln dove exe'.split()[at % 5]}side.example/2024/03/04/pool-{at}",
            "crawled_at": f"2024-03-05T10:00:{at % 60:02d}Z",
        }
        for at in range(400)
    ]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    screened, plain, screen = both([Piece("a.jsonl", "json_lines", raw)], QUESTIONS[0])

    assert screened == plain
    assert len(screen._kinds) == 2


def test_ids_are_told_of_rows_that_are_judged_by_kind():
    rows = [{"id": f"row-{at % 900}", "url": f"https://post.example/2024/{at + 100}"} for at in range(1000)]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    screened, plain, screen = both([Piece("a.jsonl", "json_lines", raw)], IDS)

    assert screened == plain
    assert [row[:2] for row in screened[0][-1][:3]] == [
        ("row-0", "a.jsonl"),
        ("row-0", "a.jsonl"),
        ("row-1", "a.jsonl"),
    ]
    assert len(screen._kinds) == 1


def test_months_of_one_row_are_told_apart():
    raw = json.dumps({"id": "a-1", "date": "2021-06", "outlet": "Example Post", "crawled_at": "2021-08"}).encode()
    screened, plain, _ = both([Piece("a.jsonl", "json_lines", raw)], QUESTIONS[0])

    assert screened == plain


def test_rows_with_a_text_are_left_alone():
    rows = [{"id": f"a-{at}", "text": f"The council voted {at} times."} for at in range(20)]
    _, _, screen = both(
        [Piece("a.jsonl", "json_lines", b"".join(json.dumps(row).encode() + b"\n" for row in rows))], QUESTIONS[0]
    )

    assert not screen.usable


@pytest.mark.parametrize("select", [(), ("author", "date", "title")])
def test_rows_without_a_text_lack_what_their_fields_lack(select):
    rows = [{"id": "1", "title": "Council votes"}, {"id": "2", "text": ""}]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    question = Question(profile("news-drop"), select, corpus=False)

    ((_, found, _),) = told(Desk(question, None)([Piece("a.jsonl", "json_lines", raw)]))

    asked = ("author.missing", "date.missing", "title.missing")
    missing = [(one.article_id, one.rule) for one in found if one.rule in asked]
    assert missing == [*(("1", rule) for rule in asked[:2]), *(("2", rule) for rule in asked)]


def test_what_a_row_declares_is_judged_without_a_text():
    fields = [
        {"author": "admin"},
        {"author": "Redazione", "language": "it"},
        {"author": "www.example.org/roe"},
        {"author": "By Jane Roe"},
        {"date": "05/06/2025"},
        {"photo_credit": "Jane Roe", "photo_licence": "CC BY-SA-ND 4.0"},
        {"photo_credit": "flickr.com", "photo_licence": "CC BY 2.0"},
    ]
    whole = {"author": "Jane Roe", "date": "2025-05-06", "outlet": "Example Post"}
    rows = [{"id": f"{at}", "title": "Council votes", **whole, **one} for at, one in enumerate(fields)]
    raw = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    question = Question(profile("news-drop"), (), corpus=False)

    ((_, found, _),) = told(Desk(question, None)([Piece("a.jsonl", "json_lines", raw)]))

    assert {(one.article_id, one.rule) for one in found} >= {
        ("0", "author.placeholder"),
        ("1", "author.organisation"),
        ("2", "author.url"),
        ("3", "author.prefix"),
        ("4", "date.ambiguous_dmy"),
        ("5", "licence.invalid"),
        ("6", "licence.attribution_missing"),
        ("6", "photo.source_domain_only"),
    }
