"""Running day counters in the header of an article (``1155th day of the war``) and what day they stand for."""

from __future__ import annotations

import re
from datetime import date as Day

from msgspec import Struct

from validator.lexicons.fold import holds_digit, level, skipped
from validator.lexicons.phrases import Words
from validator.model.article import Article, DateRole, Line, Role
from validator.model.evidence import Evidence
from validator.regex import regex
from validator.rules import spoken

EPOCHS = (Day(2014, 2, 20), Day(2022, 2, 24), Day(2023, 4, 15), Day(2023, 10, 7))
_LONGEST = 90
_SHORT = 5  # words of a counter that was taken for the title; more are a headline
_HEAD = 6  # filled lines in which a counter may stand
_NUMBER = regex(r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+|\d{2,4}")
_ORDINAL = regex(r"\s?(?:\.?[ºª°]|-?[йи]й?|-?[гґ]о|-?те|\.?\s?e|er|ème|eme|ste|de|th|st|nd|rd|\.)?\s+", re.IGNORECASE)
_OF_WAR = regex(
    r"guerr|invasi|war\b|krieg|oorlog|wojn|войн|війн|вторгн|вторжен|агрес|حرب|الحرب|战争|戰爭|戦争|侵攻|conflic|konflik"
)
_MARKS = (", ", " | ", " · ", " – ", " — ")  # before a counter that shares its line with the date
_ROLES = (DateRole.RENDER, DateRole.PUBLISHED, DateRole.UNKNOWN)


class Counter(Struct, frozen=True):
    """A counter with the date that stands beside it; ``elapsed`` holds the days from each epoch to that date."""

    number: int
    evidence: Evidence
    dated: Evidence
    elapsed: dict[Day, int]


def find(article: Article) -> Counter | None:
    """The counter in the header of an article and its date; None where either is missing."""
    return article.once(_found)


def _found(article: Article) -> Counter | None:
    for line in article.filled[:_HEAD]:
        if len(line.text) > _LONGEST or not holds_digit(line.text) or not _OF_WAR.search(line.text.lower()):
            continue
        # A headline may count round days (``1000 days of war: who pays``); the n-th day is today.
        headline = line.role is Role.TITLE and len(line.text.split()) > _SHORT
        found = _counted(article, line, nth=headline)
        if found:
            number, evidence = found
            day = _day_beside(article, line)
            if day:
                return Counter(number, evidence, day[1], {epoch: (day[0] - epoch).days for epoch in EPOCHS})
    return None


def _counted(article: Article, line: Line, *, nth: bool) -> tuple[int, Evidence] | None:
    """The number of days with its unit, before the number (``Day 1,200``) or behind it (``1155 jour``).

    For ``nth``, no mere number of days: ``1 155e jour``, but not ``1 155 jours``.
    """
    units = spoken.words(article).words("dates.day_words")
    leveled = level(line.text)
    for match in _NUMBER.finditer(leveled):
        at = max(
            (place + len(mark) for mark in _MARKS if (place := leveled.rfind(mark, 0, match.start())) >= 0), default=0
        )
        head = leveled[at : match.start()].strip(" #:.№")
        end = _unit_end(leveled, match.end(), units, nth=nth) if not head else match.end()
        if end and (not head or head in units.all):
            at = skipped(leveled, at)
            return int(re.sub(r"\D", "", match.group())), article.at(line.start + at, line.start + end)
    return None


def _unit_end(leveled: str, at: int, units: Words, *, nth: bool) -> int:
    ordinal = _ORDINAL.match(leveled, at)
    if nth and not (ordinal and ordinal.group().strip()):
        return 0
    for place in (ordinal.end() if ordinal else at, at):
        length = units.opening(leveled, place)
        if length:
            return place + length
    return 0


def _day_beside(article: Article, line: Line) -> tuple[Day, Evidence] | None:
    """The date on the counter's own or a neighbouring header line, else the publication date."""
    place = article.filled.index(line)
    near = {other.number for other in article.filled[max(place - 3, 0) : place + 4]}
    for one in article.dates:
        if (
            one.role in _ROLES
            and one.moment
            and one.moment.day
            and one.evidence.span
            and one.evidence.span.line in near
        ):
            return one.moment.day, one.evidence
    published = article.published
    if published.value is not None and published.value.day:
        return published.value.day, published.seen[0]
    return None
