"""Which line of an article's bare text is its title, where nothing but the article stands in it."""

from __future__ import annotations

from validator.lexicons.fold import fold, trim
from validator.lexicons.lexicon import Vocabulary
from validator.lexicons.sentences import FULL_STOPS, asks
from validator.model.article import Role
from validator.normalise.layout import below_lead, dated_lists, forms, headline, masthead, no_headline
from validator.normalise.layout.headline import SIGNATURES
from validator.normalise.layout.lines import LONG, Draft
from validator.normalise.layout.told import WORDS, is_full, is_spaceless, stems, words_below
from validator.normalise.names import names
from validator.regex import regex

_WEIGHT = (12.0, 220.0)  # letters of a title
_STANDFIRST = 90.0  # of a line that is no headline, but stands below one
_LONGEST = 170.0  # of one that has a paragraph's form
_HEAD = 14  # lines in which a text's head ends
_WRAPPED = (40.0, 90.0)  # letters of a line that is broken by hand
_SITE = 8  # letters of a site's name, at least
_HOUSE = 4  # words of a house's name
_NAME = 4  # words of a name that signs
_LISTED = 2  # headlines of other articles above the article's own
_TOLD = 2  # words of the text that a headline below a masthead takes up
_SMALL = 5  # letters of a word that names nobody
_HEAD_OF_PAGE = frozenset(f"boilerplate.{one}" for one in ("nav", "account", "app_promo", "cookie", "newsletter"))
# A paper's motto: ``News you can trust since 1761``.
_MOTTO = regex(
    r"\b(?:since|seit|depuis|desde|dal|sinds|sedan|siden|vuodesta|od|din|с|з|от|از|منذ)\s1[678]\d\d\b|\b1[678]\d\d年"
)
_NEAR = 6  # lines below a headline in which a paragraph stands
_GALLERY = 5  # words of a gallery's headline, at least
_CODE, _CALLS = ("{", ";"), ("=", "('")  # what a script has that a page left in its text, and either of these
_ITEM = ("- ", "– ")
_QUOTES = '«»"“„”「『‘‚'
_BARS, _CAPITALS, _KICKER = "/|", 0.8, 60.0  # what parts two sections; capitals and letters of them
_LINKS = (" - ", " | ", " – ", " — ")


def mark(filled: list[Draft], declared: str | None, words: Vocabulary) -> None:
    """The declared title's line, else the first headline above the first paragraph; its repeat is furniture."""
    _free_gallery(filled)
    found = _declared_title(filled, declared) if declared else None
    found = found or headline.below_path(filled) or masthead.headline_below(filled)
    found = found or _first_headline(filled, words) or below_lead.find(filled)
    if found is None or (declared is None and dated_lists.heads_each(filled)):
        return
    found.role = Role.TITLE
    key, seen = trim(found.folded), False
    for draft in filled[: filled.index(found) + 4]:
        if draft is found:
            seen = True
        elif seen and trim(draft.folded) == key:
            draft.role = Role.BOILERPLATE


def _free_gallery(filled: list[Draft]) -> None:
    """Take the role from a first line that is a gallery's headline, and names nobody (``Pictures: The best of …``)."""
    first = filled[0]
    credit = first.credit if first.role is Role.CREDIT and len(filled) > 1 else None
    if credit is None or credit.whole or credit.kind != "unknown" or credit.licence or ":" not in first.text:
        return
    told = credit.value.split()
    plain = any(one[0].isdigit() or (one.islower() and len(one) >= _SMALL) for one in told)
    if len(told) >= _GALLERY and plain:
        first.role = first.credit = None


def _declared_title(filled: list[Draft], declared: str) -> Draft | None:
    key = trim(fold(declared))
    return next((draft for draft in filled if key and trim(draft.folded) == key), None)


def _first_headline(filled: list[Draft], words: Vocabulary) -> Draft | None:
    candidates = [one for one in _above_text(filled, words) if not no_headline.is_writer(one, filled, words)]
    plain = [one for one in candidates if not one.furniture]
    found = next((one for one in plain if is_full(one)), None)
    found = found or next((one for one in candidates if is_full(one) and stems(one) & words_below(filled, one)), None)
    if found is not None:
        return _above_date(filled, plain, found) or _below_head(filled, candidates, found)
    first = next(iter(plain), None)
    if first and no_headline.heads_place(first, filled, words):
        return None
    if first and (first.weight >= _WEIGHT[0] or _stands_alone(candidates, filled)):
        return first
    return next((one for one in plain if one.weight >= _WEIGHT[0] and _is_beside_date(filled, one)), None)


