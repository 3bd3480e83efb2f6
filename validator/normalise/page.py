"""A full page as text, navigation, teasers and footer included: where in it the article stands.

A small model (``body_model.json``, trained by ``ci/train``) gives each line a probability of being body,
from its form, its phrases and its neighbours. It is asked only where a text looks like a whole page.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from validator.lexicons.fold import trim
from validator.model.article import Role
from validator.normalise import features
from validator.normalise.lines import Draft

_MODEL = Path(__file__).with_name("body_model.json")
_LEAST_SHORT = 14  # short lines that no clean article has beside its paragraphs
_SHORT_SHARE = 0.5
_SIGNED_WITHIN = 8  # lines below a headline in which its byline or date may stand
_ABOVE = 60  # lines above the body in which its headline is looked for
_GAP = 30  # lines without body that may stand within one article


def is_page(filled: Sequence[Draft]) -> bool:
    """Whether a text is a whole page: mostly short lines that are no sentences."""
    short = sum(draft.weight < 60 and not draft.sentence for draft in filled)
    return short >= _LEAST_SHORT and short >= _SHORT_SHARE * len(filled)


def body(filled: list[Draft]) -> list[int]:
    """The indexes of the lines that are the article's body, in order."""
    model = _model()
    threshold = math.log(model["threshold"] / (1 - model["threshold"]))
    chosen = [at for at, row in enumerate(features.of_page(filled)) if _score(model["trees"], row) > threshold]
    return _main_part(chosen, filled)


def _main_part(chosen: list[int], filled: list[Draft]) -> list[int]:
    """Of the parts that long gaps divide, all from the weightiest on that are not mere strays."""
    parts: list[list[int]] = []
    for at in chosen:
        if parts and at - parts[-1][-1] <= _GAP:
            parts[-1].append(at)
        else:
            parts.append([at])
    if not parts:
        return []
    weights = [sum(filled[at].weight for at in part) for part in parts]
    return [at for part, weight in zip(parts, weights, strict=True) if weight >= 0.2 * max(weights) for at in part]


def _score(trees: list[list[list[float]]], row: list[float]) -> float:
    """The log odds of a line."""
    total = 0.0
    for nodes in trees:
        node = nodes[0]
        while len(node) > 1:
            node = nodes[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
        total += node[0]
    return total


@cache
def _model() -> Any:
    model = json.loads(_MODEL.read_text("utf-8"))
    if tuple(model["features"]) != features.NAMES:
        raise ValueError("body_model.json was trained on other features: run ci/train")
    return model


def title(filled: list[Draft], chosen: list[int]) -> int | None:
    """The headline above the body: near it, of a headline's length, sharing words with it, often repeated."""
    if not chosen:
        return None
    first = chosen[0]
    held = Counter(word for at in chosen for word in features.content(filled[at]))
    repeated = Counter(trim(draft.leveled) for draft in filled)
    best, found = 0.0, None
    for at in range(max(0, first - _ABOVE), first):
        score = _headline_score(filled[at], first - at, held, repeated)
        signed = any(draft.role in (Role.BYLINE, Role.DATELINE) for draft in filled[at + 1 : at + _SIGNED_WITHIN])
        score += 0.9 * signed if score else 0.0
        if score > best:
            best, found = score, at
    return found


def _headline_score(draft: Draft, distance: int, held: Counter[str], repeated: Counter[str]) -> float:
    """Greater for a likelier headline; nothing that names its furniture or ends as a sentence is one."""
    words = features.content(draft)
    if draft.furniture or draft.role is not None or not 12 <= draft.weight <= 260 or not words:
        return 0.0
    if draft.text[:1] in "+-*•·" or (draft.sentence and draft.text.rstrip('»”" ')[-1:] in ".。।" and draft.weight > 25):
        return 0.0
    shared = sum(held[word] > 0 for word in words)
    length = min(1.0, draft.weight / 40)
    again = repeated[trim(draft.leveled)] > 1 and draft.weight > 25
    return 0.5 * min(3, shared) + 0.9 * again + 1.2 * length - 0.05 * distance + 0.2
