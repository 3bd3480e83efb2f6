"""Who signs within a paragraph, in scripts with capitals: in brackets at its head or its end, behind its last stop.

``(Anna Rovelli) «Le case …``, ``… si è chiuso. (Anna Rovelli)``, ``… is open. Jane Roe``, ``(Jane Roe can be reached
at …)``, ``Redacción Orizaba.- La noche …``.
"""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons import agencies
from validator.lexicons.fold import fold, level
from validator.lexicons.lexicon import Vocabulary, openers, sections
from validator.normalise.names import filed, initials
from validator.normalise.names.names import holds_furniture, is_person, organisation
from validator.regex import regex

Span = tuple[int, int]

_LONGEST = 70  # letters of what stands at an end
_APPEALS, _MANY = 3, 4  # paragraphs of a page about itself; ends of sentences that no caption has
_NAMED = 3  # words of a name that stands without brackets
_HEAD = regex(r"\((?P<inner>[^()\d]{5,60})\)\s?(?=[«“„\"'‘A-ZÀ-Þ])")
_TAIL = regex(r"(?:^|[.!?…»”\"’'])\s?[(\[](?P<inner>[^()\[\]\d]{5,70})[)\]]\.?$")
# ``… is open. Jane Roe``, ``… is open. Jane Roe. Skarrow.``, as letters are signed.
_BARE = regex(
    r"(?<=[^\W\d_][^\W\d_][.!?…»”\"])\s(?P<inner>[A-ZÀ-ÞΑ-ΩА-ЯІЇЄҐЁ][^\d.!?…,;:()«»“”\"]{4,40})(?:\.\s[A-ZÀ-Þ][\w-]{2,20}\.)?$"
)
_REACHED = regex(
    r"\(?(?P<inner>[A-ZÀ-Þ][^,.;:()\d]{4,40}?) (?:can|may) be (?:reached|contacted|emailed|followed) (?:at|by|on|via)\b"
)
_PLACE = r"[A-ZÀ-Þ][^\W\d_]+(?:,?\s(?:(?:de|del|la|las|los|el|y)\s)*[A-ZÀ-Þ][^\W\d_]+){0,3}"
_DESK = regex(rf"(?P<inner>[A-ZÀ-Þ][^\W\d_]+)\s?[-/|,.]?\s{_PLACE}\s?[.,]\s?[-–—]+\s")
# ``Jane Roe / Skarrow.- Today …``, as papers in Spain sign.
_PLACED = regex(rf"(?P<inner>[A-ZÀ-Þ][^\d.!?,;:()/|]{{4,40}}?)\s?[/|]\s?{_PLACE}\s?\.?\s?[-–—]+\s")
_HOUSES = frozenset("press presse news wire agency agence agencia agenzia agentur post times media radio tv".split())
_STOP = regex(r"(?<=[^\W\d_]{3})[.;]\s")  # behind the names, before who edited
_JOINED = regex(r"\s*(?:,|;|&|/|\s-\s)\s*")


def spans(paragraphs: list[str], words: Vocabulary) -> Iterator[tuple[int, Span]]:
    """Paragraph and place of each name that an article is signed with at the head of its first one or in its last."""
    if not paragraphs or not paragraphs[-1]:
        return
    last = len(paragraphs) - 1
    if sent := filed.spans(paragraphs[0], words):
        yield from ((0, one) for one in sent)
        return
    for at, form in ((0, _HEAD), (last, _TAIL)):
        match = form.search(paragraphs[at]) if form is _TAIL else form.match(paragraphs[at])
        found = list(_names(match["inner"], match.start("inner"), words)) if match else []
        if found:
            yield from ((at, one) for one in found)
            return
    text = paragraphs[last]
    far = max(0, len(text) - _LONGEST)  # a picture's caption may end so above the text, in whoever took it
    match = _REACHED.match(text) or _BARE.search(text, far)
    if (
        match
        and _stands_alone(match["inner"], words)
        and not _is_told(match["inner"], text[: match.start()], paragraphs)
    ):
        yield last, match.span("inner")
        return
    if above := _of_long(paragraphs, words):
        yield above
        return
    if short := initials.closing(text, words):
        yield last, short
        return
    match = _PLACED.match(paragraphs[0])
    rest = [*paragraphs[1:], ""]
    if (
        match
        and _stands_alone(match["inner"], words)
        and not _is_told(match["inner"], match.string[match.end() :], rest)
    ):
        yield 0, match.span("inner")
        return
    if (match := _DESK.match(paragraphs[0])) and "byline.teams" in sections(match["inner"]):
        yield 0, match.span("inner")


def _of_long(paragraphs: list[str], words: Vocabulary) -> tuple[int, Span] | None:
    """The name behind the last of many sentences, where what a page says of itself stands below as paragraphs too."""
    for at in range(max(1, len(paragraphs) - 1 - _APPEALS), len(paragraphs) - 1):
        text = paragraphs[at]
        match = _BARE.search(text, max(0, len(text) - _LONGEST)) if text and text[-1].isalpha() else None
        if match is None or text.count(". ") + text.count("! ") + text.count("? ") < _MANY:
            continue
        others = [one for other, one in enumerate(paragraphs) if other != at]
        told = _is_told(match["inner"], text[: match.start()], [*others, ""])
        if _stands_alone(match["inner"], words) and not told:
            return at, match.span("inner")
    return None


def _names(inner: str, start: int, words: Vocabulary) -> Iterator[Span]:
    """The names between brackets, where nothing else is there but a prefix and, behind a stop, who edited."""
    stop = _STOP.search(inner)  # behind a name of one word it shortens: ``Yos. Prabowo``
    end = stop.start() if stop and " " in inner[: stop.start()].strip() else len(inner)
    prefix = words.words("byline.prefixes").opening(level(inner[:end]))
    at, found = prefix, []
    for cut in [*[match.span() for match in _JOINED.finditer(inner, prefix, end)], (end, end)]:
        piece = inner[at : cut[0]]
        name = piece.strip()
        if not _is_name(name, words):
            return
        begin = at + piece.index(name)
        found.append((start + begin, start + begin + len(name)))
        at = cut[1]
    yield from found


def _is_name(text: str, words: Vocabulary) -> bool:
    if not text[:1].isupper() or sections(text) or not is_person(text, words) or holds_furniture(text, words):
        return False
    house = not _HOUSES.isdisjoint(level(text).split()) or organisation(text, words)
    return not house and agencies.agency(text) is None


def _stands_alone(text: str, words: Vocabulary) -> bool:
    """Whether two or three words without brackets are a name, and begin no sentence that is cut off."""
    tokens = text.split()
    opens = any(level(tokens[0]) in openers(language) for language in words.languages)
    return 1 < len(tokens) <= _NAMED and not opens and _is_name(text, words)


def _is_told(name: str, before: str, paragraphs: list[str]) -> bool:
    """Whether the text tells of somebody before it ends in the name."""
    surname = fold(name.rsplit(maxsplit=1)[-1])
    return any(surname in fold(one) for one in (before, *paragraphs[:-1]))
