"""Who wrote an article: from the declared field, else from the byline, head before tail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from validator.lexicons import chinese_header
from validator.lexicons.fold import fold, level
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Article, Author, Role
from validator.model.evidence import AUTHOR_LINKS, AUTHOR_METAS, Evidence
from validator.model.nulls import says_nothing
from validator.model.record import Declared
from validator.normalise import signing, unbylined
from validator.normalise.layout import alone, forms, signed, teasers
from validator.normalise.layout.lines import Draft, split
from validator.normalise.names import bylines, initials, names, turned
from validator.normalise.names.pieces import bare_label
from validator.regex import regex

_HOUSE = 4  # characters of a house's name before what it calls its site
_GLUED = 60  # letters of a byline that runs into the first sentence
_TWO_NAMES = 4  # words of two full names
_HOUSED, _FOOT = 3, 2000  # words of a house and a person; letters at a page's end in which its notice of rights stands
_RIGHTS = regex(
    r"©\s*(?:\d{4}\s*(?:[-–]\s*\d{4}\s*)?)?(?P<house>[^\W\d_][^\n.|,©]{2,30}?)\s*(?:[.|,]|\s[–—-]\s|$)", re.MULTILINE
)
_PARTED = regex(r"\s+[|–—-]\s+")  # a house from its section: ``The Beacon | News``
_NOBODY = frozenset(("byline.placeholders", "boilerplate.author_bio"))  # ``Super User``, ``All posts``
_LABELLED = (Role.DATELINE, Role.SOURCE)  # lines that may name source, author and day behind their labels
_HOST = regex(r"[a-z0-9-]{4,}(?:\.[a-z]{2,})+")  # a site's name that is its address, without ``www``
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))  # characters within a name that nobody sees


def resolve(article: Article, drafts: list[Draft], words: Vocabulary) -> tuple[Author, ...]:
    """The authors as a reader would cite them; a value that names nobody gives none."""
    declared = _merged(_declared(article, words))
    title = fold(article.said("title") or "")
    printed = tuple(one for one in _merged(_printed(article, drafts, words)) if fold(one.value) != title)
    printed = tuple(one for one in printed if not opens_house(one.value, article)) or printed
    if not declared:
        return printed
    seen = {names_key(one.value): one for one in printed}
    return tuple(_with_evidence(one, seen.get(names_key(one.value))) for one in declared)


def without_affiliations(bylined: tuple[Author, ...]) -> tuple[Author, ...]:
    """Without the agency in brackets that a person writes for (``Jane Roe (Reuters)``)."""
    return tuple(one for one in bylined if one.role != bylines.AFFILIATION)


def names_key(name: str) -> str:
    """A name without case, accents of typing and order of words, for comparing."""
    return " ".join(sorted(name.casefold().replace(".", " ").replace(",", " ").split()))


def _with_evidence(author: Author, printed: Author | None) -> Author:
    if printed is None:
        return author
    return Author(author.value, author.kind, (*author.evidence, *printed.evidence), author.role)


def _declared(article: Article, words: Vocabulary) -> Iterator[Author]:
    """The names of the declared field; of a page's sightings the first with a person, else with any name.

    Of several authors a page's metadata may name the first alone, and links to their pages all, or a list of elements.
    """
    declared = [one for name, one in article.sightings if name == "author"]
    declared = declared or [article.declared[name] for name in ("author",) if name in article.declared]
    houses = _houses(article)
    found = [list(_names(one, houses, words)) for one in declared]
    persons = next((names for names in found if any(one.kind == "person" for one in names)), None)
    first = {names_key(one.value) for one in persons or ()}
    linked = (names for names, one in zip(found, declared, strict=True) if one.locator in (AUTHOR_LINKS, AUTHOR_METAS))
    several = next((names for names in linked if first and first < {names_key(one.value) for one in names}), None)
    yield from several or persons or next((names for names in found if names), [])


def opens_house(name: str, article: Article) -> bool:
    """Whether a name is the house's, or what that begins with: whom a byline names beside or below its author."""
    return _opens(name, _houses(article))


def _opens(name: str, houses: set[str]) -> bool:
    bare = fold(name)
    whole = "" if names.holds_cjk(name) and len(name) >= _HOUSE else " "  # ``北浜新報`` of ``北浜新報デジタル``
    return any(f"{house} ".startswith(bare + whole) for house in houses)


