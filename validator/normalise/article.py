"""A record becomes an article: lines, then language, then zones, then the facts that stand in them."""

from __future__ import annotations

from dataclasses import replace

from validator.lexicons.lexicon import vocabulary
from validator.model.article import BODY_ROLES, Article, Language, Later, Line, Moment, Role
from validator.model.evidence import Evidence, Fact
from validator.model.record import Record
from validator.normalise import authors, dated, language, lines, moments, page, pictures, source, zones


def normalise(record: Record, as_of: str | None = None, engine: str = "cld2") -> Article:
    """Everything that one record says, with its evidence. Never raises.

    ``as_of`` (ISO 8601) stands in for the time of collection where the record does not tell it;
    ``engine`` is the language detector's name.
    """
    text = record.text or ""
    article = Article(
        record.location, record.id, text, record.fields, record.unknown, record.sightings, record.problems
    )
    drafts = lines.split(text, article.said("outlet") or "")
    body = page.body([draft for draft in drafts if draft.text])
    spoken = _language(article, drafts, body, engine)
    tongues = _tongues(spoken)
    words = vocabulary(*tongues)
    zones.assign(drafts, body, words, spoken.main or "", article.said("title"))
    article = replace(article, language=spoken, tongues=tongues, url=_url(article))
    dates = dated.resolve(article, drafts, words)
    people = authors.resolve(article, drafts, words)
    outlet, agency = source.resolve(article, drafts, people, words)
    zoned = tuple(
        Line(one.number, one.start, one.text, one.role or Role.BODY, one.marks, one.tongues) for one in drafts
    )
    return replace(
        article,
        lines=zoned,
        later=Later(
            lambda: tuple(language.passages((one for one in zoned if one.role in BODY_ROLES), spoken.main)),
            lambda: tuple(dated.relative_dates(article, drafts, words)),
        ),
        title=_title(article, drafts),
        authors=authors.without_affiliations(people),
        published=dates.published,
        modified=dates.modified,
        collected=dates.collected if not dates.collected.missing else _as_of(as_of),
        dates=dates.seen,
        credits=pictures.resolve(article, drafts, words),
        source=outlet,
        agency=agency,
    )


def _language(article: Article, drafts: list[lines.Draft], body: list[int] | None, engine: str) -> Language:
    """Judged on the body of a page, else on the lines that have the form of prose, all lines where there are none."""
    filled = [draft for draft in drafts if draft.text]
    if body is None:
        prose = [draft.text for draft in filled if draft.prose and not draft.furniture]
    else:
        prose = [filled[at].text for at in body]
    evidence = article.field("language")
    sample = "\n".join(prose) or article.text
    return language.judge(sample, article.said("language"), (evidence,) if evidence else (), engine)


def _tongues(spoken: Language) -> tuple[str, ...]:
    """The lexicons to read an article with: its own, the declared one's, and English, which is everywhere."""
    declared = language.tag(spoken.declared) if spoken.declared else None
    own = [one for one in dict.fromkeys((spoken.main, declared)) if one]
    return (*own, "en") if own else ()


def _title(article: Article, drafts: list[lines.Draft]) -> Fact[str]:
    printed = next((draft for draft in drafts if draft.role is Role.TITLE), None)
    seen: list[Evidence] = []
    said, declared = article.said("title"), article.field("title")
    if said is not None and declared is not None:
        seen.append(declared)
    if printed is not None:
        seen.append(article.at(printed.start, printed.start + len(printed.text)))
    return Fact(said or (_unspaced(printed.text, article.language.main) if printed else None), tuple(seen))


def _unspaced(headline: str, language: str | None) -> str:
    """A headline without the space that a page's markup leaves before a colon; French wants it."""
    return headline if language == "fr" else headline.replace(" :", ":")


def _url(article: Article) -> Fact[str]:
    said, evidence = article.said("url"), article.field("url")
    return Fact(said, (evidence,)) if said and evidence else Fact()


def _as_of(as_of: str | None) -> Fact[Moment]:
    moment, _ = moments.read(as_of) if as_of else (None, "")
    return Fact(moment, (Evidence("record", as_of, locator="--as-of"),)) if moment and as_of else Fact()
