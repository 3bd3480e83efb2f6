"""The forms of a photo credit that are one wherever they stand: labels, signs, agencies' forms and verbs."""

from __future__ import annotations

import re

from validator.lexicons import agencies, korean_names, photo_words
from validator.lexicons.fold import level, skipped
from validator.lexicons.lexicon import Vocabulary, sections
from validator.lexicons.sentences import SPACED
from validator.normalise.credits import holders
from validator.normalise.names import names
from validator.regex import regex

Span = tuple[int, int, int]  # where the value begins and ends, and where all of the credit begins
SLASH = regex(r"\s*(?:/|／|\||via|\s[–—-]\s|,|，|、|·|•)\s*")
LONGEST = 120
_NAMED = 60  # letters of whom a label behind a comma names
_HYPHEN = " - "
_MARK = regex(r"\s*[:.]?\s+")
_BEHIND_VERB = " :：・/／"
_SIGN = regex(
    r"(?<![^\W\d_])(?:©|\(c\)(?=\s)|ⓒ|[(（][CＣ][)）])|(?-i:(?<=[\u3040-\u9fff]))[(（][CＣ][)）]", re.IGNORECASE
)
_AFTER_STOP = regex(
    rf"[(\[（【]\s?|[{SPACED}»”\")\]。！？」』）】]\s*(?:[–—−]\s?|[/|]\s)?|\s[–—−|•-]\s|\u3000|[/\s](?=사진\s?(?:제공)?\s?=)|\s/\s|[a-zà-ÿ.)](?=[A-ZФ])"
)
_YEAR = regex(r"^(?:\d{4}(?:\s?[-–]\s?\d{4})?[.,]?\s+)")
_YEAR_LAST = regex(r"\b(?:19|20)\d{2}$|,\s?(?:19|20)\d{2}[.;]\s")  # of a value, or of the name in a notice
# In a site's notice of rights: its year before links, its number in a register.
_NOTICE = regex(r"(?:19|20)\d{2}\s*[|·•]|\d{8}")
_DISPATCH = regex(r"\w:\d{5,}")  # an agency's number of a text: the sign stands for the text
_SEPARATOR = regex(r"\s*[:：|/=＝]\s*|\s*(?=©)|\s+(?=\()")
_COMMA = regex(r"\s*[,،，]\s+")
_CLOSED_VALUE = regex(r"\s([A-ZÀ-Þ](?:[^\W\d_]|[ '’&-]|/(?=[A-ZÀ-Þ]))+)[)\]）]\.?$")
_ACIDITY = "pH"  # which ``Ph : X`` is not
_HOUSE = 6  # words of whom a label without a colon names
_INITIAL = regex(r"(?:[^\W\d_]\.?-?){1,2}")
_ORIGIN = regex(r"(?:[（(]|[＝=])(?:[^（()）＝=，、。]{2,8}[，、])?(?P<value>[^（()）＝=，、。]{2,30})[)）]?$")
_DAY_LAST = regex(r"[\s\u3000]+(?:民國)?\d{2,4}年\d{1,2}月\d{1,2}日$")  # ``記者林佳蓉攝　114年3月7日``
_CAPTION_MARK = regex("[＝=]")  # what a Japanese caption puts between its picture and day, place and photographer
_PLACED = regex("(?:.*(?:から|で|にて))")  # ``本社ヘリから高橋健一撮影``
_FORMS = (
    regex(r'["„“](?P<value>obs/[^"„“”]{3,80})["“”]'),  # pictures that news aktuell sends with a company's text
    regex(r"\((?P<value>(?:[A-Z]{2,5}|[A-Z][a-z]+) Photo\s?/\s?[^()]{3,60})\)"),
    regex(
        r"(?:(?<=[.!?\])]\s)|[(\[])(?P<value>[가-힣A-Za-z·]{2,12}(?:\s[가-힣A-Za-z·]{2,10})?)"
        r"\s제공(?:[.,]\s?재판매[^\[\]()]{0,24})?[)\]]?$"
    ),
    regex(
        r"(?:[＝=](?:[^＝=。]*、)?|[（(](?:[^（()）。]*[、＝=])?)(?P<value>[^＝=（）()、。\s]{1,24})"
        r"(?<!資料)(?<!情報)(?<!画像)(?<!写真)(?<!映像)(?<!動画)(?<!技術)提供[）)]?$"
    ),
    regex(r"(?:^|(?<=[.\s(]))(?P<value>REUTERS\s?/\s?[^()\n]{3,50})"),
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
    return seen or _by_verb(text, words) or _by_origin(text)


def labelled(text: str, words: Vocabulary) -> Span | None:
    """``Photo : X`` at the head of the line, in brackets, after a full stop, or glued to the text before."""
    marked = text[: photo_words.label(text, words)].rstrip()[-1:] in (":", ".")  # ``Fot. PAP`` is known as an agency
    if agencies.agency(SLASH.split(text)[0]) and not marked:
        return None
    leveled = level(text)
    labels = photo_words.labels(words)
    for at in reversed(_label_places(text)):
        length = labels.opening(leveled, at)
        head = SLASH.split(text[at:])[0] if length else ""
        if agencies.agency(head) and not agencies.agency(head[length:]):
            continue  # ``… . | picture alliance/dpa``
        start = (_value_start(text, at, length, words) or _filler(text, at, length)) if length else None
        if start is None or (text[at - 3 : at] == _HYPHEN and not _held_behind(text, at + length, start, words)):
            continue
        if photo_words.section("screens").opening(leveled, at) and start == at + length + 1:
            start = at  # ``Screenshot of X`` is said of the picture: the word is no label
        end = end_of_value(text, start, opened=text[:at].rstrip(" ")[-1:] in ("(", "[", "（", "［", "【"))
        if text[start:end].strip() and end - start <= LONGEST:
            return start, end, at
    return _behind_comma(text, leveled, words)


def _held_behind(text: str, label_end: int, start: int, words: Vocabulary) -> bool:
    """Whether a label behind a hyphen has its colon and a holder: ``The quay at dawn - Photo: Jane Roe``."""
    value = SLASH.split(text[start:].strip(" .)"))[0]
    return text[label_end:start].strip() == ":" and bool(names.is_person(value, words) or agencies.agency(value))


def _behind_comma(text: str, leveled: str, words: Vocabulary) -> Span | None:
    """``The castle, phot. Jane Roe``: a label that its point or colon shows, and to the line's end whom it names."""
    comma = text.rfind(", ")
    while comma > 0:
        at = comma + 2
        length = photo_words.labels(words).opening(leveled, at)
        mark = _MARK.match(text, at + length) if length else None
        if mark and (mark.group().strip() or text[at + length - 1] == "."):
            value = text[mark.end() :].strip(" .)")
            parts = [part for part in SLASH.split(value) if part]
            known = [names.is_person(one, words) or agencies.agency(one) or photo_words.platform(one) for one in parts]
            if len(value) <= _NAMED and known[:1] and known[0] and all(one[0].isupper() for one in parts):
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
        return None if _YEAR_LAST.search(text.rstrip(" .")) or _NOTICE.search(text, start) else start + 1
    if mark in (":", "：", "=", "＝", "・") or (mark in ("|", "/", "／") and len(text) - start < 60):
        return start
    if comma := _COMMA.match(text, label_end):
        again = photo_words.labels(words).opening(level(text), comma.end())  # ``Archivbild, Foto: Jane Roe``
        return comma.end() if at <= 1 and not again and _after_comma(text, at, comma) else None
    value = re.split(r"[()\[\]（）]", text[label_end:])[0].strip(" .")
    if not mark and names.CJK.match(text, label_end - 1) and _is_glued(value):
        return label_end
    if mark or not value or len(value) > 60 or not text[label_end : label_end + 1].isspace():
        return None
    parts = [part for part in SLASH.split(value) if part]
    named = any(names.is_person(part, words) or agencies.agency(part) or photo_words.platform(part) for part in parts)
    named = named and not value.startswith("vom ")  # ``Bilder vom Rennen``
    heading = text[at:label_end].isupper()
    acronym = value.isupper() and value.isalpha() and len(value) > 2 and not heading
    told = words.words("byline.prefixes").closing(level(text[:label_end])) and value[0].isupper()
    filler = not sections(value).isdisjoint(("photo.placeholders", "photo.staff"))
    filler = filler or (text[label_end - 1] == "." and _names_its_giver(value, words))
    return label_end + 1 if named or acronym or told or filler or _fills_brackets(text, at, label_end) else None


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
    """``Image source, X``: a label of several words, or of one with an agency behind it, as screen readers say it."""
    value = text[comma.end() :].strip(" .)")
    several = " " in text[at : comma.start()]
    return len(value) <= 60 and (several or any(photo_words.is_holder(part) for part in value.split("/")))


def _label_places(text: str) -> list[int]:
    places = {0 if text[:1] not in "([（［" else 1, *(match.end() for match in _AFTER_STOP.finditer(text))}
    return sorted(at for at in places if at < len(text))


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
        or (level(before) == "copyright" and words.words("licence.all_rights").within(level(text[start:])))
    ):
        return None  # a notice of the text's rights
    end = end_of_value(text, start, opened=text[max(0, match.start() - 1) : match.start()] in "([（")
    if _YEAR_LAST.search(text[start:end]) or _NOTICE.search(text[start:end]):
        return None
    label = photo_words.label(text[start:end], words)
    if label and names.is_person(text[start + label : end], words):
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


