"""WARC and WET: every page that a crawl stored is one article, collected when its record says."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from validator.errors import UsageError
from validator.model.names import FieldNames
from validator.model.record import Declared, Problem, Record
from validator.read import html, http
from validator.read.decode import decode
from validator.read.kinds import by_content
from validator.read.piece import Piece, broken
from validator.read.streams import Stream

_BLOCK = 1 << 20
_LARGEST = 1 << 26
_HEAD = 1 << 10  # bytes in which a page shows that it is one
_OK = range(200, 300)
_TEXT = "conversion"
_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "": "html", _TEXT: "plain"}
Page = tuple[int, str, str, str, bytes, str]  # number, URL, time of collection, kind, content, what is wrong with it


def cut(stream: Stream, path: str, unread: Callable[[str], None]) -> Iterator[Piece]:
    """Some pages a piece; other records of the crawl (requests, failures) are passed over.

    ``unread`` hears the media type of what is no page (images, scripts).
    Where each record is packed by itself, one that is damaged does not take those behind it with it.
    """
    block: list[Page] = []
    size = number = 0
    going = True
    while going:
        message = ""
        try:
            for page in _pages(stream.reader, unread):
                number += 1
                block.append((number, *page))
                size += len(page[3])
                if size >= _BLOCK:
                    yield Piece(path, "warc", pickle.dumps(block))
                    block, size = [], 0
        except (OSError, ValueError, RuntimeError) as error:
            message = f"no WARC that can be read after page {number}: {' '.join(str(error).split())[:160]}"
        damage = stream.problem
        going = stream.resume()
        if block:
            yield Piece(path, "warc", pickle.dumps(block))
            block, size = [], 0
        if going:
            yield broken(path, f"{damage}, after page {number}")
        elif message:
            yield broken(path, message)
        elif not number and not damage:
            yield broken(path, "no page in this WARC")


def _pages(reader: Any, unread: Callable[[str], None]) -> Iterator[tuple[str, str, str, bytes, str]]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise UsageError("WARC files need fastwarc: pip install 'copydesk[warc]'") from error
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    source: Any = _Forward(reader)
    for record in ArchiveIterator(source, record_types=kinds, parse_http=False):
        record.parse_http(auto_decode="none", quirks_mode=True)  # some servers end their headers' lines by line feeds
        text = record.record_type is WarcRecordType.conversion
        if _has_failed(record):
            continue
        media = _TEXT if text else _media(record)
        if media not in _KINDS:
            unread(media)
            continue
        noted, kind = _noted(record), _KINDS[media]
        if record.content_length > _LARGEST:
            yield *noted, kind, b"", f"more than {_LARGEST:,} bytes for one page"
            continue
        raw = record.reader.read()
        content, problem = _unpacked(record, raw)
        if media or by_content(content[:_HEAD], "") == kind:
            yield *noted, kind, content, problem
        else:
            unread(media)
        if len(raw) < record.content_length:
            raise ValueError("it breaks off within this page")
    if source.last not in b"\n":
        raise ValueError("it breaks off within a record")


def _noted(record: Any) -> tuple[str, str]:
    """The address of a page, which wget writes between angle brackets, and the time at which it was collected."""
    address = record.headers.get("WARC-Target-URI") or ""
    return address.removeprefix("<").removesuffix(">"), record.headers.get("WARC-Date") or ""


def _has_failed(record: Any) -> bool:
    """Whether a server answered that there is nothing, or that it is elsewhere."""
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status is not None and status not in _OK


class _Forward:
    """A reader that only goes on; fastwarc takes one that has ``seek`` at its word."""

    def __init__(self, reader: Any) -> None:
        self._reader, self._at = reader, 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._reader.read(size)
        self._at += len(data)
        self.last = data[-1:] or self.last
        return data

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """The stream is closed by whoever opened it."""


def _unpacked(record: Any, raw: bytes) -> tuple[bytes, str]:
    """A page as the server packed it, unpacked, and what is wrong with it."""
    return http.body(raw, record.http_headers or {}, record.headers.get("WARC-Truncated") or "", _LARGEST)


def _media(record: Any) -> str:
    """The media type of an answer, empty where none is given."""
    content = record.headers.get("Content-Type") if record.http_headers is None else record.http_content_type
    return (content or "").split(";")[0].strip().lower()


def read(piece: Piece, names: FieldNames) -> Iterator[Record]:  # noqa: ARG001 - a page names its fields itself
    """A record for every page, with the URL and the time that the crawl noted."""
    pages: list[Page] = pickle.loads(piece.raw)  # noqa: S301 - packed by ``cut``, never read from a file
    for number, url, time, kind, content, problem in pages:
        noted = {
            field: Declared(value, header)
            for field, value, header in (("url", url, "WARC-Target-URI"), ("crawled_at", time, "WARC-Date"))
            if value
        }
        location = piece.location(number)
        told = (Problem("schema.unreadable", problem),) if problem else ()
        if problem and not content:
            yield Record(location, fields=noted, problems=told)
        elif kind == "html":
            record = html.of_page(content, location, noted)
            yield replace(record, problems=(*told, *record.problems)) if told else record
        else:
            text, problems = decode(content)
            yield Record(location, text, noted, problems=(*told, *problems))
