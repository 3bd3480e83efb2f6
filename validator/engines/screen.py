"""Records without a text, judged by kind: rows that differ in ordinary values only are judged once.

The first of a kind is judged as every record is; what the rules say of it is said of all. Rows that no kind can be told
of are left to be judged by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import Any

from validator.engines.ordinary import A_CREDIT, AN_AUTHOR, ODD, reduced
from validator.lexicons.fold import fold
from validator.model.finding import Finding
from validator.model.place import Location
from validator.model.record import Declared, Record
from validator.model.report import Counts
from validator.read.fields import RecordMap
from validator.read.sheet import Sheet, Sheets

_ENOUGH = 4_000  # rows after which a screen that lets too many through is given up
_MOST = 50_000  # kinds that are remembered
Key = tuple[Any, ...]
Judged = Callable[[Record], tuple[Counts, Sequence[Finding]]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of every row of a kind; ``apart`` where what is said quotes what the rows differ in."""

    counts: Counts
    findings: Sequence[Finding]
    apart: bool


class Screen:
    """The kinds of rows met so far. ``usable`` until too many rows are of kinds of their own."""

    def __init__(self, names: RecordMap, judged: Judged, *, dated: bool) -> None:
        self._fields = {alias: name for name, aliases in names.items() for alias in aliases}
        self._judged, self._dated = judged, dated
        self._kinds: dict[Key, Kind] = {}
        self._ordinary: dict[str, dict[Key, bool]] = {"author": {}, "photo_credit": {}}
        self._said: dict[Key, tuple[Counts, Sequence[Finding]]] = {}
        self._rows = self._missed = self._odd = 0

    @property
    def usable(self) -> bool:
        few = self._rows < _ENOUGH or self._missed * 4 < self._rows
        return few and self._odd * 2 <= self._rows

    def sift(self, rows: Sheets, counts: Counts) -> tuple[list[tuple[int, Sequence[Finding]]], list[int]]:
        """Count the rows of known kinds; their findings by the row's number, and the rows still to be judged."""
        found: list[tuple[int, Sequence[Finding]]] = []
        left = list(rows.odd)
        for sheet in rows.sheets:
            fields = [self._fields.get(name) for name in sheet.names]
            known = [name for name in fields if name is not None]
            if not known or len(set(known)) < len(known):
                left += sheet.numbers
                continue
            written = {name: column for name, column in zip(fields, sheet.columns, strict=True) if name is not None}
            columns = reduced(written, dated=self._dated)
            odd = {
                row for column in columns.values() if ODD in column for row, value in enumerate(column) if value is ODD
            }
            self._reduce_names("author", AN_AUTHOR, columns, odd)
            self._reduce_names("photo_credit", A_CREDIT, columns, odd)
            keys = [*zip(*(columns[name] for name in known), strict=True)]
            special = self._told(sheet, fields, keys, counts)
            ids, urls = written.get("id"), written.get("url")
            for at, (number, key) in enumerate(zip(sheet.numbers, keys, strict=True)) if special else ():
                kind = special.get(key)
                if kind is None:
                    continue
                if kind.apart:
                    left.append(number)
                    continue
                place = rows.place(number)
                name = (ids and ids[at]) or (urls and urls[at]) or str(place)
                found.append((number, [replace(one, location=place, article_id=name) for one in kind.findings]))
        self._rows += rows.total
        self._odd += len(left)
        return found, left

    def _reduce_names(self, field: str, ordinary: tuple[str], columns: dict[str, list[Any]], odd: set[int]) -> None:
        """A name is ordinary where the rules say of a record with nothing else what they say of the ordinary one.

        Beside an outlet or an author of the same name it is not. Of rows that are ``odd``, as all with a text, no kind
        is asked, and nothing need be found out of their names.
        """
        if field not in columns:
            return
        names, nothing = columns[field], repeat(None)
        language, *others = (columns.get(one, nothing) for one in ("language", "outlet", "author") if one != field)
        known = self._ordinary[field]
        for row, (name, spoken, *beside) in enumerate([*zip(names, language, *others, strict=False)]):
            if name is None or row in odd:
                continue
            key = name, spoken
            if key not in known:
                if len(known) >= _MOST:
                    known.clear()
                told = name is not ODD and spoken is not ODD
                known[key] = told and self._signed(field, name, spoken) == self._signed(field, ordinary[0], spoken)
            if known[key] and not any(_akin(name, other) for other in beside if other is not None):
                names[row] = ordinary

    def _signed(self, field: str, name: Any, language: Any) -> tuple[Counts, Sequence[Finding]]:
        """What is said of a record of which nothing but a name and the language is known."""
        said = self._said.get((field, name, language))
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            value = [*name[1:]] if isinstance(name, tuple) else name
            fields = {field: Declared(value, f"$.{field}"), "language": Declared(language, "$.language")}
            said = self._said[field, name, language] = self._judged(Record(Location("", 1), "", fields))
        return said

    def _told(self, sheet: Sheet, fields: Sequence[str | None], keys: list[Key], counts: Counts) -> dict[Key, Kind]:
        """Count the rows of every kind, and give the kinds of which there is more to say."""
        special: dict[Key, Kind] = {}
        for key, number in Counter(keys).items():
            kind = self._kind(sheet, fields, key)
            if not kind.apart:
                counts.add(kind.counts, number)
            if kind.apart or kind.findings:
                special[key] = kind
        return special

    def _kind(self, sheet: Sheet, fields: Sequence[str | None], key: Key) -> Kind:
        if ODD in key:
            return _APART
        whole = (sheet.form, sheet.names, key)
        kind = self._kinds.get(whole)
        if kind is None:
            if len(self._kinds) >= _MOST:
                self._kinds.clear()
            self._missed += 1
            kind = self._kinds[whole] = self._first(sheet, fields, key)
        return kind

    def _first(self, sheet: Sheet, fields: Sequence[str | None], key: Key) -> Kind:
        """What is said of the record that stands for a kind."""
        values = iter(key)
        row: list[Any] = []
        forms: dict[str, str] = {}
        for name, field in zip(sheet.names, fields, strict=True):
            value = next(values) if field is not None else None
            if isinstance(value, tuple) and value[0] is None:
                value = [*value[1:]]
            elif isinstance(value, tuple):
                (value,) = value
                forms[name] = value
            row.append(value)
        counts, findings = self._judged(sheet.record(row, Location("", 1)))
        return Kind(counts, findings, any(_quotes(one, forms) for one in findings))


@lru_cache(maxsize=_MOST)
def _akin(name: Any, other: Any) -> bool:
    """Whether a name may be that of the outlet, or of the author, that stands beside it."""
    if other is ODD:
        return True
    return any(one in two or two in one for one in _each(name) for two in _each(other))


def _each(value: Any) -> Sequence[str]:
    """The names of a value, folded: one, those of a list, or none."""
    return [fold(name).strip() for name in (value if isinstance(value, tuple) else (value,)) if name]


_APART = Kind(Counts(), (), apart=True)


def _quotes(finding: Finding, forms: dict[str, str]) -> bool:
    """Whether a finding speaks of a value that only stands for others."""
    if any((seen.locator or "").removeprefix("$.").split(".")[0].split("[")[0] in forms for seen in finding.evidence):
        return True
    said = "\n".join((finding.message, finding.subject, finding.suggestion or ""))
    return any(value in said for value in forms.values())
