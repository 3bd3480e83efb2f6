"""Which of the days that a text prints is the one on which it was published, and when none is."""

from __future__ import annotations

import pytest

from tests.test_dated_headlines import PARAGRAPHS as OTHERS
from validator.model.article import DateRole
from validator.model.place import Location
from validator.model.record import Record
from validator.normalise.article import normalise

HEADLINE = "Ferry to Skarrow sails again after nine months"
PARAGRAPHS = (
    "The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its many passengers.",
    "Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May.",
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


@pytest.mark.parametrize(
    "lines",
    [
        (f"{HEADLINE}Tuesday, May 12, 2026", *PARAGRAPHS),
        (HEADLINE, "Jane Roe reported this story on Tuesday, May 12, 2026 18:24:00", *PARAGRAPHS),
        (HEADLINE, "", f"Viral | 12 May 2026, 22:14 WIB“{PARAGRAPHS[0]}", *PARAGRAPHS),
        (HEADLINE, *PARAGRAPHS, "Published in The Skarrow Beacon, May 12th, 2026."),
        (HEADLINE, *PARAGRAPHS, f"{PARAGRAPHS[0]} 2026.05.12", "[email protected]"),
        (HEADLINE, *PARAGRAPHS, "This is the end of it for now.Jane Roe | print edition SB 12.05.2026"),
        ("Tuesday, 1 December 2026", HEADLINE, f"12.05.2026 (Beacon.example) - {PARAGRAPHS[0]}", *PARAGRAPHS),
        ("1 December 2026", HEADLINE, "", "Jane Roe", "12.05.2026", *PARAGRAPHS),
    ],
)
def test_the_day_behind_a_headline_below_it_or_at_the_foot(lines):
    assert day(*lines) == "2026-05-12"


@pytest.mark.parametrize(
    "beside", ["31.2 C", "Home Blog Page 41", "Blog Σελίδα 3217", "Weather Data Source: Skarrow by hour"]
)
def test_the_day_beside_a_widget_is_the_sites_clock(beside):
    assert day("Tuesday, 12 May 2026", beside, "", HEADLINE, *PARAGRAPHS) is None
    assert day("Tuesday, 12 May 2026", "", HEADLINE, *PARAGRAPHS) == "2026-05-12"


TEASER = "The board found that the question of who pays for the ramps has come up at every meeting since the storm."


@pytest.mark.parametrize(
    "lines",
    [
        (
            *(
                "Stories about the ferry",
                "",
                "Clerk wants the ramps locked",
                "Jane Roe  |  Apr 14, 2025",
                "",
                TEASER,
                "",
            ),
            *("Skarrow unveils new timetable", "Jane Roe  |  Oct 2, 2024", "", TEASER),
        ),
        (
            *("Who pays for the ramps", TEASER, "12 October 2016, 18:20", "A garage for every boat", TEASER),
            *("12 October 2016, 15:05", "Fuel is dearer again", TEASER, "12 October 2016, 13:31", "Nobody waits"),
        ),
        (
            *(*PARAGRAPHS, "17/10/2022 - Lorry tips over on the quay", "17/10/2022 - Two boats collide off Skarrow"),
            *("15/10/2022 - Cyclist falls in the harbour", "15/10/2022 - Cat is brought down from a mast"),
        ),
        (
            *("FERRY, June 9: " + PARAGRAPHS[0], PARAGRAPHS[1], "", "Opinion", "Thirsty ramps", "03 Dec, 2024"),
            *("Thirsty ramps", TEASER, "Late boats", "03 Dec, 2024", "Late boats", TEASER, "The kite", "03 Dec, 2024"),
            *("The kite", TEASER),
        ),
        (*PARAGRAPHS, "", "Ramps locked for good", "3 May 2025", "Skarrow unveils new timetable", "9 May 2025"),
        ("The matches of the second round:", "", "Tuesday, 27 September 2022, 19:00", "", *PARAGRAPHS),
        ("From 7 November 2025 to 9 November 2025", *PARAGRAPHS),
        ("Thursday, 13 November 2025", "Saturday, 15 November 2025", "Friday, 21 November 2025", *PARAGRAPHS),
    ],
)
def test_the_days_of_teasers_and_of_announced_events_are_no_publication_dates(lines):
    assert day(*lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, "14 April 2025", PARAGRAPHS[0], "Jane Roe", "Updated 15 April 2025", *PARAGRAPHS[1:]),
        (HEADLINE, "14 April 2025", *PARAGRAPHS, "Ramps locked for good", "3 May 2025", "Nobody waits", "9 May 2025"),
        ("Story first published:", "14 April 2025", *PARAGRAPHS),
        (HEADLINE, "", *PARAGRAPHS, "", "14 April 2025"),
    ],
)
def test_a_day_among_others_is_the_articles(lines):
    assert day(*lines) == "2025-04-14"


