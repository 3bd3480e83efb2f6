"""Which format a file is in: its suffix says so, and its first bytes where the suffix says nothing or lies."""

from __future__ import annotations

import codecs
import re

import orjson

from validator.model.names import FieldNames
from validator.read import streams
from validator.read.dialect import delimiter_of
from validator.regex import regex

BY_SUFFIX = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".jl": "json_lines",
    ".jsonlines": "json_lines",
    ".ldjson": "json_lines",
    ".json": "json_document",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".parquet": "columns",
    ".pq": "columns",
    ".feather": "columns",
    ".arrow": "columns",
    ".arrows": "columns",
    ".ipc": "columns",
    ".warc": "warc",
    ".wet": "warc",
    ".zip": "archive",
    ".tar": "archive",
    ".tgz": "archive",
}
_MAGIC = (
    (b"PAR1", "columns"),
    (b"ARROW1", "columns"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"WARC/1.", "warc"),
)
# What goes on as a stream has no name in its first bytes: a mark, and the size of the schema, below 16 MB.
_ARROW_STREAM = regex(rb"\xff{4}[\0-\xff]{3}\0")
_TAR = slice(257, 262)
_HTML = regex(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEADER = 1000  # bytes of a table's header
_COLUMNS = 3  # of a table that is not called one
_BINARY = frozenset({"columns", "archive", "warc"})


def by_suffix(path: str) -> str:
    """The format that a path's suffix names, below that of a compression; empty if it names none."""
    name = path.lower()
    for packed in streams.SUFFIXES:
        name = name.removesuffix(packed)
    return BY_SUFFIX.get(name[name.rfind(".") :], "")


def by_content(head: bytes, named: str, names: FieldNames | None = None) -> str:
    """The format of a file that begins with ``head``, unpacked; ``named`` is what its suffix says.

    What is called a text, JSON Lines or nothing is a table where it begins with a row of known ``names`` only.
    """
    kind = _by_magic(head, named)
    return "table" if kind in ("plain", "json_lines") and names and _is_header(head, names) else kind


def _is_header(head: bytes, names: FieldNames) -> bool:
    line = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")[0].rstrip()
    if len(line) > _HEADER:
        return False
    cells = line.decode("utf-8", "replace").split(delimiter_of(line))
    return len(cells) >= _COLUMNS and all(names.field(cell.strip(' "')) for cell in cells)


def _by_magic(head: bytes, named: str) -> str:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[_TAR] == b"ustar":
        return "archive"
    if _ARROW_STREAM.match(head):
        return "columns"
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if named != "html" and text[:1] == b"<" and _HTML.match(text):
        return "html"
    if text[:1] == b"{":
        return _of_object(text, named)
    if text[:1] == b"[" and text[1:].lstrip()[:1] in (b"{", b"") and named != "plain":
        return "json_document"
    if named in _BINARY and head:
        return "unknown"
    return "plain" if named in ("", "json_document") and text[:1] != b"[" else named or "plain"


def _of_object(text: bytes, named: str) -> str:
    """JSON Lines where the first line is a whole object and does not stand alone in a document's file."""
    first, _, rest = text.partition(b"\n")
    try:
        whole = isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        whole = False
    if named in ("json_document", ""):
        return "json_lines" if whole and (rest.lstrip()[:1] == b"{" or not named) else "json_document"
    if named == "json_lines":
        spread = not whole and first.rstrip()[-1:] in (b"{", b"[", b",")
        return "json_document" if spread else "json_lines"
    return "json_lines" if whole else named
