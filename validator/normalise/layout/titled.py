"""Which line of an article's bare text is its title, where nothing but the article stands in it."""

from __future__ import annotations

from validator.lexicons.fold import fold, trim
from validator.lexicons.sentences import FULL_STOPS
from validator.model.article import Role
from validator.normalise.layout import forms, headline
from validator.normalise.layout.lines import Draft

_WEIGHT = (12.0, 220.0)  # letters of a title


def mark(filled: list[Draft], declared: str | None) -> None:
    """The declared title's line, else the first headline above the first paragraph; its repeat is furniture."""
    found = _declared_title(filled, declared) if declared else None
    found = found or headline.below_path(filled) or headline.below_masthead(filled) or _first_headline(filled)
    if found is None:
        return
    found.role = Role.TITLE
    key, seen = trim(found.folded), False
    for draft in filled[: filled.index(found) + 4]:
        if draft is found:
            seen = True
        elif seen and trim(draft.folded) == key:
            draft.role = Role.BOILERPLATE


def _declared_title(filled: list[Draft], declared: str) -> Draft | None:
    key = trim(fold(declared))
    return next((draft for draft in filled if key and trim(draft.folded) == key), None)


def _first_headline(filled: list[Draft]) -> Draft | None:
    candidates: list[Draft] = []
    for draft in filled:
        if draft.role is not None:
            continue
        if draft.prose or (draft.sentence and draft.text[-1] in FULL_STOPS and draft.words > 3):
            break
        if (draft.furniture and draft.words < 4) or forms.is_menu(draft) or not any(map(str.isalpha, draft.text)):
            continue
        if draft.weight <= _WEIGHT[1]:
            candidates.append(draft)
    for draft in candidates[:3]:
        if sum(any(map(str.isalnum, one)) for one in draft.text.split()) >= 4 or draft.weight >= 25:
            return draft
    if candidates and (candidates[0].weight >= _WEIGHT[0] or _stands_alone(candidates, filled)):
        return candidates[0]
    return None


def _stands_alone(candidates: list[Draft], filled: list[Draft]) -> bool:
    """A word or two (``雨停了``) are the headline where they are all that stands above the first paragraph."""
    first = candidates[0]
    below = filled[1] if first is filled[0] and len(filled) > 1 else None
    lettered = sum(one.isalpha() for one in first.text) > len(first.text) // 2
    return below is not None and below.prose and lettered and not first.furniture and len(candidates) == 1
