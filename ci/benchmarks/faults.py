"""Faults as drops of real pages have them, planted at about the rates at which they are met there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from benchmarks.words import Teller

Record = dict[str, Any]
Declared = Callable[[Record, Teller], None]
Printed = Callable[[list[str], Teller], list[str]]


def plant_declared(record: Record, dice: Random, teller: Teller) -> list[str]:
    """Faults of the metadata, at most one a field; the record is changed in place.

    What is missing here may still stand in the text or in the URL: then a rule is right to pass.
    """
    planted: list[str] = []
    spoilt = set()
    for name, field, rate, spoil in DECLARED:
        if dice.random() >= rate or field in spoilt:
            continue
        before = record[field]
        spoil(record, teller)
        if record[field] != before:
            spoilt.add(field)
            planted.append(name)
    return planted


def plant_text(record: Record, blocks: list[str], dice: Random, teller: Teller) -> list[str]:
    """Faults of the text; the record gets its text."""
    planted: list[str] = []
    for name, rate, spoil in PRINTED:
        if dice.random() < rate:
            spoilt = spoil(blocks, teller)
            planted += [name] * (spoilt != blocks)
            blocks = spoilt
    record["text"] = "\n\n".join(blocks)
    return planted


def _set(field: str, value: Any) -> Declared:
    def spoil(record: Record, _: Teller) -> None:
        record[field] = value

    return spoil


def _move(days: int, field: str = "date") -> Declared:
    def spoil(record: Record, _: Teller) -> None:
        if record["date"]:
            record[field] = (datetime.fromisoformat(record["crawled_at"]) + timedelta(days=days)).isoformat()

    return spoil


def _change(field: str, change: Callable[[str], str]) -> Declared:
    def spoil(record: Record, _: Teller) -> None:
        if record[field]:
            record[field] = change(record[field])

    return spoil


def _team(record: Record, teller: Teller) -> None:
    record["author"] = teller.pick(teller.words["team"])


def _host_credit(record: Record, _: Teller) -> None:
    record["photo_credit"] = "bilderdienst.example"


def _nowhere(record: Record, _: Teller) -> None:
    record["outlet"] = record["url"] = None


def _site_suffix(record: Record, _: Teller) -> None:
    record["title"] = f"{record['title']} | {record['outlet']}"


def _address(record: Record, _: Teller) -> None:
    record["author"] = f"desk@{record['id'].rpartition('-')[0]}.example"


def _numeric(value: str) -> str:
    return f"{value[8:10]}.{value[5:7]}.{value[:4]}"


def _other_language(record: Record, _: Teller) -> None:
    record["language"] = "en" if record["language"] != "en" else "fr"


DECLARED: tuple[tuple[str, str, float, Declared], ...] = (
    ("date.missing", "date", 0.04, _set("date", None)),
    ("date.epoch_default", "date", 0.002, _set("date", "1970-01-01T00:00:00Z")),
    ("date.future", "date", 0.004, _move(40)),
    ("date.url_conflict", "date", 0.004, _move(-300)),
    ("date.partial", "date", 0.008, _change("date", lambda value: value[:7])),
    ("date.nonstandard_format", "date", 0.015, _change("date", _numeric)),
    ("date.unparseable", "date", 0.002, _set("date", "recently")),
    ("author.missing", "author", 0.08, _set("author", None)),
    ("author.organisation", "author", 0.06, _team),
    ("author.email", "author", 0.004, _address),
    ("author.all_caps", "author", 0.008, _change("author", str.upper)),
    ("author.date_leak", "author", 0.004, _change("author", lambda value: f"{value} 12.03.2025")),
    ("schema.null_equivalent", "author", 0.006, _set("author", "N/A")),
    ("title.site_suffix", "title", 0.015, _site_suffix),
    ("title.missing", "title", 0.006, _set("title", None)),
    ("language.undeclared", "language", 0.05, _set("language", None)),
    ("language.mismatch", "language", 0.004, _other_language),
    ("language.invalid_tag", "language", 0.004, _set("language", "xx-unknown")),
    ("source.missing", "outlet", 0.008, _nowhere),
    ("source.url_noncanonical", "url", 0.02, _change("url", lambda value: f"{value}?utm_source=feed&utm_medium=rss")),
    ("source.url_missing", "url", 0.008, _set("url", None)),
    ("photo.source_domain_only", "photo_credit", 0.02, _host_credit),
)


def _said(section: str, *, at_head: bool = False) -> Printed:
    """The lines that a site prints around its articles, whole, at the head or at the foot."""

    def spoil(blocks: list[str], teller: Teller) -> list[str]:
        lines = [line for line in teller.words[section] if "{" not in line]
        return [*lines, *blocks] if at_head else [*blocks, *lines]

    return spoil


def _ad(blocks: list[str], teller: Teller) -> list[str]:
    middle = len(blocks) // 2
    return [*blocks[:middle], teller.words["ad"][0], *blocks[middle:]]


def _in_body(change: Callable[[str], str], rank: Callable[[str], int] = len) -> Printed:
    """The block of the highest rank is changed: the longest one is prose, whatever stands around it."""

    def spoil(blocks: list[str], _: Teller) -> list[str]:
        place = max(range(len(blocks)), key=lambda place: rank(blocks[place]))
        return [*blocks[:place], change(blocks[place]), *blocks[place + 1 :]]

    return spoil


def _mojibake(text: str) -> str:
    """UTF-8 that was read as Windows-1252, byte by byte."""
    return text.encode().decode("cp1252", "replace").replace("\ufffd", "")


def _accents(text: str) -> int:
    return len(text.encode()) - len(text)


def _truncated(blocks: list[str], teller: Teller) -> list[str]:
    """Broken off in its middle, with dots as feeds put them, or without."""
    middle = len(blocks) // 2
    dots = " [...]" if teller.throw() < 0.7 else ""
    return [*blocks[:middle], blocks[middle][: len(blocks[middle]) * 2 // 3].rstrip() + dots]


def _paywall(blocks: list[str], teller: Teller) -> list[str]:
    return [*blocks[:2], *teller.words["paywall"]]


PRINTED: tuple[tuple[str, float, Printed], ...] = (
    ("text.repeated_paragraph", 0.004, _in_body(lambda text: f"{text}\n\n{text}")),
    ("text.truncated", 0.015, _truncated),
    ("encoding.mojibake", 0.004, _in_body(_mojibake, _accents)),
    ("encoding.mixed_apostrophes", 0.04, _in_body(lambda text: text.replace("’", "'"))),
    ("encoding.html_entities", 0.006, _in_body(lambda text: text.replace(" ", "&nbsp;", 6).replace(",", "&#44;"))),
    ("encoding.html_tags", 0.004, _in_body(lambda text: f"<p>{text}</p><br/>")),
    ("encoding.invisible_chars", 0.008, _in_body(lambda text: text[:40] + "\u200b" + text[40:])),
    ("encoding.replacement_char", 0.002, _in_body(lambda text: text[:60] + "\ufffd" + text[61:])),
    ("page.paywall", 0.01, _paywall),
    ("boilerplate.ad_label", 0.03, _ad),
    ("boilerplate.comment_form", 0.02, _said("comment")),
    ("boilerplate.newsletter", 0.03, _said("newsletter")),
    ("boilerplate.partner_block", 0.015, _said("partner")),
    ("boilerplate.cookie", 0.02, _said("cookie", at_head=True)),
    ("text.empty", 0.002, lambda _blocks, _teller: []),
)
