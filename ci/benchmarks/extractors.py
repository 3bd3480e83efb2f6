"""What extractors say of a page, each in a process of its own: extractors.py NAME.

The names of the pages come on standard input, a line each; a JSON object goes out for each."""

from __future__ import annotations

import gzip
import json
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Facts = dict[str, Any]  # title and date as strings, authors as a list; what is not found is left out


def trafilatura(html: str) -> Facts:
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True)
    facts = found.as_dict() if found is not None else {}
    authors = [one for one in (facts.get("author") or "").split("; ") if one]
    return {"title": facts.get("title"), "authors": authors, "date": facts.get("date")}


def htmldate(html: str) -> Facts:
    from htmldate import find_date

    return {"date": find_date(html, original_date=True)}


def newspaper4k(html: str) -> Facts:
    from newspaper import Article

    article = Article("https://page.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    date = article.publish_date
    return {"title": article.title, "authors": article.authors, "date": date.isoformat() if date else None}


EXTRACTORS: dict[str, Callable[[str], Facts]] = {one.__name__: one for one in (trafilatura, htmldate, newspaper4k)}


def page(path: str) -> str:
    raw = Path(path).read_bytes()
    return (gzip.decompress(raw) if path.endswith(".gz") else raw).decode("utf-8", "replace")


def main() -> None:
    sys.path.pop(0)  # this folder's names must not hide anybody's
    warnings.simplefilter("ignore")
    extract = EXTRACTORS[sys.argv[1]]
    for path in sys.stdin.read().splitlines():
        try:
            print(json.dumps(extract(page(path))))
        except Exception as error:  # noqa: BLE001 - a page that it fails on is a page of which it says nothing
            print(json.dumps({"error": repr(error)[:200]}))


if __name__ == "__main__":
    main()
