"""Names of people that are as good as any other, in a record without a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from validator.kinds.coded import ODD, Coded, together
from validator.kinds.ordinary import A_CREDIT, AN_AUTHOR
from validator.lexicons.fold import fold
from validator.model.place import Location
from validator.model.record import Declared, Record

if TYPE_CHECKING:
    from validator.model.finding import Verdict

_MOST = 50_000  # names that are remembered
_ORDINARY = {"author": AN_AUTHOR, "photo_credit": A_CREDIT}
_BESIDE = ("outlet", "author")  # whose names a name must not be like
Judged = Callable[[Iterable[Record]], list[tuple[Sequence[str], "Verdict"]]]
"""What is said of some records: the fields that each has a value for, and its verdict."""


class Names:
    """Which names were found to be ordinary, by the language beside them."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._known: dict[tuple[str, Any, Any], bool] = {}
        self._said: dict[tuple[str, Any], Any] = {}

    def reduce(self, columns: dict[str, Coded], total: int) -> None:
        """Let every ordinary name stand for all.

        A name is ordinary where the rules say of a record with nothing else what they say of the ordinary one. Beside
        an outlet or an author of the same name it is not.
        """
        import pyarrow as pa

        odd = _odd_rows(columns)
        beside = {name: columns[name] for name in _BESIDE if name in columns}
        for field, form in _ORDINARY.items():
            if field not in columns:
                continue
            column = columns[field]
            plain = self._ordinary(field, column, columns.get("language"), total, odd)
            for name, other in beside.items():
                if name != field:
                    plain = _unlike(plain, column, other)
            number = len(column.values)
            codes = [number if one else code for one, code in zip(plain, column.rows, strict=True)]
            columns[field] = Coded(pa.array(codes, pa.int32()), [*column.values, form])

    def _ordinary(self, field: str, names: Coded, spoken: Coded | None, total: int, odd: set[int]) -> list[bool]:
        """Row by row, whether the name is ordinary in its language; what is said of new names is asked at once.

        Of rows that are ``odd``, as all with a text, no kind is told, and nothing need be found out of their names.
        """
        numbers, firsts = together((names, spoken) if spoken else (names,), total)
        own, languages = names.rows, spoken.rows if spoken else [0] * total
        pairs = [
            (names.values[own[row]], spoken.values[languages[row]] if spoken else None) if row not in odd else None
            for row in firsts
        ]
        if len(self._known) > _MOST:
            self._known.clear()
        asked = [one for one in dict.fromkeys(pairs) if one and one[0] is not None and (field, *one) not in self._known]
        told = [one for one in asked if ODD not in one]
        self._known.update(dict.fromkeys(((field, *one) for one in asked), False))
        for one, said in zip(told, self._judged(_signed(field, *one) for one in told), strict=True):
            self._known[field, *one] = said == self._of_ordinary(field, one[1])
        plain = [one is not None and self._known.get((field, *one), False) for one in pairs]
        return [plain[number] for number in numbers]

    def _of_ordinary(self, field: str, language: Any) -> Any:
        said = self._said.get((field, language))
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            (said,) = self._judged([_signed(field, _ORDINARY[field][0], language)])
            self._said[field, language] = said
        return said


def _odd_rows(columns: dict[str, Coded]) -> set[int]:
    return {
        row
        for column in columns.values()
        if ODD in column.values
        for row, code in enumerate(column.rows)
        if column.values[code] is ODD
    }


def _signed(field: str, name: Any, language: Any) -> Record:
    """A record of which nothing but a name and the language is known."""
    value = [*name[1:]] if isinstance(name, tuple) else name
    fields = {field: Declared(value, f"$.{field}"), "language": Declared(language, "$.language")}
    return Record(Location("", 1), "", fields)


def _unlike(plain: list[bool], names: Coded, others: Coded) -> list[bool]:
    """Those among the rows in which the name cannot be that of the outlet, or of the author, that stands beside it."""
    if others.values == [None]:
        return plain
    own, theirs = [*map(_folded, names.values)], [*map(_folded, others.values)]
    if all(len(one) < 2 for one in (*own, *theirs)):  # no list of several names
        first, second = [_only(one) for one in own], [_only(one) for one in theirs]
        return [
            one and not ((two := first[at]) in (three := second[by]) or three in two)
            for one, at, by in zip(plain, names.rows, others.rows, strict=True)
        ]
    return [one and not _akin(own[at], theirs[by]) for one, at, by in zip(plain, names.rows, others.rows, strict=True)]


def _only(names: Sequence[str]) -> str:
    """The one name; where there is none, what is like no other."""
    return names[0] if names else "\0"


def _folded(value: Any) -> tuple[str, ...]:
    """The names of a value, folded: one, those of a list, or none."""
    if value is ODD:
        return ("",)
    return tuple(fold(name).strip() for name in (value if isinstance(value, tuple) else (value,)) if name)


@lru_cache(maxsize=_MOST)
def _akin(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(one in two or two in one for one in names for two in others)
