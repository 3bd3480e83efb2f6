"""Who signs a full page: names that stand alone beside the article's label, date, headline or foot."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons import agencies
from validator.lexicons.fold import fold
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import alone, forms, others
from validator.normalise.layout.lines import Draft
from validator.normalise.names import blanked, bylines, names

_BESIDE = 2  # lines between a date line and a name that stands alone
_TOGETHER = 2  # lines between the bylines of one article
_DATES_TOGETHER = 5  # the same of its dates
MANY = 8  # names that may follow one byline label, a line each
_PLACE = 3  # words of a place's name


def header(filled: list[Draft], indexes: list[int], top: int, head: int | None, words: Vocabulary) -> None:
    """Names in the header: below a byline's label, or beside a date line where nothing is labelled.

    ``top`` is the article's first line, ``head`` its headline.
    """
    _together(filled, _own_dates(filled, indexes, head), _DATES_TOGETHER)
    others.free(filled, top)
    _labelled_otherwise(filled, words)
    labelled = [at for at in indexes if filled[at].role is Role.BYLINE]
    for at in indexes:
        if forms.is_byline_label(filled[at], words):
            labelled += sign(filled, run(filled, range(at + 1, at + 1 + MANY), words, labelled=True))
        elif (
            at + 1 < len(filled)
            and _is_agency(filled[at])
            and filled[at + 1].text in words.words("source.agency_words")
        ):
            labelled += sign(filled, [at])
    if labelled:
        labelled += sign(filled, [at - 1 for at in labelled if _is_place_below(filled, at, head, words)])
        labelled = _behind_house(filled, sorted(set(labelled)), words)
        _together(filled, labelled, _TOGETHER)
        first = [at for at in labelled if filled[at].role is Role.BYLINE]
        sign(filled, [one for at in first for one in _continued(filled, at, words)])
    elif not (
        _between(filled, head, words)
        or _beside_dates(filled, indexes, top, head, words)
        or sign(filled, alone.placed(filled, head, words))
    ):
        _under_headline(filled, head, words)
        _unheard_of(filled, head, words)


def sign(filled: list[Draft], indexes: list[int]) -> list[int]:
    """Make these lines bylines, and no credits."""
    for at in indexes:
        filled[at].role, filled[at].credit = Role.BYLINE, None
    return indexes


def _is_place_below(filled: list[Draft], at: int, head: int | None, words: Vocabulary) -> bool:
    """Whether a line with a date, right below a name, says where that person wrote: ``Puerto Chico - 23 May 2026``.

    The text tells of the place.
    """
    draft, above = filled[at], filled[at - 1] if at else filled[at]
    if not draft.dates or above.role is not None or at - 1 == head or forms.names_labelled(draft, words):
        return False
    place = next((fold(one.value) for one in bylines.split(draft.text, words)), "")
    told = bool(place) and any(place in one.folded for one in filled if one.role is Role.BODY)
    return told and _is_name(above, words) and not is_house(above, words)


def _labelled_otherwise(filled: list[Draft], words: Vocabulary) -> None:
    """A name and a date below a label of something else (``Broadcast on:``) sign nothing."""
    for above, draft in pairwise(filled):
        if draft.role is Role.BYLINE and above.text.endswith((":", "：")) and not forms.names_labelled(draft, words):
            draft.role = Role.BYLINE if forms.is_byline_label(above, words) else Role.BOILERPLATE


def _behind_house(filled: list[Draft], labelled: list[int], words: Vocabulary) -> list[int]:
    """The bylines without those of a house or its desk, where right above the text a label leads to a person.

    The system names who put the article in, and below it the text who wrote it.
    """
    named = next((at for at in labelled if not is_house(filled[at], words)), 0)
    text = filled[named + 1].role is Role.BODY if 0 < named < len(filled) - 1 else False
    if not text or named == labelled[0] or not forms.names_labelled(filled[named], words):
        return labelled
    for at in labelled[: labelled.index(named)]:
        filled[at].role = Role.DATELINE if filled[at].dates else Role.BOILERPLATE
    return labelled[labelled.index(named) :]


def _own_dates(filled: list[Draft], indexes: list[int], head: int | None) -> list[int]:
    """The date lines that have to stand together: those below the headline, where one is above the second paragraph.

    The first paragraph may be a standfirst. What a site prints above the headline is then its clock, far as it may
    stand from the article's own date.
    """
    dated = [at for at in indexes if filled[at].role is Role.DATELINE]
    if head is None:
        return dated
    told = [at for at in range(head + 1, len(filled)) if filled[at].role is Role.BODY][:2]
    below = [at for at in dated if at > head]
    return below if below and told and below[0] < told[-1] else dated


def _together(filled: list[Draft], signed: list[int], reach: int) -> None:
    """Bylines or dates that do not stand with the first one belong to teasers."""
    for before, at in pairwise(signed):
        if at - before > reach:
            for one in signed[signed.index(at) :]:
                filled[one].role = Role.BOILERPLATE
            return


def _beside_dates(filled: list[Draft], indexes: list[int], top: int, head: int | None, words: Vocabulary) -> bool:
    """Names above the first date line that has any, else below it; else a team or an agency right beside it."""
    dated = _own_dates(filled, indexes, head)
    for at in dated:
        over = _BESIDE if at > top else 0
        signing = run(filled, range(at - 1, max(indexes[0], at - 1 - MANY) - 1, -1), words, skip=over)
        if all(is_house(filled[one], words) for one in signing):  # a house above credits its picture
            below = run(filled, range(at + 1, at + 1 + MANY), words, skip=over)
            signing = below if not all(is_house(filled[one], words) for one in below) else signing or below
        if sign(filled, signing):
            return True
    for at in dated:
        if head is not None and head < at - 1 and alone.is_team(filled[at - 1]) and sign(filled, [at - 1]):
            return True
        over = at - 2 if _is_place(filled[at - 1]) else at - 1
        beside = [one for one in (over, at + 1) if 0 < one < len(filled) and _is_agency(filled[one])]
        if sign(filled, [one for one in beside if one > at or _is_no_caption(filled, one - 1)][:1]):
            return True
    return False


def _is_place(draft: Draft) -> bool:
    """Whether a line may be the place that stands between an agency's name and the day."""
    return draft.role is None and draft.words <= _PLACE and draft.text[0].isupper() and not draft.furniture


