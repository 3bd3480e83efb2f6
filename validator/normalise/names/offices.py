"""Signatures of several words in Chinese and Japanese: names among offices, desks and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary, load
from validator.normalise.names.names import is_cjk_full_name
from validator.regex import regex

_TOKEN = regex(r"[^\s\u3000]+")
_DOTTED = regex(r"[^\s\u3000・]+")  # a dot parts an office from a name, and the parts of a foreign name
_OFFICE = regex(
    r"[^～〜]*(?:支局|総局|支社|本社|分社|通信局|通信部|報道部|[会會治済济化育学學活真方外]部|[报報]道组|編集[局部]|取材班)"
    r"|(?:[综綜]合|[摄攝]影|[专專][题題]|[联聯]合|[现現][场場]|[图圖]文|[视視][频頻])?(?:[报報][导導道])|[摄攝]影|文/[图圖]|[图圖]/?文|[供来][图圖]"
)
_GLUED = regex(r"(?P<office>[^\s\u3000]{2,10}(?:记者|記者|通讯员|通訊員|特派员|特派員))(?P<name>[^\s\u3000]{2,4})")
# How houses are called, of which one stands before an office or a name: ``北浜新報　編集委員　仁科貴志``.
_HOUSE = regex(
    r".{2,}(?:新聞|新闻|新[報报]|日[報报]|時[報报]|时报|晚[報报]|[周週]刊|[周週][報报]|通信|通[訊讯]|タイムス|タイムズ|放送|テレビ|電視|电视)社?"
)
_NAMED = regex(r"[\u3400-\u9fff々ぁ-んァ-ヶー]+(?<![部課局室班社新報报号號版面])")
# The house before a reporter (``青河報／記者周啟航``), and in brackets behind the names (``[仁科貴志，北浜テクノ]``).
_HOUSE_FIRST = regex(
    r"\s*(?P<house>[^\s／/、，,：:（(]{1,8}[報报網网社刊台視视聞闻訊讯])[\s／/]+(?=(?:本[报報刊网網台社]|特派)?(?:记者|記者)[^\s／/])"
)
_HOUSE_LAST = regex(r"[\[［](?P<names>[^\[\]［］]{2,24})[，,]\s?(?P<house>[^\[\]［］，,、]{2,16})[\]］]")
_COMMA = regex(r"[，,、]\s?")
_PAIR, _PART = regex(r"[\u3400-\u9fff々ぁ-んァ-ヶー]{6,10}"), range(3, 6)  # two names, characters of one
_SHORT = range(2, 6)  # characters of a name that only its office shows


def is_office(token: str, words: Vocabulary) -> bool:
    """Whether a word is where somebody works, or as what: ``若葉支局``, ``社会部``, ``本报首席记者``."""
    leveled = level(token)
    if _OFFICE.fullmatch(token) or any(leveled in words.words(one) for one in ("byline.roles", "byline.prefixes")):
        return True
    role = words.words("byline.roles").closing(leveled)
    return 0 < role < len(token) and not is_cjk_full_name(token[:-role])


def without_house(text: str, words: Vocabulary) -> tuple[int, int]:
    """Where the names of a signature begin and end: without the house before a reporter, or behind them in brackets."""
    if "zh" in words.languages and (first := _HOUSE_FIRST.match(text)):
        house = first["house"]
        editor = any(words.words(one).opening(level(house)) for one in ("byline.prefixes", "byline.editors"))
        return (0 if editor or is_cjk_full_name(house) else first.end()), len(text)
    if "ja" in words.languages and (last := _HOUSE_LAST.fullmatch(text)) and not is_cjk_full_name(last["house"]):
        named = all(map(is_cjk_full_name, _COMMA.split(last["names"])))
        return last.span("names") if named else (0, len(text))
    return 0, len(text)


def names(text: str, words: Vocabulary, *, known: bool = False) -> list[tuple[int, int]]:
    """Where the names stand in a signature; empty where it is one name, or holds more than names and offices.

    Behind an office a short word is a name, unless only names that are ``known`` are asked for.
    """
    for form in (_TOKEN, _DOTTED):
        tokens = list(form.finditer(text))
        if len(tokens) > 1 and (found := list(_among(tokens, words, known=known))):
            return found
    if pair := side_by_side(text, words):
        return pair
    glued = _GLUED.fullmatch(text.strip())
    if glued and is_cjk_full_name(glued["name"]):
        at = text.index(glued["office"]) + len(glued["office"])
        return [(at, at + len(glued["name"]))]
    return []


def _among(tokens: list[re.Match[str]], words: Vocabulary, *, known: bool) -> Iterator[tuple[int, int]]:
    """The names of a row of words that are offices, agencies and names, of which none is a surname alone."""
    texts = [token.group() for token in tokens]
    offices = [bool(agencies.agency(one, sure=True)) or is_office(one, words) for one in texts]
    named = len(texts) > 2 or is_cjk_full_name(texts[1])
    offices[0] = offices[0] or (named and _HOUSE.fullmatch(texts[0]) is not None)
    full = [not office and is_cjk_full_name(one) for one, office in zip(texts, offices, strict=True)]
    chinese = "zh" in words.languages and any(full)  # where surnames are few: two characters may be a name
    shown = [
        not office and ((chinese and has_surname(one)) or (led and not known and is_short_name(one)))
        for one, office, led in zip(texts, offices, [False, *offices], strict=False)
    ]
    told = list(map(max, full, shown))
    several = sum(told) > 1 and not any(one in load("surnames")["ja"] for one in texts)
    if any(told) and all(map(max, told, offices)) and (any(offices) or several):
        yield from (token.span() for token, name in zip(tokens, told, strict=True) if name)


def side_by_side(text: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Two Japanese names (``仁科貴志佐藤美咲``), where only one cut leaves a known surname of each.

    A page parts them by their style alone. Surnames of one character would make names of many words.
    """
    if "ja" not in words.languages or not _PAIR.fullmatch(text):
        return []
    cuts = [at for at in range(_PART.start, len(text) - _PART.start + 1) if _is_pair(text[:at], text[at:])]
    return [(0, cuts[0]), (cuts[0], len(text))] if len(cuts) == 1 else []


def _is_pair(*parts: str) -> bool:
    surnames = load("surnames")["ja"]
    known = all(len(one) in _PART and (one[:2] in surnames or one[:3] in surnames) for one in parts)
    return known and all(map(is_cjk_full_name, parts))


def has_surname(token: str) -> bool:
    """Whether a short word begins with a known surname."""
    surnames = load("surnames")
    return is_short_name(token) and any(token[:size] in surnames[one] for one in ("zh", "ja") for size in (1, 2, 3))


def is_short_name(token: str) -> bool:
    """Whether a word may be the name of a person in two to five characters."""
    return len(token) in _SHORT and _NAMED.fullmatch(token) is not None
