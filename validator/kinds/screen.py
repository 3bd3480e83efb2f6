"""Records without a text, judged by kind: rows that differ in ordinary values only are judged once.

The first of a kind is judged as every record is; what the rules say of it is said of all, in the words of each. Rows
that no kind can be told of are left to be judged by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from validator.kinds.coded import ODD, Coded, as_text, coded, together
from validator.kinds.names import Judged, Names
from validator.kinds.ordinary import reduced
from validator.kinds.origins import Origins
from validator.kinds.quoting import Quoting
from validator.model.finding import Alike, Finding
from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.report import Counts
from validator.read.fields import is_address

if TYPE_CHECKING:
    from validator.read.sheet import Sheet, Sheets

_ENOUGH = 4_000  # rows after which a screen that lets too many through is given up
_MOST = 20_000  # kinds that are remembered
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of every row of a kind, by ``quoting`` in its own words; ``apart`` where that cannot be told."""

    counts: Counts
    findings: tuple[Finding, ...]
    quoting: Quoting | None = None
    apart: bool = False

    @property
    def silent(self) -> bool:
        return not self.apart and not self.findings


_APART = Kind(Counts(), (), apart=True)


class Screen:
    """The kinds of rows met so far. ``usable`` until too many rows are of kinds of their own."""

    def __init__(self, names: FieldNames, judged: Judged, *, dated: bool) -> None:
        self._fields = names
        self._judged, self._dated = judged, dated
        self._kinds: dict[Key, Kind] = {}
        self._counts: dict[str, Counts] = {}
        self._names, self._origins = Names(judged), Origins(judged)
        self._rows = self._missed = self._odd = 0
        self._able = find_spec("pyarrow") is not None

    @property
    def usable(self) -> bool:
        few = self._rows < _ENOUGH or self._missed * 4 < self._rows
        return self._able and few and self._odd * 2 <= self._rows

    def sift(self, rows: Sheets, counts: Counts) -> tuple[list[tuple[int, Sequence[Finding | Alike]]], list[int]]:
        """Count the rows of known kinds; their findings by the row's number, and the rows still to be judged."""
        found: list[tuple[int, Sequence[Finding | Alike]]] = []
        left = list(rows.odd)
        for sheet in rows.sheets:
            fields = [self._fields.field(name) for name in sheet.names]
            known = [name for name in fields if name is not None]
            if not known or len(set(known)) < len(known) or _told(sheet, fields) or _moved(sheet, fields):
                left += sheet.numbers
                continue
            self._sift(sheet, fields, rows, counts, found, left)
        self._rows += rows.total
        self._odd += len(left)
        return found, left

    def _sift(  # noqa: PLR0913 - one sheet of many, and what is gathered from all
        self,
        sheet: Sheet,
        fields: Sequence[str | None],
        rows: Sheets,
        counts: Counts,
        found: list[tuple[int, Sequence[Finding | Alike]]],
        left: list[int],
    ) -> None:
        written = {name: column for name, column in zip(fields, sheet.columns, strict=True) if name is not None}
        columns = {name: coded(text) for name, text in reduced(written, dated=self._dated).items()}
        self._names.reduce(columns, len(sheet.numbers))
        self._origins.reduce(columns, len(sheet.numbers))
        numbers, firsts = together(columns.values(), len(sheet.numbers))
        kinds = self._known(sheet, fields, _keys(columns, firsts))
        _count(kinds, numbers, counts)
        special = {number: kind for number, kind in enumerate(kinds) if not kind.silent}
        for at, number in enumerate(numbers) if special else ():
            kind = special.get(number)
            if kind is None:
                continue
            if kind.apart:
                left.append(sheet.numbers[at])
                continue
            place = rows.place(sheet.numbers[at])
            name = _text(written, at, "id") or _text(written, at, "url") or str(place)
            if kind.quoting is None:
                one = Alike(kind.findings, place.path, place.record, place.file_line, name)
                found.append((sheet.numbers[at], (one,)))
            else:
                said = kind.quoting.said(partial(_text, written, at))
                found.append((sheet.numbers[at], [one.at(place, name) for one in said]))

    def _known(self, sheet: Sheet, fields: Sequence[str | None], keys: list[Key]) -> list[Kind]:
        """The kind of each key; those that are new are judged together."""
        if len(self._kinds) + len(keys) > _MOST:
            self._kinds.clear()
        whole = [(sheet.form, sheet.names, key) for key in keys]
        new = [one for one in whole if one not in self._kinds and ODD not in one[-1]]
        self._missed += len(new)
        stands = [_standing(sheet, fields, key) for _, _, key in new]
        said = self._judged(sheet.record(row, Location("", 1)) for row, _ in stands)
        for one, (_, forms), (filled, verdict) in zip(new, stands, said, strict=True):
            counts = Counts()
            counts.take(verdict, filled)
            shared = self._counts.setdefault(repr(counts), counts)
            self._kinds[one] = _kind(shared, verdict.findings, forms, one[-1])
        return [self._kinds.get(one, _APART) for one in whole]


