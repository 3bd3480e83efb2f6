"""The names under which the house's fields stand in records, in whatever spelling a producer gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from validator.regex import regex

_JOINTS = regex(r"(?<=\w)[\s_-]+(?=\w)")
_MOST = 10_000  # names whose places are remembered: a corpus has few, a hostile one as many as it likes
Place = tuple[int, int, bool]


class FieldNames(Mapping[str, tuple[str, ...]]):
    """Field -> its names in records, the preferred one first.

    A name is also known by another case or other joints: ``Publish Date``, ``publish-date`` and ``publishDate`` are
    ``publish_date``. One with points (``meta.author``) leads into objects, and is known as it is written only.
    """

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        self._fields = {field: tuple(names) for field, names in fields.items()}
        self._order = [*self._fields]
        places = [
            (name, (number, rank))
            for number, names in enumerate(self._fields.values())
            for rank, name in enumerate(names)
        ]
        self._exact = dict(reversed(places))
        self._plain = {_plain(name): place for name, place in reversed(places) if "." not in name}
        self._met: dict[str, Place | None] = {}
        self.deep = tuple(name for name, _ in places if "." in name)
        self._holders = frozenset(name.partition(".")[0] for name in self.deep)

    def __getitem__(self, field: str) -> tuple[str, ...]:
        return self._fields[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def place(self, name: str) -> Place | None:
        """Where a record's name stands in the map: its field's number, its rank there, whether it is respelled."""
        try:
            return self._met[name]
        except KeyError:
            if len(self._met) >= _MOST:
                self._met.clear()
            exact = self._exact.get(name)
            known = exact or self._plain.get(_plain(name))
            place = self._met[name] = (*known, exact is None) if known else None
            return place

    def field(self, name: str) -> str | None:
        """The field that a record's name stands for."""
        place = self.place(name)
        return self._order[place[0]] if place else None

    def needs(self, name: str) -> bool:
        """Whether what stands under a name is read: it is a field, or an object that a field lies in."""
        return name in self._holders or self.place(name) is not None

    def placed(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Field -> those of a record's names that stand for it, the preferred one first; fields in the map's order."""
        found = sorted((place, name) for name in names if (place := self.place(name)))
        fields: dict[str, list[str]] = {}
        for (number, _, _), name in found:
            fields.setdefault(self._order[number], []).append(name)
        return fields


def _plain(name: str) -> str:
    """A name without case and joints."""
    return _JOINTS.sub("", name).casefold()
