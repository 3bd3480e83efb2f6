"""Chinese signatures that stand in one line: house or desk, office, names, place and what was done.

``[海灣新聞網]記者林承翰／綜合報導``, ``即時中心／何宛庭報導``, ``本报记者 韩立春 通讯员 苏晴 文/图``.
"""

from __future__ import annotations

from msgspec import Struct

from validator.lexicons import agencies
from validator.lexicons.lexicon import Vocabulary
from validator.normalise.names import offices
from validator.normalise.names.names import is_cjk_full_name, may_be_cjk_name
from validator.regex import regex

Span = tuple[int, int]

_LONGEST = 70  # letters of such a line, or of the head of a paragraph that opens so
_SIGNS = frozenset("者员員生導导道文写寫稿影心")  # characters of which one is in each of them
_TOKEN = regex(r"[^\s\u3000、，,；;／/|｜:：（）()【】〔〕\[\]□■◎●▲◆]+")
_SQUARE, _MARKED = "□", 3  # with which papers in China mark who wrote, and how many at most: ``□韩立春 苏晴``
_NAMED = 3  # characters of most names
_HEAD = 34  # letters in which what was done stands, where a paragraph goes on behind it without a space
_CHARACTERS = r"[\u3400-\u9fffA-Za-z\d-]"
_OFFICE = regex(
    rf"(?P<before>(?:{_CHARACTERS}{{1,12}}[报報刊网網台社视視讯訊闻聞云播])?(?:本[报報刊网網台社站])?"
    r"(?:全媒体|融媒体|融媒|首席|高级|高級|资深|資深|见习|見習|实习|實習|特派|特约|特約|[驻駐][^记記]{1,3}|[摄攝]影|文字"
    r"|体育|體育|[财財][经經]|[时時]政){0,2})"
    r"(?:记者|記者|通讯员|通訊員|特派[员員]|实习生|實習生|[评評][论論][员員])(?P<name>.{0,12})"
)
_DESK = regex(r"\S{2,8}(?:中心|[组組]|部)")
_HOUSE = regex(rf"{_CHARACTERS}{{1,10}}(?:[报報刊网網台社視视讯訊闻聞]|TV|tv)")
_SENT = regex(
    r"[\u3400-\u9fff]{0,6}?(?:[综綜]合|即[时時]|[现現][场場]|外[电電]|[专專][题題])?(?:[報报][導导道]|[專专][訪访])"
)
# What says that the names before or behind wrote, took the pictures, or edited.
_WROTE = frozenset("文 撰文 撰稿 作者 采写 採寫 采访 採訪 文字 文图 图文 文圖 圖文".split())
_PICTURED = frozenset("图 圖 摄 攝 摄影 攝影 图片 圖片 供图 供圖 制图 製圖 视频 影音 视觉".split())
_EDITED = frozenset("编辑 編輯 责编 責編 责任编辑 責任編輯 校对 校對 审核 審核 核稿 编审 监制 監製 值班编委".split())
_NO_NAME = regex("[^\u3400-\u9fff·]|^[从從在对對昨今获獲]|[部组組室社报報网網台刊会會中]$")
_PLACE = regex(r"[\u3400-\u9fff]{2,4}")
_PAIRS = {6: (3,), 5: (2, 3), 4: (2,)}  # where a row of so many characters may be cut into two names


class _Read(Struct):
    """What a line has shown so far."""

    found: list[Span]
    unit: list[Span]  # names that no mark has been set to yet
    sure: bool = False  # an office, or what was done
    led: bool = False  # by an office or a label: what comes next is a name
    drop: bool = False  # what comes next took the pictures or edited
    labelled: bool = False  # marks stand before their names


def possible(text: str, words: Vocabulary) -> bool:
    """Whether a line may be one, by its length and its characters."""
    if "zh" not in words.languages or len(text) > _LONGEST:
        return False
    return not _SIGNS.isdisjoint(text) or text.startswith(_SQUARE)


def signed(text: str, words: Vocabulary) -> list[Span]:
    """Where those who wrote stand in a line that is nothing but such a signature; empty if it is none."""
    if not possible(text, words):
        return []
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    if text.startswith(_SQUARE) and 0 < len(tokens) <= _MARKED:
        named = [text[slice(*one)] for one in tokens]
        if any(map(is_cjk_full_name, named)) and all(_is_name(one, led=True) for one in named):
            return tokens
    read = _Read([], [])
    read.labelled = bool(tokens) and text[slice(*tokens[0])] in _WROTE | _PICTURED
    for at, (start, end) in enumerate(tokens):
        below = text[slice(*tokens[at + 1])] if at + 1 < len(tokens) else ""
        if not _take(text[start:end], start, read, first=at < len(tokens) - 1 and not read.sure, below=below):
            return []
    return read.found + read.unit if read.sure else []


