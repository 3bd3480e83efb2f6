"""Photo credits: found by label, sign, agency's form or verb, and taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise import licences, names

Kind = Literal["person", "agency", "account", "platform", "host", "placeholder", "staff", "unknown"]

_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?:[a-z0-9\-]+\.)+[a-z]{2,24}(?:/\S*)?", re.IGNORECASE)
_SIGN = re.compile(
    r"(?<![^\W\d_])(?:©|\(c\)(?=\s)|ⓒ|[(（][CＣ][)）])|(?-i:(?<=[\u3040-\u9fff]))[(（][CＣ][)）]", re.IGNORECASE
)
_AFTER_STOP = re.compile(r"[(\[（【]|[.!?…»”\")\]。！？」』）】]\s*|\s[–—|•]\s|\u3000|[a-zà-ÿ.)](?=[A-ZФ])")
_YEAR = re.compile(r"^(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s+)")
_SEPARATOR = re.compile(r"\s*[:：|/]\s*|\s*(?=©)|\s+(?=\()")
_SLASH = re.compile(r"\s*(?:/|／|\||via|\s[–—-]\s|,|，|、|·|•)\s*")
_FORMS = (
    re.compile(r"\((?P<value>(?:[A-Z]{2,5}|[A-Z][a-z]+) Photo\s?/\s?[^()]{3,60})\)"),
    re.compile(r"(?:^|(?<=[.\s(]))(?P<value>REUTERS\s?/\s?[^()\n]{3,50})"),
    re.compile(
        r"(?P<value>(?:[^\W\d_][\w.'’\-]+\s){1,4}?via\s(?:AP|AFP|Getty Images|Reuters|REUTERS|[A-Z][\w ]{2,20}))(?=\W*$|\))"  # noqa: E501
    ),
)
_CLOSING_BRACKET = re.compile(r"[(\[（]\s*([^()\[\]（）]{2,80}?)\s*[)\]）]\s*\.?$")
_STOPPED = re.compile(r"(?:^|[.!?»”\"。]\s*|\s[–—-]\s)([^.!?。]{2,60}?(?:\s?/\s?[^.!?/]{2,40})?)[).]*$")
_NAMED_BEFORE_SLASH = re.compile(
    r"(?:[^\W\d_][\w.'’\-]*\s){1,3}?[^\W\d_][\w.'’\-]+\s?/\s?(?:via\s)?(?P<agency>[^/]{2,30})$"
)
_ON_BEHALF = re.compile(r"\s(?:for|für|pour|per|para|voor|dla|для)\s(?=[A-ZА-Я])")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Seen:
    """A credit in a line: the value at ``text[start:end]``, all of it with label at ``text[whole:…]``."""

    value: str
    start: int
    end: int
    whole: int
    photographer: str | None
    agency: str | None
    platform: str | None
    kind: Kind
    licence: licences.Seen | None


def find(text: str, words: Vocabulary, *, caption: bool = False) -> Iterator[Seen]:
    """The credits of one line; ``caption`` says that the line is known to be about a picture."""
    seen = _labelled(text, words) or _signed(text) or _formed(text) or _by_verb(text, words)
    seen = seen or _in_brackets(text, words, sure=caption)
    if seen is None and caption:
        seen = _after_equals(text) or _at_the_end(text, words) or _inner_label(text, words) or _sourced(text, words)
    if seen is None and _bare_agency_form(text, words):
        seen = (0, len(text), 0)
    if seen is not None:
        made = _taken_apart(text, *seen, words)
        if made is not None:
            yield made


def of_value(text: str, start: int, words: Vocabulary) -> Seen | None:
    """The credit that a line gives from an offset on, whoever said that it is one."""
    return _taken_apart(text, start, _end_of_value(text, start, opened=False), 0, words)


def _labelled(text: str, words: Vocabulary) -> tuple[int, int, int] | None:
    """``Photo : X`` at the head of the line, in brackets, after a full stop, or glued to the text before."""
    if agencies.agency(_SLASH.split(text)[0]):
        return None
    leveled = level(text)
    labels = words.words("photo.labels")
    for at in reversed(_label_places(text)):
        length = labels.opening(leveled, at)
        start = _value_start(text, at + length, words) if length else None
        if start is None:
            continue
        end = _end_of_value(text, start, opened=at > 0 and text[at - 1] in "([（［【")
        if text[start:end].strip() and end - start <= LONGEST:
            return start, end, at
    return None


def _value_start(text: str, label_end: int, words: Vocabulary) -> int | None:
    """Where the value behind a label begins: after a colon, a sign, or a space before a name or an agency."""
    separator = _SEPARATOR.match(text, label_end)
    start = separator.end() if separator else label_end
    mark = separator.group().strip() if separator else ""
    if text[start : start + 1] == "©":
        return start + 1
    if mark in (":", "：") or (mark in ("|", "/") and len(text) - start < 60):
        return start
    value = re.split(r"[()\[\]（）]", text[label_end:])[0].strip(" .")
    if mark or not value or len(value) > 60 or not text[label_end : label_end + 1].isspace():
        return None
    parts = [part for part in _SLASH.split(value) if part]
    named = any(names.is_person(part, words) or agencies.agency(part) or agencies.platform(part) for part in parts)
    acronym = value.isupper() and value.isalpha() and len(value) > 2
    told = words.words("byline.prefixes").closing(level(text[:label_end])) and value[0].isupper()
    return label_end + 1 if named or acronym or told else None


def _label_places(text: str) -> list[int]:
    places = {0 if text[:1] not in "([（［" else 1, *(match.end() for match in _AFTER_STOP.finditer(text))}
    return sorted(at for at in places if at < len(text))


def _signed(text: str) -> tuple[int, int, int] | None:
    """``© X`` at the end of a line that is no copyright footer (a year comes first there)."""
    signs = list(_SIGN.finditer(text))
    if not signs:
        return None
    match = signs[-1]
    start = match.end()
    start += len(text[start:]) - len(text[start:].lstrip())
    if _YEAR.match(text[start:]) or re.search(r"\d{4}\s*$", text[: match.start()]):
        return None
    end = _end_of_value(text, start, opened=text[max(0, match.start() - 1) : match.start()] in "([（")
    rest = text[end:].strip(" .)]）")
    return (start, end, match.start()) if end - start <= LONGEST and not rest and text[start:end].strip() else None


def _formed(text: str) -> tuple[int, int, int] | None:
    for form in _FORMS:
        match = form.search(text)
        if match:
            return match.start("value"), match.end("value"), match.start()
    return None


def _by_verb(text: str, words: Vocabulary) -> tuple[int, int, int] | None:
    """``（周启明 摄）``, ``高橋健一撮影``, ``photographed by X`` at the end of a line or in brackets."""
    leveled = level(text)
    verbs = words.words("photo.verbs")
    for match in re.finditer(
        r"[(（【\[]([^()（）【】\[\]]{2,40})[)）】\]]|(?:^|(?<=[。！？.\s、＝]))([^()（）。，,.！？、＝]{2,24})$", text
    ):
        group = 1 if match[1] else 2
        start, end = match.span(group)
        if length := verbs.closing(leveled, end):
            stop = end - length
            stop -= len(text[start:stop]) - len(text[start:stop].rstrip())
            listed = text[start - 1 : start] in ("、", "＝")  # what stands before may be a sentence as well
            if stop > start and (not listed or names.is_cjk_full_name(text[start:stop])):
                return start, stop, match.start()
        elif length := verbs.opening(leveled, start):
            begin = start + length
            begin += len(text[begin:end]) - len(text[begin:end].lstrip(" :：・/／"))
            if begin < end:
                return begin, end, match.start()
    length = verbs.opening(leveled)
    if length and length < len(text) and len(text) < LONGEST:
        begin = length + len(text[length:]) - len(text[length:].lstrip(" :：・/／"))
        return begin, len(text), 0
    return None


def _in_brackets(text: str, words: Vocabulary, *, sure: bool) -> tuple[int, int, int] | None:
    """``… (X/AFP)`` closing a line; of a caption also ``… (AFP)`` and ``… (Source: X/AFP)``."""
    match = _CLOSING_BRACKET.search(text)
    if match is None:
        return None
    start, end = match.span(1)
    if label := words.words("source.labels").opening(level(text), start):
        start = min(end, start + label + len(text[start + label : end]) - len(text[start + label : end].lstrip(" :：")))
    known = any(agencies.agency(part, sure=True) for part in _SLASH.split(text[start:end]) if part)
    return (start, end, match.start()) if known and (sure or "/" in text[start:end]) else None


def _after_equals(text: str) -> tuple[int, int, int] | None:
    """``…＝共同``: the Japanese papers' form."""
    match = re.search(r"[＝=]([^＝=。]{1,24})$", text)
    return (*match.span(1), match.start()) if match and agencies.agency(match[1], sure=True) else None


