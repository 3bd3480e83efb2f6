"""Text and Markdown: the text, and the simple values of a front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from validator.read import plain
from validator.read.decode import decoded, mark_of
from validator.repair.draft import Draft, Job, Path
from validator.repair.forms.differences import GONE, differences

_MARKDOWN = (".md", ".markdown")


def rewritten(raw: bytes, job: Job) -> bytes:
    """A file of one article, repaired; as it is where it cannot be read or written again letter for letter."""
    text, problems, encoding = decoded(raw)
    mark = mark_of(raw)
    if text is None or mark + text.encode(encoding, "replace") != raw:
        return raw
    place = plain.front_matter(text)
    start = 0
    fields: dict[str, Any] = {}
    if place is not None:
        found = _values(text[slice(*place)])
        if found is None:
            return raw
        start, fields = plain.body(text, place), found
    front = _Front(text, place, job.path, fields)
    data = {**fields, "text": text[start:]}
    draft = Draft(data, job.place(), job.names, front.able, nulls=False, encoding=encoding, problems=problems)
    after = job.mend(draft)
    if after is draft:
        return raw
    head = front.after(after.data)
    return mark + f"{text[:start] if head is None else head}{after.data['text']}".encode(encoding)


def _values(front: str) -> dict[str, Any] | None:
    """The fields of a front matter, or None where it is none that can be read and written."""
    try:
        data = plain.values(front)
    except (yaml.YAMLError, ValueError):
        return None
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else None


class _Front:
    """A front matter, and how it is written with other values."""

    def __init__(self, text: str, place: tuple[int, int] | None, path: str, fields: Mapping[str, Any]) -> None:
        self._place, self._fields = place, fields
        self._head = text[: plain.body(text, place)] if place else ""
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._markdown = path.lower().endswith(_MARKDOWN) and not text.startswith("---")

    def able(self, path: Path, value: Any) -> bool:
        """Whether a value can be written: the text always, a field where its line holds nothing but it."""
        if path[0] == "text":
            return isinstance(value, str)
        if len(path) > 1 or not (self._place or self._markdown):
            return False
        fields = {key: one for key, one in self._fields.items() if key != path[0]}
        return self.after(fields if value is None else {**self._fields, str(path[0]): value}) is not None

    def after(self, data: Mapping[str, Any]) -> str | None:
        """All that stands before the text, with other values; None where they cannot be written."""
        fields = {key: value for key, value in data.items() if key != "text"}
        before = {key: value for key, value in self._fields.items() if key != "text"}
        if fields == before:
            return self._head
        if self._place is None:
            lines = self._end.join(_line(key, value) for key, value in fields.items())
            return self._end.join(("---", lines, "---", "", "")) if self._markdown else None
        start, end = self._place
        front = self._head[start:end]
        for path, value in differences(before, fields):
            if len(path) > 1 or not (value is GONE or isinstance(value, str)):
                return None
            front = _with_value(front, str(path[0]), value, self._end)
        found = (_values(front) if front.strip() else {}) or {}
        found.pop("text", None)
        return f"{self._head[:start]}{front}{self._head[end:]}" if found == fields else None


def _with_value(front: str, key: str, value: Any, end: str) -> str:
    """The lines of a front matter, one of them with another value, without it or added."""
    line = re.compile(rf"^{re.escape(key)}[ \t]*:.*?(\r?\n|\r?\Z)", re.MULTILINE)
    if value is GONE:
        return line.sub("", front, count=1)
    if line.search(front):
        return line.sub(lambda match: _line(key, value) + match[1], front, count=1)
    return f"{front.removesuffix(chr(13))}{end}{_line(key, value)}" + ("\r" if front.endswith("\r") else "")


def _line(key: str, value: str) -> str:
    """A key and its value, in quotation marks where YAML wants them."""
    bare = f"{key}: {value}"
    try:
        simple = plain.values(bare) == {key: value} and "#" not in value
    except (yaml.YAMLError, ValueError):
        simple = False
    return bare if simple else f"{key}: {json.dumps(value, ensure_ascii=False)}"
