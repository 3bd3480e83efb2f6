"""LNG004: short lines of another language are left in the text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from validator.lexicons.fold import unaccented
from validator.lexicons.lexicon import LANGUAGES, load
from validator.model.article import BODY_ROLES, Article, Line, Role
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import NO_ARTICLE, ArticleRule, bad, good
from validator.rules.language import tags
from validator.rules.told import signs

MOST = 12
LONGEST = 120
SURE = 0.9
_TELLING = ("boilerplate.", "page.", "photo.captions", "source.contact")
_EVERYWHERE = frozenset(
    {"boilerplate.sections", "boilerplate.nav", "boilerplate.faq", "boilerplate.copyright_footer", "boilerplate.teaser"}
)
_NOT_LATIN = frozenset("ar bg bn el fa he hi ja ko ru ta th uk ur zh".split())
_NAME = regex(r"[^\W\d_]{4,}")
_BODY = (
    "Le conseil municipal de Lyon a voté lundi soir le budget de la ville, après un débat de plus de trois heures.",
    (
        "Die Stadt will den Petrisberg mit einer Seilbahn an die Innenstadt anbinden, wie der Stadtvorstand am Mittwoch "  # noqa: E501
        "mitteilte."
    ),
    (
        "У Полтаві провели вечір пам’яті поета й перекладача. Його вірші за радянських часів ходили в рукописах, а єдина "  # noqa: E501
        "прижиттєва збірка так і не вийшла. Збірку мають надрукувати до ювілею поета, а частину накладу отримають "
        "бібліотеки області."
    ),
)


class Residue(ArticleRule):
    """Captions and buttons are in the language of the article.

    What is left of another language shows where the text was taken or translated from; it is neither text
    nor title, and belongs to no language of the corpus.
    """

    code = "LNG004"
    severity = Severity.WARNING
    silenced_by = (*NO_ARTICLE, "language.mismatch")
    examples = (
        good({"text": f"Le budget\n\n{_BODY[0]}\n\nNewsletter\n\nCapture d'écran : YouTube", "language": "fr"}),
        good({"text": f"« Read More, Talk Less », un album\n\n{_BODY[0]}", "language": "fr"}),
        good(
            {
                "text": f"Die Seilbahn\n\n{_BODY[1]}\n\nDer Künstler Ångström sagte: Share this article.",
                "language": "de",
            }
        ),
        good(
            {
                "text": "Книга рекордів\n\nМіська рада ухвалила бюджет на наступний рік після тригодинної суперечки "
                "про школи й дороги, а гурт «Читайте также» дав концерт на площі.\n\n«Read more» — так зветься "
                "крамниця, де учителі купують старі книжки на вагу.",
                "language": "uk",
            }
        ),
        good({"text": f"Die Seilbahn\n\n{_BODY[1]}\n\nApp Store\n\n+ Mastodon", "language": "de"}),
        bad(
            {
                "text": f"Die Seilbahn\n\n{_BODY[1]}\n\nShare this article\n\n{_BODY[1][:-1]} und so weiter.",
                "language": "de",
            },
            at=("Share this article",),
        ),
        bad(
            {
                "text": "У Полтаві вшанували поета, якого не друкували\n\nЧитайте также: Цены на хлеб выросли\n\n"
                f"{_BODY[2]}",
                "language": "uk",
            },
            at=("Читайте также: Цены на хлеб выросли",),
        ),
        bad(
            {"text": f"Le budget\n\n{_BODY[0]}\n\nLesen Sie auch: Streik im Nahverkehr geht weiter", "language": "fr"},
            at=("Lesen Sie auch: Streik im Nahverkehr geht weiter",),
        ),
        bad(
            {
                "text": "El molino vuelve a moler\n\nEl ayuntamiento ha reabierto el molino después de diez años de "
                "obras, y el primer saco de harina se repartió entre los vecinos.\n\nLeggi anche: Il porto cresce "
                "ancora",
                "language": "es",
            },
            at=("Leggi anche: Il porto cresce ancora",),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        main = _main(article)
        if main not in LANGUAGES:
            yield Skip(f"no lexicon of {main}" if main else "the text's language is not known")
            return
        letters = _letters(main)
        lines = [line for line in article.filled if line.tongues and _foreign(line, main, letters)]
        seen = [article.line(line) for line in lines] + list(_names(article, letters))
        if seen:
            told = sorted({one for line in lines for one in line.tongues}) or ["another language"]
            yield self.finding(
                f"{len(seen)} remains of {' or '.join(told[:3])} in a text in {main}", article, seen[:MOST]
            )


@cache
def _letters(language: str) -> frozenset[str]:
    """The letters that a language is written with."""
    return frozenset(load(language)["letters"])


def _main(article: Article) -> str:
    """The language that the text is mostly in; where that is not clear, the declared one."""
    found, said = article.language.value, article.language.declared
    if found and said and article.language.confidence < SURE:
        return tags.primary(said)
    return found or ""


def _foreign(line: Line, main: str, letters: frozenset[str]) -> bool:
    """Whether a line is a phrase of other languages only; of a close one it must show a letter that main lacks."""
    marks = {one for one in line.marks if one.startswith(_TELLING)} - _EVERYWHERE
    if main in line.tongues or not marks or line.role is Role.TITLE or len(line.text) > LONGEST:
        return False
    written = [one for one in line.text if one.isalpha()]
    spaceless = max(written, default="a") >= "\u3000"
    words = sum(any(map(str.isalpha, word)) for word in line.text.split())
    if len(written) < (4 if spaceless else 8) or (not spaceless and words < 2):
        return False
    if all(map(str.isascii, written)) and _NOT_LATIN.issuperset(line.tongues):
        return False  # a name that newspapers of another script print as it is: App Store
    if "en" not in line.tongues and any(not tags.close(one, other) for one, other in combinations(line.tongues, 2)):
        return False  # the same in languages that are no kin: an international phrase
    if any(tags.close(main, tongue) for tongue in line.tongues):
        return any(one.lower() not in letters and not one.isascii() for one in written)
    return True


def _names(article: Article, letters: frozenset[str]) -> Iterator[Evidence]:
    """Two names or more with letters that the language lacks, each of which stands there without them more often."""
    if not letters or not any(_lacks(one, letters) for one in "".join(article.once(signs)).lower()):
        return
    lines = [line for line in article.lines if line.role in BODY_ROLES]
    words = [word for line in lines for word in _NAME.findall(line.text) if word[0].isupper() and not word.isupper()]
    spelled = Counter(words)
    accented = [word for word in spelled if not word.isascii() and any(_lacks(one, letters) for one in word.lower())]
    odd = [word for word in accented if (plain := unaccented(word)) != word and spelled[plain] > spelled[word]]
    if len(odd) >= 2:
        for word in odd:
            yield article.at(*_first(word, lines))


def _first(word: str, lines: list[Line]) -> tuple[int, int]:
    """Where a word stands for the first time."""
    places = (
        (line.start + match.start(), line.start + match.end())
        for line in lines
        for match in _NAME.finditer(line.text)
        if match[0] == word
    )
    return next(places)


@lru_cache(maxsize=4096)
def _lacks(letter: str, letters: frozenset[str]) -> bool:
    """Whether an accented Latin letter is none of the language's."""
    return not letter.isascii() and letter not in letters and unicodedata.name(letter, "").startswith("LATIN")
