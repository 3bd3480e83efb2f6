"""Every date of an article with its role, and the one publication date, or none.

Dates are candidates. The record's own date comes first, then a labelled date, then the date of a date
line or byline, then the URL's; a date in the body is never a publication date, nor is a site's clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from validator.lexicons import calendar
from validator.lexicons.lexicon import Vocabulary
from validator.model import record
from validator.model.article import Article, Dated, DateRole, Moment, Precision, Role, sighting
from validator.model.evidence import Fact
from validator.normalise.dates import moments, order, relative, stamps
from validator.normalise.layout import clocks, date_labels, dated_lists, datelines, forms, site_clock
from validator.normalise.layout.lines import Draft
from validator.regex import regex

_URL_DATE = regex(r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>0?[1-9]|1[0-2])(?:[/-](?P<d>0?[1-9]|[12]\d|3[01]))?(?=[/-]|$)")
_URL_COMPACT = regex(r"/(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=/|$)")
_ENTRY = regex(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?![\d,]|[.:/]\d)(?:\s?(?:Uhr|uur|h|[ap]\.?m\.?))?[\s:–—|-]*[^\s\d:–—|,-]"
)
_ENTRIES = 4  # lines between the first and the last paragraph that open with a time of day and make a live blog
_HEADER = 3  # paragraphs above which a date line is the article's own
_LABELLED = {
    "published": DateRole.PUBLISHED,
    "modified": DateRole.MODIFIED,
    "photographed": DateRole.PHOTO,
    "collected": DateRole.CRAWL,
}
_WEB = "1991"  # the year of the first page
_MENU, _CLOCK = 40, 80  # lines above a headline in which a page's clock stands, letters of one
_UNSAID = ('="date"]', '="dc.date"]')
_ISSUE = regex(r"第\s?\d+\s?[期號号]")
_LEAKS = ("date", "published", "pubdate")
DECLARED = {"date": DateRole.PUBLISHED, "date_modified": DateRole.MODIFIED, "crawled_at": DateRole.CRAWL}


class Dates(Struct, frozen=True):
    seen: tuple[Dated, ...]
    published: Fact[Moment]
    modified: Fact[Moment]
    collected: Fact[Moment]


def resolve(
    article: Article,
    drafts: list[Draft],
    words: Vocabulary,
    printed: Iterable[Dated] = (),
    as_of: Moment | None = None,
) -> Dates:
    """All dates that say themselves which day they mean; the lines have their roles.

    ``article`` holds text, declared fields, URL; ``printed`` are the dates of a page's header, which decide only where
    the declared one says nothing for sure; ``as_of`` stands in for the time of collection.
    """
    found = [*_declared(article), *_leaked(article, drafts), *_in_text(article, drafts, words), *_in_url(article)]
    settled = order.settle(article, [*found, *printed], as_of)
    seen = settled[: len(found)]
    return Dates(
        tuple(settled),
        _published(article, _believed(article, seen, drafts), tuple(settled[len(found) :]), live=_is_live(drafts)),
        _first(seen, DateRole.MODIFIED),
        _first(seen, DateRole.CRAWL),
    )


def _declared(article: Article) -> Iterator[Dated]:
    language = article.language.main or ""
    for name, role in DECLARED.items():
        evidence = article.field(name)
        if evidence is None or not evidence.quote.strip() or article.declared[name].value is None:
            continue
        moment, problem = stamps.read(article.declared[name].value, language)
        yield Dated(role, evidence, moment, "declared", problem)
        yield from _seconded(article, name, role)


def _seconded(article: Article, name: str, role: DateRole) -> Iterator[Dated]:
    """What else a page's metadata say of a date; a ``<time>`` may be a teaser's and says nothing for sure."""
    for field, declared in article.sightings:
        if (
            field == name
            and declared is not article.declared[name]
            and declared.locator.startswith(("json-ld", "meta"))
        ):
            moment, problem = stamps.read(declared.value)
            if moment is not None:
                yield Dated(role, sighting(declared), moment, role.value, problem)


def _leaked(article: Article, drafts: list[Draft]) -> Iterator[Dated]:
    for draft in drafts:
        if not draft.leveled.startswith(_LEAKS):
            continue
        start = article.index.start(draft.number)
        found = forms.leak(article.text, start, draft.start + len(draft.text))
        if found and found.key in _LEAKS:
            moment, problem = stamps.read(found.value)
            if moment:
                evidence = article.at(found.value_start, found.value_start + len(found.value))
                yield Dated(DateRole.PUBLISHED, evidence, moment, "leaked", problem)


def _in_text(article: Article, drafts: list[Draft], words: Vocabulary) -> Iterator[Dated]:
    filled = [draft for draft in drafts if draft.text]
    title = next((at for at, draft in enumerate(filled) if draft.role is Role.TITLE), 0)
    language = article.language.main or ""
    within = list(datelines.own(filled, words, language))
    own = {(draft.number, seen.start): (seen, label) for draft, seen, label in within}
    told = datelines.day_without_year(filled, language) or datelines.sure_day(within)
    clock = site_clock.lines(filled, title, words, told)
    body = [draft.number for draft in filled if draft.role in (Role.LEAD, Role.BODY)]
    header = body[min(_HEADER, len(body)) - 1] if body else len(drafts)
    listed = dated_lists.lines(filled, words)
    others = dated_lists.others_from(filled, header)
    for at, draft in enumerate(filled):
        dates = draft.dates or [seen for (number, _), (seen, _) in own.items() if number == draft.number]
        if not dates or clocks.heads_calendar(filled, at):
            continue
        leak = forms.leak(draft.text, 0, len(draft.text))
        for seen in dates:
            if leak and seen.start < leak.end:
                continue
            label = date_labels.before(draft, seen.start, words) or ("tail" if draft.number > header else "")
            kind = DateRole.RENDER if draft in clock else role(draft, label)
            if draft in listed or (label == "tail" and draft.number > others):
                kind = DateRole.EVENT if kind is DateRole.EVENT else DateRole.UNKNOWN
            label = "paper" if label == "published" and _of_paper(draft, seen, header) else label
            if own and (draft.number, seen.start) in own:
                kind, label = DateRole.PUBLISHED, own[draft.number, seen.start][1]
            if kind is DateRole.PUBLISHED and not label and _is_update(draft, seen, dates):
                kind = DateRole.MODIFIED
            evidence = article.at(draft.start + seen.start, draft.start + seen.end)
            yield Dated(kind, evidence, seen.moment, label, seen.problem)


def _is_update(draft: Draft, seen: moments.Seen, dates: Iterable[moments.Seen]) -> bool:
    """Whether an earlier day stands right behind a day (``29 January 202627 January 2026``), as systems print both."""
    behind = next((one for one in dates if one.start >= seen.end), None)
    if behind is None or seen.moment is None or behind.moment is None or draft.text[seen.end : behind.start].strip():
        return False
    return behind.moment.value < seen.moment.value


def _of_paper(draft: Draft, seen: moments.Seen, header: int) -> bool:
    """Whether a labelled date may be the paper's: of an issue, or, in furniture at the foot, of its first one."""
    foot = draft.number > header and draft.role is Role.BOILERPLATE
    return foot or _ISSUE.search(draft.text, 0, seen.start) is not None


