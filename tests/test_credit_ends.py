"""A platform in brackets ends a caption; a notice of rights behind a sign names nobody."""

from __future__ import annotations

import pytest

from validator.lexicons.lexicon import vocabulary
from validator.normalise import credits as credit_lines


@pytest.mark.parametrize(
    ("line", "language", "platform"),
    [
        ("الجرس بعد تنظيفه (فيسبوك)", "ar", "Facebook"),
        ("The mill pond by night (Facebook)", "en", "Facebook"),
        ("책을 읽는 주민들. 사진=페이스북", "ko", "Facebook"),
    ],
)
def test_a_platform_at_the_end_of_a_caption_is_its_credit(line, language, platform):
    words = vocabulary(language)
    seen = credit_lines.find(line, words)

    assert credit_lines.possible(line, line.lower(), words)
    assert seen is not None
    assert (seen.platform, seen.kind) == (platform, "platform")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("© RIPRODUZIONE RISERVATA", "it"),
        ("© Alle Rechte vorbehalten", "de"),
        ("The baker showed the loaf to his followers. They laughed (Facebook)", "en"),
        ("The baker showed the loaf to his followers (see Facebook)", "en"),
        ("Subscribe (Facebook)", "en"),
    ],
)
def test_no_credit_is_seen(line, language):
    assert credit_lines.find(line, vocabulary(language)) is None
