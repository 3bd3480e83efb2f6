"""Every line of an article gets a role, from its form, its phrases, its place and its neighbours.

The order of the steps is the order of certainty: what a line is by itself, then the title, then the
header above the body, the tail below it, and last what stands between paragraphs.
"""

from __future__ import annotations

from validator.lexicons import photo_words
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Role
from validator.normalise.credits import bracketed, signals
from validator.normalise.credits import credits as credit_lines
from validator.normalise.layout import (
    alone,
    captions,
    clocks,
    date_labels,
    dated_lists,
    forms,
    frame,
    header,
    headline,
    no_headline,
    tail,
    titled,
)
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines, filed, names, nobody
from validator.regex import regex

_WORDLY = frozenset(
    {
        "boilerplate.nav",
        "boilerplate.sections",
        "boilerplate.teaser",
        "boilerplate.faq",
        "boilerplate.read_more",
        "boilerplate.related",
        "boilerplate.video_block",
        "boilerplate.author_bio",
        "boilerplate.account",
    }
)
_FURNITURE = ("boilerplate.", "page.")
_COLON = regex(r"[:：©/,،，]|[摄攝影][)）]|[摄攝]$")  # ``图为老码头。（周启明 摄）``
_DASHES = ("- ", "– ", "— ")
_CAPTION_LABEL = regex(r"[^:：]{3,28}[:：](?=\s)")
_CAPTIONED_UP_TO = 200  # letters of a sentence behind it
_FOOTER = {"boilerplate.copyright_footer"}
_INVITING = {"boilerplate.newsletter", "boilerplate.app_promo", "boilerplate.share_bar"}
_MASTHEAD = 3  # lines at the top in which a credit may stand alone
_LABEL = 24  # letters of a date's label
_SOURCE_WORDS = 9  # of one of the sources behind a label
# Letters beyond which a line is not looked at for a date, a credit, a byline, a source.
_DATED_UP_TO, _CREDITED_UP_TO, _BYLINE_UP_TO, _SHORT, _SIGNED_UP_TO = 600, 400, 200, 120, 160


def assign(drafts: list[Draft], body: list[int] | None, words: Vocabulary, language: str, title: str | None) -> None:
    """Set the role of every draft that is not blank.

    ``body`` are the indexes of the filled lines that are a page's body, None for a clean extract;
    ``title`` is the declared one.
    """
    filled = [draft for draft in drafts if draft.text]
    if not filled:  # a record of metadata alone
        return
    for draft in filled:
        mark_form(draft, words, language)
    if body is not None:
        frame.assign(filled, body, words, title)
        return
    dated_lists.free(filled, words)
    tail.bare_words(filled)
    alone.below_labels(filled, words)
    alone.agency_first(filled)
    alone.name_first(filled, words)
    _captions(filled, words, language)
    captions.mark(filled, words)
    for draft in filled[:_MASTHEAD]:
        if draft.role is None and no_headline.is_credit(draft.text, words):
            draft.role = Role.CAPTION
    _clockwork(filled, words)
    alone.opening(filled, words)
    no_headline.free_list(filled)
    no_headline.signs_below_date(filled, words)
    titled.mark(filled, title, words)
    tail.signature(filled, title)
    first, last = _bounds(filled)
    header.mark(filled, first, words)
    tail.assign(filled, last, words)
    _between(filled)


