"""Which line of a full page as text is the article's headline, among kickers, paths, slogans and menus."""

from __future__ import annotations

import pytest

from tests.test_signed_pages import ARTICLES, END, MENU
from validator.config.load import record_map
from validator.model.place import Location
from validator.normalise.article import normalise
from validator.normalise.layout import headline, lines, page
from validator.read.fields import to_record

NAMES = record_map("default").names
TITLE, STANDFIRST, *PARAGRAPHS = ARTICLES["en"]


def titled(*head, above=()):
    """The headline's fact of a page with these lines between menu and standfirst."""
    text = "\n".join([*above, *MENU, *head, STANDFIRST, "By Jane Roe", "April 28, 2023", *PARAGRAPHS, *END])
    return normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).title


@pytest.mark.parametrize(
    "head",
    [
        ("Old stones give way along the quay", TITLE),
        ("The news of the coast, free for all and without a login", f"Home Region {TITLE}", "Region", TITLE),
        ("HomeNewsRegionSportCultureWeather Opinion", TITLE),
        (TITLE, "Listen to this article", TITLE),
        (f"Home Region {TITLE}", "Tuesday's vote on the old wall and what it means for the harbour", "Wall", TITLE),
        (f"Home Region {TITLE}", "Old stones of the wall can no longer hold the sea", TITLE),
    ],
)
def test_the_headline_among_other_lines(head):
    assert titled(*head).value == TITLE


CAPTION = "Engineers and fishermen look at the old harbour wall, which the town council of Skarrow will rebuild"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (("Old stones, new money", f"{CAPTION}.Isla Macrae", "By Jane Roe"), "Old stones, new money"),
        ((TITLE, "By Jane Roe", f"{CAPTION} (afp)"), TITLE),
        (("Harbour", f"{CAPTION} (AFP)"), f"{CAPTION} (AFP)"),
        (
            ("Old stones, new money and a quarrel about both", "Harbour engineer Isla Macrae."),
            "Old stones, new money and a quarrel about both",
        ),
    ],
)
def test_a_caption_that_ends_in_its_credit_is_no_headline(head, headline):
    assert titled(*head).value == headline


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("FacebookXWhatsAppLinkedinAbone OlAA", True),
        ("FacebookTwitterWhatsAppHarbour news", True),
        ("FacebookTwitterWhatsAppThe harbour wall is mended by divers", False),
        ("FacebookHarbour news", False),
    ],
)
def test_buttons_glued_together_are_a_bar_whatever_the_last_ones_are(line, furniture):
    assert lines.split(line)[0].furniture is furniture


def test_a_headline_does_not_tell_which_of_its_pages_it_is():
    assert titled(f"{TITLE} (1/3 pages)").value == TITLE
    assert titled(f"{TITLE} (1/3)").value == f"{TITLE} (1/3)"


def test_a_headline_behind_a_path_is_the_one_below():
    path, found = f"News Region News {TITLE}", ("April 28, 2023", TITLE)
    assert titled(path, "Region", *found).value == TITLE
    drafts = lines.split("\n".join((path, "Region", *found)))
    assert headline._behind_path(drafts, 0, 4) == 3
    assert headline._behind_path(lines.split(f"Old stones {TITLE}\n{TITLE}"), 0, 2) == 0


def test_a_line_that_ends_as_a_sentence_is_none():
    sentence, headed = lines.split("The storms of last winter broke the wall in seven places, divers say.\n" + TITLE)
    assert not headline.may_be(sentence)
    assert headline.may_be(headed)


def test_a_kicker_keeps_the_point_that_the_page_puts_behind_it_elsewhere():
    whole = f"Storm damage: {TITLE}"
    fact = titled(whole.replace(":", ""), above=(whole,))
    assert fact.value == whole
    assert [one.quote for one in fact.seen] == [whole, whole.replace(":", "")]


@pytest.mark.parametrize(
    ("menu", "headline"),
    [
        ("News Sport Business Jobs Motors Property", TITLE),
        ("News Sport Business", TITLE),
        ("News of Sport and Business in Skarrow", "News of Sport and Business in Skarrow"),
    ],
)
def test_a_row_of_sections_above_a_short_text_is_no_headline(menu, headline):
    text = "\n\n".join([menu, TITLE, "By Jane Roe", *PARAGRAPHS])
    assert normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).title.value == headline


@pytest.mark.parametrize("below", ["Share: Facebook WhatsApp Copy link", "Share this article: X Facebook"])
def test_a_share_bar_below_the_headline_is_none(below):
    (bar,) = lines.split(below)
    assert not headline.may_be(bar)


@pytest.mark.parametrize(
    "body",
    [
        ["By Jane Roe", "Special to The Skarrow Beacon", "28/04/2023 | 00:00"],
        ["By Jane Roe", "Jane is a reporter of the harbour·The Skarrow Beacon·", "28/04/2023 | 00:00"],
        ["By Jane Roe", "28/04/2023 | 00:00"],
    ],
)
def test_for_whom_a_guest_writes_is_no_headline(body):
    text = "\n".join([*MENU, TITLE, *body, *PARAGRAPHS, *END])
    assert normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).title.value == TITLE


@pytest.mark.parametrize("cut", ["(...)", "…", "..."])
def test_a_path_that_breaks_off_tells_which_line_is_the_headline(cut):
    path = f"Home > Region > {TITLE[:40]}{cut}"
    text = "\n".join(["Home The Skarrow Beacon News of the coast", path, TITLE, "28 April 2023", *PARAGRAPHS])
    assert normalise(to_record({"id": "page", "text": text}, Location("page.txt", 1, 1), NAMES)).title.value == TITLE


@pytest.mark.parametrize(("scores", "chosen"), [([-3, -3, -1.5, -1.5], [2, 3]), ([-3, -3, -3, -1.5], [])])
def test_two_paragraphs_below_a_long_menu_are_the_text_of_a_page(scores, chosen):
    drafts = lines.split("\n".join(["Home", "News", *PARAGRAPHS[:2]]))
    assert page._few_paragraphs(drafts, scores, -2.0) == chosen