def _at_the_end(text: str, words: Vocabulary) -> tuple[int, int, int] | None:
    """``… Jane Roe/AFP`` or ``… AFP`` at the end of a caption."""
    match = _STOPPED.search(text)
    if match and agencies.agency(_SLASH.split(match[1])[-1], sure=True):
        return match.start(1), match.end(1), match.start(1)
    if match and names.is_person(_ON_BEHALF.split(match[1])[0], words) and _ON_BEHALF.search(match[1]):
        return match.start(1), match.end(1), match.start(1)
    match = _NAMED_BEFORE_SLASH.search(text)
    if match and agencies.agency(match["agency"], sure=True):
        return match.start(), match.end(), match.start()
    return None


def _sourced(text: str, words: Vocabulary) -> tuple[int, int, int] | None:
    """``Source: X`` as all that a caption says: where a chart or a map is from."""
    length = words.words("source.labels").opening(level(text))
    colon = re.compile(r"\s*[:：]\s*").match(text, length) if length else None
    return (colon.end(), len(text), 0) if colon and len(text) - colon.end() <= LONGEST else None


def _inner_label(text: str, words: Vocabulary) -> tuple[int, int, int] | None:
    """A label and a colon in the middle of a caption (``… in the square Photo: Jane Roe``)."""
    leveled, labels = level(text), words.words("photo.labels")
    for colon in re.finditer(r"\s*[:：]\s*", text):
        length = labels.closing(leveled, colon.start())
        if 0 < length < colon.start() and len(text) - colon.end() <= LONGEST:
            made = _taken_apart(text, colon.end(), len(text), colon.start() - length, words)
            if made is not None and made.kind != "unknown":
                return colon.end(), len(text), colon.start() - length
    return None


