"""The forms of a photo credit that are one wherever they stand: labels, signs, agencies' forms and verbs."""

from __future__ import annotations

import re

from validator.lexicons import photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, sections
from validator.normalise.credits import by_verb
from validator.normalise.credits.labelled import labelled
from validator.normalise.credits.spans import LONGEST, NOTICE, YEAR_LAST, Span, end_of_value
from validator.normalise.names import names
from validator.regex import regex

_SIGN = regex(
    r"(?<![^\W\d_])(?:©|\(c\)(?=\s)|ⓒ|[(（][CＣ][)）])|(?-i:(?<=[\u3040-\u9fff]))[(（][CＣ][)）]", re.IGNORECASE
)
_YEAR = regex(r"^(?:\d{4}(?:\s?[-–]\s?\d{4})?[.,]?\s+)")
_DISPATCH = regex(r"\w:\d{5,}")  # an agency's number of a text: the sign stands for the text
_INITIAL = regex(r"(?:[^\W\d_]\.?-?){1,2}")
_FORMS = (
    regex(r'["„“](?P<value>obs/[^"„“”]{3,80})["“”]'),  # pictures that news aktuell sends with a company's text
    regex(r"\((?P<value>(?:[A-Z]{2,5}|[A-Z][a-z]+) Photo\s?/\s?[^()]{3,60})\)"),
    regex(
        r"(?:(?<=[.!?\])]\s)|[(\[])(?P<value>[가-힣A-Za-z·]{2,12}(?:\s[가-힣A-Za-z·]{2,10})?)"
        r"\s제공(?:[.,]\s?재판매[^\[\]()]{0,24})?[)\]]?$"
    ),
    regex(
        r"(?:[＝=](?:[^＝=。]*、)?|[（(](?:[^（()）。]*[、＝=])?)(?P<value>[^＝=（）()、。\s]{1,24})"
        r"(?<!資料)(?<!情報)(?<!画像)(?<!写真)(?<!映像)(?<!動画)(?<!技術)提供(?:[，,、／/](?:以?下同|[^（()）]{2,14}傳真))?[）)]?$"
    ),
    regex(r"(?<=[。！？])(?P<value>[\u3400-\u9fff]{2,8})提供$"),
    regex(r"[（(](?P<value>[^（()）＝=、。\s]{2,12}[＝=](?:共同|時事|AFP時事|ロイター))[）)]$"),
    # What a Japanese caption ends in: its day, its place, and who holds it.
    regex(
        r"[＝=][^（()）＝=。]{0,12}\d{1,2}日(?:、[^（()）＝=。]{1,24})?"
        r"[（(](?P<value>[^（()）＝=、。\s]{2,12})(?<!撮影)(?<!提供)[）)]$"
    ),
    # As Spain's regional papers part caption and credit: ``El puerto, ayer. :: ANA PRADO``, ``El puerto :: a. p.``.
    regex(r"(?<=[.!?»”)]\s)::\s(?P<value>[^\W\d_][^:\d]{1,50})$"),
    regex(r"(?<=\S\s)::\s(?P<value>(?:[^\W\d_]\.\s?){2,3})$"),
    regex(r"(?:^|(?<=[.\s(]))(?P<value>REUTERS\s?/\s?[^()\n]{3,50})"),
    # As Indonesia's agency and its regional papers sign, with who edited behind; the latter in capitals, on a line.
    regex(r"(?:^|(?<=[.\s(]))(?P<value>ANTARA(?: FOTO)?\s?/\s?[A-Z][^()\n/]{2,40})(?:/[a-z]{2,5})*(?:/\d\d)?[.)]?$"),
    regex(r"^(?P<value>[A-Z]{4,}(?: [A-Z]{3,}){0,2}(?:\.COM|\.ID)?/[A-Z]{3,}(?: [A-Z]{2,}){1,3})$"),
)
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f\u0370-\u03ff\u0400-\u042f]"
# A full stop behind a word is the caption's, unless it shortens: ``… this winter. AFP via Getty Images``.
_CAPITALISED = rf"(?:(?:Bros|Inc|Corp|Co|Ltd|Jr|Sr|St|{_CAPITAL})\.|{_CAPITAL}(?:[\w'’&\-]|\.(?=\w))*)"
_VIA = regex(
    rf"(?P<value>(?:{_CAPITALISED}\s(?:(?:de|of|van|von|the)\s)?){{0,3}}{_CAPITALISED}(?:\s?/\s?(?:{_CAPITALISED}\s?){{1,3}}?)?"
    rf"(?:\s?/\s?|\s)via\s(?P<holder>{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}))(?=\W*$|\))"
)


def is_dispatch(text: str) -> bool:
    """Whether a line is an agency's signature of a text, with its number: ``© dpa, dpa:240101-99-123456/3 (dpa)``."""
    return _DISPATCH.search(text) is not None and _SIGN.search(text) is not None


def find(text: str, words: Vocabulary) -> Span | None:
    seen = labelled(text, words) or _signed(text, words) or _formed(text, words)
    return seen or by_verb.find(text, words) or by_verb.by_origin(text)


def _signed(text: str, words: Vocabulary) -> Span | None:
    """``© X``, ``© Photo X`` at the end of a line that is no copyright footer: a year stands beside the name there."""
    signs = list(_SIGN.finditer(text))
    if not signs:
        return None
    match = signs[-1]
    start = skipped(text, match.end())
    before = text[: match.start()].rstrip()
    if (
        _YEAR.match(text[start:])
        or re.search(r"\d{4}$", before)
        or words.words("licence.all_rights").closing(level(before))
        or words.words("licence.all_rights").closing(level(text).rstrip(" .")) > 0
        or (level(before) == "copyright" and words.words("licence.all_rights").within(level(text[start:])))
    ):
        return None  # a notice of the text's rights
    end = end_of_value(text, start, opened=text[max(0, match.start() - 1) : match.start()] in "([（")
    if YEAR_LAST.search(text[start:end]) or NOTICE.search(text[start:end]):
        return None
    label = photo_words.label(text[start:end], words)
    if label and (":" in text[start : start + label] or names.is_person(text[start + label : end], words)):
        start += label
    rest = text[end:].strip(" .)]）")
    return (start, end, match.start()) if end - start <= LONGEST and not rest and text[start:end].strip() else None


def _formed(text: str, words: Vocabulary) -> Span | None:
    for form in _FORMS:
        if match := form.search(text):
            return match.start("value"), match.end("value"), match.start()
    match = _VIA.search(text)
    if match is None:
        return None
    giver = match["value"].split(" via ")[0]
    known = photo_words.is_holder(match["holder"]) or names.is_person(giver, words)
    known = known and "boilerplate.share_bar" not in sections(giver)  # ``Teilen via Facebook``
    start, slash = match.start(), match["value"].find("/")
    if slash > 0 and text[:start].rstrip()[-1:].isalnum():
        start = name_before(text, start + slash)
    return (start, match.end("value"), start) if known else None


def name_before(text: str, at: int) -> int:
    """Where a name begins that a slash ends, glued to the caption: two capitalised words and initials are the name."""
    tokens = list(re.finditer(r"\S+", text[:at]))
    whole, begin = 0, len(tokens)
    while begin and whole < 2 and tokens[begin - 1][0][0].isupper():
        begin -= 1
        whole += _INITIAL.fullmatch(tokens[begin][0]) is None
    return tokens[begin].start() if begin < len(tokens) else at
