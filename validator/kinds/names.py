"""Names of people that are as good as any other, in a record without a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from operator import contains, or_
from typing import TYPE_CHECKING, Any

from validator.kinds.coded import FORM, LIST, MARK, ODD_TEXT, may_hold, value_of
from validator.kinds.ordinary import A_CREDIT, AN_AUTHOR, standing
from validator.lexicons.fold import fold
from validator.model.place import Location
from validator.model.record import Declared, Record

if TYPE_CHECKING:
    import pyarrow as pa

    from validator.model.finding import Verdict

_NOBODY = "\1"  # in the place of a name, like none
_MOST = 100_000  # names that are remembered
_ORDINARY = {"author": AN_AUTHOR, "photo_credit": A_CREDIT}
_Name = tuple[str, str, str | None]  # the field, the name as it stands in its column, the language beside it
_Signs = Mapping[str, _Name]  # the names of one record, by field
Judged = Callable[[Iterable[Record]], list[tuple[Sequence[str], "Verdict"]]]
"""What is said of some records: the fields that each has a value for, and its verdict."""


class Names:
    """Which names were found to be ordinary, by the language beside them."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._known = {field: _Known() for field in _ORDINARY}
        self._plain: dict[_Name, bool] = {}
        self._said: dict[tuple[str | None, ...], Any] = {}

    def reduce(self, columns: dict[str, pa.StringArray]) -> None:
        """Let every ordinary name stand for all.

        A name is ordinary where the rules say of a record with nothing else what they say of the ordinary one. Beside
        an outlet or an author of a like name it is not; beside an author of the very same it is that author's again.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        own = {field: columns[field] for field in _ORDINARY if field in columns}
        if not own:
            return
        total = len(next(iter(own.values())))
        spoken = columns.get("language", pa.nulls(total, pa.string()))
        places = self._learn(own, spoken, _odd_rows(columns, total))
        outlets = _folded_all(columns["outlet"]) if "outlet" in columns else [_NOBODY] * total
        several = any(may_hold(names, LIST.encode()) for names in own.values())
        plain, folded = {}, {}
        for field, names in own.items():
            told, folded[field] = self._known[field].told(places[field])
            plain[field] = pc.and_not(told, _like(folded[field], outlets, several=several))
            columns[field] = pc.if_else(plain[field], FORM + _ORDINARY[field], names)
        if len(own) > 1:
            author, credit = own.values()
            again = pc.fill_null(pc.equal(author, credit), fill_value=False)
            both = pc.and_(again, pc.and_(plain["author"], plain["photo_credit"]))
            alike = _like(folded["photo_credit"], folded["author"], several=several)
            apart = pc.if_else(alike, credit, columns["photo_credit"])
            columns["photo_credit"] = pc.if_else(both, FORM + AN_AUTHOR, apart)

    def _learn(
        self, own: Mapping[str, pa.StringArray], spoken: pa.StringArray, odd: pa.BooleanArray
    ) -> dict[str, pa.Int32Array]:
        """Row by row where the name of a field is known; what is said of new ones is asked at once.

        What is ordinary by its form is asked about once, whatever the name: an author and somebody who is credited in
        one record, and each alone where more is said of the two than of ordinary ones. Of rows that are ``odd``, as
        all with a text, no kind is told, and nothing need be found out of their names.
        """
        for field in own:
            if len(self._known[field]) > _MOST:
                self._known[field].forget()
        if len(self._plain) > _MOST:
            self._plain.clear()
        keys = {field: _keys(names, spoken) for field, names in own.items()}
        places = {field: self._known[field].places(one) for field, one in keys.items()}
        new = {field: _new(names, spoken, places[field], odd) for field, names in own.items()}
        each = [(field, *one) for field, names in new.items() for one in names]
        stands = {one: (one[0], standing(one[1], _ORDINARY[one[0]]), one[2]) for one in each}
        asked = [one for one in dict.fromkeys(stands.values()) if one not in self._plain]
        for together in (_paired, _alone):
            self._ask(together([one for one in asked if not self._plain.get(one)]))
        for field, names in new.items():
            if names:
                self._known[field].add(names, [self._plain[stands[field, *one]] for one in names])
                places[field] = self._known[field].places(keys[field])
        return places

    def _ask(self, records: Sequence[_Signs]) -> None:
        """Learn whether the rules say of some records what they say of ordinary names in the same fields."""
        language_of = [next(iter(record.values()))[2] for record in records]
        said = self._judged(
            _signed({field: value_of(name) for field, (_, name, _) in record.items()}, language)
            for record, language in zip(records, language_of, strict=True)
        )
        for record, language, found in zip(records, language_of, said, strict=True):
            self._plain.update(dict.fromkeys(record.values(), found == self._of_ordinary([*record], language)))

    def _of_ordinary(self, fields: Sequence[str], language: str | None) -> Any:
        said = self._said.get((*fields, language))
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            (said,) = self._judged([_signed({field: _ORDINARY[field] for field in fields}, language)])
            self._said[*fields, language] = said
        return said


class _Known:
    """The names of a field that were asked about, each with the language beside it."""

    def __init__(self) -> None:
        self.forget()

    def __len__(self) -> int:
        return len(self._keys)

    def forget(self) -> None:
        """Make room for others."""
        import pyarrow as pa

        self._keys, self._plain = pa.array([], pa.string()), pa.array([], pa.bool_())
        self._folded: list[str] = []

    def places(self, keys: pa.StringArray) -> pa.Int32Array:
        """Row by row where the name is remembered, null where it is not."""
        import pyarrow.compute as pc

        return pc.index_in(keys, self._keys)

    def add(self, pairs: Sequence[tuple[str, str | None]], plain: Sequence[bool]) -> None:
        """Remember what was said of some names."""
        import pyarrow as pa

        names, languages = (pa.array(column, pa.string()) for column in zip(*pairs, strict=True))
        self._keys = pa.concat_arrays([self._keys, _keys(names, languages)])
        self._folded += [_folded(name) for name, _ in pairs]
        self._plain = pa.concat_arrays([self._plain, pa.array(plain, pa.bool_())])

    def told(self, places: pa.Int32Array) -> tuple[pa.BooleanArray, list[str]]:
        """Row by row whether the name is ordinary, and the name folded."""
        import pyarrow.compute as pc

        all_folded = [*self._folded, _NOBODY]  # which stands where no place is
        folded = [all_folded[at] for at in pc.fill_null(places, -1).to_pylist()]
        return pc.fill_null(self._plain.take(places), fill_value=False), folded


def _new(
    names: pa.StringArray, spoken: pa.StringArray, places: pa.Int32Array, odd: pa.BooleanArray
) -> list[tuple[str, str | None]]:
    """The names, each once with the language beside it, that were not asked about."""
    import pyarrow.compute as pc

    unknown = pc.and_(pc.and_not(pc.is_null(places), odd), pc.is_valid(names))
    return [*dict.fromkeys(zip(names.filter(unknown).to_pylist(), spoken.filter(unknown).to_pylist(), strict=True))]


def _alone(names: Iterable[_Name]) -> list[_Signs]:
    return [{one[0]: one} for one in names]


def _paired(names: Iterable[_Name]) -> list[_Signs]:
    """The names in as few records as possible, one of each field beside those of the others in its language."""
    waiting: dict[str | None, dict[str, list[_Name]]] = {}
    for one in names:
        waiting.setdefault(one[2], {}).setdefault(one[0], []).append(one)
    return [
        {one[0]: one for one in together if one is not None}
        for by_field in waiting.values()
        for together in zip_longest(*by_field.values())
    ]


def _keys(names: pa.StringArray, spoken: pa.StringArray) -> pa.StringArray:
    """A name and the language beside it as one text, null where there is no name."""
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(names, pc.fill_null(spoken, MARK), MARK)


def _odd_rows(columns: Mapping[str, pa.StringArray], total: int) -> pa.BooleanArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    odd = pa.repeat(False, total)
    for column in columns.values():
        odd = pc.or_(odd, pc.fill_null(pc.equal(column, ODD_TEXT), fill_value=False))
    return odd


def _signed(names: Mapping[str, Any], language: str | None) -> Record:
    """A record of which nothing but names and the language is known."""
    fields = {
        field: Declared([*name[1:]] if isinstance(name, tuple) else name, f"$.{field}") for field, name in names.items()
    }
    return Record(Location("", 1), "", {**fields, "language": Declared(language, "$.language")})


def _like(names: Sequence[str], others: Sequence[str], *, several: bool) -> pa.BooleanArray:
    """Where a name, of ``several`` in a row any, is part of that which stands beside it, or holds it."""
    import pyarrow as pa

    if several:
        return pa.array([_akin(*pair) for pair in zip(names, others, strict=True)], pa.bool_())
    return pa.array([*map(or_, map(contains, names, others), map(contains, others, names))], pa.bool_())


def _akin(names: str, others: str) -> bool:
    return any(one in two or two in one for one in names.split(MARK) for two in others.split(MARK))


def _folded_all(names: pa.StringArray) -> list[str]:
    """Names folded; there are few different ones, and each is folded once."""
    encoded = names.dictionary_encode("encode")
    folded = [_folded(one) for one in encoded.dictionary.to_pylist()]
    return [folded[at] for at in encoded.indices.to_pylist()]


def _folded(text: str | None) -> str:
    """The name, or the several names, that a text stands for, folded."""
    value = value_of(text)
    names = [name for name in (value if isinstance(value, tuple) else (text,)) if name]
    return MARK.join(fold(name).strip() for name in names) if names else _NOBODY
