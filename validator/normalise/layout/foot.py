"""Who signs a full page below its text: a label with its name, a name that stands alone, a team."""

from __future__ import annotations

from validator.lexicons.fold import fold, level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Role
from validator.normalise.layout import alone, forms, signed
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines

_FREE = (None, Role.BOILERPLATE)  # roles of a line that has no part in the article yet
_TEAM = 5  # words of a team's name
_OFFICE = 8  # words of an office and its house


def assign(filled: list[Draft], first: int, last: int, words: Vocabulary) -> None:
    """Where no person signs above: the one label with a name below the ``last`` paragraph, or a team below any.

    A person of the house outweighs it where it signs.
    """
    if signing := _of_house(filled, last, words):
        for draft in filled[:last]:
            if draft.role is Role.BYLINE:
                draft.role = Role.DATELINE if draft.dates else Role.BOILERPLATE
        signed.sign(filled, signing)
        return
    if any(draft.role is Role.BYLINE and not signed.is_house(draft, words) for draft in filled):
        return
    end = min(last + 1 + alone.FOOT, len(filled))
    labels = [at for at in range(last + 1, end) if forms.is_byline_label(filled[at], words)]
    named = (
        signed.run(filled, range(labels[0] + 1, labels[0] + 1 + signed.MANY), words, labelled=True)
        if len(labels) == 1
        else []
    )
    if not signed.sign(filled, named) and not signed.sign(
        filled, alone.below(filled, last, words) or alone.addressed(filled, range(first + 1, end), words)
    ):
        near = range(first + 1, min(last + 2, len(filled)))
        signed.sign(filled, [at for at in near if filled[at - 1].role is Role.BODY and _is_team(filled[at], words)][:1])


def _of_house(filled: list[Draft], last: int, words: Vocabulary) -> list[int]:
    """The name right below the text whose office, on the next line, is with the only house that signs above the text.

    ``Jane Roe`` and ``Correspondent of The Harbour Beacon``, as papers in Spain and Colombia sign.
    """
    at = last + 1
    if at + 1 >= len(filled) or not alone.signs(filled[at], words):
        return []
    office = filled[at + 1]
    above = [draft for draft in filled[:last] if draft.role is Role.BYLINE]
    named = [fold(one.value) for draft in above for one in bylines.split(draft.text, words)]
    titled = words.words("byline.roles").opening(office.leveled) > 0 and office.words <= _OFFICE
    return [at] if titled and named and all(one in office.folded for one in named) else []


def _is_team(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a team by its name: a compound with the outlet's (``ABC-Redaktion``), or one that all know."""
    known = "byline.teams" in sections(draft.text) and draft.words > 1
    compound = "-" in draft.text and level(draft.text.rsplit("-")[-1]) in words.words("byline.team_words")
    free = draft.role in _FREE and not draft.furniture and not draft.sentence
    return free and (known or compound) and draft.words <= _TEAM
