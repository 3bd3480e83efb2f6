"""Who filed a report, where place, agency and name open its first paragraph.

``Onur KESKİN-Tuncay ALBAYRAK/BURDUR, (DHA)- …``, ``الطائف – فيصل المنهالي: …``, ``रामगंज (सुरेन्द्र पाल)। …``,
``ПРИОЗЁРСК, 8 ноя – РИА Новости, Виталий Оградин. …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise.names import caseless
from validator.normalise.names.names import is_person
from validator.regex import regex

Span = tuple[int, int]

_HEAD = 110  # letters in which that stands
_SURNAME = r"[A-ZÀ-ÞĞİŞ]{2,}(?:[\s-][A-ZÀ-ÞĞİŞ]{2,})?"
_REPORTER = rf"(?:[A-ZÀ-ÞĞİŞ][a-zß-ÿğış]+\s){{1,2}}{_SURNAME}"
_REPORTERS = rf"(?P<names>{_REPORTER}(?:\s?[-–,]\s?{_REPORTER}){{0,4}})"
_AT_PLACE = r"\s?/\s?[A-ZÀ-ÞĞİŞ]{3,}(?:[\s/-][A-ZÀ-ÞĞİŞ]{3,}|\s?\([^\W\d_]{3,20}\))?,?\s?\([A-ZĞİŞ]{2,4}\)\s?"
# Who held the camera, behind who wrote: ``Haber: Ali ATAY - Kamera: Ece OR/MUĞLA, (DHA)``.
_FILMED = rf"(?:\s?[-–,]\s?(?i:kamera|fotoğraf|foto)\s?:\s?{_REPORTER}(?:\s?[-–,]\s?{_REPORTER}){{0,3}})?"
# ``Elif KARATAŞ / YEŞİLVADİ``
_PLACED = regex(rf"{_REPORTERS}\s?/\s?[A-ZÀ-ÞĞİŞ]{{3,}}(?:[\s-][A-ZÀ-ÞĞİŞ]{{3,}})?")
_TURKISH = regex(
    r"(?:(?i:haber(?:\s?[-–,/]\s?(?:kamera|fotoğraf|foto))?)\s?:\s?)?"
    rf"{_REPORTERS}{_FILMED}{_AT_PLACE}[-–:.]"
)
# ``BURDUR (AA) - ONUR KESKİN - …``
_TURKISH_LAST = regex(
    r"[A-ZÇĞİÖŞÜ]{3,}(?:/[A-ZÇĞİÖŞÜ]{3,})?\s?\([A-ZĞİŞ]{2,4}\)\s?[-–]\s?"
    r"(?P<names>[A-ZÇĞİÖŞÜ]{2,}(?:\s[A-ZÇĞİÖŞÜ]{2,}){1,2}(?:[/,]\s?[A-ZÇĞİÖŞÜ]{2,}(?:\s[A-ZÇĞİÖŞÜ]{2,}){1,2})*)\s[-–]\s"
)
_WORD = r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+"
_ARABIC = regex(
    rf"(?:{_WORD}\s){{0,2}}{_WORD}(?:\s?[-–—/ـ]\s?(?:{_WORD}\s){{0,2}}{_WORD})?\s?[-–—/ـ]\s?"
    rf"(?P<names>(?!ال){_WORD}(?:\s{_WORD}){{1,2}})(?:\s[-–—ـ]\s|\s?:\s)"
)
# House, desk and reporter: ``کارون؛ سرویس اجتماعی، محمد رستمی: …``.
_PERSIAN = regex(
    rf"(?:(?:{_WORD}\s){{0,2}}{_WORD}\s?[؛،,:\-–/|]\s?)?(?P<desk>سرویس|گروه|بخش|دفتر)\s{_WORD}(?:\sو\s{_WORD})?\s?[؛،,\-–/|]\s?"
    rf"(?P<names>{_WORD}(?:\s{_WORD}){{1,3}})\s?[:：؛]\s"
)
_DEVANAGARI = r"[\u0900-\u0963\u0971-\u097f]+"
_HINDI = (
    regex(
        rf"{_DEVANAGARI}(?:[\s/]{_DEVANAGARI})?\s?\(\s?(?P<names>{_DEVANAGARI}(?:\s{_DEVANAGARI}){{1,2}})\s?\)\s?[।:|\-–]"
    ),
    regex(rf"(?P<names>{_DEVANAGARI}(?:\s{_DEVANAGARI}){{1,2}}),\s{_DEVANAGARI}(?:\s{_DEVANAGARI})?\s?[।:|]\s"),
)
_CYRILLIC_NAME = r"[А-ЯІЇЄҐЁ][а-яіїєґё'’]+\s[А-ЯІЇЄҐЁ][а-яіїєґё'’-]+"
_CYRILLIC = regex(
    r"[А-ЯІЇЄҐЁ-]{3,}(?:\s\([^()]{3,20}\))?,?\s\d{1,2}\s[а-яіїєґ]{3,9}\.?\s?[–—-]\s(?P<house>[^,.]{3,20}),\s"
    rf"(?P<names>{_CYRILLIC_NAME}(?:,\s{_CYRILLIC_NAME})*)\.\s"
)
_JOINED = regex(r"\s?[-–,/]\s?")


def is_agency_byline(text: str) -> bool:
    """Names with their surnames in capitals, place and agency, as Turkey's sign: ``Ali ATAY - Ece OR/MUĞLA, (DHA)``."""
    return bool(of_agency(text))


def of_agency(text: str) -> list[Span]:
    """Where the names stand in such a line, or in one that ends in the place; empty where it is none."""
    if "/" not in text:
        return []
    bare = text.rstrip(" -–:.")
    if len(bare) <= _HEAD and (placed := _PLACED.fullmatch(bare)):
        return list(_parts(placed))
    match = _TURKISH.match(f"{bare}-") if bare.endswith(")") else None
    return list(_parts(match)) if match is not None and match.end() > len(bare) else []


def spans(text: str, words: Vocabulary) -> list[Span]:
    """Where the names stand in what opens a report; empty where nothing does."""
    head = text[:_HEAD]
    match = _match(head, words)
    if match is None:
        return []
    found = list(_parts(match))
    if "desk" in match.groupdict():
        return found if all(is_person(head[slice(*one)], words) for one in found) else []
    return found if all(_is_name(head[slice(*one)], words) for one in found) else []


def _parts(match: re.Match[str]) -> Iterator[Span]:
    at = match.start("names")
    for cut in [
        *[one.span() for one in _JOINED.finditer(match.string, *match.span("names"))],
        (match.end("names"),) * 2,
    ]:
        yield at, cut[0]
        at = cut[1]


def _match(head: str, words: Vocabulary) -> re.Match[str] | None:
    first = next((one for one in head if one.isalpha()), "")
    if "\u0600" <= first <= "\u06ff":
        return (_PERSIAN.match(head) if "fa" in words.languages else None) or _ARABIC.match(head)
    if "\u0900" <= first <= "\u097f":
        return _HINDI[0].match(head) or _HINDI[1].match(head)
    if "\u0400" <= first <= "\u04ff":
        match = _CYRILLIC.match(head)
        return match if match and agencies.agency(match["house"], sure=True) else None
    if "tr" in words.languages and ")" in head:
        return _TURKISH.match(head) or _TURKISH_LAST.match(head)
    return None


def _is_name(text: str, words: Vocabulary) -> bool:
    """Whether a name is one, which without capitals a known given name has to show."""
    return is_person(text, words) and caseless.is_known(text) and not sections(text) and not agencies.agency(text)
