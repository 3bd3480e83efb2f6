"""SCR001: a word holds letters of another script that look like its own."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.article import Article
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good

MOST = 12
_LATIN, _OTHER = r"[A-Za-z\u00c0-\u024f]", r"[\u0370-\u052f]"
_SEAM = regex(f"{_LATIN}{_OTHER}|{_OTHER}{_LATIN}")
_WORD = regex(r"[^\W\d_]+")
_LATIN_LIKE_CYRILLIC = frozenset("aceijopsxyABCEHIJKMOPSTXY")
_LATIN_LIKE_GREEK = frozenset("aikopuvxyABEHIKMNOPTXYZ")
_CYRILLIC_LIKE_LATIN = frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅҮ")
_GREEK_LIKE_LATIN = frozenset("ονραικτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")


class Homoglyph(ArticleRule):
    """A word is written in one script.

    A Latin "a" in a Cyrillic word cannot be seen and changes the word: no search finds it, a model takes
    it for an unknown one, and it is a known way to slip past filters.
    """

    code = "SCR001"
    severity = Severity.WARNING
    triggers = frozenset(map(chr, range(0x370, 0x530)))
    silenced_by = (*NO_ARTICLE, "encoding.mojibake")
    examples = (
        good("Вінницька IT-компанія роздала SIM-карти й налаштувала Wi-Fi після COVID‑19; PDF-посібник є на сайті."),
        good("Sensoren von 5 µm und ein Widerstand von 10 kΩ; die Gründerin heißt Ιωάννα Παππά, das Zytokin TNFα."),
        good("Он прислал SMSку и назвал её PRщиком, а VIPы писали Zакон на стене."),
        bad("Die Blätter lagen im Koffer, berichtet Kur\u0430torin Helene Wittig.", at=("Kur\u0430torin",)),
        bad("Сообщение опубликов\u0061ла гильдия.", at=("опубликов\u0061ла",)),
        bad(
            "У м\u0069ст\u0069 облаштовують лінію, бо в Ук\u0070аїні її немає.", at=("м\u0069ст\u0069", "Ук\u0070аїні")
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        if article.text.isascii() or _SEAM.search(article.text) is None:
            return
        words: dict[str, tuple[int, int]] = {}
        for seam in _SEAM.finditer(article.text):
            word = next(match for match in _WORD.finditer(article.text, _begin(article.text, seam.start())))
            if _disguised(word.group()):
                words.setdefault(word.group(), word.span())
        if words:
            yield self.finding(
                f"{len(words)} word{'s'[: len(words) > 1]} in two scripts",
                article,
                [article.at(*place) for place in list(words.values())[:MOST]],
            )


def _begin(text: str, at: int) -> int:
    """Where the word around an offset begins."""
    while at and text[at - 1].isalpha():
        at -= 1
    return at


def _disguised(word: str) -> bool:
    """Whether all letters of the rarer script in a word have a twin in the other, and are no abbreviation or symbol."""
    latin = [one for one in word if one < "\u0370"]
    cyrillic = [one for one in word if "\u0400" <= one <= "\u052f"]
    greek = [one for one in word if "\u0370" <= one <= "\u03ff"]
    other = cyrillic or greek
    if not latin or len(latin) + len(other) != len(word) or len(word) < 3:
        return False
    if len(latin) >= len(other):
        inside = cyrillic or all(one not in word[0] + word[-1] for one in greek)  # TNFα, kΩ: a symbol at the edge
        return bool(inside) and all(one in (_CYRILLIC_LIKE_LATIN | _GREEK_LIKE_LATIN) for one in other)
    abbreviation = word[0] < "\u0370" and word[1] < "\u0370" and word[:2].isupper()  # SMSка, TVшник
    twins = _LATIN_LIKE_CYRILLIC if cyrillic else _LATIN_LIKE_GREEK
    return not abbreviation and all(one in twins for one in latin)