def _is_agency(draft: Draft) -> bool:
    return draft.role in (None, Role.CREDIT) and agencies.agency(draft.text) is not None


def _is_no_caption(filled: list[Draft], at: int) -> bool:
    """Whether a line cannot be the caption of a picture that an agency's name below it credits."""
    draft = filled[at]
    standfirst = at > 0 and filled[at - 1].role is Role.TITLE and draft.role in (None, Role.BODY)
    return draft.role in (Role.TITLE, Role.DATELINE) or draft.furniture or standfirst


def _between(filled: list[Draft], head: int | None, words: Vocabulary) -> bool:
    """A name that is all that stands between the headline and the first paragraph."""
    at = -1 if head is None else head + 1
    if not 0 < at < len(filled) - 1 or filled[at].role is not None or filled[at + 1].role is not Role.BODY:
        return False
    return _is_name(filled[at], words) and bool(sign(filled, [at]))


def _under_headline(filled: list[Draft], head: int | None, words: Vocabulary) -> None:
    """A name below headline and standfirst with an address or an age, or with its role or the share bar below it."""
    if head is None:
        return
    for at in range(head + 1, min(head + 1 + MANY // 2, len(filled) - 1)):
        draft, below = filled[at], filled[at + 1]
        told = blanked.is_contact(below.text) or blanked.blanked(draft.text, words) != draft.text
        titled = words.words("byline.roles").opening(below.leveled) == len(below.leveled)
        if draft.role is None and _is_name(draft, words) and (told or titled or below.furniture):
            sign(filled, [at])
            return


def _unheard_of(filled: list[Draft], head: int | None, words: Vocabulary) -> None:
    """The only line of names below the headline that the page says nowhere else: of a picture's subject it tells.

    In scripts with capitals: elsewhere any short phrase may have the form of a name.
    """
    if head is None or any(draft.role is Role.BYLINE for draft in filled):
        return
    told = [at for at in range(head + 1, len(filled)) if filled[at].role is Role.BODY][:2] or [0]
    free = [at for at in range(head + 1, told[0]) if filled[at].role is None]
    if told[0] == head + 1:  # a standfirst, and below it the share bar and the name
        free = [at for at in range(head + 2, told[-1]) if filled[at].role is None and filled[at - 1].furniture]
    named = [at for at in free if _is_name(filled[at], words) and _is_full(filled[at], words)]
    if len(named) == 1 and filled[named[0]].text[0].isupper():
        surnames = [fold(one.value).split()[-1] for one in bylines.split(filled[named[0]].text, words)]
        elsewhere = [draft.folded for at, draft in enumerate(filled) if at != named[0]]
        if not any(surname in line for surname in surnames for line in elsewhere):
            sign(filled, named)


def _is_full(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a person, or several whom commas part."""
    return names.is_person(draft.text, words) or (", " in draft.text and alone.signs(draft, words))


def _is_name(draft: Draft, words: Vocabulary, *, placed: bool = False) -> bool:
    path = draft.furniture or forms.is_breadcrumb(draft)
    return not path and draft.weight <= alone.SHORT and bylines.looks_like(draft.text, words, placed=placed)


def run(filled: list[Draft], indexes: range, words: Vocabulary, *, skip: int = 0, labelled: bool = False) -> list[int]:
    """The lines from the first on that are nothing but names and what joins them, after at most ``skip`` others.

    Names behind a label may run out of the frame. A place that the line above repeats is passed over, and an office.
    """
    found: list[int] = []
    placed = True
    for at in indexes:
        if at >= len(filled):
            break
        draft = filled[at]
        free = draft.role in (None, Role.BYLINE) or (labelled and draft.role in (Role.BOILERPLATE, Role.CREDIT))
        if free and not forms.heads_menu(filled, at) and _is_name(draft, words, placed=placed):
            found.append(at)
        elif (found and (_joins(draft, words) or alone.says_office(draft, words))) or (
            indexes.step < 0 and at and echoed(filled[at - 1], draft)
        ):
            continue
        elif found or skip == 0 or draft.role is Role.TITLE:
            break
        else:
            skip, placed = skip - 1, False
    # Beside a person a house or an agency is whom one writes for.
    return [at for at in found if not is_house(filled[at], words)] or found


def is_house(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line names no person."""
    return all(one.kind != "person" for one in bylines.split(draft.text[alone.numbered(draft.text) :], words))


def echoed(draft: Draft, below: Draft) -> int:
    """The letters of a place that ends a byline and stands alone below it, with the space before it; 0 if none."""
    place = " " + below.text
    return len(place) if draft.text.endswith(place) and draft.words - below.words >= 2 else 0


def _joins(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is only what stands between names: a comma, ``and``, the dots of a list cut short."""
    bare = draft.leveled.strip(" ,;&+/·•|….")
    return not bare or bare in words.words("byline.joiners")


def _continued(filled: list[Draft], at: int, words: Vocabulary) -> list[int]:
    """The lines on which a byline goes on: below an open end (``By Jane Roe and``), or behind a joiner."""
    found: list[int] = []
    joiners = words.words("byline.joiners")
    goes_on = _ends_open(filled[at], words)
    for below in range(at + 1, min(at + 1 + 2 * MANY, len(filled))):
        draft, signer = filled[below], filled[found[-1] if found else at].text
        if _joins(draft, words):
            goes_on = True
        elif " " in signer and draft.text.startswith(signer):
            continue  # the card that a page shows of who signs: the name again, and a line about the author
        elif (goes_on or joiners.opening(draft.leveled)) and _is_name(draft, words, placed=True):
            found.append(below)
            goes_on = _ends_open(draft, words)
        else:
            break
    return found


def _ends_open(draft: Draft, words: Vocabulary) -> bool:
    return draft.text.endswith((",", "&", "/", ";")) or words.words("byline.joiners").closing(draft.leveled) > 0