def _told(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Whether most rows have a text: then the few that have none are not worth Arrow's memory."""
    at = fields.index("text") if "text" in fields else None
    if at is None or not isinstance(sheet.columns[at], (list, tuple)):
        return False
    return sum(map(bool, sheet.columns[at])) * 2 > len(sheet.numbers)


def _moved(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Whether any outlet is an address, which may be read as the URL."""
    if "outlet" not in fields:
        return False
    column = as_text(sheet.columns[fields.index("outlet")])
    return any(is_address(value) for value in column.unique().to_pylist())


def _text(written: dict[str, Sequence[Any]], at: int, field: str) -> Any:
    """A value of a row as it was read; of a column that is there."""
    if field not in written:
        return None
    value = written[field][at]
    return value if value is None or isinstance(value, str) else value.as_py()


def _keys(columns: dict[str, Coded], firsts: list[int]) -> list[Key]:
    """What tells the rows that are the first of their number."""
    import pyarrow as pa

    first = pa.array(firsts, pa.int64())
    values = ([column.values[code] for code in column.codes.take(first).to_pylist()] for column in columns.values())
    return [*zip(*values, strict=True)]


def _count(kinds: list[Kind], numbers: list[int], counts: Counts) -> None:
    """Count the rows of every kind; most kinds count alike."""
    times: Counter[int] = Counter()
    alike: dict[int, Counts] = {}
    for number, rows in Counter(numbers).items():
        kind = kinds[number]
        if not kind.apart:
            times[id(kind.counts)] += rows
            alike[id(kind.counts)] = kind.counts
    for one, rows in times.items():
        counts.add(alike[one], rows)


def _standing(sheet: Sheet, fields: Sequence[str | None], key: Key) -> tuple[list[Any], dict[str, tuple[str, str]]]:
    """The row that stands for a kind; and by the name of a column its field and the form in it."""
    values = iter(key)
    row: list[Any] = []
    forms: dict[str, tuple[str, str]] = {}
    for name, field in zip(sheet.names, fields, strict=True):
        value = next(values) if field is not None else None
        if isinstance(value, tuple) and value[0] is None:
            value = [*value[1:]]
        elif isinstance(value, tuple):
            (value,) = value
            forms[name] = (field or "", value)
        row.append(value)
    return row, forms


def _kind(counts: Counts, findings: Sequence[Finding], forms: dict[str, tuple[str, str]], key: Key) -> Kind:
    """The kind whose standing row is so judged."""
    if not findings:
        return Kind(counts, ())
    beside = [value for value in key if isinstance(value, str)]
    quoting = Quoting(findings, forms, beside + [form.partition("?")[2] for _, form in forms.values()])
    if not quoting.quotes:
        return Kind(counts, tuple(findings))
    return Kind(counts, tuple(findings), quoting) if quoting.sure else _APART
