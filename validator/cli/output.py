"""Output goes to standard output, or to a file that is written whole or not at all; remarks to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from validator.errors import UsageError


def write(content: Iterable[bytes], path: str | None) -> None:
    """Write bytes, part by part, to standard output or, through a temporary file beside it, to a file."""
    if path is None or path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines(content)
        sys.stdout.buffer.flush()
        return
    import tempfile

    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(content)
            os.chmod(name, 0o666 & ~_umask())  # a temporary file is private until it is whole
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def say(message: str) -> None:
    """One line to whoever runs the command, on standard error."""
    print(f"copydesk: {message}", file=sys.stderr)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
