"""Where repaired files go: over the old ones, or into a folder beside a list of changes; whole or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from validator.errors import UsageError
from validator.lexicons.fold import valid
from validator.part import Part
from validator.read.streams import is_url
from validator.repair.files import CannotRepairError, UnwrittenError
from validator.repair.mend import Change

CHANGES = "changes.jsonl"


def in_place(path: str, content: Iterable[bytes], changed: Callable[[], bool]) -> None:
    """A file replaced at once by its repaired self, with its mode; a link stays, and what it points to is replaced."""
    real = os.path.realpath(path)
    if not os.stat(real).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(real, os.W_OK):
        for _ in content:  # what would have been changed is still told
            pass
        if changed():
            raise CannotRepairError("read-only, left as it is")
        return
    _replace(real, content, changed, like=real)


def discarded(path: str, content: Iterable[bytes], changed: Callable[[], bool]) -> None:  # noqa: ARG001
    """Nothing is kept: whoever asked only wanted to see."""
    for _ in content:
        pass


class Copies:
    """A folder of repaired copies, laid out as below the folder of all given paths, and the list of changes."""

    def __init__(self, folder: str, paths: Iterable[str]) -> None:
        self._folder = folder
        given = [one for one in paths if one != "-" and not is_url(one)]
        self._base = os.path.commonpath([_root(one) for one in given] or [os.getcwd()])
        self._again = os.path.isfile(os.path.join(folder, CHANGES))
        whole = os.path.realpath(folder)
        for root in [os.path.realpath(one) for one in given if os.path.isdir(one)]:
            if whole == root or whole.startswith(root.rstrip(os.sep) + os.sep):
                raise UsageError(f"cannot write into {folder}: it is part of what is read, and would be read next time")
        try:
            os.makedirs(folder, exist_ok=True)
            self._part = Part(os.path.join(folder, CHANGES))
            self._list = open(self._part.name, "wb")  # noqa: SIM115 - open until the run has come to its end
        except OSError as error:
            raise UsageError(f"cannot write into {folder}: {error.strerror}") from error

    def __call__(self, path: str, content: Iterable[bytes], changed: Callable[[], bool]) -> None:
        # Below one folder no two files meet, whatever they are called.
        target = os.path.join(self._folder, os.path.relpath(path, self._base))
        if target == os.path.join(self._folder, CHANGES):
            raise UnwrittenError(f"{target} is the list of changes, no copy written")
        if os.path.realpath(target) == os.path.realpath(path):
            raise UnwrittenError("its copy would be itself")
        if os.path.exists(target) and not self._again:
            raise UnwrittenError(f"{target} is there already, no copy written")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            _replace(target, content, changed, like=path)
        except CannotRepairError:
            shutil.copyfile(path, target)
            raise
        if not changed():
            shutil.copyfile(path, target)

    def add(self, changes: Iterable[Change]) -> None:
        """Changes for the list."""
        self._list.writelines(map(line, changes))

    def close(self, *, whole: bool) -> None:
        """End the list; it is kept where the run came to its end."""
        with self._part:
            self._list.close()
            if whole:
                self._part.put()


def _root(given: str) -> str:
    """The folder that all files lie in which a path names."""
    path = os.path.abspath(given)
    if os.path.isdir(path):
        return path
    while glob.has_magic(path) and not os.path.exists(path):
        path = os.path.dirname(path)
    return path if os.path.isdir(path) else os.path.dirname(path)


def line(change: Change) -> bytes:
    """A change as a line of JSON."""
    span = change.span
    return orjson.dumps(
        {
            "rule": change.rule,
            "path": valid(change.location.path),
            "record": change.location.record,
            "field": change.field,
            "before": _valid(change.before),
            "after": _valid(change.after),
            "span": None
            if span is None
            else {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column},
        },
        default=_shown,
        option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS,
    )


def _valid(value: Any) -> Any:
    return valid(value) if isinstance(value, str) else value


def _shown(value: Any) -> Any:
    return list(value) if isinstance(value, Iterator) else str(value)


def _replace(target: str, content: Iterable[bytes], changed: Callable[[], bool], like: str) -> None:
    """Write a file beside its target and put it in its place where something changed."""
    with Part(target) as part:
        with open(part.name, "wb") as stream:
            stream.writelines(content)
        if changed():
            part.put(like)
