"""Pages that a server sends instead of the article, known by words that stand together in one line."""

from __future__ import annotations

import re

from validator.lexicons.keywords import keywords
from validator.regex import regex

# A server's number stands first, last or beside a sign (``Oops! 404``): ``page 404 of the register`` is none.
_PLACED = r"(?:^|[^\w\s.,]\s*)(?:{0})(?![\d%€$]|[.,]\d|\s?[%€$])|(?<![\d.,])(?:{0})(?=\s*(?:$|[^\w\s.,%€$]))"
_CODE = regex(_PLACED.format("40[0134]|410|451|50[0234]"), re.MULTILINE)
_SURE_CODE = regex(_PLACED.format("40[34]"))


def told(section: str, line: str, text: str) -> bool:
    """Whether a line of a short text is of the page; both levelled, and without what they quote."""
    return _PAGES[section](line, text)


def _javascript(line: str, _: str) -> bool:
    """JavaScript beside a word for switching on or off, or for the reader's browser."""
    return _share(line, "javascript.names", "javascript.switches")


def _captcha(line: str, text: str) -> bool:
    """A robot beside an order to prove oneself; such a page says it twice, or calls itself a captcha."""
    if not _share(line, "captcha.names", "captcha.checks"):
        return False
    return "captcha" in text or sum(1 for _ in keywords("stand_ins", "captcha.checks").places(text)) > 1


def _error(line: str, text: str) -> bool:
    """A page or its number beside its fate, and one sign more: another fate, the number, ``sorry``."""
    fates = list(keywords("stand_ins", "error.states").places(line))
    if not fates or not (_SURE_CODE.search(line) or _share(line, "error.names", "error.states")):
        return False
    return len(fates) > 1 or _CODE.search(text) is not None or text in keywords("stand_ins", "error.labels")


def _share(line: str, names: str, signs: str) -> bool:
    """Whether words of two sections stand in a line, in one language."""
    named = keywords("stand_ins", names).within(line)
    return bool(named and named & keywords("stand_ins", signs).within(line))


_PAGES = {"page.js_required": _javascript, "page.captcha": _captcha, "page.error": _error}
