"""Many machines: Spark reads JSON Lines and Parquet, its workers judge them, the answers come back in order.

On the workers runs what costs: reading, normalising, judging (``spark_map``). On the driver, as in a run without Spark,
runs what needs all articles: their features, rows without a text, go into DuckDB, and the corpus rules, gates and
health are asked there. Files that are neither JSON Lines nor Parquet are judged on the driver too.
"""

from __future__ import annotations

import heapq
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from validator.engines.batches import counted
from validator.engines.content import Content
from validator.engines.desk import Desk, Question
from validator.engines.share import Share
from validator.engines.spark_drop import Divided, File, divided, plain
from validator.engines.spark_map import (
    ANSWER,
    PATH,
    ROW,
    START,
    VALUE,
    Asked,
    Columns,
    Head,
    Lines,
    Split,
    Start,
    packed,
)
from validator.engines.spark_session import Session, opened
from validator.model.names import FieldNames
from validator.model.report import Report
from validator.read import columns, records
from validator.read.paths import Drop, insist

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_BLANK = " \t\r\f\v"
_FOOTERS = 8  # that are read at a time
Placed = tuple[int, int, Share]
Table = tuple[File, Any]


def judged(paths: Iterable[str], question: Question, report: Report, content: Content | None) -> Iterator[Share]:
    """What is found in every piece, in the order of the input; files are counted. Raises EngineError, InputError."""
    with opened() as session:
        drop = divided(paths, session.listed)
        insist(drop.drops, every=question.deaf)
        asked = Asked(packed(question), content is not None)
        tables = _tables(session, drop)
        of_workers = _answers(session, drop.lines, tables, question, asked, report, content)
        of_driver = _read_here(drop, question, report, content)
        for _, _, share in heapq.merge(of_workers, of_driver, key=itemgetter(0)):
            yield share


def _tables(session: Session, drop: Divided) -> list[Table]:
    """The Parquet files with their schemas. What Spark cannot make out goes to the driver, which can, or says why."""
    with ThreadPoolExecutor(_FOOTERS) as pool:
        found = [*zip(drop.columns, pool.map(session.schema, drop.columns), strict=True)]
    drop.others.extend((file.number, Drop(file.path)) for file, schema in found if schema is None)
    drop.others.sort(key=itemgetter(0))
    return [(file, schema) for file, schema in found if schema is not None]


def _read_here(drop: Divided, question: Question, report: Report, content: Content | None) -> Iterator[Placed]:
    """What is found in the files that Spark does not read."""
    desk = Desk(question, None)
    for number, one in drop.others:
        for piece in counted(records.cut([one], question.names), report, content):
            yield number, 0, desk([piece])


def _answers(  # noqa: PLR0913 - the run, and what it keeps
    session: Session,
    lines: list[File],
    tables: list[Table],
    question: Question,
    asked: Asked,
    report: Report,
    content: Content | None,
) -> Iterator[Placed]:
    """What the workers find, piece by piece, in the order of files and of the places in them."""
    frames = [*_of_lines(session, lines, asked), *_of_columns(session, tables, question, asked)]
    if not frames:
        return
    together: DataFrame = reduce(lambda one, other: one.union(other), frames)
    last = None
    for number, at, share, summed in session.in_order(together, "file", "at"):
        if number != last:
            report.files += 1
            last = number
        if content is not None:
            content.add_sum(summed)
        yield number, at, pickle.loads(share)  # noqa: S301 - what a worker has pickled


def _of_lines(session: Session, files: list[File], asked: Asked) -> Iterator[DataFrame]:
    """The answers about files of lines. A line's number is known from a count, split by split, that goes before."""
    if not files:
        return
    from pyspark.sql import functions as F

    read = session.reader(lineSep="\n").text([file.literal for file in files])
    line, path, start = F.col("value"), F.col("_metadata.file_path"), F.col("_metadata.file_block_start")
    blank = F.ltrim(line, F.lit(_BLANK)) == F.lit("")
    splits = read.groupBy(path.alias(PATH), start.alias(START)).agg(F.count_if(~blank), F.count(F.lit(1)))
    starts = _starts(files, session.collected(splits))
    rows = read.select(path.alias(PATH), start.alias(START), line.cast("binary").alias(VALUE))
    yield session.mapped(rows, Lines(asked, starts), ANSWER)


def _starts(files: list[File], splits: Iterable[tuple[str, int, int, int]]) -> dict[Split, Start]:
    """Where each split begins, from its records and lines."""
    known = {plain(file.uri): file for file in files}
    before: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    found: dict[Split, Start] = {}
    for path, start, more_records, more_lines in sorted(splits):
        file, (rows, lines) = known[plain(path)], before[path]
        found[path, start] = Start(file.number, file.path, file.seen, rows, lines)
        before[path] = rows + more_records, lines + more_lines
    return found


def _of_columns(session: Session, tables: list[Table], question: Question, asked: Asked) -> Iterator[DataFrame]:
    """The answers about Parquet files, those together whose columns are of the same types."""
    if not tables:
        return
    from pyspark.sql import functions as F

    alike: defaultdict[str, list[Table]] = defaultdict(list)
    for file, schema in tables:
        alike[_wanted(schema, question.names).json()].append((file, schema))
    for group in alike.values():
        read = session.reader(schema=_wanted(group[0][1], question.names)).parquet(*(file.literal for file, _ in group))
        path, row = F.col("_metadata.file_path").alias(PATH), F.col("_metadata.row_index").alias(ROW)
        rows = read.select(path, row, *(F.col(f"`{name.replace('`', '``')}`") for name in read.columns))
        heads = {
            plain(file.uri): Head(file.number, file.path, columns.unneeded(schema.names, question.names))
            for file, schema in group
        }
        yield session.mapped(rows, Columns(asked, heads), ANSWER)


def _wanted(schema: Any, names: FieldNames) -> Any:
    """The columns of a file that are read."""
    from pyspark.sql.types import StructType

    return StructType([one for one in schema.fields if names.needs(one.name)])
