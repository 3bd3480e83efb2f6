"""Every record rule over whole articles, beside others at work on the same ones."""

from __future__ import annotations

from argparse import Namespace

from benchmarks.articles import write_lines
from benchmarks.measure import Table, check, copydesk, costs, folder, missing, peer
from benchmarks.pages import write_pages

PEERS = (
    ("datatrove", "datatrove", "datatrove: Gopher quality, repetition, C4"),
    ("datatrove", "datatrove_all", "the same, each text asked by all three"),
    ("langdetect", "langdetect", "langdetect alone"),
)
OWN, RECORDS = "copydesk check, all rules", "the same without those about many articles"
PAGES = "copydesk extract, HTML pages"
# The slow ones need no more than this to show their pace.
PEER_ARTICLES = 2_000
# So many articles are judged to load whatever is loaded late; their cost is the start, and is subtracted.
WARM = 20


def bench(options: Namespace) -> Table:
    count = options.articles or 2_000
    few = min(count, PEER_ARTICLES)
    warm = min(WARM, few // 2)
    with folder() as place:
        for name, articles in (("warm", warm), ("few", few), ("all", count)):
            write_lines(place / f"{name}.jsonl", articles)
        write_pages(place / "pages", few)
        write_pages(place / "warm", warm)
        # Name: the command on everything, the command on little, how many articles everything is.
        tasks = {OWN: (check("all.jsonl"), check("warm.jsonl"), count)}
        tasks[RECORDS] = (check("all.jsonl", "--no-corpus"), check("warm.jsonl", "--no-corpus"), count)
        for module, kind, name in PEERS:
            if options.peers and not missing(module):
                tasks[name] = (peer(kind, "few.jsonl"), peer(kind, "warm.jsonl"), few)
        extract = ("extract", "-o", "out.jsonl")
        tasks[PAGES] = (copydesk(*extract, "pages"), copydesk(*extract, "warm"), few)
        if options.peers:
            tasks["trafilatura, the same pages"] = (peer("trafilatura", "pages"), peer("trafilatura", "warm"), few)
        whole = {name: task[0] for name, task in tasks.items()}
        start = {f"{name}, start": task[1] for name, task in tasks.items()}
        found = costs(whole | start, place, options.repeats)
    paces = {
        name: (articles - warm) / max(found[name].cpu - found[f"{name}, start"].cpu, 1e-3)
        for name, (_, _, articles) in tasks.items()
    }
    rows = []
    for name, pace in paces.items():
        base = paces[PAGES if "pages" in name.lower() else OWN]
        rows.append((name, f"{tasks[name][2]:,}", f"{pace:,.0f}", f"{base / pace:.1f}"))
    return Table(
        "All rules over whole articles",
        "JSON Lines, texts of 3.4 KB on average; one process each; CPU seconds without the process's start "
        f"(the same command on {warm} articles is subtracted). datatrove's "
        "defaults are made for English: texts in other languages mostly fall at its first filter, and the others are "
        "not asked; in the second row all three are.",
        ("", "articles", "articles per CPU second", "copydesk is faster by"),
        tuple(rows),
    )
