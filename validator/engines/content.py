"""What a run was given, in one number: the same for the same files in any order, at any time."""

from __future__ import annotations

from hashlib import blake2b

from validator.read.piece import Piece

_BITS = 128


class Content:
    """The sum of the hashes of all pieces, with what was asked of them."""

    def __init__(self, question: bytes) -> None:
        self._question = question
        self._sum = 0

    def add(self, piece: Piece) -> None:
        digest = blake2b(digest_size=_BITS // 8)
        place = f"{piece.path}\x1f{piece.kind}\x1f{piece.records}\x1f{piece.lines}\x1f{piece.problem}"
        for part in (place.encode("utf-8", "surrogateescape"), piece.head, piece.raw):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        self._sum = (self._sum + int.from_bytes(digest.digest(), "big")) % (1 << _BITS)

    @property
    def run(self) -> str:
        """Sixteen hexadecimal digits."""
        return blake2b(self._question + self._sum.to_bytes(_BITS // 8, "big"), digest_size=8).hexdigest()
