"""Languages that a detector takes for each other, and what tells them apart."""

from __future__ import annotations

import pytest

from validator.normalise import language

EKAVIAN = (
    "Deca iz Lipnice čekaće novu školu do jeseni, rekla je posle sednice saveta direktorka, i dodala da je za "
    "radove ostalo novca. Roditelji su nezadovoljni: prošle nedelje nije radio niko, a uvek se pričalo o roku."
)
IJEKAVIAN = (
    "Djeca iz Lipnice čekat će novu školu do jeseni, rekla je poslije sjednice vijeća ravnateljica, i dodala da je za "
    "radove ostalo novca. Roditelji su nezadovoljni: prošli tjedan nije radio nitko, a uvijek se govorilo o roku."
)
HANZI = (
    "濱江劇院昨晚座無虛席，歌手羅品川首次在臨江舉辦音樂會，三十首老歌輪番登臺，觀眾久久不願離去，大家都說還想再聽一次。"
    * 2
)


@pytest.mark.parametrize("detected", ["bs", "hr", "sr"])
def test_serbian_in_latin_letters_is_known_by_its_words(detected):
    assert language._told_apart(EKAVIAN, detected) == "sr"
    assert language._told_apart(IJEKAVIAN, detected) == detected


def test_a_croatian_text_that_cites_a_serbian_word_is_croatian():
    assert language._told_apart(f"{IJEKAVIAN} „Deca su naša“, kaže se preko.", "hr") == "hr"


@pytest.mark.parametrize("detected", ["ko", "ja"])
def test_no_text_is_korean_or_japanese_without_its_syllables(detected):
    assert language._told_apart(HANZI, detected) == "zh"
    assert language._told_apart(f"{HANZI}すると한국", detected) == detected
    assert language._told_apart("Skarrow", detected) == detected


@pytest.mark.parametrize(("text", "main"), [(EKAVIAN, "sr"), (IJEKAVIAN, "hr"), (HANZI, "zh")])
def test_a_body_is_judged(text, main):
    assert language.judge(text, None, (), "cld2").main == main
