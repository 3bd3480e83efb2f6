"""Names in scripts without capitals, where any short phrase has the form of one."""

from __future__ import annotations

from functools import cache

from validator.lexicons.lexicon import load

_LONGEST = 20  # letters of a name in Thai, whose sentences have no spaces
_THAI = ("\u0e00", "\u0e7f")


@cache
def _given() -> frozenset[str]:
    table = load("given_names")
    return frozenset(name for language, names in table.items() if language != "about" for name in names.split())


@cache
def _phrased() -> frozenset[str]:
    return frozenset(" ".join(load("function_words")["phrased"].values()).split())


def may_be(tokens: list[str]) -> bool:
    """Whether none of the words shows that they are a phrase (a preposition, a verb's ending) and no name."""
    long = (token for token in tokens if len(token) > _LONGEST)
    return _phrased().isdisjoint(tokens) and not any(_THAI[0] <= token[0] <= _THAI[1] for token in long)


def is_known(text: str) -> bool:
    """Whether the first word is a given name, or the script has capitals or no list of them."""
    tokens = text.split()
    if not tokens or text[0].lower() != text[0].upper() or not _listed(text[0]):
        return True
    return tokens[0] in _given() or tokens[0].startswith("عبد")


def _listed(letter: str) -> bool:
    """Whether a letter is Hebrew, Arabic or Devanagari."""
    return "\u0590" <= letter <= "\u06ff" or "\u0900" <= letter <= "\u097f"
