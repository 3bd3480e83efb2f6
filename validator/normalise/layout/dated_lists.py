"""Days that a page prints beside the headlines of other articles, or beside what it announces: none is its own."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import date_labels
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_RUN = 3  # lines in a row that open with a day and make a list
_BULLET = 2  # letters before the day that opens a line
_TOLD = regex(r"\W*[^\W\d_]{2,}\W+[^\W\d_]")  # behind it: some words
_PERIOD = range(2, 6)  # lines from one teaser's day to the next one's
_TEASERS = 3  # of one day that make a list; where the days differ, one less
_COLONS = (":", "：")
_INTRODUCED = 4  # words of a line that introduces what its colon leads to
_DATED = (Role.DATELINE, Role.BYLINE)
_OTHERS = frozenset({"boilerplate.comment_form", "boilerplate.related", "boilerplate.partner_block"})


def lines(filled: list[Draft], words: Vocabulary) -> list[Draft]:
    """The lines whose days are those of other articles, or of events that a line with a colon introduces."""
    dated = [at for at, draft in enumerate(filled) if draft.dates]
    if not dated:
        return []
    return [*_runs(filled, dated), *_teasers(filled, dated, words), *_introduced(filled, dated, words)]


def others_from(filled: list[Draft], below: int) -> int:
    """The line number from which, below a line, a page speaks of other articles or lets its readers speak."""
    heads = (draft.number for draft in filled if draft.number > below and draft.marks & _OTHERS and not draft.prose)
    return next(heads, filled[-1].number + 1 if filled else 0)


def _runs(filled: list[Draft], dated: list[int]) -> list[Draft]:
    """Lines one below the other that open with a day and go on (``17/10/2026 - Ferry runs aground``)."""
    opening = [at for at in dated if _opens(filled[at])]
    run: list[int] = []
    found: list[Draft] = []
    for at in opening:
        run = [*run, at] if run and at == run[-1] + 1 else [at]
        if len(run) == _RUN:
            found += [filled[one] for one in run]
        elif len(run) > _RUN:
            found.append(filled[at])
    return found


def _opens(draft: Draft) -> bool:
    first = draft.dates[0]
    return first.start <= _BULLET and _TOLD.match(draft.text, first.end) is not None


def _teasers(filled: list[Draft], dated: list[int], words: Vocabulary) -> list[Draft]:
    """Days at equal distances, between them each time a headline and a paragraph of another article."""
    alone = [at for at in dated if filled[at].role in _DATED]
    groups: list[list[int]] = []
    for before, at in pairwise(alone):
        if at - before not in _PERIOD or not _is_teaser(filled[before + 1 : at]):
            continue
        if groups and groups[-1][-1] == before and at - before == before - groups[-1][-2]:
            groups[-1].append(at)
        else:
            groups.append([before, at])
    return [filled[at] for group in groups if _is_list(filled, group, words) for at in group]


def _is_list(filled: list[Draft], group: list[int], words: Vocabulary) -> bool:
    """Whether so many days stand side by side that no article of its own shows two of them (its update is one)."""
    days = {filled[at].dates[0].moment.value[:10] for at in group if filled[at].dates[0].moment}
    updated = any(date_labels.before(filled[at], filled[at].dates[0].start, words) == "modified" for at in group)
    below = filled[group[-1] + 1 : 2 * group[-1] - group[-2] + 1]
    closes = len(group) >= _TEASERS and filled[max(0, group[0] - 1)].prose  # a teaser's day below it
    return len(group) >= _TEASERS - (len(days) > 1 and not updated) and (closes or any(draft.prose for draft in below))


def _is_teaser(between: list[Draft]) -> bool:
    """Whether one paragraph and at least one headline stand between two days."""
    heads = [draft for draft in between if not draft.prose and draft.words >= _RUN - 1 and not draft.furniture]
    return sum(draft.prose for draft in between) == 1 and bool(heads)


def _introduced(filled: list[Draft], dated: list[int], words: Vocabulary) -> list[Draft]:
    """The day below a sentence that announces it (``The matches of the second round:``), unless a label says more."""
    return [
        filled[at]
        for at in dated
        if at
        and filled[at - 1].text.endswith(_COLONS)
        and filled[at - 1].words >= _INTRODUCED
        and filled[at].role is Role.DATELINE
        and not date_labels.before(filled[at], filled[at].dates[0].start, words)
        and not any(words.words(f"dates.{one}").closing(filled[at - 1].leveled.rstrip(" :：")) for one in date_labels.KINDS)
    ]