def opening(text: str, words: Vocabulary, start: int = 0) -> list[Span]:
    """Where the names stand in such a signature that opens a paragraph: up to a space, or to what was done."""
    head = text[start : start + _LONGEST]
    if "zh" not in words.languages or _SIGNS.isdisjoint(head[:_HEAD]):
        return []
    ends = [match.end() for match in _TOKEN.finditer(head) if match.end() < len(head)]
    ends = [end for end in ends if head[end] in " \u3000"][:6]
    ends += [match.end() for match in _SENT.finditer(head, 0, _HEAD)][:1]
    for end in sorted(ends, reverse=True):
        if found := signed(head[:end], words):
            return [(start + one, start + other) for one, other in found]
    return []


def in_brackets(inner: str) -> list[Span]:
    """The names in brackets that hold nothing else, behind where a report was sent from or behind its last sentence."""
    if "：" in inner or ":" in inner:
        return []
    spans = [match.span() for match in _TOKEN.finditer(inner)]
    if len(spans) == 1 and (pair := _pair(inner[slice(*spans[0])])):
        at = spans[0][0]
        return [(at + start, at + end) for start, end in pair]
    several = len(spans) > 1
    return spans if all(_is_name(inner[slice(*one)], led=several) for one in spans) else []


def _take(token: str, start: int, read: _Read, *, first: bool, below: str) -> bool:
    """Read a token; False where it is nothing that such a line holds."""
    if token in _EDITED:
        read.found, read.unit = read.found + read.unit, []
        read.drop = read.led = True
    elif token in _WROTE or token in _PICTURED:
        _mark(token, read)
    elif office := _OFFICE.fullmatch(token):
        named = _behind_office(office["name"])
        if named is None:
            return False
        read.sure = read.led = True
        if not read.labelled:
            read.drop = office["before"].endswith(("摄影", "攝影"))
        at = start + office.start("name")
        _keep([(at + one, at + end) for one, end in named], read)
    elif _SENT.fullmatch(token):
        glued = not read.led and _SENT.fullmatch(token, _NAMED) and is_cjk_full_name(token[:_NAMED])
        _keep([(start, start + _NAMED)] if glued else [], read)
        read.sure = True
    elif named := [] if _DESK.fullmatch(token) else _with_place(token, led=read.led):
        read.sure = read.sure or named[0][1] < len(token) or (bool(below) and _SENT.fullmatch(below) is not None)
        _keep([(start + one, start + end) for one, end in named], read)
    elif first and (_DESK.fullmatch(token) or _HOUSE.fullmatch(token)):
        return True
    else:
        return _PLACE.fullmatch(token) is not None and _SENT.fullmatch(below) is not None
    return True


def _mark(token: str, read: _Read) -> None:
    """A mark of who wrote or who took the pictures, before names or behind them; ``文/图`` is both."""
    wrote = token in _WROTE
    if read.labelled:
        both = not wrote and read.led and not read.drop and not read.unit and not read.found
        read.drop, read.led = not wrote and not both, True
        read.found, read.unit = read.found + read.unit, []
        read.sure = True
    elif wrote:
        read.found, read.unit, read.sure = read.found + read.unit, [], read.sure or bool(read.unit)
    else:
        read.unit = []


def _keep(named: list[Span], read: _Read) -> None:
    if not read.drop:
        read.unit += named


def _behind_office(name: str) -> list[Span] | None:
    """The names glued to an office; none where it stands alone, None where something else is glued to it."""
    if not name:
        return []
    if pair := _pair(name):
        return pair
    known = is_cjk_full_name(name) or offices.has_surname(name)
    return [(0, len(name))] if known and _is_name(name, led=True) else _with_place(name, led=True, whole=False) or None


def _with_place(token: str, *, led: bool, whole: bool = True) -> list[Span]:
    """The name that a token is, or that stands before where its report was sent from (``何宛庭台北報導``)."""
    if whole and _is_name(token, led=led):
        return [(0, len(token))]
    for size in (_NAMED, 4, 2):
        known = is_cjk_full_name(token[:size]) or (led and offices.has_surname(token[:size]))
        if size < len(token) and known and _SENT.fullmatch(token, size) and _is_name(token[:size], led=led):
            return [(0, size)]
    return []


def _is_name(token: str, *, led: bool) -> bool:
    """Whether a token is a name; one of two characters, or with a surname that is not known, where an office leads."""
    if _NO_NAME.search(token) or agencies.agency(token, sure=True) or _SENT.fullmatch(token):
        return False
    known = is_cjk_full_name(token) or (led and offices.has_surname(token))
    return known or (led and len(token) >= _NAMED and may_be_cjk_name(token))


def _pair(text: str) -> list[Span]:
    """Two names that nothing parts (``高文杰杨丽梅``), each with a known surname; empty unless one cut leaves them."""
    cuts = [cut for cut in _PAIRS.get(len(text), ()) if all(map(_is_part, (text[:cut], text[cut:])))]
    return [(0, cuts[0]), (cuts[0], len(text))] if len(cuts) == 1 else []


def _is_part(text: str) -> bool:
    return not _NO_NAME.search(text) and (is_cjk_full_name(text) or offices.has_surname(text))
