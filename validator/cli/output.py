"""Output goes to standard output, or to a file that is written whole or not at all; remarks to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from validator.errors import UsageError
from validator.report.safe import printable


def write(content: Iterable[bytes], path: str | None) -> None:
    """Write bytes, part by part, to standard output or a pipe as they come, or to a file that is whole or not there."""
    if path is None or path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines(content)
        sys.stdout.buffer.flush()
        return
    from validator.part import Part

    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe, /dev/null: nothing may take its place
            with open(path, "wb") as stream:
                stream.writelines(content)
            return
        with Part(path) as part:
            with open(part.name, "wb") as stream:
                stream.writelines(content)
            part.put()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def say(message: str) -> None:
    """One line to whoever runs the command, on standard error."""
    print(f"copydesk: {printable(message)}", file=sys.stderr)