def _by_verb(text: str, words: Vocabulary) -> Span | None:
    """``（周启明 摄）``, ``高橋健一撮影``, ``photographed by X`` at the end of a line or in brackets."""
    text = _DAY_LAST.sub("", text) if text.endswith("日") else text
    leveled = level(text)
    verbs = words.words("photo.verbs")
    for match in re.finditer(
        r"[(（【\[]([^()（）【】\[\]]{2,40})[)）】\]]|(?:^|(?<=[。！？.\s、＝=]))([^()（）。，,.！？、＝=]{2,24})$",
        text,
    ):
        group = 1 if match[1] else 2
        start, end = match.span(group)
        if length := verbs.closing(leveled, end):
            stop = start + len(text[start : end - length].rstrip())
            listed = text[start - 1 : start] in ("、", "＝", "=")  # what stands before may be a sentence as well
            said = words.words("byline.prefixes").opening(leveled[start:stop]) if names.holds_cjk(text, start) else 0
            start += said if said < stop - start else 0  # （記者黃柏霖攝）
            start = skipped(text, start, stop, " 　")
            marked = listed and _CAPTION_MARK.search(text[:start]) is not None
            if marked and (placed := _PLACED.match(text, start, stop)):
                start = placed.end()
            if stop > start and (
                not listed
                or names.is_cjk_full_name(text[start:stop])
                or (marked and names.may_be_cjk_name(text[start:stop]))
            ):
                return start, stop, match.start()
        elif length := verbs.opening(leveled, start):
            begin = skipped(text, start + length, end, _BEHIND_VERB)
            if begin < end:
                return begin, end, match.start()
    length = verbs.opening(leveled)
    if length and length < len(text) and len(text) < LONGEST:
        return skipped(text, length, signs=_BEHIND_VERB), len(text), 0
    return None


def _by_origin(text: str) -> Span | None:
    """``（Xより）``, ``＝ユーチューブから``, ``（資料照，取自臉書）`` behind a few words; a line ``Screenshot X``."""
    if photo_words.section("screens").opening(level(text)) and photo_words.from_platform(text):
        return 0, len(text), 0
    match = _ORIGIN.search(text) if len(text) <= _NAMED and names.holds_cjk(text) else None
    return (*match.span("value"), match.start()) if match and photo_words.from_platform(match["value"]) else None


def end_of_value(text: str, start: int, *, opened: bool) -> int:
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
