"""Which files a command line names: files, folders walked in order, globs, and ``-`` for standard input."""

from __future__ import annotations

import fnmatch
import glob
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from validator.errors import InputError
from validator.model.counted import number
from validator.read.kinds import BY_SUFFIX, by_suffix
from validator.read.streams import filesystem, is_url

_SHOWN = 5  # suffixes, or other kinds


class Drop(Struct, frozen=True):
    """One file of a drop: ``path`` as given with ``/``; ``problem`` says why it cannot be opened."""

    path: str
    problem: str = ""


class Unread(Counter[str]):
    """How many files of each suffix a folder holds that no format has, and that are therefore not read."""

    def take(self, name: str) -> None:
        """Count one file."""
        self[os.path.splitext(name)[1].lower()] += 1

    def __str__(self) -> str:
        return f"{number(self.total(), 'file')} left unread, of no known kind: {most(self, 'no suffix')}"


def most(counts: Counter[str], nameless: str) -> str:
    """What is most frequent, with its numbers; ``nameless`` is what has no name called."""
    kinds = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    shown = [f"{kind or nameless} ({count:,})" for kind, count in kinds[:_SHOWN]]
    return ", ".join(shown) + (" …" if len(kinds) > _SHOWN else "")


def expand(paths: Iterable[str], unread: Callable[[str], None] = lambda _: None) -> Iterator[Drop]:
    """Every file that the paths name, each once, in the order given and sorted within a folder.

    ``unread`` hears of the files in folders that are passed over, since their suffix names no format; who wants one
    read names it.
    """
    seen: set[str] = set()
    for path in paths:
        for drop in _expand_one(path, unread):
            file = drop.path if is_url(drop.path) else os.path.abspath(drop.path)
            if file not in seen:
                seen.add(file)
                yield drop


def found(paths: Iterable[str], notice: Callable[[str], None], *, every: bool) -> list[Drop]:
    """The same as a list; ``notice`` is told of what is left unread. Raises InputError as `insist` does."""
    unread = Unread()
    drops = list(expand(paths, unread.take))
    insist(drops, every=every)
    if unread:
        notice(str(unread))
    return drops


def insist(drops: Iterable[Drop], *, every: bool) -> None:
    """Raises InputError, which says why, where there is nothing to read, or for ``every`` path that names nothing.

    For every one where nobody would hear of it: a slip of the pen is no clean drop.
    """
    drops = list(drops)
    problems = [f"{drop.path}: {drop.problem}" for drop in drops if drop.problem]
    if len(problems) == len(drops) or (every and problems):
        raise InputError("; ".join(problems) or "no input")


def covers(paths: Iterable[str], path: str) -> bool:
    """Whether ``expand`` would name a file if it were there; of what cannot be found itself, nothing is said."""
    return any(_covers(one.replace(os.sep, "/"), path) for one in paths)


def _covers(given: str, path: str) -> bool:
    from validator.read.archive import INSIDE

    if is_url(given) or "-" in (given, path):
        return path == given or path.startswith(given.rstrip("/") + "/")
    if glob.has_magic(given) and not os.path.exists(given):
        return _matches(_whole(given).split("/"), _whole(path.partition(INSIDE)[0]).split("/"))
    if not os.path.exists(given):
        return False
    whole, below = _whole(given), _whole(path)
    return below == whole or below.startswith((whole + INSIDE, whole.rstrip("/") + "/"))


def _matches(pattern: list[str], path: list[str]) -> bool:
    """Whether a path is one that a glob finds, part by part; ``**`` are any number of folders.

    What is hidden is found only by its dot.
    """
    if not pattern or (not path and pattern[0] != "**"):
        return pattern == path
    shown = bool(path) and (not path[0].startswith(".") or pattern[0].startswith("."))
    if pattern[0] == "**":
        return _matches(pattern[1:], path) or (shown and _matches(pattern, path[1:]))
    return shown and fnmatch.fnmatchcase(path[0], pattern[0]) and _matches(pattern[1:], path[1:])


