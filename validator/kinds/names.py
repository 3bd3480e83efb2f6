"""Names of people that are as good as any other, in a record without a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from validator.kinds.coded import FORM, MARK, ODD_TEXT, value_of
from validator.kinds.ordinary import A_CREDIT, AN_AUTHOR
from validator.lexicons.fold import fold
from validator.model.place import Location
from validator.model.record import Declared, Record

if TYPE_CHECKING:
    import pyarrow as pa

    from validator.model.finding import Verdict

_MOST = 100_000  # names that are remembered
_ORDINARY = {"author": AN_AUTHOR, "photo_credit": A_CREDIT}
Judged = Callable[[Iterable[Record]], list[tuple[Sequence[str], "Verdict"]]]
"""What is said of some records: the fields that each has a value for, and its verdict."""


class Names:
    """Which names were found to be ordinary, by the language beside them."""

    def __init__(self, judged: Judged) -> None:
        self._known = {field: _Known(field, judged) for field in _ORDINARY}

    def reduce(self, columns: dict[str, pa.StringArray]) -> None:
        """Let every ordinary name stand for all.

        A name is ordinary where the rules say of a record with nothing else what they say of the ordinary one. Beside
        an outlet or an author of a like name it is not; beside an author of the very same it is that author's again.
        """
        import pyarrow.compute as pc

        own = {field: columns[field] for field in _ORDINARY if field in columns}
        if not own:
            return
        odd = _odd_rows(columns)
        spoken = columns.get("language")
        outlets = _folded_all(columns["outlet"]) if "outlet" in columns else None
        plain, folded = {}, {}
        for field, names in own.items():
            told, folded[field] = self._known[field].told(names, spoken, odd)
            plain[field] = pc.and_not(told, _like(folded[field], outlets)) if outlets is not None else told
        if "author" in own:
            columns["author"] = pc.if_else(plain["author"], FORM + AN_AUTHOR, own["author"])
        if "photo_credit" in own:
            told = pc.if_else(plain["photo_credit"], FORM + A_CREDIT, own["photo_credit"])
            if "author" in own:
                again = pc.fill_null(pc.equal(own["author"], own["photo_credit"]), fill_value=False)
                like = _like(folded["photo_credit"], folded["author"])
                told = pc.if_else(like, own["photo_credit"], told)
                both = pc.and_(again, pc.and_(plain["author"], plain["photo_credit"]))
                told = pc.if_else(both, FORM + AN_AUTHOR, told)
            columns["photo_credit"] = told


class _Known:
    """The names of a field that were asked about, each with the language beside it."""

    def __init__(self, field: str, judged: Judged) -> None:
        self._field, self._judged = field, judged
        self._said: dict[str | None, Any] = {}
        self._forget()

    def _forget(self) -> None:
        import pyarrow as pa

        self._keys, self._folded = pa.array([], pa.string()), pa.array([], pa.string())
        self._plain = pa.array([], pa.bool_())

    def told(self, names: pa.StringArray, spoken: pa.StringArray | None, odd: pa.BooleanArray) -> tuple[Any, Any]:
        """Row by row whether the name is ordinary, and the name folded, null where there is none.

        Of rows that are ``odd``, as all with a text, no kind is told, and nothing need be found out of their names.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        spoken = spoken if spoken is not None else pa.nulls(len(names), pa.string())
        keys = _keys(names, spoken)
        known = pc.index_in(keys, self._keys)
        new = pc.and_(pc.is_null(known), pc.and_not(pc.is_valid(names), odd))
        if pc.any(new).as_py():
            if len(self._keys) > _MOST:
                self._forget()
                new = pc.and_not(pc.is_valid(names), odd)
            pairs = zip(names.filter(new).to_pylist(), spoken.filter(new).to_pylist(), strict=True)
            self._learn([*dict.fromkeys(pairs)])
            known = pc.index_in(keys, self._keys)
        return pc.fill_null(self._plain.take(known), fill_value=False), self._folded.take(known)

    def _learn(self, pairs: list[tuple[str, str | None]]) -> None:
        """Ask at once what is said of new names."""
        import pyarrow as pa

        said = self._judged(_signed(self._field, value_of(name), language) for name, language in pairs)
        plain = [found == self._of_ordinary(language) for found, (_, language) in zip(said, pairs, strict=True)]
        names, languages = (pa.array(column, pa.string()) for column in zip(*pairs, strict=True))
        self._keys = pa.concat_arrays([self._keys, _keys(names, languages)])
        self._folded = pa.concat_arrays([self._folded, pa.array([_folded(name) for name, _ in pairs], pa.string())])
        self._plain = pa.concat_arrays([self._plain, pa.array(plain)])

    def _of_ordinary(self, language: str | None) -> Any:
        said = self._said.get(language)
        if said is None:
            if len(self._said) >= _MOST:
                self._said.clear()
            (said,) = self._judged([_signed(self._field, _ORDINARY[self._field], language)])
            self._said[language] = said
        return said


def _keys(names: pa.StringArray, spoken: pa.StringArray) -> pa.StringArray:
    """A name and the language beside it as one text, null where there is no name."""
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(names, pc.fill_null(spoken, MARK), MARK)


def _odd_rows(columns: dict[str, pa.StringArray]) -> pa.BooleanArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    odd = pa.repeat(False, len(next(iter(columns.values()))))
    for column in columns.values():
        odd = pc.or_(odd, pc.fill_null(pc.equal(column, ODD_TEXT), fill_value=False))
    return odd


def _signed(field: str, name: Any, language: str | None) -> Record:
    """A record of which nothing but a name and the language is known."""
    value = [*name[1:]] if isinstance(name, tuple) else name
    fields = {field: Declared(value, f"$.{field}"), "language": Declared(language, "$.language")}
    return Record(Location("", 1), "", fields)


def _like(names: pa.StringArray, others: pa.StringArray) -> pa.BooleanArray:
    """Where a name, of several any, is part of that which stands beside it, or holds it."""
    import pyarrow as pa

    own, theirs = names.to_pylist(), others.to_pylist()
    return pa.array(
        [
            one is not None
            and two is not None
            and (one in two or two in one or ((MARK in one or MARK in two) and _akin(one, two)))
            for one, two in zip(own, theirs, strict=True)
        ],
        pa.bool_(),
    )


def _akin(names: str, others: str) -> bool:
    return any(one in two or two in one for one in names.split(MARK) for two in others.split(MARK))


def _folded_all(names: pa.StringArray) -> pa.StringArray:
    """Names folded; there are few different ones, and each is folded once."""
    import pyarrow as pa

    encoded = names.dictionary_encode()
    return pa.array([_folded(one) for one in encoded.dictionary.to_pylist()], pa.string()).take(encoded.indices)


def _folded(text: str) -> str | None:
    """The name, or the several names, that a text stands for, folded; None where there is none."""
    value = value_of(text)
    names = [name for name in (value if isinstance(value, tuple) else (text,)) if name]
    return MARK.join(fold(name).strip() for name in names) if names else None
