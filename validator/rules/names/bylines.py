"""The names of a source's authors: which of them are spellings of one name.

Two names are one where only accents, umlauts written out, hyphens, capitals, the order or a transliteration differ, or
where the rarer is short enough of the other, an initial or a slip, to be no person of its own. Whoever signs an article
together, is established beside the other, or bears a suffix (junior, senior) is another person; what differs in its
ending may be inflected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from validator.lexicons.fold import plain_latin
from validator.regex import regex
from validator.rules.names import spellings

_SLIP, _LETTERS = 6, 12  # letters of a word with a slip, and of a name with one, at least
_ESTABLISHED, _RARE = 10, 2  # articles of the right spelling at least, of the slip at most
_TIMES = 3  # as often as a doubtful spelling
_ENDING = 2  # letters that inflection changes
_SUFFIXES = frozenset(
    "jr sr junior senior ii iii iv fils pere père padre hijo filho neto jun sen mladsi starsi мл ст".split()
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})
_WORD = regex(r"[\w']+")
# Cyrillic as newspapers romanise it, to be compared after spellings.key; soft and hard signs fall away.
_ROMAN = {
    **dict(
        zip(
            "абвгґдеєзиіїйклмнопрстуфыэё", "a b v g g d e ie z i i i i k l m n o p r s t u f i e e".split(), strict=True
        )
    ),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "ъ": "",
}
Pair = tuple[str, str]


def variants(authors: Mapping[str, int], together: Iterable[frozenset[str]]) -> list[list[str]]:
    """Groups of spellings of one name, the likeliest to be right first; ``together`` are who signed as several."""
    together = frozenset(together)
    apart = {frozenset(pair) for names in together for pair in combinations(sorted(names), 2)}
    given = Counter(words(name)[0] for name in authors if len(words(name)) > 1)
    surnames = Counter(words(name)[-1] for name in authors)
    found: dict[str, set[str]] = {}
    same = [
        {one, other}
        for one, other in _candidates(authors)
        if frozenset((one, other)) not in apart and _same(one, other, authors, given, surnames)
    ]
    for pair in (*same, *_parted(authors, together)):
        group = set().union(*(found.get(name, {name}) for name in pair))
        for name in group:
            found[name] = group
    groups = {tuple(sorted(group, key=lambda name: _rank(name, authors))) for group in found.values()}
    return [list(group) for group in sorted(groups)]


def _parted(authors: Mapping[str, int], together: Collection[frozenset[str]]) -> Iterator[set[str]]:
    """An author, and the two of one name each that a comma made of her (``Roe, Jane``)."""
    singles = {
        frozenset(_plain(words(" ".join(pair)))): pair for pair in sorted(map(sorted, together)) if len(pair) == 2
    }
    for name in sorted(authors):
        if len(words(name)) == 2 and (pair := singles.get(frozenset(_plain(words(name))))):
            yield {name, *pair}


def _rank(name: str, authors: Mapping[str, int]) -> tuple[int, bool, int, str]:
    """Most frequent first, then written out and in mixed case, then with accents."""
    return -authors[name], name.isupper() or name.islower(), -len(name.encode()), name


def _candidates(authors: Mapping[str, int]) -> Iterator[Pair]:
    """Pairs of names that have a word, or its key, in common."""
    blocks: dict[str, list[str]] = {}
    for name in sorted(authors):
        parts = words(name)
        if len(parts) > 1:
            ends = parts[0], parts[-1]
            for block in {_key(form) for part in ends for form in (part, part.translate(_WRITTEN_OUT), _bare(part))}:
                blocks.setdefault(block, []).append(name)
    yield from sorted({pair for names in blocks.values() for pair in combinations(names, 2)})


def _same(
    one: str, other: str, authors: Mapping[str, int], given: Mapping[str, int], surnames: Mapping[str, int]
) -> bool:
    """Whether two names are spellings of one; what another person might be called has to be the rarer by far.

    All but the two are counts of articles: of every name, and of the given names and surnames in them.
    """
    first, second = words(one), words(other)
    if _suffixed(first) != _suffixed(second):
        return False
    if sorted(_plain(first)) == sorted(_plain(second)) or _written_out(first) == _written_out(second):
        return True
    frequent, rare = max(authors[one], authors[other]), min(authors[one], authors[other])
    doubtful = frequent >= 5 and frequent >= _TIMES * rare
    if len(first) != len(second):
        return doubtful and _shortened(first, second, authors)
    if _initials(first, second):
        return _alone(first, second, authors)
    surname, other_surname = first[-1], second[-1]
    if all(map(_alike, first, second)):
        cyrillic = _cyrillic(one) != _cyrillic(other)
        return cyrillic or doubtful or _bare(surname) == _bare(other_surname)
    if frequent >= _ESTABLISHED and rare <= _RARE and len(one) >= _LETTERS:
        rarer = first if authors[one] < authors[other] else second
        return _slip(first, second) and given[rarer[0]] + surnames[rarer[-1]] <= 3
    return False


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """A name's words in small letters; a hyphen parts them, and no dot is kept."""
    return tuple(one.casefold() for one in _WORD.findall(name.replace("’", "'")))


