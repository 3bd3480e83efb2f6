"""A full page as text, navigation, teasers and footer included: where in it the article stands.

A small model (``body_model.json``, trained by ``ci/train``; its trees as code in ``body_trees``) gives each line the
log odds of being body. It sees the line's form and phrases and its neighbours (`features`), how it compares with the
rest of the page (`texture`), and whether it looks like a caption (`asides`). The lines above a threshold fall into
parts, which long gaps divide; the weightiest part is the article, with those that weigh about as much. The model is
asked only where a text looks like a whole page.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from validator.lexicons import agencies
from validator.normalise.layout import body_trees, features
from validator.normalise.layout.lines import Draft

_MODEL = Path(__file__).with_name("body_model.json")
_LEAST_SHORT = 14  # short lines that no clean article has beside its paragraphs
_SHORT_SHARE = 0.4
_MARKED, _MANY = 2, 60  # lines of furniture that a page has; short lines from which a page may say it in unknown words
_WRAPPED, _WRAPPED_SHARE = 36.0, 1 / 3  # letters of a line broken by hand, and the share of such lines in a text
_GAP = 30  # lines without body that may stand within one article
_FEW = 5  # lines of a short text
_WORDS, _SHORT = 3, 90  # words and letters of a short sentence that ends a text
_DOUBT = 1.7  # log odds below the threshold within which a paragraph may still be the body of a page without any
_PART = 0.5  # share of the weightiest part's letters from which another part is the article's too


def is_page(filled: Sequence[Draft]) -> bool:
    """Whether a text is a whole page: mostly short lines that are no sentences, some of them furniture.

    Without furniture the short lines are the article's own: results and tables, a recipe, a programme. So they are
    where a text is broken into them by hand.
    """
    short = sum(draft.weight < 60 and not draft.sentence for draft in filled)
    if short < _LEAST_SHORT or short < _SHORT_SHARE * len(filled):
        return False
    if sum(_goes_on(above, below) for above, below in pairwise(filled)) >= _WRAPPED_SHARE * len(filled):
        return False
    return short >= _MANY or sum(draft.furniture for draft in filled) >= _MARKED


def _goes_on(above: Draft, below: Draft) -> bool:
    """Whether a line of some length goes on in small letters in the next one."""
    long = above.weight >= _WRAPPED and not above.sentence
    return long and below.number == above.number + 1 and below.text[0].islower()


def body(filled: list[Draft]) -> list[int] | None:
    """The indexes of the lines that are the body of the page's article, in order; None for what is no page."""
    if not is_page(filled):
        return None
    least = weights()["threshold"]
    threshold = math.log(least / (1 - least))
    scores = [body_trees.score(row) for row in features.of_page(filled)]
    chosen = [at for at, score in enumerate(scores) if score > threshold]
    chosen = chosen or _few_paragraphs(filled, scores, threshold - _DOUBT)
    return _to_the_end(main_parts(chosen, filled), filled)


def _few_paragraphs(filled: list[Draft], scores: list[float], threshold: float) -> list[int]:
    """The paragraphs of a page of which nothing else is body, where the last ones stand one below the other.

    A text of two or three of them is small beside a long menu.
    """
    told = [at for at, one in enumerate(filled) if one.prose and not one.marks and scores[at] > threshold]
    return told if len(told) > 1 and told[-1] == told[-2] + 1 else []


def _to_the_end(chosen: list[int], filled: list[Draft]) -> list[int]:
    """With the sentences that end a short text (``Nobody was hurt.``), which the model has seldom seen.

    They stand right below a paragraph, or below the pointer to another article that follows it, and what follows them
    is no sentence.
    """
    at = chosen[-1] + 1 if chosen else len(filled)
    if len(chosen) > _FEW or at + 2 >= len(filled) or not filled[at - 1].prose:
        return chosen
    at += "boilerplate.related" in filled[at].marks
    last, below = filled[at], filled[at + 1]
    plain = last.role is None and not last.furniture and not last.marks and last.text[0].isupper()
    told = last.text.endswith((".", "。")) and last.words >= _WORDS and (last.prose or last.weight <= _SHORT)
    return [*chosen, at] if plain and (told or _signed_off(last.text)) and not below.sentence else chosen


def _signed_off(text: str) -> bool:
    """Whether a sentence has an agency's name behind it."""
    told, _, last = text.rpartition(". ")
    return bool(told) and agencies.agency(last, sure=True) is not None


def main_parts(chosen: list[int], filled: list[Draft]) -> list[int]:
    """Of the parts that long gaps divide, those that are no mere strays beside the weightiest."""
    parts: list[list[int]] = []
    for at in chosen:
        if parts and at - parts[-1][-1] <= _GAP:
            parts[-1].append(at)
        else:
            parts.append([at])
    if not parts:
        return []
    weights = [sum(filled[at].weight for at in part) for part in parts]
    return [at for part, weight in zip(parts, weights, strict=True) if weight >= _PART * max(weights) for at in part]


@cache
def weights() -> Any:
    """The trained model: the threshold of the body, weights for the headline, and the trees."""
    model = json.loads(_MODEL.read_text("utf-8"))
    if tuple(model["features"]) != features.NAMES:
        raise ValueError("body_model.json was trained on other features: run ci/train")
    return model
