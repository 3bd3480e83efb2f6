"""Findings that may be more than memory holds: kept packed, on disk where they are many."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from itertools import chain

from validator.model.finding import Alike, Finding

_IN_MEMORY = 1 << 23  # bytes
_SIZE = 4


def packed(findings: Sequence[Finding | Alike]) -> bytes:
    """Findings as they travel between processes and lie in a spill; those that many records share, once."""
    return pickle.dumps(findings, protocol=5) if findings else b""


def listed(raw: bytes) -> list[Finding | Alike]:
    """What was packed."""
    found: list[Finding | Alike] = pickle.loads(raw) if raw else []  # noqa: S301 - our own, never read from outside
    return found


def unpacked(raw: bytes) -> list[Finding]:
    """The findings, each by itself."""
    return [*chain.from_iterable(one.findings if isinstance(one, Alike) else (one,) for one in listed(raw))]


class Spill:
    """Packed findings, one batch behind the other; can be gone through any number of times."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the spill
        weakref.finalize(self, self._file.close)

    def add(self, raw: bytes) -> None:
        if raw:
            self._file.seek(0, 2)
            self._file.write(len(raw).to_bytes(_SIZE, "big") + raw)

    def __iter__(self) -> Iterator[Finding]:
        at = 0
        while True:
            self._file.seek(at)
            size = int.from_bytes(self._file.read(_SIZE), "big")
            if not size:
                return
            yield from unpacked(self._file.read(size))
            at += _SIZE + size
