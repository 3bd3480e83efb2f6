"""The photo credits of an article: in its lines, and as the record declares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from validator.lexicons import photo_words
from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Article, Credit, Licence, Role, sighting
from validator.model.evidence import HEADER, Evidence
from validator.model.record import Declared
from validator.normalise import authors
from validator.normalise.credits import bracketed, licences
from validator.normalise.credits import credits as credit_lines
from validator.normalise.credits.spans import SLASH
from validator.normalise.layout import forms
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_NAMED = regex(r"[^\W\d_]")
_MAKERS = ("$.image.author", "$.image.creator")
_FREE = (Role.BOILERPLATE, Role.SUBHEAD)  # roles of a caption that nobody took for one
_PICTURES = (Role.CREDIT, Role.CAPTION)
_FIELDS = ("photo_credit", "photo_caption")


def resolve(article: Article, drafts: list[Draft], header: list[Draft], words: Vocabulary) -> tuple[Credit, ...]:
    """All credits, the declared one first; a declared credit that a line prints again is one credit.

    Those of a page's ``header`` are taken where nothing else is credited.

    A declared licence without a credit is that of the only picture; where none is credited, it stands alone.
    """
    licence = _declared_licence(article)
    declared = list(_declared(article, words, licence, _reported(drafts)))
    for draft in (*drafts, *header):
        if draft.role is Role.BYLINE and draft.credit is None:
            beside = bracketed.photographer if "(" in draft.text else bracketed.beside_text
            draft.credit = credit_lines.of_span(draft.text, beside(draft.text, words), words)
    _housed(article, drafts, words)
    printed = list(_printed(article, drafts, declared)) or ([] if declared else list(_headed(header)))
    declared = [one for one in declared if not _in_full(one, (*declared, *printed))]
    known = {one.value.casefold() for one in declared}
    others = [one for one in printed if one.value.casefold() not in known or _differ(one.licence, licence)]
    if licence is not None and not declared:
        if not others:
            return (Credit("", (licence.evidence,), licence=licence),)
        if len(others) == 1 and others[0].licence is None:
            return (replace(others[0], licence=licence),)
    return (*declared, *others)


def _housed(article: Article, drafts: list[Draft], words: Vocabulary) -> None:
    """The captions between headline and text that end in the house's name in brackets, and have no part in it else."""
    head = next((at for at, draft in enumerate(drafts) if draft.role is Role.TITLE), len(drafts))
    last = max((at for at, draft in enumerate(drafts) if draft.role is Role.BODY), default=0)
    free = [one for one in drafts[head + 1 : last] if one.role in _FREE and not one.furniture and one.text[-1:] == ")"]
    for draft in free:
        span = bracketed.of_house(draft.text, article.once(authors.houses_named))
        if seen := credit_lines.of_span(draft.text, span, words):
            draft.role, draft.credit = Role.CAPTION, seen


def _in_full(credit: Credit, others: Iterable[Credit]) -> bool:
    """Whether a page prints with the agency whom its metadata name as the maker (``Jane Roe``, ``AFP / Jane Roe``)."""
    key = credit.value.casefold()
    unseen = all((one.locator or "").endswith(_MAKERS) for one in credit.evidence)
    return unseen and any(key != (full := one.value.casefold()) and key in SLASH.split(full) for one in others)


def _differ(printed: Licence | None, declared: Licence | None) -> bool:
    """Whether a picture's line names another licence than the record does."""
    return printed is not None and declared is not None and printed.id != declared.id


def _reported(drafts: list[Draft]) -> set[str]:
    """The lines, without spaces, that tell where a report is from and only look like a picture's source."""
    filled = [draft for draft in drafts if draft.text]
    return {"".join(filled[at].text.split()) for at in range(len(filled)) if forms.sources_report(filled, at)}


def _declared(article: Article, words: Vocabulary, licence: Licence | None, reported: set[str]) -> Iterator[Credit]:
    """The credit of the record's field, or those of a page's figures; a dash or a number names nobody."""
    known: set[str] = set()
    said = article.sightings or [(one, article.declared[one]) for one in _FIELDS if one in article.declared]
    alike = any(name == "photo_caption" and _ends_in_brackets(one, words) for name, one in said)
    for name, declared in said:
        if name not in _FIELDS or not isinstance(declared.value, str) or not _NAMED.search(declared.value):
            continue
        if reported and "".join(declared.value.split()) in reported:
            continue
        evidence = sighting(declared)
        if name == "photo_credit":
            credit = (
                None if article.sightings and _is_label(declared.value, words) else _named(evidence, words, licence)
            )
        else:
            credit = (
                None if _ends_in(declared.value, known) else _captioned(article, evidence, words, licence, alike=alike)
            )
        if credit is not None and credit.value.casefold() not in known and not _runs_on(credit.value, known):
            known.add(credit.value.casefold())
            yield credit


def _is_label(text: str, words: Vocabulary) -> bool:
    """Whether an element of a page holds no more than a label or a notice of rights."""
    bare = text.strip(" ()[]:：©")
    return not bare or bare in photo_words.labels(words) or bare in photo_words.section("rights")


def _ends_in(caption: str, known: set[str]) -> bool:
    """Whether a caption ends in a credit that an element of its own gives."""
    bare = caption.casefold().rstrip(" .)]")
    return any(bare.endswith(one) and bare[: -len(one)].rstrip()[-1:] not in "/|" for one in known)


