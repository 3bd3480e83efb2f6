"""A file that is written whole or not at all: its part grows beside it under another name, and then takes its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Self


class Part:
    """What is written of a file until it is whole; ``name`` is where. Raises OSError where nothing can be written.

    As a context it leaves nothing behind that was not put in its place.
    """

    def __init__(self, target: str) -> None:
        self._target = os.path.realpath(target)  # a link stays, what it points to is replaced
        folder, name = os.path.split(self._target)
        handle, self.name = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
        os.close(handle)

    def put(self, like: str | None = None) -> None:
        """Let the file take its place, with the mode of another or that of any new file."""
        if like is None:
            os.chmod(self.name, 0o666 & ~_umask())  # a temporary file is private until it is whole
        else:
            shutil.copymode(like, self.name)
        os.replace(self.name, self._target)

    def drop(self) -> None:
        """Leave nothing behind; what was put stays."""
        if os.path.exists(self.name):
            os.unlink(self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
