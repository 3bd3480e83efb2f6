"""Where an article comes from: the outlet that carries it and the agency whose copy it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.model import record
from validator.model.article import Article, Author, Role
from validator.model.evidence import HEADER, Evidence, Fact
from validator.normalise.layout import date_labels, forms, tail
from validator.normalise.layout.lines import PROSE, Draft, split
from validator.regex import regex

_AGENCY_IN_LEAD = regex(r"^[^\n()（）]{2,60}?[(（](?P<agency>[^()（）\n]{2,30})[)）]\s*(?:[-–—_:.]|$)")
# The agency first, or between slashes: ``(ANSA) - ROMA, 3 MAG -``, ``МОСКВА, 3 мая. /ТАСС/.``
_AGENCY_FIRST = regex(r"[(（\[](?P<agency>[^()（）\[\]\n]{2,30})[)）\]]\s*(?:[-–—_:.]|[A-ZÀ-ÞА-ЯЀ-ЏΑ-Ω\"«“„])")
_AGENCY_SLASHED = regex(r"(?:[^\n/]{2,60}?[\s.,])?/(?P<agency>[^/\n]{2,30})/\s*(?:[-–—:.]|$)")
# The same behind the last sentence: ``… the board said. (AFP)``, ``… the board said. — Sapa-AFP``
_SIGNED = regex(
    r"[.!?…。！？][\"”»“’」]?\s*(?:[(（\[](?P<agency>[^()（）\[\]\n]{2,24})[)）\]]\.?|[-–—]{1,2}\s?(?P<last>[^\s.,;:–—][^.,;:()–—\n]{1,24}))$"
)
_PAIR = regex(r"[/,+]|(?<=[^\W\d_])-(?=[^\W\d_])")  # between two agencies, or an agency and its desk
_REPORT = regex(
    r"\W*this (?:report|story|article) (?:by|from) (?P<agency>[^,.]{2,40}?) was (?:first|originally) published",
    re.IGNORECASE,
)
_LAST, _SIGN = 3, 40  # lines at the end in which an agency signs, letters at their end in which it does
# ``新华社南京1月14日电``, ``（中央社記者黃詩涵花蓮7日電）``, ``【ロンドン時事】``
_WIRED = regex(r"[\s（(【〔]*(?P<head>[\u3400-\u9fff]{2,8})[^。，]{0,24}?\d{1,2}日[电電]")
_WIRED_FROM = regex(r"【[^【】]{1,12}?(?P<tail>[\u3400-\u9fff]{2,4})】")
_WIRED_AT = regex(r"[(\[【][가-힣·,\s]{2,16}=(?P<tail>[^()\[\]【】=\n]{2,12})[)\]】]")  # ``(서울=연합뉴스)``
_BRACKETED_BY = 62  # letters within which the agency's bracket opens
_STOPPED = regex(r"[a-zß-ÿа-яіїєґ]{4,}\.\s")  # a word in small letters that ends a sentence
_NAME = 60  # letters of an outlet's name
_PARTED = regex(r"\s*[|｜•·]\s*|(?<=[\u3400-\u9fff\d])\s+(?=[\u3400-\u9fff])")  # in Chinese a space parts as well
_OF = regex(
    r"^(?:\s*[-–—:|]\s*|\s+(?:de la|de l'|de|du|des|d'|of|the|von|der|di|del|della|da|do|van|redakcji)\s*)+",
    re.IGNORECASE,
)


def resolve(
    article: Article, drafts: list[Draft], bylined: tuple[Author, ...], words: Vocabulary
) -> tuple[Fact[str], Fact[str]]:
    """The outlet and the agency, each with its evidence; ``bylined`` are all names of the byline."""
    return _outlet(article, drafts, bylined, words), _agency(article, drafts, bylined, words)


def _outlet(article: Article, drafts: list[Draft], authors: tuple[Author, ...], words: Vocabulary) -> Fact[str]:
    said, declared = article.said("outlet"), article.field("outlet")
    if said and declared:
        return Fact(said, (declared,))
    for draft, value, at in _labelled(drafts, words):
        if not agencies.agency(value, sure=True) and len(value) <= _NAME:
            return Fact(value, (article.at(draft.start + at, draft.start + at + len(value)),))
    return _in_header(article, words) or _of_team(article, authors, words) or _signature(article, drafts)


def _in_header(article: Article, words: Vocabulary) -> Fact[str] | None:
    """The outlet that a page prints behind a source's label, beside date and author (``来源：X``)."""
    shown = record.shown(article.sightings, HEADER)
    for piece in (piece for line in shown for piece in _PARTED.split(line) if piece):
        found = forms.labelled(split(piece)[0], "source.labels", words)
        value = found[0].rstrip(" .") if found else ""
        if value and not agencies.agency(value, sure=True) and len(value) <= _NAME:
            return Fact(value, (Evidence("html", value, locator=HEADER),))
    return None


