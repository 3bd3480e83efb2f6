"""ZIP and tar: every file inside is read as if it lay in a folder of the archive's name."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Self

from validator.read.kinds import by_suffix
from validator.read.streams import Stream, seekable

INSIDE = "!/"  # between an archive's path and that of a file in it
_NOTHING = "no file of a known kind in this archive"
Member = tuple[str, Stream | None, str]


def members(stream: Stream, path: str, unread: Callable[[str], None]) -> Iterator[Member]:
    """The files of known kinds in the order in which they are stored: path, content, or why there is none.

    ``unread`` hears of the others.
    """
    found = _zipped if stream.head(4).startswith(b"PK") else _tarred
    yield from found(stream, path, unread)


def _zipped(stream: Stream, path: str, unread: Callable[[str], None]) -> Iterator[Member]:
    with seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            yield path, None, f"no ZIP that can be read: {error}"
            return
        wanted = [info for info in archive.infolist() if not info.is_dir() and _wanted(info.filename, unread)]
        if not wanted:
            yield path, None, _NOTHING
        for info in wanted:
            inside = f"{path}{INSIDE}{info.filename}"
            try:
                with archive.open(info) as content:
                    yield inside, Stream(_Whole(content)), ""
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
                yield inside, None, f"no content that can be read: {error}"


def _tarred(stream: Stream, path: str, unread: Callable[[str], None]) -> Iterator[Member]:
    wanted = 0
    try:
        with _Tar.open(fileobj=stream.reader, mode="r|", ignore_zeros=True) as archive:
            for info in archive:
                if info.isfile() and _wanted(info.name, unread):
                    wanted += 1
                    content: Any = archive.extractfile(info)
                    yield f"{path}{INSIDE}{info.name.removeprefix('./')}", Stream(_Whole(content)), ""
    except (tarfile.TarError, OSError, EOFError) as error:
        yield path, None, f"no tar that can be read to its end: {error}"
    else:
        if not wanted:
            yield path, None, _NOTHING


def _wanted(name: str, unread: Callable[[str], None]) -> bool:
    """Whether a member is read; nothing is said of a hidden one."""
    parts = (part for part in name.split("/") if part not in (".", ".."))
    if any(part.startswith((".", "__MACOSX")) for part in parts):
        return False
    known = bool(by_suffix(name))
    if not known:
        unread(name)
    return known


class _Header(tarfile.TarInfo):
    """A member's header; one that is cut or damaged is no end of the archive, for which tarfile takes it.

    Behind the end another archive may stand (``cat a.tar b.tar``), and what is none is no part of this one.
    """

    @classmethod
    def fromtarfile(cls, tar: Any) -> Self:
        try:
            header = super().fromtarfile(tar)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            tar.ended = True
            raise
        except (tarfile.TruncatedHeaderError, tarfile.InvalidHeaderError) as error:  # type: ignore[attr-defined]
            if tar.ended:
                raise tarfile.EmptyHeaderError(str(error)) from error  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error
        tar.ended = False
        return header


class _Tar(tarfile.TarFile):
    """One archive, or several one behind the other."""

    tarinfo = _Header
    ended = False


class _Whole:
    """A member's content, whose damage is a failure of reading like any other."""

    def __init__(self, content: Any) -> None:
        self._content = content

    def read(self, size: int) -> bytes:
        try:
            data: bytes = self._content.read(size)
        except Exception as error:  # every method of packing has an exception of its own
            raise OSError(f"the member is damaged: {error}") from error
        return data

    def close(self) -> None:
        self._content.close()
