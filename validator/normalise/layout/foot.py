"""Who signs a full page below its text: a label with its name, a name that stands alone, a team."""

from __future__ import annotations

from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, openers, sections
from validator.model.article import Role
from validator.normalise.layout import forms, signed
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines, names

_BELOW = 14  # lines below the last paragraph in which a label may sign the article
_FREE = (None, Role.BOILERPLATE)  # roles of a line that has no part in the article yet
_SIGNING = (*_FREE, Role.CREDIT, Role.CAPTION)
_TEAM = 5  # words of a team's name


def assign(filled: list[Draft], first: int, last: int, words: Vocabulary) -> None:
    """Where no person signs above: the one label with a name below the ``last`` paragraph, or a team below any."""
    if any(draft.role is Role.BYLINE and not signed.is_house(draft, words) for draft in filled):
        return
    end = min(last + 1 + _BELOW, len(filled))
    labels = [at for at in range(last + 1, end) if forms.is_byline_label(filled[at], words)]
    named = (
        signed.run(filled, range(labels[0] + 1, labels[0] + 1 + signed.MANY), words, labelled=True)
        if len(labels) == 1
        else []
    )
    if not signed.sign(filled, named) and not signed.sign(filled, _below_text(filled, last, words)):
        below = range(first + 1, min(last + 2, len(filled)))
        signed.sign(
            filled, [at for at in below if filled[at - 1].role is Role.BODY and _is_team(filled[at], words)][:1]
        )


def _below_text(filled: list[Draft], last: int, words: Vocabulary) -> list[int]:
    """The one line right below a paragraph that is nothing but full names, of whom the text tells nothing.

    In scripts with capitals; a second such line makes a list of what the article is about. What the frame left out of
    the body may stand between.
    """
    for at in range(last + 1, min(last + 1 + _BELOW, len(filled))):
        draft, below = filled[at], filled[at + 1 : at + 2]
        if not filled[at - 1].prose or draft.prose:
            continue
        if _signs_alone(draft, words) and not any(_signs_alone(one, words) for one in below):
            surnames = [one.value.split()[-1].lower() for one in bylines.split(_signed_part(draft), words)]
            told = any(name in one.folded for name in surnames for one in filled[:at] if one.credit is None)
            return [] if told else [at]
    return []


def _signs_alone(draft: Draft, words: Vocabulary) -> bool:
    """Whether nothing but first and last names stand in a line, or before the credit of its pictures."""
    text = _signed_part(draft)
    named = bylines.split(text, words) if draft.role in _SIGNING and not draft.marks and text[:1].isupper() else ()
    full = all(one.kind == "person" and " " in one.value and names.is_person(one.value, words) for one in named)
    opens = any(draft.leveled.split()[0] in openers(language) for language in words.languages)
    return bool(named) and full and not opens and draft.weight <= signed.SHORT and bylines.looks_like(text, words)


def _signed_part(draft: Draft) -> str:
    text = draft.text[: draft.credit.whole].rstrip(" ,;/|(") if draft.credit else draft.text
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text  # ``(Jane Roe)``


def _is_team(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a team by its name: a compound with the outlet's (``ABC-Redaktion``), or one that all know."""
    known = "byline.teams" in sections(draft.text) and draft.words > 1
    compound = "-" in draft.text and level(draft.text.rsplit("-")[-1]) in words.words("byline.team_words")
    free = draft.role in _FREE and not draft.furniture and not draft.sentence
    return free and (known or compound) and draft.words <= _TEAM