def _labelled(drafts: list[Draft], words: Vocabulary) -> Iterator[tuple[Draft, str, int]]:
    for draft in drafts:
        if draft.role is Role.SOURCE:
            found = forms.labelled(draft, "source.labels", words)
            value = found[0].rstrip(" .") if found else ""
            if found and value and not _tells(value, words):
                yield draft, value, found[1]


def _tells(value: str, words: Vocabulary) -> bool:
    """Whether what stands behind a source's label names none: an empty label's neighbour, or a sentence's end.

    ``Source : Publié le 9 janvier 2019``, ``Fuentes: operadores del mercado. EFE``.
    """
    dated = any(words.words(f"dates.{kind}").opening(level(value)) for kind in date_labels.KINDS)
    return dated or _STOPPED.search(value) is not None


def _of_team(article: Article, authors: tuple[Author, ...], words: Vocabulary) -> Fact[str] | None:
    """``Équipe éditoriale de X``: X, where the text names it once more or writes it as a name."""
    for author in authors:
        team = words.words("byline.team_words").within(level(author.value))
        if author.kind != "organisation" or team is None:
            continue
        rest = author.value[team[1] :]
        name = _OF.sub("", rest).strip(" .,")
        if not name or name == rest.strip() or not name[0].isupper():
            continue
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)]
        seen = tuple(article.at(*place) for place in places) or author.evidence
        return Fact(name, seen)
    return None


def _signature(article: Article, drafts: list[Draft]) -> Fact[str]:
    """The account's name that a site prints between the source line and its comment form."""
    filled = [draft for draft in drafts if draft.text]
    for above, draft in pairwise(filled):
        single = " " not in draft.text and 3 <= len(draft.text) <= 40 and not draft.marks and draft.text[-1].isalnum()
        if above.role is Role.SOURCE and draft.role is Role.BOILERPLATE and single:
            return Fact(draft.text, (article.at(draft.start, draft.start + len(draft.text)),))
    return Fact()


def _agency(article: Article, drafts: list[Draft], bylined: tuple[Author, ...], words: Vocabulary) -> Fact[str]:
    for author in bylined:
        if author.kind == "agency":
            canonical = agencies.agency(author.value, sure=True) or author.value
            return Fact(agencies.cited(author.value, canonical), author.evidence)
    for draft, value, at in _labelled(drafts, words):
        found = agencies.agency(value, sure=True)
        if found:
            return Fact(agencies.cited(value, found), (article.at(draft.start + at, draft.start + at + len(value)),))
    for seen in (_in_lead(article, drafts), _at_the_foot(article, drafts), _behind_date(article, drafts, words)):
        if not seen.missing:
            return seen
    return _signing(article, drafts)


def _behind_date(article: Article, drafts: list[Draft], words: Vocabulary) -> Fact[str]:
    """The agency that a date line names behind its word for it: ``8 mars 2026 à 17h43 par AFP``."""
    for draft in drafts:
        if draft.role is not Role.DATELINE or not draft.dates:
            continue
        rest = draft.text[draft.dates[-1].end :].strip(" |,;·•–—-")
        label = words.words("byline.prefixes").opening(level(rest))
        name = rest[label:].strip(" :")
        found = agencies.agency(name, sure=True) if label and name else None
        if found:
            start = draft.start + draft.text.rindex(name)
            return Fact(agencies.cited(name, found), (article.at(start, start + len(name)),))
    return Fact()


