"""Days within paragraphs that are the article's own: a dateline's, a stamp's before or behind the text, an imprint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from validator.lexicons import agencies, calendar
from validator.lexicons.lexicon import Vocabulary
from validator.model.article import Moment, Precision, Role
from validator.normalise.dates import moments
from validator.normalise.dates.patterns import WORD
from validator.normalise.layout import date_labels
from validator.normalise.layout.lines import Draft
from validator.regex import regex

# Place, day and agency before a dash; the day is the zero character.
_DISPATCH = regex(
    r"[^\W\d_][^.!?:()\0]{1,40}?[\s,/]*(?:\((?P<agency>[^()\0]{2,24})\)[\s,/-]*)?\0[\s,]*"
    r"(?:\((?P<last>[^()]{2,24})\))?\s*[-–—]"
)
_PARTICLE = 3  # letters of a place's small words
_OPENING, _CLOSING = 160, 60  # letters of a long paragraph in which such a day stands
_PLACE = 60  # letters of a place and its land
_WEB = 1991  # the year of the first page: a day before it is the story's
# Behind a dateline's day: a dash, with whoever sent it before that, or a colon, and the text.
_DASH = regex(
    r"\s*[.,)]?\s*(?:/[^/\n]{2,30}/|\((?![a-zß-ÿа-я])[^()\n]{2,40}\)[.,]?)?\s*(?:[-–—]{1,2}|:)\s*[\"“«„'‘(]?[^\W\d_]"
    r"|[.,]?\s?/[^/\n]{2,30}/[.:]?\s"
)
_YEAR_WORD = regex(r"\s?(?:г(?:ода|\.)?|р(?:оку|\.)|r(?:oku|\.))(?=[\s,./])")  # behind a year: ``12 мая 2026 года``
_STOPPED_DASH = regex(r"\.\s?[-–—]{1,2}\s*[\"“«„'‘(]?[^\W\d_]")
_SENT_DASH = regex(r"\s?\([^()\n]{2,40}\)\s?[-–—]")  # whoever sent it, behind a day that opens the text
_STOP = regex(r"\.\s+[\"“«„'‘]?[^\W\d_]")
_REPORTED = regex(r"[日\s]*(?:讯|訊|电|電|報導|报道)")
_BEHIND_TIME = regex(r"\.?(?:\s?(?:Uhr|uur|hrs?|h|น\.|г\.|WIB|IST)(?![^\W\d_]))?[\s|•·–—,-]*[\"“«„'‘(]?([^\W\d_])")
_GLUED, _SPACED = regex(r"[\"“«„]?([^\W\d_])"), regex(r"\s+[\"“«„'‘]?([^\W\d_])[^\W\d_]*[\s,:]")
_ENDED = regex(r"(?:[^\W\d_]{4}|[가-힣]{2}|[)\d])[.!?…。！？][\"”»“’]?[\s|(\[–—-]*$|[”»」』)][\s|]*$")
_LOST = 2  # filled lines of a page whose breaks are lost
# Between a text and the day of the paper that it stood in: ``Jane Roe | print edition 12/05/2026``.
_ON_PAPER = regex(
    r"\b(?:print edition|printed edition|printausgabe|druckausgabe|édition papier|édition imprimée|edición impresa|"
    r"edició impresa|edição impressa|edizione cartacea|gedrukte editie|papieren editie|papieren krant|"
    r"wydani[eau] papierow|wydani[eau] drukowan|tištěné[hm]* vydání|tlačen\w+ vydani|tiskano\w* izdanj|"
    r"печатн\w+ (?:верси|номер|издани)|"
    r"друкован\w+ (?:верс|номер|видан)|печатно издание|ediți[ae] tipărită|nyomtatott kiadás|έντυπη έκδοση|basılı|"
    r"papperstidning|papiravis|printti|الورقية|چاپی|edisi cetak|báo in)"
)
_IMPRINT, _LAST = 200.0, 3  # letters of a sentence that says when the article was published, lines in which it stands
_THIS = regex(
    r"(?:this|the above|dieser|dieses|cet|cette|ce|est[ea]|ess[ea]|aquest|aquesta|quest[oa]|dit|deze|denn[ae]|"
    r"dette|ten|tento|táto|ovaj|ova|ta|эта|этот|это|ця|цей|тази|този|bu|acest|această|ez a|tämä|αυτό|το|この|本|此|该|"
    r"該|이)\s?(?:[^\W\d_]+\s)?(?:article|story|report|post|piece|column|item|interview|content|version|beitrag|artikel|"
    r"text|bericht|meldung|billet|contenu|dépêche|artículo|nota|noticia|reportaje|contenido|texto|entrada|article|artigo|"
    r"matéria|notícia|reportagem|conteúdo|articolo|contenuto|pezzo|stuk|artykuł|tekst|materiał|článek|článok|článek|"
    r"članak|članek|vest|vijest|prispevek|стать|материал|новость|текст|заметк|стаття|матеріал|новин|статия|haber|yazı|"
    r"makale|articol|material|știre|cikk|juttu|artikkeli|άρθρο|κείμενο|記事|文章|文|稿|기사)"
)
_PUBLISHED = regex(
    r"pubblic|publi[cksé]|veröffentlich|erschien|versche?en|appeared|paru|appar[sv]|uscit|posted|opublik|ukazał|zveřejn|vyšel|"
    r"uverejn|vyš[ie]el|objav|опублик|опублік|публик|вышл|вийшл|yayı[nm]|közöl|megjelen|julkais|publiser|udgivet|"
    r"δημοσι|掲載|公開|配信|发表|刊登|刊|게재|보도"
)
_DAY_MONTH = regex(
    r"(?P<place>[^\W\d_][^.!?:;\d()]{1,40}?)[,\s/–—-]+(?:\([^()\d]{2,30}\)\s?[,–—-]*\s?)?"
    rf"(?:(?P<dmy_d>\d{{1,2}})(?:\.|º|er)?\s(?:de\s)?(?P<dmy_m>{WORD})|(?P<mdy_m>{WORD})\.?\s(?P<mdy_d>\d{{1,2}}))"
    r"\.?,?\s?(?=[-–—:(/]|\d{1,2}\s[^\W\d_]{3})"
)
_WEEKDAY_GLUED = regex(r"(?<=[^\W\d_A-ZÀ-Þ)\"”’»!?])[A-ZÀ-Þ][a-zß-ÿ]{2,12},?\s*$")
_HEADLINE, _CLOSES = 20, frozenset(')"”’»!?')  # letters of a headline; signs that may close it
_ADDRESS, _HIDDEN = 2, "[email protected]"  # words of an address; one that a page hides from crawlers
_SAID, _WHERE = 120.0, 7  # letters of a line that says where a text was published; words of where
_TIMED = (Precision.MINUTE, Precision.SECOND)
# What a reader of feeds names before the day and time: ``Beacon.example 14.11.2018 00:21``.
_SITE = regex(r"\w[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\s")
_COMMAS = frozenset(",،，")
_OPEN, _CLOSE = tuple("(（【["), tuple(")）】]")
_AFTER, _BEFORE = 10, 2  # days from a dateline's day on which its article may be published, and to it


def own(filled: list[Draft], words: Vocabulary, language: str) -> Iterator[tuple[Draft, moments.Seen, str]]:
    """Days in paragraphs that tell when the article was published, with the label by which they are ranked."""
    told = [draft for draft in filled if draft.role in (Role.LEAD, Role.BODY) and draft.digits]
    paragraphs = [draft for draft in filled if draft.role in (Role.LEAD, Role.BODY)]
    first = list(islice((draft for draft in paragraphs if not _is_address(draft.text)), 2))
    last = next((draft for draft in reversed(paragraphs) if not _is_address(draft.text)), None)
    yield from _at_headline(filled)
    for draft in told:
        if draft.role is Role.LEAD or any(draft is one for one in first):
            for seen in draft.dates or moments.find(draft.text, language, 0, min(len(draft.text), _OPENING)):
                label = _opens(draft, seen, words)
                if label is not None:
                    yield draft, seen, label
    for draft in told:
        at_end = draft.text[-1] in "0123456789|)." and draft is last
        dates = draft.dates
        if at_end and not dates and (draft.text[-1] != "." or draft.text[-2].isdigit()):
            dates = tuple(moments.find(draft.text, language, max(0, len(draft.text) - _CLOSING)))
        for seen in dates:
            closes = at_end and _closes(draft, seen)
            stands = len(filled) <= _LOST and _stands_alone(draft, seen)
            if _is_of_web(seen.moment) and (closes or stands or _prints(filled[-_LAST:], draft, seen, words)):
                yield draft, seen, "tail"


def _at_headline(filled: list[Draft]) -> Iterator[tuple[Draft, moments.Seen, str]]:
    """The day that a headline has behind it without a space, or the day and time that close the line below it."""
    at = next((at for at, draft in enumerate(filled) if draft.role is Role.TITLE), None)
    if at is None:
        return
    yield from ((filled[at], seen, "") for seen in filled[at].dates if glued(filled[at].text, seen))
    for below in filled[at + 1 : at + 2]:
        if below.role is Role.LEAD and not below.sentence and len(below.dates) == 1:
            seen = below.dates[0]
            timed = seen.moment is not None and seen.moment.precision in _TIMED
            if timed and seen.end == len(below.text) and _is_of_web(seen.moment):
                yield below, seen, ""


def glued(text: str, seen: moments.Seen) -> int:
    """Where a day, its weekday before it, follows a headline without a space and ends its line; 0 if none does."""
    if seen.end != len(text) or seen.moment is None:
        return 0
    weekday = _WEEKDAY_GLUED.search(text, 0, seen.start)
    start = weekday.start() if weekday and calendar.weekday(weekday[0].strip(" ,")) else seen.start
    before = text[max(0, start - 1) : start]
    return start if start > _HEADLINE and (before.islower() or before in _CLOSES) else 0


def _is_address(text: str) -> bool:
    """Whether a line below a text is a reporter's address, a crawler's word for one too: ``[email protected]``."""
    return len(text.split()) <= _ADDRESS and ("@" in text or text == _HIDDEN)


def _prints(last: list[Draft], draft: Draft, seen: moments.Seen, words: Vocabulary) -> bool:
    """Whether one of the last lines says when the article was published."""
    return draft in last and (_imprint(draft) or _said_published(draft, seen, words))


def _said_published(draft: Draft, seen: moments.Seen, words: Vocabulary) -> bool:
    """Whether a line says where and when the article was published alone (``Published in The Beacon, 3 May 2026.``)."""
    label = words.words("dates.published").opening(draft.leveled)
    between = draft.text[label : seen.start].split()
    ends = not draft.text[seen.end :].strip(" .)]")
    return bool(label) and ends and draft.weight <= _SAID and len(between) <= _WHERE


def _opens(draft: Draft, seen: moments.Seen, words: Vocabulary) -> str | None:
    """How sure a paragraph opens with its article's day: by the label ``""``, less so by ``tail``, or not at all."""
    before, behind = draft.text[: seen.start], _YEAR_WORD.sub("", draft.text[seen.end :], count=1)
    if draft.role is Role.LEAD and _dispatched(before, behind):
        return ""
    if len(before) > _PLACE or not _is_of_web(seen.moment):
        return None
    place = before.strip(" (（【[,/–—-|:")
    if before[:1] in _OPEN and (_REPORTED.match(behind) or behind[:1] in _CLOSE):
        return "" if not place or _REPORTED.match(behind) or _is_place(place) else None
    timed = seen.moment is not None and seen.moment.precision in _TIMED
    sited = timed and ((before.rstrip()[-1:] == "|" and _is_place(place)) or _SITE.fullmatch(before))
    if seen.start <= 1 or _is_label(draft, seen, words) or sited:
        return _stamped(seen, before, behind)
    if not _is_place(place):
        return None
    bracketed = before[-1] in _OPEN and behind[:1] in _CLOSE
    parted = not _COMMAS.isdisjoint(before) or before.rstrip()[-1] in "(（/–—-" or place.isupper()
    if bracketed or (parted and _DASH.match(behind)):
        return ""
    return "tail" if not _COMMAS.isdisjoint(before) and _STOP.match(behind) else None