def _above_date(filled: list[Draft], plain: list[Draft], found: Draft) -> Draft | None:
    """The short headline that opens a text above its day, where a longer line below that is its subhead.

    Or right below its day, where the long line below it is a standfirst.
    """
    at, place = filled.index(plain[0]) if plain else 0, filled.index(found)
    first, below = filled[at], filled[at + 1 : at + 2]
    named = first.words >= WORDS - 1 or (is_spaceless(first) and first.weight >= _WEIGHT[0])
    if named and at < place and not first.sentence and below[0].role is Role.DATELINE:
        opens = below[0].number < found.number and all(one.role is Role.BOILERPLATE for one in filled[:at])
        return first if opens and stems(first) & words_below(filled, found) else None
    above = filled[place - 1] if place > 1 and filled[place - 2].role is Role.DATELINE else None
    if above is None or found.weight < _STANDFIRST or above not in plain or above.sentence:
        return None
    return above if above.words >= WORDS - 1 and above.text.split()[-1].islower() else None


def _is_beside_date(filled: list[Draft], draft: Draft) -> bool:
    """Whether the date or whoever signs stands right above or below a line."""
    at = filled.index(draft)
    return any(one.role in SIGNATURES for one in filled[max(0, at - 1) : at + 2])


def _above_text(filled: list[Draft], words: Vocabulary) -> list[Draft]:
    """The lines above the first paragraph that may be the headline."""
    candidates: list[Draft] = []
    headed = False
    for at, draft in enumerate(filled):
        if draft.role is not None:
            continue
        if draft.prose and (draft.marks & _HEAD_OF_PAGE or _is_code(draft.text)):
            continue  # a notice; a script
        if _is_posed(filled, at):
            continue
        if len(candidates) > 2 * _HEAD or _begins_text(filled, at, words, headed=headed):
            break
        if (draft.furniture and draft.words < WORDS) or forms.is_menu(draft) or not any(map(str.isalpha, draft.text)):
            continue
        if draft.weight <= _WEIGHT[1] and not no_headline.is_left_over(draft) and not _is_item(filled, at):
            candidates.append(draft)
            headed = headed or (is_full(draft) and not draft.furniture)
    return candidates


def _is_code(text: str) -> bool:
    return all(one in text for one in _CODE) and any(one in text for one in _CALLS)


def _is_item(filled: list[Draft], at: int) -> bool:
    """Whether a line is one of several that a dash opens: a list of other articles."""
    beside = (*filled[max(0, at - 1) : at], *filled[at + 1 : at + 2])
    return filled[at].text.startswith(_ITEM) and any(one.text.startswith(_ITEM) for one in beside)


def _is_posed(filled: list[Draft], at: int) -> bool:
    """Whether a short sentence that nothing but furniture stands above is a caption: its credit stands right below."""
    draft, below = filled[at], filled[at + 1 : at + 2]
    posed = draft.sentence and not draft.prose and bool(below) and below[0].role is Role.CREDIT
    return posed and all(one.furniture or one.role is Role.BOILERPLATE for one in filled[:at])


def _begins_text(filled: list[Draft], at: int, words: Vocabulary, *, headed: bool) -> bool:
    """Whether a line is a paragraph, and no long headline right above the date or whoever signs, nor one that asks."""
    draft = filled[at]
    if draft.prose:
        below = next((one for one in filled[at + 1 : at + 3] if one.role is not Role.BOILERPLATE), None)
        signed = below is not None and (below.role in SIGNATURES or _is_name(below, words))
        if headed or below is None or draft.weight > _LONGEST:
            return True
        if draft.sentence:
            parted = signed or below.number > draft.number + 1
            return not (parted and draft.weight < LONG and (asks(draft.text) or _calls(filled, at)))
        return not signed or bool(draft.marks)
    stopped = draft.sentence and draft.text[-1] in FULL_STOPS and draft.words > 3 and not draft.furniture
    return stopped or _is_wrapped(filled, at)


def _is_name(draft: Draft, words: Vocabulary) -> bool:
    """Whether a line is a full name alone."""
    return draft.role is None and 1 < draft.words <= _NAME and names.is_person(draft.text, words)


def _calls(filled: list[Draft], at: int) -> bool:
    """Whether a line above a paragraph ends with a call, or trails off: ``The pier is back!``, ``And he turned...``.

    Below a word or two that may be the headline, what trails off is cut short.
    """
    text = filled[at].text.replace("...", "…")
    if ". " in text or text[-1] not in "!！…" or not any(one.prose for one in filled[at + 1 : at + _NEAR]):
        return False
    return text[-1] != "…" or not any(one.role is None and not one.furniture for one in filled[:at])


def _is_wrapped(filled: list[Draft], at: int) -> bool:
    """Whether a paragraph begins that is broken by hand into lines, of which the next one goes on in small letters."""
    run = filled[at : at + 3]
    return (
        len(run) > 2
        and run[-1].number == run[0].number + 2
        and run[1].text[0].islower()
        and all(_WRAPPED[0] <= one.weight <= _WRAPPED[1] and one.role is None for one in run[:2])
    )