def _suffixed(parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(parts) & _SUFFIXES


def _plain(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_bare, parts))


def _written_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The same where nothing but ASCII was at hand: ``Jürgen Größner`` and ``Juergen Groessner``."""
    return _plain(tuple(part.translate(_WRITTEN_OUT) for part in parts))


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    """A word without accents; umlauts as they are written without them, too."""
    return word.replace("ё", "е") if word[:1] >= "Ѐ" else plain_latin(word)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    """Under which a word is looked up and compared: Latin, without what transliterations exchange."""
    roman = "".join(_ROMAN.get(one, one) for one in word) or word
    return spellings.skeleton(roman).replace("h", "g") if roman[0] < "Ѐ" else word


def _alike(one: str, other: str) -> bool:
    return _key(one) == _key(other) or _written_out((one,)) == _written_out((other,))


def _cyrillic(name: str) -> bool:
    return "Ѐ" <= name[:1] <= "ӿ"


def _initial(word: str) -> bool:
    return len(word) == 1


def _initials(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one name has an initial where the other is written out."""
    pairs = list(zip(first, second, strict=True))
    shortened = [_initial(one) != _initial(other) and one[0] == other[0] for one, other in pairs]
    return any(shortened) and all(
        short or _bare(one) == _bare(other) for short, (one, other) in zip(shortened, pairs, strict=True)
    )


def _alone(first: tuple[str, ...], second: tuple[str, ...], authors: Mapping[str, int]) -> bool:
    """Whether nobody else has this surname and this initial."""
    family = [parts for parts in map(words, authors) if _bare(parts[-1]) == _bare(first[-1])]
    both = _plain(first), _plain(second)
    return all(parts[0][0] != first[0][0] or _plain(parts) in both for parts in family)


def _shortened(first: tuple[str, ...], second: tuple[str, ...], authors: Mapping[str, int]) -> bool:
    """Whether the longer name has but a middle initial more."""
    short, full = sorted((first, second), key=len)
    middle = full[1:-1]
    same = len(short) == 2 and _bare(short[0]) == _bare(full[0]) and _bare(short[1]) == _bare(full[-1])
    return same and all(map(_initial, middle)) and _alone(first, second, authors)


def _slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one long word differs by one letter, and not in its ending."""
    from rapidfuzz.distance import OSA

    differing = [(one, other) for one, other in zip(first, second, strict=True) if _bare(one) != _bare(other)]
    if len(differing) != 1:
        return False
    ((one, other),) = differing
    if min(len(one), len(other)) < _SLIP or one[-_ENDING:] != other[-_ENDING:] or one[0] != other[0]:
        return False
    return OSA.distance(one, other) == 1
