"""A label of a picture and whom it names: at a line's head, in brackets, after a full stop, behind a comma."""

from __future__ import annotations

import re

from validator.lexicons import agencies, korean_names, photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, sections
from validator.lexicons.sentences import SPACED
from validator.normalise.credits import holders
from validator.normalise.credits.spans import LONGEST, NOTICE, SLASH, YEAR_LAST, Span, end_of_value
from validator.normalise.names import names
from validator.regex import regex

# What is told behind a headline's label: ``FOTO: Poplavilo zaradi zamašenega jaška, škode za …``, ``Foto's: 80.000
# bezoekers op …``.
_SMALL = "[a-zà-žа-яіїєґ]"
_TOLD = regex(
    rf"[A-ZÀ-ÞČĆŽŠĐА-ЯІЇЄҐ][^\s/©|]* (?:[^\s/©|]+ ){{0,3}}{_SMALL}{{4,}} {_SMALL}{{4,}}, {_SMALL}{{4,}} "
    rf"|\d[\d.,]* {_SMALL}{{4,}} {_SMALL}{{2,}} "
)
_NAMED = 60  # letters of whom a label behind a comma names
_HYPHEN = " - "
_MARK = regex(r"\s*[:.]?\s+")
_AFTER_STOP = regex(
    rf"[(\[（【]\s?|[{SPACED}»”\")\]。！？」』）】]\s*(?:[–—−―]\s?|[-/|•]\s)?|\s[–—−―|•-]\s|\u3000|[/\s](?=사진\s?(?:제공)?\s?=)|\s/\s|[a-zà-ÿа-яіїєґў.)](?=[A-ZА-ЯІЇ])"
)
_SEPARATOR = regex(r"\s*[:：|/=＝]\s*|\s+[–—-]\s+|\s*(?=©)|\s+(?=\()")
_DOTTED = regex(r"(?:[A-ZÀ-Þ]\.\s?){2,3}")  # ``Photo R.D.``
_COMMA = regex(r"\s*[,،，]\s+")
_CLOSED_VALUE = regex(r"\s([A-ZÀ-Þ](?:[^\W\d_]|[ '’&-]|/(?=[A-ZÀ-Þ]))+)[)\]）]\.?$")
_ACIDITY = "pH"  # which ``Ph : X`` is not
_HOUSE = 6  # words of whom a label without a colon names
_QUOTES = "\"'«»„“”"
_DASHES = ("-", "–", "—")  # between a label and a name
_GIVEN, _LINK = 80, 4  # letters of who gave a picture, of the small words within


def labelled(text: str, words: Vocabulary) -> Span | None:
    """``Photo : X`` at the head of the line, in brackets, after a full stop, or glued to the text before."""
    if agencies.agency(SLASH.split(text)[0]) and not _leads(text.lstrip("([ "), words):
        return None
    leveled = level(text)
    labels = photo_words.labels(words)
    for at in reversed(_label_places(text)):
        length = labels.opening(leveled, at)
        head = SLASH.split(text[at:])[0] if length else ""
        lettered = head[length:].strip().isupper() and head.strip() != text[at:].strip()
        if agencies.agency(head) and not agencies.agency(head[length:]) and not lettered:
            continue  # ``… . | picture alliance/dpa``, and not ``… . Photo PQR /Jane ROE``
        start = (_value_start(text, at, length, words) or _filler(text, at, length)) if length else None
        if start is None or (text[at - 3 : at] == _HYPHEN and not _held_behind(text, at + length, start, words)):
            continue
        if photo_words.section("screens").opening(leveled, at) and start == at + length + 1:
            start = at  # ``Screenshot of X`` is said of the picture: the word is no label
        end = end_of_value(text, start, opened=text[:at].rstrip(" ")[-1:] in ("(", "[", "（", "［", "【"))
        if text[end - 1] == ":" and level(text[start:end]).rstrip(" :") in labels:
            continue  # ``Crédito fotografía:`` leads on to the next line
        end += text[end : end + 1] == "." and _DOTTED.fullmatch(text, start, end + 1) is not None
        if text[start:end].strip() and end - start <= LONGEST and not (at == 0 and _TOLD.match(text, start)):
            return start, end, at
    return _behind_comma(text, leveled, words)


