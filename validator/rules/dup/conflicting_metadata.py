"""DUP005: copies of one text bear dates, authors or languages that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

from msgspec import Struct

from validator.model.corpus import Tables
from validator.model.finding import Finding, Severity
from validator.rules.dup.groups import connected
from validator.rules.survey import Corpus, CorpusRule

_TEXT = (
    "The council of Brackwater voted on Tuesday to close the old ferry landing for the winter. Repairs to the pier are "
    "to begin in November and will cost about two million, the harbour office said. Commuters will be taken across the "
    "river by bus until the spring, and the three ferrymen keep their posts."
)
_LATER = f"{_TEXT} The mayor called the decision regrettable."
_HOSTS = ("Jane Roe", "Peter Marsh")
_CORRECTED = 1  # days between copies of the very same text: midnight lies elsewhere, or a paper prints in the morning
_REVISED = 2  # days between versions
_HAN = "\u2e80"  # from where on one letter is a name
_COLUMN = 4  # days on which one source brings the same text: a notice that comes back, each time with its own date
_SAME_LANGUAGE = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}
_NO_LANGUAGE = ("", "und", "mul", "zxx")


class _Copy(Struct, frozen=True):
    """What an article declares; ``told`` are the days that its text speaks of."""

    source: str
    published: date | None
    modified: date | None
    authors: frozenset[str]
    language: str
    told: frozenset[str]


class ConflictingMetadata(CorpusRule):
    """One text has one date, one author and one language, wherever it stands.

    Where copies disagree, at least one of them is wrong, and nobody who merges them knows which. Another outlet may
    print a text a day later and under its own headline, or name the agency instead of the author; who says that the
    text was first published on an earlier day contradicts nobody, nor does a notice that one outlet brings on four days
    and more.
    """

    code = "DUP005"
    severity = Severity.ERROR
    reads = ("key", "id", "source", "published", "modified", "authors", "declared_language", "days", "proper")
    needs = ("kin",)
    corpora = (
        Corpus(
            (
                {"id": "a", "date": "2025-03-11", "author": "Jane Roe", "outlet": "Brackwater Post", "text": _TEXT},
                {"id": "b", "date": "2025-03-12", "author": "AFP", "outlet": "Tarn Herald", "text": _TEXT},
            )
        ),
        Corpus(
            tuple(
                {"id": f"{day}", "date": f"2025-03-{day}", "author": _HOSTS[day % 2], "outlet": "Post", "text": _TEXT}
                for day in range(11, 16)
            )
        ),
        Corpus(
            (
                {"id": "a", "date": "2025-03-11", "author": "Jane Roe", "text": _TEXT},
                {"id": "b", "date": "2025-03-11", "author": "J. Roe and John Doe", "text": _LATER},
            )
        ),
        Corpus(
            (
                {"id": "a", "date": "2025-03-11", "text": _TEXT},
                {"id": "b", "date": "2025-04-28", "text": _LATER},
            ),
            (frozenset({"a", "b"}),),
        ),
        Corpus(
            (
                {"id": "a", "author": "Jane Roe", "language": "en", "text": _TEXT},
                {"id": "b", "author": "Jane Roe", "language": "fr", "text": _TEXT},
                {"id": "c", "author": "Jane Roe", "language": "en", "text": _TEXT},
            ),
            (frozenset({"a", "b", "c"}),),
        ),
        Corpus(
            (
                {"id": "a", "author": "Jane Roe", "text": _TEXT},
                {"id": "b", "author": "Peter Marsh", "text": _TEXT},
            ),
            (frozenset({"a", "b"}),),
        ),
        Corpus(
            (
                {"id": "a", "author": "浜口 紗季", "text": _TEXT},
                {"id": "b", "author": "水野 達也", "text": _TEXT},
            ),
            (frozenset({"a", "b"}),),
        ),
    )

    def survey(self, tables: Tables) -> Iterator[Finding]:
        copies: dict[int, dict[_Copy, list[str]]] = {}
        for body, key, source, published, modified, authors, language, told in tables.rows(
            "SELECT b.body, a.id, a.source, a.published, a.modified, a.authors, a.declared_language, a.days "
            "FROM bodies b JOIN articles a ON a.key = b.key WHERE b.body IN ("
            "SELECT body FROM same WHERE articles > 1 UNION SELECT x FROM kin UNION SELECT y FROM kin)"
        ):
            copy = _Copy(source, published, modified, _surnames(authors), _primary(language), frozenset(told))
            copies.setdefault(body, {}).setdefault(copy, []).append(key)
        pairs = tables.rows("SELECT x, y FROM kin")
        groups = connected([*pairs, *((body, body) for body in copies)])
        beside: dict[int, list[int]] = {}
        for x, y in pairs:
            beside.setdefault(x, []).append(y)
        for bodies in groups:
            found: dict[str, set[str]] = {}
            for body in bodies:
                own = copies[body]
                met = [(pair, _CORRECTED) for pair in combinations(own, 2)]
                met += [(pair, _REVISED) for other in beside.get(body, ()) for pair in product(own, copies[other])]
                back = _comes_back(own)
                for (one, other), days in met:
                    for kind in _conflicts(one, other, days):
                        if kind == "language" or not back:
                            found.setdefault(kind, set()).update(_ids(one, copies, bodies), _ids(other, copies, bodies))
            if found:
                kinds = " and ".join(sorted(found))
                ids = set().union(*found.values())
                yield self.among(f"the same text bears more than one {kinds}", ids)


def _ids(copy: _Copy, copies: dict[int, dict[_Copy, list[str]]], bodies: list[int]) -> set[str]:
    return {key for body in bodies for key in copies[body].get(copy, ())}


def _conflicts(one: _Copy, other: _Copy, days: int) -> Iterator[str]:
    if _far(one, other, days):
        yield "date"
    if one.authors and other.authors and not one.authors & other.authors:
        yield "author"
    if one.language and other.language and one.language != other.language:
        yield "language"


def _far(one: _Copy, other: _Copy, days: int) -> bool:
    """Whether no date of the one is near a date of the other, and neither text names the other's day."""
    if one.published is None or other.published is None:
        return False
    dates = product({one.published, one.modified} - {None}, {other.published, other.modified} - {None})
    if any(abs((x - y).days) <= days for x, y in dates if x and y):
        return False
    return not (_names(one, other.published) or _names(other, one.published))


def _names(copy: _Copy, day: date) -> bool:
    return day.isoformat() in copy.told or f"XXXX{day.isoformat()[4:]}" in copy.told


def _comes_back(own: dict[_Copy, list[str]]) -> bool:
    """Whether it is a notice that one source brings again and again."""
    return len({copy.source for copy in own}) == 1 and len({copy.published for copy in own}) >= _COLUMN


def _surnames(authors: list[str]) -> frozenset[str]:
    """The parts of names by which persons are told apart: of three letters and more, or of Chinese ones."""
    parts = (part for name in authors for part in name.casefold().replace("-", " ").split())
    return frozenset(part for part in parts if len(part) > 2 or part[0] >= _HAN)


def _primary(tag: str | None) -> str:
    primary = (tag or "").replace("_", "-").partition("-")[0].lower()
    return "" if primary in _NO_LANGUAGE else _SAME_LANGUAGE.get(primary, primary)
