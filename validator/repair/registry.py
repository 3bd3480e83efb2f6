"""The repairs there are, by the rules whose findings they mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from validator.errors import UsageError
from validator.repair import furniture, letters, text, values
from validator.repair.base import Repair

_MODULES: tuple[ModuleType, ...] = (letters, text, furniture, values)


@cache
def repairs() -> Mapping[str, Repair]:
    """Rule -> repair, in the order in which they are made: letters, then lines, then fields."""
    found: dict[str, Repair] = {}
    for module in _MODULES:
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, Repair) and "rule" in vars(thing):
                found[thing.rule] = thing()
    return MappingProxyType(found)


def mendable(asked: Iterable[str], unsafe: Iterable[str]) -> tuple[str, ...]:
    """Those of the rules asked that have a safe repair, and the unsafe ones that are named.

    Raises UsageError for a name without an unsafe repair, and where nothing is left.
    """
    risky = sorted(name for name, one in repairs().items() if not one.safe)
    for name in unsafe:
        if name not in risky:
            raise UsageError(f"--unsafe {name}: no unsafe repair of that name (there are {', '.join(risky)})")
    found = {name for name in asked if name in repairs() and repairs()[name].safe} | set(unsafe)
    if not found:
        raise UsageError("no rule that is asked has a repair")
    return tuple(sorted(found))