def _stamped(seen: moments.Seen, before: str, behind: str) -> str | None:
    """The same of a day at the very beginning, or behind its label: a clock time or a lost space tells a stamp."""
    timed = seen.moment is not None and seen.moment.precision in _TIMED
    if timed and (text := _BEHIND_TIME.match(behind)):
        return "" if not text[1].islower() else None
    if (glued := _GLUED.match(behind)) and glued[1].isupper():
        return ""
    if _STOPPED_DASH.match(behind) or _SENT_DASH.match(behind):
        return ""
    spaced = _SPACED.match(behind)
    return ("" if before else "tail") if spaced and spaced[1].isupper() else None


def _is_label(draft: Draft, seen: moments.Seen, words: Vocabulary) -> bool:
    """Whether nothing but a label of publication stands before a day."""
    if date_labels.before(draft, seen.start, words) != "published":
        return False
    head = draft.leveled[: seen.start].rstrip(" :|–—-")
    return words.words("dates.published").closing(head) >= len(head.strip())


def _is_place(place: str) -> bool:
    """Whether words may name a place and its land: none but the small ones begins in lower case."""
    tokens = place.replace(",", " ").replace("،", " ").replace("(", " ").split()
    written = bool(tokens) and not any(map(str.isdigit, place)) and place[0].isalpha() and not place[0].islower()
    return written and ". " not in place and not any(one[0].islower() and len(one) > _PARTICLE for one in tokens)


