"""What a run was given, in one number: the same for the same files in any order, at any time."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from validator.read.piece import Piece

_BITS = 128


def lines(raw: bytes) -> list[bytes]:
    """The lines of a piece, which are the same wherever it was cut."""
    return raw.removesuffix(b"\n").split(b"\n")


class Content:
    """The sum of the hashes of all pieces, with what was asked of them."""

    def __init__(self, question: bytes) -> None:
        self._question = question
        self._sum = 0

    def add(self, piece: Piece) -> None:
        """A piece as it was cut; lines one by one, for who cuts them elsewhere."""
        if piece.kind == "json_lines" and piece.problem is None:
            self.add_rows(piece, lines(piece.raw))
            return
        place = f"{piece.path}\x1f{piece.kind}\x1f{piece.records}\x1f{piece.lines}\x1f{piece.problem}"
        self._add(place.encode("utf-8", "surrogateescape"), piece.head, piece.raw)

    def add_rows(self, piece: Piece, rows: Iterable[bytes]) -> None:
        """A piece row by row, so that it does not matter where it was cut."""
        place = f"{piece.path}\x1f{piece.kind}".encode("utf-8", "surrogateescape")
        for number, row in enumerate(rows, piece.lines or piece.records):
            self._add(place, piece.head, b"%d" % number, row)

    def add_sum(self, other: bytes) -> None:
        """What another has summed up."""
        self._sum = (self._sum + int.from_bytes(other, "big")) % (1 << _BITS)

    @property
    def summed(self) -> bytes:
        return self._sum.to_bytes(_BITS // 8, "big")

    @property
    def run(self) -> str:
        """Sixteen hexadecimal digits."""
        return blake2b(self._question + self.summed, digest_size=8).hexdigest()

    def _add(self, *parts: bytes) -> None:
        digest = blake2b(digest_size=_BITS // 8)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        self.add_sum(digest.digest())