@pytest.mark.parametrize(
    "opening",
    [
        "SKARROW, April 14, 2025 - ",
        "SKARROW, Northern Isles, April 14, 2025 (TIDEWATER NEWSWIRE) -- ",
        "SKARROW, April 14, 2025 /Tidewire/ -- ",
        "Skarrow, 14 April 2025: ",
        "Skarrow, 14 April 2025. ",
        "(Skarrow, 14 April 2025) ",
        "Skarrow (14.04.2025). ",
        "14 Apr. 2025.- ",
        "Monday 14 April 2025 14:07",
        "14.04.2025 14:07 ",
        "14/04/2025",
        "Posted: April 14, 2025 ",
    ],
)
def test_the_day_that_opens_a_paragraph_as_dateline_or_stamp_is_the_articles(opening):
    assert day(HEADLINE, "", opening + PARAGRAPHS[0], *PARAGRAPHS[1:]) == "2025-04-14"


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("de", "Skarrow (14.04.2025). "),
        ("fr", "Skarrow, le 14 avril 2025 – "),
        ("es", "Skarrow, 14 abr 2025 (EFE).- "),
        ("es", "Skarrow, 14 de abril, 2025. "),
        ("pl", "Skarrow, 14 kwietnia 2025 r. – "),
        ("ru", "Скарроу, 14 апреля 2025 года – "),
        ("tr", "SKARROW, 14 Nisan 2025 - "),
        ("zh", "（2025年4月14日讯）"),
        ("ar", "سكارو، 14 أبريل 2025 - "),
    ],
)
def test_the_datelines_of_other_languages(language, opening):
    text = OTHERS[language]
    headline = "游泳池" if language == "zh" else text[:30].rpartition(" ")[0]
    assert day(headline, "", opening + text, "", f"{text} {text}") == "2025-04-14"


@pytest.mark.parametrize(
    "opening",
    [
        "On April 14, 2025 - a Monday - ",
        "April 14, 2025, was the day of the storm. ",
        "LISBON, April 14, 1974 - ",
        "Since Monday, 14 April 2025, ",
        "The meeting of 14 April 2025: ",
    ],
)
def test_a_day_in_the_first_sentence_is_the_storys(opening):
    assert day(HEADLINE, "", opening + PARAGRAPHS[0], *PARAGRAPHS[1:]) is None


@pytest.mark.parametrize(
    ("last", "published"),
    [
        ("This report by The Skarrow Press was first published April 14, 2025.", "2025-04-14"),
        ("Dieser Artikel erschien am 14. April 2025.", "2025-04-14"),
        ("Questo articolo è stato pubblicato il 14 aprile 2025.", "2025-04-14"),
        ("Este artículo se publicó originalmente el 14 de abril de 2025.", "2025-04-14"),
        ("Эта статья была опубликована 14 апреля 2025 года.", "2025-04-14"),
        ("The timetable that hangs on the quay was first published by the board itself on April 14, 2025.", None),
    ],
)
def test_a_last_sentence_that_tells_when_the_article_was_published(last, published):
    assert day(HEADLINE, "", *PARAGRAPHS, "", last) == published


def test_the_day_in_a_page_that_has_lost_its_breaks():
    text = " ".join(PARAGRAPHS)
    assert day(f"{HEADLINE} Who pays is still open. Monday 14 April 2025 Jane Roe {text}") == "2025-04-14"
    assert day(f"{text} 14.04.2025 |") == "2025-04-14"
    assert day(f"{HEADLINE}, says the board 2025/04/14/16:30 {text}") is None
    assert day(f"{text} It was signed on 14.04.2025") is None


@pytest.mark.parametrize("dateline", ["SKARROW, June 9: ", "SKARROW, 9 June (AFP) - "])
def test_an_update_or_a_clock_far_from_the_datelines_day_is_no_publication_date(dateline):
    lines = ("", HEADLINE, "", dateline + PARAGRAPHS[0], *PARAGRAPHS[1:])
    assert day("Updated 11/09/2025 19:42", *lines) is None
    assert day("3 December 2025", *lines) is None
    assert day("Updated 10 June 2025 19:42", *lines) == "2025-06-10"
    assert day("11 June 2025", *lines) == "2025-06-11"


@pytest.mark.parametrize(
    ("top", "found"),
    [
        (["Streda 3. Apríl 2024 |", "meniny má Richard"], None),
        (["sobota, 4 maja 2024, imieniny Floriana, Moniki"], None),
        (["2025. november 4. kedd, Károly"], None),
        (["2025. november 4. kedd"], "2025-11-04"),
    ],
)
def test_a_name_day_shows_the_sites_clock(top, found):
    assert day(*top, "", HEADLINE, "", *PARAGRAPHS) == found


def test_the_site_and_the_time_before_a_teasers_text_are_its_day():
    assert day("Streda 3. Apríl 2024 |", "meniny má Richard", "", f"Ostrý.cz 14.11.2018 00:21  {PARAGRAPHS[0]}") == (
        "2018-11-14"
    )


def test_days_far_apart_above_other_headlines_sign_and_date_nothing():
    boxes = (
        "Skarrow Post Thursday, 22 March 1951",
        "Zali Breg / Monday, 11 June 2007 / 07:00",
        "PG Plus / 4 May 2008 / 06:00",
    )
    others = [
        line for box, told in zip(boxes, PARAGRAPHS, strict=True) for line in (box, "", "A new mill wheel", "", told)
    ]
    page = read(HEADLINE, "", *PARAGRAPHS, "", "It happened", "", *others)
    assert (page.published.value, page.authors) == (None, ())
