"""Where two versions of a record differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from validator.repair.draft import Path

GONE: Final = object()
"""What stands for the new value of a key that is no more."""


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The path and the new value of everything that changed."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in before:
            if key not in after:
                yield (*path, key), GONE
            else:
                yield from differences(before[key], after[key], (*path, key))
        yield from (((*path, key), after[key]) for key in after if key not in before)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, (*path, at))
    elif before is not after and (type(before) is not type(after) or before != after):
        yield path, after
