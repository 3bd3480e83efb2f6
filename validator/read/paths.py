"""Which files a command line names: files, folders walked in order, globs, and ``-`` for standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

KNOWN = (".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml")
_PACKED = (".gz",)


@dataclass(frozen=True, slots=True)
class Drop:
    """One file of a drop: ``path`` as given with ``/``; ``problem`` says why it cannot be opened."""

    path: str
    problem: str = ""

    @property
    def kind(self) -> str:
        """The suffix that tells the format, without that of a compression; empty if it tells nothing."""
        name = self.path.lower()
        for packed in _PACKED:
            name = name.removesuffix(packed)
        return next((suffix for suffix in KNOWN if name.endswith(suffix)), "")

    @property
    def packed(self) -> bool:
        return self.path.lower().endswith(_PACKED)


def expand(paths: Iterable[str]) -> Iterator[Drop]:
    """Every file that the paths name, each once, in the order given and sorted within a folder."""
    seen: set[str] = set()
    for path in paths:
        for drop in _expand_one(path):
            if drop.path not in seen:
                seen.add(drop.path)
                yield drop


def _expand_one(path: str) -> Iterator[Drop]:
    shown = path.replace(os.sep, "/")
    if path == "-" or os.path.isfile(path):
        yield Drop(shown)
    elif os.path.isdir(path):
        yield from _walk(path)
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


def _walk(folder: str) -> Iterator[Drop]:
    """The files of a known kind below a folder; hidden ones are left out."""
    found = False
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(files):
            drop = Drop(
                Path(root, name).as_posix() if folder != "." else Path(os.path.relpath(Path(root, name))).as_posix()
            )
            if drop.kind and not name.startswith("."):
                found = True
                yield drop
    if not found:
        yield Drop(folder.replace(os.sep, "/"), f"no file of a known kind in this folder ({', '.join(KNOWN)})")
