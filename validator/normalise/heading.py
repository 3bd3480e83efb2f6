"""A headline as it is to be given: without the signs and words that a page puts around it."""

from __future__ import annotations

from validator.lexicons.lexicon import Vocabulary, sections
from validator.model.article import Role
from validator.normalise.dates import moments, relative
from validator.normalise.layout import behind, datelines, forms
from validator.normalise.layout.lines import Draft
from validator.regex import regex

# ``（1/2 ページ）`` behind a headline.
_PAGED = regex(r"\s?[（(]\d{1,2}\s?/\s?\d{1,2}\s?(?:ページ|页|頁|페이지|pages?)[）)]$")
_BEFORE, _BEHIND = "×✕•|:：", "| "  # a closed box, a bullet, the cells of a table, the point behind an empty kicker
_SITE = regex(r"\s[-–—|]\s(?P<site>[^-–—|]{6,80})$")
_PARTS = regex(r"\s?[,&/]\s")
_SECTIONS = 2  # of a site that says what it reports
_SLUG = regex(r"(?P<place>[^\W\d_a-z]{3,}(?:\s[^\W\d_a-z]{3,})?)\s(?=[^\W\d_][a-zß-ÿ])")
_OPENS = ",.(-–—:/ "  # signs that follow a dateline's place
_SMALL = 4  # letters of a place in small ones, at least
_AGED, _PLACE = 16, 4  # letters within which a headline's age stands; of a place's name
_RUBRIC = regex(r"(?P<rubric>[^/|]{3,30})\s[/|]\s(?P<head>.{12,})")


def cleaned(text: str, drafts: list[Draft], words: Vocabulary, language: str | None) -> str:
    """A headline without what stands around it, or the space before a colon, which French alone wants."""
    text = text.lstrip(_BEFORE).lstrip() if text[0] in _BEFORE else text
    text = text.rstrip(_BEHIND) if text[-1:] in _BEHIND else text
    text = text[:-1].rstrip() if _closes_nothing(text) else text
    if text[-1:] in ")）":
        text = _PAGED.sub("", text)
    text = _without_day(text, language or "")
    glued = behind.in_headline(text, words)
    text = text[: glued[0]].rstrip() if glued else text
    text = _without_site(_without_age(text, words), drafts)
    text = _without_kicker(_without_rubric(_without_slug(text, drafts), drafts))
    return _without_small_place(text) if language == "fr" else text.replace(" :", ":")


def _closes_nothing(text: str) -> bool:
    """Whether the quotation mark at a headline's end closes nothing, and is no sign of inches."""
    return (
        text[-1:] == '"'
        and text.count('"') == 1
        and text[-2:-1] != ""
        and not text[-2].isdigit()
        and not any(one in text for one in "„“”«»")
    )


def _without_age(text: str, words: Vocabulary) -> str:
    """Without the time since it appeared, and the place behind that which it names again (``2 hours ago …``)."""
    head = text[:_AGED]
    if not any(map(str.isdigit, head)):
        return text
    leveled = text.lower()
    place = next(relative.find(leveled, words.words("dates.relative")), None) if len(leveled) == len(text) else None
    if place is None or place[0] or not text[place[1] :][:2].strip() or text[place[1] : place[1] + 1] != " ":
        return text
    rest = text[place[1] :].strip()
    first, _, told = rest.partition(" ")
    again = len(first) >= _PLACE and told[:1].isupper() and first in told.replace(":", " ").split()
    return told if again else rest if rest[:1].isupper() else text


def _without_day(text: str, language: str) -> str:
    """Without the day glued to its end: ``… stolenMay 3, 2026``."""
    if not text[-1:].isdigit():
        return text
    day = next((one for one in moments.find(text, language) if datelines.glued(text, one)), None)
    return text[: datelines.glued(text, day)].rstrip() if day else text


def _without_site(text: str, drafts: list[Draft]) -> str:
    """Without the site behind it that says what it reports (``… - Skarrow News, Weather, Sports``).

    Or whose name the page has in a line of its own, or where it reserves its rights.
    """
    match = _SITE.search(text)
    if match is None:
        return text
    site = match["site"].strip()
    parts = _PARTS.split(site)
    known = sum(one[0].isupper() and not sections(one.split()[-1]).isdisjoint(forms.MENU) for one in parts if one)
    behind = site[0].isupper() and (known >= _SECTIONS or (" " in site and any(_names(one, site) for one in drafts)))
    return text[: match.start()].rstrip() if behind else text


def _names(draft: Draft, site: str) -> bool:
    """Whether a line of the page's own is a site's name, or reserves its rights."""
    if draft.role is not Role.BOILERPLATE or site not in draft.text:
        return False
    return draft.text == site or "boilerplate.copyright_footer" in draft.marks


def _without_slug(text: str, drafts: list[Draft]) -> str:
    """Without the place in capitals that the first paragraph opens with again, as its dateline."""
    slug = _SLUG.match(text)
    if slug is None:
        return text
    told = next((draft.text for draft in drafts if draft.prose and draft.text != text), "")
    place = slug["place"]
    return text[slug.end() :] if told.startswith(place) and told[len(place) : len(place) + 1] in _OPENS else text


def _without_kicker(text: str) -> str:
    """Without the label in small letters that a page shows before it: ``live Skarrow against Kelby``."""
    label, _, told = text.partition(" ")
    small = label.islower() and label.isalpha() and told[:1].isupper()
    return told if small and not sections(label).isdisjoint(forms.MENU) else text


def _without_small_place(text: str) -> str:
    """Without a French place in small letters and the rubric behind it: ``skarrow-la-vieille Tempête Le mur cède``."""
    place, _, told = text.partition(" ")
    rubric, _, head = told.partition(" ")
    small = len(place) >= _SMALL and place.islower() and place.replace("-", "").isalpha()
    return head if small and rubric[:1].isupper() and rubric.isalpha() and head[:1].isupper() else text


def _without_rubric(text: str, drafts: list[Draft]) -> str:
    """Without the section and a bar before it, where the page has the rest as a line of its own."""
    match = _RUBRIC.fullmatch(text) if "/" in text or "|" in text else None
    if match is None or sections(match["rubric"]).isdisjoint(forms.MENU):
        return text
    return match["head"] if any(draft.text == match["head"] for draft in drafts) else text
