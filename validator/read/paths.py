"""Which files a command line names: files, folders walked in order, globs, and ``-`` for standard input."""

from __future__ import annotations

import fnmatch
import glob
import os
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


def found(paths: Iterable[str], notice: Callable[[str], None]) -> list[Drop]:
    """The same as a list; ``notice`` is told of what is left unread. Raises InputError where none can be read."""
    unread = Unread()
    drops = list(expand(paths, unread.take))
    insist(drops)
    if unread:
        notice(str(unread))
    return drops


def insist(drops: Iterable[Drop]) -> None:
    """Raises InputError, which says why, where none of the drops can be read."""
    problems = [(drop.path, drop.problem) for drop in drops]
    if all(problem for _, problem in problems):
        raise InputError("; ".join(f"{path}: {problem}" for path, problem in problems) or "no input")


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
    """Whether a path is one that a glob finds, part by part; ``**`` are any number of folders."""
    if not pattern or not path:
        return pattern == path
    if pattern[0] == "**":
        return _matches(pattern[1:], path) or _matches(pattern, path[1:])
    return fnmatch.fnmatchcase(path[0], pattern[0]) and _matches(pattern[1:], path[1:])


def _whole(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")


def _expand_one(path: str, unread: Callable[[str], None]) -> Iterator[Drop]:
    shown = path.replace(os.sep, "/")
    if is_url(path):
        yield from _remote(path, unread)
    elif path == "-" or os.path.isfile(path):
        yield Drop(shown)
    elif os.path.isdir(path):
        yield from _walk(path, unread)
    elif glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield Drop(shown, "no file matches")
        for match in matches:
            if os.path.isfile(match):
                yield Drop(match.replace(os.sep, "/"))
    elif os.path.exists(path):
        yield Drop(shown, "neither a file nor a folder")
    else:
        yield Drop(shown, "no such file or folder")


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
            found = [path]
    except OSError as error:
        yield Drop(url, error.strerror or str(error))
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
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        before = Path(root, "x").as_posix()[:-1]
        for name in sorted(one for one in files if not one.startswith(".")):
            if not by_suffix(name):
                unread(name)
            elif not _waits(os.path.join(root, name)):
                known = True
                yield Drop(before + name)
    if not known:
        yield Drop(folder.replace(os.sep, "/"), f"no file of a known kind in this folder ({', '.join(BY_SUFFIX)})")
