"""Values that are as good as any other of their form, in a record without a text.

An ordinary id, title, address, time or name is told by its form: a rule that is ``formal`` says no more of it than of
any other. It comes down to that form, the one value that stands for all, moved in time together with the others of its
row. Any other value stands for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from validator.kinds import times
from validator.kinds.coded import FORM, ODD_TEXT
from validator.lexicons.fold import level
from validator.lexicons.lexicon import known_words
from validator.regex import regex

if TYPE_CHECKING:
    import pyarrow as pa

AN_AUTHOR, A_CREDIT = "Jane Roe", "Max Doe"
_AN_ID, _A_TITLE = "x-0", "A title of several words"
_A_PATH = "A"  # a capital: what is said of an address as it is and what of it folded are told apart
_ID, _ID_LENGTHS = r"^[\w./-]+\z", (4, 80)
_TITLE_LENGTH = 10  # letters, more than any word for nothing has
_SITE = r"https?://[a-z\d-]+(?:\.[a-z\d-]+)+/"
_URL = rf'^(?P<site>{_SITE})[\w.%/-]*(?P<query>\?[!"$-~]*)?\z'
_DATED = r"/(?:19|20)\d\d(?:[/-]\d\d?(?:[/?-]|\z)|\d{4}(?:[/?]|\z))"  # a year alone is no date
_DAY_OF_URL = rf"^{_SITE}(?:[a-z][\w.%-]*/)*(?P<day>(?:199\d|20\d\d)/\d\d/\d\d)/[\w.%-]*/?(?:\?[^/]*)?\z"
_LETTER = r"[^\W\d_]"
_WORD, _LONG = rf"{_LETTER}{{2,}}(?:-{_LETTER}{{2,}})?", rf"{_LETTER}{{4,}}(?:-{_LETTER}+)?"
_OTHER = r"[\u05d0-\u05ea\u0620-\u064a\u0904-\u0939][\u05d0-\u05ea\u0620-\u06d3\u0900-\u0963]+"
_CAPITALISED = regex(rf"{_WORD}(?: {_WORD}){{1,3}}")
_IN_CAPITALS = regex(rf"{_LONG}(?: {_LONG}){{1,2}}")
_CASED = regex(r"[\0-\u058f\u1e00-\u1eff]+")  # Latin, Greek, Cyrillic, Armenian: of one script or of several
# Hebrew, Arabic, Devanagari; Chinese characters, whose words are of two and more, without the particle of a phrase.
_CASELESS = regex(rf"{_OTHER} {_OTHER}|(?P<unspaced>(?!.{{0,3}}的)[\u3400-\u9fff々]{{3,4}})")
_BEHIND = regex(r"[\W\d]*")  # numbers and signs
_BETWEEN = regex("[ -]")
_ARCHIVES = "(?i)ark:|archi|histori|/hist/|newspaper|zeitung|zeitpunkt"


def reduced(raw: Mapping[str, pa.StringArray], *, dated: bool) -> dict[str, pa.StringArray]:
    """The columns of a record's fields, every ordinary value as its form.

    Dates are ordinary in relation to one another, to the address and to the day of collection; ``dated`` is whether
    the run itself was told that day.
    """
    import pyarrow.compute as pc

    found = dict(raw)
    if "text" in found:
        found["text"] = pc.if_else(pc.not_equal(raw["text"], ""), ODD_TEXT, raw["text"])
    if "title" in found:
        lettered = pc.utf8_is_alpha(pc.utf8_slice_codeunits(raw["title"], 0, 1))
        long = pc.greater_equal(pc.utf8_length(raw["title"]), _TITLE_LENGTH)
        found["title"] = _formed(pc.and_(lettered, long), _A_TITLE, raw["title"])
    if "id" in found:
        found["id"] = _formed(_are_ids(raw["id"]), _AN_ID, raw["id"])
    if "canonical_url" in found:
        site, query, day = _parts(raw["canonical_url"])
        plain = pc.if_else(pc.or_(pc.not_equal(query, ""), pc.is_valid(day)), None, site)
        found["canonical_url"] = pc.coalesce(_joined(FORM, plain, _A_PATH), raw["canonical_url"])
    _relate(found, raw, dated=dated)
    return found


def _are_ids(texts: pa.StringArray) -> Any:
    import pyarrow.compute as pc

    least, most = _ID_LENGTHS
    length = pc.binary_length(texts)  # as many as letters, where all are of ASCII
    short = pc.and_(pc.greater_equal(length, least), pc.less_equal(length, most))
    return pc.and_(short, pc.and_(pc.match_substring_regex(texts, _ID), pc.match_substring_regex(texts, r"\d")))


def standing(text: str, form: str) -> str:
    """A text with the one name that stands for all, ``form``, in the place of an ordinary one.

    A name is ordinary by its form: full, of words that no lexicon knows, and no place's. Numbers and signs may follow
    it; where letters do, the text stands for itself.
    """
    pattern = _CAPITALISED if text.istitle() else _IN_CAPITALS if text.isupper() else _CASELESS
    found = pattern.match(text)
    if found is None or not (pattern is _CASELESS or _CASED.fullmatch(found.group())):
        return text
    if not _BEHIND.fullmatch(text, found.end()):
        return text
    name = level(found.group())
    if found.lastgroup == "unspaced":
        runs = (name[start:end] for start, end in combinations(range(len(name) + 1), 2) if end - start > 1)
    else:
        words = _BETWEEN.split(name)
        runs = (" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2))
    return form + text[found.end() :] if known_words().isdisjoint(runs) else text


def _formed(ordinary: Any, form: str, text: Any) -> Any:
    import pyarrow.compute as pc

    return pc.if_else(ordinary, FORM + form, text)


def _joined(*parts: Any) -> Any:
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(*parts, "")


def _relate(found: dict[str, Any], raw: Mapping[str, Any], *, dated: bool) -> None:
    """Bring the dates of a row and the address down to their forms, where they are ordinary together."""
    import pyarrow.compute as pc

    dates = {name: times.When.of(name, raw[name]) for name in times.FIELDS if name in raw}
    forms, whole = times.related(dates, dated=dated, total=len(next(iter(raw.values()))))
    if "url" in raw:
        site, query, day = _parts(raw["url"])
        moved = times.moved(dates.get("date"), day)
        of_day = pc.is_valid(day)
        path = pc.if_else(of_day, _joined(moved, f"/{_A_PATH}"), _A_PATH)
        form = _joined(FORM, site, path, query)
        whole = pc.and_(whole, pc.or_(pc.is_valid(form), pc.is_null(raw["url"])))
        found["url"] = pc.coalesce(pc.if_else(pc.and_(of_day, pc.invert(whole)), None, form), raw["url"])
    for name in dates:
        found[name] = pc.coalesce(pc.if_else(whole, forms[name], None), raw[name])
    # In an archive old dates are right: beside a date that stands for itself an id or address may tell of one.
    telling = [pc.fill_null(pc.equal(found[name], raw[name]), fill_value=False) for name in dates]
    for name in ("id", "url"):
        if name in raw and telling:
            some = telling[0]
            for one in telling[1:]:
                some = pc.or_(some, one)
            archived = times.matched(raw[name], _ARCHIVES, some)
            found[name] = pc.if_else(archived, raw[name], found[name])
            if name == "url":  # its day stands beside the dates as they are, not as they were moved
                found.update({one: pc.if_else(archived, raw[one], found[one]) for one in dates})


def _parts(url: Any) -> tuple[Any, Any, Any]:
    """The site of an ordinary address, its query, and the day that it bears; null where it is not ordinary."""
    import pyarrow.compute as pc

    found = pc.extract_regex(url, _URL)
    site, query = pc.struct_field(found, "site"), pc.struct_field(found, "query")
    telling = pc.and_(pc.is_valid(found), times.matched(url, _DATED))
    written = pc.struct_field(pc.extract_regex(pc.if_else(telling, url, None), _DAY_OF_URL), "day")
    day = times.day(pc.replace_substring(written, "/", "-"))
    return pc.if_else(pc.and_(telling, pc.is_null(day)), None, site), query, day
