"""A record becomes an article: lines, then language, then zones, then the facts that stand in them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from validator.lexicons.fold import Foldings
from validator.lexicons.lexicon import Vocabulary, vocabulary
from validator.model.article import BODY_ROLES, Article, Author, Credit, Language, Later, Line, Moment, Role
from validator.model.evidence import Evidence, Fact
from validator.model.record import Record
from validator.normalise import authors, dated, heading, language, pictures, printed, shown, source
from validator.normalise.dates import stamps
from validator.normalise.layout import headline, lines, page, zones


def normalise(record: Record, as_of: str | None = None, engine: str = "cld2") -> Article:
    """Everything that one record says, with its evidence. Never raises.

    ``as_of`` (ISO 8601) stands in for the time of collection where the record does not tell it;
    ``engine`` is the language detector's name.
    """
    return normalise_all([record], as_of, engine)[0]


def normalise_all(records: Iterable[Record], as_of: str | None = None, engine: str = "cld2") -> list[Article]:
    """The same of some records, each by itself.

    A step is taken for all of them before the next one: the tables and the code that it needs are large, and stay in
    the processor's cache, which makes the whole a tenth faster.
    """
    at = _as_of(as_of)
    works = [_Work(record, engine, at) for record in records]
    for step in _STEPS:
        for work in works:
            step(work)
    return [work.done() for work in works]


class _Work:
    """A record on its way to an article, one step after the other."""

    drafts: list[lines.Draft]
    leveled: str
    body: list[int] | None
    spoken: Language
    words: Vocabulary
    dates: dated.Dates
    people: tuple[Author, ...]
    origin: tuple[Fact[str], Fact[str]]
    credits: tuple[Credit, ...]
    header: list[lines.Draft]
    seen: Article | None = None

    def __init__(self, record: Record, engine: str, as_of: Fact[Moment]) -> None:
        self.engine = engine
        self.as_of = as_of
        self.article = Article(
            record.location,
            record.id,
            record.text or "",
            record.fields,
            record.unknown,
            record.sightings,
            record.problems,
        )

    def split(self) -> None:
        foldings = Foldings(self.article.text)
        self.drafts = lines.split(self.article.text, self.article.said("outlet") or "", foldings)
        self.leveled = foldings.leveled

    def find_body(self) -> None:
        self.body = page.body([draft for draft in self.drafts if draft.text])

    def tell_language(self) -> None:
        self.spoken = _language(self.article, self.drafts, self.body, self.engine)

    def assign_zones(self) -> None:
        tongues = _tongues(self.spoken)
        self.words = vocabulary(*tongues)
        zones.assign(self.drafts, self.body, self.words, self.spoken.main or "", self.article.said("title"))
        self.article = replace(self.article, language=self.spoken, tongues=tongues, url=_url(self.article))

    def as_shown(self) -> Article:
        """The page with the lines between its headline and its first paragraph, read as a text."""
        if self.seen is None:
            self.seen = normalise(shown.record(self.article, self.words), engine=self.engine)
        return self.seen

    def find_dates(self) -> None:
        if shown.lacks_date(self.article):
            self.article = shown.with_date(self.article, self.as_shown())
        self.header = printed.header(self.article, self.words, self.spoken.main or "")
        shown_dates = printed.dates(self.header, self.words)
        self.dates = dated.resolve(self.article, self.drafts, self.words, shown_dates, self.as_of.value)

    def find_names(self) -> None:
        self.people = authors.resolve(self.article, self.drafts, self.words)
        if shown.lacks_person(self.article, self.people):
            self.people = (
                shown.signed(self.as_shown(), self.people, self.words)
                or shown.signed_below(self.article, self.words)
                or self.people
            )
        self.origin = source.resolve(self.article, self.drafts, self.people, self.words)

    def find_credits(self) -> None:
        self.credits = pictures.resolve(self.article, self.drafts, self.header, self.words)

    def done(self) -> Article:
        article, drafts, words, spoken, dates = self.article, self.drafts, self.words, self.spoken, self.dates
        zoned, header = tuple(map(_line, drafts)), tuple(map(_line, self.header))
        return replace(
            article,
            leveled=self.leveled,
            lines=zoned,
            header=header,
            later=Later(
                lambda: tuple(language.passages((one for one in zoned if one.role in BODY_ROLES), spoken.main)),
                lambda: tuple(dated.relative_dates(article, drafts, words)),
            ),
            title=_title(article, drafts, words),
            authors=authors.without_affiliations(self.people),
            published=dates.published,
            modified=dates.modified,
            collected=dates.collected if not dates.collected.missing else self.as_of,
            dates=dates.seen,
            credits=self.credits,
            source=self.origin[0],
            agency=self.origin[1],
        )


_STEPS = (
    _Work.split,
    _Work.find_body,
    _Work.tell_language,
    _Work.assign_zones,
    _Work.find_dates,
    _Work.find_names,
    _Work.find_credits,
)


def _line(draft: lines.Draft) -> Line:
    return Line(draft.number, draft.start, draft.text, draft.role or Role.BODY, draft.marks, draft.tongues)


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


def _title(article: Article, drafts: list[lines.Draft], words: Vocabulary) -> Fact[str]:
    printed = next((draft for draft in drafts if draft.role is Role.TITLE), None)
    seen: list[Evidence] = []
    said, declared = article.said("title"), article.field("title")
    if said is not None and declared is not None:
        seen.append(declared)
    if printed is not None:
        written = printed if said else headline.pointed(printed, drafts)
        both = [written] if written is printed else [written, printed]
        seen += [article.at(one.start, one.start + len(one.text)) for one in both]
        said = said or heading.cleaned(written.text, drafts, words, article.language.main)
    return Fact(said, tuple(seen))


def _url(article: Article) -> Fact[str]:
    said, evidence = article.said("url"), article.field("url")
    return Fact(said, (evidence,)) if said and evidence else Fact()


def _as_of(as_of: str | None) -> Fact[Moment]:
    moment, _ = stamps.read(as_of) if as_of else (None, "")
    return Fact(moment, (Evidence("record", as_of, locator="--as-of"),)) if moment and as_of else Fact()
