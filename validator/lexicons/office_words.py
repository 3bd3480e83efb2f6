"""Words that tell a name of an office, a place, a house or an offer from a person's; ``office_words.json`` has them."""

from __future__ import annotations

from functools import cache

from validator.lexicons.lexicon import load


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, in small letters, of all languages: a name may be in another than its article.

    ``opening`` and ``closing`` words begin or end the name of an office, a building, a street or a stretch of land;
    ``towns`` open a town's. ``houses_opening`` and ``houses_closing`` are of newspapers and stations. ``issues`` name
    the article or its edition, ``offers`` what a page has beside it; ``media`` may end a house's name or be told of,
    before what is ``shown``. ``labels_opening`` and ``labels_closing`` are of what a page counts or lists.
    ``talked`` is said of who led an interview; ``unsigned`` are the short words that stand in brackets below a text and
    are nobody's initials, ``unverified`` those that a system sets in brackets behind the name of a reader.
    """
    return frozenset(" ".join(load("office_words")[kind].values()).split())
