"""The one way in: paths are cut into pieces where records end, and pieces become records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from msgspec.structs import replace

from validator.errors import PASSED_ON
from validator.model.names import FieldNames
from validator.model.record import Record, of_ours
from validator.read import archive, columns, encodings, html, json_document, json_lines, plain, table, warc
from validator.read.aside import Aside
from validator.read.kinds import BY_SUFFIX, by_content, by_suffix
from validator.read.paths import Drop, found
from validator.read.piece import Piece, broken
from validator.read.sheet import Sheets
from validator.read.streams import Stream, opened

_LARGEST = 1 << 26  # bytes of a file that is one article
_DEEPEST = 4  # archives within archives
_CUT: dict[str, Callable[[Stream, str], Iterator[Piece]]] = {
    "json_lines": json_lines.cut,
    "json_document": json_document.cut,
    "table": table.cut,
}
_READ: dict[str, Callable[[Piece, FieldNames], Iterator[Record]]] = {
    "plain": plain.read,
    "html": html.read,
    "json_lines": json_lines.read,
    "json_document": json_document.read,
    "json_items": json_document.read,
    "table": table.read,
    "columns": columns.read,
    "warc": warc.read,
}
_SHEETS: dict[str, Callable[[Piece, FieldNames], Sheets]] = {"json_lines": json_lines.sheets, "columns": columns.sheets}


def of_paths(
    paths: Iterable[str], names: FieldNames, notice: Callable[[str], None] = lambda _: None, *, every: bool = False
) -> Iterator[Piece]:
    """The pieces of all files that the paths name; ``notice`` hears, a line a kind, what was met and gives no article.

    Raises InputError as `paths.insist` does.
    """
    aside, alone = Aside(), True
    for piece in cut(found(paths, notice, every=every), names, aside):
        alone = False
        yield piece
    for line in aside.told(alone=alone):
        notice(line)


def cut(drops: Iterable[Drop], names: FieldNames, aside: Aside | None = None) -> Iterator[Piece]:
    """The pieces of every file, in order; of a table by columns only those that hold a field.

    ``aside`` counts what gives no piece.
    """
    aside = aside or Aside()
    for drop in drops:
        if drop.problem:
            yield broken(drop.path, drop.problem)
            continue
        try:
            stream = opened(drop.path)
        except OSError as error:
            missing = isinstance(error, FileNotFoundError)
            yield broken(drop.path, "no such file or folder" if missing else error.strerror or str(error))
            continue
        with closing(stream):
            yield from _of_stream(stream, drop.path, names, 0, aside)


def _of_stream(stream: Stream, path: str, names: FieldNames, depth: int, aside: Aside) -> Iterator[Piece]:
    kind = by_content(encodings.head(stream), by_suffix(path), names)
    if kind == "archive" and depth == _DEEPEST:
        yield broken(path, f"more than {_DEEPEST} archives within each other")
    elif kind == "archive":
        for inside, content, problem in archive.members(stream, path, aside.member):
            if content is None:
                yield broken(inside, problem)
            else:
                yield from _of_stream(content, inside, names, depth + 1, aside)
    else:
        empty = True
        for piece in _pieces(stream, path, kind, names, aside):
            empty = False
            yield piece
        if empty and not stream.problem:
            aside.empty(path)
    if stream.problem:
        yield broken(path, stream.problem)


def _pieces(stream: Stream, path: str, kind: str, names: FieldNames, aside: Aside) -> Iterator[Piece]:
    """The pieces of a file that is no archive."""
    if kind == "columns":
        yield from columns.cut(stream, path, names)
    elif kind == "warc":
        yield from warc.cut(stream, path, aside.record)
    elif kind in _CUT:
        recoded, marked = encodings.unmarked(stream)
        for piece in _CUT[kind](recoded, path):
            yield replace(piece, problem=marked) if marked and piece.problem is None else piece
    elif kind in _READ:
        yield from _whole(stream, path, kind)
    else:
        yield broken(path, f"not what its name says: no {_named(path)} begins so")


def _named(path: str) -> str:
    """The suffix of a path, below that of a compression, for a message."""
    kind = by_suffix(path)
    return next((suffix for suffix, one in BY_SUFFIX.items() if one == kind and suffix in path.lower()), "known kind")


def _whole(stream: Stream, path: str, kind: str) -> Iterator[Piece]:
    """A file that is one article."""
    raw = stream.whole(_LARGEST + 1)
    if len(raw) > _LARGEST:
        yield broken(path, f"more than {_LARGEST:,} bytes for one article")
    elif raw or not stream.problem:
        yield Piece(path, kind, raw)


def records(piece: Piece, names: FieldNames) -> Iterator[Record]:
    """The records of one piece; the rest of one that a reader fails at is a record with its problem."""
    if piece.problem is not None and piece.kind == "broken":
        yield Record(piece.location(), problems=(piece.problem,))
        return
    read = iter(_READ[piece.kind](piece, names))
    while (record := _next(read, piece)) is not None:
        if piece.problem is None or piece.problem in record.problems:
            yield record
        else:
            yield replace(record, problems=(*record.problems, piece.problem))


def _next(read: Iterator[Record], piece: Piece) -> Record | None:
    try:
        return next(read, None)
    except PASSED_ON:
        raise
    except Exception as error:  # noqa: BLE001 - the next page may be one that the reader is made for
        return Record(piece.location(), problems=(of_ours(error),))


def sheets(piece: Piece, names: FieldNames) -> Sheets | None:
    """The rows of a piece by columns; None for a format whose records are not rows, and where fields lie in objects."""
    by_columns = _SHEETS.get(piece.kind) if piece.problem is None and not names.deep else None
    return by_columns(piece, names) if by_columns else None