def _whole(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")


def _expand_one(path: str, unread: Callable[[str], None]) -> Iterator[Drop]:
    shown = path.replace(os.sep, "/")
    if is_url(path):
        yield from _remote(path, unread)
    elif path == "-" and sys.stdin is None:
        yield Drop(shown, "standard input is closed")
    elif path == "-" or os.path.isfile(path):
        yield Drop(shown)
    elif os.path.isdir(path):
        yield from _walk(path, unread)
    elif glob.has_magic(path):
        matches = sorted(_matched(shown), key=lambda one: one.path)
        yield from matches or [Drop(shown, "no file matches")]
    elif os.path.exists(path):
        yield Drop(shown, "neither a file nor a folder")
    else:
        yield Drop(shown, "no such file or folder")


def _matched(pattern: str) -> Iterator[Drop]:
    """The files that a glob finds; a folder below ``**`` that links lead to on several ways is looked into once."""
    parts = pattern.split("/")
    if "**" not in parts:
        yield from (Drop(one.replace(os.sep, "/")) for one in glob.glob(pattern) if os.path.isfile(one))
        return
    at = parts.index("**")
    above = "/".join([*parts[:at], ""])
    hidden = any(part.startswith(".") for part in parts[at:])
    for top in glob.glob(above) if above else [""]:
        failed: list[OSError] = []
        seen = {os.path.realpath(top)}
        for root, folders, files in os.walk(top or ".", onerror=failed.append, followlinks=True):
            folders[:] = _new(root, [one for one in folders if hidden or not one.startswith(".")], seen)
            for name in files:
                path = os.path.relpath(os.path.join(root, name), top or ".").replace(os.sep, "/")
                if _matches(parts[at:], path.split("/")) and os.path.isfile(top + path):
                    yield Drop(top.replace(os.sep, "/") + path)
        yield from map(_closed, failed)


def _new(root: str, folders: list[str], seen: set[str]) -> list[str]:
    """The folders in another that were not seen yet, in order; those that are links come last."""
    found = []
    for name in sorted(folders, key=lambda one: (os.path.islink(os.path.join(root, one)), one)):
        if (real := os.path.realpath(os.path.join(root, name))) not in seen:
            seen.add(real)
            found.append(name)
    return found


def _closed(error: OSError) -> Drop:
    """A folder that cannot be looked into."""
    return Drop(Path(error.filename).as_posix(), error.strerror or str(error))


def _remote(url: str, unread: Callable[[str], None]) -> Iterator[Drop]:
    """The files of a URL: a file, a folder or a pattern on any file system of fsspec's."""
    system, path = filesystem(url)
    try:
        if glob.has_magic(path):
            found = sorted(system.glob(path))
        elif system.isdir(path) and not system.isfile(path):
            every = sorted(system.find(path))
            found = [one for one in every if by_suffix(one)]
            for one in set(every).difference(found):
                unread(one)
        else:
            system.info(path)
            found = [path]
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        yield Drop(url, "no such file or folder" if missing else error.strerror or str(error))
        return
    if not found:
        yield Drop(url, "no file of a known kind there")
    _, chained, holder = url.partition("::")  # zip://*.jsonl::s3://bucket/drop.zip
    for one in found:
        yield Drop(url if one == path else f"{system.unstrip_protocol(one)}{chained}{holder}")


def _waits(path: str) -> bool:
    """Whether a path in a folder is a pipe, a socket or a device, from which nothing may ever come."""
    return not os.path.isfile(path) and os.path.exists(path)


def _walk(folder: str, unread: Callable[[str], None]) -> Iterator[Drop]:
    """The files of a known kind below a folder; hidden ones are left out, and nothing is said of them."""
    known = False
    failed: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        before = Path(root, "x").as_posix()[:-1]
        for name in sorted(one for one in files if not one.startswith(".")):
            if not by_suffix(name):
                unread(name)
            elif not _waits(os.path.join(root, name)):
                known = True
                yield Drop(before + name)
    yield from map(_closed, failed)
    if not known and not failed:
        yield Drop(folder.replace(os.sep, "/"), f"no file of a known kind in this folder ({', '.join(BY_SUFFIX)})")
