"""Names in the field of the author: the surname first, ranks, which of father and son it is, a list in one string."""

from __future__ import annotations

import pytest

from validator.config.load import record_map
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.read.fields import to_record

NAMES = record_map("default").names


@pytest.mark.parametrize(
    ("language", "declared", "persons"),
    [
        ("de", "OLDEWURTEL, Swantje", ["Swantje OLDEWURTEL"]),
        ("en", "Marchbanks, J. K.", ["J. K. Marchbanks"]),
        ("nl", "van der Molen, Pieter", ["Pieter van der Molen"]),
        ("de", "Oldewurtel, Swantje; Quast, Malte", ["Swantje Oldewurtel", "Malte Quast"]),
        ("en", "Jane Roe, Skarrow", ["Jane Roe"]),
        ("en", "SKARROW, Jane Roe", ["Jane Roe"]),
        ("en", "Jane Roe; John Doe", ["Jane Roe", "John Doe"]),
        ("de", "Oldewurtel, Swantje", ["Oldewurtel", "Swantje"]),
        ("cs", "Josef Novák ml.", ["Josef Novák ml."]),
        ("de", "Karl Weber sen., Anna Lang", ["Karl Weber sen.", "Anna Lang"]),
        ("fr", "Jean Labrousse père", ["Jean Labrousse père"]),
        ("en", "Robert Haye, Jr.", ["Robert Haye, Jr."]),
        ("en", "Robert Haye, Sr. Editor", ["Robert Haye"]),
        ("en", "['Robert Haye', \"Ann O'Dell\"]", ["Robert Haye", "Ann O'Dell"]),
        ("en", "['Robert Haye', 7]", []),
        ("sv", "Kerstin Back Mattsson", ["Kerstin Back Mattsson"]),
        ("it", "Elena Del Ben", ["Elena Del Ben"]),
        ("en", "Kim Le", ["Kim Le"]),
        ("en", "NaN", []),
        ("en", "null", []),
        ("en", "Anna Null", ["Anna Null"]),
        ("pl", "mł. asp. Ewelina Kot", ["Ewelina Kot"]),
        ("cs", "por. Mgr. Jana Malá", ["Jana Malá"]),
    ],
)
def test_declared_authors(language, declared, persons):
    record = to_record({"text": "Council meets.", "author": declared, "language": language}, Location("a"), NAMES)

    assert [one.value for one in normalise(record).authors if one.kind == "person"] == persons


def test_what_begins_the_houses_name_in_japanese_is_no_author_beside_one():
    row = {
        "text": "渡し船が終わる。",
        "author": "仁科貴志，北浜テクノ",
        "outlet": "北浜テクノ オンライン",
        "language": "ja",
    }
    assert [one.value for one in normalise(to_record(row, Location("a"), NAMES)).authors] == ["仁科貴志"]