def role(draft: Draft, label: str) -> DateRole:
    """What the dates of a line say something about, by its own role and the label before them."""
    told = draft.role in (Role.LEAD, Role.BODY, Role.SUBHEAD, Role.TITLE)
    if label in _LABELLED and not told:
        return _LABELLED[label]
    if draft.role in (Role.CAPTION, Role.CREDIT):
        return DateRole.PHOTO
    if draft.role in (Role.DATELINE, Role.BYLINE):
        return DateRole.PUBLISHED
    if draft.role in (Role.BOILERPLATE, Role.TAGS, Role.SOURCE):
        return DateRole.UNKNOWN
    return DateRole.EVENT


def _in_url(article: Article) -> Iterator[Dated]:
    evidence = article.field("url")
    if evidence is None:
        return
    path = re.sub(r"^\w+://[^/]*", "", evidence.quote).split("?")[0]
    match = _URL_DATE.search(path) or _URL_COMPACT.search(path)
    if match is None:
        return
    written = "-".join(part.zfill(2) for part in (match["y"], match["m"], match["d"]) if part)
    moment, _ = stamps.read(written)
    if moment is not None and int(match["y"]) in range(1990, 2100):
        yield Dated(DateRole.URL, replace(evidence, origin="url", quote=match.group().strip("/")), moment)


def relative_dates(article: Article, drafts: list[Draft], words: Vocabulary) -> Iterator[Dated]:
    """Words that tell the day only to those who know the day of writing, weekdays among them."""
    section = words.words("dates.relative")
    weekdays = calendar.weekday_names(article.language.main or "")
    first = next((draft.number for draft in drafts if draft.role in (Role.LEAD, Role.BODY)), 0)
    for draft in drafts:
        header = draft.role is Role.BOILERPLATE and draft.number < first and draft.marks <= {"boilerplate.teaser"}
        if draft.role in (Role.BLANK, Role.BOILERPLATE, Role.TAGS, None) and not header:
            continue
        for start, end, label in relative.find(draft.leveled, section, weekdays, digits=draft.digits):
            evidence = article.at(draft.start + start, draft.start + end)
            yield Dated(DateRole.RELATIVE, evidence, label=label)