def _houses(article: Article) -> set[str]:
    """The outlet by each of its names, and the site that a page's title names beside its headline, folded."""
    sites = (str(one.value) for name, one in article.sightings if name in ("site", "outlet"))
    said = {fold(_PARTED.sub(" ", one)) for one in (article.said("outlet"), *sites) if one}
    return said | {one.partition(".")[0] for one in said if _HOST.fullmatch(one)}


def houses_named(article: Article) -> set[str]:
    """The house by its metadata and by the notice of rights at the page's foot, folded."""
    notices = _RIGHTS.finditer(article.text, max(0, len(article.text) - _FOOT))
    return _houses(article) | {fold(match["house"]) for match in notices}


def _names(declared: Declared, houses: set[str], words: Vocabulary) -> Iterator[Author]:
    """The names of a declared value; a house may sign, whatever its name looks like, and beside nobody else."""
    for value, locator in declared.strings():
        if says_nothing(value):
            continue
        evidence = Evidence(declared.origin, value, locator=locator)
        prefix = words.words("byline.prefixes").opening(level(value))
        if fold(value[prefix:].strip(" :")) in houses:
            yield Author(value[prefix:].strip(" :"), "organisation", (evidence,))
            continue
        split_up = bylines.split(turned.straight(value.translate(_UNSEEN), words), words)
        found = [one for one in split_up if _NOBODY.isdisjoint(sections(one.value))]
        own = [
            name
            for name in found
            if fold(name.value) in houses or (names.holds_cjk(name.value) and _opens(name.value, houses))
        ]
        # Beside its own name one word is a house's place: ``Kurier, Exampleton``.
        full = [one for one in found if " " in one.value or names.is_cjk_full_name(one.value)]
        persons = [one for one in found if one.kind == "person" and one not in own and (one in full or not own)]
        for name in found:
            if name in persons or (not persons if name in own else name.kind != "person"):
                yield Author(name.value, "organisation" if name in own else name.kind, (evidence,), name.role)
        if not found and names.may_be_declared(value):
            yield Author(" ".join(value.split()), "person", (evidence,))


def _printed(article: Article, drafts: list[Draft], words: Vocabulary) -> Iterator[Author]:
    filled = [draft for draft in drafts if draft.text]
    lines = [(draft, below) for draft, below in zip_longest(filled, filled[1:]) if draft.role is Role.BYLINE]
    if lines and teasers.lists(filled, words):
        return
    if not lines:
        yield from _beside_dates(article, filled, words)
        yield from unbylined.teams(article, filled, words)
        yield from unbylined.in_headline(article, filled, words)
        yield from _glued(article, drafts, words)
        yield from unbylined.run_in_names(article, drafts, words)
        yield from unbylined.at_ends(article, filled, words)
        return
    first = _first_body(drafts)
    above = [(draft, below) for draft, below in lines if draft.number <= first]
    houses = all(signed.is_house(draft, words) for draft, _ in lines)
    if houses and (told := list(unbylined.run_in_names(article, drafts, words))):
        yield from told  # ``本报讯`` on a line of its own is no more than what opens a report
        return
    lines = lines if all(signed.is_house(draft, words) for draft, _ in above) else above
    letter = alone.is_letter(filled)  # ``Jane Roe, Skarrow``
    signers = signing.lines(filled, [draft for draft, _ in lines], words)
    for draft, below in lines:
        if draft.number in signers and not (len(lines) == 1 and unbylined.is_subject(filled, draft, words)):
            start = forms.names_labelled(draft, words) or alone.behind_place(draft.text, words)
            start = start or alone.behind_house(draft, filled) or alone.numbered(draft.text)
            start = 0 if bylines.leads_to_place(draft.text[:start]) else start
            end = len(draft.text) - (signed.echoed(draft, below) if below else 0)
            if draft.credit and draft.credit.whole > start and not alone.writes_too(draft, words):
                end = min(end, len(draft.text[: draft.credit.whole].rstrip(" .")))
            end = min(end, bare_label(draft.text, draft.leveled, words) or end, _to_date(draft, start, words) or end)
            own = list(_initials(article, draft, start, words)) or list(unbylined.of_agency(article, draft))
            named = own or list(_at(article, draft, start, end, words))
            named = named or list(unbylined.account(article, draft, start, below))
            yield from islice(named, 1) if letter and draft.number > first and draft.text.count(", ") == 1 else named