def _signing(article: Article, drafts: list[Draft]) -> Fact[str]:
    """The agency that signs the last paragraph, or of which a sentence at the end says that it is its report."""
    filled = [draft for draft in drafts if draft.text]
    told = [draft for draft in filled if draft.weight >= PROSE and draft.role in (Role.LEAD, Role.BODY)]
    matches = [(draft, _SIGNED.search(draft.text, max(0, len(draft.text) - _SIGN))) for draft in told[-1:-_LAST:-1]]
    matches += [(draft, _REPORT.match(draft.text)) for draft in filled[-_LAST:]]
    for draft, match in matches:
        group = (match["agency"] and "agency") or "last" if match else ""
        if match and (found := _all_agencies(match[group])):
            start, end = match.span(group)
            return Fact(agencies.cited(match[group], found), (article.at(draft.start + start, draft.start + end),))
    return Fact()


def _all_agencies(text: str) -> str | None:
    """The first of the agencies that a text names, beside nothing but other ones and initials."""
    whole = agencies.agency(text, sure=True)
    if whole:
        return whole
    parts = [one.strip() for one in _PAIR.split(text)]
    named = [found for one in parts if (found := agencies.agency(one, sure=True))]
    return named[0] if named and (len(named) == len(parts) or tail.agency_sign(text)) else None


def _at_the_foot(article: Article, drafts: list[Draft]) -> Fact[str]:
    """The agency whose sign stands below the text: ``dpa/lno``, ``(AFP)``."""
    for draft in drafts:
        sign = tail.agency_sign(draft.text) if draft.role is Role.SOURCE else None
        if sign:
            start = draft.start + draft.text.index(sign)
            return Fact(agencies.cited(sign, agencies.agency(sign) or sign), (article.at(start, start + len(sign)),))
    return Fact()


def _in_lead(article: Article, drafts: list[Draft]) -> Fact[str]:
    """The agency of a print dateline: ``PARIS, 3 mai (AFP) – …``."""
    for draft in drafts:
        if draft.text and draft.role in (Role.DATELINE, Role.LEAD, Role.BODY):
            match = _dateline(draft.text)
            parts = match["agency"].split("/") if match else []
            found = next((one for one in (agencies.agency(part, sure=True) for part in parts) if one), None)
            if match and found:
                start = draft.start + match.start("agency")
                evidence: tuple[Evidence, ...] = (article.at(start, start + len(match["agency"])),)
                return Fact(agencies.cited(parts[0], found), evidence)
            if not draft.text.isascii() and (wired := _wired(draft.text)):
                start, end, name = wired
                return Fact(agencies.cited(name, name), (article.at(draft.start + start, draft.start + end),))
    return Fact()


def _dateline(text: str) -> re.Match[str] | None:
    """An opening with something in brackets or between slashes that may be an agency."""
    head = text[:_BRACKETED_BY]
    if text[0] in "(（[":
        return _AGENCY_FIRST.match(text) or _AGENCY_IN_LEAD.match(text)
    if "(" in head or "（" in head:
        return _AGENCY_IN_LEAD.match(text)
    return _AGENCY_SLASHED.match(text) if head.count("/") > 1 else None


def _wired(text: str) -> tuple[int, int, str] | None:
    """The agency that opens a Chinese dispatch, or closes the bracket of a Japanese or Korean one."""
    if match := _WIRED.match(text):
        start, end = match.span("head")
        spans = [(start, at) for at in range(end, start + 1, -1)]
    elif match := _WIRED_FROM.match(text):
        start, end = match.span("tail")
        spans = [(at, end) for at in range(start, end - 1)]
    elif match := _WIRED_AT.match(text):
        spans = [match.span("tail")]
    else:
        return None
    return next(((*span, text[slice(*span)]) for span in spans if agencies.agency(text[slice(*span)], sure=True)), None)
