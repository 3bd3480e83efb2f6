"""Which of the house's fields stand under names that no record map knows: told by the name and the values together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from validator.normalise.dates.stamps import read
from validator.regex import regex

LEAST = 3  # values, below which nothing is guessed
_MOST = 0.9  # of the values must be of the field's kind
_URL = regex(r"https?://\S+\Z")
_TAG = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,8})?\Z")
_TEXT, _LINE, _FEW = 200, 200, 0.5  # letters of a text, of a line; distinct values of an outlet


def _text(values: Sequence[str]) -> bool:
    return median(map(len, values)) >= _TEXT


def _line(values: Sequence[str]) -> bool:
    return all("\n" not in one for one in values) and median(map(len, values)) < _LINE


def _several(values: Sequence[str]) -> bool:
    return _line(values) and len(set(values)) <= max(1, _FEW * len(values))


def _mostly(test: Callable[[str], Any]) -> Callable[[Sequence[str]], bool]:
    return lambda values: sum(bool(test(one)) for one in values) >= _MOST * len(values)


# Field -> what its name may hold (letters and digits only, folded), and what its values must be.
_SIGNS: dict[str, tuple[re.Pattern[str], Callable[[Sequence[str]], bool]]] = {
    "text": (regex(r"te?xt|body|content|inhalt|contenu|contenido|corpo|cuerpo|tresc|story|article"), _text),
    "title": (regex(r"tit[er]?l|titre|titol|titul|headline|heading|uberschrift|schlagzeile|tytul"), _line),
    "date_modified": (regex(r"modif|updat|aktualis|geandert"), _mostly(lambda one: read(one)[0])),
    "crawled_at": (regex(r"crawl|fetch|download|scrap|harvest|collect|abruf"), _mostly(lambda one: read(one)[0])),
    "date": (
        regex(r"date|datum|fecha|data|publi|erschien|time|(?:pub|post|issue|print)\w*d[ty]\Z|\Adt\Z"),
        _mostly(lambda one: read(one)[0]),
    ),
    "photo_credit": (regex(r"(?:photo|image|pic|picture|bild|foto)s?(?:credit|by|author|autor|source)\Z"), _line),
    "author": (regex(r"aut[ho]?[oe]|auteur|writer|byline|verfass|reporter|journalist|signature"), _line),
    "language": (regex(r"lang|sprach|idiom|lingua|jezyk|locale"), _mostly(_TAG.match)),
    "url": (regex(r"ur[li]|link|href|adresse|web"), _mostly(_URL.match)),
    "outlet": (regex(r"source|quelle|outlet|zeitung|newspaper|medium|publi|paper|site|fuente|fonte"), _several),
}


# Objects that are about something else than the article: of these only who they are tells, and an image's credit.
_OTHERS = regex(
    r"aut[ho]?[oe]|auteur|writer|verfass|reporter|journalist|editor|publisher|outlet|source|site|organi[sz]ation"
    r"|image|photo|picture|bild|foto|video|media|signature|comment|related|parent|event|section|categor|tag|user"
)
_BARE = regex(r"(?:full|display)?name|rendered|value")


def _told_by(name: str) -> str:
    """The letters and digits of a name that tell which field it is: of one in an object mostly the last part."""
    outer, _, last = re.sub(r"[^\w.]|_", "", name.casefold()).rpartition(".")
    holder = outer.rpartition(".")[2]
    if holder and _BARE.fullmatch(last):
        return holder
    if not _OTHERS.search(holder):
        return last
    return holder + last if _SIGNS["photo_credit"][0].search(holder + last) else ""


def guessed(values: Mapping[str, Sequence[Any]], taken: Sequence[str]) -> dict[str, str]:
    """Field -> the unknown name under which it stands; ``taken`` are the fields that known names fill.

    A field that two names could be is left to whoever knows, and so is a name that could be two fields.
    """
    could: dict[str, list[str]] = {}
    for name in sorted(values):
        said = [one for one in values[name] if isinstance(one, str) and one.strip()]
        plain = _told_by(name)
        if len(said) >= LEAST and 2 * len(said) >= len(values[name]):
            fields = [field for field, (sign, kind) in _SIGNS.items() if sign.search(plain) and kind(said)]
            for field in fields[:1]:
                could.setdefault(field, []).append(name)
    return {field: names[0] for field, names in sorted(could.items()) if len(names) == 1 and field not in taken}
