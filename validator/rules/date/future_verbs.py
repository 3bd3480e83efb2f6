"""A verb in the simple future beside a full date, in the languages that write words apart."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from validator.lexicons.fold import level
from validator.lexicons.lexicon import LANGUAGES, load, vocabulary
from validator.lexicons.phrases import Words
from validator.regex import regex

_GAP = 7  # words between the verb and the date, or the date and the verb; capitalised names apart
_FARTHEST = 11  # the same with names
_NOUN = 5  # letters of a noun that its article ends; shorter words are adverbs (``igen``)
_CLAUSE = regex(r"[,،:()–—]")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*'?|\d+")
_ARABIC_PASSIVE = regex(
    "[وف]?س[يتن]\u064f"
)  # with its vowel written, only a verb: \u0633\u064a\u064f\u0641\u062a\u062a\u062d
_ARABIC_AND = "وف"  # written together with the word behind it


def find(head: str, tail: str, language: str, *, named: bool = False) -> tuple[int, int] | None:
    """How far the statement about a date reaches back into ``head`` and on into ``tail``; None for no future.

    ``named``: the date begins with its weekday or month, before which no ``on`` has to stand.
    """
    links = load("future").get(language)
    if links is None or language not in LANGUAGES:
        return None
    behind = _behind_verb(head, language, links, bare=named or bool(links.get("bare")))
    return (behind, 0) if behind else _before_verb(head, tail, language, links)


def _behind_verb(head: str, language: str, links: dict[str, Any], *, bare: bool) -> int:
    """``… will take effect on`` DATE: the verb a few words ahead, in the same clause."""
    cut = max((match.end() for match in _CLAUSE.finditer(head)), default=0)
    leveled = level(head)
    clause = leveled[cut:].rstrip()
    length = _words(language, "on").closing(clause)
    if not length and not bare:
        return 0
    before = list(_WORD.finditer(clause, 0, len(clause) - length))
    if before and clause[len(clause) - length :] in links.get("dated", ()) and head[cut + before[-1].start()].isupper():
        return 0  # ``den Brand vom 3. Februar 2025``: the day is the noun's
    gap: list[str] = []
    small = 0
    for word in before[: -_FARTHEST - 2 : -1]:
        if word.group() in links["stop"] or small > _GAP:
            return 0
        if _is_future(head[cut:], clause, word, language):
            told = any(one.group() in links["reported"] for one in _WORD.finditer(leveled, 0, cut + word.start()))
            return 0 if told or _is_attribute(gap, word, clause, links) else len(head) - cut - word.start()
        gap.append(word.group())
        small += language == "de" or not head[cut + word.start()].isupper()
    return 0


def _is_attribute(gap: list[str], verb: re.Match[str], clause: str, links: dict[str, Any]) -> bool:
    """Whether the date belongs to a participle (``the man arrested on …``) or the verb is a noun (``his will``)."""
    previous = clause[: verb.start()].split()
    if previous and previous[-1] in links.get("nouns", ()):
        return True
    if not gap:
        return False
    be = links.get("be", ())
    with_article = len(gap[0]) >= _NOUN and gap[0].endswith(tuple(links.get("definite", ())))
    if with_article and not (len(gap) > 1 and gap[1] in be):  # but ``will be opened on``
        return True  # ``olyckan den 3 mars``: the accident of that day, in Scandinavian
    passive = any(one in be for one in (verb.group(), *gap))
    owned = len(gap) > 1 and gap[1] in links.get("own", ())  # a noun: ``abrirá sus puertas``
    participle = gap[0].endswith(tuple(links.get("participles", ()))) and not owned
    return gap[0] in links.get("articles", ()) or (not passive and participle)


def _before_verb(head: str, tail: str, language: str, links: dict[str, Any]) -> tuple[int, int] | None:
    """``From`` DATE``, fares will …``: the date opens the sentence, or a word says that it is a beginning."""
    leveled, behind = level(head).rstrip(), level(tail)
    opens = not leveled or _words(language, "on").closing(leveled) == len(leveled.lstrip())
    begins = _words(language, "from").closing(leveled)
    if not opens and not begins:
        return None
    words = list(_WORD.finditer(behind))
    while words and words[0].group() in links.get("year", ()):
        words = words[1:]
    for word in words[: 1 if language in ("de", "nl") else _GAP + 1]:
        between = behind[: word.start()].lstrip(" ,،")
        if word.group().isdigit() or word.group() in (*links["stop"], *links["reported"]) or _CLAUSE.search(between):
            return None
        if _is_future(tail, behind, word, language):
            back = len(head) - len(leveled) + (begins or _words(language, "on").closing(leveled))
            return back, word.end()
    return None


def _is_future(text: str, leveled: str, word: re.Match[str], language: str) -> bool:
    bare, markers = word.group(), _markers(language)
    if markers.opening(leveled, word.start()):
        return True
    if language == "ar":
        conjoined = bare[0] in _ARABIC_AND and bool(markers.opening(leveled, word.start() + 1))
        return conjoined or _ARABIC_PASSIVE.match(leveled, word.start()) is not None
    suffixes = load(language)["dates"]["future"]["suffixes"]
    return text[word.start()].islower() and any(bare.endswith(one) and len(bare) >= len(one) + 2 for one in suffixes)


@cache
def _markers(language: str) -> Words:
    return vocabulary(language).words("dates.future.words")


@cache
def _words(language: str, kind: str) -> Words:
    return Words(load("future")[language][kind])