def _runs_on(value: str, known: set[str]) -> bool:
    """Whether a credit is one that an element of its own gives, and then a button's words or the caption's.

    An agency shows where the credit ends; behind a name, words that no name has.
    """
    ends = [len(one) for one in known if value.casefold().startswith(f"{one} ") and value[len(one) + 1].isalpha()]
    return any("/" in value[:end] or any(map(str.islower, value[end:].split())) for end in ends)


def _named(evidence: Evidence, words: Vocabulary, licence: Licence | None) -> Credit:
    """What is said to be a credit: without its brackets and its label."""
    text = evidence.quote.strip()
    if text[0] in "([" and text[-1] in ")]":
        text = text[1:-1].strip(" ([)]") or text
    seen = credit_lines.find(text, words)
    if seen is None:
        seen = credit_lines.of_value(text, photo_words.label(text, words), words)
    return _credit(seen, text, evidence, licence) if seen else Credit(text, (evidence,), licence=licence)


def _ends_in_brackets(declared: Declared, words: Vocabulary) -> bool:
    """Whether a caption gives its credit in brackets at its end."""
    text = declared.value.strip() if isinstance(declared.value, str) and declared.locator != "img" else ""
    seen = credit_lines.find(text, words, caption=True) if text.endswith((")", "]", ").")) else None
    return seen is not None and (seen.sure or seen.kind != "unknown") and bracketed.ends(text, seen.whole)


def _captioned(
    article: Article, evidence: Evidence, words: Vocabulary, licence: Licence | None, *, alike: bool
) -> Credit | None:
    """The credit that a caption gives; an image's own text has to say more than an agency's name, as logos do.

    Where captions are ``alike`` in that one ends in its credit in brackets, so may another.
    """
    text = evidence.quote.strip()
    seen = credit_lines.find(text, words, caption=True)
    if seen is None and evidence.locator != "img":
        span = bracketed.of_house(text, article.once(authors.houses_named))
        span = span or (bracketed.like_others(text, words) if alike else None)
        seen = credit_lines.of_span(text, span, words)
    signed = "©" in text or evidence.locator != "img"
    if seen is None or (seen.kind == "unknown" and not (seen.sure and signed and not _reserves(text))):
        return None
    return None if evidence.locator == "img" and seen.value == text else _credit(seen, text, evidence, licence, text)


def _reserves(text: str) -> bool:
    """Whether a text is, as a whole, the notice in a page's foot; it may name whoever is known, and nobody else."""
    return "boilerplate.copyright_footer" in sections(text)


def _credit(
    seen: credit_lines.Seen, text: str, evidence: Evidence, licence: Licence | None, caption: str = ""
) -> Credit:
    inner = Licence(seen.licence.id, text, evidence, seen.licence.problem) if seen.licence else None
    before = caption[: seen.whole].strip(" (,") if caption else None
    return Credit(
        seen.value, (evidence,), seen.photographer, seen.agency, seen.platform, seen.kind, licence or inner, before
    )


def _declared_licence(article: Article) -> Licence | None:
    evidence = article.field("photo_licence")
    if evidence is None or not evidence.quote.strip():
        return None
    seen = next(licences.find(evidence.quote), None)
    if seen is None:
        return Licence(None, evidence.quote, evidence, "no licence that is known")
    return Licence(seen.id, evidence.quote, evidence, seen.problem)


def _printed(article: Article, drafts: list[Draft], declared: list[Credit]) -> Iterator[Credit]:
    """The credits of the lines; whom a byline says the pictures are by is not given again beside a picture's own."""
    filled = [draft for draft in drafts if draft.text]
    named = {_key(one.photographer) for one in declared if one.photographer}
    named |= {_key(one.credit.photographer) for one in filled if one.credit and one.role in _PICTURES}
    for at, draft in enumerate(filled):
        seen = draft.credit
        if seen is None or draft.role not in (*_PICTURES, Role.BYLINE):
            continue
        if draft.role is Role.BYLINE and seen.photographer and _key(seen.photographer) in named:
            continue
        evidence = article.at(draft.start + seen.start, draft.start + seen.end)
        licence = None
        if seen.licence is not None:
            place = article.at(draft.start + seen.licence.start, draft.start + seen.licence.end)
            licence = Licence(seen.licence.id, place.quote, place, seen.licence.problem)
        yield Credit(
            seen.value,
            (evidence, _whole(article, draft, seen)),
            seen.photographer,
            seen.agency,
            seen.platform,
            seen.kind,
            licence,
            _caption(filled, at),
            draft.number,
        )


def _key(name: str | None) -> str:
    return (name or "").casefold()


def _headed(header: list[Draft]) -> Iterator[Credit]:
    """The credits that a page prints between its headline and its text."""
    for draft in header:
        seen = draft.credit
        if seen is not None and seen.licence is None and draft.role in (*_PICTURES, Role.BYLINE):
            evidence = Evidence("html", draft.text[seen.start : seen.end], locator=HEADER)
            yield Credit(seen.value, (evidence,), seen.photographer, seen.agency, seen.platform, seen.kind)


def _whole(article: Article, draft: Draft, seen: credit_lines.Seen) -> Evidence:
    """The credit with its label and licence, as it is printed."""
    return article.at(draft.start + seen.whole, draft.start + len(draft.text))


def _caption(filled: list[Draft], at: int) -> str | None:
    draft = filled[at]
    assert draft.credit is not None
    if draft.role is Role.BYLINE:
        return None
    before = draft.text[: draft.credit.whole].strip(" (")
    if before:
        return before
    above = filled[at - 1] if at else None
    return above.text if above is not None and above.role is Role.CAPTION else None
