"""All files of a drop are repaired, one after the other; a file that cannot be is told in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from validator.model.names import FieldNames
from validator.read.paths import Drop
from validator.repair.draft import Draft, Job
from validator.repair.files import CannotRepairError, OnlyReadError, UnwrittenError, repaired
from validator.repair.mend import Mended, Mender

Keep = Callable[[str, Iterator[bytes], Callable[[], bool]], None]


class Repaired(Struct):
    """What came of a drop: files and records read, those changed, findings fixed and left alone, per rule.

    ``only_read`` counts the files of a kind that is never repaired, ``untouched`` the others that could not be,
    ``unwritten`` those whose repair could not be kept.
    """

    files: int = 0
    records: int = 0
    changed_files: int = 0
    changed_records: int = 0
    only_read: int = 0
    untouched: int = 0
    unwritten: int = 0
    fixed: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)


def repair(  # noqa: PLR0913 - what is repaired, by whom, where to, and who is told
    drops: Iterable[Drop],
    names: FieldNames,
    mender: Mender,
    keep: Keep,
    *,
    told: Callable[[Draft, Mended], None],
    notice: Callable[[str], None],
    tick: Callable[[int], None] | None = None,
) -> Repaired:
    """Repair every file and ``keep`` it; ``told`` hears of every changed record, ``notice`` of what cannot be done.

    Raises OSError where ``told`` does.
    """
    total = Repaired()
    for drop in drops:
        total.files += 1
        file = _File(mender, told, total, tick)
        try:
            keep(drop.path, repaired(Job(drop.path, names, file.mend)), lambda file=file: file.changed > 0)  # type: ignore[misc]
        except _UnheardError as error:
            raise error.cause from None
        except OnlyReadError as error:
            total.only_read += 1
            notice(f"{drop.path}: {error}")
        except (CannotRepairError, OSError) as error:
            unwritten = file.changed > 0 or isinstance(error, UnwrittenError)
            total.unwritten += unwritten
            total.untouched += not unwritten
            message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            notice(f"{drop.path}: {message}")
        else:
            total.changed_files += file.changed > 0
    return total


class _UnheardError(Exception):
    """Whoever hears of the changes takes no more: that is no fault of the file, and ends the run."""

    def __init__(self, cause: OSError) -> None:
        super().__init__()
        self.cause = cause


class _File:
    """One file while it is repaired."""

    def __init__(
        self,
        mender: Mender,
        told: Callable[[Draft, Mended], None],
        total: Repaired,
        tick: Callable[[int], None] | None,
    ) -> None:
        self._mender, self._told, self._total, self._tick = mender, told, total, tick
        self.changed = 0

    def mend(self, draft: Draft) -> Draft:
        found = self._mender.mend(draft)
        total = self._total
        total.records += 1
        total.fixed.update(found.fixed)
        total.left.update(found.left)
        if found.changes:
            self.changed += 1
            total.changed_records += 1
            try:
                self._told(draft, found)
            except OSError as error:
                raise _UnheardError(error) from error
        if self._tick is not None:
            self._tick(total.records)
        return found.draft
