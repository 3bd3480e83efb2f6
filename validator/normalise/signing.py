"""Which of the bylines of a text name who wrote it: the others name a place, a house, an office or who is pictured."""

from __future__ import annotations

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import alone, forms
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bodies, bylines, names
from validator.regex import regex

_PIECES = regex(r"\s[–—-]\s|[,|]")


def lines(filled: list[Draft], bylines_: list[Draft], words: Vocabulary) -> set[int]:
    """The numbers of the bylines that name who wrote.

    Where one says so itself (``By …``), only it and those that go on below it, and no house or desk that a system calls
    the author beside a person; and right below a name, a name beside the date is where it was written
    (``Puerto Chico - 23 May 2026``), a house whom it was written for, and a person of whom the text tells is in the
    picture. A desk signs beside a person only where it stands beside its name.
    """
    above = {draft.number: filled[at - 1].number for at, draft in enumerate(filled) if at}
    labelled = {draft.number: begins for draft in bylines_ if (begins := forms.names_labelled(draft, words))}
    housed = {one.number for one in bylines_ if _is_systems(one, labelled.get(one.number, 0), words)}
    persons = {one.number for one in bylines_} - housed if labelled and labelled.keys() <= housed else set()
    sure = labelled.keys() - housed or persons or labelled.keys()
    kept: set[int] = set()
    for draft in bylines_:
        number, goes_on = draft.number, above.get(draft.number) in kept
        apart = goes_on and not words.words("byline.joiners").opening(draft.leveled)
        where = apart and (draft.dates or _names_nobody(filled, draft, words))
        if number in sure or ((goes_on or not sure) and not where):
            kept.add(number)
    signing = kept - housed
    beside = {at for at, over in above.items() if over in signing} | {above[one] for one in signing & above.keys()}
    return kept - (housed - beside) if signing else kept


def _is_systems(draft: Draft, begins: int, words: Vocabulary) -> bool:
    """Whether a byline names a house or its desk, as a system does for whoever put the article in."""
    if bodies.is_house(draft.text[begins:].strip(" :-–—")):
        return True
    named = bylines.split(draft.text, words)
    return bool(named) and all(one.kind == "organisation" for one in named)


def _names_nobody(filled: list[Draft], draft: Draft, words: Vocabulary) -> bool:
    """Whether a line right below a name has a house, an office or whoever is in the picture."""
    return _house(draft, words) or _office(draft, words) or _pictured(filled, draft, words)


def _pictured(filled: list[Draft], draft: Draft, words: Vocabulary) -> bool:
    """Whether the text tells of whoever a line names, and does not only say at its foot who that is."""
    told = [one for one in filled if one.role in (Role.LEAD, Role.BODY) and not one.text.startswith(draft.text)]
    named = [one.value.split()[-1] for one in bylines.split(draft.text, words) if " " in one.value]
    return not forms.names_labelled(draft, words) and any(alone.is_told(one, told) for one in named)


def _office(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line opens with what somebody does, and no name comes behind it."""
    length = words.words("byline.roles").opening(draft.leveled)
    behind = _PIECES.split(draft.text[length:].strip(), maxsplit=1)[0]
    return length > 0 and not names.is_person(behind, words)


def _house(draft: Draft, words: Vocabulary) -> bool:
    named = bylines.split(draft.text, words)
    if not named or (named[0].kind != "organisation" and not bodies.is_house(named[0].value)):
        return False
    return all(one.kind == "organisation" or " " not in one.value for one in named[1:])  # its place
