"""What is met while files are read and gives no article: counted, and told in a line a kind when all is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from validator.model.counted import number
from validator.read.paths import Unread, most

_SHOWN = 3  # files by name


class Aside:
    """Members of archives that no format has, records of crawls that are no pages, and files that hold no article."""

    def __init__(self) -> None:
        self._members = Unread()
        self._others: Counter[str] = Counter()
        self._empty: list[str] = []
        self._more = 0

    def member(self, name: str) -> None:
        """Count a file in an archive that is left unread."""
        self._members.take(name)

    def record(self, kind: str) -> None:
        """Count a record of a crawl that is no page, by its media type."""
        self._others[kind] += 1

    def empty(self, path: str) -> None:
        """Count a file that was read to its end and holds nothing."""
        if len(self._empty) < _SHOWN:
            self._empty.append(path)
        else:
            self._more += 1

    def told(self, *, alone: bool) -> Iterator[str]:
        """A line for each kind of which there is one.

        Where files without an article stand ``alone``, whoever wanted one says that there is none.
        """
        if self._members:
            members = number(self._members.total(), "file")
            yield f"{members} in archives left unread, of no known kind: {most(self._members, 'no suffix')}"
        if self._others:
            others = number(self._others.total(), "record")
            yield f"{others} of crawls left unread, no pages: {most(self._others, 'no type')}"
        if self._empty and not alone:
            count = len(self._empty) + self._more
            hold = "holds" if count == 1 else "hold"
            yield f"{number(count, 'file')} {hold} no article: {', '.join(self._empty)}" + (" …" if self._more else "")
