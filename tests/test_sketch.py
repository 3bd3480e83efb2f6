"""Sketches: what a word is in any script, and that running sums give the same as words hashed one by one."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.corpus.sketch import MOST, SHINGLE, sketch

WIDE = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
WORD = re.compile(rf"[{WIDE}]|[^\W{WIDE}]+")
TEXT = "The ferry of Brackwater is laid up until April, and the three ferrymen drive the bus across the bridge instead."
LETTERS = st.sampled_from(list("abc ABCäéßñ0_9-’.,жЖ漢字ไทยあ\t😀"))
LINES = st.lists(st.text(LETTERS, max_size=60), max_size=5)


def hashes(*lines, body=None):
    return sketch(lines, [True] * len(lines) if body is None else body).hashes.tolist()


@settings(deadline=None)
@given(LINES)
def test_words_are_runs_of_letters_and_single_letters_of_scripts_without_spaces(lines):
    assert sketch(lines, [True] * len(lines)).words.tolist() == [len(WORD.findall(line)) for line in lines]


@settings(deadline=None)
@given(LINES)
def test_a_shingle_is_known_by_its_words_wherever_it_stands(lines):
    words = [(word, at) for at, line in enumerate(lines) for word in WORD.findall(line)]
    expected = {}
    for at in range(len(words) - SHINGLE + 1):
        few = words[at : at + SHINGLE]
        (one,) = hashes(" ".join(word for word, _ in few))
        begin, end = few[0][1], few[-1][1]
        if one not in expected or end - begin < expected[one][1] - expected[one][0]:
            expected[one] = begin, end
    found = sketch(lines, [True] * len(lines))

    assert found.scale == 1
    assert found.hashes.tolist() == sorted(expected)
    assert dict(zip(found.hashes.tolist(), zip(found.begins, found.ends, strict=True), strict=True)) == expected


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        TEXT.replace(" ", "\n\t "),
        f"“{TEXT[:-1]}” – …",
        TEXT.replace(",", " 😀"),
        TEXT.replace(" and", " –\ud800 and"),
    ],
)
def test_case_and_marks_tell_nothing(other):
    assert hashes(other) == hashes(TEXT)


def test_letters_beyond_the_first_plane_are_letters():
    gothic = "𐌰𐌱𐌲 𐌳𐌴𐌵 𐌶𐌷𐌸 𐌹𐌺𐌻 𐌼𐌽𐌾"

    assert sketch([gothic], [True]).words.tolist() == [5]
    assert len(hashes(gothic)) == 1
    assert hashes(gothic) != hashes(gothic[::-1])
    assert sketch(["𠀀𠀁 𠀂"], [True]).words.tolist() == [3]


def test_only_the_body_is_sketched_and_every_line_counted():
    lines = ["Share this page with your friends today", TEXT, "", "Read more about ferries and bridges here"]
    found = sketch(lines, [False, True, True, False])

    assert found.words.tolist() == [7, 20, 0, 7]
    assert found.hashes.tolist() == hashes(TEXT)
    assert set(found.begins.tolist()) == set(found.ends.tolist()) == {1}


def test_of_a_long_text_a_share_is_kept_that_others_share():
    numbers = np.arange(20_000)
    long = " ".join(f"w{number}" for number in numbers)
    found, half = sketch([long], [True]), sketch([long[: len(long) // 2]], [True])

    assert 0.7 * MOST < len(found.hashes) < 1.3 * MOST
    assert found.hashes.max() < (1 << 32) // found.scale
    assert half.scale == found.scale // 2
    kept = half.hashes[half.hashes < (1 << 32) // found.scale]
    assert set(kept.tolist()) < set(found.hashes.tolist())


def test_nothing_comes_of_nothing():
    for lines in ([], [""], ["four words are few"]):
        found = sketch(lines, [True] * len(lines))
        assert (found.hashes.tolist(), found.scale) == ([], 1)
