"""STY001: one word is spelt with and without its accent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import filterfalse

from validator.lexicons.lexicon import load
from validator.model.article import Article
from validator.model.evidence import Evidence
from validator.model.finding import Finding, Severity, Skip
from validator.regex import regex
from validator.rules.base import ArticleRule, bad, good

_WORD = regex(r"[^\W\d_]+")
_NAMES = frozenset({"fr", "es", "pt", "it", "ca", "gl", "pl", "cs", "sk", "hr", "sl", "lt", "lv", "ro"})
_INFLECTING = frozenset({"pl", "cs", "sk", "hr", "sl", "lt", "lv", "ro"})  # an accent in the ending is a case
_PAIRED = frozenset({"de"})  # judged by the common words of a list alone
_LISTED = _PAIRED | {"ru"}  # or by one letter
_LEAST = 4
_YO = regex("[А-ЯЁ][а-я]+ё[а-яё]+")


class SpellingVariant(ArticleRule):
    """A word has one spelling in one text.

    With and without its accent it is two words to an index, and two people to a name finder. Where both
    occur, the text was joined or typed by several hands.
    """

    code = "STY001"
    severity = Severity.INFO
    examples = (
        good("Le marché de Sète marche bien : le conseil a publié lundi les chiffres que la mairie publie par mois."),
        good("Die Väter trafen am Montag in Kiel ihren Vater, der über die Bäder und das neue Bad gesprochen hatte."),
        good("ÉVÉNEMENT. La ville fête lundi son EVENEMENT de l'année, un bal pour toutes les familles du quartier."),
        good("«Sí, iré si llueve», dijo el papá de Inés. Está claro que esta vez él y el Papa de Roma piensan igual."),
        bad(
            {
                "text": "Le musée rouvre samedi : c'est un évènement pour la ville, dit le maire. Un autre événement "
                "suivra en mars.",
                "language": "fr",
            },
            at=("évènement", "événement"),
        ),
        bad(
            "Les chefs d’État se sont réunis lundi à Paris, et le secrétaire d’Etat les a rejoints mardi matin pour la "
            "signature de l'accord, attendu depuis des mois.",
            at=("État", "Etat"),
        ),
        good("Все уже знали, что всё решено: Лёша Королёв с братом и Королева красоты вышли на лёд под общий смех."),
        good(
            "Według radnych most będzie gotowy wiosną, a według wykonawcy już jesienią; tysiące ludzi czekają dłużej."
        ),
        bad(
            "La città ha riaperto lunedì il mercato coperto dopo dieci anni di lavori. Dalla citta di Livorno sono "
            "arrivati i primi banchi.",
            at=("città", "citta"),
        ),
        bad(
            "Perché il mercato resti aperto, il Comune di Livorno ha rifatto il tetto. Il perchè della spesa lo "
            "spiega l'assessora.",
            at=("Perché", "perchè"),
        ),
        bad(
            "Парад примет Семён Королёв, а маршрут уже согласован с городом. Королёв уверен в погоде, и только Семен "
            "Королев-младший взял зонт.",
            at=("Семён", "Королёв", "Семен", "Королев"),
        ),
        bad(
            "Nowa hala w Kraśniku jest prawie gotowa. W Krasniku od lat brakowało obiektu, w którym można by "
            "organizować turnieje.",
            at=("Kraśniku", "Krasniku"),
        ),
        bad(
            "El molino de Cáceres ha reabierto tras diez años de obras. En Caceres no quedaba ningún molino en marcha, "
            "y los vecinos esperaron bajo la lluvia.",
            at=("Cáceres", "Caceres"),
        ),
    )

    def check(self, article: Article) -> Iterator[Finding | Skip]:
        language = article.language.main or ""
        if language not in _NAMES and language not in _LISTED:
            yield Skip("accents tell words apart in this language, or it is not known")
            return
        places: list[Evidence] = []
        accented = _accented(article.text, language)
        for word, other in _pairs(language):
            if word in accented:
                places += _both(article, word, other)
        for word in accented if language not in _PAIRED else ():
            for other in _others(word, language):
                if (both := _both(article, word, other)) and _free(article.text, word, other):
                    places += both
        if places:
            places.sort(key=lambda one: (one.span.line, one.span.column) if one.span else (0, 0))
            yield self.finding(f"{len(places) // 2} word(s) accented in two ways", article, places[:12])


def _both(article: Article, word: str, other: str) -> list[Evidence]:
    """Where each of two spellings stands first as a word; nothing where one of them does not."""
    if other not in article.text:
        return []
    first, at = _as_word(article.text, word), _as_word(article.text, other)
    return [article.at(first, first + len(word)), article.at(at, at + len(other))] if min(first, at) >= 0 else []


def _accented(text: str, language: str) -> Collection[str]:
    """The words with an accent, which may occur without; in Russian the names with ё, elsewhere any word."""
    if language == "ru":
        return dict.fromkeys(_YO.findall(text)) if "ё" in text else ()
    beyond = " ".join(filterfalse(str.isascii, dict.fromkeys(text.split())))
    return dict.fromkeys(filterfalse(str.isascii, _WORD.findall(beyond)))


@lru_cache(maxsize=16384)
def _others(word: str, language: str) -> tuple[str, ...]:
    """How a word may be written without its accents, so far as it can only be the same word."""
    return tuple(
        other for other in dict.fromkeys((_bare(word), _bare(word[0]) + word[1:])) if _same_word(word, other, language)
    )


@cache
def _pairs(language: str) -> tuple[tuple[str, str], ...]:
    """The common words of a language that are told apart by their accents alone, with and without them."""
    words = load("function_words")["accented"].get(language, "").split()
    either = load("function_words")["either"].get(language, "").split()  # both are right, not side by side
    twins = (pair.split("/") for pair in either)
    return *((word, _bare(word).replace("ł", "l")) for word in words), *((one, other) for one, other in twins)


def _bare(word: str) -> str:
    """A word without its accents; of the Cyrillic letters only ё is one with an accent."""
    if word[-1] >= "Ѐ":
        return word.replace("ё", "е")
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))


def _same_word(word: str, other: str, language: str) -> bool:
    """Whether the two can only be one word: a French capital or first letter, or a name."""
    if len(word) < _LEAST or word.isupper() or word == other or len(word) != len(other):
        return False
    if word[0] != other[0]:
        return language == "fr" and (word[0].isupper() or word[0] == "é") and word[1:] == other[1:]
    ending = 2 if language in _INFLECTING else 0
    return word[0].isupper() and word[1:].islower() and word[len(word) - ending :] == other[len(word) - ending :]


def _as_word(text: str, word: str) -> int:
    """The first offset at which a word stands by itself; -1 if it does not."""
    match = re.search(rf"(?<![^\W_]){word}(?![^\W_])", text)
    return match.start() if match else -1


def _free(text: str, word: str, other: str) -> bool:
    """No lower-case twin of a name occurs: ``Marché`` and ``Marche`` are no name spelt twice."""
    if word[0].islower() or word[0] != other[0]:
        return True
    return _as_word(text, word.lower()) < 0 and _as_word(text, other.lower()) < 0