def _to_date(draft: Draft, start: int, words: Vocabulary) -> int:
    """Where the last date ends that stands behind a label and its names: counters follow; 0 where none does."""
    first = draft.dates[0].start if draft.dates and start else 0
    return draft.dates[-1].end if first > start and bylines.split(draft.text[start:first], words) else 0


def _initials(article: Article, draft: Draft, start: int, words: Vocabulary) -> Iterator[Author]:
    """The initials behind a byline's label and its colon, or alone in brackets."""
    bare = draft.text[start:].strip(" :：")
    at = draft.text.rindex(bare) if bare else 0
    if start > 0 and ":" in draft.text[start - 1 : at]:
        found = [(at + one, at + end) for one, end in initials.labelled(bare, words)]
    else:
        sign = initials.signed(draft.text, words)
        found = [sign] if sign else []
    for begin, end in found:
        value = draft.text[begin:end].strip()
        yield Author(value, "person", (article.at(draft.start + begin, draft.start + begin + len(value)),))


def _first_body(drafts: list[Draft]) -> int:
    body = [draft.number for draft in drafts if draft.role is Role.BODY]
    return body[0] if body else len(drafts)


def _at(article: Article, draft: Draft, start: int, end: int, words: Vocabulary) -> Iterator[Author]:
    """The names in a part of a line."""
    for name in bylines.split(draft.text[start:end], words):
        known = sections(name.value)
        if not _NOBODY.isdisjoint(known) or "boilerplate.comment_form" in known:
            continue
        house = _house_before(name.value, article, words)
        at, value = draft.start + start + name.start + house, name.value[house:]
        cut = _second(value, article)
        for begin, one in ((0, value[:cut].rstrip()), (cut, value[cut:])):
            if one:
                yield Author(one, name.kind, (article.at(at + begin, at + begin + len(one)),), name.role)


def _second(name: str, article: Article) -> int:
    """Where another name begins in one of four words or more, as the page names both alone on lines of their own.

    It parts them by its style only, and shows below its text who they are; the length of the name where it is one.
    """
    tokens = name.split()
    if len(tokens) >= _TWO_NAMES and name == " ".join(tokens):
        alone = set(article.text.split("\n"))
        for at in range(2, len(tokens) - 1):
            first, second = " ".join(tokens[:at]), " ".join(tokens[at:])
            if first in alone and second in alone:
                return len(first) + 1
    return len(name)


def _house_before(name: str, article: Article, words: Vocabulary) -> int:
    """The length of the house's name before a person's, as a page's notice of rights has it: ``Tidewater Jane ROE``."""
    if len(name.split()) < _HOUSED or not names.is_person(name, words):
        return 0
    notices = (match["house"] for match in _RIGHTS.finditer(article.text, max(0, len(article.text) - _FOOT)))
    for house in (article.said("outlet"), *notices):
        length = len(house) + 1 if house and name.casefold().startswith(f"{house.casefold()} ") else 0
        desk = any("boilerplate.sections" in sections(one) for one in name[length:].split())
        if length and not desk and names.is_person(name[length:], words):
            return length
    return 0


def _beside_dates(article: Article, filled: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """The author that a Chinese header names beside its date and its source, or whose initials stand behind a bar."""
    for draft in filled:
        dated = draft.role is Role.DATELINE
        if dated and (span := initials.beside_date(draft.text, words) or initials.leads_date(draft.text)):
            at = draft.start + span[0]
            yield Author(draft.text[slice(*span)], "person", (article.at(at, draft.start + span[1]),))
        for start, end in chinese_header.authors(draft.text, words) if draft.role in _LABELLED else ():
            yield from _at(article, draft, start, end, words)


def _glued(article: Article, drafts: list[Draft], words: Vocabulary) -> Iterator[Author]:
    """Who signs before the first sentence, where two spaces are left of a line's end: ``By Jane Roe  The old …``."""
    draft = next((one for one in drafts if one.role in (Role.LEAD, Role.BODY)), None)
    gap = draft.text.find("  ", 0, _GLUED) if draft else -1
    if draft is None or gap < 0:
        return
    head = split(draft.text[:gap])[0]
    start = forms.names_labelled(head, words)
    found = bylines.split(head.text[start:], words) if start else ()
    if found and all(one.kind == "person" and " " in one.value for one in found):
        yield from _at(article, draft, start, gap, words)


def _merged(authors: Iterator[Author]) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for author in authors:
        key = names_key(author.value)
        found[key] = author if key not in found else _with_evidence(found[key], author)
    return tuple(found.values())
