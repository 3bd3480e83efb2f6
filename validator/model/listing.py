"""The articles that a page about a corpus can name: all of few, the worst and some of every kind of many."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

Place = tuple[str, int | None]


class Listed(Struct, frozen=True):
    """An article as a list shows it: whose it is, what it lacks and which rules it fails.

    ``credits`` are the kinds of its credits, ``licences`` their licences, empty where a credit has none.
    """

    id: str
    path: str
    record: int | None
    source: str
    title: str
    language: str
    published: dt.date | None
    fields: tuple[str, ...]
    words: int
    errors: int
    warnings: int
    infos: int
    failed: tuple[str, ...]
    credits: tuple[str, ...]
    licences: tuple[str, ...]

    @property
    def place(self) -> Place:
        return self.path, self.record


class Listing(Struct, frozen=True):
    """Articles in the order of their findings' weight, the gravest first, and figures that only a page shows.

    ``lengths`` counts articles proper by the power of two that their words reach, ``credits`` the credits of all
    articles by kind, ``licences`` by licence, empty where a credit has none.
    """

    articles: tuple[Listed, ...]
    total: int
    lengths: dict[int, int]
    credits: dict[str, int]
    licences: dict[str, int]
