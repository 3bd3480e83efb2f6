"""Letters that a wrong decoding, a wrong escape or a copied page left behind."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from validator.model.article import Article
from validator.regex import regex
from validator.repair.base import Rewriting
from validator.rules.encoding import (
    codepages,
    control_chars,
    html_entities,
    html_tags,
    invisible_chars,
    mojibake,
    not_nfc,
    presentation_forms,
)

_INLINE = regex(r"</?(?:a|b|i|u|em|strong|small|span|sup|sub|font|label|center)\b", re.IGNORECASE)
_SCRIPT = regex(r"<(script|style|noscript)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAKS = "\x0b\x0c\x85"
_DEEPEST = 4  # times that an entity may have been escaped


class Mojibake(Rewriting):
    """Decode again what was misread, where every byte of a run leads back to UTF-8 or to the text's code page."""

    rule = "encoding.mojibake"

    def places(self, value: str, article: Article, *, field: bool) -> list[tuple[int, int, str]]:
        if value.isascii():
            return []
        found = max((misreading.runs(value) for misreading in mojibake.MISREADINGS), key=mojibake.sequences)
        if found or field:
            return found
        confusion = codepages.confused(value, article.language.main, frozenset(value))
        return list(confusion.places) if confusion else []


class ControlChars(Rewriting):
    """Page and line breaks become line ends, what Windows-1252 means letters; the rest is dropped."""

    rule = "encoding.control_chars"

    def places(self, value: str, article: Article, *, field: bool) -> Iterator[tuple[int, int, str]]:  # noqa: ARG002
        for match in control_chars.CONTROL.finditer(value):
            sign = match[0]
            meant = sign.encode("latin-1").decode("cp1252", "ignore") if sign >= "\x80" else ""
            if sign in _BREAKS and not (sign == "\x85" and meant == "…"):
                meant = " " if field else "\n"
            yield *match.span(), "" if control_chars.CONTROL.match(meant) else meant


class HtmlTags(Rewriting):
    """Drop tags, and scripts with what is in them; a block within a line of text becomes lines."""

    rule = "encoding.html_tags"

    def places(self, value: str, article: Article, *, field: bool) -> Iterator[tuple[int, int, str]]:  # noqa: ARG002
        tags = [match.span() for match in (*html_tags.tags(value), *html_tags.shortcodes(value))]
        opened = {start for start, _ in tags}
        scripts = [match.span() for match in _SCRIPT.finditer(value) if match.start() in opened]
        for start, end in scripts:
            yield start, end, ""
        for start, end in tags:
            if not any(first <= start < last for first, last in scripts):
                yield start, end, "" if _INLINE.match(value, start) else _apart(value, start, end, field=field)


def _apart(value: str, start: int, end: int, *, field: bool) -> str:
    """What keeps two texts apart where a block's tag stood between them."""
    before, after = value[start - 1 : start], value[end : end + 1]
    if not before or not after or before.isspace() or after.isspace() or before == ">":
        return ""
    return " " if field else "\n"


class HtmlEntities(Rewriting):
    """Write the character that an entity names, as often as it was escaped."""

    rule = "encoding.html_entities"

    def places(self, value: str, article: Article, *, field: bool) -> Iterator[tuple[int, int, str]]:  # noqa: ARG002
        for start, end in html_entities.entities(value):
            meant = _unescaped(value[start:end])
            if "\ufffd" not in meant and not control_chars.CONTROL.search(meant):
                yield start, end, " " if field and meant == "\n" else meant


def _unescaped(entity: str) -> str:
    for _ in range(_DEEPEST):
        if "&" not in entity:
            break
        entity = html.unescape(entity)
    return entity


class InvisibleChars(Rewriting):
    """Drop the characters that cannot be seen and that neither script nor language nor an emoji needs."""

    rule = "encoding.invisible_chars"

    def places(self, value: str, article: Article, *, field: bool) -> Iterator[tuple[int, int, str]]:  # noqa: ARG002
        for at in invisible_chars.needless(value, article.language.main or ""):
            yield at, at + 1, ""


class NotNfc(Rewriting):
    """Write a letter with its accent as one character."""

    rule = "encoding.not_nfc"

    def places(self, value: str, article: Article, *, field: bool) -> Iterable[tuple[int, int, str]]:  # noqa: ARG002
        if not field:
            for start, end in not_nfc.parted(value):
                yield start, end, unicodedata.normalize("NFC", value[start:end])


class PresentationForms(Rewriting):
    """Write the letters of which a printer's joined letters, shapes and bold letters consist (Unicode's form KC)."""

    rule = "encoding.presentation_forms"

    def places(self, value: str, article: Article, *, field: bool) -> Iterable[tuple[int, int, str]]:  # noqa: ARG002
        for match in () if value.isascii() else presentation_forms.SHAPED.finditer(value):
            yield *match.span(), unicodedata.normalize("NFKC", match[0])
