"""The HTML page of a generated article: what a site's template puts around it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.articles import article
from benchmarks.words import LANGUAGES, words

Record = dict[str, Any]
SCRIPT = (
    "<script>window.site=window.site||{};window.site.queue=[];window.site.load=function(a){this.queue.push(a)}</script>"
)


def page(record: Record) -> str:
    """Head with Open Graph and JSON-LD, a menu, the article, a column of links, a foot."""
    language = record["language"] or "en"
    section = words(language if language in LANGUAGES else "en")
    blocks = record["text"].split("\n\n")
    title = record["title"] or blocks[0]
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": record["date"],
        "inLanguage": record["language"],
        "author": {"@type": "Person", "name": record["author"]} if record["author"] else None,
        "publisher": {"@type": "Organization", "name": record["outlet"]} if record["outlet"] else None,
    }
    head = [
        '<meta charset="utf-8">',
        f"<title>{escape(title)}</title>",
        f'<meta property="og:title" content="{escape(title)}">',
        f'<link rel="canonical" href="{escape(record["url"] or "")}">',
        f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script>',
        SCRIPT,
    ]
    menu = "".join(f'<li><a href="/s/{n}">{escape(town)}</a></li>' for n, town in enumerate(section["town"]))
    beside = "".join(
        f'<li><a href="/a/{n}">{escape(line)}</a></li>'
        for n, line in enumerate(section["object"][:12])
        if "{" not in line
    )
    body = "\n".join(f"<p>{escape(block)}</p>" for block in blocks if block != title)
    return "\n".join(
        [
            f'<!DOCTYPE html><html lang="{escape(language)}"><head>',
            *head,
            f'</head><body><header><nav><ul class="menu">{menu}</ul></nav></header>',
            f"<main><article><h1>{escape(title)}</h1>\n{body}</article></main>",
            f'<aside class="sidebar"><ul>{beside}</ul></aside>',
            f"<footer><p>{escape(section['newsletter'][0])}</p></footer></body></html>",
        ]
    )


def write_pages(folder: Path, count: int) -> None:
    """So many pages, a file each."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:06}.html").write_text(page(article(number).record), "utf-8")
