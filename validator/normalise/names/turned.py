"""Names with the surname first, as catalogues have them."""

from __future__ import annotations

from validator.lexicons import agencies
from validator.lexicons.lexicon import Vocabulary
from validator.normalise.names import names
from validator.regex import regex

# ``Roe, Jane`` as catalogues have it: one surname with its particles, and one or two given names or initials.
_TURNED = regex(
    r"\s*(?P<surname>(?:[^\W\d_]{2,4} ){0,2}[^\W\d_][\w’'-]+), "
    r"(?P<given>(?:[^\W\d_][\w-]*\.?)(?: [^\W\d_][\w-]*\.?)?)\s*"
)
_INITIALS = regex(r"(?:[^\W\d_]\.[ -]?)+")


def straight(value: str, words: Vocabulary) -> str:
    """Names with the surname first, the other way round.

    A single one is only where the surname is in capitals or has a particle, or where initials are behind it: ``Roe,
    Jane`` may be two people of one name each, or a name and a place, and ``PARIS, Jane Roe`` is the latter.
    """
    found = [match for one in value.split(";") if (match := _TURNED.fullmatch(one))]
    if len(found) <= value.count(";"):
        return value
    for match in found:
        surname, given = match["surname"], match["given"]
        *particles, last = surname.split()
        house = agencies.agency(surname) or names.organisation(surname, words)
        named = last[0].isupper() and given[0].isupper() and all(one.lower() in names.PARTICLES for one in particles)
        capital = surname.isupper() and not given.isupper() and " " not in given
        if house or not named or not (len(found) > 1 or particles or capital or _INITIALS.fullmatch(given)):
            return value
    return "; ".join(f"{match['given']} {match['surname']}" for match in found)