def _leads(text: str, words: Vocabulary) -> bool:
    """Whether a label stands at the head of a line that is known as an agency: ``Fot. PAP``, ``foto LaPresse``."""
    length = photo_words.label(text, words)
    marked = text[:length].rstrip()[-1:] in (":", ".")
    return marked or (length > 0 and agencies.agency(text[length:]) is not None)


def _held_behind(text: str, label_end: int, start: int, words: Vocabulary) -> bool:
    """Whether a label behind a hyphen has its colon and a holder (``The quay at dawn - Photo: Jane Roe``), or "by"."""
    value = SLASH.split(text[start:].strip(" .)"))[0]
    shouted = value.isupper() and 1 < len(value.split()) <= holders.NAME and not sections(value)
    held = shouted or names.is_person(value, words) or agencies.agency(value)
    told = text[label_end:start].strip() == ":" or words.words("byline.prefixes").closing(level(text[:label_end]))
    return bool(told and held)


def _behind_comma(text: str, leveled: str, words: Vocabulary) -> Span | None:
    """``The castle, phot. Jane Roe``: a label that its point or colon shows, and to the line's end whom it names."""
    comma = text.rfind(", ")
    while comma > 0:
        at = comma + 2
        length = photo_words.labels(words).opening(leveled, at)
        mark = _MARK.match(text, at + length) if length else None
        if mark and (mark.group().strip() or text[at + length - 1] in ".:"):
            value = text[mark.end() :].strip(" .)")
            parts = [part for part in SLASH.split(value) if part]
            known = [names.is_person(one, words) or agencies.agency(one) or photo_words.platform(one) for one in parts]
            if len(value) <= _NAMED and known[:1] and known[0] and not any(one[0].islower() for one in parts):
                return mark.end(), mark.end() + len(value), at
        comma = text.rfind(", ", 0, comma)
    return None


def _value_start(text: str, at: int, length: int, words: Vocabulary) -> int | None:
    """Where the value behind a label begins: after a colon, a sign, or a space before a name or an agency."""
    label_end = at + length
    if text[at:label_end] == _ACIDITY:
        return None
    separator = _SEPARATOR.match(text, label_end)
    start = separator.end() if separator else label_end
    ends = text[label_end - 1] if text[label_end - 1] in ":：=＝/／・" else ""  # of a label with its mark: ``提供：``
    mark = separator.group().strip() if separator else ends
    if text[start : start + 1] == "©":
        return None if YEAR_LAST.search(text.rstrip(" .")) or NOTICE.search(text, start) else start + 1
    if mark in (":", "：", "=", "＝", "・") or (mark in ("|", "/", "／") and len(text) - start < 60):
        return start
    if comma := _COMMA.match(text, label_end):
        again = photo_words.labels(words).opening(level(text), comma.end())  # ``Archivbild, Foto: Jane Roe``
        return comma.end() if at <= 1 and not again and _after_comma(text, at, comma) else None
    value = re.split(r"[()\[\]（）]", text[start if mark in _DASHES else label_end :])[0].strip(" .")
    if not mark and names.CJK.match(text, label_end - 1) and _is_glued(value):
        return label_end
    if given := _giver(text, label_end, value):
        return given
    if (
        (mark and mark not in _DASHES)
        or not value
        or len(value) > _NAMED
        or not text[label_end : label_end + 1].isspace()
    ):
        return None
    parts = [part for part in SLASH.split(value) if part]
    named = any(agencies.agency(part) or photo_words.platform(part) for part in parts)
    named = named or (not _of_what(value) and any(names.is_person(part, words) for part in parts))
    heading = text[at:label_end].isupper()
    acronym = value.isupper() and value.isalpha() and len(value) > 2 and not heading
    if mark in _DASHES:
        return start if named else None
    named = named or _DOTTED.fullmatch(value + ".") is not None
    told = words.words("byline.prefixes").closing(level(text[:label_end])) and _is_named(value)
    filler = not (sections(value) | sections(text[at:])).isdisjoint(("photo.placeholders", "photo.staff"))
    filler = filler or (text[label_end - 1] == "." and _names_its_giver(value, words))
    return label_end + 1 if named or acronym or told or filler or _fills_brackets(text, at, label_end) else None