def _is_live(drafts: list[Draft]) -> bool:
    """Whether the article is a live blog: entries that open with a time of day stand among its paragraphs."""
    told = [at for at, draft in enumerate(drafts) if draft.role in (Role.LEAD, Role.BODY)]
    between = drafts[told[0] : told[-1]] if told else []
    return sum(_ENTRY.match(draft.text) is not None for draft in between) >= _ENTRIES


def _believed(article: Article, seen: list[Dated], drafts: list[Draft]) -> list[Dated]:
    """The dates without the updates and the days at the foot that the dateline's day, without a year, contradicts."""
    doubtful = [one for one in seen if one.moment and one.label in ("modified", "tail")]
    filled = [draft for draft in drafts if draft.text] if doubtful else []
    told = datelines.day_without_year(filled, article.language.main or "")
    gone = [one for one in doubtful if told and one.moment and datelines.contradicts(one.moment, told)]
    return [one for one in seen if one not in gone] if gone else seen


def _published(article: Article, seen: list[Dated], printed: tuple[Dated, ...], *, live: bool) -> Fact[Moment]:
    """The publication date with every sighting that agrees to its day, or none.

    The header of a ``live`` blog shows the time of its last entry: there only a label makes a publication date.
    """
    own = [one for one in seen if one.role is DateRole.PUBLISHED and one.moment]
    header = ("declared", "leaked", "published", *(() if live else ("",)), "paper")
    ranked = sorted((one for one in own if one.label in header), key=lambda one: (header.index(one.label), _rough(one)))
    ranked += [one for one in seen if one.role is DateRole.URL and one.moment and one.moment.precision is Precision.DAY]
    if not live:
        # A page that prints nothing but its last update in the header gives the day by it.
        ranked += [one for one in seen if one.role is DateRole.MODIFIED and one.label == "modified" and one.moment]
        tail = [one for one in own if one.label == "tail"]
        if len({one.moment.value[:10] for one in tail if one.moment}) == 1:
            ranked += tail
    ranked = [*_overruling(article, ranked, printed), *ranked]
    if not ranked or ranked[0].moment is None:
        return Fact(None, tuple(one.evidence for one in seen if one.role is DateRole.PUBLISHED))
    chosen = ranked[0].moment
    agreeing = [one.evidence for one in ranked if one.moment and one.moment.value[:10] == chosen.value[:10]]
    return Fact(chosen, tuple(agreeing))


def _rough(one: Dated) -> bool:
    """Whether an unlabelled date tells a month only, as half a day does that a page breaks over two lines."""
    return not one.label and one.moment is not None and one.moment.precision in (Precision.YEAR, Precision.MONTH)


def _overruling(article: Article, ranked: list[Dated], printed: tuple[Dated, ...]) -> list[Dated]:
    """The dates that count for more than the one which a page's metadata declare.

    A label does where the metadata only say ``date``, which may be the day on which the page was sent, or give the day
    that the page's clock shows; and any date does where the declared one is older than all pages.
    """
    first = next((one for one in ranked[:1] if one.evidence.origin == "html"), None)
    if first is None or first.moment is None:
        return []
    day = first.moment.value[:10]
    own = [one for one in (*printed, *ranked) if one.role is DateRole.PUBLISHED and one.label in ("published", "")]
    others = [one for one in own if one.moment and one.moment.value[:10] != day]
    if day < _WEB:
        return others
    labelled = [one for one in others if one.label == "published"]
    unsaid = (first.evidence.locator or "").lower().endswith(_UNSAID)
    return labelled if labelled and (unsaid or day in _clock(article)) else []


def _clock(article: Article) -> set[str]:
    """The days that a page shows above its headline."""
    title, language = article.said("title"), article.language.main or ""
    above = takewhile(lambda line: line != title, record.shown(article.sightings, "shown")[:_MENU])
    short = [line for line in above if len(line) <= _CLOCK and any(map(str.isdigit, line))]
    return {seen.moment.value[:10] for line in short for seen in moments.find(line, language) if seen.moment}


def _first(seen: list[Dated], role: DateRole) -> Fact[Moment]:
    own = [one for one in seen if one.role is role]
    first = next((one for one in own if one.moment), None)
    return Fact(first.moment if first else None, tuple(one.evidence for one in own))