def mark_form(draft: Draft, words: Vocabulary, language: str) -> None:
    """The role that a line has wherever it stands, and the dates and the credit that it holds."""
    furniture = draft.furniture and any(mark.startswith(_FURNITURE) and mark not in _WORDLY for mark in draft.marks)
    furniture = furniture and not _opens_with_day(draft, words, language)
    if (furniture and draft.marks != _FOOTER) or ("(" in draft.text and nobody.is_reader(draft.text)):
        draft.role = Role.BOILERPLATE
        return
    if draft.digits and draft.weight <= _DATED_UP_TO:
        draft.dates = forms.find_dates(draft, language)
    if draft.weight <= _CREDITED_UP_TO or bracketed.labels_end(draft.text, words):
        caption = "photo.captions" in draft.marks
        if caption or signals.possible(draft.text, draft.leveled, words):
            draft.credit = credit_lines.find(draft.text, words, caption=caption)
        if draft.credit and caption and draft.credit.kind != "platform" and not _is_marked(draft.text, draft.credit):
            draft.credit = None
        # A reserved right may stand in a credit line; a footer names nobody that is known.
        if draft.credit and furniture and draft.credit.kind == "unknown" and not draft.credit.licence:
            draft.credit = None
        draft.role = Role.BOILERPLATE if furniture and not draft.credit else _form_of(draft, words)


def _is_marked(text: str, credit: credit_lines.Seen) -> bool:
    """Whether a caption shows where its credit begins, or a label does with its point or a dash."""
    ends = text[credit.whole : credit.start].rstrip().endswith(".") or text[: credit.whole].endswith(_DASHES)
    return ends or _COLON.search(text) is not None


def _form_of(draft: Draft, words: Vocabulary) -> Role | None:
    if draft.credit is not None:
        if _signs_first(draft, words) or filed.is_agency_byline(draft.text):
            return Role.BYLINE
        return Role.CAPTION if draft.text[: draft.credit.whole].strip(" (") else Role.CREDIT
    if (tags := forms.labelled(draft, "tags.labels", words)) is not None:
        return Role.TAGS if tags[0] else Role.BOILERPLATE
    if draft.weight < _SHORT and (source := forms.labelled(draft, "source.labels", words)) and _is_source(source[0]):
        return Role.SOURCE
    if draft.weight <= _BYLINE_UP_TO and _says_who(draft, words):
        return Role.BYLINE
    if (draft.weight <= _BYLINE_UP_TO and bylines.signed(draft.text, words)) or filed.is_agency_byline(draft.text):
        return Role.BYLINE
    if forms.is_agency_dateline(draft):
        return Role.DATELINE
    if draft.weight <= _SIGNED_UP_TO and forms.is_signed_date(draft, words):
        return Role.BYLINE
    if forms.is_date_line(draft, words) or clocks.is_time_line(draft, words):
        return Role.DATELINE
    return None


def _is_source(value: str) -> bool:
    """Whether what a label leads to may be a source's name: a headline goes on (``Source: Club to …``)."""
    return bool(value) and all(len(one.split()) <= _SOURCE_WORDS for one in value.replace(";", ",").split(","))


def _opens_with_day(draft: Draft, words: Vocabulary, language: str) -> bool:
    """Whether a label and its date open a line, behind which an invitation stands (``Updated: … Follow us on …``)."""
    if not draft.digits or draft.weight > _SHORT or not draft.marks <= _INVITING:
        return False
    labelled = any(words.words(f"dates.{one}").opening(draft.leveled) for one in date_labels.KINDS[:2])
    first = next(iter(forms.find_dates(draft, language)), None) if labelled else None
    return first is not None and bool(date_labels.before(draft, first.start, words)) and first.start <= _LABEL


