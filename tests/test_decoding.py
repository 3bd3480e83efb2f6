"""Bytes that are not UTF-8 are read in the encoding in which they make a language, and damaged UTF-8 as UTF-8."""

from __future__ import annotations

import pytest

from validator.read.decode import decode

WRITTEN = {
    "Le conseil a voté à la mairie : où naît le cœur, dès août, ça a été fêté à Noël.": "cp1252 mac_roman cp850",
    "El señor Peña pidió más información: ¿qué pasó en la compañía?": "cp1252 mac_roman cp850",
    "A câmara de São João não votou; os cidadãos pedem soluções às autoridades.": "cp1252 mac_roman cp850",
    "La città è più bella così: perché non c’è più libertà.": "cp1252 mac_roman",
    "Kommunfullmäktige röstade på måndagen för att stänga bron över ån.": "cp1252 mac_roman cp850",
    "Borgerne må påregne omveje, sagde borgmesteren før påske.": "cp1252 mac_roman cp850",
    "Die Straße über die Brücke wird für Fußgänger geschlossen, heißt es.": "cp1252 mac_roman cp850",
    "The council voted – again – to close it. “We’d rather be careful,” said the mayor.": "cp1252",
    "Rada miasta zdecydowała w poniedziałek o zamknięciu mostu; muszą być objazdy.": "cp1250 iso8859_2",
    "Městská rada v pondělí rozhodla o uzavření mostu, řekl starosta.": "cp1250 iso8859_2 cp852",
    "A városi tanács hétfőn döntött a híd lezárásáról, közölte a hűvös őszben.": "cp1250 iso8859_2 cp852",
    "Miesto taryba nusprendė uždaryti senąjį tiltą per upę.": "cp1257",
    "Başkan, vatandaşların dolambaçlı yollara hazırlıklı olması gerektiğini söyledi.": "cp1254",
    "Городской совет решил закрыть старый мост.": "cp1251 koi8_r cp866 iso8859_5",
    "市議会は月曜日、夏の終わりまで古い橋を閉鎖することを決めた。": "cp932 euc_jp",
    "市议会星期一审议了提案，决定在夏天结束之前关闭河上的老桥。": "gb18030 big5hkscs",
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in WRITTEN.items() for encoding in encodings.split()]
)
@pytest.mark.parametrize("around", ["{}", '{{"id": "a1", "url": "https://kurier.example/rat", "text": "{}"}}\n'])
def test_a_text_is_read_in_the_encoding_that_it_was_written_in(text, encoding, around):
    written = around.format(text.replace("œ", "oe") if encoding == "cp850" else text)

    read, problems = decode(written.encode(encoding, "ignore"))

    assert read == written.encode(encoding, "ignore").decode(encoding)
    assert [one.rule for one in problems] == ["encoding.not_utf8"]


@pytest.mark.parametrize(
    "damaged",
    [
        "Die Straße wird gesperrt, das Gedächtnis".encode() + b"\xc3",
        "市议会星期一审议了提案。".encode()[:-1],
        "Городской совет".encode()[:-1],
        "Die Straße über die Brücke wird für ".encode() + b"\xff" + "Fußgänger geschlossen, heißt es.".encode(),
    ],
    ids=["latin", "chinese", "cyrillic", "within"],
)
def test_a_damaged_text_in_utf_8_loses_what_is_damaged_only(damaged):
    text, problems = decode(damaged)

    assert text == damaged.decode("utf-8", "replace")
    assert [one.message.partition("; ")[2] for one in problems] == ["read as utf-8"]
