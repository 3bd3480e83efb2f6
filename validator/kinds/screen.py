"""Records without a text, judged by kind: rows that differ in ordinary values only are judged once.

The first of a kind is judged as every record is; what the rules say of it is said of all, in the words of each. Rows
that no kind can be told of are left to be judged by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from validator.kinds.coded import ODD, as_text, coded, together
from validator.kinds.names import Judged, Names
from validator.kinds.ordinary import reduced
from validator.kinds.origins import Origins
from validator.kinds.quoting import Quoting
from validator.kinds.times import FIELDS
from validator.model.finding import Alike, Finding
from validator.model.names import FieldNames
from validator.model.place import Location
from validator.model.report import Counts
from validator.read.fields import is_address

if TYPE_CHECKING:
    import pyarrow as pa

    from validator.read.sheet import Sheet, Sheets

_ENOUGH = 4_000  # rows after which a screen that lets too many through is given up
_MOST = 20_000  # kinds that are remembered
_TOLD = {"id", "url", *FIELDS}  # what a row is named by, and what a finding may say of it
Key = tuple[Any, ...]


class Kind(Struct, frozen=True):
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
    """The kinds of rows met so far. ``usable`` until too many rows are of kinds of their own.

    ``note`` is told the place and the id of every row that is not left.
    """

    def __init__(
        self, names: FieldNames, judged: Judged, note: Callable[[Location, str], None] | None = None, *, dated: bool
    ) -> None:
        self._fields = names
        self._judged, self._note, self._dated = judged, note, dated
        self._kinds: dict[Key, Kind] = {}
        self._counts: dict[str, Counts] = {}
        self._origins = Origins(judged)
        self._rows = self._missed = self._odd = 0
        self._able = find_spec("pyarrow") is not None

    @cached_property
    def _names(self) -> Names:
        """Made for the first rows: a drop of texts does without Arrow."""
        return Names(self._judged)

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
            if not known or len(set(known)) < len(known) or _told(sheet, fields):
                left += sheet.numbers
                continue
            texts = _texts(sheet, fields)
            if _moved(texts):
                left += sheet.numbers
            else:
                self._sift(sheet, fields, texts, rows, counts, found, left)
        self._rows += rows.total
        self._odd += len(left)
        return found, left

    def _sift(  # noqa: PLR0913 - one sheet of many, and what is gathered from all
        self,
        sheet: Sheet,
        fields: Sequence[str | None],
        texts: dict[str, pa.StringArray],
        rows: Sheets,
        counts: Counts,
        found: list[tuple[int, Sequence[Finding | Alike]]],
        left: list[int],
    ) -> None:
        total = len(sheet.numbers)
        columns = {name: coded(text) for name, text in self._formed(texts).items()}
        self._origins.reduce(columns, total)
        numbers, keys = together(columns.values(), total)
        kinds = self._known(sheet, fields, keys)
        _count(kinds, numbers, counts)
        wanted = [self._note is not None or not kind.silent for kind in kinds]
        at, told = _wanted(wanted, numbers, texts)
        for row, number, values in zip(at.to_pylist(), numbers.take(at).to_pylist(), told, strict=True):
            kind = kinds[number]
            if kind.apart:
                left.append(sheet.numbers[row])
                continue
            place = rows.place(sheet.numbers[row])
            name = values.get("id") or values.get("url") or str(place)
            if self._note is not None:
                self._note(place, name)
            if kind.quoting is not None:
                found.append((sheet.numbers[row], kind.quoting.said(values, place, name)))
            elif kind.findings:
                one = Alike(kind.findings, place.path, place.record, place.file_line, name)
                found.append((sheet.numbers[row], (one,)))

    def _formed(self, texts: dict[str, pa.StringArray]) -> dict[str, pa.StringArray]:
        """The columns, every ordinary value as its form."""
        found = reduced(texts, dated=self._dated)
        self._names.reduce(found)
        return found

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


def _texts(sheet: Sheet, fields: Sequence[str | None]) -> dict[str, pa.StringArray]:
    """The columns that hold fields, by these."""
    pairs = zip(fields, sheet.columns, strict=True)
    return {name: as_text(column, lists=name == "author") for name, column in pairs if name is not None}


def _moved(texts: dict[str, pa.StringArray]) -> bool:
    """Whether any outlet is an address, which may be read as the URL."""
    return "outlet" in texts and any(map(is_address, texts["outlet"].unique().to_pylist()))


def _count(kinds: list[Kind], numbers: pa.Int32Array, counts: Counts) -> None:
    """Count the rows of every kind; most kinds count alike."""
    times: Counter[int] = Counter()
    alike: dict[int, Counts] = {}
    found = numbers.value_counts()
    for number, rows in zip(*(found.field(name).to_pylist() for name in ("values", "counts")), strict=True):
        kind = kinds[number]
        if not kind.apart:
            times[id(kind.counts)] += rows
            alike[id(kind.counts)] = kind.counts
    for one, rows in times.items():
        counts.add(alike[one], rows)


def _wanted(kinds: list[bool], numbers: pa.Int32Array, texts: dict[str, pa.StringArray]) -> tuple[Any, list[Any]]:
    """The places of the rows whose kinds are looked at one by one, and what may be told of each in its own words."""
    import pyarrow as pa
    import pyarrow.compute as pc

    at = pc.indices_nonzero(pa.array(kinds, pa.bool_()).take(numbers))
    told = [name for name in texts if name in _TOLD]
    rows = zip(*(texts[name].take(at).to_pylist() for name in told), strict=True)
    return at, [dict(zip(told, row, strict=True)) for row in rows] if told else [{}] * len(at)


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
