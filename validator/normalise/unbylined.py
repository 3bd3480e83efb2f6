"""Who wrote where no line is a byline with a name: within a paragraph or a headline, in a box, as an account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Author, Role
from validator.normalise.layout import behind, forms
from validator.normalise.layout.lines import Draft
from validator.normalise.names import filed, names, prose_ends, run_in

# Behind which a text names its own author: ``she told Jane Roe that``.
_LEAD_TO_AUTHOR = frozenset(
    "told to by with as from for here says par à avec de selon von mit gegenüber por con a di da van met av med".split()
)
_TONGUES = 3  # languages of one article


def run_in_names(article: Article, drafts: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """The persons whom the first or the last paragraph names in brackets (``本报讯（记者 周启航）``).

    And the first one that opens with a reporter: captions and notices may stand above it; and the first one that ends
    in such brackets, where results follow.
    """
    if not run_in.LANGUAGES.intersection(words.languages):
        return
    paragraphs = [one for one in drafts if one.role in (Role.LEAD, Role.BODY) and one.text[0] not in run_in.NOTES]
    led = [one for one in paragraphs[1:-1] if run_in.led_by_reporter(one.text)][:1]
    ended = [one for one in paragraphs[:-1] if run_in.closed_early(one.text, words)][:1]
    closed = {one.number for one in (*ended, *paragraphs[-1:])}
    for draft in {one.number: one for one in (*paragraphs[:1], *led, *ended, *paragraphs[-1:])}.values():
        for start, end in run_in.spans(draft.text, words, last=draft.number in closed):
            at = draft.start + start
            yield Author(draft.text[start:end], "person", (article.at(at, draft.start + end),))


def at_ends(article: Article, filled: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """The names at the head of the first paragraph or at the end of one of both, where no other byline is."""
    if run_in.LANGUAGES.isdisjoint(words.languages) or len(words.languages) > _TONGUES:
        paragraphs = [one for one in filled if one.role in (Role.LEAD, Role.BODY)]
        first = next((at for at, one in enumerate(paragraphs) if one.prose), 0)
        paragraphs = paragraphs[first:]  # a deck stands above what opens a report
        for at, (start, end) in prose_ends.spans([one.text for one in paragraphs], words):
            value, begin = paragraphs[at].text[start:end], paragraphs[at].start
            kind: Literal["person", "organisation"] = "organisation" if names.organisation(value, words) else "person"
            yield Author(value, kind, (article.at(begin + start, begin + end),))


def is_subject(filled: list[Draft], draft: Draft, words: Vocabulary) -> bool:
    """Whether a bare name below the headline is whom the text tells of (``…, Jane Roe was hurt``): of a picture."""
    if draft.dates or not names.is_person(draft.text, words) or forms.names_labelled(draft, words):
        return False
    for one in filled:
        at = one.text.find(draft.text) if one.prose and one.role in (Role.LEAD, Role.BODY) else -1
        behind_it = one.text[at + len(draft.text) :].lstrip(" ,")
        if at > 0 and behind_it[:1].islower() and not words.words("byline.suffixes").opening(behind_it):
            return one.text[:at].rstrip().rpartition(" ")[2].lower() not in _LEAD_TO_AUTHOR
    return False


def account(article: Article, draft: Draft, start: int, below: Draft | None) -> Iterator[Author]:
    """What a site's author calls himself behind a label, where the day stands beside it or it stands below again.

    Or in Latin letters in a text that has others.
    """
    value = draft.text[start:].strip(" :")
    told = draft.dates or (below is not None and below.text == value) or names.is_foreign_account(draft.text, start)
    if start and told and names.is_account(value):
        at = draft.start + draft.text.index(value, start)
        yield Author(value, "person", (article.at(at, at + len(value)),))


def of_agency(article: Article, draft: Draft) -> Iterator[Author]:
    """Who filed for an agency, by a byline as Turkey's have it: ``Haber: Ali ATAY- Kamera: Ece OR/MUĞLA, (DHA)``."""
    for start, end in filed.of_agency(draft.text):
        yield Author(draft.text[start:end], "person", (article.at(draft.start + start, draft.start + end),))


def in_headline(article: Article, filled: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """Who wrote, glued to the end of the headline (``… in one over and a halfBy Jane Roe``)."""
    title = next((one for one in filled if one.role is Role.TITLE), None)
    glued = behind.in_headline(title.text, words) if title else None
    if title and glued:
        at, end = title.start + glued[1], title.start + len(title.text)
        yield Author(title.text[glued[1] :], "person", (article.at(at, end),))


def teams(article: Article, filled: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """A team that signs in a box at the foot, where no byline names anybody."""
    for at, draft in enumerate(filled):
        boxed = at + 1 < len(filled) and "boilerplate.author_bio" in filled[at + 1].marks
        if draft.role is Role.BOILERPLATE and boxed and names.organisation(draft.text, words):
            yield Author(draft.text, "organisation", (article.at(draft.start, draft.start + len(draft.text)),))
