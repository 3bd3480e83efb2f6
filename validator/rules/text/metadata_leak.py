"""TXT003: a field of the record stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_KEYS = (
    r"date|data|datum|fecha|дата|published|pubdate|publish_date|author|auteur|autor|autore|автор|title|titre|titel|"
    r"titolo|título|titulo|lang|language|langue|source|url|id|section|category|tags|outlet"
)
_DATES = r"date|datum|fecha|дата|published|pubdate|publish_date"
_DAY = r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?"
_NULL = r"null|NULL|undefined|NaN|nan|None"
PAIR = rf"(?:(?i:{_DATES})\s+(?:{_DAY})|(?i:{_KEYS})\s*[:=]\s*(?:{_DAY}|{_NULL}))"
_LEAK = regex(rf"^[ \t\u00a0]*({PAIR}(?:[ \t,;|]+{PAIR})*)(?=[ \t]+[«\"“„(]?([^\W\d_]))", re.MULTILINE)
_NULL_LINE = regex(rf"^[ \t]*((?i:{_KEYS})\s*[:=]\s*(?:{_NULL}))[ \t]*$", re.MULTILINE)
_PAIRS_LINE = regex(rf"^[ \t]*({PAIR}(?:[ \t,;|]+{PAIR})+)[ \t]*$", re.MULTILINE)
_TIMED = regex(r"\d[T ]\d{2}:\d{2}")
_LINE = regex(rf"^[ \t]*((?i:{_KEYS})\s*[:=]\s*(?:{_DAY}|{_NULL}))[ \t]*$", re.MULTILINE)
# The head of a record written above its text; the code of a language is what nobody prints.
_FIELD = rf"[ \t]*((?i:{_KEYS})[ \t]*[:=][ \t]*\S[^\n]*)"
_HEAD = regex(rf"\s*(?:{_FIELD}\n+)+")
_FIELDS = regex(rf"^{_FIELD}$", re.MULTILINE)
_CODE = regex(
    r"^[ \t]*(?:lang|language|langue)[ \t]*[:=][ \t]*[a-z]{2}(?:[-_][A-Za-z]{2,4})?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_CHEAP = regex(rf"\n[ \t\u00a0]*(?:{_KEYS})\s*[:= ]", re.IGNORECASE)


class MetadataLeak(ArticleRule):
    """What a record says about an article stands beside its text, not in it.

    A field's name with a machine's value at the head of a line shows that somebody joined the fields: the
    first sentence is spoilt, and the value is missing where it is looked for.
    """

    code = "TXT003"
    severity = Severity.ERROR
    fixable = True
    examples = (
        good("Jarmark wraca\n\nData: 15–17 sierpnia\n\nMiejsce: plac po Farze i ulica Grodzka\n\nWstęp: wolny"),
        good("Title: None of the above\n\nThe band's record, out since Monday, is called after a ballot paper."),
        good("Data 2023-24 Season\n\nThe club's figures for the season are the best that it has had since 1998."),
        good(
            "更新日：2025年5月24日\n\n公開日：2025年5月22日\n\n岩手の高校生が、途絶えた昔話の続きを作る試みを進めている。"
        ),
        good("Date: 2025-05-22\nDate: 2025-05-24\n\nThe fair is held on both days, from nine until the lamps are lit."),
        bad(
            "Fecha: 2025-06-01T00:00:00\nAutor: None\n\nEl tren vuelve a circular entre las salinas y el puerto.",
            at=("Fecha: 2025-06-01T00:00:00", "Autor: None"),
        ),
        bad(
            "Author: Nell Harrow\nDate: 2025-05-22\nLang: en\n\nFerry strike off\n\nFerries ran normally on Monday.",
            at=("Author: Nell Harrow", "Date: 2025-05-22", "Lang: en"),
        ),
        good(
            "Title: The Salt Road\nAuthor: Nell Harrow\nLanguage: English\n\nA novel about a ferry, and its last pilot."
        ),
        bad(" date 2025-03 Selon un compte rendu, les deux présidents se sont parlé.", at=("date 2025-03",)),
        bad(
            "author: null date: 2025-08-05 Ferry strike called off\n\nFerries ran normally on Tuesday.",
            at=("author: null date: 2025-08-05",),
        ),
        bad("author: null Полтавські пекарі встановили обласний рекорд.", at=("author: null",)),
        bad(
            "Un puente nuevo\n\nfecha: 2025-06-01T00:00:00 autor: null\n\nEl puente se abre el lunes al tráfico.",
            at=("fecha: 2025-06-01T00:00:00 autor: null",),
        ),
        bad("Brücke gesperrt\n\nautor: undefined\n\nDie Brücke bleibt bis Sonntag gesperrt.", at=("autor: undefined",)),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if not _CHEAP.search(f"\n{article.text}"):
            return
        found = leaks(article.text)
        if found:
            places = [article.at(*match.span(1)) for match in found]
            yield self.finding(f"{len(places)} record field(s) at the head of a line of text", article, places[:12])


def leaks(text: str) -> list[re.Match[str]]:
    """The fields that stand in a text, in order; group 1 is the pairs of names and values."""
    heads = [match for match in _LEAK.finditer(text) if not match[2].islower()]
    found = [match for match in (*heads, *_NULL_LINE.finditer(text)) if _machine(match[1])]
    by_start = {match.start(1): match for match in (*_whole_lines(text), *_head(text), *found)}
    return [by_start[start] for start in sorted(by_start)]


def _whole_lines(text: str) -> Iterator[re.Match[str]]:
    """Lines that are fields and nothing else, two or more in a line or running, where one has a machine's value."""
    run: list[re.Match[str]] = []
    for match in (*_LINE.finditer(text), None):
        if match and run and text[run[-1].end() : match.start()].strip() == "":
            run.append(match)
            continue
        if len(run) > 1 and any(_is_machines(one[1]) for one in run):
            yield from run
        run = [match] if match else []
    yield from (match for match in _PAIRS_LINE.finditer(text) if _is_machines(match[1]))


def _head(text: str) -> list[re.Match[str]]:
    """Two fields or more above everything else, one of them the code of a language."""
    head = _HEAD.match(text)
    fields = [*_FIELDS.finditer(text, 0, head.end())] if head and _CODE.search(head.group()) else []
    return fields if len(fields) > 1 else []


def _is_machines(pairs: str) -> bool:
    """Whether a clock time or the name of no value stands among the values."""
    return bool(_TIMED.search(pairs) or re.search(rf"[:=]\s*(?:{_NULL})\b", pairs))


def _machine(leak: str) -> bool:
    """Whether a machine wrote the value; ``Title: None`` may be a title."""
    return leak[0].islower() or not leak.endswith("None")
