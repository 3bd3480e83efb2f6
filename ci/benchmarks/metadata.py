"""Declared metadata alone: who finds the rows at fault among a million, with their ids."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import orjson

from benchmarks.articles import row, write_lines
from benchmarks.measure import PRINTED, Command, Table, check, costs, folder, missing, peer

# What the peers are asked, as rules: nothing missing, dates and languages well formed, no stand-ins for a value.
RULES = (
    "schema.missing_required,schema.missing_recommended,schema.wrong_type,schema.null_equivalent,title.missing,"
    "author.missing,source.missing,source.outlet_missing,source.url_missing,language.undeclared,language.invalid_tag,"
    "date.missing,date.unparseable,date.nonstandard_format,date.epoch_default,date.future"
)
FAMILIES = "schema,date,author,source,title"
CHUNK = 50_000


def bench(options: Namespace) -> Table:
    count = options.rows or 50_000
    with folder() as place:
        write_lines(place / "rows.jsonl", count, texts=False)
        commands: dict[str, Command] = {"copydesk, 16 rules, JSON Lines": check("rows.jsonl", "--select", RULES)}
        if not missing("pyarrow"):
            write_parquet(place / "rows.parquet", count)
            commands["copydesk, 16 rules, Parquet"] = check("rows.parquet", "--select", RULES)
            commands[f"copydesk, all of {FAMILIES}, Parquet"] = check("rows.parquet", "--select", FAMILIES)
        if options.peers:
            commands["pydantic, 9 fields, JSON Lines"] = peer("pydantic", "rows.jsonl")
            if not missing("great_expectations") and not missing("pandas"):
                name = "Great Expectations, 12 expectations, Parquet"
                commands[name] = peer("great_expectations", "rows.parquet")
        failing: dict[str, int] = {}

        def count_failing(name: str) -> None:
            failing[name] = _failing((place / PRINTED).read_bytes())

        found = costs(commands, place, options.repeats, watch=True, after=count_failing)
    own = found.get("copydesk, 16 rules, Parquet", found["copydesk, 16 rules, JSON Lines"])
    rows = tuple(
        (name, f"{failing[name]:,}", f"{cost.cpu:.1f}", f"{cost.peak:,.0f}", f"{cost.cpu / own.cpu:.2f}")
        for name, cost in found.items()
    )
    return Table(
        "Metadata alone",
        f"{count:,} rows without texts; whole processes, the start included; everybody gives the ids of the failing "
        "rows. What is asked is alike and not the same: so the numbers of failing rows differ.",
        ("", "failing rows", "CPU seconds", "peak memory, MB", "CPU, copydesk on Parquet = 1"),
        rows,
    )


def _failing(printed: bytes) -> int:
    """How many rows failed: the peers print the number, copydesk its findings, a line each."""
    lines = printed.splitlines()
    if lines and lines[-1].isdigit():
        return int(lines[-1])
    return len({orjson.loads(line)["article_id"] for line in lines})


def write_parquet(path: Path, count: int) -> None:
    """So many rows, a group of rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = pa.schema([(name, pa.string()) for name in row(0)])
    with pq.ParquetWriter(path, fields) as writer:
        for start in range(0, count, CHUNK):
            rows = [row(number) for number in range(start, min(start + CHUNK, count))]
            writer.write_table(pa.Table.from_pylist(rows, fields))