def _of_what(value: str) -> bool:
    """Whether what follows a label is of what its pictures are: ``Bilder vom Rennen``, ``BEELDEN VAN DE KERMIS``."""
    first = value.split(maxsplit=1)[0]
    return first == "vom" or (first.lower() in names.PARTICLES and (first.islower() or value.isupper()))


def _is_named(value: str) -> bool:
    """Whether a value begins as names do, of persons and of stations (``7News’ Jane Roe``)."""
    return value[0].isupper() or (value[0].isdigit() and any(map(str.isupper, value.split(maxsplit=1)[0])))


def _giver(text: str, label_end: int, value: str) -> int | None:
    """Where whoever gave a picture begins: ``Photo courtesy of Lt. Roe with Skarrow Fire``, ``Фото пресс-службы …``."""
    if not value or len(value) > _GIVEN:
        return None
    leveled = level(text)
    lent, start = photo_words.section("giving"), label_end + 1
    length = lent.opening(leveled, start) if text[label_end].isspace() else 0
    if not length and not lent.closing(leveled, label_end):
        offices = photo_words.section("givers").opening(leveled, start)
        return start if offices and len(value.split()) <= _HOUSE else None
    start = skipped(text, start + length) if length else start
    first, *others = text[start : label_end + 1 + len(value)].split() or [""]
    bare = [one.strip(_QUOTES) or one for one in others]
    named = all(one[0].isupper() or len(one) <= _LINK for one in bare)
    if not others and "." in first:
        return start  # a site
    article = photo_words.section("articles").opening(level(first)) == len(first) > 0 and bool(others)
    return start if named and (first[:1].isupper() or (article and others[0][0].isupper())) else None


def _names_its_giver(value: str, words: Vocabulary) -> bool:
    """Whether a filler says whose it is (``mat. prasowe Urzędu Miasta``), or capitalised words name who gave it."""
    if "de" in words.languages:  # ``Abb. Schloss Aue`` shows it
        return False
    length = words.words("photo.placeholders").opening(level(value))
    return holders.names_a_holder(value[length:].strip(), words)


def _filler(text: str, at: int, length: int) -> int | None:
    """Where the filler begins that a label ends in, with nothing behind it: ``Fot. archiwum``."""
    label, point, value = text[at : at + length].partition(". ")
    ends = bool(point) and not text[at + length :].strip(" .)") and "photo.placeholders" in sections(value)
    return at + len(label + point) if ends else None


def _fills_brackets(text: str, at: int, label_end: int) -> bool:
    """Whether a label and words from a capital on, or a Korean name, close a line: ``… (foto Vigili del fuoco)``.

    A surname alone is known by the house behind its slash.
    """
    match = _CLOSED_VALUE.match(text, label_end)
    named = match is not None and 1 < len(match[1].replace("/", " ").split()) <= _HOUSE
    return at > 0 and text[at - 1] in "([（" and (named or korean_names.is_full_name(text[label_end:].strip(" )]）.")))


def _is_glued(value: str) -> bool:
    """Whether a value shows a credit where nothing stands between it and the label: ``图自微博``, ``图源网络``."""
    return photo_words.from_platform(value) or "photo.placeholders" in sections(value)


def _after_comma(text: str, at: int, comma: re.Match[str]) -> bool:
    """``Image source, X``: a label of several words, or of one with an agency behind it, as screen readers say it.

    Or with a house behind a slash: ``Crédito, Ana Prado/Correo``.
    """
    value = text[comma.end() :].strip(" .)")
    several = " " in text[at : comma.start()]
    parts = value.split("/")
    held = any(map(photo_words.is_holder, parts)) or (len(parts) > 1 and all(map(holders.capitalised, parts)))
    return len(value) <= _NAMED and (several or held)


def _label_places(text: str) -> list[int]:
    places = {0 if text[:1] not in "([（［" else 1, *(match.end() for match in _AFTER_STOP.finditer(text))}
    return sorted(at for at in places if at < len(text))
