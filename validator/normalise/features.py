"""What a line of a full page looks like to the body model: numbers from form, phrases and neighbours."""

from __future__ import annotations

import math
from collections import Counter
from itertools import accumulate

from validator.normalise.lines import Draft

# The order is the model's: weights and trees refer to features by their index.
LINE = (
    "weight",
    "words",
    "ends_sentence",
    "ends_colon",
    "ends_question",
    "ends_ellipsis",
    "commas",
    "digits",
    "capitals",
    "titled",
    "bullet",
    "bar",
    "url",
    "quotes",
    "stops_inside",
    "repeated",
    "first_lower",
    "marked",
    "page_marked",
    "wordly",
    "comment_marked",
    "credit",
    "dated",
    "words_length",
)
PLACE = (
    "position",
    "prose_share_5",
    "prose_share_15",
    "weight_before",
    "weight_after",
    "prose_before",
    "prose_after",
    "short_run_before",
    "short_run_after",
    "long_distance_before",
    "long_distance_after",
    "mark_share_7",
    "text_before",
    "text_after",
    "weight_2_before",
    "weight_2_after",
    "bullet_share_7",
    "same_as_title",
    "since_title",
    "densest",
    "density_rank",
    "lines",
    "core_overlap",
    "title_overlap",
    "in_core",
    "from_core",
)
NAMES = LINE + PLACE
_SHORT = 40.0
_LONG = 80.0
_FAR = 40
_BETWEEN = 60.0  # letters that a line without prose takes from a run of paragraphs


def of_page(filled: list[Draft]) -> list[list[float]]:
    """One row of features a line, in the order of NAMES."""
    counts = Counter(draft.leveled for draft in filled)
    own = [_of_line(draft, counts) for draft in filled]
    return [line + place for line, place in zip(own, _of_places(filled), strict=True)]


def _of_line(draft: Draft, counts: Counter[str]) -> list[float]:
    text = draft.text
    letters = [one for one in text if one.isalpha()]
    tokens = text.split()
    size = max(1, len(text))
    upper = sum(one.isupper() for one in letters)
    titled = sum(token[:1].isupper() for token in tokens)
    return [
        math.log1p(draft.weight),
        math.log1p(len(tokens)),
        draft.sentence,
        text.endswith((":", "：")),
        text.endswith(("?", "？", "؟")),
        text.endswith(("…", "...")),
        min(5, sum(text.count(one) for one in ",،、，")),
        sum(one.isdigit() for one in text) / size,
        upper / max(1, len(letters)),
        titled / max(1, len(tokens)),
        text[:1] in "+-*•·>»→" or text[:2].rstrip(".").isdigit(),
        min(3, text.count("|") + text.count(" / ") + text.count(" · ")),
        "http" in text or "www." in text or "@" in text,
        min(4, sum(text.count(one) for one in '"“”„«»「」')),
        min(6, sum(text.count(one) for one in (". ", "。", "؟ ", "? ", "! ", "। "))),
        min(4, counts[draft.leveled] - 1),
        text[:1].islower(),
        draft.furniture,
        any(mark.startswith("page.") for mark in draft.marks),
        bool(draft.marks & {"boilerplate.nav", "boilerplate.sections", "boilerplate.share_bar", "boilerplate.teaser"}),
        bool(
            draft.marks
            & {"boilerplate.comment_form", "boilerplate.cookie", "boilerplate.account", "boilerplate.newsletter"}
        ),
        any(mark.startswith("photo.") for mark in draft.marks),
        sum(one.isdigit() for one in text) >= 4,
        len(letters) / max(1, len(tokens)),
    ]


def _of_places(filled: list[Draft]) -> list[list[float]]:
    size = len(filled)
    weights = [draft.weight for draft in filled]
    prose = [float(draft.prose and not draft.furniture) for draft in filled]
    marked = [float(draft.furniture) for draft in filled]
    bullets = [float(draft.text[:1] in "+-*•·") for draft in filled]
    total = [0.0, *accumulate(weight if is_prose else 0.0 for weight, is_prose in zip(weights, prose, strict=True))]
    core = _core(filled)
    title = _likely_title(filled, core[0])
    overlaps = _overlaps(filled, core, title)
    density = [_mean(weights, at, 6) for at in range(size)]
    ranked = {at: rank for rank, at in enumerate(sorted(range(size), key=lambda at: -density[at]))}
    best = max(density, default=1.0) or 1.0
    runs_before, runs_after = _runs(prose), _runs(prose[::-1])[::-1]
    rows = []
    for at in range(size):
        rows.append(
            [
                at / size,
                _mean(prose, at, 2),
                _mean(prose, at, 7),
                math.log1p(weights[at - 1]) if at else 0.0,
                math.log1p(weights[at + 1]) if at + 1 < size else 0.0,
                prose[at - 1] if at else 0.0,
                prose[at + 1] if at + 1 < size else 0.0,
                min(_FAR, runs_before[at]),
                min(_FAR, runs_after[at]),
                math.log1p(total[at]),
                math.log1p(total[size] - total[at + 1]),
                _mean(marked, at, 3),
                total[at] / (total[size] or 1.0),
                (total[size] - total[at + 1]) / (total[size] or 1.0),
                math.log1p(weights[at - 2]) if at > 1 else 0.0,
                math.log1p(weights[at + 2]) if at + 2 < size else 0.0,
                _mean(bullets, at, 3),
                float(at != title and filled[at].leveled == filled[title].leveled) if title >= 0 else 0.0,
                max(-_FAR, min(_FAR, at - title)) if title >= 0 else -_FAR,
                density[at] / best,
                ranked[at] / size,
                math.log1p(size),
                *overlaps[at],
                float(core[0] <= at < core[1]),
                max(-_FAR, min(_FAR, at - core[0] if at < core[0] else at - core[1] + 1 if at >= core[1] else 0)),
            ]
        )
    return rows


def _mean(values: list[float], at: int, reach: int) -> float:
    part = values[max(0, at - reach) : at + reach + 1]
    return sum(part) / len(part)


def _runs(prose: list[float]) -> list[int]:
    """For each line how many lines ago the last paragraph stood."""
    runs, since = [], _FAR
    for one in prose:
        runs.append(since)
        since = 0 if one else since + 1
    return runs


def _core(filled: list[Draft]) -> tuple[int, int]:
    """The run of lines with the most prose, furniture counting against it: begin and end."""
    best, begin, score, run = 0.0, 0, 0.0, (0, 0)
    for at, draft in enumerate(filled):
        if score <= 0:
            begin, score = at, 0.0
        score += draft.weight if draft.prose and not draft.furniture else -_BETWEEN
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


def _overlaps(filled: list[Draft], core: tuple[int, int], title: int) -> list[tuple[float, float]]:
    """For each line the share of its words that stand in the core's other lines, and in the title."""
    words = [content(draft) for draft in filled]
    held = Counter(word for one in words[core[0] : core[1]] for word in one)
    headline = words[title] if title >= 0 else set()
    rows = []
    for at, own in enumerate(words):
        inside = core[0] <= at < core[1]
        shared = sum(held[word] > (1 if inside else 0) for word in own)
        rows.append((shared / max(3, len(own)), len(own & headline) / max(1, len(headline)) if at != title else 0.0))
    return rows


def content(draft: Draft) -> set[str]:
    """The longer words of a line; pairs of letters where words are not spaced."""
    if draft.weight > 1.8 * len(draft.text):
        return {draft.text[at : at + 2] for at in range(len(draft.text) - 1)}
    return {word for word in draft.leveled.replace("'", " ").split() if len(word) > 4}
