"""Outlets and sites that are as good as any other, in a record without a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validator.kinds.coded import Coded, together
from validator.model.place import Location
from validator.model.record import Declared, Record

if TYPE_CHECKING:
    from validator.kinds.names import Judged

SITE = "https://www.sample-herald.example/"
_OUTLET = ("The Sample Herald",)
_MOST = 10_000  # origins that are remembered
# What may stand beside: what is told by its form, nothing, or a language.
_BESIDE = frozenset({"id", "title", "date", "date_modified", "crawled_at", "author", "photo_credit", "text"})
_OWN = frozenset({"date", "date_modified", "crawled_at"})  # which may stand for themselves as well
Origin = tuple[Any, Any, Any]


class Origins:
    """Which outlets with which sites were found to be ordinary, by the language beside them."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._known: dict[Origin, bool] = {}

    def reduce(self, columns: dict[str, Coded], total: int) -> None:
        """Let every ordinary outlet and site stand for all, in rows in which all else is told by its form.

        They are ordinary where the rules say of a record with nothing else what they say of the ordinary ones.
        """
        import pyarrow as pa

        own = [columns[name] for name in ("outlet", "url", "language") if name in columns]
        if not columns.keys() & {"outlet", "url"}:
            return
        numbers, firsts = together(own, total)
        origins = [_origin(columns, row) for row in firsts]
        self._learn(origins)
        plain = [self._known[one] for one in origins]
        apart = _apart(columns)
        rows = [plain[number] and row not in apart for row, number in enumerate(numbers)]
        for name in ("outlet", "url"):
            if name not in columns:
                continue
            column = columns[name]
            values = [*column.values, *(_standing(name, value) for value in column.values)]
            count = len(column.values)
            codes = [code + count if one else code for one, code in zip(rows, column.rows, strict=True)]
            merged = {value: at for at, value in reversed([*enumerate(values)])}
            places = [merged[value] for value in values]
            columns[name] = Coded(pa.array([places[code] for code in codes], pa.int32()), values)

    def _learn(self, origins: list[Origin]) -> None:
        """Ask at once what is said of origins that are new."""
        if len(self._known) > _MOST:
            self._known.clear()
        new = [one for one in dict.fromkeys(origins) if one not in self._known]
        self._known.update(dict.fromkeys(new, False))
        told = [one for one in new if all(value is None or isinstance(value, str) for value in one)]
        said = self._judged(_record(one) for pair in told for one in (pair, _ordinary(pair)))
        for one, found, wanted in zip(told, said[::2], said[1::2], strict=True):
            self._known[one] = found == wanted


def _origin(columns: dict[str, Coded], row: int) -> Origin:
    """The outlet of a row, its site and its language; what is no such thing is no text."""
    values = [
        columns[name].values[columns[name].codes[row].as_py()] if name in columns else None
        for name in ("outlet", "url", "language")
    ]
    outlet, url, language = values
    return outlet, _site(url) if isinstance(url, tuple) else None if url is None else False, language


def _site(form: tuple[Any, ...]) -> str:
    return "/".join(form[0].split("/", 3)[:3]) + "/"


def _standing(name: str, value: Any) -> Any:
    """What stands for an outlet, or for an address on its site."""
    if value is None or (name == "url" and not isinstance(value, tuple)):
        return value
    return _OUTLET if name == "outlet" else (SITE + value[0].removeprefix(_site(value)),)


def _ordinary(origin: Origin) -> Origin:
    outlet, site, language = origin
    return outlet and _OUTLET[0], site and SITE, language


def _record(origin: Origin) -> Record:
    outlet, site, language = origin
    known = {"id": "x-0", "outlet": outlet, "url": site and f"{site}a", "language": language}
    return Record(Location("", 1), "", {name: Declared(value, f"$.{name}") for name, value in known.items()})


def _apart(columns: dict[str, Coded]) -> set[int]:
    """The rows that hold anything that may have to do with their origin."""
    rows: set[int] = set()
    for name, column in columns.items():
        if name in ("outlet", "url", "language"):
            continue
        loose = {
            code
            for code, value in enumerate(column.values)
            if value is not None
            and not (name in _BESIDE and ((isinstance(value, tuple) and value[0] is not None) or value == ""))
            and not (name in _OWN and isinstance(value, str))
        }
        if loose:
            rows |= {row for row, code in enumerate(column.rows) if code in loose}
    return rows