def _bare_agency_form(text: str, words: Vocabulary) -> bool:
    """A whole line ``Jane Roe/AFP``, ``AFP/Jane Roe`` or ``Jane Roe / Getty Images``."""
    if len(text) > 80 or "/" not in text or "://" in text:
        return False
    text = text.rstrip(")")
    parts = [part.strip() for part in re.split(r"\s*[/|]\s*", text.strip("() "))]
    known = [bool(agencies.agency(part) or agencies.platform(part)) for part in parts]
    return any(known) and all(
        one or names.is_person(part, words) or part.isupper() for one, part in zip(known, parts, strict=True)
    )


def _end_of_value(text: str, start: int, *, opened: bool) -> int:
    """A credit ends at its bracket, or with the line."""
    end = len(text)
    if opened:
        for mark in ")]）］":
            at = text.find(mark, start)
            if at >= 0:
                end = min(end, at)
    while end > start and text[end - 1] in " .;,|\u3000":
        end -= 1
    return end


def _taken_apart(text: str, start: int, end: int, whole: int, words: Vocabulary) -> Seen | None:
    value = text[start:end]
    licence = next(iter(licences.find(value)), None)
    if licence is not None:
        licence = licences.Seen(licence.start + start, licence.end + start, licence.id, licence.problem)
        if licence.start > start:
            end = min(end, licence.start)
    start += len(text[start:end]) - len(text[start:end].lstrip(" :-–—"))
    value = text[start:end].rstrip(" ,;，、；(（/-–—|[")
    if value.count(")") > value.count("("):
        value = value.rstrip(")")
    end = start + len(value)
    if not value:
        return None
    photographer = agency = platform = None
    for part in (one.strip(" ()[]") for one in _SLASH.split(value)):
        if not part:
            continue
        if found := agencies.agency(part, sure="/" in value or "," in value):
            agency = agency or found
        elif found := agencies.platform(part):
            platform = platform or found
        elif photographer is None and names.is_person(part, words) and not _is_account(part):
            photographer = part
    kind = _kind(value, photographer, agency, platform)
    return Seen(value, start, end, whole, photographer, agency, platform, kind, licence)


def _is_account(part: str) -> bool:
    return agencies.account_words().within(level(part)) is not None


def _kind(value: str, photographer: str | None, agency: str | None, platform: str | None) -> Kind:
    marks = sections(value)
    if "photo.placeholders" in marks:
        return "placeholder"
    if "photo.staff" in marks:
        return "staff"
    if photographer:
        return "person"
    if agency:
        return "agency"
    if _HOST.fullmatch(value.strip()):
        return "host"
    if _is_account(value):
        return "account"
    return "platform" if platform else "unknown"
