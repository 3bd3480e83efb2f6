"""The captions below the pictures of a page's article: which of them tell that nobody is credited."""

from __future__ import annotations

import pytest

from validator import run
from validator.config.load import profile
from validator.lexicons.lexicon import vocabulary
from validator.normalise.credits import credits as credit_lines

BODY = (
    "<p>The ferry will sail again from Monday, the harbour board of Skarrow said in a letter to its passengers.</p>"
    "<p>Its crew of nine has been trained over the winter, and the old timetable will hold until the end of May.</p>"
)
BARE = "Passengers wait below the crane at the old quay."


def figure(caption):
    return f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"


def found(tmp_path, picture, below=""):
    page = (
        "<html lang='en'><head><title>The quay reopens</title></head><body><article><h1>The quay reopens</h1>"
        f"{picture}{BODY}</article>{below}</body></html>"
    )
    (tmp_path / "a.html").write_text(page)
    report = run.check([str(tmp_path)], profile("news-drop"))
    return [seen.quote for one in report.findings if one.rule == "photo.credit_missing" for seen in one.evidence]


@pytest.mark.parametrize(
    "picture",
    [
        figure(BARE),
        figure(f"<p><em>{BARE}</em></p>"),
        f"<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>{BARE}</p></div>",
        f"<p><img src='a.jpg'></p><p class='desc'>{BARE}</p>",
        f"<div class='wp-caption'><a href='a.jpg'><img src='a.jpg'></a><p class='wp-caption-text'>{BARE}</p></div>",
    ],
)
def test_a_caption_below_a_picture_of_the_article_needs_a_credit(tmp_path, picture):
    assert found(tmp_path, picture) == [BARE]


@pytest.mark.parametrize(
    "caption",
    [
        "Passengers wait below the crane. Photo: Isla Macrae",
        "Passengers wait below the crane at the old quay. Isla Macrae",
        "Passengers wait below the crane at the old quay (Harbour Board)",
        "Passengers wait below the crane at the old quay — Isla Macrae",
        "Passengers wait below the crane at the old quay <span class='x1'>Isla Macrae</span>",
        "Passengers wait below the crane, seen on Flickr",
        "Rory Baird, harbour master",
        "Jürgen Bäumer, Bürgermeister",
        "港で待つ乗客＝二日、港町",
    ],
)
def test_what_may_name_somebody_is_not_judged(tmp_path, caption):
    assert found(tmp_path, figure(caption)) == []


def test_a_short_sentence_is_a_caption(tmp_path):
    told = "Silta nostettiin lavetille tiistaiaamuna."
    assert found(tmp_path, figure(told)) == [told]


def test_one_credit_stands_for_the_pictures_of_a_page(tmp_path):
    assert found(tmp_path, figure(BARE) + figure("The crane at noon. Photo: Isla Macrae")) == []


@pytest.mark.parametrize(
    ("picture", "below"),
    [
        (f"<figure><video src='a.mp4'></video><figcaption>{BARE}</figcaption></figure>", ""),
        (f"<a href='/other'>{figure(BARE)}</a>", ""),
        (f"<aside>{figure(BARE)}</aside>", ""),
        ("", f"<div class='more'>{figure(BARE)}</div>"),
    ],
)
def test_films_and_pictures_of_other_articles_need_none(tmp_path, picture, below):
    assert found(tmp_path, picture, below) == []


CREDITED = (
    figure("The crane at noon. Photo: Isla Macrae")
    + "<p>The first boat leaves at six, and the fare stays as it has been since the year before the storm.</p>",
    figure("The crane by night. Photo: Rory Baird")
    + "<p>A second boat is on order, but the yard will not deliver it before the winter after next, it says.</p>",
)


def between(picture, above=CREDITED):
    return (
        "".join(above)
        + picture
        + "<p>The islanders have asked for a later boat on Fridays, and the board will answer.</p>"
    )


def test_one_of_several_figures_lacks_the_credit_that_the_others_have(tmp_path):
    assert found(tmp_path, between(figure(BARE))) == [BARE]


@pytest.mark.parametrize(
    "pictures",
    [
        between(figure(BARE), CREDITED[:1]),
        between(figure(BARE) + figure("The quay at dawn. Photo: Isla Macrae")),
        between(figure("Passengers wait below the crane at the old quay Isla Macrae")),
        between(figure(f"{BARE}<span class='img-source'>Trust</span>")),
        between(f"<figure><video src='a.mp4'></video><figcaption>{BARE}</figcaption></figure>"),
        between(f"<aside>{figure(BARE)}</aside>"),
        between(figure(BARE)).replace("Photo: Rory Baird", "All photos: Rory Baird"),
    ],
)
def test_a_credit_that_may_be_of_several_figures_is_none_of_them_alone(tmp_path, pictures):
    assert found(tmp_path, pictures) == []


@pytest.mark.parametrize(
    ("line", "language", "value"),
    [
        ("Hodiny na jižní stěně radnice. Zdroj: www.hodiny.example", "cs", "www.hodiny.example"),
        ("The depth of the quay, in metres. Source: Skarrow Harbour Board", "en", "Skarrow Harbour Board"),
        ("Source: Skarrow Harbour Board", "en", "Skarrow Harbour Board"),
    ],
)
def test_a_captions_source_stands_alone_or_behind_its_full_stop(line, language, value):
    seen = credit_lines.find(line, vocabulary(language), caption=True)

    assert seen is not None
    assert seen.value == value


def test_a_source_within_a_sentence_credits_nobody():
    line = "What the master calls the main source: old timetables"

    assert credit_lines.find(line, vocabulary("en"), caption=True) is None
