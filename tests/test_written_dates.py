"""Dates in the forms that newspapers print them in."""

from __future__ import annotations

import pytest

from validator.normalise import moments


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "١٢ كانون الثاني ٢٠٢٦"),
        ("ar", "١٢ يناير/كانون الثاني ٢٠٢٦"),
        ("ar", "12 كانون الثاني/يناير 2026"),
        ("ar", "12 يناير (كانون الثاني) 2026"),
        ("ar", "12 كانون الثاني / يناير، 2026"),
        ("ar", "12 يناير، 2026"),
        ("ar", "يناير 12، 2026"),
        ("ja", "2026年（令和8年）1月12日"),
        ("ja", "令和8年（2026年）1月12日"),
        ("ja", "2026(令和8)年1月12日"),
        ("zh", "民國115年1月12日"),
        ("zh", "中華民國115年1月12日"),
        ("pt", "12/jan/2026"),
        ("es", "12/ene/2026"),
        ("es", "12-ene-2026"),
        ("en", "12-Jan-2026"),
        ("hu", "2026. január 12."),
        ("hu", "2026. jan. 12-én"),
        ("hu", "2026. 01. 12."),
        ("ko", "2026. 1. 12."),
    ],
)
def test_a_day_is_read_in_the_form_of_its_country(language, text):
    assert [seen.moment.value for seen in moments.find(text, language)] == ["2026-01-12"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 May/June 2026"),
        ("en", "It opened in 2026. May 12 people be found?"),
        ("hu", "A komp 2026. 12 utast vitt."),
        ("en", "Vol. 12 / Spring 2026"),
        ("zh", "民國115年度預算"),
        ("ja", "2026年（令和8年）度予算"),
        ("ar", "الفصل الثاني 2026"),
    ],
)
def test_what_is_no_day_is_read_as_none(language, text):
    assert list(moments.find(text, language)) == []
