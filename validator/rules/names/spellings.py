"""The names in an article's text as they are spelled, and the key under which spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from validator.model.article import Article, Line, Role

_CAPITAL = "A-Z\u00c0-\u00d6\u00d8-\u00deĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŠŞŤŮŰŹŻŽ"
_SMALL = "a-z\u00df-\u00f6\u00f8-\u017f"
WORD = re.compile(rf"[{_CAPITAL}](?<![\w'’\-].)[{_SMALL}]+(?:['’\-][{_CAPITAL}{_SMALL}]+)*(?![\w])")
_OUTSIDE = frozenset({Role.BLANK, Role.BOILERPLATE, Role.TAGS, Role.SOURCE, Role.CREDIT, Role.DATELINE})
_WRITTEN_OUT = 60
_FOLDED = str.maketrans("łøđßyjw", "lodsiiv", "'’-")


def capitalised(article: Article) -> list[tuple[Line, list[re.Match[str]]]]:
    """The capitalised words of every line in which the article speaks of persons."""
    return [(line, [*WORD.finditer(line.text)]) for line in told(article)]


def told(article: Article) -> Iterator[Line]:
    """The lines in which the article speaks of persons; of furniture only what is written out (questions, boxes)."""
    for line in article.lines:
        written_out = line.role is Role.BOILERPLATE and not line.marks and len(line.text) >= _WRITTEN_OUT
        if line.role not in _OUTSIDE or written_out:
            yield line


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A name without accents, with the letters that transliterations exchange (y i j, w v) as one."""
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_FOLDED))
    plain = "".join(one for one in bare if not unicodedata.combining(one))
    return re.sub(r"i+", "i", plain.translate(_FOLDED))


def plain(word: str) -> str:
    """A name without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))
