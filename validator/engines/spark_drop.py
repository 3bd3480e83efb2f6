"""Which files of a drop Spark reads, and under which names: JSON Lines and Parquet; all others are the driver's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from glob import has_magic
from urllib.parse import unquote

from msgspec import Struct, field

from validator.read.decode import marked_as
from validator.read.kinds import by_content, by_suffix
from validator.read.paths import Drop, expand
from validator.read.streams import is_url, opened, packing
from validator.regex import regex

_UNPACKS = {".gz": "gzip", ".bz2": "bzip2"}  # Spark goes by the suffix
_PARQUET = (".parquet", ".pq")
_OF_SUFFIX = {"json_lines": "lines", "json_document": "lines"}  # Spark's own JSON Lines are named .json
_GLOB = regex(r"[{}\[\]*?\\,]")
_FILE_URL = regex(r"^file:/+")


class File(Struct, frozen=True):
    """A file that Spark reads: its number in the drop, its path as shown, and its URI as Spark takes it.

    ``seen`` is whether its content has decided how; otherwise its name has.
    """

    number: int
    path: str
    uri: str
    seen: bool

    @property
    def literal(self) -> str:
        """The URI where no sign stands for others."""
        return _GLOB.sub(r"\\\g<0>", self.uri)


class Divided(Struct, frozen=True):
    """The files of a drop by who reads them; those that the driver reads with their numbers."""

    lines: list[File] = field(default_factory=list)
    columns: list[File] = field(default_factory=list)
    others: list[tuple[int, Drop]] = field(default_factory=list)

    @property
    def drops(self) -> list[Drop]:
        """All files, in no order."""
        return [*(Drop(file.path) for file in (*self.lines, *self.columns)), *(drop for _, drop in self.others)]


def divided(paths: Iterable[str], listed: Callable[[str], list[str]]) -> Divided:
    """The files that the paths name, in the order of the local engine; ``listed`` are the files of a URL as URIs."""
    found = Divided()
    seen: set[str] = set()
    for drop, uri in _expanded(paths, listed):
        if drop.path in seen:
            continue
        seen.add(drop.path)
        kind = "" if drop.problem else _kind(drop.path, uri)
        file = File(len(seen), drop.path, uri, uri.startswith("file:"))
        if kind == "lines":
            found.lines.append(file)
        elif kind == "columns":
            found.columns.append(file)
        else:
            found.others.append((len(seen), drop))
    return found


def plain(uri: str) -> str:
    """A URI as all of Spark's ways to write it come down to: nothing escaped, one slash before a local path."""
    return _FILE_URL.sub("file:/", unquote(uri))


def _expanded(paths: Iterable[str], listed: Callable[[str], list[str]]) -> Iterator[tuple[Drop, str]]:
    for path in paths:
        if not is_url(path):
            yield from ((drop, f"file://{os.path.abspath(drop.path)}") for drop in expand([path]))
            continue
        uris = sorted(unquote(uri) for uri in listed(path))
        alone = len(uris) == 1 and plain(uris[0]) == plain(path)
        if not alone and not has_magic(path):
            uris = [uri for uri in uris if by_suffix(uri)]
        if not uris:
            yield Drop(path, "no such file, or no file of a known kind there"), path
        for uri in uris:
            yield Drop(path if alone else uri), uri


def _kind(path: str, uri: str) -> str:
    """How Spark reads a file: by lines or by columns; empty where it does not."""
    if path == "-" or os.path.basename(uri).startswith(("_", ".")) or not _sayable(uri):
        return ""  # Spark passes over names that begin so
    if not uri.startswith("file:"):
        return "columns" if uri.lower().endswith(_PARQUET) else _OF_SUFFIX.get(by_suffix(uri), "")
    return _seen(_FILE_URL.sub("/", uri))


def _seen(path: str) -> str:
    """The kind of a file on this machine, which its first bytes decide."""
    try:
        with open(path, "rb") as file:
            head = file.read(6)
        with closing(opened(path)) as stream:
            kind = by_content(stream.head(), by_suffix(path))
    except OSError:
        return ""
    packed = packing(head)
    if kind == "columns" and head.startswith(b"PAR1"):
        return "columns"
    if marked_as(head):
        return ""  # Spark reads UTF-8
    named = _UNPACKS.get(os.path.splitext(path)[1].lower(), "")
    return "lines" if kind == "json_lines" and packed == named else ""


def _sayable(uri: str) -> bool:
    try:
        uri.encode()
    except UnicodeEncodeError:
        return False
    return True
