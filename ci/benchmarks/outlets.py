"""Invented outlets: where each one's articles lie, and what its pages put around a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from benchmarks.words import LANGUAGES, Teller, words

# Hours from UTC that the outlets of a language write in their dates.
OFFSETS = {"ar": 3, "en": 0, "ja": 9, "pt": 0, "ru": 3, "uk": 2, "zh": 8}


SHAPES = 6


@dataclass(frozen=True, slots=True)
class Outlet:
    """``shape`` says what stands around the text, from 0 (nothing) to 5 (a page with all its furniture)."""

    language: str
    name: str
    host: str
    offset: int
    shape: int

    @property
    def neighbour(self) -> Outlet:
        """The other outlet of the same language."""
        return next(one for one in OUTLETS if one.language == self.language and one.name != self.name)

    def address(self, published: datetime, slug: str, number: int) -> str:
        base = f"https://www.{self.host}"
        if self.shape % 2 == 0:
            return f"{base}/{published:%Y/%m/%d}/{slug or 'news'}-{number}"
        return f"{base}/article/{number}-{slug}".rstrip("-")


def _outlets() -> tuple[Outlet, ...]:
    found: list[Outlet] = []
    for language in LANGUAGES:
        for line in words(language)["outlet"]:
            name, _, host = line.partition("|")
            found.append(Outlet(language, name, host, OFFSETS.get(language, 1), len(found) % SHAPES))
    return tuple(found)


OUTLETS = _outlets()


@dataclass(frozen=True, slots=True)
class Page:
    """What a page prints: a byline and a date only where the record declares an author and a date."""

    title: str
    author: str | None
    day: date | None
    photographer: str
    body: list[str]


def dress(outlet: Outlet, page: Page, teller: Teller) -> list[str]:
    """The blocks of the text as this outlet's pages give it: headline, byline, picture, body, what follows."""
    section = teller.words
    byline = [teller.fill(section["byline"][outlet.shape % 2], author=page.author)] if page.author else []
    day = [section.day(page.day)] if page.day else []
    credit = teller.fill(section["credit"][0], photographer=page.photographer)
    picture = [f"{teller.fill(teller.pick(section['caption']))}{section.joint}{credit}"]
    if outlet.shape == 0:
        return page.body
    if outlet.shape == 1:
        return [page.title, *page.body]
    if outlet.shape == 2:
        return [page.title, *byline, *day, *page.body, teller.fill(section["tags"][0])]
    if outlet.shape == 3:
        return [page.title, page.body[0], *["\n".join([*byline, *day])][: len(byline + day)], *picture, *page.body[1:]]
    related = [teller.fill(section["related"][0], title=teller.fill(section["title"][0])) for _ in range(3)]
    if outlet.shape == 4:
        return [page.title, *picture, *byline, *page.body[:2], related[0], *page.body[2:]]
    menu = section["menu"]
    head = ["\n".join(menu), f"{menu[0]} › {menu[1]} › {teller.pick(menu[2:])}"]
    share = [f"{section['share'][0]}\nWhatsApp\nTelegram"]
    foot = [*section["newsletter"], *section["partner"], *related]
    if page.day:
        foot.append(teller.fill(section["rights"][0], y=str(page.day.year), outlet=outlet.name))
    return [*head, page.title, *byline, *day, *share, *picture, *page.body, *foot]
