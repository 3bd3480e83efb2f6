"""Pictures that a credit says were taken from a platform: in words before its name, behind it, or as a screenshot."""

from __future__ import annotations

import pytest

from validator.lexicons import photo_words
from validator.lexicons.lexicon import vocabulary
from validator.normalise.credits import credits as credit_lines


def seen(line, language):
    return credit_lines.find(line, vocabulary(language))


@pytest.mark.parametrize(
    ("language", "line", "platform"),
    [
        ("it", "La frana vista dall'alto (foto da Instagram)", "Instagram"),
        ("it", "La frana vista dall'alto (foto tratta da Facebook)", "Facebook"),
        ("it", "Foto: screenshot da YouTube", "YouTube"),
        ("es", "El mercado (captura de pantalla de X)", "X"),
        ("fr", "Photo prise sur Facebook", "Facebook"),
        ("fr", "Capture d’écran Facebook", "Facebook"),
        ("de", "Foto aus Instagram", "Instagram"),
        ("pt", "Crédito: Reprodução WhatsApp", "WhatsApp"),
        ("nl", "Beeld uit Instagram", "Instagram"),
        ("pl", "Fot. z Facebooka", "Facebook"),
        ("uk", "Фото зі сторінки Facebook", "Facebook"),
        ("ar", "أحد شوارع القرية ليلاً (فيسبوك)", "Facebook"),
        ("zh", "▲咖啡館裡的貓店員。（圖／翻攝自臉書）", "Facebook"),
        ("zh", "咖啡館裡的貓店員。（圖取自臉書）", "Facebook"),
        ("zh", "图自微博", "Weibo"),
        ("zh", "（資料照，取自Instagram）", "Instagram"),
        ("ja", "集落の様子（写真：インスタグラムより）", "Instagram"),
        ("ja", "集落の様子（フェイスブックから）", "Facebook"),
        ("ja", "集落の様子＝ユーチューブから", "YouTube"),
        ("ja", "画像はXから", "X"),
        ("en", "Picture: taken from Instagram", "Instagram"),
    ],
)
def test_a_platform_is_told_from_the_words_around_it(language, line, platform):
    found = seen(line, language)

    assert found is not None
    assert (found.platform, found.kind) == (platform, "platform")


def test_the_value_is_the_platform_without_the_words_before_it():
    assert seen("Foto tomada de Facebook", "es").value == "Facebook"


@pytest.mark.parametrize("line", ["图片来自网络", "图片来源于网络", "图源网络"])
def test_a_filler_glued_to_its_label_is_a_credit_that_names_nobody(line):
    assert seen(line, "zh").kind == "placeholder"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Foto: Anna von Winter / Lehnetaler Bote"),
        ("it", "Foto di Marta Da Ponte"),
        ("zh", "图为湿地中的白鹤"),
        ("ja", "写真は昨年の様子"),
        ("en", "The firm moved its pages from Facebook to a site of its own"),
        ("en", "She learned of it from Instagram, she said, and from a neighbour."),
    ],
)
def test_what_names_no_platform_is_none(language, line):
    found = seen(line, language)

    assert found is None or found.platform is None


def test_a_person_stays_the_photographer_whatever_platform_stands_beside_the_name():
    found = seen("Foto: Marta Ponte / da Instagram", "it")

    assert (found.photographer, found.platform, found.kind) == ("Marta Ponte", "Instagram", "person")


def test_words_without_a_platform_behind_them_are_no_origin():
    assert photo_words.platform("da Reprodução/TV") is None
    assert photo_words.before_platform("von Winter") == 0
