"""Words that show a few capitalised ones to be an office, a place or a house: nobody is called so."""

from __future__ import annotations

from validator.lexicons import agencies, calendar
from validator.lexicons.lexicon import sections
from validator.lexicons.office_words import words

_ARTICLES = frozenset("la el le les il los las lo l' o a os as the de het die der das en et en".split())
_PARTED = ",;|/()–—•·:@"
# What joins two words of a heading; articles behind which a line breaks off.
_BETWEEN = frozenset("y e i und og och et and en ja și и та й".split())
_CUT_OFF = frozenset(
    "el la los las le les der die das den dem des the a un una une um uma il lo gli o os as het een ett en "
    "del du al au aux dos das do da".split()
)
_THREE = 3  # words that two of them and what joins them make


def is_body(text: str) -> bool:
    """Whether a line is an office or a place by its first word or its last, or a town before its country."""
    tokens = text.rstrip(".").lower().replace("l’", "l'").split()
    if len(tokens) < 2:
        return False
    town, _, country = text.partition(", ")
    if country and calendar.country(country) is not None:
        return tokens[0] in words("towns") or town.lower().split()[-1] == country.lower()
    if any(one in text for one in _PARTED) or " - " in text:
        return False
    first = tokens[1] if tokens[0] in _ARTICLES else tokens[0].removeprefix("l'")
    return first in words("opening") or tokens[-1] in words("closing")


def is_label(text: str) -> bool:
    """Whether a line labels what a page counts or lists: ``Word Count``, ``Neuester Kommentar``, ``Últimos temas``."""
    tokens = text.rstrip(".").lower().split()
    if len(tokens) < 2 or any(one in text for one in _PARTED):
        return False
    return tokens[0] in words("labels_opening") or tokens[-1] in words("labels_closing")


def is_house(text: str) -> bool:
    """Whether a name is a house's by its first word or its last: ``The Sunday Leader``, ``Canal Seis``."""
    tokens = text.lower().split()
    if len(tokens) < 2:
        return False
    if text.startswith("The ") and text[4].isupper():
        return agencies.agency(text) is None and "byline.teams" not in sections(text)
    return tokens[0] in words("houses_opening") or tokens[-1] in words("houses_closing")


def is_itself(text: str) -> bool:
    """Whether what stands beside a day tells of the article or its issue: ``Archivierter Artikel``."""
    return not words("issues").isdisjoint(text.lower().split())


def comes_round(text: str) -> bool:
    """Whether three words end in the one they begin with, as rubrics do: ``Minuto a minuto``, ``Face to face``."""
    tokens = text.lower().split()
    return len(tokens) == _THREE and tokens[0] == tokens[2]


def is_pair(text: str) -> bool:
    """Whether two words are joined, as headings are and no full name is: ``Luz y sombra``, ``Brände und Unfälle``."""
    tokens = text.split()
    return len(tokens) == _THREE and tokens[1] in _BETWEEN


def is_cut_off(text: str) -> bool:
    """Whether a line breaks off behind an article, as those of a printed column do."""
    last = text.rpartition(" ")[2]
    return last in _CUT_OFF
