"""Invented articles in thirteen languages: number N is the same article, whatever else is made beside it.

articles.article(7).record   {"id": …, "title": …, "date": …, …, "text": …}
articles.article(7).faults   ("date.missing", "boilerplate.cookie")
articles.row(7)              the same record without its text
articles.write_lines(path, 10_000)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import faults
from benchmarks.outlets import OUTLETS, Outlet, Page, dress
from benchmarks.words import Teller, words

Record = dict[str, Any]
SPAN = 400 * 24 * 60  # minutes from the first article to the last
FIRST = datetime(2024, 3, 1, tzinfo=UTC)
# Bytes of UTF-8 in an article's body, as a share of the mean: many short ones, a few long ones.
MEAN_BYTES = 2_740
SIZES = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0, 3.15)
EXACT, NEAR, WIRE = 0.01, 0.015, 0.03
REACH = 200  # a duplicate lies at most so many records behind its original
WIRE_STORIES = 50  # records that share one story of an agency
SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Made:
    """A record and the faults that were planted in it on purpose, by the names of the rules that look for them."""

    record: Record
    faults: tuple[str, ...] = ()
    copied_from: int | None = None


def article(number: int) -> Made:
    """The article of this number: most are originals, some are copies of an earlier one."""
    dice = _dice(number, "copy")
    chance, back = dice.random(), 1 + int(dice.random() * REACH)
    if chance >= EXACT + NEAR or number < back:
        return _original(number, told=True)
    source = _original(number - back, told=True)
    record = _copied(source.record, number)
    if chance >= EXACT:
        record["text"] = _retouched(record["text"], dice)
    return Made(record, source.faults, number - back)


def row(number: int) -> Record:
    """The record of this number without its text: everything that is declared about it."""
    dice = _dice(number, "copy")
    chance, back = dice.random(), 1 + int(dice.random() * REACH)
    if chance >= EXACT + NEAR or number < back:
        return _original(number, told=False).record
    return _copied(_original(number - back, told=False).record, number)


def articles(count: int, first: int = 0) -> Iterator[Made]:
    return (article(number) for number in range(first, first + count))


def write_lines(path: Path, count: int, *, texts: bool = True) -> None:
    """So many records as JSON Lines, with their texts or without."""
    import orjson

    with path.open("wb") as file:
        for number in range(count):
            file.write(orjson.dumps(article(number).record if texts else row(number)))
            file.write(b"\n")


def _dice(number: int, purpose: str) -> Random:
    return Random(f"{purpose} {number}")  # noqa: S311 - the same articles every time is the point


def _original(number: int, *, told: bool) -> Made:
    """``told``: with its text. What is declared comes from throws of its own, and so is the same without."""
    dice = _dice(number, "facts")
    wire = dice.random() < WIRE
    source = _dice(number // WIRE_STORIES, "wire") if wire else dice
    outlet = OUTLETS[int(source.random() * len(OUTLETS))]
    if wire and dice.random() < 0.5:
        outlet = outlet.neighbour
    published = FIRST + timedelta(minutes=int(source.random() * SPAN))
    teller = Teller(source, words(outlet.language), published.date())
    title = teller.fill(teller.pick(teller.words["title"]))
    title = title[0].upper() + title[1:]
    story = _dice(number // WIRE_STORIES, "wire story") if wire else _dice(number, "story")
    own = Teller(dice, teller.words, published.date())
    record = _declared(number, outlet, own, published, title)
    told_body = _body(Teller(story, teller.words, published.date()), wire=wire) if told else []
    planted = []
    if wire:
        record["author"] = "AFP"
        planted.append("author.agency")
    planted += faults.plant_declared(record, dice, own)
    if told:
        dressing = _dice(number, "dressing")
        dresser = Teller(dressing, teller.words, published.date())
        day = published.astimezone(_zone(outlet.offset)).date() if record["date"] else None
        page = Page(title, record["author"], day, own.name(), told_body)
        planted += faults.plant_text(record, dress(outlet, page, dresser), dressing, dresser)
    return Made(record, tuple(planted))


def _declared(number: int, outlet: Outlet, own: Teller, published: datetime, title: str) -> Record:
    local = published.astimezone(_zone(outlet.offset))
    return {
        "id": f"{outlet.host.split('.')[0]}-{number}",
        "title": title,
        "date": local.isoformat(),
        "author": own.name(),
        "language": outlet.language,
        "outlet": outlet.name,
        "url": outlet.address(local, _slug(title), number),
        "crawled_at": (published + timedelta(minutes=own.between(30, 4000))).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "photo_credit": own.name() if own.throw() < 0.8 else None,
    }


def _body(teller: Teller, *, wire: bool) -> list[str]:
    size = SIZES[int(teller.throw() * len(SIZES))] * MEAN_BYTES
    paragraphs = teller.body(int(size))
    if wire:
        paragraphs[0] = f"{teller.pick(teller.words['town'])} (AFP) – {paragraphs[0]}"
    return paragraphs


def _copied(record: Record, number: int) -> Record:
    """The same article, collected once more under another number."""
    copy = {**record, "id": f"{record['id'].rpartition('-')[0]}-{number}"}
    if copy.get("url"):
        copy["url"] = f"{copy['url'].rstrip('/')}-{number}"
    return copy


def _retouched(text: str, dice: Random) -> str:
    """A later version of a text: one paragraph is gone, another one stands elsewhere."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 4:
        del paragraphs[2 + int(dice.random() * (len(paragraphs) - 3))]
    return "\n\n".join(paragraphs)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return SLUG.sub("-", plain).strip("-")[:60].rstrip("-")


@cache
def _zone(hours: int) -> timezone:
    return timezone(timedelta(hours=hours))