def _says_who(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line says itself that it names who wrote (``By …``, ``Author: …``); no sentence has bars."""
    if draft.prose and " | " not in draft.text:
        return forms.is_signature(draft, words)
    return forms.names_labelled(draft, words) > 0


def _signs_first(draft: Draft, words: Vocabulary) -> bool:
    """Whether a byline that says so stands before a line's credit: ``By Jane Roe | Photos: Sam Poe``, or is it too."""
    whole = draft.credit.whole if draft.credit else 0
    before = draft.text[:whole].rstrip(" (")
    if alone.writes_too(draft, words):
        return True
    stops = words.words("byline.prefixes").opening(draft.leveled) if before.endswith(".") else 0
    label = forms.names_labelled(draft, words) or stops  # ``Words by Jane Roe. Photographs by Sam Poe.``
    if not label or label > whole:
        return label > 0  # ``Text and photos: Jane Roe``
    if before[-1:] not in "|,/;–—-•·." and not draft.text[label:].lstrip().startswith(":"):
        return False
    return any(one.kind == "person" and " " in one.value for one in bylines.split(before, words))


def _is_captioned(draft: Draft) -> bool:
    """Whether a whole sentence is a caption because a label and its colon say so (``In the picture: …``)."""
    label = _CAPTION_LABEL.match(draft.text) if "photo.captions" in draft.marks else None
    return (
        label is not None
        and draft.weight <= _CAPTIONED_UP_TO
        and "photo.captions" in sections(f"{label[0]} {draft.text[-9:]}")
    )


def _captions(filled: list[Draft], words: Vocabulary, language: str) -> None:
    """Captions by their own words, and the short lines that stand directly above a credit line.

    A caption's phrase of another language is what a template or a translator left behind: furniture.
    """
    for draft in filled:
        if draft.role is None and (_is_captioned(draft) if draft.prose else _is_caption(draft, words)):
            left_behind = language and draft.tongues and language not in draft.tongues
            draft.role = Role.BOILERPLATE if left_behind else Role.CAPTION
    _sources(filled, words)
    for at in range(len(filled) - 1, 0, -1):
        below, above = filled[at], filled[at - 1]
        adjacent = below.number == above.number + 1
        if above.role is not None or not adjacent or (above.sentence and above.weight > 200):
            continue
        credit_below = below.role is Role.CREDIT and not (
            names.is_person(above.text, words) or headline.tops(filled, at - 1)
        )
        alt_text = below.role is Role.CAPTION and below.folded.startswith(above.folded)
        if credit_below or alt_text:
            above.role = Role.CAPTION


def _sources(filled: list[Draft], words: Vocabulary) -> None:
    """``Source: X`` is a credit directly below a caption, and elsewhere tells where the article is from."""
    above: Draft | None = None
    for draft in filled:
        named = draft.credit is not None and draft.credit.whole == 0 and draft.role is Role.CREDIT
        label = words.words("source.labels").opening(draft.leveled) if named else 0
        if label and photo_words.labels(words).opening(draft.leveled) <= label + 1:  # with its colon, as ``出典：``
            captioned = above is not None and above.role is Role.CAPTION and above.number == draft.number - 1
            if not captioned:
                draft.role, draft.credit = Role.SOURCE, None
        above = draft


def _is_caption(draft: Draft, words: Vocabulary) -> bool:
    return "photo.captions" in draft.marks or (
        draft.weight < 200 and words.words("photo.illustrative").within(draft.leveled) is not None
    )


def _clockwork(filled: list[Draft], words: Vocabulary) -> None:
    """Day counters, weather and breadcrumbs at the top of a page."""
    clocked = any(draft.role is Role.DATELINE for draft in filled[:3])
    for draft in filled[:6]:
        if draft.role is None and (
            clocks.counter(draft, words, header=clocked) or clocks.is_weather(draft) or forms.is_breadcrumb(draft)
        ):
            draft.role = Role.BOILERPLATE


def _bounds(filled: list[Draft]) -> tuple[int, int]:
    """Indexes of the first and the last paragraph; (length, -1) where there is none."""
    prose = [at for at, draft in enumerate(filled) if draft.role is None and draft.prose]
    return (prose[0], prose[-1]) if prose else (len(filled), -1)


def _between(filled: list[Draft]) -> None:
    """What is left is body; a short line above a paragraph is a subhead."""
    for at, draft in enumerate(filled):
        if draft.role is not None:
            continue
        after = map(filled.__getitem__, range(at + 1, len(filled)))  # a slice would copy a long text for every line
        below = next((other for other in after if other.role not in (Role.CAPTION, Role.CREDIT)), None)
        heads = below is not None and (below.prose or below.role is None) and below.role is not Role.BOILERPLATE
        short = draft.weight <= 120 and not draft.prose
        stops = draft.text.rstrip()[-1] in ".,;。、"
        draft.role = Role.SUBHEAD if short and heads and not stops else Role.BODY
