"""A full page as text, navigation, teasers and footer included: where in it the article stands.

A small model (``body_model.json``, trained by ``ci/train``) gives each line a probability of being body,
from its form, its phrases and its neighbours. It is asked only where a text looks like a whole page.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from validator.normalise import features
from validator.normalise.lines import Draft

_MODEL = Path(__file__).with_name("body_model.json")
_LEAST_SHORT = 14  # short lines that no clean article has beside its paragraphs
_SHORT_SHARE = 0.4
_GAP = 45  # lines without body that may stand within one article


def is_page(filled: Sequence[Draft]) -> bool:
    """Whether a text is a whole page: mostly short lines that are no sentences."""
    short = sum(draft.weight < 60 and not draft.sentence for draft in filled)
    return short >= _LEAST_SHORT and short >= _SHORT_SHARE * len(filled)


def body(filled: list[Draft]) -> list[int] | None:
    """The indexes of the lines that are the body of the page's article, in order; None for what is no page."""
    if not is_page(filled):
        return None
    model = weights()
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
    return [at for part, weight in zip(parts, weights, strict=True) if weight >= 0.12 * max(weights) for at in part]


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
def weights() -> Any:
    """The trained model: trees for the body, weights for the headline."""
    model = json.loads(_MODEL.read_text("utf-8"))
    if tuple(model["features"]) != features.NAMES:
        raise ValueError("body_model.json was trained on other features: run ci/train")
    return model
