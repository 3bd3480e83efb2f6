"""Days that a page prints beside the headlines of other articles, or beside what it announces: none is its own."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Role
from validator.normalise.layout import date_labels
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_RUN = 3  # lines in a row that open with a day and make a list
_BOTH = 2  # days of a period
_UNTIL = frozenset("to until till through bis al a hasta au à jusqu'au até ao tot till til asti do по до".split())
_BULLET = 2  # letters before the day that opens a line
_TOLD = regex(r"\W*[^\W\d_]{2,}\W+[^\W\d_]")  # behind it: some words
_PERIOD = range(2, 6)  # lines from one teaser's day to the next one's
_TEASERS = 3  # of one day that make a list; where the days differ, one less
_DAYS = 2  # of a list of teasers
_HEADLINE = 2  # words of a teaser's headline, at least
_COLONS = (":", "：")
_INTRODUCED = 4  # words of a line that introduces what its colon leads to
_DATED = (Role.DATELINE, Role.BYLINE)
_OTHERS = frozenset({"boilerplate.comment_form", "boilerplate.related", "boilerplate.partner_block"})


def lines(filled: list[Draft], words: Vocabulary) -> list[Draft]:
    """The lines whose days are those of other articles, or of events that a line with a colon introduces."""
    dated = [at for at, draft in enumerate(filled) if draft.dates]
    if not dated:
        return []
    return [
        *_runs(filled, dated),
        *_calendar(filled, dated, words),
        *_teasers(filled, dated, words),
        *_introduced(filled, dated, words),
    ]


def others_from(filled: list[Draft], below: int) -> int:
    """The line number from which, below a line, a page speaks of other articles or lets its readers speak."""
    heads = (draft.number for draft in filled if draft.number > below and draft.marks & _OTHERS and not draft.prose)
    return next(heads, filled[-1].number + 1 if filled else 0)


def free(filled: list[Draft], words: Vocabulary) -> None:
    """Days of three dates or more, each above a headline below the first paragraph, are other articles': furniture.

    What stands beside them is a place or a column, and nobody who signs (``Zali Breg / Monday, 11 June 2007``).
    """
    dated = [at for at, draft in enumerate(filled[:-1]) if draft.dates and (draft.role in _DATED or _ends_dated(draft))]
    if len(dated) < _TEASERS:
        return
    first = next((at for at, draft in enumerate(filled) if draft.role is None and draft.prose), len(filled))
    dated = [at for at in dated if at > first and _heads(filled[at + 1])]
    moments = [filled[at].dates[0].moment for at in dated]
    labelled = any(date_labels.before(filled[at], filled[at].dates[0].start, words) for at in dated)
    if len({moment.value[:10] for moment in moments if moment}) >= _TEASERS and not labelled:
        for at in dated:
            filled[at].role = Role.BOILERPLATE


def _ends_dated(draft: Draft) -> bool:
    return draft.role is None and not draft.prose and draft.dates[-1].end == len(draft.text)


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


def _calendar(filled: list[Draft], dated: list[int], words: Vocabulary) -> list[Draft]:
    """Days alone on their lines, one below the other, as a calendar of events has them, and periods.

    ``Del viernes, 7 de noviembre de 2025 al domingo, 9 de noviembre de 2025``.
    """
    alone = [at for at in dated if filled[at].role is Role.DATELINE]
    plain = [at for at in alone if not _labelled(filled[at], words)]
    run: list[int] = []
    found = [filled[at] for at in plain if _is_period(filled[at])]
    for at in [*plain, len(filled) + 1]:
        if run and at != run[-1] + 1:
            days = {seen.moment.value[:10] for one in run for seen in filled[one].dates if seen.moment}
            found += [filled[one] for one in run if len(run) >= _RUN and len(days) >= _RUN]
            run = []
        run.append(at)
    return found


def _labelled(draft: Draft, words: Vocabulary) -> bool:
    return any(date_labels.before(draft, seen.start, words) for seen in draft.dates)


def _is_period(draft: Draft) -> bool:
    """Whether a word leads from one day of a line to a later one: ``vom 3. Mai 2026 bis 5. Mai 2026``."""
    if len(draft.dates) != _BOTH:
        return False
    first, second = draft.dates
    later = first.moment is not None and second.moment is not None and first.moment.value < second.moment.value
    between = draft.text[first.end : second.start].split()
    return later and bool(between) and between[0].lower() in _UNTIL


def _opens(draft: Draft) -> bool:
    first = draft.dates[0]
    return first.start <= _BULLET and _TOLD.match(draft.text, first.end) is not None


def _teasers(filled: list[Draft], dated: list[int], words: Vocabulary) -> list[Draft]:
    """Days at equal distances, between them each time a headline and a paragraph of another article."""
    alone = [at for at in dated if filled[at].role in _DATED]
    groups: list[list[int]] = []
    for before, at in pairwise(alone):
        if at - before not in _PERIOD or not _is_teaser(filled[before + 1 : at]) or not _alike(filled, before, at):
            continue
        if groups and groups[-1][-1] == before and at - before == before - groups[-1][-2]:
            groups[-1].append(at)
        else:
            groups.append([before, at])
    return [filled[at] for group in groups if _is_list(filled, group, words) for at in group]


def heads_each(filled: list[Draft]) -> bool:
    """Whether a text is teasers alone, each below a day of its own: the headline of none is its own.

    Each is a headline and one paragraph.
    """
    dated = [at for at, draft in enumerate(filled) if draft.role is Role.DATELINE and draft.dates]
    days = {moment.value[:10] for at in dated if (moment := filled[at].dates[0].moment)}
    if len(days) < _DAYS or any(one.prose for one in filled[: dated[0]]):
        return False
    parts = [filled[at + 1 : end] for at, end in pairwise((*dated, len(filled)))]
    return all(len(part) > 1 and _heads(part[0]) and sum(one.prose for one in part) == 1 for part in parts)


def _is_list(filled: list[Draft], group: list[int], words: Vocabulary) -> bool:
    """Whether so many days stand side by side that no article of its own shows two of them (its update is one)."""
    moments = [filled[at].dates[0].moment for at in group]
    days = {moment.value[:10] for moment in moments if moment}
    updated = any(date_labels.before(filled[at], filled[at].dates[0].start, words) == "modified" for at in group)
    below = filled[group[-1] + 1 : 2 * group[-1] - group[-2] + 1]
    closes = len(group) >= _TEASERS and filled[max(0, group[0] - 1)].prose  # a teaser's day below it
    return len(group) >= _TEASERS - (len(days) > 1 and not updated) and (closes or any(draft.prose for draft in below))


def _is_teaser(between: list[Draft]) -> bool:
    """Whether one paragraph and at least one headline stand between two days."""
    if any(draft.role is Role.TITLE for draft in between):
        return False
    return sum(draft.prose for draft in between) == 1 and any(map(_heads, between))


def _heads(draft: Draft) -> bool:
    """Whether a line may be another article's headline."""
    return not (draft.prose or draft.furniture or draft.role in _DATED) and draft.words >= _HEADLINE


def _alike(filled: list[Draft], first: int, second: int) -> bool:
    """Whether two days stand alike, as precise, and below a headline or below a paragraph both."""
    one, other = filled[first], filled[second]
    told = (filled[max(0, first - 1)], filled[second - 1])
    precise = {draft.dates[0].moment.precision for draft in (one, other) if draft.dates[0].moment}
    return len(precise) == 1 and (all(map(_heads, told)) or all(draft.prose for draft in told))


def _introduced(filled: list[Draft], dated: list[int], words: Vocabulary) -> list[Draft]:
    """The day below a sentence that announces it (``The matches of the second round:``), unless a label says more."""
    found = []
    for at in dated:
        above = filled[at - 1] if at and filled[at].role is Role.DATELINE else None
        if above is None or above.words < _INTRODUCED or not above.text.endswith(_COLONS):
            continue
        label = above.leveled.rstrip(" :：")
        labels = any(words.words(f"dates.{one}").closing(label) for one in date_labels.KINDS)
        if not labels and not date_labels.before(filled[at], filled[at].dates[0].start, words):
            found.append(filled[at])
    return found
