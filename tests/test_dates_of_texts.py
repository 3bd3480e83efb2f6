"""Which of the days that a text prints is the one on which it was published, and when none is."""

from __future__ import annotations

import pytest

from validator.model.article import DateRole
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

HEADLINE = "Ferry to Skarrow sails again after nine months"
PARAGRAPHS = (
    "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers, who have "
    "waited for it since the storm broke two of its ramps last spring.",
    "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May, when the "
    "board decides whether a second boat is worth what it costs.",
    "Fares stay as they were, although fuel has become dearer and the islanders were told to expect more.",
)


def read(*lines):
    return normalise(Record(Location("drop.jsonl", 1), "\n".join(lines)))


def day(*lines):
    published = read(*lines).published.value
    return published.value[:10] if published else None


def test_the_day_beside_a_place_and_its_time_is_the_sites_clock_whatever_the_headline_is():
    page = read(
        *("Facebook Twitter The latest headlines", "Wednesday 24 April 2024", "Skarrow | 14h26", "", "Politics", ""),
        *(HEADLINE, "", "Wednesday 16 June 2010 | Jane", "", *PARAGRAPHS),
    )
    assert page.published.value.value == "2010-06-16"
    assert [one.moment.value for one in page.dates if one.role is DateRole.RENDER] == ["2024-04-24"]


def test_a_later_day_at_the_very_top_is_no_publication_date_beside_a_signed_one_below():
    top = ("Latest news", "24 April 2024", "", "Politics", "", HEADLINE, "")
    assert day(*top, "Jane Roe | 16 June 2010", "", *PARAGRAPHS) == "2010-06-16"
    assert day(*top, "Jane Roe | 16 June 2025", "", *PARAGRAPHS) == "2024-04-24"


def test_half_a_day_broken_over_two_lines_does_not_outdo_a_whole_one():
    lines = ("Skarrow Post", "Print edition", "Saturday 23", "August 2014", "", "17 May 201201:00", "", HEADLINE, "")
    assert day(*lines, *PARAGRAPHS) == "2012-05-17"
