"""What a repair would change, as a unified diff that may be shown on a terminal."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from validator.regex import regex
from validator.repair.draft import Draft

_SPLIT = regex(r"(?<=\n)")
_HIDDEN = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_NO_END = "\\ No newline at end of file"


def unified(before: Draft, after: Draft) -> Iterator[str]:
    """The lines of a diff between two versions of a record: of its text by lines, of each field as JSON."""
    name = str(before.location)
    old, new = list(_lines(before)), list(_lines(after))
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        bare = line.rstrip("\r\n")
        yield _HIDDEN.sub(_named, bare)
        if not line.endswith("\n"):
            yield _NO_END


def _lines(draft: Draft) -> Iterator[str]:
    text = draft.text[0]
    for key, value in draft.data.items():
        if key != text or not isinstance(value, str):
            yield f"{key}: {json.dumps(_plain(value), ensure_ascii=False, default=str)}\n"
    value = draft.value(draft.text)
    if isinstance(value, str):
        yield from (line for line in _SPLIT.split(value) if line)


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _named(match: re.Match[str]) -> str:
    """A sign that a terminal obeys or hides, by its number."""
    return f"<U+{ord(match[0]):04X}>"
