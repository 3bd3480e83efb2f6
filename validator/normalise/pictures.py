"""The photo credits of an article: in its lines, and as the record declares them."""

from __future__ import annotations

from collections.abc import Iterator

from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Article, Credit, Licence, Role, sighting
from validator.model.evidence import Evidence
from validator.normalise import credits as credit_lines
from validator.normalise import licences
from validator.normalise.lines import Draft

_FIELDS = ("photo_credit", "photo_caption")


def resolve(article: Article, drafts: list[Draft], words: Vocabulary) -> tuple[Credit, ...]:
    """All credits, the declared one first; a declared credit that a line prints again is one credit."""
    declared = list(_declared(article, words))
    printed = list(_printed(article, drafts))
    known = {one.value.casefold() for one in declared}
    return (*declared, *(one for one in printed if one.value.casefold() not in known))


def _declared(article: Article, words: Vocabulary) -> Iterator[Credit]:
    """The credit of the record's field, or those of a page's figures."""
    licence = _declared_licence(article)
    known: set[str] = set()
    for name, declared in article.sightings or [
        (one, article.declared[one]) for one in _FIELDS if one in article.declared
    ]:
        if name not in _FIELDS or not isinstance(declared.value, str) or not declared.value.strip():
            continue
        credit = _of_text(sighting(declared), words, licence, caption=name == "photo_caption")
        if credit is not None and credit.value.casefold() not in known:
            known.add(credit.value.casefold())
            yield credit


def _of_text(evidence: Evidence, words: Vocabulary, licence: Licence | None, *, caption: bool) -> Credit | None:
    text = evidence.quote.strip()
    seen = next(credit_lines.find(text, words, caption=caption), None)
    if seen is None and caption:
        return None
    seen = seen or credit_lines.of_value(text, 0, words)
    if seen is None:
        return Credit(text, (evidence,), licence=licence)
    inner = Licence(seen.licence.id, text, evidence, seen.licence.problem) if seen.licence else None
    before = text[: seen.whole].strip(" (") if caption else None
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


def _printed(article: Article, drafts: list[Draft]) -> Iterator[Credit]:
    filled = [draft for draft in drafts if draft.text]
    for at, draft in enumerate(filled):
        seen = draft.credit
        if seen is None or draft.role not in (Role.CREDIT, Role.CAPTION):
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


def _whole(article: Article, draft: Draft, seen: credit_lines.Seen) -> Evidence:
    """The credit with its label and licence, as it is printed."""
    return article.at(draft.start + seen.whole, draft.start + len(draft.text))


def _caption(filled: list[Draft], at: int) -> str | None:
    draft = filled[at]
    assert draft.credit is not None
    before = draft.text[: draft.credit.whole].strip(" (")
    if before:
        return before
    above = filled[at - 1] if at else None
    return above.text if above is not None and above.role is Role.CAPTION else None
