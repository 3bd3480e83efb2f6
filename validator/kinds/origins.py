"""Outlets and sites that are as good as any other, in a record without a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.kinds.coded import Coded, together
from validator.model.place import Location
from validator.model.record import Declared, Record

if TYPE_CHECKING:
    import pyarrow as pa

    from validator.kinds.names import Judged

SITE = "https://www.sample-herald.example/"
_OUTLET = ("The Sample Herald",)
_MOST = 10_000  # origins that are remembered
# What may stand beside: what is told by its form, nothing, or a language.
_BESIDE = frozenset({"id", "title", "date", "date_modified", "crawled_at", "photo_credit", "text"})
_OWN = frozenset({"date", "date_modified", "crawled_at"})  # which may stand for themselves as well
_OF = ("outlet", "url", "language", "author")
Origin = tuple[Any, Any, Any, Any]  # an outlet, its site, the language, and an author who stands for himself


class Origins:
    """Which outlets with which sites were found to be ordinary, by the language and the author beside them."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._known: dict[Origin, bool] = {}

    def reduce(self, columns: dict[str, Coded], total: int) -> None:
        """Let every ordinary outlet and site stand for all, in rows in which all else is told by its form.

        They are ordinary where the rules say of a record with nothing else what they say of the ordinary ones.
        """
        import pyarrow as pa
        import pyarrow.compute as pc

        if not columns.keys() & {"outlet", "url"}:
            return
        own = [columns.get(name) or Coded(pa.repeat(pa.scalar(0, pa.int32()), total), [None]) for name in _OF]
        numbers, origins = together(own, total)
        known = [(outlet, _site(url), language, _alone(author)) for outlet, url, language, author in origins]
        self._learn(known)
        plain = pa.array([self._known[one] for one in known], pa.bool_()).take(numbers)
        rows = pc.and_not(plain, _apart(columns, total))
        for name in ("outlet", "url"):
            if name not in columns:
                continue
            column = columns[name]
            values = [*column.values, *(_standing(name, value) for value in column.values)]
            merged = {value: at for at, value in reversed([*enumerate(values)])}
            places = pa.array([merged[value] for value in values], pa.int32())
            codes = pc.if_else(rows, pc.add(column.codes, len(column.values)), column.codes)
            columns[name] = Coded(places.take(codes), values)

    def _learn(self, origins: list[Origin]) -> None:
        """Ask at once what is said of origins that are new."""
        if len(self._known) > _MOST:
            self._known.clear()
        new = [one for one in dict.fromkeys(origins) if one not in self._known]
        self._known.update(dict.fromkeys(new, False))
        told = [one for one in new if all(value is None or isinstance(value, str) for value in one)]
        asked = [*dict.fromkeys([*told, *map(_ordinary, told)])]
        said = dict(zip(asked, self._judged(map(_record, asked)), strict=True))
        self._known.update((one, said[one] == said[_ordinary(one)]) for one in told)


def _site(url: Any) -> Any:
    """The site of an address that is told by its form, else what is no text."""
    if not isinstance(url, tuple):
        return None if url is None else False
    return "/".join(url[0].split("/", 3)[:3]) + "/"


def _alone(author: Any) -> Any:
    """An author who stands for himself, not for all."""
    return None if isinstance(author, tuple) and author[0] is not None else author


def _standing(name: str, value: Any) -> Any:
    """What stands for an outlet, or for an address on its site."""
    if value is None or (name == "url" and not isinstance(value, tuple)):
        return value
    return _OUTLET if name == "outlet" else (SITE + value[0].removeprefix(_site(value)),)


def _ordinary(origin: Origin) -> Origin:
    outlet, site, language, author = origin
    return outlet and _OUTLET[0], site and SITE, language, author


def _record(origin: Origin) -> Record:
    outlet, site, language, author = origin
    known = {"id": "x-0", "outlet": outlet, "url": site and f"{site}A", "language": language, "author": author}
    return Record(Location("", 1), "", {name: Declared(value, f"$.{name}") for name, value in known.items()})


def _apart(columns: dict[str, Coded], total: int) -> pa.BooleanArray:
    """The rows that hold anything that may have to do with their origin."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = pa.repeat(False, total)
    for name, column in columns.items():
        loose = [name not in _OF and _is_loose(name, value) for value in column.values]
        if any(loose):
            rows = pc.or_(rows, pa.array(loose, pa.bool_()).take(column.codes))
    return rows


def _is_loose(name: str, value: Any) -> bool:
    """Whether a value may have to do with the origin beside it."""
    if value is None or (name in _OWN and isinstance(value, str)):
        return False
    return not (name in _BESIDE and ((isinstance(value, tuple) and value[0] is not None) or value == ""))
