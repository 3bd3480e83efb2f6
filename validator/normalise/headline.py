"""Which line of a full page is the article's headline: a linear ranking of the lines above its body.

The weights stand in ``body_model.json`` and are trained by ``ci/train``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from validator.lexicons.fold import trim
from validator.model.article import Role
from validator.normalise import features, forms, page
from validator.normalise.lines import Draft

NAMES = (
    "shared_ratio", "shared", "repeated", "length", "usual_length", "long", "distance", "in_reach", "signed_8",
    "signed_3", "ends_with_stop", "headline_above", "longer_below", "in_body", "tiny", "digits", "shorter_below",
    "signed_above",
)  # fmt: skip
_ABOVE, _BELOW = 60, 3  # lines around the first of the body in which its headline is looked for
_SENTENCE = 80.0  # letters from which a line that ends in a full stop is a sentence
_DANDA = "।"  # ends a Hindi sentence, a caption's too, and no headline
_SIGNATURES = (Role.BYLINE, Role.DATELINE)


def find(filled: list[Draft], chosen: list[int]) -> int | None:
    """The index of the headline; ``chosen`` are those of the body's lines."""
    weights = page.weights()["headline"]
    best, found = 0.0, None
    for at, row in candidates(filled, chosen):
        score = sum(weight * value for weight, value in zip(weights, row, strict=True))
        if found is None or score > best:
            best, found = score, at
    return found


def candidates(filled: list[Draft], chosen: list[int]) -> list[tuple[int, list[float]]]:
    """The lines that may be the headline, each with its features in the order of NAMES."""
    if not chosen:
        return []
    first, inside = chosen[0], frozenset(chosen)
    held = Counter(word for at in chosen for word in features.content(filled[at]))
    repeated = Counter(trim(draft.leveled) for draft in filled)
    found = []
    for at in range(max(0, first - _ABOVE), min(len(filled), first + _BELOW)):
        if may_be(filled[at]):
            found.append((at, _features(filled, at, first, inside, held, repeated)))
    return found


def may_be(draft: Draft) -> bool:
    """Whether a line has a headline's length and nothing speaks against it."""
    return (
        not draft.furniture
        and draft.role is None
        and 12 <= draft.weight <= 260
        and draft.text[:1] not in "+-*•·("
        and not (draft.weight > _SENTENCE and _stopped(draft))
        and not draft.text.endswith(_DANDA)
        and not forms.is_breadcrumb(draft)
        and bool(features.content(draft))
    )


def _features(  # noqa: PLR0913 - what the page as a whole says is counted once for all lines
    filled: Sequence[Draft], at: int, first: int, inside: frozenset[int], held: Counter[str], repeated: Counter[str]
) -> list[float]:
    draft = filled[at]
    words, length = features.content(draft), draft.weight
    shared = sum(held[word] > (1 if at in inside else 0) for word in words)
    above = filled[at - 1] if at else None
    below = filled[at + 1] if at + 1 < len(filled) else None
    return [
        shared / max(2, len(words)),
        min(4, shared) / 4,
        repeated[trim(draft.leveled)] > 1 and length > 25,
        min(1.0, length / 40),
        40 <= length <= 110,
        length > 140,
        (first - at) / 20,
        at >= first,
        _signed(filled[at + 1 : at + 9]),
        _signed(filled[at + 1 : at + 4]),
        _stopped(draft),
        above is not None and may_be(above) and above.weight > 25,
        below is not None and below.weight > max(length, 60),
        at in inside,
        draft.words <= 3 and length < 30,
        sum(one.isdigit() for one in draft.text) / len(draft.text),
        below is not None and may_be(below) and below.weight < 0.7 * length,
        _signed(filled[max(0, at - 4) : at]),
    ]


def _stopped(draft: Draft) -> bool:
    return draft.sentence and draft.text.rstrip('»”" ')[-1:] in ".。।"


def _signed(lines: Sequence[Draft]) -> bool:
    return any(draft.role in _SIGNATURES for draft in lines)
