"""Pages in Bengali, Bulgarian, Serbian, Tamil, Thai and Urdu: who wrote, when, who took the pictures, and furniture."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from validator.model.article import Role
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise


@dataclass(frozen=True, slots=True)
class Told:
    """What a page of a language says; the day is always 12 May 2025."""

    language: str
    title: str
    byline: str
    author: str
    team: str
    published: str
    modified: str
    caption: str
    credit: str
    body: tuple[str, str]
    furniture: tuple[str, ...]


PAGES = (
    Told(
        "bg",
        "Затварят стария мост над реката за година",
        "Автор: Десислава Колева",
        "Десислава Колева",
        "Редакционен екип",
        "Публикувано на 12 май 2025, 09:20",
        "Обновено: 13.05.2025",
        "Мостът над реката. Снимка: Калоян Радев",
        "Калоян Радев",
        (
            "Старият мост над реката ще бъде затворен за движение за една година заради пукнатините, открити по него.",
            "Жителите ще трябва да заобикалят десет километра, а според тях никой не ги е питал кога им е удобно.",
        ),
        ("Прочетете още: Новият път се открива през лятото", "Добавете коментар", "Всички права запазени"),
    ),
    Told(
        "sr",
        "Стари мост преко реке затворен годину дана",
        "Пише: Драгана Симић",
        "Драгана Симић",
        "Наша редакција",
        "Објављено: 12. маја 2025. у 09:20",
        "Последња измена: 13.05.2025.",
        "Мост преко реке. Фото: Вељко Пантић",
        "Вељко Пантић",
        (
            "Стари мост преко реке биће затворен за саобраћај годину дана због пукотина које су на њему откривене.",
            "Мештани ће морати да обилазе десет километара, а кажу да их нико није питао када би им то одговарало.",
        ),
        ("Прочитајте још: Нови пут се отвара на лето", "Оставите коментар", "Сва права задржана"),
    ),
    Told(
        "th",
        "ปิดสะพานเก่าข้ามแม่น้ำหนึ่งปี",
        "โดย: วราภรณ์ ทองดี",
        "วราภรณ์ ทองดี",
        "กองบรรณาธิการ",
        "เผยแพร่: 12 พ.ค. 2568 09:20",
        "ปรับปรุง: 13 พ.ค. 2568 10:00",
        "สะพานข้ามแม่น้ำ (ภาพ: ธีระ มั่นคง)",
        "ธีระ มั่นคง",
        (
            (
                "สะพานเก่าข้ามแม่น้ำจะปิดการจราจรเป็นเวลาหนึ่งปี เนื่องจากพบรอยร้าวหลายแห่งระหว่างการตรวจสอบเมื่อเดือนที่ผ่านมา "
                "สภาท้องถิ่นระบุว่าจะประกาศเส้นทางเลี่ยงให้ทราบภายในสัปดาห์นี้"
            ),
            (
                "ชาวบ้านจะต้องใช้ทางอ้อมระยะทางสิบกิโลเมตร และบอกว่าไม่เคยมีใครถามว่าพวกเขาสะดวกช่วงเวลาใดบ้าง "
                "ขณะที่ร้านค้าริมทางกังวลว่าลูกค้าจะหายไปตลอดทั้งปี"
            ),
        ),
        ("ข่าวที่เกี่ยวข้อง", "แสดงความคิดเห็น", "สงวนลิขสิทธิ์"),
    ),
    Told(
        "ta",
        "ஆற்றின் பழைய பாலம் ஓராண்டுக்கு மூடல்",
        "எழுதியவர்: ம.செல்வராணி",
        "ம.செல்வராணி",
        "செய்திப்பிரிவு",
        "வெளியிடப்பட்டது: 12 மே 2025 09:20",
        "புதுப்பிக்கப்பட்டது: 13 மே 2025",
        "ஆற்றின் மீதுள்ள பாலம். படம்: வே.கதிரவன்",
        "வே.கதிரவன்",
        (
            "ஆற்றின் மீதுள்ள பழைய பாலத்தில் விரிசல்கள் கண்டறியப்பட்டதால் அது ஓராண்டுக்கு போக்குவரத்துக்கு மூடப்படுகிறது.",
            "கிராம மக்கள் பத்து கிலோமீட்டர் சுற்றிச் செல்ல வேண்டியிருக்கும், தங்களிடம் யாரும் கேட்கவில்லை என்கிறார்கள்.",
        ),
        ("இதையும் படிங்க: புதிய சாலை திறப்பு", "கருத்து தெரிவிக்கவும்", "அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை"),
    ),
    Told(
        "bn",
        "নদীর পুরোনো সেতু এক বছরের জন্য বন্ধ",
        "লেখক: রুবিনা খাতুন",
        "রুবিনা খাতুন",
        "নিজস্ব প্রতিবেদক",
        "প্রকাশ: ১২ মে ২০২৫, ০৯:২০",
        "আপডেট: ১৩ মে ২০২৫, ১০:০০",
        "নদীর ওপর সেতু। ছবি: তানভীর হক",
        "তানভীর হক",
        (
            "ফাটল ধরা পড়ায় নদীর ওপর পুরোনো সেতুটি এক বছরের জন্য যান চলাচল বন্ধ রাখা হবে বলে জানিয়েছে স্থানীয় পরিষদ।",
            "গ্রামের মানুষকে দশ কিলোমিটার ঘুরে যেতে হবে, আর তাঁরা বলছেন কেউ তাঁদের কাছে কিছু জানতে চায়নি।",
        ),
        ("আরও পড়ুন: নতুন সড়ক খুলছে গ্রীষ্মে", "মন্তব্য করুন", "সর্বস্বত্ব সংরক্ষিত"),
    ),
    Told(
        "ur",
        "دریا کا پرانا پل ایک سال کے لیے بند",
        "تحریر: صائمہ نواز",
        "صائمہ نواز",
        "ویب ڈیسک",
        "شائع: 12 مئی ، 2025 09:20",
        "اپ ڈیٹ: 13 مئی 2025",
        "دریا پر بنا پل۔ فوٹو: کاشف رضا",
        "کاشف رضا",
        (
            "دریا پر بنا پرانا پل دراڑیں پڑنے کی وجہ سے ایک سال کے لیے ٹریفک کے لیے بند کیا جا رہا ہے۔",
            "گاؤں کے لوگوں کو دس کلومیٹر کا چکر کاٹنا پڑے گا اور ان کا کہنا ہے کہ کسی نے ان سے نہیں پوچھا۔",
        ),
        ("یہ بھی پڑھیں: نئی سڑک گرمیوں میں کھلے گی", "تبصرہ کریں", "جملہ حقوق محفوظ ہیں"),
    ),
)
EACH = pytest.mark.parametrize("told", PAGES, ids=lambda told: told.language)


def read(told, *head):
    lines = [told.title, *head, told.body[0], told.caption, told.body[1], *told.furniture]
    return normalise(Record(Location("drop.jsonl", 1), "\n\n".join(lines)))


@EACH
def test_who_wrote_it_and_when(told):
    article = read(told, told.byline, told.published, told.modified)
    assert article.language.value == told.language
    assert article.title.value == told.title
    assert [(one.value, one.kind) for one in article.authors] == [(told.author, "person")]
    assert article.published.value is not None
    assert article.published.value.value[:10] == "2025-05-12"
    assert article.modified.value is not None
    assert article.modified.value.value[:10] == "2025-05-13"


@EACH
def test_a_team_that_signs_is_no_person(told):
    assert [(one.value, one.kind) for one in read(told, told.team, told.published).authors] == [
        (told.team, "organisation")
    ]


@EACH
def test_captions_and_furniture(told):
    article = read(told, told.byline, told.published)
    assert [one.value for one in article.credits] == [told.credit]
    roles = {line.text: line.role for line in article.filled}
    assert {roles[line] for line in told.furniture} == {Role.BOILERPLATE}
    assert [roles[line] for line in told.body] == [Role.LEAD, Role.BODY]
