"""Initials that papers sign with, those of Eastern Europe and of Indonesia above all.

``(dor)``, ``(D. R.)``, ``(nft/nft)``, ``… zählt jede Stimme. hke``, ``R.D. - 12 juin 2018``.
"""

from __future__ import annotations

from validator.lexicons import agencies, office_words, photo_words
from validator.lexicons.lexicon import Vocabulary, known_words, marks
from validator.regex import regex

_LONGEST = 16  # letters of a line that is nothing but initials in brackets
_ONE = r"(?:[^\W\d_]{2,3}|(?:[^\W\d_]\.\s?){2,3})"
_SIGNED = regex(rf"[(/\[]\s*(?P<first>{_ONE})\s*(?:[/,]\s*{_ONE})?\s*[)/\]]\.?")
_PIECE = regex(r"[^\s,;/](?:[^,;/]*[^\s,;/])?")
_SIGN = 6  # small letters of a sign behind a label, at most
_BARE = regex(r"(?P<first>(?:[^\W\d_]\.\s?){2,3})")
_BARRED = regex(r"[|•·/]\s?(?P<first>(?:[^\W\d_]\.\s?){1,2}[^\W\d_]\.)(?=$|\s)")
_DOTTED = regex(r"(?:[^\W\d_]\.\s?){2,3}")
_LED = regex(r"(?P<first>(?:[A-ZÀ-Þ]\.\s?){1,2}[A-ZÀ-Þ]\.)\s?[-–—|•·/]\s(?=[^\W_])")
# Behind the last sentence of a text: ``… wird abgerechnet. hke``, ``… wird abgerechnet. (hke)``.
_CLOSING = regex(
    r"(?<=[^\W\d_]{2}[.!?…»”\"“])(?:\s(?P<bare>[a-zß-ÿ]{2,4})|\s?\((?P<inner>[a-zß-ÿ]{2,3})(?:/[a-zß-ÿ]{2,3})?\))$"
)
_ENDING = 12  # letters in which they stand
_WESTERN = frozenset("da de fi nl no sv".split())  # languages whose papers sign so behind a text
_SIGNING = frozenset("bg bs cs el hr hu id ms pl ru sk sl sr uk".split())  # languages whose papers sign so


def signed(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where the initials stand in a line that is nothing else, in brackets or with points; who edited comes last."""
    match = None
    if len(text) <= _LONGEST and _SIGNING.intersection(words.languages):
        match = _SIGNED.fullmatch(text) or _BARE.fullmatch(text)
    return match.span("first") if match and may_sign(match["first"], words) else None


def labelled(text: str, words: Vocabulary) -> list[tuple[int, int]]:
    """Where the initials, or the small letters of a desk's sign, stand behind a byline's label: ``rul, čtk``.

    Agencies beside them are what they drew on; empty where anything else is there.
    """
    found = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        known = may_sign(piece, words) or _is_sign(piece, words)
        if known:
            found.append(match.span())
        elif not agencies.agency(piece):
            return []
    return found


def beside_date(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where initials stand behind a bar on the line of the date: ``08.09.2015 | M. Đ.``."""
    match = _BARRED.search(text) if _SIGNING.intersection(words.languages) else None
    return match.span("first") if match and may_sign(match["first"], words) else None


def leads_date(text: str) -> tuple[int, int] | None:
    """Where capitals with their points stand at the head of a date's line, in any language: ``R.D. - 12 juin 2018``."""
    match = _LED.match(text) if text[1:2] == "." else None
    return match.span("first") if match else None


def closing(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Where small letters that are no word stand behind the last sentence of a text."""
    last = text[-1:]
    if not (last == ")" or last.islower()) or _WESTERN.isdisjoint(words.languages):
        return None
    match = _CLOSING.search(text, max(0, len(text) - _ENDING))
    group = match.lastgroup if match else None
    if match is None or group is None:
        return None
    value = match[group]
    free = value not in office_words.words("unsigned") and value not in known_words() and not agencies.agency(value)
    return match.span(group) if free and not marks(value) and value not in photo_words.labels(words) else None


def _is_sign(text: str, words: Vocabulary) -> bool:
    """Whether small letters behind a label are what somebody signs with: ``mlak``."""
    small = 2 <= len(text) <= _SIGN and text.isalpha() and text.islower() and text not in office_words.words("unsigned")
    return small and not agencies.agency(text) and bool(_SIGNING.intersection(words.languages)) and not marks(text)


def may_sign(text: str, words: Vocabulary) -> bool:
    """Whether small letters, or capitals with points, are the initials of a person and nothing that is known."""
    text = text.strip()
    form = _DOTTED.fullmatch(text) if "." in text else 2 <= len(text) <= 3 and text.isalpha() and text.islower()
    if not form or text.lower() in office_words.words("unsigned"):
        return False
    if agencies.agency(text) or text in photo_words.labels(words):
        return False
    return not any(language in words.languages for _, language in marks(text))
