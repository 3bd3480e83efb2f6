"""From the top to the second paragraph: the lead, who signs, and what stands above the headline."""

from __future__ import annotations

from validator.lexicons import calendar, korean_names, photo_words
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import alone
from validator.normalise.layout.lines import Draft
from validator.normalise.names import bylines, caseless, nobody

_ARABIC = ("\u0600", "\u06ff")
_SIGNED_BY = 2  # names on lines of their own that sign an article in a script without capitals
_MASTHEAD = 3  # lines above a name in which the site's own may stand
_SHORT = 120  # letters of a line with a photo's label


def mark(filled: list[Draft], first: int, words: Vocabulary) -> None:
    """Lead, bylines and furniture from the top to the second paragraph."""
    title = next((at for at, draft in enumerate(filled) if draft.role is Role.TITLE), -1)
    second = next((at for at in range(first + 1, len(filled)) if filled[at].role is None and filled[at].prose), first)
    listed = sum(_caseless(filled, at, words) for at in range(max(second, first))) > _SIGNED_BY
    for at, draft in enumerate(filled[: max(second, first)]):
        if draft.role is not None or (draft.prose and at != first):
            continue
        if at < title:
            draft.role = _above_title(draft)
        elif at != first and alone.with_address(draft, words):
            draft.role = Role.BYLINE
        elif draft.prose or (title >= 0 and draft.sentence and draft.words > 3 and not draft.text.endswith("?")):
            draft.role = Role.LEAD
        elif not listed and not (at > first and _is_signed(filled[:first])) and _signs(filled, at, words):
            draft.role = Role.BYLINE
        elif at < first and (draft.furniture or draft.weight < 12):
            draft.role = Role.BOILERPLATE
        elif at < first and title >= 0:
            draft.role = Role.LEAD if draft.weight >= 30 else Role.SUBHEAD
    if first < len(filled) and filled[first].role is None:
        filled[first].role = Role.LEAD


def _is_signed(above: list[Draft]) -> bool:
    """Whether a name signs above the first paragraph: one that stands below it is a picture's."""
    return any(draft.role is Role.BYLINE for draft in above)


def _signs(filled: list[Draft], at: int, words: Vocabulary) -> bool:
    return _bare_byline(filled, at, words) or alone.is_office(filled, at, words)


def _caseless(filled: list[Draft], at: int, words: Vocabulary) -> bool:
    """A line of a script without capitals that may be a name; several of them are a list of headlines."""
    draft = filled[at]
    arabic = draft.role is None and _ARABIC[0] <= draft.text[0] <= _ARABIC[1]
    return arabic and _bare_byline(filled, at, words)


def _above_title(draft: Draft) -> Role:
    """A kicker, a section's name, a country, the weather; a paragraph is the lead, which some sites print on top."""
    if draft.prose and not draft.furniture:
        return Role.LEAD
    return Role.DATELINE if draft.dates or calendar.country(draft.text) else Role.BOILERPLATE


def _bare_byline(filled: list[Draft], at: int, words: Vocabulary) -> bool:
    """A person's or a team's name alone on its line, between title and second paragraph, not a picture's subject."""
    draft = filled[at]
    below = filled[at + 1 : at + 2]
    if below and below[0].role is Role.DATELINE and korean_names.is_full_name(draft.text.lstrip("•· ")):
        return True
    if draft.furniture or draft.weight > 80 or draft.text[-1] == "," or not bylines.looks_like(draft.text, words):
        return False
    named = bylines.split(draft.text, words)
    if named and not any(one.kind != "person" or caseless.is_known(one.value) for one in named):
        return False
    above = filled[max(0, at - _MASTHEAD) : at]
    if any(draft.folded.startswith(f"{one.folded} ") for one in above) or (above and nobody.is_posed(above[-1].text)):
        return False  # a site's section below its name (``Beacon``, ``Beacon Books``); who took the picture described
    return not any(draft.folded in one.folded and _shows(one, words) for one in filled[at + 1 : at + 3])


def _shows(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a caption, or holds a photo's label behind its first word (``Old Mill- Photo X``)."""
    label = photo_words.labels(words).within(draft.leveled) if draft.weight <= _SHORT else None
    return draft.role is Role.CAPTION or (label is not None and label[0] > 0)
