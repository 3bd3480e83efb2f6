"""Bylines within a paragraph, as Chinese, Japanese and Korean papers print them.

``〔記者周啟航／台北報導〕``, ``本报讯（记者 周启航）``, ``【若葉支局・仁科貴志】``
and ``(솔내=솔내통신) 임하늘 기자 =`` open the first paragraph, ``（仁科貴志）`` closes the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.lexicon import Vocabulary, load
from validator.normalise.names import hangul, offices, reporters
from validator.normalise.names.names import is_cjk_full_name
from validator.regex import regex

Span = tuple[int, int]

NOTES = "※＊*▼■◆"  # what opens a note below the article
LANGUAGES = frozenset({"zh", "ja", "ko"})
_OPENING, _CLOSING = "（(【〔[［", "）)】〕]］"
_OFFICES, _HEAD_LENGTH = frozenset("者员員"), 80  # what the office of a reporter ends with; letters in which it opens
_INNER = rf"(?P<inner>[^{re.escape(_OPENING + _CLOSING)}。！？]{{2,48}})"
# The house that reports, and when: ``本报讯``.
_HOUSE = r"(?:[^\s。，、（(【〔]{2,20}[讯訊電电]|[【〔\[][^【】〔〕\[\]]{2,20}[】〕\]])\s*"
_HEAD = regex(rf"(?:{_HOUSE})?[{re.escape(_OPENING)}]{_INNER}[{re.escape(_CLOSING)}]")
_FILED = regex(r"[^。，、（(【〔]{2,24}?[讯訊電电]\s*(?=[（(]|\s\S)")
# Without brackets, where it says that it is a report: ``【本報訊】記者周啟航報導：``.
_PLAIN = regex(
    rf"(?:{_HOUSE})?(?P<inner>(?:本[报報刊网網台社]|特派|通讯社)?(?:记者|記者|通讯员|通訊員)\s?[^，。：:、（）()\s]{{2,8}}"
    r"(?:[報报][導道]|[電电訊讯]))[:：，,\s]"
)
_PART = r"[^()\[\]【】〔〕=]"
_DISPATCHED = regex(rf"[(\[【〔]{_PART}{{1,16}}={_PART}{{2,16}}[)\]】〕]\s*(?P<signed>[^=]{{3,40}}?)\s*=\s")
# House, place and reporter in one pair of brackets: ``[솔내일보=솔내,임하늘기자]``.
_DISPATCHED_BY = regex(rf"[(\[【〔]{_PART}{{2,16}}=[^()\[\]=,]{{1,12}},\s?(?P<signed>{_PART}{{3,24}})[)\]】〕]")
_TAIL = regex(rf"(?:(?<=[。！？])|^)\s*[{re.escape(_OPENING)}]{_INNER}[{re.escape(_CLOSING)}]$")
# The same without brackets behind the last sentence: ``。本报见习记者周启航``.
_LAST = regex(
    r"(?:(?<=[。！？”])|^)\s*(?P<inner>本[报報刊网網台社站][^\s，。！？（）()]{0,4}?(?:记者|記者|通讯员|通訊員)[^，。！？（）()]{2,40})$"
)
# A reporter's office, at the head or behind a house's name: ``中央社記者``, ``通讯员``.
_OFFICE = (
    r"(?:本[报報刊网網台社]|首席|见习|見習|实习|實習|特派|特约|全媒体|融媒体)?"
    r"(?:记者|記者|通讯员|通訊員|特派员|特派員)[\s:：・／/]*"
)
_REPORTER = regex(rf"(?:^|(?<=[\s、，,;；社报報网網台刊元])){_OFFICE}")
_GLUED = regex(_OFFICE)  # behind another reporter's name: ``通讯员周启航记者吴燕``
_PARTED = regex(r"[、，,;；／/\s\u3000]+|[与與和](?=\S{2,4}$)")
# Where and when a report was sent, glued to the name: ``台北12日電``, ``台北報導``.
_SENT = regex(
    r"(?P<place>[^\d\s]{2,4}?)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[綜综]合|[專专][訪访]|外[電电])?(?:[電电訊讯]|[報报][導道])"
)
# What opens like a name and ends as places, offices, houses or notes do.
_NOBODY = regex(
    r"(?:[都道府県市区町村郡島駅港湾党会省庁社部局課所店館園校院寺線号紙誌]|監督|選手|議員|首相|大臣|知事|教授|先生|会見"
    r"|撮影|提供|作成|出典|引用|監修|[社会市町村]長|記事|写真|動画|製薬|工業|産業|商事|建設|電機|銀行|新聞|通信|大学|高校)$"
)
_DESK = regex(r"(?P<office>[^・＝=、，,]{2,16})[・＝=]")
_PLACED = regex(r"(?P<office>[^・＝=、，,\s\u3000]{3,16})[\s\u3000]+")  # ``写真部長　仁科貴志``
# What somebody did, before the name: ``文・写真``, ``取材・文``, ``写真も``.
_DID = regex(
    r"(?P<office>(?:文|取材|構成|聞き手|写真|撮影|執筆)(?:[・と](?:文|取材|構成|写真|撮影|執筆|聞き手))?も?)[・＝=／/：:\s\u3000]+"
)
_NOWHERE = regex("[^县縣市区區镇鎮乡鄉村省州港站島岛湾灣天日年月部局室班社报報版]$")
_SIGNED = 60  # letters at a paragraph's end in which a Korean signature stands
_FEW = 2  # characters of a name that may as well be a place
_SIZES = (3, 4, 2)  # characters of a Chinese name that where it was sent from is glued to, the most usual first


def spans(text: str, words: Vocabulary, *, last: bool) -> list[Span]:
    """Where the names stand in the byline that opens a paragraph, or closes the ``last`` one."""
    if sent := _DISPATCHED.match(text) or _DISPATCHED_BY.match(text):
        return [
            (sent.start("signed") + start, sent.start("signed") + end) for start, end in hangul.signed(sent["signed"])
        ]
    if found := hangul.run_in(text, last=last) if hangul.holds(text[:_HEAD_LENGTH]) else []:
        return found
    for form in (_HEAD, _PLAIN, _TAIL, _LAST) if last else (_HEAD, _PLAIN):
        match = form.search(text) if form in (_TAIL, _LAST) else form.match(text)
        if match is not None:
            start = match.start("inner")
            found = [(start + one, start + end) for one, end in _named(match["inner"], words, last=form is _TAIL)]
            if not found and "zh" in words.languages and (form is _TAIL or (form is _HEAD and _FILED.match(text))):
                found = [(start + one, start + end) for one, end in reporters.in_brackets(match["inner"])]
            if found:
                return found
    filed = _FILED.match(text)
    return reporters.opening(text, words, filed.end() if filed else 0)


def led_by_reporter(text: str) -> bool:
    """Whether a paragraph opens with a reporter by office, and so with a byline: ``〔記者周啟航／台北報導〕``."""
    if _OFFICES.isdisjoint(text[:_HEAD_LENGTH]):
        return False
    match = _HEAD.match(text) or _PLAIN.match(text)
    return match is not None and _REPORTER.search(match["inner"]) is not None


def closed_by_names(text: str, words: Vocabulary) -> bool:
    """Whether a paragraph ends in brackets with the names of who wrote: ``…。【佐藤美咲、鈴木大輔】``."""
    match = _TAIL.search(text)
    return match is not None and bool(_named(match["inner"], words, last=True))


def closed_early(text: str, words: Vocabulary) -> bool:
    """Whether a paragraph shows by its form that who wrote ends it, and results or other lines follow.

    ``…。【佐藤美咲】``, ``… 있다./솔내=임하늘 기자``.
    """
    if text[-1] == "】":
        return closed_by_names(text, words)
    return hangul.RANKS in text[-_SIGNED:] and "." in text[-_SIGNED:] and bool(hangul.run_in(text, last=True))


def _named(inner: str, words: Vocabulary, *, last: bool) -> list[Span]:
    """The names between the brackets; none where any piece is something else than a name or where it was sent from."""
    offices_at = [match.span() for match in _REPORTER.finditer(inner)]
    if offices_at:
        if not offices_at[0][0]:
            offices_at = [match.span() for match in _GLUED.finditer(inner)]
        ends = [start for start, _ in offices_at[1:]] + [len(inner)]
        pieces = [piece for (_, at), end in zip(offices_at, ends, strict=True) for piece in _pieces(inner, at, end)]
        found = [_without_place(inner, start, end) for start, end in pieces]
        return [one for one in found if one] if any(found) else []
    if last and "ja" in words.languages and _is_parted(inner):
        return [(0, len(inner))]
    did = _DID.match(inner)
    desk = did or _DESK.match(inner) or _PLACED.match(inner)
    shown = desk is not None and (
        did is not None or offices.is_office(desk["office"], words) or inner[desk.end() - 1] in "＝="
    )
    pieces = list(_pieces(inner, desk.end() if desk and shown else 0, len(inner)))
    if (
        "ja" not in words.languages
        or not (shown or last)
        or any(agencies.agency(inner[a:b], sure=True) for a, b in pieces)
    ):
        return []
    return pieces if all(_is_name(inner[start:end], shown=shown) for start, end in pieces) else []


def _is_parted(text: str) -> bool:
    """Whether a text is one name, its known surname apart from the given name: ``仁科　貴志``."""
    surname, *given = text.split()
    known = surname in load("surnames")["ja"] and len(given) == 1 and len(given[0]) <= _SIZES[0]
    return known and is_cjk_full_name(text) and _NOBODY.search(text) is None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for cut in _PARTED.finditer(text, start, end):
        if at < cut.start():
            yield at, cut.start()
        at = cut.end()
    if at < end:
        yield at, end


def _without_place(text: str, start: int, end: int) -> Span | None:
    """The name at the head of a piece, without where its report was sent from."""
    piece = text[start:end]
    if _is_reporter(piece) or (len(piece) == _FEW and offices.has_surname(piece)):
        return start, end
    for size in _SIZES:
        sent = _SENT.fullmatch(piece, size)
        if sent and (
            _is_reporter(piece[:size]) if size > _FEW else sent["place"] and offices.has_surname(piece[:size])
        ):
            return start, start + size
    return None


def _is_reporter(piece: str) -> bool:
    """Whether what stands behind a reporter's office is a full name, also one that elsewhere may as well be a place."""
    named = len(piece) == _SIZES[0] and offices.has_surname(piece[:-1]) and _NOWHERE.search(piece) is not None
    return named or is_cjk_full_name(piece)


def _is_name(piece: str, *, shown: bool) -> bool:
    """Whether a piece is a name: a full one that is neither a place nor a title, or any where an office shows it."""
    if shown and offices.is_short_name(piece):
        return True
    return is_cjk_full_name(piece) and "・" not in piece and _NOBODY.search(piece) is None
