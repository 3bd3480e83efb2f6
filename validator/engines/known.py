"""Pieces that were seen before are looked up in a cache, many at a time; only the others are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from validator.engines.cache import Cache, Place
from validator.engines.share import Answer, Part, Share, together
from validator.read.piece import Piece


class Known:
    """What a cache knows of pieces."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._answers: dict[bytes, Answer] = {}

    def share(self, pieces: Sequence[Piece], judged: Callable[[Piece], Part]) -> Share:
        """What came or comes of the pieces. Where one is judged, all are kept anew together: so they are found fast."""
        keys = [self._key(piece) for piece in pieces]
        places = self._found(keys)
        if len(self._answers) == 1 and None not in places:
            (answer,) = self._answers.values()
            if [place for _, place in filter(None, places)] == [*range(answer.whole.pieces)]:
                return answer.whole
        parts = [
            self._answers[place[0]].parts[place[1]] if place else judged(piece)
            for place, piece in zip(places, pieces, strict=True)
        ]
        return together(parts, keys, sum(bool(key) for key, place in zip(keys, places, strict=True) if place is None))

    def _key(self, piece: Piece) -> bytes:
        """Empty for what cannot be read: why that is, may change without a change of its bytes."""
        if piece.problem is not None:
            return b""
        place = f"{piece.path}\x1f{piece.kind}\x1f{piece.records}\x1f{piece.lines}"
        return self._cache.key(place.encode("utf-8", "surrogateescape"), piece.head, piece.raw)

    def _found(self, keys: Sequence[bytes]) -> list[Place | None]:
        """Where the pieces of some keys lie, in answers that are opened unless the pieces before lay there too."""
        places = self._cache.places([*filter(None, keys)])
        found: dict[bytes, Answer] = {}
        for name in sorted({name for name, _ in places.values()}):
            known = self._answers.get(name)
            raw = self._cache.answer(name) if known is None else None
            if known is not None or raw is not None:
                found[name] = known or Answer(raw or b"")
        self._answers = found
        return [place if place and place[0] in found else None for place in map(places.get, keys)]
