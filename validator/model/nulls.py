"""Values that fill a field and say nothing."""

from __future__ import annotations

import math
from typing import Any

_WORDS = frozenset(
    "n/a n.a. #n/a n/d n.d. none null (null) nil nan <na> undefined unknown - -- --- – — . .. ... … ? * _ / \\n "
    "[] {} [null] \"\" '' tbd tba".split()
)


def says_nothing(value: Any) -> bool:
    """Whether a value is a blank, a dash, a word for nothing, an empty list or object, or made of such; None is not."""
    if isinstance(value, str):
        bare = value.strip(" \t\r\n\u00a0\u200b\ufeff")
        return not bare or bare.casefold() in _WORDS
    if isinstance(value, float):
        return math.isnan(value)
    if isinstance(value, (list, tuple)):
        return all(one is None or says_nothing(one) for one in value)
    return isinstance(value, dict) and (not value or ("name" in value and says_nothing(value["name"])))
