"""Dates, authors and titles of real pages beside extractors, held against labels that somebody made.

A folder of labelled pages (``--pages DIR``) has ``pages.jsonl``, an object a page: ``html`` is a file's path in the
folder, ``gold`` holds ``title``, ``authors`` (a list) and ``publishing_date`` (ISO 8601). Nothing of it is kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.measure import ROOT, Table, missing

PEERS = (("trafilatura", "trafilatura"), ("htmldate", "htmldate"), ("newspaper", "newspaper4k"))
Page = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Hits of tries."""

    hits: int = 0
    tries: int = 0

    def add(self, hits: int, tries: int = 1) -> None:
        self.hits += hits
        self.tries += tries

    def __str__(self) -> str:
        return f"{self.hits / self.tries:.3f} ({self.hits}/{self.tries})" if self.tries else "–"


def bench(options: Namespace) -> Table:
    if options.pages is None:
        raise SystemExit("truth: --pages DIR names a folder of labelled pages")
    folder = Path(options.pages)
    pages = [json.loads(line) for line in (folder / "pages.jsonl").read_text("utf-8").splitlines()]
    pages = [one for one in pages if (folder / one["html"]).is_file()]
    rows = [row("copydesk extract", list(own(folder, pages)), pages)]
    for module, name in PEERS:
        if options.peers and not missing(module):
            rows.append(row(name, list(others(name, folder, pages)), pages))
    return Table(
        "Truth of what is extracted",
        f"{len(pages)} labelled pages. A date is right by its day; authors are right where the set of names is the "
        "label's, neither more nor less; a title by its letters, whatever their case and spaces.",
        ("", "dates given", "of these right", "authors' sets right", "names given that are right", "titles right"),
        tuple(rows),
    )


def own(folder: Path, pages: list[Page]) -> Iterator[Page]:
    done = subprocess.run(
        [sys.executable, "-m", "validator", "extract", *(str(folder / one["html"]) for one in pages)],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    for line in done.stdout.splitlines():
        found = json.loads(line)
        title, date = found["title"] or {}, found["published"] or {}
        authors = [one["value"] for one in found["authors"]]
        yield {"title": title.get("value"), "authors": authors, "date": date.get("value")}


def others(name: str, folder: Path, pages: list[Page]) -> Iterator[Page]:
    names = "\n".join(str(folder / one["html"]) for one in pages)
    command = [sys.executable, str(Path(__file__).with_name("extractors.py")), name]
    done = subprocess.run(command, input=names.encode(), capture_output=True, check=True)
    yield from map(json.loads, done.stdout.splitlines())


def row(name: str, found: list[Page], pages: list[Page]) -> tuple[str, ...]:
    given, right, sets, names, titles = (Tally() for _ in range(5))
    told = {key for facts in found for key in facts}  # some tell nothing but a date
    for facts, page in zip(found, pages, strict=True):
        gold = page["gold"]
        if gold["publishing_date"]:
            given.add(bool(facts.get("date")))
            if facts.get("date"):
                right.add(same_day(facts["date"], gold["publishing_date"]))
        if gold["authors"] and "authors" in told:
            mine, theirs = ({plain(one) for one in side} for side in (facts.get("authors") or (), gold["authors"]))
            sets.add(mine == theirs)
            names.add(len(mine & theirs), len(mine))
        if gold["title"] and "title" in told:
            titles.add(plain(facts.get("title") or "") == plain(gold["title"]))
    return (name, *map(str, (given, right, sets, names, titles)))


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def same_day(date: str, label: str) -> bool:
    """One day as written, or in UTC where both tell their zone."""
    if date[:10] == label[:10]:
        return True
    try:
        one, other = datetime.fromisoformat(date), datetime.fromisoformat(label)
    except ValueError:
        return False
    return bool(one.tzinfo and other.tzinfo) and one.astimezone(UTC).date() == other.astimezone(UTC).date()
