"""The houses that a byline's authors write for, as the signs between its pieces give them away."""

from __future__ import annotations

from itertools import pairwise

from validator.lexicons import agencies
from validator.lexicons.fold import level
from validator.lexicons.lexicon import Vocabulary
from validator.normalise.names.names import is_person
from validator.regex import regex

_WITH = regex(r"\s(?:avec|with|mit|con|com|met|med)\s+")
_ENDS = regex(r"[,;|(（•·/\d]|\s[–—-]\s")
_LETTERED = regex(r"[A-ZÀ-Þ]{2,5}-[A-ZÀ-Þ][a-zß-ÿ]{3}")
_WRITTEN = 5  # words of a house before the agency whose reports it used
_HOUSE = 3  # words of a house behind an office; of two it may be the next author


def begin(value: str, parts: list[tuple[int, int]], words: Vocabulary) -> int:
    """The offset behind the last author where a long dash leads to the place, in Portuguese a comma to the house.

    ``Por Ana Souza e Rui Lima, TV Exemplo — Rio Claro``, as in Brazil.
    """
    gaps = [(level(value[left[1] : right[0]]).strip(), right[0]) for left, right in pairwise(parts)]
    place = next((at for at, (gap, _) in enumerate(gaps) if "—" in gap), None)
    if place is None or not is_person(value[slice(*parts[0])], words):
        return len(value)
    before = gaps[:place] if "pt" in words.languages else []
    joiner = next((at for at, (gap, _) in enumerate(before) if gap in words.words("byline.joiners")), place)
    commas = [at for gap, at in before if gap == ","]
    behind = [at for gap, at in before[joiner:] if gap == ","]
    return behind[0] if behind else commas[-1] if commas else gaps[place][1]


def left_out(value: str, parts: list[tuple[int, int]], words: Vocabulary) -> list[tuple[int, int]]:
    """The pieces without the house behind each of two names, or behind the office at the end.

    ``Jane Roe, The Beacon, and Sam Poe, The Herald``; ``Jane Roe, Staff Writer, Bay Area Weekly``.
    """
    gaps = [level(value[left[1] : right[0]]).strip() for left, right in pairwise(parts)]
    joined = len(gaps) == 3 and gaps[0] == gaps[2] == "," and gaps[1].startswith(",") and len(gaps[1]) > 1
    if joined and is_person(value[slice(*parts[2])], words):
        return parts[::2]
    if len(gaps) > 1 and gaps[-1] == "," and level(value[slice(*parts[-2])].strip()) in words.words("byline.roles"):
        return parts[:-1] if len(value[slice(*parts[-1])].split()) >= _HOUSE else parts
    return parts


def with_agency(value: str, at: int) -> bool:
    """Whether an agency follows whose reports were used: `` with AFP``."""
    joined = _WITH.match(value, at)
    named = _ENDS.split(value[joined.end() :], maxsplit=1)[0].strip() if joined else ""
    return bool(named) and agencies.agency(named, sure=True) is not None


def signs_with_agency(value: str, start: int, end: int) -> bool:
    """Whether a few words with a capital are a house, as the agency behind shows: ``La Dépêche du soir avec AFP``."""
    few = value[start:end][:1].isupper() and len(value[start:end].split()) <= _WRITTEN
    return few and with_agency(value, end)


def is_studio(text: str) -> bool:
    """Whether a house's letters, or an agency's, open what has the form of a name: ``XYZ-Studio Rom``, ``AFP Rom``."""
    first, _, rest = text.partition(" ")
    lettered = _LETTERED.match(first) is not None
    return bool(rest) and (lettered or (first.isupper() and agencies.agency(first, sure=True) is not None))


def drawn_on(value: str, at: int) -> bool:
    """Whether what begins at an offset is only whose reports the one before it used: ``Jane Roe with AFP``."""
    return any(joined.end() == at for joined in _WITH.finditer(value, 0, at))