def _below_head(filled: list[Draft], candidates: list[Draft], found: Draft) -> Draft:
    """The headline below the first line, where that is the page's own title or tells of nothing that the text does.

    A browser's title has the headline and the site's name behind it. A slogan is told by the
    furniture between the two, by the year of foundation that it names, or where the headline is printed twice.
    """
    others = [one for one in candidates if one.number > found.number and is_full(one)]
    site = filled[0].text if found is not filled[0] and len(filled[0].text) >= _SITE else ""
    if (own := next((one for one in others if _names_page(found, one, site)), None)) is not None:
        return own
    if not others:
        return found
    if (own := _repeated(filled, found, others) or _below_kicker(filled, found, others)) is not None:
        return own
    if stems(found) & words_below(filled, found):  # pairs of letters come again by chance
        return _below_list(filled, found, others) if is_spaceless(found) else found
    odd = _MOTTO.search(found.text) is not None or bool(no_headline.seams(found.text)) or found.text[0].islower()
    motto = found is candidates[0] and odd
    keys = [trim(draft.folded) for draft in filled]
    for one in others:
        at = filled.index(one)
        parted = any(draft.marks & _HEAD_OF_PAGE for draft in filled[filled.index(found) + 1 : at])
        if (
            (motto or parted or keys.count(keys[at]) > 1)
            and not one.sentence
            and len(stems(one) & words_below(filled, one)) >= _TOLD
        ):
            return one
    return _below_list(filled, found, others)


def _names_page(found: Draft, head: Draft, site: str) -> bool:
    """Whether a line above a headline is a rubric of its quotation, the browser's title, a path, a part of the site."""
    if head.text[0] in _QUOTES and no_headline.names_rubric(found.text):
        return True
    if any(found.text.startswith(head.text + link) or (site and found.text.startswith(site + link)) for link in _LINKS):
        return True
    # ``HomeNewsHarbour wall to be mended``: a path glued to it
    return found.text.endswith(head.text) and bool(no_headline.seams(found.text[: -len(head.text) + 1]))


def _repeated(filled: list[Draft], found: Draft, others: list[Draft]) -> Draft | None:
    """The one below that the page prints again, with the day or whoever signs right below it: a slogan is none."""
    keys = [trim(draft.folded) for draft in filled]
    if keys.count(trim(found.folded)) > 1 or _is_beside_date(filled, found):
        return None
    for one in others:
        at = filled.index(one)
        if (
            keys.count(keys[at]) > 1
            and not one.sentence
            and any(below.role in SIGNATURES for below in filled[at + 1 : at + 2])
        ):
            return one
    return None


def _below_kicker(filled: list[Draft], found: Draft, others: list[Draft]) -> Draft | None:
    """The headline right below two sections in capitals, side by side: ``HANDBALL/ SECOND LEAGUE``."""
    below = others[0]
    if (
        not any(one in found.text for one in _BARS)
        or found.weight > _KICKER
        or below is not filled[filled.index(found) + 1]
    ):
        return None
    kicker, head = _capitals(found.text), _capitals(below.text)
    return below if kicker >= _CAPITALS > head and not below.sentence else None


def _capitals(text: str) -> float:
    """The share of capitals among the letters that have them."""
    cased = [one for one in text if one.lower() != one.upper()]
    return sum(map(str.isupper, cased)) / max(1, len(cased))


def _below_list(filled: list[Draft], found: Draft, others: list[Draft]) -> Draft:
    """The last of several headlines, where the text below takes up its words alone: those above are of others.

    Below it a byline may stand that is told as one only later.
    """
    last = max(others[-2:], key=lambda one: len(stems(one) & words_below(filled, one)))
    if len(others) >= _LISTED and _is_house(found):
        found, *others = others
    above = [found, *others[: others.index(last)]] if last in others else [found]
    at = filled.index(last)
    ends = any(one.role in SIGNATURES or one.prose for one in filled[at + 1 : at + 3])
    if len(above) < _LISTED or not ends or last.sentence or any(one.sentence for one in above):
        return found
    told = words_below(filled, last)
    own = max(len(stems(one) & told) for one in above)
    return last if len(stems(last) & told) >= max(_TOLD, 2 * own + 1) else found


def _is_house(draft: Draft) -> bool:
    """Whether a line names a house: a few words, the long ones in capitals (``Le Courrier de Skarrow``)."""
    bare = [one for one in draft.text.split() if len(one) >= WORDS]
    return draft.words <= _HOUSE and draft.text.isascii() and all(one.isalpha() and one[0].isupper() for one in bare)


def _stands_alone(candidates: list[Draft], filled: list[Draft]) -> bool:
    """A word or two (``雨停了``) are the headline where they are all that stands above the first paragraph."""
    first = candidates[0]
    below = filled[1] if first is filled[0] and len(filled) > 1 else None
    lettered = sum(one.isalpha() for one in first.text) > len(first.text) // 2
    return below is not None and below.prose and lettered and not first.furniture and len(candidates) == 1
