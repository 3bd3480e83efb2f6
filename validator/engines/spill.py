"""Findings that may be more than memory holds: kept packed, on disk where they are many."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from validator.model.finding import Alike, Finding

_IN_MEMORY = 1 << 23  # bytes
_SIZE = 4


class Bundle:
    """Findings on their way: as they were found within a process, packed where they leave it or are kept."""

    def __init__(self, found: Sequence[Finding | Alike]) -> None:
        self._found: Sequence[Finding | Alike] | None = found
        self._raw: bytes | None = None

    @classmethod
    def of(cls, raw: bytes) -> Bundle:
        """What was packed."""
        bundle = cls(())
        bundle._found, bundle._raw = None, raw
        return bundle

    def __reduce__(self) -> tuple[Callable[[bytes], Bundle], tuple[bytes]]:
        return Bundle.of, (self.packed,)

    @property
    def packed(self) -> bytes:
        """The findings as bytes, those that many records share once; none as no bytes."""
        if self._raw is None:
            self._raw = pickle.dumps(self._found, protocol=5) if self._found else b""
        return self._raw

    @property
    def found(self) -> Sequence[Finding | Alike]:
        if self._found is None:
            self._found = pickle.loads(self._raw) if self._raw else ()  # noqa: S301 - our own, never read from outside
        return self._found or ()

    @property
    def findings(self) -> list[Finding]:
        """The findings, each by itself."""
        return [*chain.from_iterable(one.findings if isinstance(one, Alike) else (one,) for one in self.found)]


class Spill:
    """Bundles of findings, one behind the other; can be gone through any number of times."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the spill
        weakref.finalize(self, self._file.close)

    def add(self, bundle: Bundle) -> None:
        if raw := bundle.packed:
            self._file.seek(0, 2)
            self._file.write(len(raw).to_bytes(_SIZE, "big") + raw)

    def __iter__(self) -> Iterator[Finding]:
        at = 0
        while True:
            self._file.seek(at)
            size = int.from_bytes(self._file.read(_SIZE), "big")
            if not size:
                return
            yield from Bundle.of(self._file.read(size)).findings
            at += _SIZE + size
