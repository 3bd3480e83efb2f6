"""What came of a gate: a threshold held against all articles, or against those of one source."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from validator.model.finding import Severity


class GateState(StrEnum):
    PASS = "pass"  # noqa: S105 - a state, no password
    FAIL = "fail"
    NOT_EVALUATED = "not_evaluated"


class GateResult(Struct, frozen=True):
    """``source`` is None where the gate is about all articles, and empty for those that name no source.

    Of ``judged`` articles ``passed`` are in order; a gate that counts has its number in ``observed`` alone, which
    otherwise is the share, or the number of articles at fault. ``severity`` is how grave it is if it does not pass.
    ``articles`` are ids of articles at fault, at most a hundred of ``articles_total``.
    """

    gate: str
    subject: str
    severity: Severity
    state: GateState
    message: str
    source: str | None = None
    observed: float | None = None
    passed: int = 0
    judged: int = 0
    articles: tuple[str, ...] = ()
    articles_total: int = 0

    @property
    def held(self) -> bool:
        """Whether it passed; one that could not be judged has not."""
        return self.state is GateState.PASS
