"""A counter on standard error for work that takes long, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 200  # articles between two updates


@contextmanager
def ticking(*, enabled: bool) -> Iterator[Callable[[int], None] | None]:
    """Give a function that takes the number of articles done; None where nobody would see it."""
    if not enabled or not sys.stderr.isatty():
        yield None
        return
    shown = False

    def tick(done: int) -> None:
        nonlocal shown
        if done % _EVERY == 0:
            shown = True
            sys.stderr.write(f"\r\x1b[2K{done:,} articles")
            sys.stderr.flush()

    try:
        yield tick
    finally:
        if shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
