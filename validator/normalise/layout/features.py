"""What a line of a full page looks like to the body model: numbers from form, phrases and neighbours."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from itertools import chain

from validator.normalise.layout import asides, texture
from validator.normalise.layout.lines import Draft
from validator.normalise.layout.texture import mean, sums

# The order is the model's: weights and trees refer to features by their index.
LINE = (
    "weight",
    "words",
    "ends_sentence",
    "ends_colon",
    "commas",
    "digits",
    "capitals",
    "titled",
    "bar",
    "quotes",
    "repeated",
    "marked",
    "words_length",
)
PLACE = (
    "position",
    "prose_share_5",
    "prose_share_15",
    "weight_before",
    "weight_after",
    "prose_after",
    "short_run_before",
    "short_run_after",
    "long_distance_before",
    "long_distance_after",
    "mark_share_7",
    "text_before",
    "text_after",
    "weight_2_after",
    "since_title",
    "densest",
    "density_rank",
    "lines",
    "core_overlap",
    "in_core",
    "from_core",
)
NAMES = LINE + PLACE + texture.NAMES + asides.NAMES
_FAR = 40
_BETWEEN = 60.0  # letters that a line without prose takes from a run of paragraphs


def of_page(filled: list[Draft]) -> list[list[float]]:
    """One row of features a line, in the order of NAMES."""
    counts = Counter(draft.leveled for draft in filled)
    parts = (
        [_of_line(draft, counts) for draft in filled],
        _of_places(filled),
        texture.of_page(filled),
        asides.of_page(filled),
    )
    return [[*line, *place, *beside, *aside] for line, place, beside, aside in zip(*parts, strict=True)]


def _of_line(draft: Draft, counts: Counter[str]) -> list[float]:
    text = draft.text
    tokens = text.split()
    letters, digits, capitals, titled = map(sum, zip(*map(_of_token, tokens), strict=True))
    size, words = len(text), len(tokens)
    return [
        math.log1p(draft.weight),
        math.log1p(len(tokens)),
        draft.sentence,
        text.endswith((":", "：")),
        min(5, sum(map(text.count, ",،、，"))),
        digits / size,
        capitals / max(1, letters),
        titled / words,
        min(3, sum(map(text.count, ("|", " / ", " · ")))),
        min(4, sum(map(text.count, '"“”„«»「」'))),
        min(4, counts[draft.leveled] - 1),
        draft.furniture,
        letters / words,
    ]


@lru_cache(maxsize=1 << 14)  # a language's words come again and again
def _of_token(token: str) -> tuple[int, int, int, bool]:
    """How many letters, digits and capitals a word has, and whether it begins with a capital."""
    return (
        sum(map(str.isalpha, token)),
        sum(map(str.isdigit, token)),
        sum(map(str.isupper, token)),
        token[0].isupper(),
    )


def _of_places(filled: list[Draft]) -> list[list[float]]:
    size = len(filled)
    weights = [draft.weight for draft in filled]
    logs = [math.log1p(weight) for weight in weights] + [0.0, 0.0]  # none beyond the last line
    marked = [draft.furniture for draft in filled]
    prose = [draft.prose and not mark for draft, mark in zip(filled, marked, strict=True)]
    total = sums([weight if is_prose else 0.0 for weight, is_prose in zip(weights, prose, strict=True)])
    whole = total[size] or 1.0
    core = _core(weights, prose)
    title = _likely_title(filled, core[0])
    overlaps = _overlaps(filled, core)
    lengths, paragraphs, marks = sums(weights), sums(prose), sums(marked)
    density = [mean(lengths, at, 6) for at in range(size)]
    ranked = {at: rank for rank, at in enumerate(sorted(range(size), key=lambda at: -density[at]))}
    best = max(density, default=1.0) or 1.0
    runs_before, runs_after = _runs(prose), _runs(prose[::-1])[::-1]
    return [
        [
            at / size,
            mean(paragraphs, at, 2),
            mean(paragraphs, at, 7),
            logs[at - 1] if at else 0.0,
            logs[at + 1],
            prose[at + 1] if at + 1 < size else 0.0,
            min(_FAR, runs_before[at]),
            min(_FAR, runs_after[at]),
            math.log1p(total[at]),
            math.log1p(total[size] - total[at + 1]),
            mean(marks, at, 3),
            total[at] / whole,
            (total[size] - total[at + 1]) / whole,
            logs[at + 2],
            max(-_FAR, min(_FAR, at - title)) if title >= 0 else -_FAR,
            density[at] / best,
            ranked[at] / size,
            math.log1p(size),
            overlaps[at],
            core[0] <= at < core[1],
            max(-_FAR, min(_FAR, at - core[0] if at < core[0] else at - core[1] + 1 if at >= core[1] else 0)),
        ]
        for at in range(size)
    ]


def _runs(prose: list[bool]) -> list[int]:
    """For each line how many lines ago the last paragraph stood."""
    runs, since = [], _FAR
    for one in prose:
        runs.append(since)
        since = 0 if one else since + 1
    return runs


def _core(weights: list[float], prose: list[bool]) -> tuple[int, int]:
    """The run of lines with the most prose, other lines counting against it: begin and end."""
    best, begin, score, run = 0.0, 0, 0.0, (0, 0)
    for at, (weight, is_prose) in enumerate(zip(weights, prose, strict=True)):
        if score <= 0:
            begin, score = at, 0.0
        score += weight if is_prose else -_BETWEEN
        if score > best:
            best, run = score, (begin, at + 1)
    return run


def _likely_title(filled: list[Draft], start: int) -> int:
    """The last headline-like line above the core; -1 where there is none."""
    for at in range(start - 1, max(-1, start - 25), -1):
        draft = filled[at]
        if 25 <= draft.weight <= 200 and not draft.furniture and not draft.sentence and draft.words > 2:
            return at
    return -1


def _overlaps(filled: list[Draft], core: tuple[int, int]) -> list[float]:
    """For each line the share of its words that stand in the core's other lines."""
    words = [content(draft) for draft in filled]
    held = Counter(chain.from_iterable(words[core[0] : core[1]]))
    again = {word for word, count in held.items() if count > 1}
    return [
        len(own.intersection(again if core[0] <= at < core[1] else held)) / max(3, len(own))
        for at, own in enumerate(words)
    ]


def content(draft: Draft) -> set[str]:
    """The longer words of a line; pairs of letters where words are not spaced."""
    if draft.weight > 1.8 * len(draft.text):
        return {draft.text[at : at + 2] for at in range(len(draft.text) - 1)}
    return {word for word in draft.leveled.replace("'", " ").split() if len(word) > 4}
