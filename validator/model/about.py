"""What is told of a rule beside its findings."""

from __future__ import annotations

from msgspec import Struct

from validator.model.finding import Severity


class About(Struct, frozen=True):
    """A rule's name and code, its severity unless a profile says otherwise, its law, and why the law is there."""

    name: str
    code: str
    severity: Severity
    law: str
    reason: str

    @property
    def family(self) -> str:
        return self.name.partition(".")[0]
