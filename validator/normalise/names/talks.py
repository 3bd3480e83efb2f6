"""Who talked with somebody, as the last words of a standfirst say it: ``– z Ewą Malik, rozmawia Jan Roth``."""

from __future__ import annotations

from validator.lexicons import office_words
from validator.lexicons.lexicon import Vocabulary
from validator.normalise.names.names import is_person

_NAMED = (3, 4)  # words from the end at which the verb stands before a name of two words or of three


def behind(text: str, words: Vocabulary) -> int:
    """Where the name begins that ends a line behind what its bearer did; 0 where none does."""
    tokens = text.split()
    for at in _NAMED:
        if len(tokens) > at and tokens[-at].lower().rstrip(":") in office_words.words("talked"):
            name = " ".join(tokens[1 - at :])
            start = max(0, text.rfind(name))
            return start if is_person(name, words) else 0
    return 0
