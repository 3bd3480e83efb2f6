"""Hebrew pages: bylines without capitals, dates with their prefixes, captions, furniture."""

from __future__ import annotations

from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

PARAGRAPHS = (
    "הגשר הישן מעל הנחל ייסגר לתנועה למשך שנה בשל סדקים שהתגלו בו, כך הודיעה המועצה בתחילת השבוע.",
    "התושבים ייאלצו לנסוע בדרך עוקפת באורך עשרה קילומטרים, ולדבריהם איש לא שאל אותם מתי נוח להם.",
)
MENU, FOOT = (
    ("דף הבית", "חדשות"),
    ("קראו גם: הכביש החדש ייפתח בקיץ", "הוסף תגובה", "שתפו בוואטסאפ", "© כל הזכויות שמורות"),
)


def page(*head, between=()):
    lines = [*MENU, "הגשר הישן ייסגר לשנה", *head, PARAGRAPHS[0], *between, PARAGRAPHS[1], *FOOT]
    return normalise(Record(Location("drop.jsonl", 1), "\n\n".join(lines)))


def test_who_wrote_it_and_when():
    article = page("מאת: עומר לוינסון", "פורסם: יום שני, 12 במאי 2025, 09:20", "עודכן: 13.05.2025, 08:00")
    assert article.language.value == "he"
    assert article.title.value == "הגשר הישן ייסגר לשנה"
    assert [(one.value, one.kind) for one in article.authors] == [("עומר לוינסון", "person")]
    assert article.published.value is not None
    assert article.published.value.value == "2025-05-12T09:20"
    assert article.modified.value is not None
    assert article.modified.value.day is not None


def test_a_name_with_its_office_and_a_team():
    assert [one.value for one in page("עומר לוינסון, כתב הצפון", "12.05.2025 | 09:20").authors] == ["עומר לוינסון"]
    assert [(one.value, one.kind) for one in page("מאת: מערכת האתר").authors] == [("מערכת האתר", "organisation")]


def test_captions_and_furniture():
    article = page("מאת: עומר לוינסון", between=["הגשר מעל הנחל. צילום: יואב שגיא"])
    assert [one.value for one in article.credits] == ["יואב שגיא"]
    roles = {line.text: line.role for line in article.filled}
    assert {roles[line] for line in (*MENU, *FOOT)} == {Role.BOILERPLATE}
