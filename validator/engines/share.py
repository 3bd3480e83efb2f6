"""What came of some pieces, and how a cache keeps it: many pieces in one answer, from which each can be taken."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from validator.engines.spill import Bundle
from validator.model.finding import Alike, Finding
from validator.model.report import Counts


class Part(Struct, frozen=True):
    """What came of one piece; its features are packed."""

    counts: Counts
    findings: Sequence[Finding | Alike]
    features: bytes = b""


class Share(Struct, frozen=True):
    """What came of some pieces one behind the other: their counts, their findings.

    ``features`` are those of each piece packed, or none; ``parts`` tells the pieces apart, packed. Of those that have
    a key so many were ``judged``: the others come from a cache. The key is empty for a piece that is not to be kept.
    """

    pieces: int
    counts: Counts
    findings: Bundle
    features: tuple[bytes, ...] = ()
    keys: tuple[bytes, ...] = ()
    parts: bytes = b""
    judged: int = 0

    def answer(self) -> bytes:
        """What is kept."""
        return pickle.dumps((self.pieces, self.counts, self.findings.packed, self.features, self.parts), protocol=5)


def together(parts: Sequence[Part], keys: Sequence[bytes] = (), judged: int = 0) -> Share:
    """The share of some pieces; told apart where some of them are to be kept."""
    counts, apart = Counts(), []
    for one in parts:
        counts.add(one.counts)
        apart.append((one.counts, len(one.findings)))
    findings = Bundle([finding for one in parts for finding in one.findings])
    features = tuple(one.features for one in parts)
    told = pickle.dumps(apart, protocol=5) if judged else b""
    return Share(len(parts), counts, findings, features if any(features) else (), tuple(keys), told, judged)


class Answer:
    """An answer of the cache: the share of its pieces, taken apart only where not all of them are wanted."""

    def __init__(self, raw: bytes) -> None:
        pieces, counts, findings, features, told = pickle.loads(raw)  # noqa: S301 - our own, held to its hash
        self.whole = Share(pieces, counts, Bundle.of(findings), features)
        self._told = told

    @cached_property
    def parts(self) -> list[Part]:
        """What came of each piece."""
        findings = self.whole.findings.found
        features = self.whole.features or (b"",) * self.whole.pieces
        parts, at = [], 0
        for (counts, size), own in zip(pickle.loads(self._told), features, strict=True):  # noqa: S301 - as above
            parts.append(Part(counts, findings[at : at + size], own))
            at += size
        return parts