def _dispatched(before: str, behind: str) -> bool:
    """Whether a paragraph opens with an agency's place and day (``LISBON, 16 Jan 2026 (Lusa) - The …``)."""
    place, _, _ = before.partition("(")
    if any(one.islower() and len(one) > _PARTICLE for one in place.replace(",", " ").split()):
        return False
    opening = _DISPATCH.match(f"{before}\0{behind}")
    return opening is not None and agencies.agency(opening["agency"] or opening["last"] or "", sure=True) is not None


def _closes(draft: Draft, seen: moments.Seen) -> bool:
    """Whether a day stands behind a paragraph's last sentence (``… of the city library. 14.09.2026 |``)."""
    if draft.text[seen.end :].strip(" |.)]–—-"):
        return False
    if _ENDED.search(draft.text, 0, seen.start) is not None:
        return True
    return _ON_PAPER.search(draft.leveled, max(0, seen.start - _CLOSING // 2), seen.start) is not None


def _stands_alone(draft: Draft, seen: moments.Seen) -> bool:
    """Whether a day was a line of its own in a page that lost its breaks: between a sentence's end and a capital."""
    behind = _SPACED.match(draft.text, seen.end)
    timed = seen.moment is not None and seen.moment.precision in _TIMED
    alone = timed or (behind is not None and not behind[1].islower())
    return alone and _ENDED.search(draft.text, 0, seen.start) is not None


def _imprint(draft: Draft) -> bool:
    """Whether a sentence says of the article itself when it was published (``This report was first published …``)."""
    at = len(draft.leveled) - len(draft.leveled.lstrip("([*_- "))
    if draft.weight > _IMPRINT or _THIS.match(draft.leveled, at) is None:
        return False
    return _PUBLISHED.search(draft.leveled) is not None


def _is_of_web(moment: Moment | None) -> bool:
    return moment is not None and moment.day is not None and moment.day.year >= _WEB


def day_without_year(filled: list[Draft], language: str) -> tuple[int, int] | None:
    """Month and day of the dateline that opens the first paragraph without a year (``BATKHELA, June 9: A jirga …``)."""
    roles = (Role.LEAD, Role.DATELINE, Role.BYLINE)  # an agency's may stand in a line of its own
    first = next((draft for draft in filled if draft.role in roles and draft.digits and not draft.dates), None)
    match = _DAY_MONTH.match(first.text) if first is not None else None
    if match is None or not _is_place(match["place"]):
        return None
    month = calendar.month(match["dmy_m"] or match["mdy_m"], language)
    return (month, int(match["dmy_d"] or match["mdy_d"])) if month else None


def sure_day(within: list[tuple[Draft, moments.Seen, str]]) -> tuple[int, int] | None:
    """Month and day of the first of the days within paragraphs that is surely the article's own."""
    first = next((seen.moment for _, seen, label in within if not label), None)
    return (first.day.month, first.day.day) if first and first.day else None


def contradicts(moment: Moment, told: tuple[int, int]) -> bool:
    """Whether no year makes a dateline's day one on which an article was written that is published on another."""
    if moment.day is None:
        return False
    for year in (moment.day.year - 1, moment.day.year, moment.day.year + 1):
        try:
            apart = (moment.day - date(year, *told)).days
        except ValueError:
            continue
        if -_BEFORE <= apart <= _AFTER:
            return False
    return True
