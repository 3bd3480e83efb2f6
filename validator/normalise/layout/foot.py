"""Who signs a full page below its text: a label with its name, a name that stands alone, a team."""

from __future__ import annotations

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Role
from validator.normalise.layout import alone, forms, signed
from validator.normalise.layout.lines import Draft

_FREE = (None, Role.BOILERPLATE)  # roles of a line that has no part in the article yet
_TEAM = 5  # words of a team's name


def assign(filled: list[Draft], first: int, last: int, words: Vocabulary) -> None:
    """Where no person signs above: the one label with a name below the ``last`` paragraph, or a team below any."""
    if any(draft.role is Role.BYLINE and not signed.is_house(draft, words) for draft in filled):
        return
    end = min(last + 1 + alone.FOOT, len(filled))
    labels = [at for at in range(last + 1, end) if forms.is_byline_label(filled[at], words)]
    named = (
        signed.run(filled, range(labels[0] + 1, labels[0] + 1 + signed.MANY), words, labelled=True)
        if len(labels) == 1
        else []
    )
    if not signed.sign(filled, named) and not signed.sign(filled, alone.below(filled, last, words)):
        below = range(first + 1, min(last + 2, len(filled)))
        signed.sign(
            filled, [at for at in below if filled[at - 1].role is Role.BODY and _is_team(filled[at], words)][:1]
        )


def _is_team(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a team by its name: a compound with the outlet's (``ABC-Redaktion``), or one that all know."""
    known = "byline.teams" in sections(draft.text) and draft.words > 1
    compound = "-" in draft.text and level(draft.text.rsplit("-")[-1]) in words.words("byline.team_words")
    free = draft.role in _FREE and not draft.furniture and not draft.sentence
    return free and (known or compound) and draft.words <= _TEAM
