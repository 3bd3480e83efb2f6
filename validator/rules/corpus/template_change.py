"""COR008: from a day on a source's pages have other furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import accumulate
from typing import Any, ClassVar

from msgspec import Struct
from pydantic import Field

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules import chance, outlets
from validator.rules.survey import Corpus, CorpusRule

_OLD = ("Sign up for our morning letter", "More from the town hall", "Terms of use and privacy")
_NEW = ("Get the Bell on your phone", "Latest news and podcasts", "Write to the newsroom")
_TEXT = (
    "Council meets for the {0}th time\n\nThe council of Brackwater met on day {0} of this endless session and "
    "spoke of item {0}, the {2}, and of nothing else.\n\nOf the {2} more is to be said next week, when the council "
    "meets again and the mayor is back.\n\n{1}\n\n{3}\n\n{4}"
)
_THINGS = "landing roof bread school bridge market tower mill harbour library pool tram".split()


def _records(days: int, new_from: int, changed: int = 3) -> tuple[dict[str, Any], ...]:
    """An article a day, with the furniture of the new pages, or some of it, from a day on."""
    first = Day(2025, 1, 6)
    return tuple(
        {
            "id": f"a{at:02}",
            "outlet": "Bell",
            "date": (first + timedelta(at)).isoformat(),
            "text": _TEXT.format(
                at,
                lines[0],
                f"{_THINGS[at % 12]} beside the {_THINGS[at // 5 % 12]} in the street of the {_THINGS[at * 7 % 11]}",
                *lines[1:],
            ),
        }
        for at in range(days)
        for lines in [(*_NEW[:changed], *_OLD[changed:]) if at >= new_from else _OLD]
    )


class _Line(Struct, frozen=True):
    """On each of a source's days, the articles that bear a line of furniture, added up."""

    text: str
    bearers: tuple[int, ...]


class _Change(Struct, frozen=True):
    at: int
    come: tuple[str, ...]
    gone: tuple[str, ...]


class TemplateChange(CorpusRule):
    """A source's pages look alike from the first day of a corpus to the last.

    After a redesign what was cut off as furniture stands in the text again, and what was found by its place is found
    no more. Looked for is the day from which on most lines of learnt furniture come or go, each by ``points`` and by
    Fisher's exact test divided by the number of looks; a box that is put in the place of another is no redesign.
    """

    code = "COR008"
    severity = Severity.INFO
    reads = (*outlets.IDS, "published", "fields")
    judged = "proper AND published IS NOT NULL"
    needs: ClassVar[tuple[str, ...]] = ("learnt",)
    corpora = (
        Corpus(_records(40, 40)),
        Corpus(_records(40, 20, changed=1)),  # one box was put in the place of another
        Corpus(_records(12, 6)),
        Corpus(_records(40, 20), (frozenset(f"a{at}" for at in range(20, 40)),)),
    )

    points: float = Field(default=60, gt=0, le=100, description="By how many points in a hundred a line must change.")
    lines: int = Field(default=3, ge=1, description="How many lines of furniture must come or go.")

    def survey(self, tables: Tables) -> Iterator[Finding]:
        found = []
        looks = 0
        totals = {source: [(day, one[0]) for day, one in days.items()] for source, days in _days(tables).items()}
        for source, lines in _lines(tables, totals).items():
            total = [*accumulate((count for _, count in totals[source]), initial=0)]
            looks += len(lines) * (len(total) - 2)
            found.append((source, total, lines))
        ids = outlets.Ids(tables)
        for source, total, lines in found:
            change = self._change(total, lines, chance.LEVEL / max(1, looks))
            if change is not None:
                day, articles = totals[source][change.at][0], total[-1] - total[change.at]
                yield self.among(
                    f"{outlets.called(source)}: since {day}, in {articles} of {total[-1]} articles, pages have other "
                    f"furniture: {len(change.come)} lines came, {len(change.gone)} went{_quoted(change)}",
                    ids.of(source, f"proper AND published >= {outlets.literal(day)}"),
                    source=source,
                    subject=f"{source} | {day}",
                )

    def _change(self, total: Sequence[int], lines: Sequence[_Line], level: float) -> _Change | None:
        """The day on which most lines come or go, and of several such days the one on which they do most sharply."""
        found: dict[tuple[int, float], _Change] = {}
        for at in range(1, len(total) - 1):
            of, of_after = total[at], total[-1] - total[at]
            if min(of, of_after) < _LEAST:
                continue
            come, gone, sharp = [], [], 0.0
            for line in lines:
                before, after = line.bearers[at], line.bearers[-1] - line.bearers[at]
                less = before / of - after / of_after
                if less >= self.points / 100 and chance.as_few(before, of, after, of_after) <= level:
                    gone.append(line.text)
                elif -less >= self.points / 100 and chance.as_few(after, of_after, before, of) <= level:
                    come.append(line.text)
                else:
                    continue
                sharp += abs(less)
            if len(come) + len(gone) >= self.lines:
                found.setdefault((len(come) + len(gone), sharp), _Change(at, tuple(come), tuple(gone)))
        return found[max(found)] if found else None


_LEAST = 10  # articles before and after
_BEARING = """
SELECT p.source, l.text, a.published, count(*)
FROM places p JOIN learnt l ON p.source = l.source AND p.shape = l.shape JOIN articles a ON p.key = a.key
WHERE a.proper AND a.published IS NOT NULL AND l.bearers >= 5 AND l.bearers <= 0.95 * l.articles
GROUP BY p.source, l.text, a.published
"""


def _days(tables: Tables) -> outlets.Filled:
    return outlets.per_day(tables, "published")


def _lines(tables: Tables, totals: dict[str, list[tuple[Day, int]]]) -> dict[str, list[_Line]]:
    """The learnt lines that not all pages of a source bear."""
    counted: dict[str, dict[str, dict[Day, int]]] = {}
    for source, text, day, count in tables.rows(_BEARING):
        on = counted.setdefault(source, {}).setdefault(text, {})
        on[day] = on.get(day, 0) + count
    return {
        source: [
            _Line(text, tuple(accumulate((on.get(day, 0) for day, _ in totals[source]), initial=0)))
            for text, on in sorted(lines.items())
        ]
        for source, lines in sorted(counted.items())
    }


def _quoted(change: _Change) -> str:
    shown = [*(f"+ '{one}'" for one in change.come[:1]), *(f"- '{one}'" for one in change.gone[:1])]
    return f" ({', '.join(shown)})"
